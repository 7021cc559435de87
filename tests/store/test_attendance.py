"""What a presence counts as, and which organisations a meeting had."""

import pytest

from store import Store
from tests.store.tables import SECRETARIAT, note, table

ROSTER = """
    organisation | membership | joined_on  | left_on
    Council      | member     |            |
    Homes        | member     |            |
    Health       | member     | 2026-05-01 |
    Lapsed       | former     |            | 2026-03-10
    Vanished     | former     |            |
    Watchers     | observer   |            |
    """
SEATS = """
    group_name | organisation | person | role   | deputy_for | from_on    | to_on      | status
    Board      | Council      | Ada    | chair  |            |            |            | filled
    Board      | Council      | Ben    | deputy |            |            |            | filled
    Board      | Council      | Cyd    | member | Ada        |            |            | filled
    Board      | Council      | Dot    | deputy |            | 2026-04-01 |            | filled
    Board      | Homes        | Eve    | member |            |            |            | filled
    Board      | Health       | Eve    | member |            |            |            | filled
    Board      | Lapsed       | Eve    | member |            |            | 2026-03-09 | filled
    Board      | Homes        | Fay    | deputy | Gus        |            |            | filled
    Subgroup   | Council      | Hal    | deputy |            |            |            | filled
    Board      |              | Jan    | deputy | Ada        |            |            | filled
    Board      | Homes        | Ken    | member |            |            |            | vacant
    """
HEAD = "group_name|meeting_on|organisation|person|attendance|substituting_for\n"
MARCH, JUNE = "2026-03-10", "2026-06-09"


def load(store: Store, *rows: str) -> None:
    """A roster, its seats, and these rows of attendance."""
    files = {"organisations": ROSTER, "representatives": SEATS, "attendance": HEAD + "\n".join(rows)}
    for kind, text in files.items():
        store.add(SECRETARIAT, "north", kind, table(kind, text), note(kind))


CASES = (
    (f"Board|{MARCH}|Council|Ada|present|", "member"),
    ("Board|2026-03-13|council|Ada|present remotely|", "member"),
    (f"Board|{MARCH}|Homes||present|", "member"),
    (f"Board|{MARCH}|Lapsed|Ivy|present|", "member"),
    (f"Board|{JUNE}|Lapsed|Ivy|present|", "observer"),
    (f"Board|{MARCH}|Vanished|Ivy|present|", "observer"),
    (f"Board|{MARCH}|Health|Ivy|present|", "observer"),
    (f"Board|{JUNE}|Health|Ivy|present|", "member"),
    (f"Board|{MARCH}|Watchers|Ivy|present|", "observer"),
    ("Board|2026-03-11|Watchers|Ivy|substitute|", "observer"),
    (f"Board|{MARCH}|Stranger|Ivy|present|", "not on roster"),
    (f"Board|{MARCH}|Council|ben|substitute|", "named deputy"),
    (f"Board|{MARCH}|Council|Cyd|substitute|Ada", "named deputy"),
    (f"Board|{MARCH}|Council|Dot|substitute|", "other substitute"),
    (f"Board|{JUNE}|Council|Dot|substitute|", "named deputy"),
    ("Board|2026-03-11|Council|Ada|substitute|", "other substitute"),
    (f"Board|{MARCH}|Council|Hal|substitute|", "other substitute"),
    (f"Subgroup|{MARCH}|Council|Hal|substitute|", "named deputy"),
    (f"Board|{MARCH}|Homes|Fay|substitute|Gus", "named deputy"),
    (f"Board|{MARCH}|Council|Fay|substitute|Gus", "other substitute"),
    ("Board|2026-03-11|Council|Fay|substitute|Ada", "other substitute"),
    (f"Board|{MARCH}|Council|Jan|substitute|Ada", "named deputy"),
    ("Board|2026-03-11|Council|Jan|substitute|Ben", "other substitute"),
    ("Board|2026-03-12|Council|Ada|apologies|", "did not attend"),
    (f"Board|{MARCH}|Stranger||absent|", "did not attend"),
    (f"Board|{MARCH}|Watchers||not recorded|", "did not attend"),
    ("Board|2026-03-14|Council|Ada|in attendance|", "observer"),
)


