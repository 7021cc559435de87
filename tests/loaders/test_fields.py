"""How each type of cell is read, in the secretariat's own spellings."""

from datetime import date
from decimal import Decimal

import pytest

from kinds import KIND
from tests.loaders.tables import check, only, problems, remedies


@pytest.mark.parametrize(
    "text",
    [
        "9/12/2026",
        "09/12/2026",
        "9/12/26",
        "09-12-2026",
        "9.12.2026",
        "2026-12-09",
        "2026-12-09T00:00:00",
        "9-Dec-26",
        "9 Dec 2026",
        "9 December 2026",
        "9 DECEMBER 2026",
        "9th December 2026",
        "2026-12-09 00:00:00",
        "2026-12-09 10:30:00",
        "Wed 9th December 2026",
        "Wednesday 9 Dec 2026",
        "9/12/2026 14:00",
        "9/12/2026 2:00 pm",
        "2026-12-09T10:30:00.000Z",
    ],
)
def test_the_day_comes_first(text: str) -> None:
    """However it is written, this is 9 December 2026 and never 12 September."""
    assert only("meetings", "Meeting date", [text]).rows["meeting_on"].to_list() == [date(2026, 12, 9)]


@pytest.mark.parametrize(
    "text",
    [
        "31/11/2026",
        "31/02/2026",
        "29/02/2025",
        "31/12/1989",
        "01/01/2101",
        "December 2026",
        "9/12",
        "46113",
        "tbc",
        "9 Decem 2026",
        "2026-13-01",
        "9/12/0026",
        "2026-12-09 25 o'clock",
    ],
)
def test_a_day_that_cannot_be_is_a_problem(text: str) -> None:
    """Month-first, impossible, unlikely and unclear dates are all asked about."""
    assert problems(only("meetings", "Meeting date", [text])) == [(2, "Meeting date", text)]


@pytest.mark.parametrize(
    ("text", "year"), [("1/1/90", 1990), ("1/1/99", 1999), ("1/1/00", 2000), ("1/1/89", 2089)]
)
def test_two_digits_of_a_year_fall_between_1990_and_2089(text: str, year: int) -> None:
    """The first year that the gate takes decides the century."""
    assert only("meetings", "Meeting date", [text]).rows["meeting_on"].to_list() == [date(year, 1, 1)]


@pytest.mark.parametrize(
    ("text", "due"),
    [("9 Dec 2026", "2026-12-09"), ("Next meeting", "next meeting"), ("by the next meeting", "next meeting")],
)
def test_an_action_is_due_on_a_day_or_at_the_next_meeting(text: str, due: str) -> None:
    """An action's due date may move with the calendar."""
    assert only("actions", "Due", [text]).rows["due"].to_list() == [due]


def test_an_action_cannot_be_due_soon() -> None:
    """Any other words are a problem, whose remedy names both forms."""
    checked = only("actions", "Due", ["soon"])

    assert remedies(checked) == ["a date such as 09/12/2026 or 9 December 2026, or: next meeting, or blank"]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("May 2020", "2020-05"),
        ("Sept 2020", "2020-09"),
        ("05/2020", "2020-05"),
        ("2020-05", "2020-05"),
        ("12/05/2020", "2020-05-12"),
        ("12 May 2020", "2020-05-12"),
    ],
)
def test_a_publication_may_have_only_a_month(text: str, published: str) -> None:
    """A month stays a month: no day is made up."""
    assert only("publications", "Published on", [text]).rows["published"].to_list() == [published]


@pytest.mark.parametrize("text", ["May-20", "13/2020", "2020", "May 1980"])
def test_an_unclear_month_is_a_problem(text: str) -> None:
    """May-20 may be a month or a day."""
    assert problems(only("publications", "Published on", [text])) == [(2, "Published on", text)]


