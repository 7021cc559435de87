"""Duties: what the body owes to others: reports upward, sign-off before publication, recorded steps."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from kinds.names import folded, same
from kinds.wording import PUBLICATIONS, same_duty
from rules.body import Body
from rules.calendar import add_months, months_since
from rules.done import done, evidence, is_there, recorded
from rules.facts import Facts, grouped
from rules.family import Family, Judges
from rules.finding import Finding, Rows, Status
from rules.meetings import held
from rules.publishing import out, signed_off, when
from rules.records import Publication
from rules.rising import risen
from rules.terms import Term, in_force
from rules.words import day, listed, number


class Report(Term):
    """A report to another body, at least every so many months; 0 where the document gives no interval."""

    kind: Literal["report"]
    duty: str
    to: str
    months: int = 0


class SignOff(Term):
    """Publications of these kinds are signed off before they are published; none named means all."""

    kind: Literal["sign-off"]
    of: tuple[str, ...] = ()


class Once(Term):
    """Something to be done, or a document to be there, once; known from a row of the kind `duties`."""

    kind: Literal["once"]
    duty: str


class EachMeeting(Term):
    """Something recorded for each meeting, with the meeting's date as the period of the duty's row."""

    kind: Literal["each meeting"]
    duty: str


class Checklist(Term):
    """Several duties to be done for each thing of a sort (`each`), which the period of their rows names."""

    kind: Literal["checklist"]
    each: str
    duties: tuple[str, ...] = Field(min_length=1)


class Rise(Term):
    """A measure that should rise from one period to the next, known from the kind `outcomes`."""

    kind: Literal["rise"]
    measures: tuple[str, ...] = Field(min_length=1)


class Published(Term):
    """The source lists so many dated publications; shows how long ago the last one was."""

    kind: Literal["published"]
    count: int = Field(gt=0)


DutiesTerm = Annotated[
    Report | SignOff | Once | EachMeeting | Checklist | Rise | Published, Field(discriminator="kind")
]

NAME = "duties"
PERIODS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d/%m/%Y")


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
    if not term.months:
        yield Finding(term, NAME, term.duty, Status.MET, f"{says}.", on=last, rows=rows)
        return
    due_on = add_months(last, term.months)
    late = due_on < today
    yield Finding(
        term, NAME, term.duty, Status.OVERDUE if late else Status.MET,
        f"{says}; the next {'was' if late else 'is'} due by {day(due_on)}.", on=due_on, rows=rows,
    )  # fmt: skip


def _sign_off(term: SignOff, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    published = _to_be_signed_off(term, facts, today)
    verdicts = [(each, on, *signed_off(each, on, today)) for each, on in published]
    for each, on, status, says in verdicts:
        if status is not Status.MET:
            rows = (Rows.of("publications", title=each.title),)
            yield Finding(term, NAME, each.title, status, says, on=on, rows=rows)
    fine = sum(status is Status.MET for _, _, status, _ in verdicts)
    what = listed(term.of) if term.of else "publication"
    if not published:
        says = f"No {what} is recorded."
        yield Finding(term, NAME, "Publications", Status.UNKNOWN, says, rows=(Rows.of("publications"),))
    elif fine:
        total = number(len(published), "publication was", "publications were")
        says = f"{fine} of {total} signed off in time."
        about = "Publications" if fine == len(published) else "Other publications"
        yield Finding(term, NAME, about, Status.MET, says, rows=(Rows.of("publications"),))


def _to_be_signed_off(term: SignOff, facts: Facts, today: date) -> list[tuple[Publication, date]]:
    """What was published by today of the kinds that the term names, by title."""
    of_kind = (
        each
        for each in out(facts, today)
        if not term.of or any(PUBLICATIONS.same(each[0].kind, kind) for kind in term.of)
    )
    return sorted(of_kind, key=lambda each: each[0].title)


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


def _each_meeting(term: EachMeeting, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    since = add_months(today, -12)
    meetings = [m.meeting_on for m in held(facts, today, body.main_group) if m.meeting_on > since]
    rows = recorded(facts, term.duty, today)
    known = {_parsed(row.period) for row in rows}
    without = [on for on in meetings if on not in known]
    total = number(len(meetings), "meeting")
    if not meetings:
        status, says = Status.NOT_APPLICABLE, "No meeting was held in the last 12 months."
    elif not rows:
        status, says = Status.UNKNOWN, f"Nothing is recorded for {total} of the last 12 months."
    elif without:
        days = ", ".join(day(on) for on in without)
        status, says = Status.NOT_MET, f"{len(without)} of {total} without a record: {days}."
    else:
        status, says = Status.MET, f"Recorded for {len(meetings)} of {total} of the last 12 months."
    yield Finding(
        term, NAME, term.duty, status, says, value=len(meetings) - len(without), limit=len(meetings),
        unit="meetings",
        rows=(*evidence(facts, term.duty), Rows.of("meetings", group_name=body.main_group)),
    )  # fmt: skip


def _parsed(period: str | None) -> date | None:
    """The day that a period names, in any of the ways a day is written; None for any other period."""
    for pattern in PERIODS:
        try:
            return datetime.strptime((period or "").strip(), pattern).date()
        except ValueError:
            continue
    return None


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
        yield _ticked(term, period, missing, facts)


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
        of_measure = [each for each in facts.outcomes if same(each.measure, measure)]
        for cohort in sorted({each.cohort or "" for each in of_measure}) or [""]:
            about = f"{measure}, {cohort}" if cohort else measure
            status, says = risen([each for each in of_measure if (each.cohort or "") == cohort])
            yield Finding(term, NAME, about, status, says, rows=(Rows.of("outcomes", measure=measure),))


def _published(term: Published, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    known = out(facts, today)
    rows = (Rows.of("publications"),)
    if not known:
        says = "No publication with a date is recorded."
        yield Finding(term, NAME, "Publications", Status.UNKNOWN, says, rows=rows)
        return
    last, on = max(known, key=lambda each: (each[1], each[0].title))
    ago = number(months_since(on, today), "month")
    listing = f"{len(known)} publications recorded, {term.count} listed."
    says = f"{listing} Last publication {when(last, on)}, {ago} ago."
    yield Finding(
        term, NAME, "Publications", Status.MET if len(known) == term.count else Status.NOT_MET, says,
        on=on, value=len(known), limit=term.count, unit="publications", rows=rows,
    )  # fmt: skip


JUDGES: Judges = {
    Report: _report,
    SignOff: _sign_off,
    Once: _once,
    EachMeeting: _each_meeting,
    Checklist: _checklist,
    Rise: _rise,
    Published: _published,
}

FAMILY: Family[DutiesTerm] = Family(
    NAME, "Duties", ("report", "reports"), DutiesTerm, judge, on_calendar=True
)
