"""The audit: who signed in and out, what was refused and taken along; it only grows, and holds no rows."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from store import NotAllowed, Reader, Store
from tests.store.tables import SECRETARIAT, note, table

AT = datetime(2026, 11, 21, 9, 0)
ADA = Reader("ada@example.org", frozenset({"board"}), "north")


def told(store: Store, body: str = "north") -> list[tuple]:
    return store.read(SECRETARIAT, "audit", body).drop("body").rows()


def test_what_is_noted_is_read_back(store: Store) -> None:
    """A note says when, who, what and about what."""
    store.note(ADA, "export", "fees as CSV", AT)

    assert told(store) == [(AT, "ada@example.org", "export", "fees as CSV")]


def test_somebody_who_is_no_reader_can_be_noted(store: Store) -> None:
    """A stranger has no role, but an address and a body whose door they tried."""
    store.note("eve@example.org", "refusal", "no seat", AT, body="north")

    assert told(store) == [(AT, "eve@example.org", "refusal", "no seat")]


def test_uploads_and_undos_stand_among_the_notes(store: Store) -> None:
    """The ledger's entries and the notes are one list, in the order of time."""
    store.add(SECRETARIAT, "north", "duties", table("duties", "duty\nReport"), note("d.csv", AT))
    store.note(ADA, "sign-in", "", AT + timedelta(hours=1))
    store.undo(SECRETARIAT, 1, AT + timedelta(hours=2))

    assert [(what, about) for _, _, what, about in told(store)] == [
        ("upload", "Upload 1, duties: d.csv"),
        ("sign-in", ""),
        ("undo", "Upload 1, duties: d.csv"),
    ]


def test_the_same_is_noted_once_since(store: Store) -> None:
    """A page that is drawn again does not sign anybody in again; a later sign-in does."""
    for minutes in (0, 1, 2):
        store.note(ADA, "sign-in", "", AT + timedelta(minutes=minutes), since=AT)
    store.note(ADA, "sign-in", "", AT + timedelta(hours=3), since=AT + timedelta(hours=3))

    assert [at for at, *_ in told(store)] == [AT, AT + timedelta(hours=3)]


def test_the_last_sign_out_is_found_by_the_person(store: Store) -> None:
    """The newest of somebody's own notes counts, of whatever body, and nobody else's."""
    assert store.last_noted("ada@example.org", "sign-out") is None
    for body, hours in (("north", 2), ("south", 1)):
        store.note("ada@example.org", "sign-out", "", AT + timedelta(hours=hours), body=body)
    store.note("ben@example.org", "sign-out", "", AT + timedelta(hours=9), body="north")

    assert store.last_noted("ada@example.org", "sign-out") == AT + timedelta(hours=2)


def test_a_body_reads_its_own_audit(store: Store) -> None:
    """What was done in one body is not told in another."""
    store.note(ADA, "export", "fees", AT)

    assert told(store, "south") == []


@pytest.mark.parametrize("role", ["board", "partner"])
def test_only_the_secretariat_reads_it(store: Store, role: str) -> None:
    """Who came and went is no business of board or partners."""
    with pytest.raises(NotAllowed):
        store.read(Reader("x@example.org", frozenset({role}), "north", "NC"), "audit")


def test_a_note_changes_no_figure(store: Store) -> None:
    """The head of the ledger stays, so that nothing kept from before is made anew; the store stays sound."""
    head = store.head()
    store.note(ADA, "export", "fees", AT)

    assert (store.head(), store.verify()) == (head, [])


def test_a_backup_keeps_the_audit(store: Store, tmp_path: Path) -> None:
    """A sign-out must end a session even after the store was restored."""
    store.note(ADA, "sign-out", "", AT)
    store.backup(tmp_path / "copy.duckdb")
    copy = Store.open(tmp_path / "copy.duckdb")

    assert copy.last_noted("ada@example.org", "sign-out") == AT
    copy.close()
