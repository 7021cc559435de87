"""What somebody has said of words and names is read into the rows anew each time, and written into none."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest

import intake
from kinds import KIND
from rules import usual_words
from store import Reader, Said, Store, moment
from tests.judged import BODIES
from tests.switch import some

BODY = BODIES["kent_medway"]
READER = Reader("test", frozenset({"secretariat"}))
DAY = datetime(2026, 11, 20, 10)
HEADINGS = "Of,Source,Written,Means"
# what is said, a file that needs it, and where its answer stands
WORD = (
    "word,actions.status,All but done,{}",
    "Reference,Action,Status\n1,Write,open\n2,Ask,all-but  DONE\n",
    ("actions", "status", "reference", "2"),
)
FREE = (
    "word,decisions.method,Hands up,{}",
    "Reference,Meeting date,Decision,Method\n1,09/06/2026,Agreed,consensus\n2,09/06/2026,Agreed,Hands up\n",
    ("decisions", "method", "reference", "2"),
)
PERSON = (
    "person,,Pat Lee,{}",
    "Meeting date,Person,Attendance\n09/06/2026,Pat LEE,present\n",
    ("attendance", "organisation", "person", "Pat LEE"),
)
DOMAIN = (
    "e-mail domain,,alder.example,{}",
    "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\n"
    "Pat Lee\t13/6/2026, 10:00:00\t13/6/2026, 11:00:00\t1h 0m\tpat@alder.example\t\tAttendee\n",
    ("attendance", "organisation", "person", "Pat Lee"),
)
PAYEE = (
    "payee,,ALDER FEE 7,{}",
    "Number,Date,Account,Amount,Subcategory,Memo\n"
    ",13/04/2026,20-00-00 00000000,250.00,DIRECTDEP,ALDER   FEE 7\n",
    ("payments", "organisation", "financial_year", "2026/27"),
)
CASES = {
    "a word": (WORD, "complete", "withdrawn"),
    "a person": (PERSON, "Alder", "Birch"),
    "an e-mail domain": (DOMAIN, "Alder", "Birch"),
    "a payer": (PAYEE, "Alder", "Birch"),
}


@pytest.fixture
def store() -> Iterator[Store]:
    opened = Store.open(None)
    yield opened
    opened.close()


def load(store: Store, name: str, text: str, days: int = 0) -> int:
    """Loads a file, so many days later, by what the store then knows; all its rows are good."""
    checked = intake.check(text.encode(), name, BODY, known=intake.known(store, READER, BODY))
    assert (checked.problems.to_dicts(), checked.unplaced.to_dicts()) == ([], [])
    note = intake.note(checked, DAY + timedelta(days))
    return store.add(READER, BODY.key, checked.kind.name, checked.kept, note).upload_id


def say(store: Store, said: str, means: str, days: int = 0) -> int:
    return load(store, f"aliases {days}.csv", f"{HEADINGS}\n{said.format(means)}\n", days)


def answer(
    store: Store, where: tuple[str, str, str, str], on: date | None = None, known: str = "now"
) -> list:
    """What a record says there; nothing where it is not."""
    mart, column, key, value = where
    at = moment(on, known) if on else None
    return store.read(READER, mart, BODY.key, at, **{key: value})[column].to_list()


@pytest.mark.parametrize(("case", "first", "other"), some(CASES.values(), 2), ids=some(CASES, 2))
def test_what_is_taken_back_leaves_nothing_behind(store: Store, case: tuple, first: str, other: str) -> None:
    """The row is as if it had been refused; what is said later holds for it, and is exact to undo."""
    said, file, where = case
    one = say(store, said, first)
    load(store, "file.csv", file)
    assert answer(store, where) == [first]

    assert store.read(READER, "unexplained").is_empty()
    store.undo(READER, one, DAY)
    assert answer(store, where) == []
    told = store.read(READER, "unexplained").select("kind", "file").rows()
    assert told == [(where[0], "file.csv")], "no row falls silent"
    two = say(store, said, other, 1)
    assert answer(store, where) == [other]
    three = say(store, said, first, 2)
    assert answer(store, where) == [first]
    store.undo(READER, three, DAY)
    assert answer(store, where) == [other]
    store.undo(READER, two, DAY)
    assert answer(store, where) == []
    assert not store.verify()


@pytest.mark.parametrize(("case", "first", "other"), some(CASES.values(), 1), ids=some(CASES, 1))
def test_what_was_known_then_stays_so(store: Store, case: tuple, first: str, other: str) -> None:
    """A meaning said two days later holds for the earlier day as known now, not as known then."""
    said, file, where = case
    say(store, said, first)
    load(store, "file.csv", file)
    say(store, said, other, 2)

    assert answer(store, where, DAY.date(), "then") == [first]
    assert answer(store, where, DAY.date() + timedelta(2), "then") == [other]
    assert answer(store, where) == [other]


def test_a_word_that_is_said_later_is_read_in_what_was_loaded_before(store: Store) -> None:
    """A word that may stand where it does is kept, and understood from then on."""
    said, file, where = FREE
    load(store, "file.csv", file)
    assert answer(store, where) == ["Hands up"]
    one = say(store, said, "vote", 1)
    assert answer(store, where) == ["vote"]
    store.undo(READER, one, DAY)
    assert answer(store, where) == ["Hands up"]


def test_each_name_has_a_meaning_of_its_own(store: Store) -> None:
    """Two words of one column, two people of one list."""
    words = "word,actions.status,Red hot,open\nword,actions.status,Nearly,in progress\n"
    people = "person,,Pat Lee,Alder\nperson,,Sam Oak,Birch\n"
    load(store, "aliases.csv", f"{HEADINGS}\n{words}{people}")
    load(store, "log.csv", "Reference,Action,Status\n1,Write,Red hot\n2,Ask,Nearly\n3,Go,red-hot\n")
    load(
        store,
        "june.csv",
        "Meeting date,Person,Attendance\n09/06/2026,Pat Lee,present\n09/06/2026,Sam Oak,absent\n",
    )

    log = store.read(READER, "actions", BODY.key).sort("reference")
    assert log["status"].to_list() == ["open", "in progress", "open"]
    came = store.read(READER, "attendance", BODY.key).sort("person")
    assert came["organisation"].to_list() == ["Alder", "Birch"]


def test_the_same_file_sent_again_changes_nothing(store: Store) -> None:
    """Its rows are held against what is read into those on record."""
    said, file, _ = WORD
    say(store, said, "complete")
    load(store, "file.csv", file)
    known = intake.known(store, READER, BODY)
    checked = intake.check(file.encode() + b"3,More,open\n", "file.csv", BODY, known=known)
    trial = intake.tried(store, READER, BODY, checked, DAY, DAY.date(), Said())

    assert (trial.preview.new, trial.preview.changed, trial.preview.unchanged) == (1, 0, 2)


def test_every_word_that_may_be_said_is_read_anew() -> None:
    """Whatever column a body's rules look for words in is one of those that the store reads by them."""
    asked = {column for body in BODIES.values() for column in usual_words(body)}
    kept = {f"{kind.name}.{each.column}" for kind in KIND.values() for each in kind.of_words}

    assert asked <= kept
