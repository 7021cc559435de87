"""Members who declared a conflict of interest in a decision, and what a meeting is without them."""

from collections.abc import Collection
from dataclasses import replace

from kinds.names import folded
from rules.consents import partners
from rules.facts import Facts
from rules.finding import Status
from rules.membership import members
from rules.people import Attendance, Meeting
from rules.records import Decision
from rules.words import listed, number


def conflicted(facts: Facts, decision: Decision) -> dict[str, str]:
    """Who declared a conflict, people or organisations: the name by what it is compared as."""
    known = facts.organisations_by_name.keys() | {folded(seat.person) for seat in facts.seats if seat.person}
    return partners(decision.conflicted, known)


def count_present(meeting: Meeting | None, there: Collection[str], names: Collection[str]) -> int:
    """How many of those named were at a meeting; `there`: the people who came, folded."""
    came = {folded(name) for name in meeting.came} if meeting else set()
    return len((came | set(there)) & set(names))


def count_belonging(facts: Facts, decision: Decision, names: Collection[str]) -> int:
    """How many of those named belong to the group that decided, or to the body."""
    sitting = {folded(seat.person) for seat in facts.seats_by_group.get(folded(decision.group_name), ())}
    own = {folded(each.organisation) for each in members(facts, decision.meeting_on)}
    return len((sitting | own) & set(names))


def without(
    facts: Facts, meeting: Meeting, names: Collection[str], from_total: bool
) -> tuple[Facts, Meeting]:
    """Facts and meeting as if those named had not come; `from_total`: as if they did not belong either."""
    rows = [_row_without(row, names) for row in facts.attendance_by_organisation]
    kept = {folded(row.organisation) for row in rows if row and row.meeting_on == meeting.meeting_on}
    apart = replace(facts, attendance_by_organisation=tuple(row for row in rows if row))
    if from_total:
        seats = tuple(s for s in facts.seats if not {folded(s.person), folded(s.organisation)} & set(names))
        own = tuple(o for o in facts.organisations if folded(o.organisation) not in names)
        apart = replace(apart, seats=seats, organisations=own)
    came, deputies, others = (
        [name for name in names_of if folded(name) in kept]
        for names_of in (meeting.members, meeting.deputies, meeting.substitutes)
    )
    return apart, replace(meeting, members=came, deputies=deputies, substitutes=others)


def _row_without(row: Attendance, names: Collection[str]) -> Attendance | None:
    """What is left of who came for an organisation; None where that is nobody."""
    people = [who for who in row.people if folded(who) not in names]
    if folded(row.organisation) in names or (row.people and not people):
        return None
    return replace(row, people=people)


def told(status: Status, names: dict[str, str]) -> str:
    """Whether there was a quorum without those who declared a conflict."""
    who = f"Without {listed(names.values())}, who declared a conflict,"
    if status is Status.MET:
        return f"{who} the meeting was quorate for this decision."
    if status is Status.NOT_MET:
        return f"{who} the meeting was not quorate for this decision."
    return f"Whether the meeting was quorate without {number(len(names), 'conflicted member')} is not known."
