"""Review: what has to be looked at again, and how often."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from kinds.names import folded
from rules.body import Body
from rules.calendar import ONE_DAY, Year, add_months, assumed_start, year_of
from rules.coverage import not_covered
from rules.done import done, evidence
from rules.facts import Facts
from rules.family import Family, Judges
from rules.finding import Finding, Status
from rules.terms import Term, in_force
from rules.words import day, number


class Every(Term):
    """Reviewed every so many months from the day the terms came into force, or from the last review.

    Reviews are rows of the kind `duties` with this `duty`.
    """

    kind: Literal["every"]
    duty: str
    months: int = Field(gt=0)


class MunicipalYear(Term):
    """Reviewed at the beginning of each municipal year.

    `year_starts` gives the day of the annual council meeting for each year it is known; a year without one
    falls back to 1 May, and the verdict says that the day is assumed.
    """

    kind: Literal["municipal year"]
    duty: str
    year_starts: tuple[date, ...] = ()


ReviewTerm = Annotated[Every | MunicipalYear, Field(discriminator="kind")]

NAME = "review"
MONTHS_AHEAD = 3
# The beginning of a municipal year is read as its first month.
MONTHS_OF_GRACE = 1


def judge(body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """Whether each thing to be looked at again was, by today."""
    for term in in_force(FAMILY.of(body), today):
        yield from JUDGES[type(term)](term, body, facts, today)


def _every(term: Every, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    days = done(facts, term.duty, today)
    last = days[-1] if days else term.starts
    due_on = add_months(last, term.months)
    soon = due_on <= add_months(today, MONTHS_AHEAD)
    recorded = f"last recorded {day(last)}" if days else "none recorded"
    every = f"every {number(term.months, 'month').removeprefix('1 ')}"
    if due_on < today and (gap := not_covered(facts, "duties", due_on)):
        status, says = Status.UNKNOWN, f"Review due by {day(due_on)}, {every}: {recorded}; {gap}."
    elif due_on < today:
        status, missed = Status.OVERDUE, _missed(last, term.months, today)
        says = f"Review overdue since {day(due_on)}: due {every}, {recorded}{missed}."
    elif soon or not days:
        status, says = Status.DUE, f"Review due by {day(due_on)}: due {every}, {recorded}."
    else:
        status, says = Status.MET, f"Reviewed {day(last)}; the next review is due by {day(due_on)}."
    rows = evidence(facts, term.duty)
    yield Finding(term, NAME, term.duty, status, says, on=due_on, rows=rows)


def _missed(last: date, months: int, today: date) -> str:
    """How many reviews were missed, where it is more than one."""
    missed = 0
    while add_months(last, months * (missed + 1)) < today:
        missed += 1
    return f", {missed} reviews missed" if missed > 1 else ""


def _municipal_year(term: MunicipalYear, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    days, starts = done(facts, term.duty, today), body.year_starts
    for year in _years(term, starts, today):
        on = next((on for on in days if year.covers(on)), None)
        month = f"{year.first:%B %Y}"
        if on and on > _beginning(year, starts):
            status, says = Status.NOT_MET, f"Reviewed {day(on)}, no longer at the beginning of the year."
        elif on:
            status, says = Status.MET, f"Reviewed {day(on)}."
        elif today < add_months(year.first, MONTHS_OF_GRACE):
            status, says = Status.DUE, f"Review due in the month from {day(year.first)}."
        elif gap := not_covered(facts, "duties", add_months(year.first, MONTHS_OF_GRACE)):
            status, says = Status.UNKNOWN, f"Review of {month}: none recorded; {gap}."
        else:
            status, says = Status.OVERDUE, f"Review of {month} is overdue."
        assumed = assumed_start(year, "municipal", starts)
        yield Finding(
            term, NAME, f"{term.duty}, {month}", status, says + assumed,
            on=year.first, rows=evidence(facts, term.duty),
        )  # fmt: skip


def _beginning(year: Year, starts: Sequence[date]) -> date:
    """The last day of its beginning; a year whose start is assumed may begin on any day of that month."""
    since = year.first if year.first in starts else add_months(year.first, 1) - ONE_DAY
    return add_months(since, MONTHS_OF_GRACE)


def _years(term: MunicipalYear, starts: Sequence[date], today: date) -> Iterator[Year]:
    """The municipal years that begin after the terms came into force, up to the one after today's."""
    year = year_of(term.starts, "municipal", starts)
    while year.first <= today:
        year = year_of(year.last + ONE_DAY, "municipal", starts)
        yield year


JUDGES: Judges = {
    Every: _every,
    MunicipalYear: _municipal_year,
}


def of_terms(findings: Sequence[Finding]) -> list[Finding]:
    """The reviews of the terms of reference themselves."""
    return [finding for finding in FAMILY.among(findings) if "terms" in folded(finding.about)]


FAMILY: Family[ReviewTerm] = Family(
    NAME, "Reviews", ("review", "reviews"), ReviewTerm, judge, on_calendar=True
)
