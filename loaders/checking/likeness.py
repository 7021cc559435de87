"""How alike two names of organisations are: a suggestion for a reader, never a decision."""

import re
from collections.abc import Iterable
from difflib import SequenceMatcher
from heapq import nlargest

from kinds.names import folded

NOT_TELLING = frozenset({"the", "ltd", "limited", "cio", "inc", "incorporated", "llp", "plc", "uk"})
PRESELECTED, SOMEWHAT = 0.88, 0.6
SHOWN = 5
LONG = 8


def cleaned(name: str) -> str:
    """A name in small letters without punctuation, legal form, "the" and "UK"; & is "and".

    A name of nothing else keeps its words.
    """
    words = folded(name).replace("'", "").replace("&", " and ")
    told = re.findall(r"[^\W_]+", words)
    return " ".join([word for word in told if word not in NOT_TELLING] or told)


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
