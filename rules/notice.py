"""Notice: what must be sent how long before, or after, a meeting."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from kinds.names import same
from rules.amending import DUTY, amendments, sending
from rules.body import Body
from rules.calendar import LAST_KNOWN, Unit, add_months, advice, last_day_after, latest_dispatch
from rules.dissolving import Dissolution, notices
from rules.done import evidence
from rules.facts import Facts
from rules.family import Family
from rules.finding import Finding, Rows, Status
from rules.meetings import about, held, scheduled, too_early
from rules.people import Meeting
from rules.records import Decision
from rules.terms import Rule, Term, in_force, over_time
from rules.words import day, number, weekday


class Papers(Term):
    """Agenda and papers are sent at least so long before each meeting."""

    kind: Literal["papers"]
    group: str = ""
    days: int = Field(gt=0)
    unit: Unit


class Amendments(Term):
    """Proposed changes to the terms are sent at least so long before a meeting.

    A row of the kind `duties` with this duty is one sending; its period is the decision or the meeting's day.
    """

    kind: Literal["amendments"]
    days: int = Field(gt=0)
    unit: Unit
    duty: str = DUTY


class Minutes(Term):
    """Minutes are sent after each meeting; a limit that the document does not give is a house default."""

    kind: Literal["minutes"]
    days: int = Field(gt=0)
    unit: Unit
    house_default: bool = False


NoticeTerm = Annotated[Papers | Amendments | Minutes | Dissolution, Field(discriminator="kind")]

NAME = "notice"
YEARS_BACK = 3


def judge(body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """What was sent in time for the meetings of the last three years, and what is due for those ahead."""
    for rule in over_time(FAMILY.of(body)):
        term = rule.on(today)
        if isinstance(term, Dissolution):
            yield from notices(term, body, facts, today)
        for meeting in _meetings(body, facts, today, rule):
            term = rule.on(meeting.meeting_on)
            if type(term) in OF_MEETINGS:
                yield OF_MEETINGS[type(term)](term, _as_known(meeting, today), today)
            elif meeting.meeting_on <= today and not rule.had_begun(meeting.meeting_on):
                yield too_early(rule.first, NAME, meeting)
        if isinstance(rule.first, Amendments):
            yield from _passed(rule, body, facts, today)


def _passed(rule: Rule[NoticeTerm], body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """The notice of each change that was put to a meeting."""
    since = add_months(today, -12 * YEARS_BACK)
    for decision in amendments(facts, body.main_group, since, today):
        term = rule.on(decision.meeting_on)
        if isinstance(term, Amendments):
            status, says = sending(decision, facts, term.duty, term.days, term.unit, today)
            about = f"Decision {decision.reference}, {decision.group_name}, {day(decision.meeting_on)}"
            rows = (Rows.of("decisions", reference=decision.reference), *evidence(facts, term.duty))
            yield Finding(
                term, NAME, about, status, says, on=decision.meeting_on, rows=rows, detail=decision.decision
            )


def notice_of(body: Body, facts: Facts, decision: Decision, today: date) -> tuple[Status, str]:
    """Whether a change to the terms was sent in time by the terms of its day; met where they do not ask."""
    for term in in_force(FAMILY.of(body), decision.meeting_on):
        if isinstance(term, Amendments):
            return sending(decision, facts, term.duty, term.days, term.unit, today)
    return Status.MET, ""


def _as_known(meeting: Meeting, today: date) -> Meeting:
    """The meeting as it was known on a day: what is dated later had not been sent yet."""
    papers, minutes = (
        on if on and on <= today else None for on in (meeting.papers_sent_on, meeting.minutes_sent_on)
    )
    return replace(meeting, papers_sent_on=papers, minutes_sent_on=minutes)


def _meetings(body: Body, facts: Facts, today: date, rule: Rule[NoticeTerm]) -> list[Meeting]:
    """The meetings that a rule looks at: minutes those held, of any group; changes only those ahead."""
    kind, group = type(rule.first), getattr(rule.first, "group", "") or body.main_group
    since = add_months(today, -12 * YEARS_BACK)
    past = held(facts, today, None if kind is Minutes else group)
    recent = [meeting for meeting in past if meeting.meeting_on >= since] if kind is not Amendments else []
    return recent + (scheduled(facts, today, group) if kind is not Minutes else [])


def _papers(term: Papers, meeting: Meeting, today: date) -> Finding:
    limit = latest_dispatch(meeting.meeting_on, term.days, term.unit)
    if meeting.meeting_on <= today and meeting.recorded and not meeting.papers_sent_on:
        says = f"No date is recorded for sending the papers; they were due by {weekday(limit)}."
        return _finding(term, meeting, Status.UNKNOWN, says)
    return _sending(term, meeting, today, "Papers", meeting.papers_sent_on, limit)


def _minutes(term: Minutes, meeting: Meeting, today: date) -> Finding:
    limit = last_day_after(meeting.meeting_on, term.days, term.unit)
    sent = meeting.minutes_sent_on
    if sent and sent < meeting.meeting_on:
        return _finding(term, meeting, Status.UNKNOWN, before_its_meeting(meeting))
    if term.house_default and sent and sent > limit:
        says = f"Minutes went out on {day(sent)}, after {day(limit)} (our own limit); the terms set no limit."
        return _finding(term, meeting, Status.MET, says)
    return _sending(term, meeting, today, "Minutes", sent, limit)


def before_its_meeting(meeting: Meeting) -> str:
    """Two days on record of which one must be wrong."""
    assert meeting.minutes_sent_on
    sent, on = day(meeting.minutes_sent_on), day(meeting.meeting_on)
    return f"Minutes sent on {sent}, before the meeting of {on}: check both days."


def _amendments(term: Amendments, meeting: Meeting, today: date) -> Finding:
    limit = latest_dispatch(meeting.meeting_on, term.days, term.unit)
    if _is_unpublished(term, meeting.meeting_on):
        return _finding(term, meeting, Status.UNKNOWN, _unpublished(meeting.meeting_on))
    if limit < today:
        says = (
            f"Too late to propose changes to the terms for this meeting; the last day was {weekday(limit)}."
        )
        return _finding(term, meeting, Status.NOT_APPLICABLE, says, limit)
    says = f"Proposed changes to the terms must be sent by {weekday(limit)}{advice(limit)}."
    return _finding(term, meeting, Status.DUE, says, limit)


def _sending(
    term: Papers | Minutes, meeting: Meeting, today: date, what: str, sent: date | None, limit: date
) -> Finding:
    """Whether something was, or can still be, sent by its last day."""
    by = f"{weekday(limit)}{' (our own limit)' if getattr(term, 'house_default', False) else ''}"
    if not meeting.recorded:
        says = "This meeting is known only from its attendance; load the meetings file."
        return _finding(term, meeting, Status.UNKNOWN, says)
    last = max(meeting.meeting_on, limit)
    if _is_unpublished(term, last):
        return _finding(term, meeting, Status.UNKNOWN, _unpublished(last))
    if sent:
        return _sent(term, meeting, what, sent, limit, by)
    if limit < today:
        says = f"{what} are not recorded as sent; they were due by {by}."
        return _finding(term, meeting, Status.OVERDUE, says, limit, (today - limit).days)
    return _finding(term, meeting, Status.DUE, f"{what} are due by {by}{advice(limit)}.", limit)


def _sent(term: Papers | Minutes, meeting: Meeting, what: str, sent: date, limit: date, by: str) -> Finding:
    late = max((sent - limit).days, 0)
    how = f"{number(late, 'day')} late" if late else "in time"
    says = f"{what} went out {how}: on {day(sent)}, due by {by}."
    return _finding(term, meeting, Status.NOT_MET if late else Status.MET, says, None, late)


def _is_unpublished(term: Papers | Amendments | Minutes, last: date) -> bool:
    """Whether working days would have to be guessed, because the bank holidays are not known that far."""
    return term.unit != "days" and last > LAST_KNOWN


def _unpublished(on: date) -> str:
    return f"The bank holidays of {on.year} are not published yet, so no last day can be given."


def _finding(
    term: NoticeTerm,
    meeting: Meeting,
    status: Status,
    says: str,
    on: date | None = None,
    late: int | None = None,
) -> Finding:
    """`late` is in calendar days against a limit of none; `on` the last day of something that is due."""
    limit, unit = (None, "") if late is None else (0, "days")
    rows = (Rows.of("meetings", group_name=meeting.group_name, meeting_on=meeting.meeting_on),)
    return Finding(
        term, NAME, about(meeting), status, says, on or meeting.meeting_on, late, limit, unit, rows
    )


def for_meeting(findings: Sequence[Finding], meeting: Meeting) -> list[Finding]:
    """What is said of the papers for a meeting."""
    return [f for f in findings if isinstance(f.term, Papers) and f.about == about(meeting)]


def asks_for_papers(body: Body, meeting: Meeting) -> bool:
    """Whether the terms of its day ask for papers before a meeting of this group."""
    terms = (term for term in in_force(FAMILY.of(body), meeting.meeting_on) if isinstance(term, Papers))
    return any(same(term.group or body.main_group, meeting.group_name) for term in terms)


def minutes_due(body: Body, meeting: Meeting) -> list[date]:
    """The last days for the minutes of a meeting, of any group, by the terms of its day."""
    terms = (term for term in in_force(FAMILY.of(body), meeting.meeting_on) if isinstance(term, Minutes))
    return [last_day_after(meeting.meeting_on, term.days, term.unit) for term in terms]


OF_MEETINGS: Mapping[type, Callable[..., Finding]] = {
    Papers: _papers,
    Minutes: _minutes,
    Amendments: _amendments,
}

FAMILY: Family[NoticeTerm] = Family(
    NAME,
    "Papers, notice and minutes",
    ("notice", "notices"),
    NoticeTerm,
    judge,
    on_calendar=True,
    done_by="Secretariat",
)
