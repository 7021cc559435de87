"""Of how many a majority is counted: votes cast, those present, or all; with or without those in conflict."""

from collections.abc import Collection
from typing import Literal

from kinds.names import folded
from rules.conflicts import count_belonging, count_present
from rules.meetings import people_at
from rules.people import Seat
from rules.quorum import voting
from rules.sitting import count_of_members
from rules.taken import Taken
from rules.voting import voters

Of = Literal["votes cast", "members present", "voting members present", "all members", "voting members"]


def present(taken: Taken, of: Of, apart: Collection[str]) -> int:
    """How many of those who came could vote, without those `apart` (folded names); 0 where not known."""
    if taken.meeting is None:
        return 0
    if of.startswith("voting"):
        return _without(voting(taken.body, taken.facts, taken.meeting)[1], apart)
    there = people_at(taken.facts, taken.meeting)
    return max(voters(taken.facts, taken.meeting) - count_present(taken.meeting, there, apart), 0)


def counted(taken: Taken, of: Of, cast: int, apart: Collection[str]) -> int:
    """Of how many a majority is counted; `cast`: the votes for and against; 0 where it is not known."""
    if of == "votes cast":
        return cast
    if of.endswith("present"):
        return present(taken, of, apart)
    if of == "voting members":
        return _without(voting(taken.body, taken.facts, taken.meeting)[0], apart) if taken.meeting else 0
    return count_of_members(taken.facts, taken.decision) - count_belonging(taken.facts, taken.decision, apart)


def _without(seats: Collection[Seat], apart: Collection[str]) -> int:
    return sum(not {folded(seat.person), folded(seat.organisation)} & set(apart) for seat in seats)