@pytest.fixture(scope="module")
def counted() -> dict[int, str]:
    """What each case counts as, by its line in one file that has them all."""
    store = Store.open(None)
    load(store, *(row for row, _ in CASES))
    lines = store.read(SECRETARIAT, "attendance").select("line", "counted_as").rows()
    store.close()
    return dict(lines)


@pytest.mark.parametrize(("line", "counted_as"), [(line, case[1]) for line, case in enumerate(CASES, 2)],
                         ids=[row for row, _ in CASES])  # fmt: skip
def test_what_a_presence_counts_as(counted: dict[int, str], line: int, counted_as: str) -> None:
    """A presence counts by its organisation's membership and its person's nomination on the day."""
    assert counted[line] == counted_as


def test_without_a_roster_nobody_is_on_it(store: Store) -> None:
    """When no roster was loaded at all, who came is not on the roster."""
    store.add(
        SECRETARIAT,
        "north",
        "attendance",
        table("attendance", f"{HEAD}Board|{MARCH}|Council|Ada|present|"),
        note("a"),
    )
    assert store.read(SECRETARIAT, "meetings")["others"].to_list() == [["Council"]]


def lists(store: Store) -> dict[str, list[str]]:
    """The five lists of the only meeting, those that are not empty."""
    names = ("members", "deputies", "substitutes", "observers", "others")
    (meeting,) = store.read(SECRETARIAT, "meetings").select(names).to_dicts()
    return {name: organisations for name, organisations in meeting.items() if organisations}


def test_each_organisation_is_in_its_strongest_list(store: Store) -> None:
    """An organisation with several people is counted once, by the strongest of them."""
    load(
        store,
        f"Board|{MARCH}|Council|Zoe|substitute|",
        f"Board|{MARCH}|Council|Ben|substitute|",
        f"Board|{MARCH}|Homes|Ivy|substitute|",
        f"Board|{MARCH}|Watchers|Jo|present|",
        f"Board|{MARCH}|Stranger|Kim|present|",
        f"Board|{MARCH}|Absent|Lou|apologies|",
    )
    assert lists(store) == {
        "deputies": ["Council"],
        "substitutes": ["Homes"],
        "observers": ["Watchers"],
        "others": ["Stranger"],
    }


def test_one_person_may_carry_several_agencies(store: Store) -> None:
    """A person present brings every member organisation whose seat they hold on that day."""
    load(store, f"Board|{JUNE}|Homes|Eve|present|")
    assert lists(store) == {"members": ["Health", "Homes"]}


def test_a_seat_carries_only_members(store: Store) -> None:
    """A seat of an organisation that has not joined yet, or a holding that has ended, brings nobody."""
    load(store, f"Board|{MARCH}|Homes|Eve|present|")
    assert lists(store) == {"members": ["Homes"]}


@pytest.mark.parametrize("own", ["apologies", "absent"])
def test_an_organisation_that_did_not_come_is_not_brought_by_a_namesake(store: Store, own: str) -> None:
    """An organisation with apologies or an absence of its own is not carried by another's person."""
    load(store, f"Board|{JUNE}|Homes|Eve|present|", f"Board|{JUNE}|Health|Eve|{own}|")
    assert lists(store) == {"members": ["Homes"]}


def test_an_organisation_with_nothing_recorded_may_be_brought(store: Store) -> None:
    """A row that says nothing of whether they came does not stand against who carries them."""
    load(store, f"Board|{JUNE}|Homes|Eve|present|", f"Board|{JUNE}|Health|Eve|not recorded|")
    assert lists(store) == {"members": ["Health", "Homes"]}


def test_an_organisation_away_from_one_meeting_may_be_brought_to_another(store: Store) -> None:
    """Apologies count for their own meeting only."""
    load(store, f"Board|{JUNE}|Homes|Eve|present|", "Board|2026-09-08|Health|Eve|apologies|")
    assert store.read(SECRETARIAT, "meetings")["members"].to_list() == [["Health", "Homes"], []]


