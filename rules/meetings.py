"""The meetings held and ahead, and how a finding speaks of one."""

from collections.abc import Sequence
from datetime import date

from kinds.names import folded
from rules.facts import Facts
from rules.finding import Finding, Rows, Status
from rules.people import Attendance, Meeting
from rules.terms import Term
from rules.words import day

CALLED_OFF = ("cancelled", "postponed")


def held(facts: Facts, today: date, group: str | None = None) -> list[Meeting]:
    """Meetings up to and including today, oldest first; of one group, or of all."""
    return [m for m in _of(facts, group) if m.meeting_on <= today]


def scheduled(facts: Facts, today: date, group: str | None = None) -> list[Meeting]:
    """Meetings after today, the next one first; of one group, or of all."""
    return [m for m in _of(facts, group) if m.meeting_on > today]


def _of(facts: Facts, group: str | None) -> Sequence[Meeting]:
    """Those that take place: one that is cancelled or postponed counts for nothing and carries nothing."""
    known = facts.meetings_in_order if group is None else facts.meetings_by_group.get(folded(group), ())
    return [each for each in known if each.status not in CALLED_OFF]


def attendance_of(facts: Facts, meeting: Meeting) -> Sequence[Attendance]:
    """What is recorded of each organisation at one meeting, by name."""
    return facts.attendance_by_meeting.get((folded(meeting.group_name), meeting.meeting_on), ())


def people_at(facts: Facts, meeting: Meeting) -> set[str]:
    """The people, folded, who came to a meeting, for whichever organisation."""
    return {folded(who) for row in attendance_of(facts, meeting) for who in row.people}


def strangers(facts: Facts, meeting: Meeting) -> list[str]:
    """Who came and is not on the roster, but for people who sit in the group for no organisation."""
    alone = {
        folded(seat.person)
        for seat in facts.seats_by_organisation.get("", ())
        if folded(seat.group_name) == folded(meeting.group_name) and seat.is_held_on(meeting.meeting_on)
    }
    return [name for name in meeting.others if folded(name) not in alone]


def chaired_from_afar(facts: Facts, meeting: Meeting) -> bool:
    """Whether whoever is recorded as in the chair holds a seat and is not among those who came."""
    name, group, came = folded(meeting.chaired_by), folded(meeting.group_name), people_at(facts, meeting)
    own = [row for row in facts.attendance_by_seat if folded(row.person) == name]
    away = any(
        row.attendance in ("apologies", "absent")
        for row in own
        if row.meeting_on == meeting.meeting_on and folded(row.group_name) == group
    )
    is_known = any(folded(seat.person) == name for seat in facts.seats)
    return bool(name) and name not in came and (away or (is_known and bool(came)))


def about(meeting: Meeting) -> str:
    """A meeting as the subject of a finding: Strategy Group, 12 March 2026."""
    return f"{meeting.group_name}, {day(meeting.meeting_on)}"


def too_early(term: Term, family: str, meeting: Meeting) -> Finding:
    """What is found of a meeting held before a rule came into force."""
    says = f"Held before these terms came into force on {day(term.starts)}."
    rows = (Rows.of("meetings", group_name=meeting.group_name, meeting_on=meeting.meeting_on),)
    return Finding(
        term, family, about(meeting), Status.NOT_APPLICABLE, says, on=meeting.meeting_on, rows=rows
    )
