"""The calendar: working days, limits, years, and what is held or ahead."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.calendar import (
    LAST_KNOWN,
    add_months,
    is_working_day,
    last_day_after,
    latest_dispatch,
    parts,
    working_day_before,
    year_of,
)
from rules.meetings import held, scheduled
from rules.words import day, listed, number, weekday
from tests.rules.build import facts

# Worked out by hand from the official table of bank holidays.
VECTORS = """
meeting        | 5 working days | 5 clear working days | 7 days         | 10 days
Tue 2026-09-01 | Mon 2026-08-24 | Fri 2026-08-21       | Tue 2026-08-25 | Sat 2026-08-22
Thu 2026-12-10 | Thu 2026-12-03 | Wed 2026-12-02       | Thu 2026-12-03 | Mon 2026-11-30
Tue 2027-01-05 | Thu 2026-12-24 | Wed 2026-12-23       | Tue 2026-12-29 | Sat 2026-12-26
Wed 2027-03-31 | Mon 2027-03-22 | Fri 2027-03-19       | Wed 2027-03-24 | Sun 2027-03-21
Thu 2027-05-06 | Wed 2027-04-28 | Tue 2027-04-27       | Thu 2027-04-29 | Mon 2027-04-26
Thu 2027-06-03 | Wed 2027-05-26 | Tue 2027-05-25       | Thu 2027-05-27 | Mon 2027-05-24
"""
UNITS = ("working days", "clear working days", "days")
DAYS = st.dates(date(2026, 1, 1), date(2028, 11, 30))


def on(text: str) -> date:
    return datetime.strptime(text.strip(), "%a %Y-%m-%d").date()


def vectors():
    heading, *rows = [[cell.strip() for cell in line.split("|")] for line in VECTORS.strip().splitlines()]
    for meeting, *limits in rows:
        for notice, limit in zip(heading[1:], limits, strict=True):
            days, unit = notice.split(" ", 1)
            yield pytest.param(on(meeting), int(days), unit, on(limit), id=f"{notice} before {meeting}")


@pytest.mark.parametrize(("meeting_on", "days", "unit", "limit"), list(vectors()))
def test_latest_dispatch(meeting_on, days, unit, limit):
    """The latest day of dispatch is the one worked out by hand from the official table."""
    assert latest_dispatch(meeting_on, days, unit) == limit


@given(DAYS, DAYS, st.integers(1, 15), st.sampled_from(UNITS))
def test_moving_a_meeting_later_never_brings_the_limit_forward(one, other, days, unit):
    """A later meeting never has an earlier last day for its papers."""
    earlier, later = sorted((one, other))
    assert latest_dispatch(earlier, days, unit) <= latest_dispatch(later, days, unit)


@given(DAYS, st.integers(1, 15), st.sampled_from(UNITS[:2]))
def test_working_day_limits_fall_on_working_days(meeting_on, days, unit):
    """A limit counted in working days is a working day, before and after a meeting."""
    assert is_working_day(latest_dispatch(meeting_on, days, unit))
    assert is_working_day(last_day_after(meeting_on, days, unit))


@given(DAYS, st.integers(1, 15))
def test_clear_days_are_never_shorter_notice(meeting_on, days):
    """Clear working days leave out one day more, so their limit is earlier."""
    assert latest_dispatch(meeting_on, days, "clear working days") < latest_dispatch(
        meeting_on, days, "working days"
    )


@pytest.mark.parametrize(
    "on", [date(2026, 12, 25), date(2026, 12, 28), date(2027, 3, 26), date(2020, 5, 8), date(2022, 9, 19)]
)
def test_bank_holidays(on):
    """Regular, moved and one-off bank holidays are not working days."""
    assert not is_working_day(on)


@pytest.mark.parametrize(
    ("on", "working"), [(date(2026, 12, 24), True), (date(2026, 12, 26), False), (date(2026, 12, 27), False)]
)
def test_weekends(on, working):
    """A Thursday is a working day; a Saturday and a Sunday are not."""
    assert is_working_day(on) is working


def test_the_table_is_known_to_the_end_of_a_year():
    """The last day with known bank holidays is the end of a year, at least 2028."""
    assert (LAST_KNOWN.month, LAST_KNOWN.day) == (12, 31)
    assert LAST_KNOWN.year >= 2028


def test_minutes_within_ten_working_days():
    """Ten working days after Thursday 17 December 2026 leave out Christmas and New Year's Day."""
    assert last_day_after(date(2026, 12, 17), 10, "working days") == date(2027, 1, 5)


