"""Whether the number that a measure counts rose from one period to the next."""

import re
from calendar import month_abbr
from datetime import date
from itertools import pairwise
from typing import NamedTuple

from kinds.names import folded
from rules.calendar import ONE_DAY, add_months, year_of
from rules.finding import Status
from rules.records import Outcome
from rules.terms import YearKind


class Known(NamedTuple):
    """A period on record: where it stands in time, how it is written, its number and its share."""

    place: date
    period: str
    number: float | None
    share: float | None


def risen(outcomes: list[Outcome], year: YearKind, today: date) -> tuple[Status, str]:
    """Whether the number of the last period that is over is above the one before; what the share did is told.

    The rows hold the figures, and hide small ones.
    """
    known = [each for each in outcomes if each.suppressed or any(f is not None for f in _figures(each))]
    if any(_ends(each.period, year) is None for each in known):
        return Status.UNKNOWN, "The periods recorded cannot be put in order; write them like 2025/26."
    placed = [Known(_ends(e.period, year) or today, e.period, *_figures(e)) for e in known]
    over = sorted((each for each in placed if each.place <= today), key=lambda each: each.place)
    twice = next((b.period for a, b in pairwise(over) if a.place == b.place), "")
    if twice:
        return Status.UNKNOWN, f"Two figures are recorded for {twice}; say which of them is meant."
    if len(over) < 2:
        return Status.UNKNOWN, "Fewer than two periods are recorded that are over."
    old, new = over[-2:]
    return _compared(old, new)


def _compared(old: Known, new: Known) -> tuple[Status, str]:
    pair = (old.number, new.number)
    before, after = pair if None not in pair else (old.share, new.share)
    if before is None or after is None:
        return Status.UNKNOWN, f"The counts of {old.period} or {new.period} are too small to be shown."
    status, rose = (Status.MET, "Rose") if after > before else (Status.NOT_MET, "Did not rise")
    return status, f"{rose} from {old.period} to {new.period}{_beside(old, new)}."


def _beside(old: Known, new: Known) -> str:
    """What became of the share, where it did otherwise than the number."""
    if old.number is None or new.number is None or old.share is None or new.share is None:
        return ""
    number, share = new.number - old.number, new.share - old.share
    if (number > 0) == (share > 0):
        return ""
    return f"; the share of the cohort {'rose' if share > 0 else 'fell' if share < 0 else 'stayed'}"


def _ends(period: str, year: YearKind) -> date | None:
    """The last day of 2025/26, Q1 2026, March 2026 or 2026; None without a year."""
    text = folded(period)
    found = re.search(r"\b(?:19|20)\d\d\b", text)
    if not found:
        return None
    first = date(int(found[0]), 1, 1)
    months = [number for number, name in enumerate(month_abbr) if name and folded(name) in text]
    quarter = re.search(r"\bq(?:uarter )?([1-4])\b", text)
    count = months[0] if months else 3 * int(quarter[1]) if quarter else 0
    if count:
        return add_months(first, count) - ONE_DAY
    is_across = re.search(r"\d{4} ?(?:[/-]|to) ?\d{2}", text)
    return year_of(date(first.year, 12, 31), year).last if is_across else date(first.year, 12, 31)


def _figures(outcome: Outcome) -> tuple[float | None, float | None]:
    """The number and the share of a period, None for what is not known; a value alone is either."""
    if outcome.numerator is None or outcome.denominator == 0:
        return None, outcome.value
    share = outcome.value if outcome.denominator is None else outcome.numerator / outcome.denominator
    return outcome.numerator, share
