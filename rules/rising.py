"""Whether a measure rose from one period to the next."""

import re
from calendar import month_abbr

from kinds.names import folded
from rules.finding import Status
from rules.records import Outcome


def risen(outcomes: list[Outcome]) -> tuple[Status, str]:
    """Whether the last period is above the one before; its rows hold the figures, and hide small ones."""
    figures = [(each, _figure(each)) for each in outcomes]
    known = [(each.period, figure) for each, figure in figures if each.suppressed or figure is not None]
    if len(known) < 2:
        return Status.UNKNOWN, "Fewer than two periods are recorded."
    placed = [(place, *each) for each in known if (place := _place(each[0]))]
    if len(placed) < len(known):
        return Status.UNKNOWN, "The periods recorded cannot be put in order; write them like 2025/26."
    (_, before, old), (_, after, new) = sorted(placed, key=lambda each: each[0])[-2:]
    if old is None or new is None:
        return Status.UNKNOWN, f"The counts of {before} or {after} are too small to be shown."
    if new > old:
        return Status.MET, f"Rose from {before} to {after}."
    return Status.NOT_MET, f"Did not rise from {before} to {after}."


def _place(period: str) -> tuple[int, int] | None:
    """Where a period stands in time: year and part of 2025/26, Q1 2026, March 2026; None without a year."""
    text = folded(period)
    year = re.search(r"\b(19|20)\d\d\b", text)
    months = [number for number, name in enumerate(month_abbr) if name and folded(name) in text]
    quarter = re.search(r"\bq([1-4])\b", text)
    part = months[0] if months else int(quarter[1]) if quarter else 0
    return (int(year[0]), part) if year else None


def _figure(outcome: Outcome) -> float | None:
    if outcome.value is not None or outcome.numerator is None or not outcome.denominator:
        return outcome.value
    return outcome.numerator / outcome.denominator
