"""Columns and words in which the meaning of a row hides."""

import pytest

from tests.loaders.tables import check


@pytest.mark.parametrize("heading", ["Revised due date", "New due date", "revised  deadline", "Extended to"])
def test_a_revised_date_is_the_date_where_it_is_filled(heading: str) -> None:
    """The first one counts for the rows that were not revised, and the column is not called unused."""
    checked = check(
        f"Reference,Action,Due date,{heading},Status",
        "A1,Ask,31/03/2026,30/09/2026,open",
        "A2,Tell,31/03/2026,,open",
        kind="actions",
    )

    assert checked.rows["due"].to_list() == ["2026-09-30", "2026-03-31"]
    assert checked.ignored == ()


@pytest.mark.parametrize(
    ("attended", "apologies", "attendance"),
    [("N", "Y", "apologies"), ("", "x", "apologies"), ("N", "", "absent"), ("Y", "Y", "present"),
     ("N", "N", "absent")],
)  # fmt: skip
def test_apologies_beside_who_attended(attended: str, apologies: str, attendance: str) -> None:
    """A tick under Apologies tells who sent them; whoever came, came."""
    checked = check(
        "Meeting date,Organisation,Name,Attended,Apologies",
        f"13/06/2026,Alder,Ann,{attended},{apologies}",
        "13/06/2026,Birch,Ben,Y,",
    )

    assert checked.rows["attendance"].to_list()[0] == attendance


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        ("2026-06-30T23:00:00.000Z", "2026-07-01"),
        ("2026-12-31T23:30:00Z", "2026-12-31"),
        ("2026-06-30 23:30:00+01:00", "2026-06-30"),
        ("2026-07-01T00:30:00+0200", "2026-06-30"),
    ],
)
def test_a_moment_becomes_the_day_in_london(moment: str, day: str) -> None:
    """In summer an hour to midnight in UTC is the next day already."""
    assert check("Reference,Action,Due,Status", f"A1,Ask,{moment},open").rows["due"].to_list() == [day]


def test_a_weekday_that_contradicts_its_date_is_told() -> None:
    """3 November 2026 is a Tuesday; which of the two is right nobody can tell."""
    rows = ("Tuesday 3 November 2026", "Wednesday 3 November 2026", "Wed 4 Nov 2026")
    checked = check("Meeting date", *rows)

    assert checked.rows["line"].to_list() == [2, 4]
    (told,) = checked.problems["must_be"]
    assert told.endswith("on the weekday that it names: 3 November 2026 is a Tuesday")


@pytest.mark.parametrize("heading", ["Committee", "Board", "Forum", "Sub-group"])
def test_a_group_stands_under_other_names(heading: str) -> None:
    """A list of a committee's meeting is not one of the main group."""
    checked = check(
        f"{heading},Date,Organisation,Name,Attendance", "Operational,13/06/2026,Alder,Ann,Present"
    )

    assert checked.rows["group_name"].to_list() == ["Operational"]


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("CANCELLED – snow", "cancelled"),
        ("Rescheduled to 17 March", "postponed"),
        ("Did not go ahead: no room", "cancelled"),
        ("Going ahead", "held"),
    ],
)
def test_a_status_may_say_why(written: str, status: str) -> None:
    """What stands beside the word does not hide it."""
    assert check("Meeting date,Status", f"13/06/2026,{written}").rows["status"].to_list() == [status]


@pytest.mark.parametrize("heading", ["Date left", "Leaving date", "Resigned", "Term ends"])
def test_a_seat_ends_on_the_day_of_leaving(heading: str) -> None:
    """Whatever the column is called in which that day stands."""
    checked = check(f"Organisation,Name,Role,Start date,{heading}", "Alder,Ann,member,13/11/2023,31/03/2026")

    assert [str(day) for day in checked.rows["to_on"]] == ["2026-03-31"]


@pytest.mark.parametrize(
    ("kind", "status"),
    [
        ("Cancelled", "cancelled"),
        ("Ordinary (cancelled)", "cancelled"),
        ("Postponed", "postponed"),
        ("Postponed from 2 June", None),
        ("AGM", None),
    ],
)
def test_a_meeting_that_did_not_take_place_may_be_told_by_its_kind(kind: str, status: str | None) -> None:
    """Where there is no column for it, people write it where they can."""
    assert check("Meeting date,Kind", f"13/06/2026,{kind}").rows["status"].to_list() == [status]


@pytest.mark.parametrize(
    ("person", "status"),
    [
        ("Ann Lee", "filled"),
        ("Ann Lee?", "unconfirmed"),
        ("TBC", "vacant"),
        ("To be appointed", "vacant"),
        ("Vacant", "vacant"),
        ("Post vacant since May", "vacant"),
        ("N/A", "vacant"),
        ("", "vacant"),
    ],
)
def test_a_seat_without_a_status_is_as_its_person_says(person: str, status: str) -> None:
    """Words for nobody are no name, and a name with a question mark is not confirmed."""
    checked = check("Seat,Person,Role", f"Lead,{person},member")

    assert checked.rows["status"].to_list() == [status]
