"""Which of several a cell means: a measure, a theme, a method, however each is written."""

import re
from collections.abc import Sequence

from kinds.wording import METHODS, core, plain, stem

# what a decision says where it does not do what its kind is about
TURNED_DOWN = re.compile(
    r"\b(refus|reject|declin|turn(ed)? down|defer|postpon|withdr[ae]w|revok|not (to )?(approv|admit|agree))"
)
OPEN = re.compile(r"\b(hands|roll call|voices|ayes?|division|tellers?|open (vote|ballot)|public(ly)?)\b")
TEMPORARY = re.compile(r"\btemp(orary)?\b|\btime limited\b|\binterim\b|\bfixed term\b")

# a measure with such a word is another one than without it
TURNED_ROUND = set(map(stem, ("not", "target", "gap", "drop", "dropped", "planned", "expected", "without")))


def is_temporary(seat: str | None) -> bool:
    """Whether a seat says that it is held for a time only."""
    return bool(TEMPORARY.search(plain(seat)))


def is_turned_down(decision: str | None) -> bool:
    """Whether a decision says that it refuses or puts off what it is about."""
    return bool(TURNED_DOWN.search(plain(decision)))


def is_open(method: str | None) -> bool:
    """Whether a method lets everybody see who voted for what."""
    return bool(OPEN.search(plain(method))) and METHODS.word(method) != "secret ballot"


def same_measure(written: str | None, asked: str) -> bool:
    """Whether a measure is the one asked for: of the same numbers in order, and with its words among others
    or some of them: Level 2 to 3 for Level 2 to Level 3.
    """
    (numbers, words), (others, needed) = (_of_measure(each) for each in (written, asked))
    is_within = bool(words) and (words <= needed or needed <= words) and not (words ^ needed) & TURNED_ROUND
    return plain(written) == plain(asked) or (bool(numbers) and numbers == others and is_within)


def _of_measure(written: str | None) -> tuple[list[str], set[str]]:
    text = plain(written)
    return re.findall(r"\d+", text), set(map(stem, re.findall(r"[a-z]{3,}", text)))


def one_of(written: str | None, words: Sequence[str]) -> str:
    """Which of several is meant: the same, the same but for small words, or the only one that has all the
    words of the other; "" where none is.
    """
    own = core(written)
    within = [word for word in words if core(word) <= own or own <= core(word)] if plain(written) else []
    found = _exactly(written, words) or within
    return found[0] if len(found) == 1 else ""


def _exactly(written: str | None, words: Sequence[str]) -> list[str]:
    named, own = plain(written), core(written)
    same = [word for word in words if plain(word) == named]
    return same or [word for word in words if named and core(word) == own]


def several_of(written: str | None, words: Sequence[str]) -> set[str]:
    """All that a cell names: what it means as a whole or, between semicolons, strokes or commas, each."""
    parts = re.split(r"[;/|,]", written or "")
    is_whole = len(parts) == 1 or _exactly(written, words)
    meant = {one_of(each, words) for each in ([written] if is_whole else parts)} - {""}
    return meant or {one_of(written, words)} - {""}
