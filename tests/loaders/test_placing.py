"""Who a row is about: found by address, name or alias; asked where nobody can know; guests are left out."""

import pytest

import loaders
from tests.loaders.tables import lines

NAMES = loaders.Names(
    people={"ada ash": "Alder", "ben@shared.example": "Birch"},
    domains={"alder.example": "Alder"},
    payees={"birch btc": "Birch"},
    left_out=frozenset({"room 2"}),
    organisations=frozenset({"alder", "birch trust", "st john's"}),
    cleaned={"alder": "Alder", "birch trust": "Birch Trust", "st johns": "St John’s"},
    numbers={"1234567": "Birch Trust"},
)
TEAMS = "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole"


def teams(*people: str) -> loaders.Checked:
    """A Teams report of these people, written name or name <address>."""
    rows = []
    for person in people:
        name, _, address = person.rstrip(">").partition(" <")
        rows.append(
            f"{name}\t13/6/2026, 10:00:00\t13/6/2026, 11:00:00\t1h 0m\t{address}\t{address}\tAttendee"
        )
    return loaders.check(lines(TEAMS, *rows), "teams.csv", known=loaders.Known(names=NAMES))


@pytest.mark.parametrize(
    "person",
    ["Ada Ash", "ADA  ASH", "Somebody <x@alder.example>", "Somebody <X@ALDER.EXAMPLE>"],
)
def test_a_person_is_placed_by_name_or_by_the_domain_of_their_address(person: str) -> None:
    """Whatever the letters, a known name or domain tells the organisation."""
    assert teams(person).rows["organisation"].to_list() == ["Alder"]


def test_an_address_goes_before_its_domain() -> None:
    """Several organisations may share one domain."""
    assert teams("Somebody <ben@shared.example>").rows["organisation"].to_list() == ["Birch"]


def test_a_person_whom_nobody_knows_is_asked_about() -> None:
    """They are neither loaded nor refused, but named with line and address."""
    checked = teams("Ada Ash", "Newcomer <new@nowhere.example>")

    assert checked.unplaced.select("line", "written", "email").rows() == [
        (3, "Newcomer", "new@nowhere.example")
    ]
    assert (checked.rows.height, checked.problems.height) == (1, 0)


def test_a_room_that_stands_for_nobody_is_left_out_and_counted() -> None:
    """What the secretariat said of it once holds."""
    checked = teams("Ada Ash", "Room 2")

    assert (checked.rows.height, checked.unplaced.height, checked.count_left_out) == (1, 0, 1)


def test_a_blank_organisation_in_a_template_is_a_problem() -> None:
    """A column that is there is to be filled in."""
    checked = loaders.check(
        lines("Meeting date,Organisation,Person,Attendance", "13/6/2026,,Newcomer,present"), "a.csv"
    )

    assert checked.problems["column"].to_list() == ["Organisation"]


def test_a_file_without_the_column_needs_none_where_people_are_known() -> None:
    """A list of names and dates is enough."""
    data = lines("Meeting date,Person,Attendance", "13/6/2026,Ada Ash,present")

    assert loaders.check(data, "a.csv", known=loaders.Known(names=NAMES)).rows["organisation"].to_list() == [
        "Alder"
    ]


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("The Birch Trust Ltd.", "Birch Trust"),
        ("1234567", "Birch Trust"),
        ("ALDER", "ALDER"),
        ("St Johns", "St John’s"),
        ("Birch Trusts", "Birch Trusts"),
    ],
)
def test_a_name_that_differs_in_form_alone_is_the_name_on_record(written: str, read_as: str) -> None:
    """Case, punctuation, legal form or the charity's number make no other organisation; likeness may."""
    data = lines("Meeting date,Organisation,Attendance", f"13/6/2026,{written},present")
    checked = loaders.check(data, "a.csv", known=loaders.Known(names=NAMES))

    assert checked.rows["organisation"].to_list() == [read_as]


def test_what_was_read_otherwise_than_written_is_told() -> None:
    """No name is changed in silence."""
    data = lines("Meeting date,Organisation,Attendance", "13/6/2026,Birch Trust Limited,present")

    assert loaders.check(data, "a.csv", known=loaders.Known(names=NAMES)).renamed == {
        "Birch Trust Limited": "Birch Trust"
    }
