"""The updates of a pledge: what was reported so far, and what of it is hidden."""

from collections.abc import Sequence
from datetime import date
from itertools import takewhile

from kinds.names import folded
from rules.facts import Facts
from rules.records import Pledge, Progress


def updates_of(pledge: Pledge, facts: Facts, today: date) -> list[Progress]:
    """The updates of one pledge up to today, the oldest first."""
    updates = facts.progress_by_pledge.get(folded(pledge.reference), ())
    return [update for update in updates if update.as_at <= today]


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