@pytest.mark.parametrize(
    ("text", "pounds"),
    [
        ("£1,250", "1250"),
        ("1250.50", "1250.50"),
        ("£ 99.5", "99.50"),
        ("(£50)", "-50"),
        ("-£50", "-50"),
        ("£-50", "-50"),
        ("−50", "-50"),
        ("0", "0"),
        ("123,456,789,012.34", "123456789012.34"),
        ("£1.2m", "1200000"),
        ("£1.275 million", "1275000"),
        ("950K", "950000"),
        ("(£2m)", "-2000000"),
    ],
)
def test_money_is_read_as_people_write_it(text: str, pounds: str) -> None:
    """Pound sign, commas, parentheses and minus signs are understood."""
    assert only("payments", "Amount (£)", [text]).rows["amount_gbp"].to_list() == [Decimal(pounds)]


@pytest.mark.parametrize(
    "text",
    ["1,25", "12.345", "£", "1 250", "fifty", "£50 paid", "1234567890123", "--5", "1.2345m", "£1-2m", "£2 b"],
)
def test_money_that_is_unclear_is_a_problem(text: str) -> None:
    """A continental comma, a third decimal or a word is never guessed."""
    assert problems(only("payments", "Amount (£)", [text])) == [(2, "Amount (£)", text)]


@pytest.mark.parametrize(
    ("heading", "text", "pounds"),
    [
        ("Turnover (£)", "1,200", "1200"),
        ("Turnover (£m)", "1.2", "1200000"),
        ("Turnover (£m)", "£1.2m", "1200000"),
        ("Turnover £000s", "£1,200", "1200000"),
        ("Turnover (£k)", "", None),
    ],
)
def test_a_heading_says_of_what_its_figures_are_so_many(heading: str, text: str, pounds: str | None) -> None:
    """1.2 under Turnover (£m) is no turnover of £1.20, by which the fee would be that of the smallest."""
    checked = check(f"Organisation,Membership,{heading}", f'Alder,member,"{text}"')

    assert checked.rows["turnover_gbp"].to_list() == [Decimal(pounds) if pounds else None]


@pytest.mark.parametrize(
    ("text", "share"), [("45", 0.45), ("45%", 0.45), ("45.5 %", 0.455), ("0", 0), ("100", 1), ("1%", 0.01)]
)
def test_progress_is_a_share_of_one(text: str, share: float) -> None:
    """45 and 45% are both 0.45."""
    assert only("pledge_progress", "Progress (%)", [text]).rows["progress_share"].to_list() == [share]


@pytest.mark.parametrize("text", ["101", "-1", "0.45", "1", "half"])
def test_progress_beyond_0_to_100_or_unclear_is_a_problem(text: str) -> None:
    """A bare 0.45 or 1 may be a workbook's 45% or 100%."""
    assert problems(only("pledge_progress", "Progress (%)", [text])) == [(2, "Progress (%)", text)]


@pytest.mark.parametrize(("text", "count"), [("0", 0), ("12", 12), ("12.0", 12), ("1,000", 1000)])
def test_a_count_is_a_whole_number(text: str, count: int) -> None:
    """Commas and a spreadsheet's .0 do no harm."""
    assert only("decisions", "For", [text]).rows["votes_for"].to_list() == [count]


@pytest.mark.parametrize("text", ["-1", "1.5", "many", "99999999999999999999"])
def test_a_count_is_never_negative_or_broken(text: str) -> None:
    """Half a vote is a problem."""
    assert problems(only("decisions", "For", [text])) == [(2, "For", text)]


@pytest.mark.parametrize(
    ("text", "value"), [("-3", -3), ("1,250.5", 1250.5), (".5", 0.5), ("1e-05", 0.00001)]
)
def test_a_number_may_be_negative_or_broken(text: str, value: float) -> None:
    """A target may be any number."""
    assert only("pledges", "Target", [text]).rows["target"].to_list() == [value]


@pytest.mark.parametrize("text", ["5%", "NaN", "inf", "ten", "5 people"])
def test_a_number_has_no_unit(text: str) -> None:
    """The unit belongs in Measure."""
    assert problems(only("pledges", "Target", [text])) == [(2, "Target", text)]


@pytest.mark.parametrize("text", [
    "2025/26", "2025-26", "2025/2026", "2025–26", "2025 / 26", "FY 2025/26", "FY2025-26", "fy 25/26"
])  # fmt: skip
def test_a_financial_year_is_written_one_way(text: str) -> None:
    """Every spelling becomes 2025/26, so that payments of one year meet."""
    assert only("payments", "Financial year", [text]).rows["financial_year"].to_list() == ["2025/26"]


