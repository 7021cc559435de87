"""Office: how long a role is held, how it is filled, and by which post."""

from collections.abc import Iterator
from datetime import date

from kinds.meant import is_open
from kinds.names import folded
from kinds.wording import holds_post
from rules.body import Body
from rules.calendar import add_months
from rules.coverage import held_back, not_covered
from rules.done import done, evidence
from rules.facts import Facts
from rules.family import Family, Judges
from rules.finding import Finding, Rows, Status
from rules.from_members import by_members, of_members
from rules.holding import (
    Absence,
    ByMembers,
    Chaired,
    ElectedYearly,
    Election,
    ExOfficio,
    FromMembers,
    MostTerms,
    OfficeTerm,
    Post,
    TermOfOffice,
)
from rules.meetings import chaired_from_afar, held
from rules.membership import members
from rules.records import Decision
from rules.seats import rivals, seats_on
from rules.tenure import is_of_role, of_absence, of_elections, of_terms, runs, served
from rules.terms import in_force
from rules.venue import called_off
from rules.words import day, number

NAME = "office"
MONTHS_BACK = 12


def judge(body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """What the holders of each role and the elections so far say of each term; an election by its own day."""
    for term in in_force(FAMILY.of(body), today):
        yield from JUDGES[type(term)](term, body, facts, today)
    for decision in _elections(facts, today):
        terms = [t for t in in_force(FAMILY.of(body), decision.meeting_on) if isinstance(t, Election)]
        for term in _of_its_role(terms, decision):
            yield elected(term, decision, facts)


def _term_of_office(term: TermOfOffice, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    seats = seats_on(facts, today, body.main_group, term.role)
    holders = [seat for seat in seats if seat.status != "vacant"]
    if not holders:
        yield _nobody(term, body, is_vacant=bool(seats))
    rival = rivals(holders, term.role, term.holders)
    for seat in holders:
        status, says, ends = served(seat, term, _elections(facts, today), facts, today)
        status, says = (Status.UNKNOWN if rival else status), says + rival
        about = f"{term.role.capitalize()}, {seat.organisation or seat.seat or seat.person}"
        yield Finding(term, NAME, about, status, says, on=ends, rows=_seats_of(term.role, body))


def _elections(facts: Facts, today: date) -> list[Decision]:
    return [d for d in facts.decisions_by_kind.get("election", ()) if d.meeting_on <= today]


def _of_role(role: str, elections: list[Decision]) -> list[Decision]:
    return [made for made in elections if is_of_role(made, role)]


def _of_its_role(terms: list[Election], decision: Decision) -> list[Election]:
    """The terms on the role that an election's own words name, the longer name first; all if none."""
    named = [term for term in terms if folded(term.role) in folded(decision.decision)]
    return sorted(named, key=lambda term: -len(term.role))[:1] or terms


def _election(term: Election, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    if not _elections(facts, today):
        says = f"No election of a {term.role} is recorded."
        yield Finding(term, NAME, term.role.capitalize(), Status.NOT_APPLICABLE, says)


def elected(term: Election, decision: Decision, facts: Facts) -> Finding:
    """Whether an election had its majority."""
    about = f"{term.role.capitalize()}, {day(decision.meeting_on)}"
    rows = (Rows.of("decisions", reference=decision.reference),)
    ballot = " The ballot is secret: only the tally is kept." if term.secret else ""
    voters = _voters(term, decision, facts)
    if wrong := called_off(facts, decision):
        return Finding(term, NAME, about, Status.UNKNOWN, wrong, on=decision.meeting_on, rows=rows)
    if term.secret and is_open(decision.method):
        says = f"Recorded as “{decision.method}”; the terms ask for a secret ballot."
        return Finding(term, NAME, about, Status.NOT_MET, says, on=decision.meeting_on, rows=rows)
    if decision.votes_for is None or not voters:
        says = f"The tally of the election is not recorded.{ballot}"
        return Finding(term, NAME, about, Status.UNKNOWN, says, on=decision.meeting_on, rows=rows)
    status = Status.MET if decision.votes_for * 2 > voters else Status.NOT_MET
    of = "votes cast" if term.of == "votes cast" else "members"
    return Finding(
        term, NAME, about, status,
        f"{decision.votes_for} of {voters} {of} in favour; more than half is needed.{ballot}",
        on=decision.meeting_on, value=decision.votes_for, limit=voters / 2, unit="votes", rows=rows,
    )  # fmt: skip


def _voters(term: Election, decision: Decision, facts: Facts) -> int:
    """How many a majority is counted of; an abstention is no vote cast."""
    if term.of == "all members":
        return len(members(facts, decision.meeting_on))
    return (decision.votes_for or 0) + (decision.votes_against or 0)


def _ex_officio(term: ExOfficio, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    seats = seats_on(facts, today, body.main_group, term.role)
    if not seats:
        yield _nobody(term, body)
        return
    filled = [seat for seat in seats if seat.status == "filled"]
    rival = rivals(filled, term.role, None)
    in_post = [s for s in filled if holds_post(f"{s.seat or ''} {s.person or ''}", term.post)]
    if rival:
        status, says = Status.UNKNOWN, rival.strip()
    elif in_post:
        status, says = Status.MET, f"Held by the {term.post}, as the terms say."
    elif filled:
        status, says = Status.UNKNOWN, f"Confirm that the holder is the {term.post}."
    else:
        status, says = Status.NOT_MET, f"The seat is {seats[0].status}; the terms give it to the {term.post}."
    yield Finding(term, NAME, term.role.capitalize(), status, says, rows=_seats_of(term.role, body))


def _post(term: Post, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    size, rows = f"{term.full_time_share:g} full-time", evidence(facts, term.duty)
    begun = done(facts, term.duty, today)
    if not begun:
        says = f"{size}, for {term.contract_years} years; the day the contract began is not recorded."
        yield Finding(term, NAME, term.post, Status.UNKNOWN, says, rows=rows)
        return
    ends = add_months(begun[-1], 12 * term.contract_years)
    status = runs(ends, today)
    verb = "ended" if status is Status.OVERDUE else "ends"
    says = f"{size}; the contract {verb} on {day(ends)}, {term.contract_years} years from {day(begun[-1])}."
    found = Finding(term, NAME, term.post, status, says, on=ends, rows=rows)
    yield held_back(found, not_covered(facts, "duties", ends))


def _chaired(term: Chaired, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    since = add_months(today, -MONTHS_BACK)
    meetings = [m for m in held(facts, today, body.main_group) if m.meeting_on > since]
    without = [meeting.meeting_on for meeting in meetings if not meeting.chaired_by]
    away = [meeting for meeting in meetings if chaired_from_afar(facts, meeting)]
    total = f"{number(len(meetings), 'meeting')} of the last {MONTHS_BACK} months"
    if not meetings:
        status, says = Status.NOT_APPLICABLE, f"No meeting was held in the last {MONTHS_BACK} months."
    elif away:
        told = "; ".join(f"{m.chaired_by} on {day(m.meeting_on)}" for m in away)
        status, says = Status.UNKNOWN, f"Recorded as in the chair, but not as present: {told}."
    elif without:
        days = ", ".join(day(on) for on in without)
        status = Status.NOT_MET if len(without) < len(meetings) else Status.UNKNOWN
        says = f"Who chaired is not recorded for {len(without)} of {total}: {days}."
    else:
        status, says = Status.MET, f"Who chaired is recorded for each of {total}."
    yield Finding(
        term, NAME, "Chairing of meetings", status, says, value=len(meetings) - len(without),
        limit=len(meetings), unit="meetings", rows=(Rows.of("meetings", group_name=body.main_group),),
    )  # fmt: skip


def _nobody(term: TermOfOffice | ExOfficio, body: Body, is_vacant: bool = False) -> Finding:
    status, says = Status.UNKNOWN, f"No {term.role} is recorded."
    if is_vacant:
        status, says = Status.NOT_MET, f"The seat of {term.role} is recorded as vacant."
    return Finding(term, NAME, term.role.capitalize(), status, says, rows=_seats_of(term.role, body))


def _seats_of(role: str, body: Body) -> tuple[Rows, ...]:
    return (Rows.of("seats", group_name=body.main_group, role=role),)


def _by_members(term: ByMembers, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    return by_members(term, _of_role(term.role, _elections(facts, today)), body, facts, today)


def _most_terms(term: MostTerms, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    return of_terms(term, term.role, term.most, body, facts, today)


def _absence(term: Absence, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    return of_absence(term, term.months, body, facts, today)


def _elected_yearly(term: ElectedYearly, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """An election that names another role alone is none of this one."""
    elections = _of_role(term.role, _elections(facts, today))
    return of_elections(term, term.role, term.year, elections, body, facts, today)


JUDGES: Judges = {
    TermOfOffice: _term_of_office,
    Election: _election,
    ExOfficio: _ex_officio,
    Post: _post,
    Chaired: _chaired,
    FromMembers: of_members,
    ByMembers: _by_members,
    MostTerms: _most_terms,
    Absence: _absence,
    ElectedYearly: _elected_yearly,
}

FAMILY: Family[OfficeTerm] = Family(
    NAME,
    "Chairs and other offices",
    ("term of office", "terms of office"),
    OfficeTerm,
    judge,
    on_calendar=True,
)
