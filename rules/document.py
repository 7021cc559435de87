"""Document: whether the terms of reference are themselves complete and current."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from rules.body import Body
from rules.done import done, evidence, is_there
from rules.facts import Facts
from rules.family import Family, Judges
from rules.finding import Finding, Rows, Status
from rules.seats import seats_on
from rules.terms import Term, in_force
from rules.words import day


class Period(Term):
    """The document names the period it is for; after `ends` it has lapsed."""

    kind: Literal["period"]
    begins: date
    ends: date


class Dated(Term):
    """The document carries this date."""

    kind: Literal["dated"]
    dated: date


class Blank(Term):
    """The document leaves `what` blank; a row of the kind `duties`, or a holder of `role`, fills it in."""

    kind: Literal["blank"]
    what: str
    duty: str = ""
    role: str = ""


class Missing(Term):
    """The document refers to something that is not with it; a row of the kind `duties` supplies it."""

    kind: Literal["missing"]
    what: str
    duty: str


class Silent(Term):
    """Subjects on which the document says nothing."""

    kind: Literal["silent"]
    about: tuple[str, ...] = Field(min_length=1)


DocumentTerm = Annotated[Period | Dated | Blank | Missing | Silent, Field(discriminator="kind")]

NAME = "document"
ABOUT = "Terms of reference"


def judge(body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """Whether the document is complete and still runs, and on what it says nothing."""
    for term in in_force(FAMILY.of(body), today):
        yield from JUDGES[type(term)](term, body, facts, today)


def _period(term: Period, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    first, last = term.begins.year, term.ends.year
    years = f"{first} to {last}" if first != last else str(first)
    if today > term.ends:
        status, says = Status.OVERDUE, f"These terms were for {years} and have lapsed."
    else:
        status, says = Status.MET, f"These terms are for {years}."
    yield Finding(term, NAME, ABOUT, status, says, on=term.ends)


def _dated(term: Dated, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    says = f"The document is dated {term.dated:%B %Y}."
    yield Finding(term, NAME, ABOUT, Status.MET, says, on=term.dated)


def _blank(term: Blank, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    about, says = term.what.capitalize(), f"The {term.what} is blank in the document"
    supplied = done(facts, term.duty, today) if term.duty else []
    named = _named(term.role, body, facts, today) if term.role else False
    if supplied:
        rows = evidence(facts, term.duty)
        says += f"; recorded here: {day(supplied[-1])}."
        yield Finding(term, NAME, about, Status.MET, says, on=supplied[-1], rows=rows)
    elif named:
        rows = (Rows.of("seats", group_name=body.main_group, role=term.role),)
        yield Finding(term, NAME, about, Status.MET, f"{says}; recorded on the roster.", rows=rows)
    else:
        yield Finding(term, NAME, about, Status.NOT_MET, f"{says}.")


def _named(role: str, body: Body, facts: Facts, today: date) -> bool:
    return any(seat.status == "filled" for seat in seats_on(facts, today, body.main_group, role))


def _missing(term: Missing, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    if is_there(facts, term.duty, today):
        rows = evidence(facts, term.duty)
        says = f"The {term.what} is not with the document; it is recorded here."
        yield Finding(term, NAME, term.what.capitalize(), Status.MET, says, rows=rows)
    else:
        says = f"The {term.what} is not with the document."
        yield Finding(term, NAME, term.what.capitalize(), Status.NOT_MET, says)


def _silent(term: Silent, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    for subject in term.about:
        says = f"The document states no rule on {subject}."
        yield Finding(term, NAME, subject.capitalize(), Status.SILENT, says)


JUDGES: Judges = {
    Period: _period,
    Dated: _dated,
    Blank: _blank,
    Missing: _missing,
    Silent: _silent,
}


def period(findings: Sequence[Finding]) -> list[Finding]:
    """What is said of the period that the document is for."""
    return [finding for finding in findings if isinstance(finding.term, Period)]


def gaps(findings: Sequence[Finding]) -> list[Finding]:
    """What is said of blanks in the document and of what is not with it."""
    return [finding for finding in findings if isinstance(finding.term, Blank | Missing)]


def silences(findings: Sequence[Finding]) -> set[str]:
    """The subjects on which the document says that it states no rule."""
    return {subject for f in findings if isinstance(f.term, Silent) for subject in f.term.about}


FAMILY: Family[DocumentTerm] = Family(
    NAME,
    "The document itself",
    ("lapsed document", "lapsed documents"),
    DocumentTerm,
    judge,
    on_calendar=True,
)
