"""What was done of the duties that terms name: rows of the kind `duties`, however the duty is written."""

from collections.abc import Sequence
from datetime import date, datetime

from kinds.names import folded
from kinds.wording import cores
from rules.facts import Facts
from rules.finding import Rows
from rules.records import Duty

DAYS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%d/%m/%Y")


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
    """The day that a period names, in any of the ways a day is written; None for any other period."""
    for pattern in DAYS:
        try:
            return datetime.strptime((period or "").strip(), pattern).date()
        except ValueError:
            continue
    return None
