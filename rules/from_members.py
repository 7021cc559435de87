"""Whether those who hold an office come from the members, and were elected by them, where terms ask that."""

from collections.abc import Iterator, Sequence
from datetime import date

from kinds.names import folded, same
from rules.body import Body
from rules.facts import Facts
from rules.finding import Finding, Rows, Status
from rules.holding import ByMembers, FromMembers
from rules.membership import members
from rules.people import Seat
from rules.records import Decision
from rules.seats import seats_on
from rules.venue import called_off, was_between_meetings
from rules.voting import lost
from rules.words import day

FAMILY_NAME = "office"


def of_members(term: FromMembers, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """One finding for each holder; that nobody holds it is said by the entry on the office itself."""
    roster = {folded(each.organisation) for each in members(facts, today)}
    rows = (Rows.of("seats", group_name=body.main_group, role=term.role),)
    for seat in seats_on(facts, today, body.main_group, term.role):
        if seat.status != "vacant":
            status, says = _judged(seat, roster, term.role, today)
            about = f"From the members: {seat.organisation or seat.person or seat.seat}"
            yield Finding(term, FAMILY_NAME, about, status, says, rows=rows)


def by_members(
    term: ByMembers, elections: Sequence[Decision], body: Body, facts: Facts, today: date
) -> Iterator[Finding]:
    """Whether an election at a meeting of the main group, by the day the seat was taken, was carried."""
    seats = [s for s in seats_on(facts, today, body.main_group, term.role) if s.status == "filled"]
    rows: tuple[Rows, ...] = (Rows.of("seats", group_name=body.main_group, role=term.role),)
    if seats:
        since = max((seat.from_on or today for seat in seats), default=today)
        before = sorted((e for e in elections if e.meeting_on <= since), key=lambda e: e.meeting_on)[-1:]
        status, says = _elected(before, term.role, body.main_group, facts)
        rows += tuple(Rows.of("decisions", reference=made.reference) for made in before)
        yield Finding(term, FAMILY_NAME, "By the members", status, says, rows=rows)


def _elected(last: Sequence[Decision], role: str, group: str, facts: Facts) -> tuple[Status, str]:
    """What the last election says, if there was one."""
    if not last:
        return Status.UNKNOWN, f"By whom the {role} was elected is not recorded."
    made = last[0]
    if wrong := called_off(facts, made):
        return Status.UNKNOWN, wrong
    on = f"on {day(made.meeting_on)}"
    if not same(made.group_name, group):
        return Status.NOT_MET, f"Elected {on} by the {made.group_name}, not by the {group}."
    if was_between_meetings(made):
        return Status.NOT_MET, f"Elected {on}, but between meetings."
    if lost(made):
        return Status.NOT_MET, f"The election {on} had no majority."
    if not made.votes_for:
        return Status.UNKNOWN, f"The tally of the election {on} is not recorded."
    return Status.MET, f"Elected by the {group} {on}."


def _judged(seat: Seat, roster: set[str], role: str, today: date) -> tuple[Status, str]:
    if not roster:
        return (
            Status.UNKNOWN,
            "No organisation is recorded as a member on this day; load the organisations file.",
        )
    if not seat.organisation:
        return Status.UNKNOWN, f"For which organisation the {role} sits is not recorded."
    if folded(seat.organisation) in roster:
        return Status.MET, f"The {role} is from {seat.organisation}, a member."
    return Status.NOT_MET, f"The {role} is from {seat.organisation}, which is no member on {day(today)}."
