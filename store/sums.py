"""Which hidden counts the sums they are part of would tell, and what more must be hidden so that none is."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

Sum = tuple[tuple[int, int], ...]
Row = dict[int, int]
KNOWN = -1
# The equations are solved in the integers modulo a prime: exact, and without fractions that grow.
PRIME = 2**61 - 1


def sum_of(places: Iterable[int], total: int | None = None) -> Sum:
    """The sum of the counts at these places; less the count at `total`, where that one is their total."""
    parts = tuple((place, 1) for place in sorted(places))
    return parts if total is None else (*parts, (total, -1))


@lru_cache(maxsize=64)
def covered(values: tuple[int, ...], hidden: frozenset[int], sums: frozenset[Sum]) -> frozenset[int]:
    """The places to hide so that nobody who knows every one of the sums can tell a hidden count.

    `values`: counts from 0 by place. To each count told, the smallest visible one above 0 in a sum of its is
    hidden with it; what no further hiding can help, as in a sum of 2 made of 1 and 1, is left.
    """
    while told := told_by(values, hidden, sums):
        more = {place for each in told for place in _smallest_beside(each, values, hidden, sums)}
        if not more:
            break
        hidden |= more
    return hidden


def told_by(values: Sequence[int], hidden: frozenset[int], sums: Iterable[Sum]) -> frozenset[int]:
    """The hidden places whose counts follow from the sums and the visible counts.

    A count follows if it is alone in some combination of the sums, or one of n whose sum is n: each is 1,
    since a 0 is never hidden.
    """
    told: set[int] = set()
    for row in _reduced(_equation(each, values, hidden) for each in sums):
        places = row.keys() - {KNOWN}
        if len(places) == 1 or (row.get(KNOWN) == len(places) and all(row[each] == 1 for each in places)):
            told |= places
    return frozenset(told)


def _smallest_beside(
    place: int, values: Sequence[int], hidden: frozenset[int], sums: Iterable[Sum]
) -> list[int]:
    beside = {
        other
        for each in sums
        if any(at == place for at, _ in each)
        for other, _ in each
        if other not in hidden and values[other] > 0
    }
    return sorted(beside, key=lambda other: (values[other], other))[:1]


def _equation(each: Sum, values: Sequence[int], hidden: frozenset[int]) -> Row:
    """The hidden places of a sum with their signs, and what they come to."""
    row = {place: sign % PRIME for place, sign in each if place in hidden}
    return row | {KNOWN: sum(sign * values[place] for place, sign in each if place in hidden) % PRIME}


def _reduced(rows: Iterable[Row]) -> list[Row]:
    """The equations solved as far as they go: each begins with a place that no other one has."""
    leading: dict[int, Row] = {}
    for row in rows:
        for place in row.keys() & leading.keys():
            row = _less(row, leading[place], row[place])
        for first in [each for each in row if each != KNOWN][:1]:
            inverse = pow(row[first], -1, PRIME)
            row = {each: factor * inverse % PRIME for each, factor in row.items()}
            for other in [each for each, known in leading.items() if first in known]:
                leading[other] = _less(leading[other], row, leading[other][first])
            leading[first] = row
    return list(leading.values())


def _less(row: Row, other: Row, times: int) -> Row:
    both = {place: (row.get(place, 0) - times * other.get(place, 0)) % PRIME for place in row | other}
    return {place: factor for place, factor in both.items() if factor}
