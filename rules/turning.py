"""The smallest change that would turn a verdict, found by judging again, never by what a finding says."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from kinds.names import same
from rules.ballot import recast, silent, told
from rules.body import Body
from rules.counting import NeededQuorum
from rules.deciding import BetweenMeetings, DecisionTerm, Majority, Ratification, Share
from rules.decision import judged
from rules.facts import Facts
from rules.finding import Finding, Status
from rules.holding import Election
from rules.meetings import scheduled
from rules.office import elected
from rules.people import Meeting
from rules.presence import Presence, Way, of_held, of_scheduled
from rules.records import Decision
from rules.taken import Taken, taken_by
from rules.words import day, listed

OF_DECISIONS = (Majority, Share, Election, Ratification, BetweenMeetings)
MOST_NAMED = 6  # names that a sentence may have; beyond, how many there are is said


@dataclass(frozen=True)
class Change:
    """The smallest change that turns a verdict.

    `to`: what the verdict would be then; for a meeting ahead, met where it would be quorate. `count`: how
    many people, organisations or votes it takes. `ways`: each of the smallest, as so many of these. `says`:
    one sentence for a chair.
    """

    to: Status
    count: int
    ways: tuple[Way, ...]
    says: str

    def as_json(self) -> Mapping[str, Any]:
        """The change as the command line prints it."""
        ways = [[{"count": many, "of": list(names)} for many, names in way] for way in self.ways]
        return {"to": str(self.to), "count": self.count, "ways": ways, "says": self.says}


def smallest_change(finding: Finding, body: Body, facts: Facts, today: date) -> Change | None:
    """What would turn a verdict on a quorum, a forecast, a majority, an election or a ratification.

    None for any other verdict, where data is missing rather than something to change, where nothing would
    turn it, or where it takes too many to try.
    """
    term = finding.term
    if isinstance(term, NeededQuorum):
        return _of_quorum(term, finding, facts, today)
    taken = _taken(finding, body, facts, today) if isinstance(term, OF_DECISIONS) else None
    if taken is None:
        return None
    if isinstance(term, (Ratification, BetweenMeetings)):
        return _of_ratifying(term, finding, taken)
    if isinstance(term, (Majority, Share)):
        return _of_votes(
            finding, taken.decision, silent(term, taken), lambda made: _verdict(term, taken, made)
        )
    if isinstance(term, Election):
        return _of_votes(finding, taken.decision, 0, lambda made: elected(term, made, facts).status)
    return None


def _of_quorum(term: NeededQuorum, finding: Finding, facts: Facts, today: date) -> Change | None:
    meeting = _meeting(finding, facts)
    if meeting is None or finding.value is None or finding.status is Status.UNKNOWN:
        return None
    is_ahead = meeting.meeting_on > today
    presence = (of_scheduled if is_ahead else of_held)(term, facts, meeting)
    ways = presence.ways()
    if not ways:
        return None
    to = Status.NOT_MET if presence.is_quorate else Status.MET
    return Change(to, sum(many for many, _ in ways[0]), tuple(ways), of_people(presence, ways, is_ahead))


def _meeting(finding: Finding, facts: Facts) -> Meeting | None:
    where = dict(finding.rows[0].where) if finding.rows else {}
    known = (m for m in facts.meetings if m.meeting_on == where.get("meeting_on"))
    return next((m for m in known if same(m.group_name, where.get("group_name"))), None)


def of_people(presence: Presence, ways: Sequence[Way], is_ahead: bool) -> str:
    """Whose coming or staying away turns it, in a sentence; `ways` are those of this presence."""
    who = _who(ways)
    if is_ahead and presence.is_quorate:
        return f"It would be sub-quorate without {who}."
    if is_ahead:
        return f"It would be quorate with {who}."
    if presence.is_quorate:
        return f"It would not have been quorate without {who}."
    return f"It would have been quorate with {who}."


def _who(ways: Sequence[Way]) -> str:
    """Whoever it takes: any one of several where one is enough, else those of the first way."""
    if all(len(way) == 1 and way[0][0] == 1 for way in ways):
        return _of(1, [name for way in ways for name in way[0][1]])
    is_choice = [many == 1 < len(names) <= MOST_NAMED for many, names in ways[0]]
    told = [_of(many, names) for many, names in ways[0]]
    between = ", and " if any(is_choice) else " and "
    return between.join(f"one of {who}" if one else who for one, who in zip(is_choice, told, strict=True))


def _of(many: int, names: Sequence[str]) -> str:
    if many == len(names):
        return listed(names)
    if len(names) > MOST_NAMED:
        return f"{many} of {len(names)} others"
    return listed(names, "or") if many == 1 else f"{many} of {listed(names)}"


def _taken(finding: Finding, body: Body, facts: Facts, today: date) -> Taken | None:
    """The decision that a finding is about, with what surrounds it."""
    where = dict(finding.rows[0].where) if finding.rows else {}
    own = tuple(d for d in facts.decisions if d.reference == where.get("reference"))
    return next(taken_by(body, replace(facts, decisions=own), today), None) if own else None


def _of_votes(
    finding: Finding, made: Decision, silent: int, verdict: Callable[[Decision], Status]
) -> Change | None:
    if finding.value is None or finding.status not in (Status.MET, Status.NOT_MET):
        return None
    choices = recast(made, silent, finding.status, verdict)
    if not choices:
        return None
    is_fewer = finding.status is Status.MET
    to = Status.NOT_MET if is_fewer else Status.MET
    ways = tuple(_votes(counts, is_fewer) for counts in choices)
    return Change(to, sum(choices[0]), ways, told(choices[0], is_fewer))


def _verdict(term: DecisionTerm, taken: Taken, made: Decision) -> Status:
    """What an entry says of a decision that was made otherwise."""
    found = judged(term, replace(taken, decision=made))
    return found[0].status if found else Status.UNKNOWN


def _votes(counts: Sequence[int], is_fewer: bool) -> Way:
    of = (
        ("for, to be against", "for, to be abstentions") if is_fewer else ("against", "abstained", "not cast")
    )
    return tuple((many, (what,)) for many, what in zip(counts, of, strict=True) if many)


def _of_ratifying(term: Ratification | BetweenMeetings, finding: Finding, taken: Taken) -> Change | None:
    """The next meeting at which it can still be ratified, if that meeting has a quorum."""
    if finding.status not in (Status.PROVISIONAL, Status.DUE):
        return None
    for meeting in scheduled(taken.facts, taken.today, taken.decision.group_name):
        if _if_ratified(term, taken, meeting) is Status.MET:
            quorum = ", if that has a quorum" if isinstance(term, Ratification) else ""
            on = day(meeting.meeting_on)
            return Change(Status.MET, 1, (((1, (on,)),),), f"Ratify it at the meeting of {on}{quorum}.")
    return None


def _if_ratified(term: Ratification | BetweenMeetings, taken: Taken, meeting: Meeting) -> Status:
    """The verdict on the day of a meeting ahead that is quorate and ratifies the decision."""
    on = meeting.meeting_on
    then = replace(
        taken,
        decision=replace(taken.decision, ratified_on=on),
        today=on,
        meetings={**taken.meetings, on: meeting},
        quorate={**taken.quorate, on: Status.MET},
    )
    return _verdict(term, then, then.decision)
