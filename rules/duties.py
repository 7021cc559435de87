"""Duties: what the body owes to others: reports upward, sign-off before publication, recorded steps."""

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from kinds.meant import same_measure
from kinds.names import folded
from kinds.wording import same_duty
from rules.body import Body
from rules.calendar import add_months
from rules.consents import partners
from rules.coverage import held_back, not_covered
from rules.done import done, evidence, is_there, recorded
from rules.each_meeting import EachMeeting, of_each_meeting
from rules.facts import Facts, grouped
from rules.family import Family, Judges
from rules.finding import Finding, Rows, Status
from rules.membership import members
from rules.publications import of_count, of_each, of_sign_offs
from rules.rising import risen
from rules.seats import people_of, seated, seats_on
from rules.terms import Term, YearKind, in_force
from rules.words import day, listed, number


class Report(Term):
    """A report to another body, at least every so many months.

    `months` is 0 where the document gives no interval: then a report older than `stale_months` is none.
    """

    kind: Literal["report"]
    duty: str
    to: str
    months: int = 0
    stale_months: int = Field(default=12, gt=0)

    @property
    def owed_to(self) -> str:
        return self.to


class SignOff(Term):
    """Publications of these kinds are signed off before they are published; none named means all."""

    kind: Literal["sign-off"]
    of: tuple[str, ...] = ()


class Once(Term):
    """Something to be done, or a document to be there, once; known from a row of the kind `duties`."""

    kind: Literal["once"]
    duty: str


class EachMember(Term):
    """Something recorded for each member, whose name, or that of its representative, is the row's period.

    `group`: only for members who sit in that group.
    """

    kind: Literal["each member"]
    duty: str
    group: str = ""


class EachPublication(Term):
    """Something recorded for each publication of the last 12 months, whose title is the row's period."""

    kind: Literal["each publication"]
    duty: str


class Checklist(Term):
    """Several duties to be done for each thing of a sort (`each`), which the period of their rows names."""

    kind: Literal["checklist"]
    each: str
    duties: tuple[str, ...] = Field(min_length=1)


class Rise(Term):
    """A measure whose number rises from one period to the next, known from the kind `outcomes`.

    A period that is not over is not compared; `year` is what 2025/26 means.
    """

    kind: Literal["rise"]
    measures: tuple[str, ...] = Field(min_length=1)
    year: YearKind = "financial"


class Published(Term):
    """The source lists so many dated publications; shows how long ago the last one was."""

    kind: Literal["published"]
    count: int = Field(gt=0)


DutiesTerm = Annotated[
    Report | SignOff | Once | EachMember | EachMeeting | EachPublication | Checklist | Rise | Published,
    Field(discriminator="kind"),
]

NAME = "duties"


