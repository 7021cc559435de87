"""A column that changes what a row means is used or asked about, and never passed over without a word."""

from datetime import date

import pytest

import loaders
from kinds.beside import BESIDE, beside_of, choices
from loaders.recognising.known import plain
from loaders.recognising.sources import SOURCES
from tests.loaders.tables import check, lines


def read(*rows: str, kind: str | None = None, unused: tuple[str, ...] = ()) -> loaders.Checked:
    """These lines in a body whose main group is the Strategy Group; some columns said not to be used."""
    words = loaders.Words(main_group="Strategy Group")
    answers = loaders.Answers(unused=frozenset(unused))
    return loaders.check(lines(*rows), "file.csv", kind=kind, words=words, answers=answers)


@pytest.mark.parametrize("kind", BESIDE)
def test_what_stands_beside_a_column_has_headings_of_its_own(kind: str) -> None:
    """No heading means two things, and no export of a system calls another column so."""
    aside = {each.name: each.headings for each in BESIDE[kind]}
    own = [(each.heading, each.column, *each.also) for each in loaders.KIND[kind].fields]
    headings = [name for names in (*aside.values(), *own) for name in {plain(each) for each in names}]

    assert len(headings) == len(set(headings))
    assert not any(aside.keys() & each.columns.keys() for each in SOURCES if each.kind == kind)


@pytest.mark.parametrize(
    "heading",
    ["Body", "Committee", "Board", "Forum name", "Meeting", "Subgroup", "Sub-group", "Working group"],
)
def test_a_column_of_groups_is_the_group_whatever_it_is_called(heading: str) -> None:
    """Its cells tell: groups by their words, or the main group by its name."""
    rows = ("Operational Group,13/01/2026,Alder,present", "strategy group,13/01/2026,Birch,present")
    checked = read(f"{heading},Date,Organisation,Attendance", *rows)

    assert checked.rows["group_name"].to_list() == ["Operational Group", "Strategy Group"]
    assert checked.mapping[heading] == "group_name"


def test_a_group_on_record_needs_no_word_of_groups() -> None:
    """The store knows it by name."""
    data = lines("Meeting,Meeting date,Kind", "Sounding,13/01/2026,ordinary")
    checked = loaders.check(data, "m.csv", known=loaders.Known(groups=frozenset({"Sounding"})))

    assert checked.rows["group_name"].to_list() == ["Sounding"]


def test_a_column_that_may_be_the_group_is_asked_about() -> None:
    """Its cells are no groups that anybody knows: the reader says, and may say that it is nothing."""
    rows = ("Meeting,Date,Organisation,Attendance", "Northern,13/01/2026,Alder,present")

    with pytest.raises(loaders.Unmapped, match=r"“Meeting” may be the group .* “Northern”") as asked:
        read(*rows)
    assert (asked.value.kind, asked.value.unclear) == ("attendance", ("Meeting",))
    assert asked.value.columns["Date"] == "meeting_on"
    assert read(*rows, unused=("meeting",)).rows["group_name"].to_list() == ["Strategy Group"]


@pytest.mark.parametrize(
    "cells", [("1", "2"), ("Meeting 4", "Meeting 5"), ("13/01/2026", "14/01/2026"), ("", "")]
)
def test_a_number_or_a_day_of_a_meeting_is_no_group(cells: tuple[str, str]) -> None:
    """Nothing is unclear about them, so nothing is asked."""
    rows = [f"{cell},1{at}/01/2026,Alder,present" for at, cell in enumerate(cells)]

    assert read("Meeting,Date,Organisation,Attendance", *rows).ignored == ("Meeting",)


@pytest.mark.parametrize(
    "heading",
    ["Revised due date", "New due date", "Extended to", "Due date (revised)", "Amended deadline", "New date"],
)
def test_the_day_to_which_an_action_was_put_off_counts(heading: str) -> None:
    """Where it is filled in; where it is not, the first one holds."""
    head = f"Reference,Action,Due date,{heading},Status"
    checked = read(
        head, "A1,Plan,31/03/2026,30/09/2026,open", "A2,Ask,31/03/2026,,open", "A3,Go,1/4/2026,N/A,open"
    )

    assert checked.rows["due"].to_list() == ["2026-09-30", "2026-03-31", "2026-04-01"]
    assert checked.mapping[heading] == "due"


def test_the_day_of_the_beginning_holds_where_no_other_is_given() -> None:
    """Original and revised stand there, and none that is just called due."""
    head = "Reference,Organisation,Pledge,Original due date,Revised due date"
    checked = read(head, "P1,Alder,Listen,31/03/2026,", "P2,Alder,Meet,31/03/2026,30/06/2026")

    assert checked.rows["due_on"].to_list() == [date(2026, 3, 31), date(2026, 6, 30)]


@pytest.mark.parametrize(
    ("attended", "apologies", "means"),
    [("N", "Y", "apologies"), ("", "x", "apologies"), ("N", "ill", "apologies"), ("Y", "", "present"),
     ("Y", "N", "present"), ("Y", "Y", "present"),
     ("N", "", "absent"), ("N", "N", "absent"), ("sub", "Y", "substitute")],
)  # fmt: skip
def test_a_tick_under_apologies_is_apologies(attended: str, apologies: str, means: str) -> None:
    """Whoever did not attend and sent them is not just absent."""
    checked = check("Date,Organisation,Attended,Apologies", f"13/01/2026,Alder,{attended},{apologies}")

    assert checked.rows["attendance"].to_list() == [means]


