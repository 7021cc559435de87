"""Whether a change to the terms was sent to members in time before the meeting that passed it."""

from datetime import date

from kinds.names import folded, same
from rules.calendar import Unit, latest_dispatch
from rules.done import day_of, recorded
from rules.facts import Facts
from rules.finding import Status
from rules.records import Decision
from rules.words import day, weekday

DUTY = "Proposed amendment sent"


def amendments(facts: Facts, group: str, since: date, today: date) -> list[Decision]:
    """The decisions of a group on changes to the terms, from one day to another, the oldest first."""
    known = facts.decisions_by_kind.get("amendment", ())
    of_group = (d for d in known if same(d.group_name, group) and since <= d.meeting_on <= today)
    return sorted(of_group, key=lambda decision: (decision.meeting_on, decision.reference))


def sending(
    decision: Decision, facts: Facts, duty: str, days: int, unit: Unit, today: date
) -> tuple[Status, str]:
    """Whether it was sent so long before, and the sentence that says so.

    A row of the duty is one sending; its period is the decision's reference or the day of the meeting.
    """
    limit = latest_dispatch(decision.meeting_on, days, unit)
    sent = min(_days(decision, facts, duty, today), default=None)
    if sent is None:
        return Status.UNKNOWN, f"When the change was sent is not recorded; it was due by {weekday(limit)}."
    if sent > limit:
        return Status.NOT_MET, f"The change went out too late: on {day(sent)}, due by {weekday(limit)}."
    return Status.MET, f"The change went out in time: on {day(sent)}, due by {weekday(limit)}."


def _days(decision: Decision, facts: Facts, duty: str, today: date) -> list[date]:
    """The days on which it was sent."""
    return [
        row.done_on
        for row in recorded(facts, duty, today)
        if row.done_on
        if folded(row.period) == folded(decision.reference) or day_of(row.period) == decision.meeting_on
    ]
