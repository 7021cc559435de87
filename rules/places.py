"""The sentences of a body's document by place and order, and what becomes of each: `coverage/NAME.toml`."""

import re
import tomllib
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from rules.body import Body
from rules.loading import folders
from rules.terms import Term
from rules.words import number

CLASSES = ("judged", "shown", "open wording", "background", "silent")
# entries on what the document does as a whole
ANYWHERE = ("Whole document", "Throughout")
BETWEEN = re.compile(r" and |(?<=\d) to (?=\d)")
WRITTEN = re.compile(rf"({'|'.join(CLASSES)})((?: \w+)*)")


@dataclass(frozen=True)
class Sentence:
    """One sentence: its place, such as a clause, its number there, what becomes of it, and by which rules."""

    place: str
    ordinal: int
    becomes: str
    rules: tuple[str, ...]


def sentences_of(body: Body) -> Sequence[Sentence]:
    """Every sentence of the document, in order; none where nobody has listed them.

    Raises ValueError for one that is classed in no known way.
    """
    paths = [folder / "coverage" / f"{body.key}.toml" for folder in folders()]
    listed = [path for path in paths if path.exists()]
    return list(_read(listed[-1])) if listed else []


def _read(path: Path) -> Iterator[Sentence]:
    places: Mapping[str, list[str]] = tomllib.loads(path.read_text(encoding="utf-8"))
    for place, sentences in places.items():
        for ordinal, written in enumerate(sentences, 1):
            if not (found := WRITTEN.fullmatch(written)):
                raise ValueError(f"{path.name}: {written!r} of {place} is none of: {', '.join(CLASSES)}")
            yield Sentence(place, ordinal, found[1], tuple(found[2].split()))


def shares(sentences: Sequence[Sentence]) -> str:
    """How many sentences there are, and how many of each class."""
    count = Counter(sentence.becomes for sentence in sentences)
    told = ", ".join(f"{count[each]} {each}" for each in CLASSES)
    return f"{number(len(sentences), 'sentence')}: {told}"


def wrong(body: Body, sentences: Sequence[Sentence]) -> list[str]:
    """What list and terms say otherwise of each other, in sentences; nothing where there is no list."""
    if not sentences:
        return []
    own = list(_entries(body))
    places, named = {each.place for each in sentences}, {rule for each in sentences for rule in each.rules}
    found = []
    for family, term in own:
        cited = [] if term.clause in ANYWHERE else _cited(term.clause, places)
        found += [
            f"{family} {term.rule} cites {each}, which is no place" for each in cited if each not in places
        ]
        if cited and not named & {term.rule, *term.also}:
            found.append(f"{family} {term.rule} answers no sentence")
    known = {rule for _, term in own for rule in (term.rule, *term.also)}
    judged = {rule for family, term in own if family != "text" for rule in (term.rule, *term.also)}
    told = ((each, _of_sentence(each, known, judged)) for each in sentences)
    return found + [f"{each.place}, sentence {each.ordinal}: {says}" for each, says in told if says]


def _entries(body: Body) -> Iterator[tuple[str, Term]]:
    for family, entries in body.terms.items():
        yield from ((family, term) for term in entries if Path(term.source_file).stem == body.key)


def _cited(clause: str, places: Collection[str]) -> list[str]:
    """The places that an entry names: one, or the first and the last of several, or two."""
    if clause in places:
        return [clause]
    start = next((word for word in ("Sections ", "Report, ") if clause.startswith(word)), "")
    parts = BETWEEN.split(clause.removeprefix(start))
    return [f"{start.replace('Sections', 'Section')}{part}" for part in parts]


def _of_sentence(sentence: Sentence, known: Collection[str], judged: Collection[str]) -> str:
    """Why a sentence cannot be what it is said to be; "" where it can."""
    missing = [rule for rule in sentence.rules if rule not in known]
    if missing:
        return f"there is no entry {', '.join(missing)}"
    if (sentence.becomes in ("judged", "shown")) is not bool(sentence.rules):
        return f"it is {sentence.becomes} by {', '.join(sentence.rules) or 'no entry'}"
    if sentence.becomes == "judged" and not any(rule in judged for rule in sentence.rules):
        return f"{', '.join(sentence.rules)} is text, which judges nothing"
    return ""
