"""The calendar: working days, limits before and after a meeting, years, and the meetings held and ahead."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal, NamedTuple

from govuk_bank_holidays.bank_holidays import BankHolidays

from rules.facts import Facts, Meeting
from rules.finding import Finding, Rows, Status
from rules.terms import Term, YearKind
from rules.words import day, same

Unit = Literal["working days", "clear working days", "days"]

ONE_DAY = timedelta(days=1)
BANK_HOLIDAYS = frozenset(
    holiday["date"]
    for holiday in BankHolidays(use_cached_holidays=True).get_holidays(BankHolidays.ENGLAND_AND_WALES)
)
# GOV.UK publishes whole years, so the table is complete to the end of its last one.
LAST_KNOWN = date(max(BANK_HOLIDAYS).year, 12, 31)


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


def working_days_between(first: date, last: date) -> int:
    """Working days after `first` up to and including `last`; 0 if `last` is not later."""
    return sum(is_working_day(first + ONE_DAY * n) for n in range(1, (last - first).days + 1))


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


def _first_day(number: int, kind: YearKind, starts: Sequence[date]) -> date:
    month = {"calendar": 1, "financial": 4, "municipal": 5}[kind]
    given = [start for start in starts if kind == "municipal" and start.year == number]
    return given[0] if given else date(number, month, 1)


def quarters(year: Year) -> Iterator[tuple[date, date]]:
    """First and last day of each quarter of a year."""
    for months in (0, 3, 6, 9):
        yield add_months(year.first, months), add_months(year.first, months + 3) - ONE_DAY


def held(facts: Facts, today: date, group: str | None = None) -> list[Meeting]:
    """Meetings up to and including today, oldest first; of one group, or of all."""
    return [m for m in _by_day(facts.meetings, group) if m.meeting_on <= today]


def scheduled(facts: Facts, today: date, group: str | None = None) -> list[Meeting]:
    """Meetings after today, the next one first; of one group, or of all."""
    return [m for m in _by_day(facts.meetings, group) if m.meeting_on > today]


def _by_day(meetings: Iterable[Meeting], group: str | None) -> list[Meeting]:
    wanted = (m for m in meetings if group is None or same(m.group_name, group))
    return sorted(wanted, key=lambda m: (m.meeting_on, m.group_name))


def about(meeting: Meeting) -> str:
    """A meeting as the subject of a finding: Strategy Group, 12 March 2026."""
    return f"{meeting.group_name}, {day(meeting.meeting_on)}"


def too_early(term: Term, family: str, meeting: Meeting) -> Finding:
    """What is found of a meeting held before a rule came into force."""
    says = f"Held before these terms came into force on {day(term.starts)}."
    rows = (Rows.of("meetings", group_name=meeting.group_name, meeting_on=meeting.meeting_on),)
    return Finding(
        term, family, about(meeting), Status.NOT_APPLICABLE, says, on=meeting.meeting_on, rows=rows
    )
