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


@pytest.mark.parametrize(
    "shown",
    ["Pat Lee (Alder)", "Pat Lee - Alder", "Pat Lee | Alder", "Alder - Pat Lee", "Pat Lee, ALDER",
     "Alder: Pat Lee", "Pat Lee [Alder]", "Pat Lee from Alder"],
)  # fmt: skip
def test_a_name_with_an_organisation_in_it_is_a_person_of_that(shown: str) -> None:
    """People call themselves so in meetings online, in either order."""
    checked = teams(shown)

    assert checked.rows.select("organisation", "person").rows() == [("Alder", "Pat Lee")]


def test_one_person_under_two_names_came_once() -> None:
    """With the organisation and without, with an address and without."""
    checked = teams("Pat Lee (Alder)", "Pat Lee <p@alder.example>", "Alder - Pat Lee")

    assert checked.rows.select("organisation", "person", "line").rows() == [("Alder", "Pat Lee", 2)]
    assert (checked.unplaced.height, checked.count_left_out) == (0, 2)


def test_an_address_goes_before_the_organisation_in_a_name() -> None:
    """A name is what somebody typed."""
    checked = teams("Pat Lee (Birch Trust) <p@alder.example>")

    assert checked.rows.select("organisation", "person").rows() == [("Alder", "Pat Lee")]


def test_an_organisation_that_is_nearly_on_record_needs_an_address() -> None:
    """Alder College may be Alder, and may be another; the address tells."""
    assert teams("Pat Lee (Alder College) <p@alder.example>").rows["person"].to_list() == ["Pat Lee"]
    assert teams("Pat Lee (Alder College)").unplaced["written"].to_list() == ["Pat Lee (Alder College)"]


def test_a_name_of_two_parts_need_have_no_organisation_in_it() -> None:
    """Nothing is made of what is not on record."""
    written = ["Pat Lee - Jones", "Lee, Pat", "Pat Lee (Chair)"]

    assert teams(*written).unplaced["written"].to_list() == written


def test_an_organisation_is_not_the_name_that_somebody_came_with() -> None:
    """Zoom puts that in brackets too."""
    rows = (
        "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest",
        "Pat Lee (Alder),,06/13/2026 10:00:00 AM,06/13/2026 11:00:00 AM,60,No",
        "Jo Fox (Yew Council),,06/13/2026 10:00:00 AM,06/13/2026 11:00:00 AM,60,No",
        "Kim Roe (Yew Council),,06/13/2026 10:00:00 AM,06/13/2026 11:00:00 AM,60,No",
    )
    checked = loaders.check(lines(*rows), "zoom.csv", known=loaders.Known(names=NAMES))

    assert checked.rows.select("organisation", "person").rows() == [("Alder", "Pat Lee")]
    assert checked.unplaced["written"].to_list() == ["Jo Fox (Yew Council)", "Kim Roe (Yew Council)"]
