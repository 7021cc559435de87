"""What a person may see follows from the seats they hold on the day, and from nothing else."""

from datetime import date

import pytest

from store import Reader, Store, Upload
from tests.store.tables import SECRETARIAT, note, table
from tests.switch import some

TODAY = date(2026, 11, 21)
ROSTER = """
    organisation  | also_known_as | membership
    North Council | NC            | member
    Bright Homes  | Bright        | member
    """
HEAD = "group_name|seat|organisation|person|email|role|from_on|to_on|status\n"


def seated(store: Store, *seats: str, body: str = "north", name: str = "seats.csv") -> Store:
    """The store with these seats of a body uploaded after its roster."""
    seats_table = table("representatives", HEAD + "\n".join(seats))
    uploads = [Upload(body, "representatives", seats_table, note(f"{body} {name}"))]
    if store.read(SECRETARIAT, "organisations", body).is_empty():
        roster = table("organisations", ROSTER)
        uploads.insert(0, Upload(body, "organisations", roster, note(f"{body} roster")))
    store.add_all(SECRETARIAT, uploads)
    return store


def roles(store: Store, email: str = "ada@example.org", on: date = TODAY) -> list[tuple]:
    return [(r.body, sorted(r.roles), r.organisation) for r in store.readers(email, on)]


@pytest.mark.parametrize(
    ("role", "means", "organisation"),
    some(
        [
            ("secretariat", ["secretariat"], None),
            ("chair", ["board"], None),
            ("co-chair", ["board"], None),
            ("vice chair", ["board"], None),
            ("member", ["partner"], "North Council"),
            ("deputy", ["partner"], "North Council"),
        ],
        2,
    ),
)
def test_a_seat_gives_a_role(store: Store, role: str, means: list[str], organisation: str | None) -> None:
    """The secretariat writes, chairs read the board, and everybody else speaks for their organisation."""
    seated(store, f"Board|Seat|NC|Ada|ada@example.org|{role}|||filled")

    assert roles(store) == [("north", means, organisation)]


def test_the_address_is_compared_without_regard_to_case(store: Store) -> None:
    """Providers and rosters write one address in many ways."""
    seated(store, "Board|Seat|NC|Ada| Ada@Example.ORG |chair|||filled")

    assert roles(store, "ada@example.org") == roles(store, "ADA@example.org") == [("north", ["board"], None)]


def test_somebody_without_a_seat_has_no_role(store: Store) -> None:
    """Who is on no roster may read nothing."""
    seated(store, "Board|Seat|NC|Ada|ada@example.org|chair|||filled")

    assert store.readers("eve@example.org", TODAY) == ()


def test_no_address_opens_no_door(store: Store) -> None:
    """A seat without an e-mail address is on the list, and an empty address does not fit it."""
    seated(store, "Board|Seat|NC|Ada||chair|||filled")

    assert store.read(SECRETARIAT, "access")["email"].to_list() == [None]
    assert store.readers("", TODAY) == ()


@pytest.mark.parametrize("status", ["unconfirmed", "vacant"])
def test_only_a_filled_seat_gives_a_role(store: Store, status: str) -> None:
    """Somebody whose seat is not confirmed waits until it is."""
    seated(store, f"Board|Seat|NC|Ada|ada@example.org|chair|||{status}")

    assert roles(store) == []


@pytest.mark.parametrize(
    ("on", "has"),
    some([("2026-03-31", False), ("2026-04-01", True), ("2026-09-30", True), ("2026-10-01", False)], 2),
)
def test_a_role_lasts_as_long_as_the_seat(store: Store, on: str, has: bool) -> None:
    """From the first day to the last, both counted."""
    seated(store, "Board|Seat|NC|Ada|ada@example.org|chair|2026-04-01|2026-09-30|filled")

    assert bool(roles(store, on=date.fromisoformat(on))) is has


def test_a_vacancy_uploaded_later_ends_the_role(store: Store) -> None:
    """When the seat falls vacant, whoever held it sees nothing any more."""
    seated(store, "Board|Seat|NC|Ada|ada@example.org|chair|2026-04-01||filled")
    seated(store, "Board|Seat|NC|||chair|2026-11-01||vacant", name="vacancy.csv")

    assert roles(store, on=date(2026, 10, 31)) == [("north", ["board"], None)]
    assert roles(store) == []


def test_undoing_the_upload_takes_the_role_back(store: Store) -> None:
    """A role rests on an upload and goes with it."""
    seated(store, "Board|Seat|NC|Ada|ada@example.org|chair|||filled")
    store.undo(SECRETARIAT, 2, note("x").at)

    assert roles(store) == []


def test_several_seats_are_several_roles(store: Store) -> None:
    """A chair who also speaks for an organisation has both roles at once."""
    seated(
        store,
        "Board|Chair|NC|Ada|ada@example.org|chair|||filled",
        "Housing|Seat|NC|Ada|ada@example.org|member|||filled",
    )

    assert roles(store) == [("north", ["board", "partner"], "North Council")]


def test_one_reader_for_each_organisation_spoken_for(store: Store) -> None:
    """Somebody who sits for two organisations reads each by itself, never both as one."""
    seated(
        store,
        "Board|Seat|NC|Ada|ada@example.org|member|||filled",
        "Board|Seat|Bright|Ada|ada@example.org|member|||filled",
    )

    assert store.readers("ada@example.org", TODAY) == (
        Reader("ada@example.org", frozenset({"partner"}), "north", "Bright Homes"),
        Reader("ada@example.org", frozenset({"partner"}), "north", "North Council"),
    )


def test_a_role_in_one_body_is_none_in_another(store: Store) -> None:
    """Each body gives its own roles."""
    seated(store, "Board|Seat|NC|Ada|ada@example.org|secretariat|||filled")
    seated(store, "Board|Seat|NC|Ada|ada@example.org|member|||filled", body="south")

    assert roles(store) == [("north", ["secretariat"], None), ("south", ["partner"], "North Council")]


def test_a_member_without_an_organisation_has_no_role(store: Store) -> None:
    """A partner is confined to its organisation, so one without any is not let in."""
    seated(store, "Board|Seat||Ada|ada@example.org|member|||filled")

    assert roles(store) == []


def test_the_list_tells_why(store: Store) -> None:
    """Each role names the seat and group it comes from, and the file and line that say so."""
    seated(store, "Board|Finance|NC|Ada|ada@example.org|member|2026-04-01||filled")
    told = (
        store.read(SECRETARIAT, "access").select("because", "organisation", "from_on", "file", "line").row(0)
    )

    assert told == ("Finance, Board", "North Council", date(2026, 4, 1), "north seats.csv", 2)
