"""Whether those who hold an office do so for a member organisation, where the terms ask for that."""

from collections.abc import Iterator
from datetime import date

from kinds.names import folded
from rules.body import Body
from rules.facts import Facts
from rules.finding import Finding, Rows, Status
from rules.holding import FromMembers
from rules.membership import members
from rules.people import Seat
from rules.seats import seats_on
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
