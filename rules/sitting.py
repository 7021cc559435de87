"""The people who hold seats in a group: who of them has a vote, and who came to a meeting."""

import re
from collections.abc import Collection, Sequence
from datetime import date

from kinds.names import folded, same
from kinds.wording import core
from rules.facts import Facts, grouped
from rules.meetings import attendance_of, held, people_at
from rules.membership import members
from rules.people import Meeting, Seat
from rules.records import Decision
from rules.seats import seats_on

NO_VOTE = re.compile(r"\bnon voting\b|\bno vote\b|\badvis[eo]r|\badvisory\b|\bobserver\b|\bin attendance\b")


def members_of(facts: Facts, on: date, group: str) -> list[Seat]:
    """One seat for each person who sits in a group on a day, deputies and the secretariat apart."""
    named = [
        seat
        for seat in seats_on(facts, on, group)
        if seat.person and seat.status != "vacant" and not same(seat.role, "secretariat")
    ]
    return list({folded(seat.person): seat for seat in reversed(named)}.values())[::-1]


def count_of_members(facts: Facts, decision: Decision) -> int:
    """How many belong to the group that decided: the people who sit there or, where none do, the members."""
    people = members_of(facts, decision.meeting_on, decision.group_name)
    return len(people) or len(members(facts, decision.meeting_on))


def electors(facts: Facts, decision: Decision) -> int:
    """How many could vote in an election at most: the people who sit there or, if more, the members."""
    return max(count_of_members(facts, decision), len(members(facts, decision.meeting_on)))


def vacancies(facts: Facts, on: date, group: str) -> int:
    """How many seats of a group are vacant on a day."""
    return sum(seat.status == "vacant" for seat in seats_on(facts, on, group))


def has_vote(seat: Seat, without: Collection[str]) -> bool:
    """Whether a seat has a vote: neither its own words nor those that the terms name say otherwise."""
    words = " ".join(filter(None, (seat.seat, seat.role, seat.sector)))
    plain = re.sub(r"[^\w]+", " ", folded(words))
    named = any(core(each) <= core(words) or same(each, seat.organisation) for each in without)
    return not NO_VOTE.search(plain) and not named


def still_voting(
    seats: Sequence[Seat], facts: Facts, meeting: Meeting, lost_after: int, regained_after: int
) -> list[Seat]:
    """Those who have not lost their vote by missing so many meetings in a row before this one, or have it
    back by attending so many in a row since.
    """
    before = [m for m in held(facts, meeting.meeting_on, meeting.group_name) if m.count_recorded]
    earlier = [(m.meeting_on, people_at(facts, m)) for m in before if m.meeting_on < meeting.meeting_on]
    return [seat for seat in seats if _votes(seat, earlier, lost_after, regained_after)]


def _votes(
    seat: Seat, earlier: Sequence[tuple[date, Collection[str]]], lost_after: int, regained_after: int
) -> bool:
    votes, missed, attended = True, 0, 0
    for on, there in earlier:
        if not seat.is_held_on(on):
            continue
        is_there = folded(seat.person) in there
        missed, attended = (0, attended + 1) if is_there else (missed + 1, 0)
        votes = attended >= regained_after if not votes else missed < lost_after
    return votes


def present(members: Sequence[Seat], facts: Facts, meeting: Meeting, substitutes: str) -> list[Seat]:
    """The members who came, or for whom somebody came who counts: anyone, named deputies or nobody."""
    there = people_at(facts, meeting)
    own = [seat for seat in members if folded(seat.person) in there]
    away = [seat for seat in members if folded(seat.person) not in there]
    if substitutes == "named deputies":
        return own + [seat for seat in away if _has_deputy(seat, facts, meeting, there)]
    return own + (_replaced(away, facts, meeting) if substitutes == "anyone" else [])


def _has_deputy(seat: Seat, facts: Facts, meeting: Meeting, there: Collection[str]) -> bool:
    deputies = seats_on(facts, meeting.meeting_on, meeting.group_name, "deputy")
    return any(
        folded(each.person) in there
        and (
            same(each.deputy_for, seat.person)
            or (not each.deputy_for and same(each.organisation, seat.organisation))
        )
        for each in deputies
        if each.status == "filled"
    )


def _replaced(away: Sequence[Seat], facts: Facts, meeting: Meeting) -> list[Seat]:
    """Those whose organisation sent others, or came without a name: each makes up for one."""
    # who sits there without a vote, or keeps the minutes, stands in for nobody
    holders = {folded(seat.person) for seat in seats_on(facts, meeting.meeting_on, meeting.group_name)}
    of_day = [r for r in attendance_of(facts, meeting) if r.attendance in ("present", "substitute")]
    others = {
        folded(row.organisation): sum(folded(who) not in holders for who in row.people) or (not row.people)
        for row in of_day
    }
    by_organisation = grouped(away, lambda seat: folded(seat.organisation))
    return [seat for name, seats in by_organisation.items() for seat in seats[: others.get(name, 0)]]


def holds(seat: Seat, post: str) -> bool:
    """Whether a seat is that of a post or category: by its name, its role or its sector."""
    return same(seat.role, post) or same(seat.sector, post) or core(post) <= core(seat.seat)
