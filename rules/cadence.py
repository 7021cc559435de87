"""Cadence: so many meetings, conferences, reports or projects in a year."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from rules.body import Body
from rules.calendar import ONE_DAY, Span, Year, add_months, assumed_start, parts, window, year_of
from rules.coverage import held_back, meetings_not_covered, not_covered
from rules.done import done, evidence
from rules.facts import Facts
from rules.family import Family
from rules.finding import Finding, Rows, Status
from rules.meetings import held, scheduled
from rules.terms import Rule, Term, YearKind, over_time
from rules.words import day


class Meetings(Term):
    """So many meetings of a group in each year.

    `spread` asks for one in each quarter besides, `each_term` for one in each third: of an academic year
    autumn to December, spring to April and summer. `months` are a window, such as 5 and 6, with one in it.
    """

    kind: Literal["meetings"]
    group: str = ""
    times: int = Field(gt=0)
    year: YearKind
    spread: bool = False
    each_term: bool = False
    months: tuple[Annotated[int, Field(ge=1, le=12)], ...] = ()


class Event(Term):
    """A duty done so many times in each year, known from rows of the kind `duties` with this name.

    `spread` asks for one in each quarter besides.
    """

    kind: Literal["event"]
    duty: str
    times: int = Field(default=1, gt=0)
    year: YearKind
    spread: bool = False


class BeforeEvent(Term):
    """Where possible, a meeting in the weeks before something that others hold.

    Each of those of the last 12 months is a row of the kind `duties` with this duty, done on its day.
    """

    kind: Literal["before event"]
    duty: str
    weeks: int = Field(gt=0)
    group: str = ""


CadenceTerm = Annotated[Meetings | Event | BeforeEvent, Field(discriminator="kind")]

NAME = "cadence"
YEARS_BACK = 3


def judge(body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """Whether enough meetings were held, and events done, in each year as the terms count it."""
    for rule in over_time(FAMILY.of(body)):
        term = rule.on(today)
        if isinstance(term, Meetings):
            yield from _meetings(body, facts, today, rule, term)
        if isinstance(term, Event):
            yield from _event(body, facts, today, rule, term)
        if isinstance(term, BeforeEvent):
            yield from _before(body, facts, today, term)


def _meetings(
    body: Body, facts: Facts, today: date, rule: Rule[CadenceTerm], current: Meetings
) -> Iterator[Finding]:
    group = current.group or body.main_group
    past = [meeting.meeting_on for meeting in held(facts, today, group)]
    ahead = [meeting.meeting_on for meeting in scheduled(facts, today, group)]
    if not past:
        says = "No meeting held so far is recorded; load the meetings file."
        rows = (Rows.of("meetings", group_name=group),)
        yield Finding(
            current, NAME, group, Status.UNKNOWN, says, limit=current.times, unit="meetings", rows=rows
        )
        return
    for year in _years(current.year, max(rule.first.starts, past[0]), today, body.year_starts):
        term = rule.on(min(year.last, today))
        if isinstance(term, Meetings):
            in_year = (list(filter(year.covers, past)), list(filter(year.covers, ahead)))
            gap = meetings_not_covered(facts, group, min(year.last, today))
            known_from = _known_from(year, rule, term, past[0])
            found = held_back(_year_of_meetings(term, group, year, *in_year, today, known_from), gap)
            yield replace(found, says=found.says + assumed_start(year, term.year, body.year_starts))


def _known_from(year: Year, rule: Rule[CadenceTerm], term: Meetings, first_held: date) -> date:
    """The day from which a year is covered: by the terms, and by records whose first meeting came in time."""
    in_time = first_held < add_months(year.first, 12 // term.times)
    return rule.first.starts if in_time else max(rule.first.starts, first_held)


def _years(kind: YearKind, since: date, today: date, starts: Sequence[date]) -> list[Year]:
    """The current year and up to three before it, the oldest first, none that ended before `since`."""
    years = [year_of(today, kind, starts)]
    while len(years) <= YEARS_BACK and years[0].first > since:
        years.insert(0, year_of(years[0].first - ONE_DAY, kind, starts))
    return years


def _year_of_meetings(
    term: Meetings,
    group: str,
    year: Year,
    past: Sequence[date],
    ahead: Sequence[date],
    today: date,
    since: date,
) -> Finding:
    gaps = _without(_spans(term, year), past, today)
    over = year.last < today or term.year == "rolling"
    status = _status(len(past) >= term.times, bool(gaps), over, year.first >= since)
    says = f"{len(past)} of {term.times} held"
    if not over:
        says += f" so far, {len(ahead)} scheduled"
        to_arrange = term.times - len(past) - len(ahead)
        says += f"; {to_arrange} more to arrange by {day(year.last)}" if to_arrange > 0 else ""
    says += _told(gaps, "no meeting")
    if status is Status.NOT_APPLICABLE:
        says += f"; the terms or the records begin during this year, on {day(since)}"
    rows = tuple(Rows.of("meetings", group_name=group, meeting_on=on) for on in past)
    return Finding(
        term, NAME, f"{group}, {year.label}", status, f"{says}.", year.last, len(past), term.times,
        "meetings", rows,
    )  # fmt: skip


def _spans(term: Meetings | Event, year: Year) -> list[Span]:
    """The parts of a year, and the window in it, in each of which something is asked for."""
    spans = list(parts(year, 4)) if term.spread else []
    if isinstance(term, Meetings):
        spans += parts(year, 3) if term.each_term else []
        spans += [window(year, term.months)] if term.months else []
    return spans


def _without(spans: Sequence[Span], days: Sequence[date], today: date) -> list[Span]:
    """Those that are over and had none of the days."""
    over = [(first, last) for first, last in spans if last < today]
    return [(first, last) for first, last in over if not any(first <= on <= last for on in days)]


def _told(gaps: Sequence[tuple[date, date]], what: str) -> str:
    return "".join(f"; {what} from {day(first)} to {day(last)}" for first, last in gaps)


def _status(enough: bool, gaps: bool, over: bool, full: bool) -> Status:
    """A year that the terms or the records cover only in part is never held against the body."""
    if enough and not gaps:
        return Status.MET
    if not full and (over or gaps):
        return Status.NOT_APPLICABLE
    return Status.NOT_MET if over or gaps else Status.DUE


def _event(
    body: Body, facts: Facts, today: date, rule: Rule[CadenceTerm], current: Event
) -> Iterator[Finding]:
    starts = body.year_starts
    this = year_of(today, current.year, starts)
    last = year_of(this.first - ONE_DAY, current.year, starts)
    for year in (last, this):
        term = rule.on(min(year.last, today))
        if isinstance(term, Event) and (year == this or year.first >= rule.first.starts):
            found = _year_of_event(term, year, facts, today, rule.first.starts)
            yield replace(found, says=found.says + assumed_start(year, term.year, starts))


def _year_of_event(term: Event, year: Year, facts: Facts, today: date, since: date) -> Finding:
    days = [on for on in done(facts, term.duty, today) if year.covers(on)]
    says = f"{len(days)} of {term.times} recorded"
    says += f", the last on {day(days[-1])}" if days else f"; due by {day(year.last)}"
    gaps = [gap for gap in _without(_spans(term, year), days, today) if gap[0] >= since]
    says += _told(gaps, "none")
    if len(days) >= term.times and not gaps:
        status = Status.MET
    elif not gaps and (year.last >= today or year.first < since):
        status = Status.DUE
    else:
        status = Status.OVERDUE
    found = Finding(
        term, NAME, f"{term.duty}, {year.label}", status, f"{says}.", year.last, len(days), term.times,
        "", evidence(facts, term.duty),
    )  # fmt: skip
    return held_back(found, not_covered(facts, "duties", min([last for _, last in gaps], default=year.last)))


def _before(body: Body, facts: Facts, today: date, term: BeforeEvent) -> Iterator[Finding]:
    """Without a meeting in time nothing is held against the body: whether it was possible is not known."""
    group, rows = term.group or body.main_group, evidence(facts, term.duty)
    events = [on for on in done(facts, term.duty, today) if on > add_months(today, -12)]
    if not events:
        says = f"No {term.duty} of the last 12 months is recorded."
        yield Finding(term, NAME, term.duty, Status.UNKNOWN, says, rows=rows)
    for on in events:
        first = on - term.weeks * 7 * ONE_DAY
        met = [m.meeting_on for m in held(facts, today, group) if first <= m.meeting_on < on]
        status, says = (
            Status.UNKNOWN,
            f"No meeting of the {group} in the {term.weeks} weeks before it is recorded",
        )
        says += "; it is to be held then where that is possible."
        if met:
            status, says = Status.MET, f"The {group} met before it, on {day(met[-1])}."
        sources = (*rows, Rows.of("meetings", group_name=group))
        yield Finding(term, NAME, f"{term.duty}, {day(on)}", status, says, on=on, rows=sources)


FAMILY: Family[CadenceTerm] = Family(
    NAME, "How often", ("yearly duty", "yearly duties"), CadenceTerm, judge, on_calendar=True
)
