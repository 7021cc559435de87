"""Who is expected at a meeting ahead: all who belong to it and have sent no apologies."""

from kinds.names import folded
from rules.counting import NeededQuorum, sitting
from rules.facts import Facts, grouped
from rules.meetings import attendance_of
from rules.membership import members
from rules.people import Meeting, Seat
from rules.seats import seated, seats_on
from rules.sitting import members_of


def belonging(facts: Facts, meeting: Meeting) -> list[str]:
    """The member organisations with a seat in the group that meets; all where nobody has one."""
    names = [member.organisation for member in members(facts, meeting.meeting_on)]
    there = seated(seats_on(facts, meeting.meeting_on, meeting.group_name)) or set(map(folded, names))
    return [name for name in names if folded(name) in there]


def apologies_of(facts: Facts, meeting: Meeting) -> list[str]:
    return [row.organisation for row in attendance_of(facts, meeting) if row.attendance == "apologies"]


def organisations_expected(facts: Facts, meeting: Meeting) -> list[str]:
    """The organisations that sent no apologies, and those of which one sent them and another holds a seat."""
    sent, own = set(map(folded, apologies_of(facts, meeting))), _apologised(facts, meeting)
    seats = grouped(
        members_of(facts, meeting.meeting_on, meeting.group_name), lambda seat: folded(seat.organisation)
    )

    def has_others(name: str) -> bool:
        holders = {folded(seat.person) for seat in seats.get(folded(name), ())}
        return bool(holders & own) and bool(holders - own)

    return [name for name in belonging(facts, meeting) if folded(name) not in sent or has_others(name)]


def expected(term: NeededQuorum, facts: Facts, meeting: Meeting) -> list[Seat]:
    """The people who did not send apologies, by their own name or, unnamed, by their organisation."""
    own = _apologised(facts, meeting)
    unnamed = set() if own else set(map(folded, apologies_of(facts, meeting)))
    return [
        seat
        for seat in sitting(term, facts, meeting)
        if folded(seat.person) not in own and folded(seat.organisation) not in unnamed
    ]


def _apologised(facts: Facts, meeting: Meeting) -> set[str]:
    """The holders of seats, folded, who sent apologies by name."""
    on, group = meeting.meeting_on, folded(meeting.group_name)
    return {
        folded(row.person)
        for row in facts.attendance_by_seat
        if row.meeting_on == on and folded(row.group_name) == group and row.attendance == "apologies"
    }
