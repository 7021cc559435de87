"""The smallest change that would turn a verdict: compared with every change there is, in small worlds."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import combinations, product
from typing import Any

import pytest

from rules import Facts, Finding, Status, judge
from rules.body import Body
from rules.search import choices, smallest
from rules.turning import Change, smallest_change
from tests.rules.build import body, facts

TODAY = date(2026, 11, 21)
# two of one sector, a sector of one, and one organisation with two people
SEATS = (
    ("Alder", "Ann", "chair", "Council"),
    ("Alder", "Bo", "member", "Council"),
    ("Birch", "Cy", "member", "Health"),
    ("Cedar", "Di", "member", "Health"),
    ("Damson", "Ed", "member", "School"),
)
ORGANISATIONS = {organisation: sector for organisation, _, _, sector in SEATS}
PEOPLE = {person: organisation for organisation, person, _, _ in SEATS}
Choice = frozenset[str]

OF_ORGANISATIONS: list[dict[str, Any]] = [
    {"organisations": 1},
    {"organisations": 3},
    {"share": "1/2", "of": "organisations"},
    {"share": "1/2", "more_than": True, "of": "organisations"},
    {"sectors": ["Council", "Health", "School"]},
    {"organisations": 2, "sectors": ["Health"]},
]
OF_PEOPLE: list[dict[str, Any]] = [
    {"people": 2},
    {"share": "1/3", "of": "people", "posts": ["chair"]},
    {"share": "1/2", "more_than": True, "of": "people"},
    {"people": 3, "posts": ["School"]},
    {"people": 2, "organisations": 2},
    {"people": 2, "sectors": ["Health", "Council"]},
]


def subsets(names: Any) -> Iterator[Choice]:
    """Every choice of these names, the smaller first."""
    names = sorted(names)
    yield from (frozenset(some) for count in range(len(names) + 1) for some in combinations(names, count))


@cache
def roster() -> dict[str, str]:
    seats = "\n".join(
        f"{organisation} | {person} | {role} | {sector} | {person}"
        for organisation, person, role, sector in SEATS
    )
    members = "\n".join(f"{name} | {sector}" for name, sector in ORGANISATIONS.items())
    return {
        "seats": f"organisation | person | role | sector | seat\n{seats}",
        "organisations": f"organisation | sector\n{members}",
    }


def held(there: Choice, by_person: bool) -> Facts:
    """A meeting to which these people, or these organisations, came."""
    return _meeting("12 Mar 2026", there, by_person, "present")


def ahead(sent: Choice, by_person: bool) -> Facts:
    """A meeting to come, to which these people, or these organisations, sent apologies."""
    return _meeting("12 Dec 2026", sent, by_person, "apologies")


def _meeting(on: str, named: Choice, by_person: bool, attendance: str) -> Facts:
    came = attendance == "present"
    names = {PEOPLE[name] for name in named} if by_person else named
    people = {name: [p for p in named if PEOPLE.get(p) == name] for name in names}
    rows = "\n".join(
        f"{on} | {name} | {attendance} | {'; '.join(people[name]) if came else ''}" for name in sorted(names)
    )
    seats = "\n".join(
        f"{on} | {person} | {PEOPLE[person]} | {person} | {attendance}"
        for person in sorted(named)
        if by_person
    )
    members = "; ".join(sorted(names)) if came else ""
    return facts(
        **roster(),
        meetings=f"meeting_on | members | count_recorded\n{on} | {members} | 1",
        attendance_by_organisation=f"meeting_on | organisation | attendance | people\n{rows}",
        attendance_by_seat=f"meeting_on | seat | organisation | person | attendance\n{seats}",
    )


def verdict(terms: Body, known: Facts) -> Finding | None:
    """The only finding on the quorum of the meeting."""
    found = [f for f in judge(terms, known, TODAY) if f.family == "quorum"]
    return found[0] if found else None


def names_of(change: Change, way: int, by_person: bool) -> Choice:
    """Those whom one of the ways chooses."""
    chosen = [name for many, names in change.ways[way] for name in names[:many]]
    return frozenset(name.partition(" (")[0] for name in chosen)


WORLDS = [(term, False) for term in OF_ORGANISATIONS] + [(term, True) for term in OF_PEOPLE]


@pytest.mark.parametrize(("term", "by_person"), WORLDS)
def test_the_smallest_change_of_a_meeting_held(term: dict[str, Any], by_person: bool) -> None:
    """For everybody who may have come: no smaller choice turns the verdict, and each of these does."""
    terms, everyone = body(quorum={"kind": "needed", **term}), PEOPLE if by_person else ORGANISATIONS
    status = {}
    for there in subsets(everyone):
        found = verdict(terms, held(there, by_person))
        assert found
        status[there] = found.status
    for there in status:
        known = held(there, by_person)
        found = verdict(terms, known)
        assert found
        change = smallest_change(found, terms, known, TODAY)
        turned = least_turning(status, there)
        assert (change.count if change else None) == turned, (sorted(there), change)
        for way in range(len(change.ways)) if change else ():
            moved = names_of(change, way, by_person)
            assert len(moved) == change.count
            assert status[there ^ moved] is change.to is not found.status


def least_turning(status: dict[Choice, Status], there: Choice) -> int | None:
    """How many would have to come or, where there was a quorum, to stay away; by trying all."""
    everyone = max(status, key=len)
    movable = there if status[there] is Status.MET else everyone - there
    return next((len(some) for some in subsets(movable) if status[there ^ some] is not status[there]), None)


@pytest.mark.parametrize(("term", "by_person"), WORLDS)
def test_the_smallest_change_of_a_meeting_ahead(term: dict[str, Any], by_person: bool) -> None:
    """Of apologies: how few would have to be taken back, or be sent besides."""
    terms, everyone = body(quorum={"kind": "needed", **term}), PEOPLE if by_person else ORGANISATIONS
    of_held = {there: verdict(terms, held(there, by_person)) for there in subsets(everyone)}
    would_be = {there: found.status for there, found in of_held.items() if found}
    whole = frozenset(everyone)
    for sent in list(subsets(everyone))[1:]:
        known = ahead(sent, by_person)
        found = verdict(terms, known)
        assert found and found.status is Status.DUE
        change = smallest_change(found, terms, known, TODAY)
        assert (change.count if change else None) == least_turning(would_be, whole - sent), sorted(sent)
        if change:
            assert would_be[(whole - sent) ^ names_of(change, 0, by_person)] is change.to


TALLIES = [tally for tally in product(range(5), range(5), range(3)) if 0 < sum(tally) <= 5]
MAJORITIES: list[dict[str, Any]] = [
    {"kind": "majority"},
    {"kind": "majority", "share": "2/3"},
    {"kind": "majority", "share": "3/4", "counted_of": "members present"},
    {"kind": "majority", "counted_of": "all members"},
    {"kind": "share of agencies present", "share": 0.6},
]


def voted(agreed: int, against: int, abstained: int) -> Facts:
    names = "; ".join(f"Member {n}" for n in range(5))
    members = "\n".join(f"Member {n}" for n in range(5))
    return facts(
        organisations=f"organisation\n{members}",
        meetings=f"meeting_on | members\n12 Mar 2026 | {names}",
        decisions=f"""
            reference | meeting_on  | method | votes_for | votes_against | votes_abstained
            D1        | 12 Mar 2026 | vote   | {agreed}  | {against}     | {abstained}
        """,
    )


@pytest.mark.parametrize("term", MAJORITIES)
def test_the_smallest_change_of_a_vote(term: dict[str, Any]) -> None:
    """Of five who came, each may have voted for, against or not: no fewer turn it, and these do."""
    terms = body(decision=term)
    found = {tally: one_decision(terms, voted(*tally)) for tally in TALLIES}
    for tally, finding in found.items():
        change = smallest_change(finding, terms, voted(*tally), TODAY)
        assert (change.count if change else None) == fewest(found, tally), (tally, finding.says, change)


@pytest.mark.parametrize(
    ("of", "says"),
    [
        ("votes cast", "It would have been carried if 1 of the votes against it had been for it."),
        # five members, so three are needed
        ("all members", "It would have been carried if 1 of the votes against it had been for it."),
    ],
)
def test_the_smallest_change_of_an_election(of: str, says: str) -> None:
    """Two against two is no majority; three of four is one, and so is two of three."""
    terms = body(office={"kind": "election", "role": "chair", "of": of})
    known = voted(2, 2, 1)
    known = replace(known, decisions=(replace(known.decisions[0], kind="election"),))
    [finding] = [f for f in judge(terms, known, TODAY) if f.value is not None]
    change = smallest_change(finding, terms, known, TODAY)

    assert finding.status is Status.NOT_MET
    assert change and (change.count, change.says) == (1, says)
    carried = replace(known, decisions=(replace(known.decisions[0], votes_for=3),))
    [finding] = [f for f in judge(terms, carried, TODAY) if f.value is not None]
    change = smallest_change(finding, terms, carried, TODAY)

    assert finding.status is Status.MET
    assert (
        change and change.says == "It would not have been carried if 1 of the votes for it had been against."
    )


def one_decision(terms: Body, known: Facts) -> Finding:
    [finding] = [f for f in judge(terms, known, TODAY) if f.family == "decision"]
    return finding


def fewest(found: dict[tuple[int, ...], Finding], tally: tuple[int, ...]) -> int | None:
    """How few of the five would have to vote otherwise: to be for it or, where it is carried, not to be."""
    is_met = found[tally].status is Status.MET
    wanted = Status.NOT_MET if is_met else Status.MET
    if found[tally].status not in (Status.MET, Status.NOT_MET):
        return None
    distances = [
        distance
        for other, finding in found.items()
        if finding.status is wanted and (distance := moved(tally, other, is_met)) is not None
    ]
    return min(distances, default=None)


def moved(was: tuple[int, ...], now: tuple[int, ...], is_met: bool) -> int | None:
    """How many votes were cast otherwise, where all changes go one way; None where they do not."""
    silent = 5 - sum(was), 5 - sum(now)
    agreed, against, abstained = (b - a for a, b in zip(was, now, strict=True))
    if is_met:
        fits = agreed < 0 <= against and abstained >= 0 and silent[0] == silent[1]
    else:
        fits = agreed > 0 >= against and abstained <= 0 and silent[1] <= silent[0]
    return abs(agreed) if fits else None


RATIFYING = """
    meeting_on  | members
    12 Mar 2026 |
    9 Jun 2026  | Alder; Birch
    10 Dec 2026 |
    11 Mar 2027 |
