"""What was promised: actions by a day, pledges by each partner, reviews of the terms themselves."""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import takewhile

from tests.oracle.days import months_on, spans
from tests.oracle.reading import Verdict, days_of, each, held, is_within, members
from tests.oracle.setting import Row, World

BEHIND = Fraction(10, 100)
STALE_MONTHS = 6


def actions(
    world: World, today: date, rule: str, group: str, at_next_meeting: bool, asking: str = ""
) -> Iterator[Verdict]:
    """W16 at the meeting that follows, A22 and C23 by its own day; and how often it was carried forward.

    `asking`: the rule that asks for some of them, none of which is in these worlds (N12).
    """
    raised = [row for row in world["actions"] if not (row["raised_on"] and row["raised_on"] > today)]
    if not raised:
        yield asking or rule, "Actions", "unknown", None
    for action in raised:
        by_meeting = at_next_meeting or action["due_at_next_meeting"]
        # a day of its own counts too, where it comes before the meeting
        days = [action["due_on"], _next_meeting(world, group, action) if by_meeting else None]
        due = min(filter(None, days), default=None)
        owner = f", {action['organisation']}" if action["organisation"] else ""
        status, figure = _action_status(world, group, action, due, today)
        if status == "unknown" and by_meeting and action["raised_on"]:
            status = "due"
        yield rule, action["reference"] + owner, status, figure


def _next_meeting(world: World, group: str, action: Row) -> date | None:
    if action["raised_on"] is None:
        return None
    return next((day for day in days_of(world, group) if day > action["raised_on"]), None)


def _action_status(
    world: World, group: str, action: Row, due: date | None, today: date
) -> tuple[str, object]:  # fmt: skip
    done = action["completed_on"]
    if action["status"] == "withdrawn":
        return "not applicable", None
    if action["status"] == "complete" and not (done and done > today):
        return "met", bool(done and due and done > due)
    if due is None:
        return "unknown", None
    if due < today:
        return "overdue", sum(day >= due for day in held(world, group, today))
    return "due", None


def each_partner(world: World, today: date, rule: str) -> Iterator[Verdict]:
    """N09, W10: each partner has a live pledge of its own."""
    if not world["pledges"]:
        yield rule, "Pledges", "unknown"
        return
    live = {row["organisation"] for row in world["pledges"] if _is_live(world, row, today)}
    yield from each(rule, {row["organisation"]: row["organisation"] in live for row in members(world, today)})


def _is_live(world: World, pledge: Row, today: date) -> bool:
    """Started, and either not past its day or complete."""
    known = _shares(world, pledge, today)
    is_complete = bool(known) and known[-1][1] >= 1
    return is_within(today, pledge["start_on"], None if is_complete else pledge["due_on"])


def progress(world: World, today: date, rule: str) -> Iterator[Verdict]:
    """N09, W10, F03: complete, overdue, stale or behind, by the settings that the terms file states."""
    if not world["pledges"]:
        yield rule, "Pledges", "unknown"
    for pledge in world["pledges"]:
        yield rule, f"{pledge['reference']}, {pledge['organisation']}", _pledge_status(world, pledge, today)


def _updates(world: World, pledge: Row, today: date) -> list[Row]:
    """The updates of a pledge known today, the oldest first."""
    rows = [row for row in world["pledge_progress"] if row["pledge_reference"] == pledge["reference"]]
    return sorted((row for row in rows if row["as_at"] <= today), key=lambda row: row["as_at"])


def _shares(world: World, pledge: Row, today: date) -> list[tuple[date, Fraction, str | None]]:
    """Day, share done and evidence of each update that gives a share."""
    return [
        (row["as_at"], Fraction(str(row["progress_share"])), row["evidence"])
        for row in _updates(world, pledge, today)
        if row["progress_share"] is not None
    ]


def _pledge_status(world: World, pledge: Row, today: date) -> str:
    updates, known = _updates(world, pledge, today), _shares(world, pledge, today)
    start, due = pledge["start_on"], pledge["due_on"]
    if known and known[-1][1] >= 1:
        done = list(takewhile(lambda update: update[1] >= 1, reversed(known)))
        return "met" if any(evidence for _, _, evidence in done) else "unknown"
    if due and due < today:
        return "overdue"
    if start and start > today:
        return "due"
    heard = updates[-1]["as_at"] if updates else start
    if heard and months_on(heard, STALE_MONTHS) < today:
        return "not met"
    if not known:
        return "unknown"
    if not (start and due):
        return "unknown"
    return "not met" if _is_behind(known[-1][1], start, due, today) else "met"


def _is_behind(share: Fraction, start: date, due: date, today: date) -> bool:
    return share < Fraction((today - start).days, (due - start).days) - BEHIND


def review(world: World, today: date, rule: str, since: date, duty: str, months: int) -> Iterator[Verdict]:
    """A15, A32, A39, C43, N12: due so many months after the last review, or after the terms began."""
    done = [row["done_on"] for row in _done(world, duty, today)]
    yield rule, duty, "overdue" if months_on(max([since, *done]), months) < today else "in time"


def municipal_review(world: World, today: date, rule: str, since: date, duty: str) -> Iterator[Verdict]:
    """W22: reviewed as each municipal year begins: in the month from 1 May, which is assumed."""
    done = [row["done_on"] for row in _done(world, duty, today)]
    for span in spans("municipal", since, today):
        if span.first >= since:
            is_beginning = today < months_on(span.first, 1)
            # by the end of June, a month after the last day on which the year may begin
            reviewed = is_beginning or any(span.first <= day < months_on(span.first, 2) for day in done)
            yield rule, f"{duty}, May {span.first.year}", "in time" if reviewed else "overdue"


def _done(world: World, duty: str, today: date) -> list[Row]:
    return [
        row for row in world["duties"] if row["duty"] == duty and row["done_on"] and row["done_on"] <= today
    ]