def test_three_columns_of_ticks_are_one_answer() -> None:
    """Present, apologies and absent, as a minute taker ticks them."""
    rows = ("Date,Organisation,Present,Apologies,Absent", "13/01/2026,Alder,✓,,", "13/01/2026,Birch,,✓,")
    checked = check(*rows, "13/01/2026,Cedar,,,✓", "13/01/2026,Elm,,✓,✓")

    assert checked.rows["attendance"].to_list() == ["present", "apologies", "absent", "apologies"]


@pytest.mark.parametrize("heading", ["Date left", "Leaving date", "Resigned", "Term ends", "Resigned on"])
def test_a_seat_ends_on_the_day_its_holder_left(heading: str) -> None:
    """Whatever the list calls it."""
    checked = read(
        f"Organisation,Name,Role,Start date,{heading}", "Alder,Pat Lee,member,01/11/2023,31/03/2026"
    )

    assert checked.rows["to_on"].to_list() == [date(2026, 3, 31)]


def test_who_left_early_did_not_stay_to_the_end_of_the_term() -> None:
    """The day of leaving goes before the end that was planned."""
    head = "Organisation,Name,Role,From,Term ends,Resigned"
    checked = read(
        head,
        "Alder,Pat Lee,member,01/11/2023,31/10/2026,31/03/2026",
        "Birch,Jo Fox,member,1/11/2023,31/10/2026,",
    )

    assert checked.rows["to_on"].to_list() == [date(2026, 3, 31), date(2026, 10, 31)]


@pytest.mark.parametrize("heading", ["Leaving date", "Membership ended", "Resigned on"])
def test_a_membership_ends_too(heading: str) -> None:
    """As a seat does."""
    checked = read(f"Organisation,Membership,{heading}", "Alder,member,31/03/2026")

    assert checked.rows["left_on"].to_list() == [date(2026, 3, 31)]


@pytest.mark.parametrize(
    ("head", "row", "heading"),
    [
        ("Meeting date,Kind,Remarks", "13/01/2026,ordinary,Cancelled", "Remarks"),
        ("Meeting date,Kind,Held?", "13/01/2026,ordinary,No", "Held?"),
        ("Meeting date,New date,Kind", "13/01/2026,20/01/2026,ordinary", "New date"),
        ("Reference,Action,Status,Meeting", "A1,Plan,open,Board meeting in spring", "Meeting"),
        ("Organisation,Membership,End of membership", "Alder,member,31/03/2026", "End of membership"),
        ("Seat,Person,Role,Last day", "Lead,Pat Lee,member,31/03/2026", "Last day"),
        ("Reference,Action,Status,Notes", "A1,Plan,open,Superseded by A7", "Notes"),
        ("Organisation,Financial year,Amount paid,Refunded", "Alder,2026/27,50,50", "Refunded"),
        ("Organisation,Membership,Active", "Alder,member,N", "Active"),
        ("Date,Organisation,Attendance,Deputy", "13/01/2026,Alder,absent,Lou Day", "Deputy"),
        ("Reference,Action,Status,Superseded by", "A1,Plan,open,A2", "Superseded by"),
        ("Reference,Action,Status,Duplicate of", "A2,Plan,open,A1", "Duplicate of"),
    ],
)
def test_what_may_change_a_row_is_asked_about(head: str, row: str, heading: str) -> None:
    """By its heading or by what stands in it."""
    with pytest.raises(loaders.Unmapped, match="not used") as asked:
        read(head, row)
    assert asked.value.unclear == (heading,)


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Date,Organisation,Attendance,Team", "13/01/2026,Alder,present,Policy"),
        ("Reference,Action,Status,Date", "A1,Plan,open,13/01/2026"),
        ("Meeting date,Kind,Venue", "13/01/2026,ordinary,Town Hall"),
        ("Reference,Action,Status,Priority,Notes", "A1,Plan,open,high,Pat left a message"),
        ("Reference,Action,Status,Last updated", "A1,Plan,open,13/01/2026"),
        ("Organisation,Membership,Telephone,Withdrawn", "Alder,member,01234 567890,No"),
        ("Date,Organisation,Attendance,Job title", "13/01/2026,Alder,present,Manager"),
    ],
)
def test_nothing_is_asked_where_nothing_is_unclear(head: str, row: str) -> None:
    """A column more is no reason to hold up a file."""
    assert read(head, row).rows.height == 1


def test_a_mapped_table_may_have_them_too() -> None:
    """Whoever says what the headings mean can say that one is the revised day."""
    kind = loaders.KIND["actions"]
    columns = {"No": "reference", "What": "action", "State": "status", "By": "due", "Then by": "due_revised"}
    source = loaders.mapped(kind, columns, "your table")
    data = lines("No,What,State,By,Then by", "A1,Plan,open,31/03/2026,30/09/2026")
    checked = loaders.check(data, "log.csv", known=loaders.Known(sources=[source]))

    assert checked.rows["due"].to_list() == ["2026-09-30"]


def test_what_stands_beside_a_column_can_be_chosen_for_a_heading() -> None:
    """By what it is called to the reader, and it is known by its heading however that is punctuated."""
    aside = beside_of("actions", "Due date (revised)")

    assert aside
    assert choices(loaders.KIND["actions"])[aside.label] == aside.name
    assert beside_of("actions", "Due date") is None
