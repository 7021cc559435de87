"""What if these came to a meeting ahead? Judged as the meeting itself will be; nothing of it is kept."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from rules.body import Body
from rules.facts import Facts
from rules.finding import Need
from rules.people import Meeting
from rules.presence import Presence, of_scheduled
from rules.quorum import needed_of
from rules.tally import quorate, shortfall
from rules.turning import of_people


@dataclass(frozen=True)
class Supposed:
    """What a meeting would come to: in a sentence or two, and need by need."""

    is_quorate: bool
    says: str
    needs: tuple[Need, ...]


def who_may_come(body: Body, facts: Facts, meeting: Meeting) -> Mapping[str, bool]:
    """Each member whose coming counts, by name, and whether they are expected; none where none is needed."""
    found: dict[str, bool] = {}
    for presence in _asked(body, facts, meeting):
        found |= dict.fromkeys((comer.name for comer in presence.away), False)
        found |= dict.fromkeys((comer.name for comer in presence.there), True)
    return dict(sorted(found.items()))


def if_came(body: Body, facts: Facts, meeting: Meeting, names: Collection[str]) -> Supposed:
    """The quorum of a meeting ahead if these came, themselves or through whoever counts for them, and no
    others did. `names` are some of those of `who_may_come`; any other is passed over.
    """
    supposed = [_only(presence, names) for presence in _asked(body, facts, meeting)]
    return Supposed(
        all(presence.is_quorate for presence in supposed),
        " ".join(map(_says, supposed)),
        tuple(need for presence in supposed for need in presence.needs),
    )


def _asked(body: Body, facts: Facts, meeting: Meeting) -> Sequence[Presence]:
    terms = needed_of(body, meeting.group_name, meeting.meeting_on)
    return [of_scheduled(term, facts, meeting) for term in terms]


def _only(presence: Presence, names: Collection[str]) -> Presence:
    everyone = [*presence.there, *presence.away]
    there = [comer for comer in everyone if comer.name in names]
    return replace(presence, there=there, away=[comer for comer in everyone if comer.name not in names])


def _says(presence: Presence) -> str:
    """What it would come to, and the smallest change that would turn that."""
    tally, ways = presence.with_only(presence.there), presence.ways()
    told = quorate(tally) if tally.is_quorate else f"Sub-quorate: {shortfall(tally, 'there', 'would be')}."
    return f"{told} {of_people(presence, ways, is_ahead=True)}" if ways else told
