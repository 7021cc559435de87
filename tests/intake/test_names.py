"""A name in a file is the one on record however it is typed: apostrophes, hyphens, accents, capitals."""

from collections.abc import Iterator
from datetime import datetime

import pytest

import intake
import loaders
from store import Reader, Store
from tests.judged import BODIES
from tests.switch import some

BODY = BODIES["kent_medway"]
READER = Reader("test", frozenset({"secretariat"}))
AT = datetime(2026, 11, 20)
TYPED = [
    ("Zoë's Café", "Zoe's Cafe"),
    ("Zoë's Café", "ZOË’S CAFÉ"),
    ("O’Neill Trust", "O'Neill Trust"),
    ("Co-operative Home", "Co\u2011operative\u00a0Home"),
    ("Co–operative Home", "Co-operative Home"),
]


@pytest.fixture
def store() -> Iterator[Store]:
    opened = Store.open(None)
    yield opened
    opened.close()


def load(store: Store, name: str, *rows: str) -> None:
    checked = intake.check("\n".join(rows).encode(), name, BODY)
    assert checked.problems.is_empty()
    store.add(READER, BODY.key, checked.kind.name, checked.rows, intake.note(checked, AT))


def read(store: Store, *rows: str) -> loaders.Checked:
    known = intake.known(store, READER, BODY)
    return intake.check("\n".join(rows).encode(), "june.csv", BODY, known=known)


@pytest.mark.parametrize(("on_record", "written"), some(TYPED, 2))
def test_an_organisation_typed_otherwise_is_no_stranger(store: Store, on_record: str, written: str) -> None:
    """Nor is it given another name: that is for other names, not for other keys on a keyboard."""
    load(store, "organisations.csv", "Organisation,Membership", f"{on_record},member")
    checked = read(store, "Meeting date,Organisation,Attendance", f"09/06/2026,{written},present")

    assert intake.strangers(store, READER, BODY, checked) == {}
    assert checked.renamed == {}


@pytest.mark.parametrize(
    ("written", "means"),
    [
        ("Old Alder Ltd", "Alder"),
        ("Birch UK", "Birch"),
        ("Cedar Ltd", None),
        ("Elm (EH)", "Elm"),
        ("EH (Elm)", "Elm"),
        ("Elm (Old Alder)", None),
    ],
)
def test_an_other_name_may_have_a_legal_form_or_stand_in_brackets(
    store: Store, written: str, means: str | None
) -> None:
    """An organisation's own name goes before another's other name; one that two have tells neither."""
    roster = ["Alder,Old Alder; Birch; Cedar,member", "Birch,,member", "Elm,Cedar; EH,member"]
    load(store, "organisations.csv", "Organisation,Also known as,Membership", *roster)
    rows = ["Meeting date,Organisation,Attendance", f"09/06/2026,{written},present"]
    load(store, "june.csv", *rows)
    came = store.read(READER, "attendance_by_organisation", body=BODY.key)["organisation"].to_list()

    assert read(store, *rows).renamed == ({written: means} if means else {})
    assert came == [means or written]


@pytest.mark.parametrize(("on_record", "written"), some(TYPED, 2))
def test_a_person_typed_otherwise_is_placed(store: Store, on_record: str, written: str) -> None:
    """Their organisation is found by the name that stands in the roster."""
    load(store, "people.csv", "Organisation,Person,Role", f"Alder,{on_record},member")
    checked = read(store, "Meeting date,Person,Attendance", f"09/06/2026,{written},present")

    assert checked.rows["organisation"].to_list() == ["Alder"]


@pytest.mark.parametrize(("on_record", "written"), TYPED)
def test_somebody_confirmed_once_is_known_however_typed(store: Store, on_record: str, written: str) -> None:
    """And so is a room that stands for nobody."""
    load(store, "aliases.csv", "Of,Written,Means", f"person,{on_record},")
    checked = read(store, "Meeting date,Person,Attendance", f"09/06/2026,{written},present")

    assert (checked.count_left_out, checked.unplaced.height) == (1, 0)


@pytest.mark.parametrize(("one", "other"), TYPED)
def test_two_rows_of_one_name_are_one_record(one: str, other: str) -> None:
    """The second is told to repeat the first."""
    rows = [
        "Meeting date,Organisation,Attendance",
        f"09/06/2026,{one},present",
        f"09/06/2026,{other},present",
    ]
    (problem,) = loaders.check("\n".join(rows).encode(), "june.csv").problems.to_dicts()

    assert "line 2" in problem["must_be"]


@pytest.mark.parametrize(("said", "written"), [("on track", "On-track"), ("nearly_done", "Nearly done")])
def test_a_word_is_understood_as_words_of_a_choice_are(store: Store, said: str, written: str) -> None:
    """A hyphen or an underscore is a space there."""
    load(store, "aliases.csv", "Of,Source,Written,Means", f"word,actions.status,{said},open")
    checked = read(store, "Reference,Action,Status", f"1,Write,{written}")

    assert checked.rows["status"].to_list() == ["open"]


def test_a_number_of_a_charity_is_found_in_any_letters(store: Store) -> None:
    """Northern Ireland's begin with letters."""
    headings = "Organisation,Membership,Charity number"
    load(store, "organisations.csv", headings, "Alder,member,NIC100001")
    checked = read(store, "Charity number,Charity name,Income", "nic100001,The Alder,5")

    assert checked.rows["organisation"].to_list() == ["Alder"]


@pytest.mark.parametrize("heading", ["Chair’s group", "CHAIR'S\u00a0GROUP", "Cháir's group"])
def test_a_heading_is_compared_as_names_are(heading: str) -> None:
    """A table that was mapped once is known again."""
    meant = {"Chair's group": "group_name", "Kind": "kind"}
    source = loaders.mapped(loaders.KIND["groups"], meant, "theirs")
    data = f"{heading},Kind\nData group,task\n".encode()

    assert loaders.check(data, "a.csv", known=loaders.Known([source])).source is source