@pytest.mark.parametrize(
    ("on", "before"),
    [(date(2026, 12, 28), date(2026, 12, 24)), (date(2026, 12, 24), date(2026, 12, 24))],
)
def test_working_day_before(on, before):
    """The day itself if people are at work, else the last day before on which they are."""
    assert working_day_before(on) == before


@pytest.mark.parametrize(
    ("on", "months", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2027, 11, 30), 3, date(2028, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 1, 15), -1, date(2025, 12, 15)),
        (date(2024, 2, 29), -12, date(2023, 2, 28)),
    ],
)
def test_add_months(on, months, then):
    """Months are added and taken away across years, and a shorter month ends on its last day."""
    assert add_months(on, months) == then


YEARS = [
    (date(2026, 11, 21), "calendar", date(2026, 1, 1), date(2026, 12, 31), "2026"),
    (date(2026, 3, 31), "financial", date(2025, 4, 1), date(2026, 3, 31), "2025/26"),
    (date(2026, 4, 1), "financial", date(2026, 4, 1), date(2027, 3, 31), "2026/27"),
    (date(1999, 4, 1), "financial", date(1999, 4, 1), date(2000, 3, 31), "1999/00"),
    (date(2026, 4, 30), "municipal", date(2025, 5, 1), date(2026, 4, 30), "2025/26"),
    (date(2026, 11, 21), "rolling", date(2025, 11, 22), date(2026, 11, 21), "12 months to 21 November 2026"),
]


@pytest.mark.parametrize(("on", "kind", "first", "last", "label"), YEARS)
def test_years(on, kind, first, last, label):
    """A day falls in one year of each kind, which has a first day, a last day and a name."""
    assert year_of(on, kind) == (first, last, label)


@given(DAYS, st.sampled_from(["calendar", "financial", "municipal", "rolling"]))
def test_a_day_is_in_its_year(on, kind):
    """The year of a day covers the day."""
    assert year_of(on, kind).covers(on)


@pytest.mark.parametrize(
    ("on", "year"),
    [
        (date(2026, 5, 19), (date(2025, 5, 21), date(2026, 5, 19), "2025/26")),
        (date(2026, 5, 20), (date(2026, 5, 20), date(2027, 4, 30), "2026/27")),
    ],
)
def test_municipal_year_from_the_annual_meeting(on, year):
    """A municipal year runs from one annual meeting to the day before the next, assumed if unknown."""
    assert year_of(on, "municipal", (date(2025, 5, 21), date(2026, 5, 20))) == year


def test_quarters():
    """The quarters of a financial year begin in April, July, October and January."""
    assert [first.month for first, _ in parts(year_of(date(2026, 5, 1), "financial"), 4)] == [4, 7, 10, 1]


@given(DAYS, st.sampled_from(["calendar", "financial", "municipal"]))
def test_quarters_fill_the_year(on, kind):
    """The first quarter begins with the year and the last one ends with it."""
    year = year_of(on, kind)
    found = list(parts(year, 4))
    assert (found[0][0], found[-1][1]) == (year.first, year.last)


def test_days_as_the_reader_sees_them():
    """A day has no leading zero and no ordinal, with or without its weekday."""
    assert (day(date(2026, 3, 2)), weekday(date(2026, 3, 2))) == ("2 March 2026", "Monday 2 March 2026")


@pytest.mark.parametrize(
    ("names", "text"),
    [("B", "B"), ("BA", "A and B"), ("CBA", "A, B and C")],
)
def test_listed(names, text):
    """Names are put in alphabetical order and read as running text."""
    assert listed(names) == text


@pytest.mark.parametrize(("count", "text"), [(0, "0 agencies"), (1, "1 agency"), (2, "2 agencies")])
def test_number(count, text):
    """One is singular, none and many are plural."""
    assert number(count, "agency", "agencies") == text


MEETINGS = facts(
    meetings="""
        group_name | meeting_on
        Board      | 9 Jun 2026
        Board      | 10 Mar 2026
        Schools    | 1 Apr 2026
        Board      | 8 Sep 2026
    """
)


def test_meetings_held():
    """A meeting of today counts as held; the oldest comes first; other groups are left out."""
    assert [m.meeting_on.month for m in held(MEETINGS, date(2026, 6, 9), "board")] == [3, 6]


def test_meetings_of_every_group():
    """Without a group, the meetings of all groups are held."""
    assert [m.meeting_on.month for m in held(MEETINGS, date(2026, 6, 9))] == [3, 4, 6]


def test_meetings_scheduled():
    """A meeting after today is still ahead, the next one first."""
    assert [m.meeting_on.month for m in scheduled(MEETINGS, date(2026, 4, 1), "Board")] == [6, 9]
