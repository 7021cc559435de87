"""The updates of a pledge: what was reported so far, and what of it is hidden."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import takewhile

from kinds.names import folded
from rules.facts import Facts
from rules.records import Pledge, Progress

ROUNDING = 0.01  # what two percentages may differ by and still be one


def updates_of(pledge: Pledge, facts: Facts, today: date) -> list[Progress]:
    """The updates of one pledge up to today, the oldest first.

    One without a percentage has that of its measure, if its value is known.
    """
    updates = facts.progress_by_pledge.get(folded(pledge.reference), ())
    return [_filled_in(pledge, update) for update in updates if update.as_at <= today]


def _filled_in(pledge: Pledge, update: Progress) -> Progress:
    if update.progress_share is not None or _hides(update):
        return update
    return replace(update, progress_share=measured(pledge, update))


def measured(pledge: Pledge, update: Progress) -> float | None:
    """How far its measure has come from the baseline, nought where none is given, to the target (0 to 1)."""
    baseline, target = pledge.baseline or 0.0, pledge.target
    if update.value is None or target is None or target == baseline:
        return None
    if pledge.baseline is None and update.value > target:
        return None  # more than was promised, or not yet less: without a baseline nobody can tell
    return min(max((update.value - baseline) / (target - baseline), 0.0), 1.0)


def apart(pledge: Pledge, known: Sequence[Progress]) -> tuple[float, float] | None:
    """The share that a partner reports and that of the measure, where the last update has two that differ."""
    if not known or known[-1].progress_share is None:
        return None
    reported, by_measure = known[-1].progress_share, measured(pledge, known[-1])
    if by_measure is None or abs(reported - by_measure) < ROUNDING:
        return None
    return reported, by_measure


def share_of(known: Sequence[Progress]) -> float | None:
    """The last share of it that was reported done (0 to 1); None where it is not known or hidden."""
    if is_hidden(known):
        return None
    return next((u.progress_share for u in reversed(known) if u.progress_share is not None), None)


def is_hidden(known: Sequence[Progress]) -> bool:
    """Whether the latest update with a percentage has it hidden: an older one would tell of another day."""
    latest = next((u for u in reversed(known) if _hides(u) or u.progress_share is not None), None)
    return latest is not None and _hides(latest)


def _hides(update: Progress) -> bool:
    return "progress_share" in (update.suppressed or ())


def at_the_end(known: Sequence[Progress]) -> list[Progress]:
    """The latest run of updates that report all of it done, the newest first."""
    counted = [(update, update.progress_share) for update in known if update.progress_share is not None]
    return [update for update, _ in takewhile(lambda each: each[1] >= 1, reversed(counted))]
