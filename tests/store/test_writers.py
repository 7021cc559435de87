"""The one door for writing."""

import polars as pl
import pytest

from store import NotAllowed, Reader, Store
from store.catalogue import RECORDS as KINDS
from tests.store.conftest import NORTH
from tests.store.tables import COLLEAGUE, LOADED_AT, SECRETARIAT, note, table
from tests.switch import some

BRIGHT = Reader("cyd@example.org", frozenset({"partner"}), "north", "Bright Homes")
CHAIR = Reader("ada@example.org", frozenset({"board"}), "north", "North Council")
ROSTER = "organisation|membership\nBright Homes|member\nNorth Council|member"
PLEDGES = "reference|organisation|pledge\nP1|Bright Homes|Homes\nP2|North Council|Relief"
HEAD = "organisation|about|reference|as_at|response|note|said_on|answer\n"
CONFIRMED = "Bright Homes|pledge|P1|2026-03-01|confirmed||2026-04-01|"


@pytest.fixture
def pledged(store: Store) -> Store:
    """A body with two members and a pledge of each."""
    for kind, text in (("organisations", ROSTER), ("pledges", PLEDGES)):
        store.add(SECRETARIAT, "north", kind, table(kind, text), note(kind))
    return store


def responses(*rows: str) -> pl.DataFrame:
    return table("responses", HEAD + "\n".join(rows))


def test_a_partner_responds_for_itself(pledged: Store) -> None:
    """What a partner says of its own pledge is kept, and the ledger says who sent it."""
    receipt = pledged.add(BRIGHT, "north", "responses", responses(CONFIRMED), note("mine"))

    assert pledged.read(BRIGHT, "responses")["response"].to_list() == ["confirmed"]
    uploads = pledged.read(SECRETARIAT, "uploads", upload_id=receipt.upload_id)
    assert uploads["loaded_by"].to_list() == ["cyd@example.org"]


@pytest.mark.parametrize(
    ("row", "says"),
    some(
        [
            ("North Council|pledge|P2|2026-03-01|confirmed||2026-04-01|", "own organisation only"),
            ("Bright Homes|pledge|P2|2026-03-01|confirmed||2026-04-01|", "no pledge of your organisation's"),
            ("Bright Homes|pledge||2026-03-01|confirmed||2026-04-01|", "no pledge of your organisation's"),
            ("Bright Homes|pledge|P1|2026-03-01|queried|Why?|2026-04-01|accepted", "Only the secretariat"),
        ],
        1,
    ),
)
def test_a_partner_responds_for_nobody_else(pledged: Store, row: str, says: str) -> None:
    """Another's name, another's pledge or an answer refuses the whole upload."""
    head = pledged.head()
    with pytest.raises(NotAllowed, match=says):
        pledged.add(BRIGHT, "north", "responses", responses(CONFIRMED, row), note("mixed"))
    assert pledged.head() == head


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "responses"])
@pytest.mark.parametrize("reader", [BRIGHT, CHAIR])
def test_only_the_secretariat_loads_files(store: Store, reader: Reader, kind: str) -> None:
    """Neither a partner nor the board may add a row of any other kind."""
    with pytest.raises(NotAllowed, match="may not change"):
        store.add(reader, "north", kind, table(kind, NORTH[kind]), note(kind))
    assert store.head() == ""


@pytest.mark.parametrize(
    "reader",
    some(
        [
            CHAIR,
            Reader("x@example.org", frozenset()),
            Reader("x@example.org", frozenset({"partner"}), "north"),
            Reader("cyd@example.org", frozenset({"partner"}), "south", "Bright Homes"),
            Reader("x@example.org", frozenset({"secretariat"}), "south"),
        ],
        1,
    ),
)
def test_who_has_no_part_in_it_does_not_respond(pledged: Store, reader: Reader) -> None:
    """The board, a stranger, a partner of no organisation and anybody of another body are refused."""
    with pytest.raises(NotAllowed):
        pledged.add(reader, "north", "responses", responses(CONFIRMED), note("x"))
    assert pledged.read(SECRETARIAT, "responses").is_empty()


def test_a_chair_who_is_also_a_partner_responds_for_its_own(pledged: Store) -> None:
    """A seat on the board takes nothing away from what a partner may write."""
    chair = Reader("cyd@example.org", frozenset({"board", "partner"}), "north", "Bright Homes")
    pledged.add(chair, "north", "responses", responses(CONFIRMED), note("mine"))

    assert len(pledged.read(SECRETARIAT, "responses")) == 1


def test_an_answer_is_a_newer_row_of_the_same_key(pledged: Store) -> None:
    """The secretariat's answer replaces the question it answers, and the question keeps its upload."""
    asked = "Bright Homes|pledge|P1|2026-03-01|queried|Why?|2026-04-01|"
    pledged.add(BRIGHT, "north", "responses", responses(asked), note("asked"))
    pledged.add(SECRETARIAT, "north", "responses", responses(asked + "declined"), note("answered"))

    assert pledged.read(BRIGHT, "responses")["answer"].to_list() == ["declined"]
    assert len(pledged.read(SECRETARIAT, "uploads", kind="responses")) == 2


def test_a_partner_takes_back_what_it_sent(pledged: Store) -> None:
    """An upload of its own can be undone by who sent it."""
    sent = pledged.add(BRIGHT, "north", "responses", responses(CONFIRMED), note("mine"))
    pledged.undo(BRIGHT, sent.upload_id, LOADED_AT)

    assert pledged.read(BRIGHT, "responses").is_empty()


def test_a_partner_takes_back_nobody_elses(pledged: Store) -> None:
    """What the secretariat recorded for a partner is not the partner's to undo."""
    sent = pledged.add(SECRETARIAT, "north", "responses", responses(CONFIRMED), note("by telephone"))
    with pytest.raises(NotAllowed, match="sent yourself"):
        pledged.undo(BRIGHT, sent.upload_id, LOADED_AT)
    assert len(pledged.read(BRIGHT, "responses")) == 1


@pytest.mark.parametrize(
    "reader", [BRIGHT, CHAIR, Reader("x@example.org", frozenset({"secretariat"}), "south")]
)
def test_no_other_undoes_a_file(pledged: Store, reader: Reader) -> None:
    """A partner, the board and another body's secretariat leave every upload as it is."""
    with pytest.raises(NotAllowed):
        pledged.undo(reader, 2, LOADED_AT)
    assert len(pledged.read(SECRETARIAT, "pledges")) == 2


def test_the_ledger_says_who_undid(pledged: Store) -> None:
    """Who takes an upload back need not be who made it; both are kept."""
    pledged.undo(COLLEAGUE, 2, LOADED_AT)

    who = pledged.read(SECRETARIAT, "uploads", upload_id=2).select("loaded_by", "undone_by")
    assert who.rows() == [("secretariat@example.org", "colleague@example.org")]
