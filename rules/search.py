"""The smallest choice out of several classes of things that are alike, that does what is asked of it."""

from collections.abc import Callable, Iterator, Sequence

Counts = tuple[int, ...]
MOST_TRIED = 5_000  # choices: more are not looked at, and nothing is said


def smallest(sizes: Sequence[int], does: Callable[[Counts], bool]) -> list[Counts]:
    """How many of each class are chosen in each of the smallest choices that do it; none where none does.

    `sizes`: how many there are in each class. A choice of fewer is always tried before one of more.
    """
    tried = 0
    for total in range(1, sum(sizes) + 1):
        found = []
        for counts in choices(sizes, total):
            tried += 1
            if tried > MOST_TRIED:
                return []
            if does(counts):
                found.append(counts)
        if found:
            return found
    return []


def choices(sizes: Sequence[int], total: int) -> Iterator[Counts]:
    """Every way to choose so many from classes of these sizes."""
    if not sizes:
        if total == 0:
            yield ()
        return
    first, *rest = sizes
    for count in range(min(first, total), -1, -1):
        yield from ((count, *others) for others in choices(rest, total - count))
