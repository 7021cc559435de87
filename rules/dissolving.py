"""Dissolving: the notice that is given before the body or a group ends."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from pydantic import Field

from rules.body import Body
from rules.calendar import add_months
from rules.done import evidence, rows_of
from rules.facts import Facts
from rules.finding import Finding, Status
from rules.terms import Term
from rules.words import day, number

FAMILY_NAME = "notice"


class Dissolution(Term):
    """So many months' notice before the body or a group is dissolved.

    A row of the kind `duties` with this duty is a notice; its period names what is to end.
    """

    kind: Literal["dissolution"]
    months: int = Field(gt=0)
    duty: str


def notices(term: Dissolution, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """What each notice on record ends, and when at the earliest."""
    rows, notice = evidence(facts, term.duty), f"Notice of {number(term.months, 'month')}"
    given = {
        (row.done_on, row.period or body.name)
        for row in rows_of(facts, term.duty)
        if row.done_on and row.done_on <= today
    }
    if not given:
        says = f"{notice} would be needed to dissolve the body or a group."
        yield Finding(term, FAMILY_NAME, body.name, Status.NOT_APPLICABLE, says, rows=rows)
    for on, what in sorted(given):
        ends = add_months(on, term.months)
        status, ran = (Status.DUE, "runs") if ends >= today else (Status.MET, "ran")
        says = f"{notice}, given on {day(on)}, {ran} to {day(ends)}: the earliest end."
        yield Finding(term, FAMILY_NAME, what, status, says, on=ends, rows=rows)
