"""Whether a file writes its dates day first or month first: decided once for the whole file."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

import polars as pl

from kinds.days import DAY_FIRST, MONTH_FIRST, of_order, plain
from loaders.reading import Undated

THREE_NUMBERS = r"^(\d{1,2})/(\d{1,2})/\d{4}$"
SHOWN = 5


class Order(NamedTuple):
    """`because`: what decided it, for the reader; "" where every date can only be read in one way.

    `how`: what comes first, where it is neither the day nor the month.
    """

    month_first: bool
    because: str
    how: str = ""

    @property
    def told(self) -> str:
        """What comes first, for the reader."""
        return self.how or ("month first" if self.month_first else "day first")


AS_WRITTEN = Order(False, "")


def order_of(
    dates: pl.Series, chosen: str | None, meetings_on: pl.Series, meeting_days: Collection[date], usual: bool
) -> Order:
    """The order of all of a file's `dates` (clean text), of which `meetings_on` are days of meetings.

    The reader's choice ("day" or "month") goes first, then a number above twelve, then the calendar of
    meetings, then day first where that is `usual` and no date speaks against it; one slip in a template
    never turns the others round. Raises Undated where none of them decides.
    """
    if chosen:
        return Order(chosen == "month", "as you said")
    only_day, only_month, either = _readings(dates)
    if not only_day.is_empty() and (usual or len(only_day) >= len(only_month)):
        return Order(False, f"“{only_day[0]}” can only be read so")
    if not only_month.is_empty() and (not usual or either.is_empty()):
        return Order(True, f"“{only_month[0]}” can only be read so")
    if either.is_empty():
        return AS_WRITTEN
    if by_meetings := _by_meetings(either, meetings_on, meeting_days):
        return by_meetings
    if usual and only_month.is_empty():
        return Order(False, "as such files are written")
    raise _undated(either)


def _readings(dates: pl.Series) -> tuple[pl.Series, pl.Series, pl.DataFrame]:
    """The dates that can only be read day first, only month first, and either way: cell, day and month."""
    written = dates.drop_nulls().unique(maintain_order=True)
    cells = written.to_frame("cell").select("cell", as_plain=plain(pl.col("cell")))
    first, second = (pl.col("as_plain").str.extract(THREE_NUMBERS, at).cast(pl.Int64) for at in (1, 2))
    cells = cells.with_columns(first=first, second=second).drop_nulls("first")
    only_day = cells.filter(pl.col("first") > 12, pl.col("second") <= 12)
    only_month = cells.filter(pl.col("first") <= 12, pl.col("second") > 12)
    either = cells.filter(pl.col("first") <= 12, pl.col("second") <= 12, pl.col("first") != pl.col("second"))
    day, month = (of_order(pl.col("as_plain"), form) for form in (DAY_FIRST, MONTH_FIRST))
    return only_day["cell"], only_month["cell"], either.select("cell", day=day, month=month)


def _undated(either: pl.DataFrame) -> Undated:
    examples = tuple(either["cell"].head(SHOWN))
    return Undated(
        f"The dates can be read in two ways: “{examples[0]}” is {_long(either['day'][0])} or "
        f"{_long(either['month'][0])}. Say which comes first, the day or the month.",
        examples,
    )


def _by_meetings(either: pl.DataFrame, meetings_on: pl.Series, days: Collection[date]) -> Order | None:
    on_day, on_month = (_hits(either, name, meetings_on, days) for name in ("day", "month"))
    if bool(on_day) == bool(on_month):
        return None
    return Order(bool(on_month), "read so they fall on days of known meetings")


def _hits(either: pl.DataFrame, name: str, meetings_on: pl.Series, days: Collection[date]) -> int:
    of_meetings = either.filter(pl.col("cell").is_in(meetings_on.implode()))
    return of_meetings.filter(pl.col(name).is_in(list(days))).height


def _long(day: date | None) -> str:
    return f"{day.day} {day:%B %Y}" if day else "no day from 1990 to 2100"
