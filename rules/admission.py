"""Admission: who may join, and how."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from kinds.meant import is_temporary, is_turned_down
from kinds.names import folded, named_in, same
from rules.body import Body
from rules.done import evidence, recorded
from rules.facts import Facts
from rules.family import Family, Judges
from rules.finding import Finding, Rows, Status
from rules.meetings import held, scheduled
from rules.membership import MEMBERS, members, no_members, observers
from rules.records import Decision, Duty
from rules.terms import Term, in_force
from rules.voting import lost
from rules.words import day, listed, number


class Eligibility(Term):
    """Membership is open to these sectors; any other one on the list is to be confirmed, never removed."""

    kind: Literal["eligibility"]
    sectors: tuple[str, ...] = Field(min_length=1)


class Signed(Term):
    """Each member organisation has signed up to the terms of reference."""

    kind: Literal["signed"]


class Applications(Term):
    """Each application gives its reason; a row of the kind `duties` is one.

    Its period is the organisation, its day the day on which it was received, its note the reason.
    """

    kind: Literal["applications"]
    duty: str


class Decided(Term):
    """The main group decides on each application at the meeting that follows the day it was received.

    Known from a decision of the kind `membership` whose text has the organisation's name.
    """

    kind: Literal["applications decided"]
    duty: str


class Observers(Term):
    """Each observer signed the terms, and a decision of the kind `observer` with its name approved it."""

    kind: Literal["observers"]


class Temporary(Term):
    """A seat that says temporary has a day on which it ends."""

    kind: Literal["temporary members"]


AdmissionTerm = Annotated[
    Eligibility | Signed | Applications | Decided | Observers | Temporary, Field(discriminator="kind")
]

NAME = "admission"
OF_MEMBERS = (Eligibility, Signed)


def judge(body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """What the members, observers and applicants of the day have to show for it."""
    for term in in_force(FAMILY.of(body), today):
        if isinstance(term, OF_MEMBERS) and not members(facts, today):
            yield no_members(term, NAME)
        else:
            yield from JUDGES[type(term)](term, body, facts, today)


def _eligibility(term: Eligibility, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    current = members(facts, today)
    open_to = {folded(sector) for sector in term.sectors}
    outside = [m.organisation for m in current if m.sector and folded(m.sector) not in open_to]
    for name in outside:
        says = f"Confirm that {name} is eligible, or offer observer status."
        yield Finding(
            term, NAME, name, Status.UNKNOWN, says, rows=(Rows.of("organisations", organisation=name),)
        )
    blank = sum(not member.sector for member in current)
    if blank:
        says = f"The sector of {number(blank, 'organisation')} is not recorded."
        yield Finding(term, NAME, "Member organisations", Status.UNKNOWN, says, rows=(MEMBERS,))
    if not outside and not blank:
        says = f"{number(len(current), 'organisation is', 'organisations are')} in an eligible sector."
        yield Finding(term, NAME, "Member organisations", Status.MET, says, rows=(MEMBERS,))


def _signed(term: Signed, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    current = members(facts, today)
    for name in (member.organisation for member in current if member.signed_terms is False):
        yield Finding(
            term, NAME, name, Status.NOT_MET, "The terms of reference are not signed.",
            rows=(Rows.of("organisations", organisation=name),),
        )  # fmt: skip
    blank = sum(member.signed_terms is None for member in current)
    if blank:
        says = f"{number(blank, 'organisation')} with no record of signing."
        yield Finding(term, NAME, "Member organisations", Status.UNKNOWN, says, rows=(MEMBERS,))
    if all(member.signed_terms for member in current):
        says = f"{number(len(current), 'organisation has', 'organisations have')} signed the terms."
        yield Finding(term, NAME, "Member organisations", Status.MET, says, rows=(MEMBERS,))


def _applications(term: Applications, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    yield from _no_application(term, facts, today)
    for row in _received(term, facts, today):
        status, says = Status.MET, "The application gives its reason."
        if not row.note:
            status, says = Status.NOT_MET, "No reason is recorded for the application."
        yield Finding(term, NAME, _applicant(row), status, says, on=row.done_on, rows=_rows_of(row))


def _decided(term: Decided, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    yield from _no_application(term, facts, today)
    for row in _received(term, facts, today):
        status, says, on, rows = _decision_on(row, body, facts, today)
        yield Finding(term, NAME, _applicant(row), status, says, on=on, rows=(*_rows_of(row), *rows))


def _received(term: Applications | Decided, facts: Facts, today: date) -> list[Duty]:
    return sorted(recorded(facts, term.duty, today), key=_applicant)


def _no_application(term: Applications | Decided, facts: Facts, today: date) -> Iterator[Finding]:
    if not _received(term, facts, today):
        says, rows = "No application is recorded.", evidence(facts, term.duty)
        yield Finding(term, NAME, "Applications", Status.NOT_APPLICABLE, says, rows=rows)


def _applicant(row: Duty) -> str:
    return row.period or "Applicant not named"


def _rows_of(row: Duty) -> tuple[Rows, ...]:
    return (Rows.of("duties", duty=row.duty, period=row.period),)


def _decision_on(
    row: Duty, body: Body, facts: Facts, today: date
) -> tuple[Status, str, date | None, tuple[Rows, ...]]:
    """Status, sentence, day and rows of what the main group made of one application."""
    main, received = body.main_group, row.done_on
    if received is None:
        return Status.UNKNOWN, "The day on which it was received is not recorded.", None, ()
    days = _meetings_after(received, main, facts, today)
    came = f"Received on {day(received)}"
    if not days:
        return Status.UNKNOWN, f"{came}; no later meeting of the {main} is recorded.", received, ()
    decisions = [d for d in _naming("membership", row.period, facts, today)
                 if same(d.group_name, main) and d.meeting_on >= received]  # fmt: skip
    if not decisions:
        status, verb = (Status.OVERDUE, "was") if days[0] < today else (Status.DUE, "is")
        return status, f"{came}; {verb} to be decided by the {main} on {day(days[0])}.", days[0], ()
    on, rows = decisions[0].meeting_on, (Rows.of("decisions", reference=decisions[0].reference),)
    late = sum(each < on for each in days)
    how = f"{number(late, 'meeting')} late" if late else "in time"
    return Status.NOT_MET if late else Status.MET, f"{came}; decided {how}, on {day(on)}.", on, rows


def _meetings_after(received: date, group: str, facts: Facts, today: date) -> list[date]:
    """The days of a group's later meetings, held or ahead, the earliest first."""
    meetings = [*held(facts, today, group), *scheduled(facts, today, group)]
    return [meeting.meeting_on for meeting in meetings if meeting.meeting_on > received]


