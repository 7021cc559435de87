"""Office: how long a role is held, how it is filled, and by which post."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from rules.calendar import add_months, day
from rules.composition import folded, members, seats_on
from rules.facts import Decision, Facts, Seat
from rules.finding import Finding, Rows, Status
from rules.terms import Term, in_force

if TYPE_CHECKING:
    from rules.body import Body


class TermOfOffice(Term):
    """A role is held for so many years from the seat's `From` date, then an election is due."""

    kind: Literal["term"]
    role: str
    years: int


class Election(Term):
    """How a role is filled. A secret ballot is stored as tallies only."""

    kind: Literal["election"]
    role: str
    majority: Literal["simple"] = "simple"
    of: Literal["votes cast", "all members"] = "votes cast"
    secret: bool = False


class ExOfficio(Term):
    """A role that goes with a post."""

    kind: Literal["ex officio"]
    role: str
    post: str


class Post(Term):
    """A paid post of the body: its size in full-time equivalents and the length of its contract."""

    kind: Literal["post"]
    post: str
    full_time_share: float
    contract_years: int


OfficeTerm = Annotated[TermOfOffice | Election | ExOfficio | Post, Field(discriminator="kind")]

FAMILY = "office"
MONTHS_AHEAD = 6


def judge(body: "Body", facts: Facts, today: date) -> Iterator[Finding]:
    """What the holders of each role and the elections so far say of each term; an election by its own day."""
    for term in in_force(body.office, today):
        yield from JUDGES[type(term)](term, body, facts, today)
    for decision in _elections(facts, today):
        for term in in_force(body.office, decision.meeting_on):
            if isinstance(term, Election):
                yield _elected(term, decision, facts)


def _term_of_office(term: TermOfOffice, body: "Body", facts: Facts, today: date) -> Iterator[Finding]:
    holders = [s for s in seats_on(facts, today, body.main_group, term.role) if s.status != "vacant"]
    if not holders:
        yield _nobody(term, body)
    for seat in holders:
        status, says, ends = _served(seat, term.years, today)
        about = f"{term.role.capitalize()}, {seat.organisation or seat.seat or seat.person}"
        yield Finding(term, FAMILY, about, status, says, on=ends, rows=_seats_of(term.role, body))


def _served(seat: Seat, years: int, today: date) -> tuple[Status, str, date | None]:
    """Status, sentence and last day of a holder's term of office."""
    if seat.from_on is None:
        return Status.UNKNOWN, "The day the term of office began is not recorded.", None
    ends = add_months(seat.from_on, 12 * years)
    term = f"{years} years from {day(seat.from_on)}"
    if ends < today:
        return Status.OVERDUE, f"Election overdue since {day(ends)}: {term}.", ends
    if ends <= add_months(today, MONTHS_AHEAD):
        return Status.DUE, f"Election due by {day(ends)}: {term}.", ends
    return Status.MET, f"In office until {day(ends)}: {term}.", ends


def _elections(facts: Facts, today: date) -> list[Decision]:
    return [d for d in facts.decisions if folded(d.kind) == "election" and d.meeting_on <= today]


def _election(term: Election, body: "Body", facts: Facts, today: date) -> Iterator[Finding]:
    if not _elections(facts, today):
        says = f"No election of a {term.role} is recorded."
        yield Finding(term, FAMILY, term.role.capitalize(), Status.NOT_APPLICABLE, says)


def _elected(term: Election, decision: Decision, facts: Facts) -> Finding:
    about = f"{term.role.capitalize()}, {day(decision.meeting_on)}"
    rows = (Rows.of("decisions", reference=decision.reference),)
    ballot = " The ballot is secret: only the tally is kept." if term.secret else ""
    voters = _voters(term, decision, facts)
    if decision.votes_for is None or not voters:
        says = f"The tally of the election is not recorded.{ballot}"
        return Finding(term, FAMILY, about, Status.UNKNOWN, says, on=decision.meeting_on, rows=rows)
    status = Status.MET if decision.votes_for * 2 > voters else Status.NOT_MET
    of = "votes cast" if term.of == "votes cast" else "members"
    return Finding(
        term, FAMILY, about, status,
        f"{decision.votes_for} of {voters} {of} in favour; more than half is needed.{ballot}",
        on=decision.meeting_on, value=decision.votes_for, limit=voters / 2, unit="votes", rows=rows,
    )  # fmt: skip


def _voters(term: Election, decision: Decision, facts: Facts) -> int:
    """How many a majority is counted of; an abstention is no vote cast."""
    if term.of == "all members":
        return len(members(facts, decision.meeting_on))
    return (decision.votes_for or 0) + (decision.votes_against or 0)


def _ex_officio(term: ExOfficio, body: "Body", facts: Facts, today: date) -> Iterator[Finding]:
    seats = seats_on(facts, today, body.main_group, term.role)
    if not seats:
        yield _nobody(term, body)
        return
    filled = [seat for seat in seats if seat.status == "filled"]
    in_post = [s for s in filled if folded(term.post) in f"{folded(s.seat)} {folded(s.person)}"]
    if in_post:
        status, says = Status.MET, f"Held by the {term.post}, as the terms say."
    elif filled:
        status, says = Status.UNKNOWN, f"Confirm that the holder is the {term.post}."
    else:
        status, says = Status.NOT_MET, f"The seat is {seats[0].status}; the terms give it to the {term.post}."
    yield Finding(term, FAMILY, term.role.capitalize(), status, says, rows=_seats_of(term.role, body))


def _post(term: Post, body: "Body", facts: Facts, today: date) -> Iterator[Finding]:
    says = f"{term.full_time_share:g} full-time, on a contract of {term.contract_years} years."
    yield Finding(term, FAMILY, term.post, Status.NOT_APPLICABLE, says)


def _nobody(term: TermOfOffice | ExOfficio, body: "Body") -> Finding:
    says = f"No {term.role} is recorded."
    return Finding(
        term, FAMILY, term.role.capitalize(), Status.UNKNOWN, says, rows=_seats_of(term.role, body)
    )


def _seats_of(role: str, body: "Body") -> tuple[Rows, ...]:
    return (Rows.of("seats", group_name=body.main_group, role=role),)


JUDGES: Mapping[type[Term], Callable[[Any, "Body", Facts, date], Iterator[Finding]]] = {
    TermOfOffice: _term_of_office,
    Election: _election,
    ExOfficio: _ex_officio,
    Post: _post,
}
