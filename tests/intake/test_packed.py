"""A body that was taken out whole comes in again as it was, whatever was said of its words and names."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import intake
import loaders
from package import package
from store import Said, SavedMeanwhile, Store
from tests.intake.test_histories import FILES, shown, told
from tests.intake.test_remembered import BODY, CASES, DAY, READER, answer, load, say
from tests.switch import at_length, many, some

LATER = datetime(2026, 11, 22)
LOG = "Reference,Group,Action,Status\n1,,Write,{}\n"
Files = dict[str, bytes]


@pytest.fixture
def store() -> Iterator[Store]:
    with closing(Store.open(None)) as opened:
        yield opened


@pytest.fixture
def new() -> Iterator[Store]:
    with closing(Store.open(None)) as opened:
        yield opened


def taken_out(store: Store) -> Files:
    return package(BODY, store.whole(READER, BODY.key), LATER)


def taken_in(files: Files, new: Store) -> list[intake.Again]:
    """The uploads, none of which lost a row or an answer on the way."""
    read = files.__getitem__
    key, held = intake.packed(read)
    again = intake.unpacked(held, read, new, READER, BODY, LATER, LATER.date())
    assert key == BODY.key
    assert [each.checked.problems.to_dicts() + each.checked.unplaced.to_dicts() for each in again] == [
        [] for _ in again
    ]
    assert [each.unanswered for each in again] == [0] * len(again)
    return again


def said(store: Store) -> list[tuple]:
    """Each upload with what it says, and its rows but for their lines and a key of names as read."""
    uploads = store.whole(READER, BODY.key).uploads
    return [
        (each.kind, each.rows.drop("line", "row_key").rows(), each.gone, each.note.said) for each in uploads
    ]


@pytest.mark.parametrize(("case", "first", "other"), some(CASES.values(), 2), ids=some(CASES, 2))
def test_a_row_that_nobody_explains_waits_there_too(
    store: Store, new: Store, case: tuple, first: str, other: str
) -> None:
    """What an answer that was undone had explained is taken along, and understood once it is said again."""
    words, file, where = case
    one = say(store, words, first)
    load(store, "file.csv", file)
    say(store, words, other, 1)
    store.undo(READER, one, DAY)
    store.undo(READER, 3, DAY)

    taken_in(taken_out(store), new)
    assert (answer(new, where), said(new)) == ([], said(store))
    say(new, words, first, 2)
    assert answer(new, where) == [first]
    assert not new.verify()


def _withdrawn(store: Store) -> None:
    row = {"reference": "1", "action": "Write", "status": "open"}
    checked, key = intake.withdrawing(store, READER, BODY, "actions", row, DAY)
    note = intake.note(checked, DAY, Said(part=True))
    store.add(READER, BODY.key, "actions", checked.kept, note, {key: "mistaken"})


def _twice(store: Store) -> None:
    """A file, another one, and the first again; then the one between is undone."""
    load(store, "between.csv", LOG.format("complete"))
    load(store, "open.csv", LOG.format("open"))
    store.undo(READER, 2, DAY)


def _moot(store: Store) -> None:
    """A record is withdrawn, and then the file that had it is undone."""
    _withdrawn(store)
    store.undo(READER, 1, DAY)


HISTORIES = {"withdrawn": (_withdrawn, 2), "sent twice": (_twice, 1), "withdrawn in vain": (_moot, 0)}


@pytest.mark.parametrize(("then", "uploads"), HISTORIES.values(), ids=HISTORIES)
def test_answers_are_taken_along(
    store: Store, new: Store, then: Callable[[Store], None], uploads: int
) -> None:
    """What is gone stays gone; an upload that changes nothing any more is left behind."""
    load(store, "open.csv", LOG.format("open"))
    then(store)

    assert len(taken_in(taken_out(store), new)) == uploads
    before, after = (each.read(READER, "actions", BODY.key).drop("file", "line") for each in (store, new))
    assert after.rows() == before.rows()


@at_length
@settings(max_examples=many(1, 2, 40))
@given(st.permutations(range(len(FILES))), st.integers(4, len(FILES)), st.data())
def test_any_history_moves(order: list[int], count: int, data: st.DataObject) -> None:
    """In whatever order files came and were taken back: every figure is there, today and on past days."""
    numbers = order[:count]
    lived, ids = told(numbers)
    for number in data.draw(st.lists(st.sampled_from(numbers), unique=True, max_size=count - 1)):
        lived.undo(READER, ids[number], LATER)
    new = Store.open(None)
    taken_in(taken_out(lived), new)

    assert (shown(new), said(new)) == (shown(lived), said(lived))
    lived.close()
    new.close()


LOGGED = "Reference,Action,Status\n"
PAID = "Organisation,Financial year,Paid on,Amount (£),Reference\nBirch,2026/27,01/06/2026,-50.5,=7\n"
REGISTERED = (
    "date_of_extract,registered_charity_number,charity_name,charity_registration_status,latest_income\n"
)
# each file a day after the one before, with what it says of itself and what became of records gone from it
SAID_OTHERWISE = (
    ("Organisation,Membership,Charity number\nBirch,member,2222222\n", Said(), {}),
    (f"{REGISTERED}2026-11-01,2222222,BIRCH,Registered,23456\n", Said(), {}),
    (f"{LOGGED}1,Write it,open\n2,Ask them,open\n", Said(), {}),
    (f"{LOGGED}1,Ask them,complete\n2,Go,open\n", Said(matched_by="words"), "ended"),
    (f"Person,{LOGGED}Sam Oak,1,Ask them,open\n", Said(fills=True, matched_by="words"), {}),
    (f"{PAID}Birch,2026/27,01/06/2026,-50.5,=7\n", Said(), {}),
    (PAID, Said(complete_to=LATER.date()), "mistaken"),
)


def test_what_files_say_of_themselves_is_taken_along(store: Store, new: Store) -> None:
    """A register that tells a few columns, references given anew, blanks filled, payments that are alike."""
    for days, (text, says, gone) in enumerate(SAID_OTHERWISE):
        known = intake.known(store, READER, BODY)
        checked = intake.check(text.encode(), f"{days}.csv", BODY, known=known)
        note = intake.note(checked, DAY + timedelta(days), says)
        store.add(READER, BODY.key, checked.kind.name, checked.kept, note, gone)

    taken_in(taken_out(store), new)
    assert said(new) == said(store)
    for mart in ("organisations", "actions", "payments"):
        before, after = (
            each.read(READER, mart, BODY.key).drop("file", "line").rows() for each in (store, new)
        )
        assert before and sorted(after, key=str) == sorted(before, key=str)


MEETING = (
    "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\n"
    "Pat Lee\t13/6/2026, 10:00:00\t13/6/2026, 11:00:00\t1h 0m\tpat@alder.example\t\tAttendee\n"
    "Pat Lee\t13/6/2026, 10:00:00\t13/6/2026, 11:00:00\t1h 0m\tpat@birch.example\t\tAttendee\n"
)


def test_two_of_one_name_stay_two(store: Store, new: Store) -> None:
    """Their addresses, which no column of the template has, go along with them."""
    seats = "Organisation,Person,Email,Role\nAlder,P Lee,pat@alder.example,member\n"
    load(store, "seats.csv", seats + "Birch,Pat L,pat@birch.example,member\n")
    load(store, "meeting.csv", MEETING)

    taken_in(taken_out(store), new)
    assert said(new) == said(store)
    assert new.read(READER, "attendance", BODY.key)["organisation"].sort().to_list() == ["Alder", "Birch"]


def test_what_was_changed_is_refused(store: Store, new: Store) -> None:
    """A package is taken as it was written, or not at all."""
    load(store, "open.csv", LOG.format("open"))
    files = taken_out(store)
    name = "record/0001_actions.csv"

    for path, found, put in (
        (name, b"open", b"complete"),
        ("datapackage.json", b'"record/', b'"../'),
        ("datapackage.json", b'"quorate"', b'"other"'),
        ("datapackage.json", b"{", b""),
    ):
        with pytest.raises(loaders.Unreadable, match="not as it was written"):
            taken_in({**files, path: files[path].replace(found, put)}, new)
    assert new.read(READER, "uploads").is_empty()


def test_a_body_that_is_there_is_left_alone(store: Store, new: Store) -> None:
    """Nothing is mixed with what a store holds of the body already."""
    load(store, "open.csv", LOG.format("open"))
    load(new, "other.csv", LOG.format("complete"))

    with pytest.raises(SavedMeanwhile):
        taken_in(taken_out(store), new)
    assert new.read(READER, "actions", BODY.key)["status"].to_list() == ["complete"]
