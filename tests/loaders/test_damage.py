"""A file with every kind of damage: each is named with its line and remedy, and every good row is kept."""

import pytest

import loaders
from tests.loaders.tables import check, lines, problems, remedies

PAYMENTS = """\
Organisation,Financial year,Paid on,Amount (£),Reference
Alder College,2025/26,09/12/2025,100,INV-01
Birch University,2025/26,next Tuesday,100,INV-02
Cedar Council,2025/26,31/02/2026,100,INV-03
Damson Trust,2025/26,11/25/2025,100,INV-04
Elder Trust,25-26,9 December 2025,100,INV-05
,2025/26,9 December 2025,100,INV-06
Fig Trust,2025/26,09/12/1925,100,INV-07
Gorse Trust,2025/26,09/12/2025,one hundred,INV-08
alder  college,2025/26,9 Dec 2025,50,inv-01
Hazel, Ivy and Co,2025/26,09/12/2025,100,INV-09
Juniper\u202e \u200bTr\x07ust,2025/26,09/12/2025,"£1,250.50",INV-10
Total,,,1650,
"""


@pytest.fixture(scope="module")
def damaged() -> loaders.Checked:
    return loaders.check(PAYMENTS.encode(), "payments.csv")


DAY = "a date such as 09/12/2026 or 9 December 2026, or blank"


@pytest.mark.parametrize(
    ("line", "column", "value", "must_be"),
    [
        pytest.param(3, "Paid on", "next Tuesday", DAY, id="bad date"),
        pytest.param(4, "Paid on", "31/02/2026", DAY, id="impossible date"),
        pytest.param(5, "Paid on", "11/25/2025", DAY, id="month before day"),
        pytest.param(6, "Financial year", "25-26", "a financial year such as 2025/26", id="unknown form"),
        pytest.param(7, "Organisation", "", "filled in", id="missing"),
        pytest.param(8, "Paid on", "09/12/1925", DAY, id="out of range"),
        pytest.param(
            9, "Amount (£)", "one hundred", "an amount in pounds such as £1,250 or 99.50", id="letters"
        ),
        pytest.param(
            11,
            "(row)",
            "INV-09",
            "a row of 5 columns: put quotation marks round text that has a comma",
            id="unquoted comma",
        ),
        pytest.param(
            13,
            "(row)",
            "Total",
            "a record of its own: delete a line of totals, they are worked out here",
            id="total",
        ),
    ],
)
def test_damage_is_named_with_its_remedy(
    damaged: loaders.Checked, line: int, column: str, value: str, must_be: str
) -> None:
    """A problem says the line, the column, the value as it stands and what it must be."""
    assert damaged.problems.filter(line=line).rows() == [(line, column, value, must_be)]


def test_good_rows_are_kept_beside_the_damage(damaged: loaders.Checked) -> None:
    """Only the rows with a problem are left out; a second payment of a day is a payment."""
    assert damaged.rows["line"].to_list() == [2, 10, 12]


def test_nothing_is_lost_or_counted_twice(damaged: loaders.Checked) -> None:
    """Good rows and rows with problems add up to the rows read."""
    assert damaged.count_read == damaged.rows.height + damaged.problems["line"].n_unique() == 12


def test_hidden_characters_are_dropped(damaged: loaders.Checked) -> None:
    """A name reads as it looks: without direction marks, zero-width and control characters."""
    assert damaged.rows["organisation"].to_list() == ["Alder College", "alder college", "Juniper Trust"]


def test_every_wrong_cell_of_a_row_is_listed_in_column_order() -> None:
    """One row may have several problems; they come in the order of the template, not of the file."""
    checked = check("Amount (£),Organisation,Financial year", "x,,2025", "y,Alder,2025/26")

    assert problems(checked) == [
        (2, "Organisation", ""),
        (2, "Financial year", "2025"),
        (2, "Amount (£)", "x"),
        (3, "Amount (£)", "y"),
    ]


def test_a_problem_names_the_heading_of_the_file() -> None:
    """The secretariat looks for the heading it wrote, not for ours."""
    assert problems(check("Partner,Year,Amount paid", "Alder,2025/26,x")) == [(2, "Amount paid", "x")]


def test_a_row_that_repeats_another_says_so() -> None:
    """The same record twice is one record; the second line names the first."""
    checked = check("Title,Kind", "Annual report,Report", "Annual report,Report")

    assert checked.rows.height == 1
    assert remedies(checked) == ["given once: it repeats line 2"]


def test_a_bad_row_does_not_stand_in_the_way_of_its_correction() -> None:
    """A row that is refused does not count as the first of two."""
    checked = check("Title,Signed off on", "Annual report,31/02/2026", "Annual report,28/02/2026")

    assert checked.rows["line"].to_list() == [3]


