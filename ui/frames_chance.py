"""Whether a figure that moves has changed, or only varies: the limits of an XmR chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean

# below so many points the limits themselves are a matter of chance
FEWEST = 12
# three standard deviations, told by the mean of the moving ranges of two
WIDTH = 2.66
ROUNDING = 1e-9


@dataclass(frozen=True)
class Limits:
    """Between which a figure varies by chance."""

    lower: float
    upper: float

    def has(self, value: float) -> bool:
        return self.lower - ROUNDING <= value <= self.upper + ROUNDING


def limits(values: Sequence[float]) -> Limits | None:
    """The natural limits of a course; None where it is too short to tell."""
    if len(values) < FEWEST:
        return None
    middle = fmean(values)
    spread = WIDTH * fmean(abs(b - a) for a, b in pairwise(values))
    return Limits(middle - spread, middle + spread)


def changed(values: Sequence[float]) -> list[bool]:
    """Which points are more than chance; none of a course that is too short to tell."""
    found = limits(values)
    return [found is not None and not found.has(value) for value in values]
