"""Groups: working and task groups, who leads them and whether they still serve a purpose."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from kinds.names import folded, same
from kinds.wording import GROUPS
from rules.body import Body
from rules.calendar import add_months, months_since
from rules.consents import partners
from rules.facts import Facts
from rules.family import Family
from rules.finding import Finding, Rows, Status
from rules.meetings import held
from rules.membership import ALL_MEMBERS, members, others_are_fine
from rules.people import Group
from rules.seats import seated, seats_on
from rules.terms import Term, in_force
from rules.words import day, number


class Lead(Term):
    """Each live group has a lead organisation."""

    kind: Literal["lead"]


class Agreed(Term):
    """Each group is agreed at a meeting of the main group."""

    kind: Literal["agreed"]


class Reports(Term):
    """Each live group reports; one without a report for so many months is late."""

    kind: Literal["reports"]
    months: int = Field(gt=0)


class TimeLimited(Term):
    """Each group of this kind has an end date."""

    kind: Literal["time-limited"]
    of: str


class Reviewed(Term):
    """Each live group is reviewed at least every so many months."""

    kind: Literal["reviewed"]
    months: int = Field(gt=0)


class Idle(Term):
    """A group ceases when no longer needed: so many months without a meeting or report raise the question."""

    kind: Literal["idle"]
    months: int = Field(gt=0)


class TakePart(Term):
    """Each member organisation sits in, or leads, at least one live group besides the main group."""

    kind: Literal["members take part"]


GroupsTerm = Annotated[
    Lead | Agreed | Reports | TimeLimited | Reviewed | Idle | TakePart, Field(discriminator="kind")
]

NAME = "groups"

Verdict = tuple[Status, str, date | None]


def judge(body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """What each term says of the members and of each live group; the main group is none of them."""
    for term in in_force(FAMILY.of(body), today):
        if isinstance(term, TakePart):
            yield from _take_part(term, body, facts, today)
        else:
            yield from _of_groups(term, body, facts, today)


def _of_groups(term: GroupsTerm, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    live = [group for group in _live(body, facts, today) if _concerns(term, group)]
    unsure = list(_unsure(term, body, facts, today)) if isinstance(term, TimeLimited) else []
    yield from unsure
    if not live and not unsure:
        what = f"{term.of} groups" if isinstance(term, TimeLimited) else "working groups"
        says = f"No {what} are recorded."
        yield Finding(term, NAME, "Groups", Status.NOT_APPLICABLE, says, rows=(Rows.of("groups"),))
    for group in live:
        status, says, on = JUDGES[type(term)](term, group, body, facts, today)
        rows = (Rows.of("groups", group_name=group.group_name),)
        yield Finding(term, NAME, group.group_name, status, says, on=on, rows=rows)


def _take_part(term: TakePart, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    live = _live(body, facts, today)
    there = seated(s for group in live for s in seats_on(facts, today, group.group_name))
    known = set(facts.organisations_by_name)
    leading = {name for group in live for name in partners(group.lead_organisation, known)}
    names = [member.organisation for member in members(facts, today)]
    missing = [name for name in names if folded(name) not in there | leading]
    if not names or not there:
        what = "seats of working groups" if names else "member organisations"
        yield Finding(term, NAME, ALL_MEMBERS, Status.UNKNOWN, f"No {what} are recorded.")
        return
    for name in missing:
        says, rows = "No seat in a working group is recorded.", (Rows.of("seats", organisation=name),)
        yield Finding(term, NAME, name, Status.NOT_MET, says, rows=rows)
    seats_of_all = Rows.of("seats")
    yield from others_are_fine(
        term, NAME, len(missing), len(names), "a seat in a group or lead one", seats_of_all
    )


def _live(body: Body, facts: Facts, today: date) -> list[Group]:
    return [
        group
        for group in sorted(facts.groups, key=lambda group: group.group_name)
        if not same(group.group_name, body.main_group)
        and (group.agreed_on is None or group.agreed_on <= today)
        and (group.ended_on is None or group.ended_on > today)
    ]


def _concerns(term: Term, group: Group) -> bool:
    return not isinstance(term, TimeLimited) or GROUPS.same(_called(group), term.of)


def _unsure(term: TimeLimited, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """The groups of which nobody can tell whether they are of the kind."""
    for group in _live(body, facts, today):
        if not _concerns(term, group) and not GROUPS.word(_called(group)):
            kind = f"its kind is “{group.kind}”" if group.kind else "its kind is not recorded"
            says = f"Whether this is a {term.of} group is not known: {kind}."
            rows = (Rows.of("groups", group_name=group.group_name),)
            yield Finding(term, NAME, group.group_name, Status.UNKNOWN, says, rows=rows)


def _called(group: Group) -> str:
    """The kind of a group, or its name where that tells more."""
    is_known = GROUPS.word(group.kind) or not GROUPS.word(group.group_name)
    return (group.kind if is_known else group.group_name) or ""


def _known(on: date | None, today: date) -> date | None:
    return on if on and on <= today else None


def _lead(term: Lead, group: Group, body: Body, facts: Facts, today: date) -> Verdict:
    if not group.lead_organisation:
        return Status.NOT_MET, "No lead organisation is recorded.", None
    roster = {folded(each.organisation) for each in members(facts, today)}
    known = set(facts.organisations_by_name)
    leads = partners(group.lead_organisation, known)
    says = f"Led by {group.lead_organisation}"
    if not roster or roster & set(leads):
        return Status.MET, f"{says}.", None
    if known & set(leads):
        return Status.NOT_MET, f"{says}, which is no member on {day(today)}.", None
    return Status.UNKNOWN, f"{says}, which is not on the roster; correct the name there or here.", None


def _agreed(term: Agreed, group: Group, body: Body, facts: Facts, today: date) -> Verdict:
    on, days = group.agreed_on, {meeting.meeting_on for meeting in held(facts, today, body.main_group)}
    if on is None:
        return Status.UNKNOWN, "The day it was agreed is not recorded.", None
    if not days:
        return Status.UNKNOWN, f"Agreed on {day(on)}; no meeting of the {body.main_group} is recorded.", on
    if on in days:
        return Status.MET, f"Agreed by the {body.main_group} on {day(on)}.", on
    return Status.NOT_MET, f"Agreed on {day(on)}, when the {body.main_group} did not meet.", on


def _reports(term: Reports, group: Group, body: Body, facts: Facts, today: date) -> Verdict:
    return _repeated("report", term.months, _known(group.last_report_on, today), group.agreed_on, today)


def _reviewed(term: Reviewed, group: Group, body: Body, facts: Facts, today: date) -> Verdict:
    return _repeated("review", term.months, _known(group.reviewed_on, today), group.agreed_on, today)


def _repeated(what: str, months: int, last: date | None, agreed_on: date | None, today: date) -> Verdict:
    """Whether something was done within so many months, counted from the day of agreement if it never was."""
    since = last or agreed_on
    if since is None:
        return Status.UNKNOWN, f"No {what} is recorded, nor the day the group was agreed.", None
    due_on = add_months(since, months)
    was = f"Last {what} {day(last)}" if last else f"No {what} since it was agreed on {day(since)}"
    if last and agreed_on and last < agreed_on:
        return Status.UNKNOWN, f"{was}, before it was agreed on {day(agreed_on)}: check both.", None
    if due_on < today:
        return Status.OVERDUE, f"{was}; one was due by {day(due_on)}.", due_on
    return Status.MET if last else Status.DUE, f"{was}; the next is due by {day(due_on)}.", due_on


def _time_limited(term: TimeLimited, group: Group, body: Body, facts: Facts, today: date) -> Verdict:
    if group.ends_on is None:
        return Status.NOT_MET, "No end date is recorded.", None
    if group.ends_on < today:
        return Status.OVERDUE, f"Was to end on {day(group.ends_on)}, still listed as live.", group.ends_on
    return Status.MET, f"Ends on {day(group.ends_on)}.", group.ends_on


def _idle(term: Idle, group: Group, body: Body, facts: Facts, today: date) -> Verdict:
    signs = [meeting.meeting_on for meeting in held(facts, today, group.group_name)]
    signs += [on for on in (_known(group.last_report_on, today), group.agreed_on) if on]
    if not signs:
        return Status.UNKNOWN, "No meeting or report is recorded.", None
    last = max(signs)
    if add_months(last, term.months) < today:
        ago = number(months_since(last, today), "month")
        return Status.DUE, f"Nothing for {ago}, since {day(last)}: is the group still needed?", last
    return Status.MET, f"Last active on {day(last)}.", last


JUDGES: Mapping[type[Term], Callable[[Any, Group, Body, Facts, date], Verdict]] = {
    Lead: _lead,
    Agreed: _agreed,
    Reports: _reports,
    TimeLimited: _time_limited,
    Reviewed: _reviewed,
    Idle: _idle,
}

FAMILY: Family[GroupsTerm] = Family(
    NAME, "Working groups", ("group", "groups"), GroupsTerm, judge, on_calendar=True
)
