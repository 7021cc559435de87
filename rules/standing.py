"""Standing: how one pledge stands on a day, by its dates, its updates and what its partner reports."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from pydantic import Field

from rules.calendar import add_months, months_since
from rules.finding import Status
from rules.records import Pledge
from rules.records import Progress as Update
from rules.terms import Term
from rules.updates import apart, at_the_end, is_hidden, share_of
from rules.words import day, number


class Progress(Term):
    """When a pledge counts as behind or stale. A house default where the document gives no figure.

    `behind_points`: percentage points by which progress trails the time elapsed, or by which what a partner
    reports may differ from its measure before neither is believed;
    `stale_months`: months without an update.
    """

    kind: Literal["progress"]
    behind_points: int
    stale_months: int = Field(gt=0)
    house_default: bool = True


class Standing(NamedTuple):
    """How a pledge stands; `word` is one of WORDS."""

    status: Status
    says: str
    word: str


# the gravest first; what is hidden says nothing of how it stands
OVERDUE, BEHIND, NO_NEWS, NOT_KNOWN, NOT_SHOWN, NOT_BEGUN, ON_TRACK, COMPLETE = WORDS = (
    "overdue", "behind", "no news", "not known", "not shown", "not begun", "on track", "complete",
)  # fmt: skip
REPORTED_WELL = {"green", "blue"}


def computed(pledge: Pledge, known: Sequence[Update], entry: Progress, today: date) -> Standing:
    """How a pledge stands by its updates up to today, and the partner's own rating where the two disagree.

    `known` are its updates up to today, the oldest first.
    """
    status, says, word = _standing(pledge, known, entry, today)
    if differ := apart(pledge, known):
        reported, by_measure = differ
        says += f" The partner reports {reported * 100:.4g}%, its measure says {by_measure * 100:.4g}%."
        far = round(abs(reported - by_measure) * 100, 6) > entry.behind_points
        status, word = (Status.UNKNOWN, NOT_KNOWN) if far and status is Status.MET else (status, word)
    rag = next((update.rag for update in reversed(known) if update.rag), None)
    too_well = rag in REPORTED_WELL and status in (Status.NOT_MET, Status.OVERDUE)
    too_badly = rag == "red" and status is Status.MET
    return Standing(status, f"{says} The partner reports {rag}." if too_well or too_badly else says, word)


def elapsed(pledge: Pledge, today: date) -> float | None:
    """The share (0 to 1) of the time between start and due date that has gone; None without both."""
    if pledge.start_on is None or pledge.due_on is None or pledge.start_on >= pledge.due_on:
        return None
    gone = (today - pledge.start_on) / (pledge.due_on - pledge.start_on)
    return min(max(gone, 0.0), 1.0)


def _standing(pledge: Pledge, known: Sequence[Update], entry: Progress, today: date) -> Standing:
    share = share_of(known)
    if is_hidden(known):
        says = "How far it has come would tell a count too small to be shown."
        return Standing(Status.UNKNOWN, says, NOT_SHOWN)
    if complete := at_the_end(known):
        return _complete(pledge, complete)
    if pledge.start_on and pledge.start_on > today:
        return Standing(Status.DUE, f"Starts on {day(pledge.start_on)}.", NOT_BEGUN)
    if pledge.due_on and pledge.due_on < today:
        reached = "nothing reported" if share is None else f"{share * 100:.4g}% done"
        return Standing(Status.OVERDUE, f"Overdue since {day(pledge.due_on)}: {reached}.", OVERDUE)
    if not known:
        return _never_updated(pledge, entry, today)
    return _on_the_way(pledge, share, known[-1].as_at, entry, today)


def _complete(pledge: Pledge, at_the_end: list[Update]) -> Standing:
    if not any(update.evidence for update in at_the_end):
        return Standing(Status.UNKNOWN, "Complete, evidence missing.", NOT_KNOWN)
    on = at_the_end[-1].as_at
    late = pledge.due_on and on > pledge.due_on
    too_late = f", completed late: it was due by {day(pledge.due_on)}" if late and pledge.due_on else ""
    return Standing(Status.MET, f"Complete on {day(on)}{too_late}.", COMPLETE)


def _never_updated(pledge: Pledge, entry: Progress, today: date) -> Standing:
    if pledge.start_on is None or add_months(pledge.start_on, entry.stale_months) >= today:
        return Standing(Status.UNKNOWN, "No update is recorded yet.", NOT_KNOWN)
    ago = number(months_since(pledge.start_on, today), "month")
    says = f"No update in the {ago} since the start on {day(pledge.start_on)}."
    return Standing(Status.NOT_MET, says, NO_NEWS)


def _on_the_way(
    pledge: Pledge, share: float | None, updated_on: date, entry: Progress, today: date
) -> Standing:
    gone = elapsed(pledge, today)
    of_time = "" if gone is None else f" with {gone:.0%} of the time gone"
    done = "" if share is None else f"{share * 100:.4g}% done{of_time}"
    if share is not None and gone is not None and round((gone - share) * 100, 6) > entry.behind_points:
        return Standing(Status.NOT_MET, f"Behind: {done}.", BEHIND)
    if add_months(updated_on, entry.stale_months) < today:
        ago = number(months_since(updated_on, today), "month")
        return Standing(Status.NOT_MET, f"No update for {ago}, since {day(updated_on)}.", NO_NEWS)
    if not done:
        return Standing(Status.UNKNOWN, "Updated, but without a percentage.", NOT_KNOWN)
    if gone is None:
        says = f"{done.capitalize()}, but without a start and a due date to judge it by."
        return Standing(Status.UNKNOWN, says, NOT_KNOWN)
    return Standing(Status.MET, f"On track: {done}.", ON_TRACK)
