"""What duties ask of each meeting: something recorded, perhaps before it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Literal

from rules.body import Body
from rules.calendar import add_months
from rules.coverage import held_back, not_covered
from rules.done import day_of, evidence, recorded
from rules.facts import Facts
from rules.finding import Finding, Rows, Status
from rules.meetings import held
from rules.records import Duty
from rules.terms import Term
from rules.words import day, number

FAMILY_NAME = "duties"


class EachMeeting(Term):
    """Something recorded for each meeting, whose date is the period of the duty's row or, where that is left
    blank, the day on which it was done.

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
    known = _by_meeting(rows, meetings)
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


def _by_meeting(rows: Sequence[Duty], meetings: Sequence[date]) -> dict[date, date | None]:
    """The day on which it was done for each meeting, the earliest of several; None where no row says."""
    found: dict[date, date | None] = {}
    for row in sorted(rows, key=lambda row: row.done_on or date.max, reverse=True):
        if on := _meeting_of(row, meetings):
            found[on] = row.done_on
    return found


def _meeting_of(row: Duty, meetings: Sequence[date]) -> date | None:
    """The meeting that a row is for: of its day, of one without a year, or the only one of its month."""
    if not row.period:
        return row.done_on
    if on := day_of(row.period):
        return on
    meant = [on for on in meetings if re.search(rf"(?i)\b{on.day} {on:%b}|^\W*{on:%B} {on.year}", row.period)]
    return meant[0] if len(meant) == 1 else None
