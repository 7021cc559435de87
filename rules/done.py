"""What was done of the duties that terms name: rows of the kind `duties`, however the duty is written."""

import re
from collections.abc import Sequence
from datetime import date, datetime

from kinds.names import folded
from kinds.wording import cores
from rules.facts import Facts
from rules.finding import Rows
from rules.records import Duty

# how a day is written within a text, and how its parts are read
NUMBERS, NAMED = (
    r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-]",
    r"(?<!\d)(\d{1,2})(?:st|nd|rd|th)? ([A-Za-z]+),? (\d{4})\b",
)
DAYS = tuple(
    (re.compile(pattern), form)
    for pattern, form in (
        (r"(?<!\d)(\d{4})-(\d\d)-(\d\d)(?!\d)", "%Y %m %d"),
        (rf"{NUMBERS}(\d{{4}})(?!\d)", "%d %m %Y"),
        (rf"{NUMBERS}(\d\d)(?!\d)", "%d %m %y"),
        (NAMED, "%d %B %Y"),
        (NAMED, "%d %b %Y"),
    )
)


def rows_of(facts: Facts, duty: str, period: str | None = None) -> Sequence[Duty]:
    """The rows of one duty; of one period, or of all."""
    if period is None:
        return [row for core in cores(duty) for row in facts.duties_by_core.get(core, ())]
    return [row for core in cores(duty) for row in facts.duties_by_period.get((core, folded(period)), ())]


def evidence(facts: Facts, duty: str, period: str | None = None) -> tuple[Rows, ...]:
    """Where the rows of a duty can be read, under each way in which it is written; its own where none is."""
    named = {"duty": duty} if period is None else {"duty": duty, "period": period}
    found = [{name: getattr(row, name) for name in named} for row in rows_of(facts, duty, period)]
    return tuple(dict.fromkeys(Rows.of("duties", **each) for each in found or [named]))


def recorded(facts: Facts, duty: str, today: date) -> list[Duty]:
    """The rows of one duty up to today; those without a day are among them."""
    return [row for row in rows_of(facts, duty) if (row.done_on or today) <= today]


def done(facts: Facts, duty: str, today: date, period: str | None = None) -> list[date]:
    """The days, oldest first, on which a duty was done up to today; for one period, or for all."""
    rows = rows_of(facts, duty, period)
    return sorted(row.done_on for row in rows if row.done_on and row.done_on <= today)


def is_there(facts: Facts, duty: str, today: date) -> bool:
    """Whether a duty was done, or its document is there, by today."""
    undated = (row for row in rows_of(facts, duty) if row.done_on is None)
    return bool(done(facts, duty, today)) or any(row.document for row in undated)


def day_of(period: str | None) -> date | None:
    """The one day that a period names, in any of the ways a day is written and beside other words: Thursday
    12th March 2026, Board 12.03.26; None for any other period.
    """
    found = {
        known
        for pattern, form in DAYS
        for text in pattern.findall(period or "")
        if (known := _day(text, form))
    }
    return found.pop() if len(found) == 1 else None


def _day(text: tuple[str, ...], form: str) -> date | None:
    try:
        return datetime.strptime(" ".join(text), form).date()
    except ValueError:
        return None