def test_a_vacant_seat_carries_nobody(store: Store) -> None:
    """Who is still named on a seat that is vacant brings no organisation by it."""
    load(store, f"Board|{MARCH}|Council|Ken|present|")
    assert lists(store) == {"members": ["Council"]}


def test_a_deputy_in_the_room_carries_no_other_agency(store: Store) -> None:
    """A named deputy who came for somebody else does not make its own organisation present."""
    load(store, f"Board|{MARCH}|Council|Fay|present|")
    assert lists(store) == {"members": ["Council"]}


def test_a_substitute_carries_no_other_agency(store: Store) -> None:
    """Who comes as a substitute stands for that organisation alone."""
    load(store, f"Board|{MARCH}|Council|Eve|substitute|")
    assert lists(store) == {"substitutes": ["Council"]}


def test_empty_lists_are_lists(store: Store) -> None:
    """A meeting nobody came to has five empty lists, none of them missing."""
    store.add(
        SECRETARIAT,
        "north",
        "meetings",
        table("meetings", f"group_name|meeting_on\nBoard|{MARCH}"),
        note("m"),
    )
    meetings = store.read(SECRETARIAT, "meetings")
    assert meetings.select("members", "deputies", "substitutes", "observers", "others").row(0) == ([],) * 5


def test_people_are_counted_once(store: Store) -> None:
    """Count_present counts people, so one with two agencies is one; nameless rows count one each."""
    load(
        store,
        f"Board|{MARCH}|Homes|Eve|present|",
        f"Board|{MARCH}|Health|Eve|present|",
        f"Board|{MARCH}|Council||present|",
        f"Board|{MARCH}|Lapsed|Ivy|apologies|",
        f"Board|{MARCH}|Watchers|Jo|not recorded|",
    )
    assert store.read(SECRETARIAT, "meetings").select("count_recorded", "count_present").rows() == [(4, 2)]


def test_a_meeting_known_from_attendance_points_at_its_first_row(store: Store) -> None:
    """A meeting nobody entered is not recorded, and opens to the first row of attendance."""
    load(store, f"Board|{MARCH}|Homes|Eve|present|", f"Board|{MARCH}|Council|Ada|present|")
    assert store.read(SECRETARIAT, "meetings").select("recorded", "file", "line").rows() == [
        (False, "attendance", 2)
    ]


def test_best_status_of_an_organisations_people(store: Store) -> None:
    """An organisation was present if any of its people was, and lists those who came."""
    load(
        store,
        f"Board|{MARCH}|Council|Ada|apologies|",
        f"Board|{MARCH}|Council|Zoe|substitute|",
        f"Board|{MARCH}|Council|Ben|present remotely|",
        f"Board|{MARCH}|Homes||absent|",
    )
    by_organisation = store.read(SECRETARIAT, "attendance_by_organisation")
    assert by_organisation.select("organisation", "attendance", "people").rows() == [
        ("Council", "present", ["Ben", "Zoe"]),
        ("Homes", "absent", []),
    ]


def test_a_seat_is_attended_by_its_holder_or_their_substitute(store: Store) -> None:
    """The holder's own presence counts; a substitute for them is told apart; a deputy's seat is none."""
    seats = """
        group_name | seat | organisation | person | role   | status
        Board      | Head | Alder        | Ann    | member | filled
        Board      | Head | Alder        | Ben    | deputy | filled
        """
    store.add(SECRETARIAT, "north", "representatives", table("representatives", seats), note("seats"))
    came = (
        "Board|2026-06-09|Alder|Ann|present|",
        "Board|2026-09-08|Alder|Ann|apologies|",
        "Board|2026-09-08|Alder|Ben|substitute|Ann",
    )
    store.add(
        SECRETARIAT, "north", "attendance", table("attendance", HEAD + "\n".join(came)), note("attendance")
    )

    found = store.read(SECRETARIAT, "attendance_by_seat").select("seat", "person", "attendance")
    assert found.rows() == [("Head", "Ann", "present"), ("Head", "Ann", "substitute")]
