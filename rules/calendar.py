"""The calendar: working days, limits before and after a meeting, months and years."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from govuk_bank_holidays.bank_holidays import BankHolidays

from rules.terms import YearKind
from rules.words import day, weekday

Unit = Literal["working days", "clear working days", "days"]

ONE_DAY = timedelta(days=1)
BANK_HOLIDAYS = frozenset(
    holiday["date"]
    for holiday in BankHolidays(use_cached_holidays=True).get_holidays(BankHolidays.ENGLAND_AND_WALES)
)
# GOV.UK publishes whole years, so the table is complete to the end of its last one.
LAST_KNOWN = date(max(BANK_HOLIDAYS).year, 12, 31)


Span = tuple[date, date]


class Year(NamedTuple):
    """A year of some kind, both days included; `label` is "2026", "2025/26" or "12 months to 1 May 2026"."""

    first: date
    last: date
    label: str

    def covers(self, on: date) -> bool:
        return self.first <= on <= self.last


def is_working_day(on: date) -> bool:
    """Monday to Friday and no bank holiday in England and Wales; a guess after LAST_KNOWN."""
    return on.weekday() < 5 and on not in BANK_HOLIDAYS


def working_day_before(on: date) -> date:
    """The day itself if it is a working day, otherwise the last one before it."""
    return on if is_working_day(on) else working_day_before(on - ONE_DAY)


def advice(limit: date) -> str:
    """What to do where a limit in calendar days falls on a day on which nobody is at work."""
    if limit > LAST_KNOWN:
        return f" (the bank holidays of {limit.year} are not published yet)"
    working = working_day_before(limit)
    return "" if working == limit else f", so best by {weekday(working)}, the last working day before"


def latest_dispatch(meeting_on: date, days: int, unit: Unit) -> date:
    """The last day on which something can be sent that is due so long before a meeting.

    Working days are counted back from the meeting, and the day of dispatch is the last one counted. Clear
    working days leave out both the day of dispatch and the day of the meeting.
    """
    return _counted(meeting_on, days, unit, -ONE_DAY)


def last_day_after(meeting_on: date, days: int, unit: Unit) -> date:
    """The last day on which something can be sent that is due within so long after a meeting."""
    return _counted(meeting_on, days, unit, ONE_DAY)


def _counted(on: date, days: int, unit: Unit, step: timedelta) -> date:
    if unit == "days":
        return on + step * days
    left = days + (unit == "clear working days")
    while left:
        on += step
        left -= is_working_day(on)
    return on


def add_months(on: date, months: int) -> date:
    """The same day so many months later (earlier if negative), or that month's last day if it is shorter."""
    year, month = divmod(on.year * 12 + on.month - 1 + months, 12)
    return date(year, month + 1, min(on.day, monthrange(year, month + 1)[1]))


def months_since(on: date, today: date) -> int:
    """Whole months from a day to today."""
    return (today.year - on.year) * 12 + today.month - on.month - (today.day < on.day)


def year_of(on: date, kind: YearKind, starts: Sequence[date] = ()) -> Year:
    """The year of a kind in which a day falls.

    A municipal year begins on the day in `starts` that has its number, otherwise on an assumed 1 May.
    A rolling year is the twelve months that end on the day itself.
    """
    if kind == "rolling":
        return Year(add_months(on, -12) + ONE_DAY, on, f"12 months to {day(on)}")
    number = on.year if on >= _first_day(on.year, kind, starts) else on.year - 1
    label = str(number) if kind == "calendar" else f"{number}/{(number + 1) % 100:02}"
    return Year(_first_day(number, kind, starts), _first_day(number + 1, kind, starts) - ONE_DAY, label)


def assumed_start(year: Year, kind: YearKind, starts: Sequence[date]) -> str:
    """A sentence of its own where the day on which a municipal year began is not among `starts`."""
    is_known = kind != "municipal" or year.first in starts
    return "" if is_known else f" The start on {day(year.first)} is assumed."


def _first_day(number: int, kind: YearKind, starts: Sequence[date]) -> date:
    month = {"calendar": 1, "financial": 4, "municipal": 5, "academic": 9}[kind]
    given = [start for start in starts if kind == "municipal" and start.year == number]
    return given[0] if given else date(number, month, 1)


def financial_year(label: str) -> Year:
    """The financial year that a payment says it is for: 2025/26."""
    return year_of(date(int(label[:4]), 4, 1), "financial")


def parts(year: Year, count: int) -> Iterator[Span]:
    """First and last day of each of so many equal parts of a year: four quarters, three terms."""
    each = 12 // count
    for months in range(0, 12, each):
        yield add_months(year.first, months), add_months(year.first, months + each) - ONE_DAY


def window(year: Year, months: Sequence[int]) -> Span:
    """First and last day, within a year, of months that follow each other."""
    begin = [add_months(year.first.replace(day=1), ahead) for ahead in range(13)]
    inside = [first for first in begin if first.month in months and first <= year.last]
    return max(inside[0], year.first), min(add_months(inside[-1], 1) - ONE_DAY, year.last)
