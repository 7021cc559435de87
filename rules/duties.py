"""Duties: what the body owes to others: reports upward, sign-off before publication, recorded steps."""

import re
from calendar import month_abbr
from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from rules.calendar import add_months, held
from rules.facts import Facts, Outcome, Publication
from rules.finding import Finding, Rows, Status
from rules.terms import Term, in_force
from rules.words import day, folded, listed, number, same

if TYPE_CHECKING:
    from rules.body import Body


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

FAMILY = "duties"
PERIODS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d/%m/%Y")


def done(facts: Facts, duty: str, today: date) -> list[date]:
    """The days, oldest first, on which a duty was done up to today."""
    days = (row.done_on for row in facts.duties if same(row.duty, duty) and row.done_on)
    return sorted(on for on in days if on <= today)


def is_there(facts: Facts, duty: str, today: date) -> bool:
    """Whether a duty was done, or its document is there, by today."""
    undated = (row for row in facts.duties if same(row.duty, duty) and row.done_on is None)
    return bool(done(facts, duty, today)) or any(row.document for row in undated)


def months_since(on: date, today: date) -> int:
    """Whole months from a day to today."""
    return (today.year - on.year) * 12 + today.month - on.month - (today.day < on.day)


def judge(body: "Body", facts: Facts, today: date) -> Iterator[Finding]:
    """What is on record, by today, for each thing that the body owes to others."""
    for term in in_force(body.duties, today):
        yield from JUDGES[type(term)](term, body, facts, today)


def _report(term: Report, body: "Body", facts: Facts, today: date) -> Iterator[Finding]:
    days, rows = done(facts, term.duty, today), (Rows.of("duties", duty=term.duty),)
    if not days:
        says = f"No report to the {term.to} is recorded."
        yield Finding(term, FAMILY, term.duty, Status.UNKNOWN, says, rows=rows)
        return
    says, last = f"Last report to the {term.to} on {day(days[-1])}", days[-1]
    if not term.months:
        yield Finding(term, FAMILY, term.duty, Status.MET, f"{says}.", on=last, rows=rows)
        return
    due_on = add_months(last, term.months)
    late = due_on < today
    yield Finding(
        term, FAMILY, term.duty, Status.OVERDUE if late else Status.MET,
        f"{says}; the next {'was' if late else 'is'} due by {day(due_on)}.", on=due_on, rows=rows,
    )  # fmt: skip


def _sign_off(term: SignOff, body: "Body", facts: Facts, today: date) -> Iterator[Finding]:
    kinds = {folded(kind) for kind in term.of}
    published = [
        each
        for each in sorted(facts.publications, key=lambda each: each.title)
        if each.published_on and each.published_on <= today and (not kinds or folded(each.kind) in kinds)
    ]
    verdicts = [(each, *_signed_off(each, today)) for each in published]
    for each, status, says in verdicts:
        if status is not Status.MET:
            rows = (Rows.of("publications", title=each.title),)
            yield Finding(term, FAMILY, each.title, status, says, on=each.published_on, rows=rows)
    fine = sum(status is Status.MET for _, status, _ in verdicts)
    what = listed(term.of) if term.of else "publication"
    if not published:
        says = f"No {what} is recorded."
        yield Finding(term, FAMILY, "Publications", Status.UNKNOWN, says, rows=(Rows.of("publications"),))
    elif fine:
        total = number(len(published), "publication was", "publications were")
        says = f"{fine} of {total} signed off in time."
        about = "Publications" if fine == len(published) else "Other publications"
        yield Finding(term, FAMILY, about, Status.MET, says, rows=(Rows.of("publications"),))


def _signed_off(each: Publication, today: date) -> tuple[Status, str]:
    """Whether a publication was signed off by the day it came out; of some only the month is known."""
    signed, out = each.signed_off_on, each.published_on
    if signed is None or signed > today:
        return Status.UNKNOWN, f"Published {_when(each)}; no sign-off is recorded."
    if each.month_only and (signed.year, signed.month) == (out.year, out.month) and signed > out:
        return Status.UNKNOWN, f"Signed off {day(signed)}; published in {_when(each)}, on a day not recorded."
    if signed > out:
        return Status.NOT_MET, f"Published {_when(each)}, before its sign-off on {day(signed)}."
    return Status.MET, f"Signed off {day(signed)}, published {_when(each)}."


def _when(each: Publication) -> str:
    return f"{each.published_on:%B %Y}" if each.month_only else day(each.published_on)


def _once(term: Once, body: "Body", facts: Facts, today: date) -> Iterator[Finding]:
    days = done(facts, term.duty, today)
    if days:
        status, says = Status.MET, f"Done on {day(days[-1])}."
    elif is_there(facts, term.duty, today):
        status, says = Status.MET, "The document is there; its day is not recorded."
    else:
        status, says = Status.UNKNOWN, f"No record of this: {term.duty}."
    on = days[-1] if days else None
    yield Finding(term, FAMILY, term.duty, status, says, on=on, rows=(Rows.of("duties", duty=term.duty),))


def _each_meeting(term: EachMeeting, body: "Body", facts: Facts, today: date) -> Iterator[Finding]:
    since = add_months(today, -12)
    meetings = [m.meeting_on for m in held(facts, today, body.main_group) if m.meeting_on > since]
    rows = [row for row in facts.duties if same(row.duty, term.duty) and (row.done_on or today) <= today]
    recorded = {_parsed(row.period) for row in rows}
    without = [on for on in meetings if on not in recorded]
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
        term, FAMILY, term.duty, status, says, value=len(meetings) - len(without), limit=len(meetings),
        unit="meetings",
        rows=(Rows.of("duties", duty=term.duty), Rows.of("meetings", group_name=body.main_group)),
    )  # fmt: skip


