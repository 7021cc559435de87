"""Any history of uploads and undos is a replay of what is live, whatever the roster said when each came."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import intake
from rules import Body
from store import Reader, Said, Store, moment
from store.said import NOTHING_GONE, Became
from tests.judged import BODIES
from tests.switch import at_length, many

BODY = BODIES["kent_medway"]
READER = Reader("test", frozenset({"secretariat"}))
JANUARY, APRIL, JUNE = date(2026, 1, 31), date(2026, 4, 30), date(2026, 6, 30)
REGISTER = "Organisation,Also known as,Membership,Charity number\n"
SEATS = "Organisation,Person,Email,Role,From\n"
LOG = "Reference,Raised on,Action,Organisation,Owner,Status\n"
# files that are read with or without a roster, and what they are about is told by it: by another spelling, a
# charity number, a person or a mailbox
FILES = (
    (JANUARY, REGISTER + "Alder College Ltd,Elders,member,1111111\nBirch Trust,,observer,\n"),
    (APRIL, REGISTER + "Alder College Ltd,,observer,\nThe Cedar House,,member,2222222\n"),
    (JANUARY, SEATS + "Alder College Ltd,Pat Lee,pat@alder.example,member,\n"),
    (APRIL, SEATS + "Birch Trust,Sam Oak,sam@birch.example,chair,\n"),
    (APRIL, SEATS + "Birch Trust,Pat Lee,pat@birch.example,member,2026-03-01\n"),
    (JANUARY, LOG + "1,05/01/2026,Ask,,Pat Lee,open\n2,06/01/2026,Map,cedar house,,open\n"),
    (JUNE, LOG + "1,05/01/2026,Ask,,Pat Lee,open\n3,05/06/2026,Go,,Pat Lee,open\n4,,Plan,ELDERS,,open\n"),
    (JUNE, "Meeting date,Organisation,Person,Attendance\n"
     "09/06/2026,alder college,Pat Lee,present\n09/06/2026,2222222,Sam Oak,present\n"),
    (JUNE, "Organisation,Financial year,Paid on,Amount (£)\n"
     "1111111,2026/27,01/06/2026,50\n(The) Birch Trust,2026/27,02/06/2026,75\n"),
    (APRIL, "Of,Source,Written,Means\nperson,,Pat Lee,Cedar House\norganisation,,Elders,Birch Trust\n"),
)  # fmt: skip
SEEN = {
    "actions": ("reference", "organisation", "person", "status"),
    "attendance": ("meeting_on", "organisation", "person", "attendance", "counted_as"),
    "payments": ("organisation", "amount_gbp", "paid_on"),
    "organisations": ("organisation", "membership"),
    "seats": ("organisation", "person", "role"),
}


@pytest.fixture
def store() -> Iterator[Store]:
    opened = Store.open(None)
    yield opened
    opened.close()


def loaded(store: Store, number: int) -> int:
    """Loads a file by what is on record; it is read whatever that is."""
    as_at, text = FILES[number]
    checked = intake.check(text.encode(), f"{number}.csv", BODY, known=intake.known(store, READER, BODY))
    assert (checked.problems.to_dicts(), checked.unplaced.to_dicts()) == ([], [])
    note = intake.note(checked, datetime.combine(JUNE, time(10)), Said(as_at=as_at))
    return store.add(READER, BODY.key, checked.kind.name, checked.kept, note).upload_id


def shown(store: Store) -> list[list[tuple]]:
    """Every figure, today and on past days."""
    days = (None, *map(moment, (JANUARY, APRIL)))
    return [
        sorted(store.read(READER, mart, BODY.key, at).select(columns).rows(), key=str)
        for mart, columns in SEEN.items()
        for at in days
    ]


def told(numbers: Sequence[int]) -> tuple[Store, dict[int, int]]:
    store = Store.open(None)
    return store, {number: loaded(store, number) for number in numbers}


@at_length
@settings(max_examples=many(1, 2, 100))
@given(st.permutations(range(len(FILES))), st.integers(2, len(FILES)), st.data())
def test_any_history_is_a_replay_of_what_is_live(order: list[int], count: int, data: st.DataObject) -> None:
    """In whatever order the files came, and were taken back: as if only those that are live had come."""
    numbers = order[:count]
    lived, ids = told(numbers)
    undone = data.draw(st.lists(st.sampled_from(numbers), unique=True, max_size=count - 1))
    for number in undone:
        lived.undo(READER, ids[number], datetime(2026, 11, 22))
    replayed, _ = told(sorted(set(numbers) - set(undone)))

    assert shown(lived) == shown(replayed)
    assert lived.verify() == []
    lived.close()
    replayed.close()


@given(st.sets(st.sampled_from(range(len(FILES)))))
@settings(max_examples=many(2, 6, 100))
def test_what_is_kept_of_a_file_is_what_it_says(others: set[int]) -> None:
    """Whatever else is on record when it comes."""
    store, _ = told(sorted(others))
    known = intake.known(store, READER, BODY)
    for _, text in FILES:
        alone = intake.check(text.encode(), "file.csv", BODY)
        beside = intake.check(text.encode(), "file.csv", BODY, known=known)
        assert beside.kept.drop("row_key").equals(alone.kept.drop("row_key"))
    store.close()


CAME = "Meeting date,Person,Attendance\n"
TEAMS = "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole\n"
JOINED = "{name}\t{day}/2026, 10:00:00\t{day}/2026, 11:00:00\t1h 0m\t{email}\t\tAttendee\n"


def kept(store: Store, text: str, as_at: date = JUNE, body: Body = BODY, gone: Became | None = None) -> int:
    """Keeps a file of a day, whatever it leaves out; `gone`: what became of that."""
    known = intake.known(store, READER, body)
    checked = intake.check(text.encode(), f"{hash(text)}.csv", body, known=known)
    assert (checked.problems.to_dicts(), checked.unplaced.to_dicts()) == ([], [])
    at, said = datetime.combine(JUNE, time(10)), Said(as_at=as_at)
    trial = intake.tried(store, READER, body, checked, at, JUNE, said, gone or NOTHING_GONE)
    return intake.saved(store, READER, trial).upload_id


def came(store: Store, body: Body = BODY) -> list[str]:
    """Of which organisation whoever came is, by day."""
    return store.read(READER, "attendance", body.key).sort("meeting_on")["organisation"].to_list()


def test_whom_the_roster_places_goes_with_it(store: Store) -> None:
    """Undone, the row stands among those that nobody explains, and another roster tells it otherwise."""
    first = kept(store, SEATS + "Alder,Pat Lee,,member,\n")
    kept(store, CAME + "09/06/2026,Pat Lee,present\n")
    assert came(store) == ["Alder"]

    store.undo(READER, first, datetime(2026, 11, 22))
    assert came(store) == []
    assert store.read(READER, "unexplained")["written"].to_list() == ["pat lee"]
    kept(store, SEATS + "Birch,Pat Lee,,member,\n")
    assert (came(store), store.verify()) == (["Birch"], [])


def test_whoever_changed_sides_came_for_the_one_of_that_day(store: Store) -> None:
    """A later roster moves nobody in a meeting before it."""
    kept(store, SEATS + "Alder,Pat Lee,,member,\n", JANUARY)
    kept(store, CAME + "09/02/2026,Pat Lee,present\n09/06/2026,Pat Lee,present\n")
    kept(store, SEATS + "Birch,Pat Lee,,member,\n", APRIL)
    assert came(store) == ["Alder", "Birch"]

    kept(store, CAME + "10/02/2026,Pat Lee,present\n10/06/2026,Pat Lee,present\n")
    assert came(store) == ["Alder", "Alder", "Birch", "Birch"], "nobody is asked"


@at_length
def test_whoever_is_of_two_at_once_is_nobodys(store: Store) -> None:
    """From the day on which that is so: then somebody has to say whose they are."""
    kept(store, SEATS + "Alder,Pat Lee,,member,\n", JANUARY)
    kept(store, CAME + "09/02/2026,Pat Lee,present\n09/06/2026,Pat Lee,present\n")
    kept(store, SEATS + "Alder,Pat Lee,,member,\nBirch,Pat Lee,,deputy,\n", APRIL)
    assert came(store) == ["Alder"]

    kept(store, "Of,Source,Written,Means\nperson,,Pat Lee,Birch\n")
    assert came(store) == ["Birch", "Birch"]


def test_whoever_is_of_two_in_the_first_file_is_nobodys(store: Store) -> None:
    """Not of the one that comes first in the alphabet."""
    kept(store, SEATS + "Alder,Pat Lee,,member,\nBirch,Pat Lee,,deputy,\n", APRIL)
    kept(store, LOG + "1,05/01/2026,Ask,,Pat Lee,open\n")

    assert owners(store) == [None]


def test_whom_the_roster_places_is_of_the_organisation_on_record(store: Store) -> None:
    """However the roster spells it: a member, and no stranger."""
    kept(store, REGISTER + "The Cedar House,,member,\n", JANUARY)
    kept(store, SEATS + "Cedar House,Pat Lee,,member,\n", JANUARY)
    kept(store, CAME + "09/06/2026,Pat Lee,present\n")
    columns = ("organisation", "counted_as")

    assert store.read(READER, "attendance").select(columns).rows() == [("The Cedar House", "member")]


def test_one_mistaken_seat_takes_nobody_from_another(store: Store) -> None:
    """Whoever never sat in the Housing group still sits on the board."""
    groups = "Group,Organisation,Person,Role\n"
    kept(store, groups + ",Alder,Pat Lee,member\nHousing,Alder,Pat Lee,member\n", JANUARY)
    kept(store, CAME + "09/06/2026,Pat Lee,present\n")
    kept(store, groups + "Housing,Birch,Sam Oak,member\n", APRIL, gone="mistaken")

    assert came(store) == ["Alder"]


def test_a_log_without_organisations_is_mended_by_a_later_roster(store: Store) -> None:
    """In each of its versions: of what its owner tells it is not silent."""
    log = "Reference,Raised on,Action,Owner,Status\n"
    kept(store, log + "1,05/01/2026,Ask,Pat Lee,open\n2,05/01/2026,Map,Pat Lee,open\n", JANUARY)
    kept(store, log + "1,05/01/2026,Ask,Pat Lee,in progress\n2,05/01/2026,Map,Pat Lee,open\n", APRIL)
    assert owners(store) == [None, None]
    kept(store, SEATS + "Alder,Pat Lee,,member,\n", JANUARY)

    assert owners(store) == ["Alder", "Alder"]


def owners(store: Store) -> list[str | None]:
    """The organisation of each action."""
    return store.read(READER, "actions", BODY.key).sort("reference")["organisation"].to_list()


@at_length
def test_a_mailbox_is_of_those_who_had_it_then(store: Store) -> None:
    """A second organisation with the same domain takes nobody from the first on an earlier day."""
    kept(store, SEATS + "Alder,Pat Lee,pat@shared.example,member,\n", JANUARY)
    kept(store, TEAMS + JOINED.format(name="Kim Ash", day="13/2", email="kim@shared.example"))
    kept(store, SEATS + "Birch,Sam Oak,sam@shared.example,member,\n", APRIL)

    assert came(store) == ["Alder"]


def test_a_member_who_is_a_person_comes_in_their_own_name(store: Store) -> None:
    """Where members are people, a name on the roster is enough; taken back, nobody is known by it."""
    people = BODY.model_copy(update={"members_are": "people"})
    roster = kept(store, "Person,Role\nPat Lee,member\n", body=people)
    kept(store, CAME + "09/06/2026,PAT LEE,present\n", body=people)
    assert came(store, people) == ["Pat Lee"]

    store.undo(READER, roster, datetime(2026, 11, 22))
    assert came(store, people) == []


@at_length
def test_a_register_of_incomes_follows_the_number(store: Store) -> None:
    """It names nobody: whose the income is hangs on who has the charity number."""
    first = kept(store, REGISTER + "Alder,,member,1111111\n")
    kept(store, "Charity number,Charity name,Income\n1111111,The Alder,500\n")
    columns = ("organisation", "turnover_gbp")
    incomes = store.read(READER, "organisations", BODY.key).select(columns)
    assert incomes.rows() == [("Alder", 500)]

    store.undo(READER, first, datetime(2026, 11, 22))
    assert store.read(READER, "organisations", BODY.key).is_empty()
    kept(store, REGISTER + "Birch,,member,1111111\n")
    assert store.read(READER, "organisations", BODY.key).select(columns).rows() == [("Birch", 500)]
