"""What is said of a file before it is saved, and what a column that it lacks does."""

from collections.abc import Iterator
from datetime import date, datetime

import pytest

import intake
from store import Reader, Said, Store
from tests.judged import BODIES

BODY = BODIES["kent_medway"]
READER = Reader("test", frozenset({"secretariat"}))
AT = datetime(2026, 11, 20)
ROSTER = "Organisation,Also known as,Membership\nAlder College,The Alder;AC,member\nBirch Council,,member\n"
MEETINGS = "Group,Meeting date,Papers sent,Minutes sent\n,09/06/2026,01/06/2026,12/06/2026\n"


@pytest.fixture
def store() -> Iterator[Store]:
    opened = Store.open(None)
    for name, text in (("organisations.csv", ROSTER), ("meetings.csv", MEETINGS)):
        load(opened, name, text)
    yield opened
    opened.close()


def load(store: Store, name: str, text: str) -> None:
    checked = intake.check(text.encode(), name, BODY)
    store.add(READER, BODY.key, checked.kind.name, checked.rows, intake.note(checked, AT))


def strangers(store: Store, *names: str, group: str = "") -> dict[str, list[str]]:
    rows = [f"{group},09/06/2026,{name},,present" for name in names]
    text = "\n".join(["Group,Meeting date,Organisation,Person,Attendance", *rows])
    return intake.strangers(store, READER, BODY, intake.check(text.encode(), "june.csv", BODY))


def test_an_organisation_that_nobody_loaded_is_named(store: Store) -> None:
    """Another body's file shows itself before it is saved."""
    assert strangers(store, "Alder College", "Nobody Ltd") == {"organisation": ["Nobody Ltd"]}


def test_other_names_of_an_organisation_are_known(store: Store) -> None:
    """Aliases, capitals and the shape of an apostrophe make no stranger."""
    assert strangers(store, "the alder", "BIRCH COUNCIL") == {}


def test_a_group_that_nobody_loaded_is_named(store: Store) -> None:
    """A misspelt group would start a group of its own."""
    assert strangers(store, "Alder College", group="No Such Group") == {"group": ["No Such Group"]}


def test_an_empty_store_knows_no_strangers() -> None:
    """The first file of a body is not called another's."""
    empty = Store.open(None)

    assert strangers(empty, "Alder College") == {}
    empty.close()


def test_a_column_that_a_file_lacks_changes_nothing(store: Store) -> None:
    """Papers and minutes stay as they were when a file has only the chair to add."""
    load(store, "chair.csv", "Group,Meeting date,Chaired by\n,09/06/2026,The vice chair\n")

    [meeting] = store.read(READER, "meetings", body=BODY.key).to_dicts()
    assert meeting["chaired_by"] == "The vice chair"
    assert (meeting["papers_sent_on"], meeting["minutes_sent_on"]) == (date(2026, 6, 1), date(2026, 6, 12))


def test_an_emptied_cell_does_empty_it(store: Store) -> None:
    """A column that is there and blank is a correction."""
    load(store, "again.csv", "Group,Meeting date,Papers sent,Minutes sent\n,09/06/2026,,12/06/2026\n")

    [meeting] = store.read(READER, "meetings", body=BODY.key).to_dicts()
    assert meeting["papers_sent_on"] is None


def register(*marks: str) -> str:
    rows = [f"Alder College,Lead {at},{mark},P" for at, mark in enumerate(marks)]
    return "\n".join(["Organisation,Name,9 June 2026,14 July 2026", *rows])


def test_a_word_that_nobody_knows_is_asked_with_its_rows(store: Store) -> None:
    """The commonest first; a blank is no word, nor is a word that another column would know."""
    checked = intake.check(register("P", "A", "A", "", "Red", "P", "P").encode(), "register.csv", BODY)
    (unknown,) = intake.unknown_words(BODY, checked).values()

    assert (unknown.heading, unknown.words) == ("Attendance", {"A": 2, "Red": 1})
    assert unknown.options[0] == "present"


def test_a_word_is_understood_once_it_was_said(store: Store) -> None:
    """In any letter case, in that column of that kind alone."""
    aliases = "Of,Source,Written,Means\nword,attendance.attendance,a,apologies\n"
    load(store, "aliases.csv", aliases)
    known = intake.known(store, READER, BODY)
    checked = intake.check(register("A", "P").encode(), "register.csv", BODY, known=known)

    assert checked.problems.is_empty()
    assert checked.rows["attendance"].to_list() == ["apologies", "present", "present", "present"]
    log = b"Reference,Action,Status\n1,Write,A\n"
    assert intake.check(log, "log.csv", BODY, known=known).problems["value"].to_list() == ["A"]


def test_a_column_of_free_text_is_not_asked_about(store: Store) -> None:
    """It is mapped to the wrong column, and hundreds of questions would not tell so."""
    log = "\n".join(["Reference,Action,Status", *(f"{each},Write,Story {each}" for each in range(40))])
    checked = intake.check(log.encode(), "log.csv", BODY)

    assert checked.problems.height == 40
    assert not intake.unknown_words(BODY, checked)


def test_what_a_file_would_change_is_judged_by_the_terms_given(store: Store) -> None:
    """Terms of the same body that ask for nothing turn no verdict, whatever was tried by others before."""
    text = "Group,Meeting date,Papers sent,Minutes sent\n,08/09/2026,,\n"
    checked, said = intake.check(text.encode(), "september.csv", BODY), Said(as_at=AT.date())
    silent = BODY.model_copy(update={"terms": dict.fromkeys(BODY.terms, ())})

    changes = [intake.tried(store, READER, body, checked, AT, AT.date(), said).changes
               for body in (BODY, silent)]  # fmt: skip
    assert changes[0]
    assert not changes[1]


def test_what_a_file_would_change_is_held_against_what_was_saved_last(store: Store) -> None:
    """Once a file is saved, another of the same turns nothing more."""
    said = Said(as_at=AT.date())
    for name, turned in (("september.csv", True), ("again.csv", False)):
        text = f"Group,Meeting date,Papers sent,Minutes sent,Location\n,08/09/2026,,,{name}\n"
        checked = intake.check(text.encode(), name, BODY)
        trial = intake.tried(store, READER, BODY, checked, AT, AT.date(), said)

        assert bool(trial.changes) is turned
        intake.saved(store, READER, trial)
