"""What the two kinds of small numbers share: rows, what is hidden in them, and what counts as small."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from store.sums import Sum, covered

# The rows of one body's mart by column, and by place the columns to hide.
Rows = Sequence[Mapping[str, Any]]
Hidden = dict[int, Collection[str]]


def is_small(count: float | None, smallest: int) -> bool:
    """Whether a count is hidden by itself: above 0, and below the smallest that is shown."""
    return count is not None and 0 < count < smallest


def covered_in(rows: Rows, column: str, hidden: set[int], sums: Collection[Sum]) -> set[int]:
    """The places of a column to hide, so that none of the sums tells one that is hidden."""
    values = tuple(row[column] or 0 for row in rows)
    return set(covered(values, frozenset(hidden), frozenset(sums)))