@pytest.mark.parametrize("text", ["2025/27", "2025/2126", "2025", "25/26", "FY26", "FY 2025/27", "1989/90"])
def test_a_financial_year_has_two_years_that_follow(text: str) -> None:
    """A slip of the finger in the second year is found."""
    assert problems(only("payments", "Financial year", [text])) == [(2, "Financial year", text)]


def test_the_turn_of_the_century_follows() -> None:
    """1999/00 is a financial year."""
    assert only("payments", "Financial year", ["1999/2000"]).rows["financial_year"].to_list() == ["1999/00"]


@pytest.mark.parametrize(
    ("kind", "heading", "text", "meant"),
    [
        ("attendance", "Attendance", "Attended", "present"),
        ("attendance", "Attendance", "ONLINE", "present remotely"),
        ("attendance", "Attendance", "Virtual", "present remotely"),
        ("attendance", "Attendance", "sent apologies", "apologies"),
        ("attendance", "Attendance", "did  not-attend", "absent"),
        ("attendance", "Attendance", "Deputy", "substitute"),
        ("actions", "Status", "Closed", "complete"),
        ("actions", "Status", "Not started", "open"),
        ("actions", "Status", "ongoing", "in progress"),
        ("pledge_progress", "RAG", "A", "amber"),
        ("representatives", "Role", "Co chair", "co-chair"),
        ("representatives", "Role", "Vice-Chair", "vice chair"),
        ("organisations", "Membership", "Full member", "member"),
    ],
)
def test_other_words_for_a_choice_are_known(kind: str, heading: str, text: str, meant: str) -> None:
    """What people write is understood, whatever its case, spaces and hyphens."""
    checked = only(kind, heading, [text]) if heading != "Role" else check("Role,Person", f"{text},Ann")
    column = next(field.column for field in checked.kind.fields if field.heading == heading)

    assert checked.rows[column].to_list() == [meant]


def test_an_unknown_word_is_told_the_words_there_are() -> None:
    """The remedy lists the choices in the order of the template's guide."""
    checked = only("pledge_progress", "RAG", ["purple"])

    assert remedies(checked) == ["one of: red, amber, green, blue, none, or blank"]


@pytest.mark.parametrize(
    ("text", "answer"),
    [("Y", True), ("x", True), ("TRUE", True), ("9/12/2026", True), ("n", False), ("No", False), ("", None)],
)
def test_terms_are_signed_with_a_yes_or_a_date(text: str, answer: bool | None) -> None:
    """The day of signing is a yes; a blank is not a no."""
    assert only("organisations", "Signed terms of reference", [text]).rows["signed_terms"].to_list() == [
        answer
    ]


def test_a_date_is_not_an_answer_to_every_yes_or_no() -> None:
    """Elsewhere a yes or a no is asked for."""
    checked = check("Role,Person,Primary contact", "chair,Ann,9/12/2026")

    assert remedies(checked) == ["yes or no, or blank"]


@pytest.mark.parametrize("column", ["Organisation", "Person", "Group"])
def test_an_error_of_a_spreadsheet_is_no_text(column: str) -> None:
    """A reference that was lost would stand for an organisation, a person or a group."""
    row = {"Organisation": "Alder", "Person": "A", "Group": "Board", "Meeting date": "13/6/2026"} | {
        column: "#REF!"
    }
    checked = check(",".join([*row, "Attendance"]), ",".join([*row.values(), "present"]))

    assert problems(checked) == [(2, column, "#REF!")]


@pytest.mark.parametrize(
    ("column", "is_free"), [("group_name", True), ("chaired_by", True), ("kind", True), ("meeting_on", False)]
)
def test_what_may_be_any_text(column: str, is_free: bool) -> None:
    """A name may be one that nobody knows yet; a day may not."""
    [field] = [each for each in KIND["meetings"].fields if each.column == column]

    assert field.plain.is_free is is_free
