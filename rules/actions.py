"""Actions: what was agreed to be done, by whom and by when."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from kinds.names import folded
from rules.body import Body
from rules.facts import Facts
from rules.family import Family
from rules.finding import Finding, Rows, Status
from rules.meetings import held, scheduled
from rules.records import Action
from rules.terms import Term, in_force
from rules.words import day, number, times


class DueAtNextMeeting(Term):
    """Each action is done before the next meeting; the due date moves with that meeting."""

    kind: Literal["due at next meeting"]


class Shared(Term):
    """Actions are shared with the board that the body reports to."""

    kind: Literal["shared"]
    with_: str = Field(alias="with")

    @property
    def owed_to(self) -> str:
        return self.with_


class Followed(Term):
    """Action points are followed up: an action is overdue after its own date.

    `source`: only those that answer something, whose text has one of these words; none given means all.
    """

    kind: Literal["followed up"]
    source: tuple[str, ...] = ()

    def concerns(self, action: Action) -> bool:
        """Whether it asks for this action."""
        text = folded(action.action)
        return not self.source or any(folded(word) in text for word in self.source)


ActionsTerm = Annotated[DueAtNextMeeting | Shared | Followed, Field(discriminator="kind")]

NAME = "actions"
# A date is a date: whoever sets one is held to it, also where no clause asks for that.
OWN_DATE = Followed.model_validate(
    {
        "rule": "own date", "kind": "followed up", "from": date.min, "clause": "no clause",
        "says": "An action is done by the date that it was given.",
    }
)  # fmt: skip
ITS_OWN = "The date is the action's own; no clause asks for it."


def judge(body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """How each action raised by today stands, and whether the board that is reported to has seen it."""
    known = sorted((a for a in facts.actions if (a.raised_on or today) <= today), key=lambda a: a.reference)
    group = body.main_group
    meetings = [m.meeting_on for m in (*held(facts, today, group), *scheduled(facts, today, group))]
    outside = {folded(o.organisation) for o in facts.organisations if not o.is_member_on(today)}
    terms = _judged(in_force(FAMILY.of(body), today))
    for term in terms:
        if not known:
            says = "No actions are recorded."
            yield Finding(term, NAME, "Actions", Status.UNKNOWN, says, rows=(Rows.of("actions"),))
        elif isinstance(term, Shared):
            yield _shared(term, known, today)
        else:
            yield from (_followed(term, each, meetings, outside, today) for each in _of(term, known))
    for action in _asked_of_none(terms, known):
        yield _followed(OWN_DATE, action, meetings, outside, today)


def _judged(terms: Sequence[ActionsTerm]) -> list[ActionsTerm]:
    """Where actions are due at the next meeting, that they are followed up as well says nothing more."""
    moving = [term for term in terms if isinstance(term, DueAtNextMeeting)]
    followed = [term for term in terms if isinstance(term, Followed)]
    return [*(moving or followed), *(term for term in terms if isinstance(term, Shared))]


def _of(term: DueAtNextMeeting | Followed, known: Sequence[Action]) -> list[Action]:
    return [each for each in known if isinstance(term, DueAtNextMeeting) or term.concerns(each)]


def _asked_of_none(terms: Sequence[ActionsTerm], known: Sequence[Action]) -> list[Action]:
    """The actions that no clause asks for; where none asks for any, those that have a date."""
    asking = [term for term in terms if not isinstance(term, Shared)]
    rest = [each for each in known if not any(_of(term, [each]) for term in asking)]
    return rest if asking else [each for each in rest if each.due_on or each.due_at_next_meeting]


def _followed(
    term: DueAtNextMeeting | Followed, action: Action, meetings: list[date], outside: set[str], today: date
) -> Finding:
    """One action against the days of the main group's meetings and the organisations that are not members."""
    at_meeting = action.due_at_next_meeting or isinstance(term, DueAtNextMeeting)
    due_on = _due(action, at_meeting, meetings)
    about = ", ".join(filter(None, (action.reference, action.organisation)))
    rows = (Rows.of("actions", reference=action.reference),)
    if action.status == "withdrawn":
        status, says = Status.NOT_APPLICABLE, "Withdrawn."
    elif action.status == "complete" and (action.completed_on or today) <= today:
        status, says = Status.MET, _completed(action, due_on)
    elif action.completed_on and action.completed_on <= today:
        status, says = Status.UNKNOWN, contradicted(action)
    else:
        status, says = _open(action, at_meeting, due_on, today)
        left = (
            f" {action.organisation} is not a member now." if folded(action.organisation) in outside else ""
        )
        own = f" {ITS_OWN}" if term is OWN_DATE and due_on else ""
        says = f"{says}{_carried(due_on, meetings, today)}.{own}{left}"
    return Finding(term, NAME, about, status, says, on=due_on, rows=rows, detail=action.action)


def _due(action: Action, at_meeting: bool, meetings: list[date]) -> date | None:
    """The action's own date or, where actions are done before the next meeting, whichever comes first."""
    days = [action.due_on, _next_meeting(action, meetings) if at_meeting else None]
    return min(filter(None, days), default=None)


def _next_meeting(action: Action, meetings: list[date]) -> date | None:
    """The first meeting of the main group, held or ahead, after the day the action was raised."""
    return next((on for on in meetings if action.raised_on and on > action.raised_on), None)


def _completed(action: Action, due_on: date | None) -> str:
    if action.completed_on is None:
        return "Complete; the day is not recorded."
    late = f", completed late: it was due by {day(due_on)}" if due_on and action.completed_on > due_on else ""
    return f"Complete on {day(action.completed_on)}{late}."


def contradicted(action: Action) -> str:
    """A status and a day on record of which one must be wrong; "" where both can be right."""
    if action.completed_on is None or action.status not in ("open", "in progress"):
        return ""
    return f"Recorded as {action.status}, but also as completed on {day(action.completed_on)}: check both."


def _open(action: Action, at_meeting: bool, due_on: date | None, today: date) -> tuple[Status, str]:
    if due_on and due_on < today:
        return Status.OVERDUE, f"Overdue since {day(due_on)}"
    if due_on:
        return Status.DUE, f"Due by {day(due_on)}"
    if not at_meeting:
        return Status.UNKNOWN, "No due date is recorded"
    if action.raised_on is None:
        return Status.UNKNOWN, "Due at the next meeting, but the day it was raised is not recorded"
    return Status.DUE, "Due at the next meeting, which is not scheduled"


def _carried(due_on: date | None, meetings: list[date], today: date) -> str:
    """How often a late action was carried forward: at the meeting it was due, and at each one since."""
    if due_on is None or due_on >= today:
        return ""
    count = sum(due_on <= on <= today for on in meetings)
    return f", carried forward {times(count)}" if count else ""


def _shared(term: Shared, known: list[Action], today: date) -> Finding:
    live = [action for action in known if action.status != "withdrawn"]
    waiting = [action for action in live if (action.shared_with_board_on or date.max) > today]
    total = number(len(live), "action")
    if waiting:
        status = Status.DUE
        says = f"{len(waiting)} of {total} not yet shared with the {term.with_}."
    else:
        status, says = Status.MET, f"{len(live)} of {total} shared with the {term.with_}."
    return Finding(
        term, NAME, term.with_, status, says, value=len(live) - len(waiting), limit=len(live),
        unit="actions", rows=(Rows.of("actions"),),
    )  # fmt: skip


FAMILY: Family[ActionsTerm] = Family(
    NAME, "Actions", ("action", "actions"), ActionsTerm, judge, page="actions", shows=("actions",)
)
