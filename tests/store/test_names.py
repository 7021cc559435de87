"""Names are compared one way everywhere, and a name that could mean two means neither."""

from datetime import date

import pytest

from store import Store
from tests.store.tables import COLLEAGUE, SECRETARIAT, note, table
from tests.switch import some

MARCH = "2026-03-10"


def load(store: Store, **files: str) -> None:
    """One upload per kind, in this order, for the body north."""
    for kind, text in files.items():
        store.add(SECRETARIAT, "north", kind, table(kind, text), note(f"{kind} {store.head()}"))


@pytest.mark.parametrize("written", ["St John's  College", "st john‘s college", " ST JOHN’S COLLEGE "])
def test_one_organisation_however_it_is_typed(store: Store, written: str) -> None:
    """Case, kind of quotation marks and white space do not make another organisation."""
    load(
        store,
        organisations="organisation|membership\nSt John’s College|member",
        attendance=f"group_name|meeting_on|organisation|person|attendance\n"
        f"Board|{MARCH}|{written}|Ann|present",
    )
    rows = store.read(SECRETARIAT, "attendance").select("organisation", "counted_as").rows()
    assert rows == [("St John’s College", "member")]


def test_an_alias_may_be_typed_otherwise_too(store: Store) -> None:
    """Another name of an organisation is compared as its own name is."""
    load(
        store,
        organisations="organisation|also_known_as|membership\nAlder|The “Big”  House; AH|member",
        pledges='reference|organisation|pledge\nP1|the "big" house|Jobs',
    )
    assert store.read(SECRETARIAT, "pledges")["organisation"].to_list() == ["Alder"]


def test_a_confirmed_alias_is_a_name_of_the_organisation(store: Store) -> None:
    """What the secretariat said a name means holds for files that were loaded before."""
    load(
        store,
        organisations="organisation|membership\nAlder College|member",
        pledges="reference|organisation|pledge\nP1|Aldr Coll|Jobs",
        aliases="of|source|written|means\norganisation||aldr coll|ALDER COLLEGE",
    )
    assert store.read(SECRETARIAT, "pledges")["organisation"].to_list() == ["Alder College"]


def test_one_person_however_they_are_typed(store: Store) -> None:
    """A deputy is known by name whatever the apostrophe."""
    load(
        store,
        organisations="organisation|membership\nAlder|member",
        representatives="group_name|organisation|person|role|status\nBoard|Alder|Jo O’Neil|deputy|filled",
        attendance=f"group_name|meeting_on|organisation|person|attendance\n"
        f"Board|{MARCH}|Alder|jo  o'neil|substitute",
    )
    assert store.read(SECRETARIAT, "attendance")["counted_as"].to_list() == ["named deputy"]


@pytest.mark.parametrize(
    "roster",
    [
        "organisation|also_known_as|membership\nAlder|The Trust|member\nBirch|the trust|member",
        "organisation|also_known_as|membership\nAlder|X; The Trust|member\nBirch|The  Trust; Y|former",
    ],
)
def test_an_alias_of_two_organisations_means_neither(store: Store, roster: str) -> None:
    """Nobody is credited by a name that two share: it stays as written, and is on no roster."""
    load(
        store,
        organisations=roster,
        attendance=f"group_name|meeting_on|organisation|attendance\nBoard|{MARCH}|The Trust|present",
    )
    rows = store.read(SECRETARIAT, "attendance").select("organisation", "counted_as").rows()
    assert rows == [("The Trust", "not on roster")]


def test_an_alias_given_twice_by_one_organisation_is_its_own(store: Store) -> None:
    """Repeating a name does not make it ambiguous."""
    load(
        store,
        organisations="organisation|also_known_as|membership\nAlder|AH; ah; Alder|member",
        pledges="reference|organisation|pledge\nP1|AH|Jobs",
    )
    assert store.read(SECRETARIAT, "pledges")["organisation"].to_list() == ["Alder"]


ATTENDED = f"group_name|meeting_on|organisation|person|attendance\noperational group|{MARCH}|A|Ann|present"
GROUPED = {
    "seats": {"representatives": "group_name|organisation|role|status\noperational group|A|member|vacant"},
    "attendance": {"attendance": ATTENDED},
    "attendance_by_organisation": {"attendance": ATTENDED},
    "meetings": {"attendance": ATTENDED},
    "actions": {"actions": "reference|group_name|action|status\nA1|operational group|Ask|open"},
    "decisions": {"decisions": f"reference|group_name|meeting_on|decision\nD1|operational group|{MARCH}|Yes"},
}
MEETING = f"group_name|meeting_on\nOperational Group|{MARCH}"


@pytest.mark.parametrize("mart", some(GROUPED, 2))
def test_a_group_has_one_spelling_in_every_mart(store: Store, mart: str) -> None:
    """A group is spelled as in the newest upload that names it, whatever an earlier file wrote."""
    load(store, **GROUPED[mart], meetings=MEETING)
    assert set(store.read(SECRETARIAT, mart)["group_name"]) == {"Operational Group"}


@pytest.mark.parametrize("mart", some(GROUPED, 2))
def test_a_listed_group_is_spelled_as_listed(store: Store, mart: str) -> None:
    """The list of groups decides the spelling, even when another file is newer."""
    load(store, groups="group_name\nOperational group", **GROUPED[mart], meetings=MEETING)
    assert set(store.read(SECRETARIAT, mart)["group_name"]) == {"Operational group"}


def test_an_undone_upload_spells_nothing(store: Store) -> None:
    """When the upload that gave the spelling is undone, the earlier spelling is back."""
    load(store, **GROUPED["actions"], meetings=MEETING)
    store.undo(COLLEAGUE, 2, store.read(SECRETARIAT, "uploads")["loaded_at"][0])
    assert store.read(SECRETARIAT, "actions")["group_name"].to_list() == ["operational group"]


def test_a_meeting_and_its_attendance_meet_whatever_the_case(store: Store) -> None:
    """One meeting of one group is one meeting, entered and attended."""
    load(store, meetings=MEETING, attendance=ATTENDED)
    rows = store.read(SECRETARIAT, "meetings").select("meeting_on", "recorded", "count_present").rows()
    assert rows == [(date(2026, 3, 10), True, 1)]