def test_a_comma_before_blank_cells_is_still_found() -> None:
    """A row pushed to the right by its own comma is refused even when only a blank falls off the end."""
    checked = check("Title,Kind,Link", "Annual report,Report,", "Care, leavers,Report,")

    assert problems(checked) == [(3, "(row)", "Care, leavers,Report")]


def test_commas_at_the_end_of_every_row_do_no_harm() -> None:
    """Some programs end each row, but not the headings, with a comma."""
    checked = check("Title,Kind", "Annual report,Report,", "Newsletter,Letter,")

    assert checked.rows["kind"].to_list() == ["Report", "Letter"]


def test_cells_missing_at_the_end_are_blanks() -> None:
    """Excel leaves out trailing commas."""
    assert check("Title,Kind,Theme", "Annual report", "News,Letter,Work").rows["kind"].to_list() == [
        None,
        "Letter",
    ]


def test_blank_rows_and_repeated_headings_are_not_records() -> None:
    """They are passed over, and the lines below keep their numbers."""
    checked = check("Title,Kind", "", "One,Report", " , ", "Title,Kind", "Two,Report")

    assert checked.rows["line"].to_list() == [3, 6]
    assert checked.count_read == 2


def test_an_organisation_may_be_called_total() -> None:
    """Only a row that also lacks what every record has is taken for a total."""
    checked = check("Organisation,Membership", "Total Care Trust,member")

    assert checked.rows["organisation"].to_list() == ["Total Care Trust"]


@pytest.mark.parametrize("first", ["Total 2026/27", "Grand total: 3", "Sub-total", "Total documents: 3"])
def test_a_line_of_nothing_but_a_total_is_refused_though_it_lacks_nothing(first: str) -> None:
    """A year or an amount behind the word is no organisation's name."""
    checked = check(
        "Organisation,Financial year,Amount", "Alder,2026/27,250", f"{first},2026/27,250", "Birch,2026/27,1"
    )

    assert problems(checked) == [(3, "(row)", first)]
    assert checked.rows["organisation"].to_list() == ["Alder", "Birch"]


def test_notes_below_a_table_are_no_records_of_it() -> None:
    """Where a title is all that a kind needs, anything below the table would be one."""
    rows = ("One,Report,2026-01-01", "Two,,", "Three,Letter,2026-01-02")
    below_blank = check("Title,Kind,Theme", *rows, "", "Drafts are in italics", "Total: 3", "Number,3")
    assert [line for line, *_ in problems(below_blank)] == [6, 7, 8]
    assert below_blank.rows.height == 3

    at_once = check(
        "Title,Kind,Theme", rows[0], rows[2], rows[0].replace("One", "Four"), "Last updated today"
    )
    assert [line for line, *_ in problems(at_once)] == [5]


def test_only_a_blank_row_parts_notes_from_a_table() -> None:
    """A record of two lines leaves a gap too, and so does a line that the reader leaves out."""
    rows = (
        "Title,Kind,Theme",
        "One,Report,Work",
        '"Two\nlines",Report,Work',
        "Three,Letter,",
        "Four,Letter,",
    )
    assert problems(check(*rows)) == []

    answers = loaders.Answers(left_out=frozenset({3}))
    assert loaders.check(lines(*rows), "p.csv", answers=answers).problems.is_empty()


def test_titles_alone_are_records_where_they_are_usual() -> None:
    """Nor does a blank row among records as full as the others make notes of them."""
    assert problems(check("Title,Kind,Theme", "One", "Two", "", "Three")) == []


def test_a_quotation_mark_that_never_closes_costs_one_row() -> None:
    """The rows below it are read as if it were not there."""
    checked = check("Title,Kind", 'One,"Report', "Two,Letter", '"Three, four",Letter')

    assert problems(checked) == [(2, "(row)", 'One,"Report')]
    assert checked.rows["title"].to_list() == ["Two", "Three, four"]


def test_quotation_marks_inside_text_do_no_harm() -> None:
    """A name in quotation marks inside a cell is text like any other."""
    checked = check("Title,Kind", 'The "Big" Plan,Report', '"The ""Big"" Plan, again",Report')

    assert checked.rows["title"].to_list() == ['The "Big" Plan', 'The "Big" Plan, again']


def test_leading_zeros_survive() -> None:
    """A charity number is text, never a number."""
    checked = check("Organisation,Membership,Charity number", "Alder,member,0012345")

    assert checked.rows["charity_number"].to_list() == ["0012345"]


def test_line_breaks_in_a_cell_become_spaces() -> None:
    """A title over two lines is one title."""
    assert loaders.check(lines("Title", '"Annual\nreport"'), "f.csv").rows["title"].to_list() == [
        "Annual report"
    ]


def test_letters_with_separate_accents_are_joined() -> None:
    """Two ways to write é are one name."""
    assert check("Title", "Cafe\u0301").rows["title"].to_list() == ["Café"]
