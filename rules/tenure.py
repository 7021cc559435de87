"""What ends an office besides its term: so many terms served, months of absence, a year without election."""

from collections.abc import Iterator, Sequence
from datetime import date

from kinds.names import folded, named_in, same
from rules.body import Body
from rules.calendar import ONE_DAY, Year, add_months, assumed_start, year_of
from rules.facts import Facts
from rules.finding import Finding, Rows, Status
from rules.holding import TermOfOffice
from rules.meetings import held, people_at, scheduled
from rules.people import Seat
from rules.records import Decision
from rules.seats import seats_on
from rules.sitting import members_of
from rules.terms import Term, YearKind
from rules.venue import called_off
from rules.voting import lost
from rules.words import day, number

FAMILY_NAME = "office"


MONTHS_AHEAD = 6
# whoever is elected one of these is not elected chair
BESIDE = ("vice chair", "vice-chair", "deputy chair", "co-chair")


def served(
    seat: Seat, term: TermOfOffice, elections: Sequence[Decision], facts: Facts, today: date
) -> tuple[Status, str, date | None]:
    """Status, sentence and last day of a holder's term of office."""
    by_election = term.begins == "election"
    since = _elected_on(seat, term.role, elections, facts) if by_election else seat.from_on
    if since is None:
        what = "election from which the term runs" if by_election else "day the term of office began"
        return Status.UNKNOWN, f"The {what} is not recorded.", None
    ends = add_months(since, 12 * term.years)
    status = runs(ends, today)
    says = {
        Status.OVERDUE: "Election overdue since",
        Status.DUE: "Election due by",
        Status.MET: "In office until",
    }[status]
    return status, f"{says} {day(ends)}: {number(term.years, 'year')} from {day(since)}.", ends


def runs(ends: date, today: date) -> Status:
    """What an end means today: past, within the next months, or still far ahead."""
    if ends < today:
        return Status.OVERDUE
    return Status.DUE if ends <= add_months(today, MONTHS_AHEAD) else Status.MET


def is_of_role(election: Decision, role: str) -> bool:
    """Whether the words of an election name a role, and not only one that is beside it."""
    return named_in(election.decision, role, BESIDE)


def _elected_on(seat: Seat, role: str, elections: Sequence[Decision], facts: Facts) -> date | None:
    """The last election by the day the seat was taken that names its holder, or the role and nobody else."""
    own = {*facts.names_of(seat.organisation), seat.person}
    held = (each for each in facts.seats if same(each.role, role))
    others = {name for each in held for name in (*facts.names_of(each.organisation), each.person)} - own
    days = [
        made.meeting_on
        for made in elections
        if not lost(made) and not called_off(facts, made)
        if seat.from_on is None or made.meeting_on <= seat.from_on
        if any(named_in(made.decision, name) for name in own)
        or (is_of_role(made, role) and not any(named_in(made.decision, name) for name in others))
    ]
    return max(days, default=None)


def of_terms(term: Term, role: str, most: int, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """Whether whoever holds a role has not held it for more terms than they may."""
    for holder in seats_on(facts, today, body.main_group, role):
        served = [seat for seat in facts.seats if _is_term_of(seat, holder, today)]
        if holder.status != "filled" or not holder.person:
            continue
        status = Status.MET if len(served) <= most else Status.NOT_MET
        says = f"{number(len(served), 'term')} begun; the terms of reference allow {most}."
        about = f"{role.capitalize()}, {holder.organisation or holder.seat or holder.person}"
        rows = (Rows.of("seats", group_name=body.main_group, person=holder.person),)
        yield Finding(term, FAMILY_NAME, about, status, says, None, len(served), most, "terms", rows)


def _is_term_of(seat: Seat, holder: Seat, today: date) -> bool:
    begun = (seat.held_from or today) <= today
    same_office = same(seat.role, holder.role) and same(seat.group_name, holder.group_name)
    return same_office and same(seat.person, holder.person) and begun


def of_absence(term: Term, months: int, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """Whether any member has been away from every meeting for so long that the office has ended."""
    recorded = [m for m in held(facts, today, body.main_group) if m.count_recorded]
    there = {meeting.meeting_on: people_at(facts, meeting) for meeting in recorded}
    everyone = members_of(facts, today, body.main_group)
    gone = [(seat, since) for seat in everyone if (since := _away_since(seat, there, months, today))]
    for seat, since in gone:
        says = f"At no meeting since {day(since)}: the office ended on {day(add_months(since, months))}."
        rows = (Rows.of("attendance_by_seat", person=seat.person),)
        about = ", ".join(filter(None, (seat.seat, seat.organisation))) or seat.person or ""
        yield Finding(term, FAMILY_NAME, about, Status.NOT_MET, says, on=since, rows=rows)
    fine = len(everyone) - len(gone)
    says = f"{fine} of {number(len(everyone), 'member')} came within {number(months, 'month')}."
    if not everyone or not there:
        says = "Who sits here, or who came to any meeting, is not recorded."
        yield Finding(term, FAMILY_NAME, "Members", Status.UNKNOWN, says)
    elif fine:
        yield Finding(term, FAMILY_NAME, "Other members" if gone else "Members", Status.MET, says)


def _away_since(seat: Seat, there: dict[date, set[str]], months: int, today: date) -> date | None:
    """The day since which somebody came to no meeting, if that is long ago and a meeting was missed since."""
    attended = [on for on, people in there.items() if folded(seat.person) in people]
    since = max([*attended, *([seat.held_from] if seat.held_from else [])], default=min(there, default=None))
    if since is None or add_months(since, months) >= today:
        return None
    return since if any(on > since for on in there) else None


def of_elections(
    term: Term,
    role: str,
    kind: YearKind,
    elections: Sequence[Decision],
    body: Body,
    facts: Facts,
    today: date,
) -> Iterator[Finding]:
    """Whether a role was filled by an election at the first meeting of this year and of the one before."""
    this = year_of(today, kind, body.year_starts)
    before = year_of(this.first - ONE_DAY, kind, body.year_starts)
    meetings = [*held(facts, today, body.main_group), *scheduled(facts, today, body.main_group)]
    days = [meeting.meeting_on for meeting in meetings]
    for year in (before, this):
        if year.first >= term.starts or (year == this and any(map(year.covers, days))):
            status, says, on = _elected(role, year, days, elections, today)
            says += assumed_start(year, kind, body.year_starts)
            about, rows = f"{role.capitalize()}, {year.label}", (Rows.of("decisions"),)
            yield Finding(term, FAMILY_NAME, about, status, says, on=on, rows=rows)


def _elected(
    role: str, year: Year, days: Sequence[date], elections: Sequence[Decision], today: date
) -> tuple[Status, str, date | None]:
    first = min(filter(year.covers, days), default=None)
    if first is None:
        return Status.UNKNOWN, "No meeting of this year is recorded.", None
    held_on = [each.meeting_on for each in elections if year.covers(each.meeting_on)]
    if first in held_on:
        return Status.MET, f"Elected at the first meeting of the year, on {day(first)}.", first
    if first > today:
        return Status.DUE, f"To be elected at the first meeting of the year, on {day(first)}.", first
    later = f"; elected on {day(held_on[0])}" if held_on else ""
    return Status.NOT_MET, f"No {role} was elected at the first meeting, on {day(first)}{later}.", first
