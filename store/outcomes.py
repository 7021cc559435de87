"""Which figures of outcomes to hide: small numerators and denominators, and shares that would tell them."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, combinations

from store.hiding import Hidden, Rows, covered_in, is_small
from store.sums import Sum, sum_of

OF_ALL = re.compile(r"(all|total|every|overall)\b", re.IGNORECASE)
# Above it only the sum of all parts is looked at: the ways to add up double with every further row.
MOST_PARTS = 10


def hidden(rows: Rows, smallest: int) -> Hidden:
    """By place of the row the columns to hide.

    A count is hidden with those who are not among it: 24 of 27 tells of 3. A value is hidden with either of
    its counts, where it gives back a count that is not there, and where it may be a small count itself.
    """
    figures = list(map(_Figures, rows))
    sums = set(_sums(rows))
    numerators = {at for at, each in enumerate(figures) if each.hides_numerator(smallest)}
    numerators = covered_in(rows, "numerator", numerators, sums)
    denominators = {at for at, row in enumerate(rows) if is_small(row["denominator"], smallest)}
    denominators = covered_in(rows, "denominator", denominators, sums)
    values = {at for at, each in enumerate(figures) if each.hides_value(smallest)}
    by_column = {"numerator": numerators, "denominator": denominators}
    by_column["value"] = values | numerators | denominators
    return {
        at: [column for column, places in by_column.items() if at in places and row[column] is not None]
        for at, row in enumerate(rows)
        if at in by_column["value"]
    }


class _Figures:
    """A row's counts, those not given worked out from its value, as a percentage or as a share of 1."""

    def __init__(self, row: Mapping[str, float | None]) -> None:
        count, of, value = (row[name] for name in ("numerator", "denominator", "value"))
        shares = _shares(value)
        self.numerator = count
        self.is_whole_value = count is None and of is None and value is not None and value == int(value)
        self.value = value
        self.counts = [count] if count is not None else [round(of * share) for share in shares if of]
        self.totals = (
            [of] if of is not None else [round(count / share) for share in shares if count and share]
        )

    def hides_numerator(self, smallest: int) -> bool:
        return self.numerator is not None and (
            is_small(self.numerator, smallest) or self._few_others(smallest)
        )

    def hides_value(self, smallest: int) -> bool:
        told = any(is_small(each, smallest) for each in (*self.counts, *self.totals))
        is_count = self.is_whole_value and is_small(self.value, smallest)
        return self.value is not None and (told or is_count or self._few_others(smallest))

    def _few_others(self, smallest: int) -> bool:
        return any(count and is_small(of - count, smallest) for count in self.counts for of in self.totals)


def _shares(value: float | None) -> list[float]:
    """What a value may say, as a percentage and, where it can be one, as a share of 1."""
    return [] if value is None else [value / 100] + [value] * (value <= 1)


def _sums(rows: Rows) -> Iterator[Sum]:
    """All cohorts of a measure in a period, all periods of a cohort, and totals that stand among the rows."""
    for across, along in (("period", "cohort"), ("cohort", "period")):
        groups: dict[tuple[str, str | None], list[int]] = defaultdict(list)
        for at, row in enumerate(rows):
            groups[row["measure"], row[across]].append(at)
        for places in groups.values():
            parts = [at for at in places if not _is_of_all(rows[at][along])]
            if len(parts) > 1:
                yield sum_of(parts)
            yield from _totals(rows, places)


def _is_of_all(name: str | None) -> bool:
    return name is None or bool(OF_ALL.match(name))


def _totals(rows: Rows, places: Sequence[int]) -> Iterator[Sum]:
    """Rows whose counts are the sum of other rows' counts."""
    counts = {at: tuple(rows[at][column] for column in ("numerator", "denominator")) for at in places}
    known = [at for at, both in counts.items() if both != (None, None)]
    for total in known if len(known) <= MOST_PARTS else ():
        for parts in _several(at for at in known if at != total):
            if _added(counts[at] for at in parts) == counts[total]:
                yield sum_of(parts, total)


def _several(places: Iterable[int]) -> Iterator[tuple[int, ...]]:
    """Every choice of two or more of the places."""
    known = list(places)
    return chain.from_iterable(combinations(known, size) for size in range(2, len(known) + 1))


def _added(counts: Iterable[tuple[int | None, ...]]) -> tuple[int | None, ...]:
    """The sums of numerators and of denominators, None where one of them is not known."""
    return tuple(None if None in column else sum(column) for column in zip(*counts, strict=True))