"""
DECIDED = "reference | meeting_on | ratified_on | method\nD1 | 12 Mar 2026 | {on} | {method}"
QUORUM = {"kind": "needed", "organisations": 2}


@pytest.mark.parametrize(
    ("by", "says"),
    [
        ("any later quorate meeting", "Ratify it at the meeting of 10 December 2026, if that has a quorum."),
        # the meeting of June was the next one, and let it pass
        ("the next quorate meeting", None),
    ],
)
def test_when_a_decision_can_still_be_ratified(by: str, says: str | None) -> None:
    """At the next meeting at which it would stand, judged as of that day."""
    terms = body(quorum=QUORUM, decision={"kind": "ratification", "by": by})
    known = facts(
        meetings=RATIFYING.replace("12 Mar 2026 |", "12 Mar 2026 | Alder"),
        decisions=DECIDED.format(on="", method=""),
    )
    [finding] = [f for f in judge(terms, known, TODAY) if f.family == "decision"]
    change = smallest_change(finding, terms, known, TODAY)

    assert finding.status is Status.PROVISIONAL
    assert (change and change.says) == says


def test_what_was_decided_by_email_is_due_at_the_next_meeting() -> None:
    """The change names it, where it is ahead."""
    terms = body(decision={"kind": "between meetings"})
    known = facts(
        meetings="meeting_on\n12 Mar 2026\n10 Dec 2026",
        decisions=DECIDED.format(on="", method="e-mail").replace("12 Mar", "12 Apr"),
    )
    [finding] = [f for f in judge(terms, known, TODAY) if f.family == "decision"]
    change = smallest_change(finding, terms, known, TODAY)

    assert finding.status is Status.DUE
    assert change and change.says == "Ratify it at the meeting of 10 December 2026."


@pytest.mark.parametrize(
    ("there", "term", "says"),
    [
        ("", {"organisations": 3}, "It would have been quorate with 3 of Alder, Birch, Cedar and Damson."),
        ("Alder; Damson", {"sectors": ["Health"]}, "It would have been quorate with Birch or Cedar."),
        ("Alder; Birch", {"sectors": ["Health"]}, "It would not have been quorate without Birch."),
        ("Alder; Birch", {"organisations": 1}, "It would not have been quorate without Alder and Birch."),
    ],
)
def test_what_a_chair_reads(there: str, term: dict[str, Any], says: str) -> None:
    """One sentence: whose presence it hung on."""
    terms = body(quorum={"kind": "needed", **term})
    known = held(frozenset(filter(None, there.split("; "))), by_person=False)
    found = verdict(terms, known)
    assert found
    change = smallest_change(found, terms, known, TODAY)

    assert change and change.says == says


@pytest.mark.parametrize(
    ("there", "term", "says"),
    [
        ("Ann; Cy", {"people": 2}, "It would not have been quorate without Ann (Alder) or Cy (Birch)."),
        (
            "Ann; Bo; Cy",
            {"people": 2, "organisations": 2},
            "It would not have been quorate without Cy (Birch).",
        ),
    ],
)
def test_what_a_chair_reads_of_people(there: str, term: dict[str, Any], says: str) -> None:
    """Where people are counted alone, whose organisation each is from makes no difference."""
    terms = body(quorum={"kind": "needed", **term}, members_are="people")
    known = held(frozenset(there.split("; ")), by_person=True)
    found = verdict(terms, known)
    assert found
    change = smallest_change(found, terms, known, TODAY)

    assert change and change.says == says


def test_missing_data_is_not_something_to_change() -> None:
    """Where nothing is known of who came, a file would help, and no change is named."""
    terms = body(quorum={"kind": "needed", "organisations": 2})
    known = facts(**roster(), meetings="meeting_on | count_recorded\n12 Mar 2026 | 0")
    found = verdict(terms, known)
    assert found and found.status is Status.UNKNOWN

    assert smallest_change(found, terms, known, TODAY) is None


@pytest.mark.parametrize(
    ("sizes", "does", "found"),
    [
        ((2, 2), lambda counts: sum(counts) >= 2, [(2, 0), (1, 1), (0, 2)]),
        ((2, 2), lambda counts: counts[1] >= 1, [(0, 1)]),
        ((2, 2), lambda counts: False, []),
        ((), lambda counts: True, []),
    ],
)
def test_the_search_tries_fewer_first(
    sizes: tuple[int, ...], does: Callable[[Any], bool], found: list[tuple[int, ...]]
) -> None:
    """All choices of the least size that does it, and no other."""
    assert smallest(sizes, does) == found


def test_too_many_choices_are_not_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then nothing is said, rather than something that may not be the smallest."""
    monkeypatch.setattr("rules.search.MOST_TRIED", 3)

    assert smallest((2, 2), lambda counts: sum(counts) == 2) == []
    assert len(list(choices((2, 2), 2))) == 3