def _parsed(period: str | None) -> date | None:
    """The day that a period names, in any of the ways a day is written; None for any other period."""
    for pattern in PERIODS:
        try:
            return datetime.strptime((period or "").strip(), pattern).date()
        except ValueError:
            continue
    return None


def _checklist(term: Checklist, body: "Body", facts: Facts, today: date) -> Iterator[Finding]:
    """A row without a day makes its period known and ticks nothing."""
    wanted = {folded(duty) for duty in term.duties}
    rows = [row for row in facts.duties if folded(row.duty) in wanted and (row.done_on or today) <= today]
    if not rows:
        says = f"No {term.each} is recorded."
        sources = tuple(Rows.of("duties", duty=duty) for duty in term.duties)
        yield Finding(term, FAMILY, term.each.capitalize(), Status.NOT_APPLICABLE, says, rows=sources)
    periods = {folded(row.period): row.period or "" for row in sorted(rows, key=lambda row: row.period or "")}
    for period in periods.values():
        ticked = {folded(row.duty) for row in rows if row.done_on and same(row.period, period)}
        yield _ticked(term, period, [duty for duty in term.duties if folded(duty) not in ticked])


def _ticked(term: Checklist, period: str, missing: list[str]) -> Finding:
    total = len(term.duties)
    gap = f"; missing: {listed(missing)}" if missing else ""
    return Finding(
        term, FAMILY, f"{term.each.capitalize()} {period}".strip(),
        Status.NOT_MET if missing else Status.MET,
        f"{total - len(missing)} of {total} steps recorded{gap}.",
        value=total - len(missing), limit=total, unit="steps",
        rows=tuple(Rows.of("duties", duty=duty, period=period or None) for duty in term.duties),
    )  # fmt: skip


def _rise(term: Rise, body: "Body", facts: Facts, today: date) -> Iterator[Finding]:
    for measure in term.measures:
        of_measure = [each for each in facts.outcomes if same(each.measure, measure)]
        for cohort in sorted({each.cohort or "" for each in of_measure}) or [""]:
            about = f"{measure}, {cohort}" if cohort else measure
            status, says = _risen([each for each in of_measure if (each.cohort or "") == cohort])
            yield Finding(term, FAMILY, about, status, says, rows=(Rows.of("outcomes", measure=measure),))


def _risen(outcomes: list[Outcome]) -> tuple[Status, str]:
    """Whether the last period is above the one before; its rows hold the figures, and hide small ones."""
    figures = [(each, _figure(each)) for each in outcomes]
    known = [(each.period, figure) for each, figure in figures if each.suppressed or figure is not None]
    if len(known) < 2:
        return Status.UNKNOWN, "Fewer than two periods are recorded."
    if not all(_place(period) for period, _ in known):
        return Status.UNKNOWN, "The periods recorded cannot be put in order; write them like 2025/26."
    (before, old), (after, new) = sorted(known, key=lambda each: _place(each[0]))[-2:]
    if old is None or new is None:
        return Status.UNKNOWN, f"The counts of {before} or {after} are too small to be shown."
    if new > old:
        return Status.MET, f"Rose from {before} to {after}."
    return Status.NOT_MET, f"Did not rise from {before} to {after}."


def _place(period: str) -> tuple[int, int] | None:
    """Where a period stands in time: year and part of 2025/26, Q1 2026, March 2026; None without a year."""
    year = re.search(r"\b(19|20)\d\d\b", period)
    months = [number for number, name in enumerate(month_abbr) if name and name.lower() in period.lower()]
    quarter = re.search(r"\bq([1-4])\b", period.lower())
    part = months[0] if months else int(quarter[1]) if quarter else 0
    return (int(year[0]), part) if year else None


def _figure(outcome: Outcome) -> float | None:
    if outcome.value is not None or outcome.numerator is None or not outcome.denominator:
        return outcome.value
    return outcome.numerator / outcome.denominator


def _published(term: Published, body: "Body", facts: Facts, today: date) -> Iterator[Finding]:
    known = [each for each in facts.publications if each.published_on and each.published_on <= today]
    rows = (Rows.of("publications"),)
    if not known:
        says = "No publication with a date is recorded."
        yield Finding(term, FAMILY, "Publications", Status.UNKNOWN, says, rows=rows)
        return
    last = max(known, key=lambda each: (each.published_on, each.title))
    ago = number(months_since(last.published_on, today), "month")
    says = (
        f"{len(known)} publications recorded, {term.count} listed. Last publication {_when(last)}, {ago} ago."
    )
    yield Finding(
        term, FAMILY, "Publications", Status.MET if len(known) == term.count else Status.NOT_MET, says,
        on=last.published_on, value=len(known), limit=term.count, unit="publications", rows=rows,
    )  # fmt: skip


JUDGES: Mapping[type[Term], Callable[[Any, "Body", Facts, date], Iterator[Finding]]] = {
    Report: _report,
    SignOff: _sign_off,
    Once: _once,
    EachMeeting: _each_meeting,
    Checklist: _checklist,
    Rise: _rise,
    Published: _published,
}
