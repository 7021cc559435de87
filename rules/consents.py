"""The partners that a cell names: between semicolons or commas, or joined by “and”, perhaps with a note."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from kinds.names import folded
from rules.finding import Status
from rules.words import listed, number

BETWEEN = re.compile(r"\s*[;\n|]\s*")
COMMA = re.compile(r"\s*,\s*")
JOINED = re.compile(r"\s+(?:and|&|\+)\s+|\s*/\s*|^and\s+")
NOBODY = re.compile(r"(?i)\W*(none|nobody|no ?one|nil|n/?a|not (applicable|needed|required))?\W*")
EVERYBODY = re.compile(r"(?i)\W*(all|both|each|every)( of)?( the| them)?( agencies| members?| partners?)?\W*")
NOTE = re.compile(r"\s*[(:.\u2013\u2014-]\s*")  # what stands after a name: Alder (by e-mail), Alder: 3 March
NOT_GIVEN = re.compile(r"(?i)\b(not?|tbc|await|ask|chas|declin|object|pend|refus|request|withh)")


def partners(
    text: str | None, known: Collection[str], everybody: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The names in a cell as written, by what they are compared as; `known`: names on the roster, folded.

    `everybody`: whom “all partners” means. “None” names nobody, nor does a name with a note that it did not.
    """
    if everybody and EVERYBODY.fullmatch(text or ""):
        return dict(everybody)
    parts = (part for part in BETWEEN.split(text or "") if not NOBODY.fullmatch(part))
    names = [_bare(name, known) for part in parts for name in _parted(part.strip(), known)]
    return {folded(name): name for name in names}


def _bare(name: str, known: Collection[str]) -> str:
    """A name without the note after it, unless that says that nothing was given."""
    for note in NOTE.finditer(name) if folded(name) not in known else ():
        who, says = name[: note.start()], name[note.end() :]
        if folded(who) in known and not NOT_GIVEN.search(says):
            return who
    return name


def consented(asked: Mapping[str, str], given: Collection[str]) -> tuple[Status, str, int]:
    """Whether each partner that was asked consented, with the sentence and how many did; names as above."""
    missing = [name for key, name in asked.items() if key not in given]
    count = len(asked) - len(missing)
    says = f"{count} of {number(len(asked), 'partner')} consented"
    says += f"; no consent is recorded from {listed(missing, 'or')}." if missing else "."
    return Status.NOT_MET if missing else Status.MET, says, count


def _parted(part: str, known: Collection[str]) -> Iterator[str]:
    pieces = [part] if folded(part) in known else [piece for piece in COMMA.split(part) if piece]
    while pieces:
        count = _longest(pieces, known)
        yield from _joined(", ".join(pieces[:count]), known)
        pieces = pieces[count:]


def _longest(pieces: Sequence[str], known: Collection[str]) -> int:
    """How many pieces make the longest name on the roster that has commas of its own; one if none does."""
    counts = range(len(pieces), 1, -1)
    return next((count for count in counts if folded(", ".join(pieces[:count])) in known), 1)


def _joined(name: str, known: Collection[str]) -> list[str]:
    """Several names joined by a word or a stroke, where each is on the roster; else the one name."""
    several = [each for each in JOINED.split(name) if each]
    if folded(name) in known or not all(folded(each) in known for each in several):
        return _beside_each_other(name, known) or [name]
    return several


def _beside_each_other(name: str, known: Collection[str]) -> list[str]:
    """Names that stood on lines of their own, which a cell no longer has; none where any word is left."""
    words, names = name.split(" "), []
    while words:
        lengths = range(len(words), 0, -1)
        count = next((length for length in lengths if folded(" ".join(words[:length])) in known), 0)
        if not count:
            return []
        names.append(" ".join(words[:count]))
        words = words[count:]
    return names