def _naming(kind: str, name: str | None, facts: Facts, today: date) -> list[Decision]:
    """The decisions of a kind, up to today and the oldest first, whose text has this organisation."""
    others = [
        *(other for each in facts.organisations for other in each.names),
        *(row.period or "" for row in facts.duties),
    ]
    names = facts.names_of(name)
    found = [
        decision
        for decision in facts.decisions_by_kind.get(folded(kind), ())
        if decision.meeting_on <= today and any(named_in(decision.decision, each, others) for each in names)
    ]
    return sorted(found, key=lambda decision: (decision.meeting_on, decision.reference))


def _observers(term: Observers, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    observing = observers(facts, today)
    if not observing:
        says, among = "No observer is recorded.", Rows.of("organisations", membership="observer")
        yield Finding(term, NAME, "Observers", Status.NOT_APPLICABLE, says, rows=(among,))
    for name, signed in ((each.organisation, each.signed_terms) for each in observing):
        on_it = _naming("observer", name, facts, today)
        approved = [d for d in on_it if not lost(d) and not is_turned_down(d.decision)]
        missing = [] if signed else ["signed terms"]
        missing += [] if approved else ["approval by the members"]
        sources = [Rows.of("decisions", reference=each.reference) for each in approved]
        rows = (Rows.of("organisations", organisation=name), *sources)
        if missing:
            says = f"Not recorded for this observer: {listed(missing)}."
            yield Finding(term, NAME, name, Status.NOT_MET, says, rows=rows)
        else:
            says = f"Signed the terms; approved by the members on {day(approved[0].meeting_on)}."
            yield Finding(term, NAME, name, Status.MET, says, rows=rows)


def _temporary(term: Temporary, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    seats = [s for s in facts.seats if s.is_held_on(today) and is_temporary(s.seat)]
    if not seats:
        says, rows = "No temporary member is recorded.", (Rows.of("seats"),)
        yield Finding(term, NAME, "Temporary members", Status.NOT_APPLICABLE, says, rows=rows)
    for seat in seats:
        status, says = Status.NOT_MET, "No day is recorded on which this temporary seat ends."
        if seat.to_on:
            status, says = Status.MET, f"A temporary seat, until {day(seat.to_on)}."
        rows = (Rows.of("seats", seat=seat.seat, organisation=seat.organisation, person=seat.person),)
        about = seat.organisation or seat.person or seat.seat or ""
        yield Finding(term, NAME, about, status, says, on=seat.to_on, rows=rows)


JUDGES: Judges = {
    Eligibility: _eligibility,
    Signed: _signed,
    Applications: _applications,
    Decided: _decided,
    Observers: _observers,
    Temporary: _temporary,
}

FAMILY: Family[AdmissionTerm] = Family(
    NAME,
    "Joining and observing",
    ("application", "applications"),
    AdmissionTerm,
    judge,
    on_calendar=True,
    page="membership",
)