def judge(body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """What is on record, by today, for each thing that the body owes to others."""
    for term in in_force(FAMILY.of(body), today):
        yield from JUDGES[type(term)](term, body, facts, today)


def _report(term: Report, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    days, rows = done(facts, term.duty, today), evidence(facts, term.duty)
    if not days:
        says = f"No report to the {term.to} is recorded."
        yield Finding(term, NAME, term.duty, Status.UNKNOWN, says, rows=rows)
        return
    says, last = f"Last report to the {term.to} on {day(days[-1])}", days[-1]
    due_on = add_months(last, term.months or term.stale_months)
    late = due_on < today
    status = (Status.OVERDUE if term.months else Status.NOT_MET) if late else Status.MET
    if term.months:
        says += f"; the next {'was' if late else 'is'} due by {day(due_on)}"
    elif late:
        stale = number(term.stale_months, "month")
        says += f", more than {stale} ago (our own limit); the terms set no interval"
    on = due_on if term.months else last
    found = Finding(term, NAME, term.duty, status, f"{says}.", on=on, rows=rows)
    yield held_back(found, not_covered(facts, "duties", due_on))


def _once(term: Once, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    days = done(facts, term.duty, today)
    if days:
        status, says = Status.MET, f"Done on {day(days[-1])}."
    elif is_there(facts, term.duty, today):
        status, says = Status.MET, "The document is there; its day is not recorded."
    else:
        status, says = Status.UNKNOWN, f"No record of this: {term.duty}."
    on = days[-1] if days else None
    yield Finding(term, NAME, term.duty, status, says, on=on, rows=evidence(facts, term.duty))


def _each_member(term: EachMember, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """One finding for all: a row for the body as a whole says nothing of any single member."""
    seats = seated(seats_on(facts, today, term.group)) if term.group else None
    everyone = [
        m.organisation for m in members(facts, today) if seats is None or folded(m.organisation) in seats
    ]
    may_name = {name: {folded(name), *people_of(facts, name, today)} for name in everyone}
    known = frozenset().union(*may_name.values())
    rows_there = [row for row in recorded(facts, term.duty, today) if row.done_on or row.document]
    named = {who for row in rows_there for who in (folded(row.period), *partners(row.period, known))}
    missing = [name for name in everyone if not named & may_name[name]]
    count = len(everyone) - len(missing)
    status, says = Status.MET, f"Recorded for {count} of {number(len(everyone), 'member')}."
    if not everyone or not count:
        what = "each member" if everyone else "any member, and no member organisation is known"
        status, says = Status.UNKNOWN, f"Nothing is recorded for {what}."
    elif missing:
        status, says = Status.NOT_MET, f"{says[:-1]}; nothing for {listed(missing, 'or')}."
    rows = (*evidence(facts, term.duty), Rows.of("organisations", membership="member"))
    found = Finding(term, NAME, term.duty, status, says, None, count, len(everyone), "members", rows)
    yield held_back(found, not_covered(facts, "duties", date.min))


def _each_publication(term: EachPublication, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    yield of_each(term, term.duty, facts, today)


def _checklist(term: Checklist, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """A row without a day makes its period known and ticks nothing."""
    rows = [row for duty in term.duties for row in recorded(facts, duty, today)]
    if not rows:
        says = f"No {term.each} is recorded."
        sources = tuple(rows for duty in term.duties for rows in evidence(facts, duty))
        yield Finding(term, NAME, term.each.capitalize(), Status.NOT_APPLICABLE, says, rows=sources)
    by_period = grouped(sorted(rows, key=lambda row: row.period or ""), lambda row: folded(row.period))
    for of_period in by_period.values():
        period = of_period[-1].period or ""
        ticked = [row.duty for row in of_period if row.done_on]
        missing = [duty for duty in term.duties if not any(same_duty(each, duty) for each in ticked)]
        yield held_back(_ticked(term, period, missing, facts), not_covered(facts, "duties", date.min))


def _ticked(term: Checklist, period: str, missing: list[str], facts: Facts) -> Finding:
    total = len(term.duties)
    gap = f"; missing: {listed(missing)}" if missing else ""
    return Finding(
        term, NAME, f"{term.each.capitalize()} {period}".strip(),
        Status.NOT_MET if missing else Status.MET,
        f"{total - len(missing)} of {total} steps recorded{gap}.",
        value=total - len(missing), limit=total, unit="steps",
        rows=tuple(rows for duty in term.duties for rows in evidence(facts, duty, period)),
    )  # fmt: skip


def _rise(term: Rise, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    for measure in term.measures:
        of_measure = [each for each in facts.outcomes if same_measure(each.measure, measure)]
        for cohort in sorted({each.cohort or "" for each in of_measure}) or [""]:
            about = f"{measure}, {cohort}" if cohort else measure
            of_cohort = [each for each in of_measure if (each.cohort or "") == cohort]
            status, says = risen(of_cohort, term.year, today)
            written = sorted({each.measure for each in of_cohort}) or [measure]
            rows = tuple(Rows.of("outcomes", measure=each) for each in written)
            yield Finding(term, NAME, about, status, says, rows=rows)


def _sign_off(term: SignOff, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    return of_sign_offs(term, term.of, facts, today)


def _published(term: Published, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    return of_count(term, term.count, facts, today)


JUDGES: Judges = {
    Report: _report,
    SignOff: _sign_off,
    Once: _once,
    EachMember: _each_member,
    EachMeeting: of_each_meeting,
    EachPublication: _each_publication,
    Checklist: _checklist,
    Rise: _rise,
    Published: _published,
}

FAMILY: Family[DutiesTerm] = Family(
    NAME, "Duties", ("report", "reports"), DutiesTerm, judge, on_calendar=True
)
