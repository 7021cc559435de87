"""What was done of the duties that terms name: rows of the kind `duties`, known by the name of the duty."""

from collections.abc import Sequence
from datetime import date

from kinds.names import folded
from rules.facts import Facts
from rules.records import Duty


def rows_of(facts: Facts, duty: str, period: str | None = None) -> Sequence[Duty]:
    """The rows of one duty; of one period, or of all."""
    if period is None:
        return facts.duties_by_name.get(folded(duty), ())
    return facts.duties_by_period.get((folded(duty), folded(period)), ())


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
