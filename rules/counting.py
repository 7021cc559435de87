"""What a quorum needs, who counts towards it, and how far those who came reach."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from pydantic import Field, model_validator

from kinds.names import folded, same
from rules.facts import Facts
from rules.fraction import Share, needed
from rules.membership import members
from rules.people import Meeting, Seat
from rules.sitting import has_vote, holds, members_of, still_voting, vacancies
from rules.sitting import present as _there
from rules.tally import Count, Tally
from rules.terms import Term

Substitutes = Literal["anyone", "named deputies", "nobody"]


class NeededQuorum(Term):
    """Everything given must be reached: so many organisations, so many people, a share of the members, each
    of these sectors, each of these posts or categories (the chair, a councillor).

    `group` is empty for the body's main group. `substitutes` says whose attendance counts for whom they stand
    in for. `share` is 1/3, 1/2 or 2/3 of what `of` names, at least so much or `more_than` it; of a number and
    a share of one sort the `whichever` counts.

    Members are the people who hold seats in the group by name or, where none do, the organisations. Seats
    are those people and the vacancies. Voting members are those people but for seats that say that they
    have no vote, or that `without_vote` names; who misses `vote_lost_after` meetings in a row has none until
    they came to `vote_back_after`.
    """

    kind: Literal["needed"]
    group: str = ""
    organisations: int | None = Field(default=None, gt=0)
    people: int | None = Field(default=None, gt=0)
    share: Share | None = None
    more_than: bool = False
    of: Literal["members", "organisations", "people", "seats", "voting members"] = "members"
    whichever: Literal["greater", "less"] = "greater"
    sectors: tuple[str, ...] = ()
    posts: tuple[str, ...] = ()
    substitutes: Substitutes = "anyone"
    without_vote: tuple[str, ...] = ()
    vote_lost_after: int | None = Field(default=None, gt=0)
    vote_back_after: int = Field(default=1, gt=0)

    @model_validator(mode="after")
    def _needs_something(self) -> "NeededQuorum":
        if not (self.organisations or self.people or self.share or self.sectors or self.posts):
            raise ValueError("a needed quorum gives organisations, people, share, sectors or posts")
        return self


def sitting(term: NeededQuorum, facts: Facts, meeting: Meeting) -> list[Seat]:
    """The people whose presence is counted; nobody where the terms count organisations."""
    share_of_people = term.share and term.of != "organisations"
    return eligible(term, facts, meeting) if share_of_people or term.people or term.posts else []


def eligible(term: NeededQuorum, facts: Facts, meeting: Meeting) -> list[Seat]:
    """The people whom the terms mean where they speak of people: all who sit there, or those with a vote."""
    people = members_of(facts, meeting.meeting_on, meeting.group_name)
    if term.of == "voting members":
        people = [seat for seat in people if has_vote(seat, term.without_vote)]
    if term.vote_lost_after:
        people = still_voting(people, facts, meeting, term.vote_lost_after, term.vote_back_after)
    return people


def came(term: NeededQuorum, facts: Facts, meeting: Meeting) -> list[Seat]:
    """Those of the people whose presence is counted who came, or for whom somebody came who counts."""
    return _there(sitting(term, facts, meeting), facts, meeting, term.substitutes)


def counted(term: NeededQuorum, meeting: Meeting) -> list[str]:
    """Organisations whose attendance counts; observers and others never do."""
    deputies = meeting.deputies if term.substitutes != "nobody" else []
    substitutes = meeting.substitutes if term.substitutes == "anyone" else []
    return [*meeting.members, *deputies, *substitutes]


def gap(term: NeededQuorum, facts: Facts, meeting: Meeting) -> str:
    """What has to be loaded before a verdict can be drawn; empty when nothing is missing."""
    if not meeting.count_recorded:
        return "No attendance is recorded for this meeting."
    people = sitting(term, facts, meeting)
    if not people and members_of(facts, meeting.meeting_on, meeting.group_name) and _by_people(term):
        return "Nobody who holds a seat has a vote on this day."
    if not people and _by_people(term):
        return "Nobody is recorded as holding a seat on this day; load the representatives file."
    roster = members(facts, meeting.meeting_on) if term.share else facts.organisations
    if not people and not roster and (term.share or meeting.others):
        return "No organisation is recorded as a member on this day; load the organisations file."
    if term.substitutes == "named deputies" and meeting.substitutes and not facts.seats:
        return "Whether the substitutes were named deputies is not known; load the representatives file."
    return ""


def _by_people(term: NeededQuorum) -> bool:
    share_of_people = term.share and term.of in ("people", "seats", "voting members")
    return bool(term.people or term.posts or share_of_people)


def tally_of(
    term: NeededQuorum, facts: Facts, meeting: Meeting, present: Iterable[str],
    people: Sequence[Seat] | None = None,
) -> Tally:  # fmt: skip
    """`present` are organisations; `people` the seats of those there, as recorded if it is None."""
    names, seats = set(present), sitting(term, facts, meeting)
    there = _there(seats, facts, meeting, term.substitutes) if people is None else people
    carried = Counter(sector for name in names for sector in sectors_of(facts, name, meeting))
    missing = tuple(sector for sector in term.sectors if not carried[folded(sector)])
    alone = tuple(sector for sector in term.sectors if carried[folded(sector)] == 1)
    absent = tuple(post for post in term.posts if not any(holds(seat, post) for seat in there))
    found = {"organisations": len(names), "people": len(there)}
    needs = _needs(term, facts, meeting, seats)
    counts = tuple(Count(unit, found[unit], least) for unit, least in needs.items())
    told = (
        *((count.unit.capitalize(), count.present, count.needed) for count in counts),
        *((sector, carried[folded(sector)], 1) for sector in term.sectors),
        *((post, sum(holds(seat, post) for seat in there), 1) for post in term.posts),
    )
    return Tally(counts, missing, alone, len(term.sectors), absent, told)


def _needs(term: NeededQuorum, facts: Facts, meeting: Meeting, sitting: Sequence[Seat]) -> dict[str, int]:
    """How many organisations and how many people are needed, as far as a number of them is asked for."""
    asked = {"organisations": [term.organisations], "people": [term.people]}
    if term.share:
        by_people = sitting and term.of != "organisations"
        unit = "people" if by_people else "organisations"
        total = len(sitting) if by_people else len(members(facts, meeting.meeting_on))
        if term.of == "seats":
            total += vacancies(facts, meeting.meeting_on, meeting.group_name)
        asked[unit].append(needed(term.share, total, term.more_than))
    choose = max if term.whichever == "greater" else min
    return {unit: choose(filter(None, numbers)) for unit, numbers in asked.items() if any(numbers)}


def sectors_of(facts: Facts, name: str, meeting: Meeting) -> set[str]:
    """The sectors an organisation stands for: its own, and those of its seats in the group that day."""
    known = facts.organisations_by_name.get(folded(name), ())
    own = {facts.organisation_on(each, meeting.meeting_on).sector for each in known}
    seats = {
        seat.sector
        for seat in facts.seats_by_organisation.get(folded(name), ())
        if same(seat.group_name, meeting.group_name)
        if seat.status != "vacant" and seat.is_held_on(meeting.meeting_on)
    }
    return {folded(sector) for sector in own | seats if sector}
