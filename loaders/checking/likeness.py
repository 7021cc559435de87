"""How alike two names of organisations are: a suggestion for a reader, never a decision."""

from collections.abc import Iterable
from difflib import SequenceMatcher
from heapq import nlargest

from kinds.names import cleaned

PRESELECTED, SOMEWHAT = 0.88, 0.6
SHOWN = 5
LONG = 8


def likely(name: str, candidates: Iterable[str]) -> list[tuple[str, float]]:
    """The five candidates most like a name, the likeliest first, each with its likeness from 0 to 1.

    From PRESELECTED on it is likely enough to be proposed as the answer.
    """
    wanted = _sorted(name)
    scored = ((each, SequenceMatcher(None, wanted, _sorted(each)).ratio()) for each in candidates)
    return nlargest(SHOWN, scored, key=lambda pair: pair[1])


def contained(name: str, text: str) -> bool:
    """Whether a text, such as a bank's line, has the whole of a name, if that is long enough to tell."""
    words = cleaned(name)
    return len(words) >= LONG and f" {words} " in f" {cleaned(text)} "


def _sorted(name: str) -> str:
    return " ".join(sorted(cleaned(name).split()))
