"""A decision with the meeting at which it was taken, and with those that could ratify it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from kinds.names import folded
from rules.body import Body
from rules.consents import partners
from rules.facts import Facts, grouped
from rules.finding import Status
from rules.meetings import held
from rules.membership import members
from rules.people import Meeting
from rules.quorum import is_quorate
from rules.records import Decision


@dataclass(frozen=True)
class Taken:
    """A decision with what surrounds it.

    `meetings` are those of its group so far, by day and the oldest first, `quorate` the verdict on each.
    """

    decision: Decision
    body: Body
    facts: Facts
    today: date
    meetings: Mapping[date, Meeting]
    quorate: Mapping[date, Status]

    @property
    def meeting(self) -> Meeting | None:
        """The meeting at which it was taken, if that is on record."""
        return self.meetings.get(self.decision.meeting_on)


def taken_by(body: Body, facts: Facts, today: date) -> Iterator[Taken]:
    """The decisions up to today, the oldest first; the meetings of each group are looked at once."""
    by_group = grouped(held(facts, today), lambda meeting: folded(meeting.group_name))
    meetings = {group: {each.meeting_on: each for each in of_it} for group, of_it in by_group.items()}
    quorate = {
        group: {on: is_quorate(body, facts, meeting) for on, meeting in of_it.items()}
        for group, of_it in meetings.items()
    }
    known = (decision for decision in facts.decisions if decision.meeting_on <= today)
    for decision in sorted(known, key=lambda decision: (decision.meeting_on, decision.reference)):
        group = folded(decision.group_name)
        yield Taken(decision, body, facts, today, meetings.get(group, {}), quorate.get(group, {}))


def asked_and_given(decision: Decision, facts: Facts) -> tuple[dict[str, str], dict[str, str]]:
    """Whose consent a decision needs, and who has given it, each by what the names are compared as."""
    roster = facts.organisations_by_name.keys()
    own = {folded(m.organisation): m.organisation for m in members(facts, decision.meeting_on)}
    asked = partners(decision.consent_needed_from, roster, own)
    return asked, partners(decision.consent_given_by, roster, asked)
