"""Days, months and years, worked out again from the register of rules and the almanac alone."""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

MOVED = {2020: {(5, 4): date(2020, 5, 8)}, 2022: {(5, 30): date(2022, 6, 2)}}
ONCE = {2022: (date(2022, 6, 3), date(2022, 9, 19)), 2023: (date(2023, 5, 8),)}


class Span(NamedTuple):
    """A year of some kind, both days included."""

    first: date
    last: date
    label: str


def easter(year: int) -> date:
    """Easter Sunday, by the anonymous Gregorian computation."""
    a, (b, c) = year % 19, divmod(year, 100)
    h = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    k = (32 + 2 * (b % 4) + 2 * (c // 4) - h - c % 4) % 7
    month, day = divmod(h + k - 7 * ((a + 11 * h + 22 * k) // 451) + 114, 31)
    return date(year, month, day + 1)


@cache
def bank_holidays(year: int) -> frozenset[date]:
    """The bank holidays of a year in England and Wales; one on a weekend moves on to a free day."""
    mondays = [_monday(date(year, 5, 1)), _monday(date(year, 5, 25)), _monday(date(year, 8, 25))]
    moved = MOVED.get(year, {})
    days = {moved.get((day.month, day.day), day) for day in mondays}
    days |= {easter(year) - timedelta(2), easter(year) + timedelta(1), *ONCE.get(year, ())}
    fixed = [date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)]
    days |= {day for day in fixed if day.weekday() < 5}
    for day in (day for day in fixed if day.weekday() >= 5):
        days.add(next(free for free in _onward(day) if free.weekday() < 5 and free not in days))
    return frozenset(days)


def is_working(day: date) -> bool:
    return day.weekday() < 5 and day not in bank_holidays(day.year)


def working_days_before(day: date, count: int) -> date:
    """The working day that is `count` working days before a day, which is itself left out."""
    while count:
        day -= timedelta(1)
        count -= is_working(day)
    return day


def months_on(day: date, months: int) -> date:
    """The same day so many months on; the last of the month where there is no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    end = date(year + (month == 11), (month + 1) % 12 + 1, 1) - timedelta(1)
    return date(year, month + 1, min(day.day, end.day))


def span_of(kind: str, day: date) -> Span:
    """The calendar, financial or (from an assumed 1 May) municipal year that a day falls in."""
    if kind == "calendar":
        return Span(date(day.year, 1, 1), date(day.year, 12, 31), str(day.year))
    month = {"financial": 4, "municipal": 5}[kind]
    first = day.year - (day.month < month)
    label = f"{first}/{(first + 1) % 100:02}"
    return Span(date(first, month, 1), date(first + 1, month, 1) - timedelta(1), label)


def spans(kind: str, first: date, last: date) -> Iterator[Span]:
    """The years of a kind from the one of the first day to the one of the last."""
    span = span_of(kind, first)
    while span.first <= last:
        yield span
        span = span_of(kind, span.last + timedelta(1))


def written(day: date) -> str:
    """A day as it stands on screen: 9 December 2026."""
    return f"{day.day} {day:%B %Y}"


def _monday(day: date) -> date:
    return next(monday for monday in _onward(day) if monday.weekday() == 0)


def _onward(day: date) -> Iterator[date]:
    while True:
        yield day
        day += timedelta(1)
