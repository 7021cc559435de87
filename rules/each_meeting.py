"""What duties ask of each meeting: something recorded, perhaps before it."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from rules.body import Body
from rules.calendar import add_months
from rules.coverage import held_back, not_covered
from rules.done import day_of, evidence, recorded
from rules.facts import Facts
from rules.finding import Finding, Rows, Status
from rules.meetings import held
from rules.terms import Term
from rules.words import day, number

FAMILY_NAME = "duties"


class EachMeeting(Term):
    """Something recorded for each meeting, with the meeting's date as the period of the duty's row.

    `before`: it is done by the day of the meeting, and not after it.
    """

    kind: Literal["each meeting"]
    duty: str
    before: bool = False


def of_each_meeting(term: EachMeeting, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """One finding for the meetings of the last 12 months, and which of them lack it."""
    since = add_months(today, -12)
    meetings = [m.meeting_on for m in held(facts, today, body.main_group) if m.meeting_on > since]
    rows = recorded(facts, term.duty, today)
    known = {day_of(row.period): row.done_on for row in rows}
    without = [on for on in meetings if on not in known]
    undated = [on for on in meetings if on in known and term.before and not known[on]]
    late = [on for on in meetings if term.before and (known.get(on) or on) > on]
    total = number(len(meetings), "meeting")
    gaps = (
        (Status.NOT_MET, late, f"{len(late)} of {total} with a record only afterwards"),
        (Status.NOT_MET, without, f"{len(without)} of {total} without a record"),
        (Status.UNKNOWN, undated, f"{len(undated)} of {total} with a record of no day"),
    )
    if not meetings:
        status, says = Status.NOT_APPLICABLE, "No meeting was held in the last 12 months."
    elif not rows:
        status, says = Status.UNKNOWN, f"Nothing is recorded for {total} of the last 12 months."
    elif open_ := [gap for gap in gaps if gap[1]]:
        status = open_[0][0]
        says = "; ".join(f"{what}: {', '.join(map(day, days))}" for _, days, what in open_) + "."
    else:
        status, says = Status.MET, f"Recorded for {len(meetings)} of {total} of the last 12 months."
    fine = len(meetings) - sum(len(days) for _, days, _ in gaps)
    sources = (*evidence(facts, term.duty), Rows.of("meetings", group_name=body.main_group))
    found = Finding(
        term, FAMILY_NAME, term.duty, status, says, None, fine, len(meetings), "meetings", sources
    )
    # what was done too late is there, whatever else may be missing
    yield found if late else held_back(found, not_covered(facts, "duties", min(without, default=today)))
