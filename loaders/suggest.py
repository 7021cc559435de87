"""What the headings of an unknown table may mean: suggestions for a reader, who decides."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import polars as pl

from loaders.kind import Field, Kind
from loaders.other_words import alike, called
from loaders.parser import Parser, Words
from loaders.recognise import ABOUT_A_CHILD, plain

ROWS_TRIED = 200
LONGEST = 300  # characters of a heading, for the longest question of a survey has not as many
# Set by trying them on some forty tables of other people; small changes change little.
ENOUGH, CHANCE = 0.58, 0.5  # how likely a heading must be to be suggested, and to speak for a kind
EVIDENCE, FEW, NEARLY_ALL = 0.3, 0.2, 0.95  # what cells that can be read add or take; shares of cells
MAKES_A_KIND, MISSING, A_KEY = 2, 0.3, 0.05  # what counts double, is lacked, and repeats no cell


@dataclass(frozen=True)
class Suggestion:
    """A kind that a table may be of: heading in the file → column, and the share of the kind's required
    columns among them, from 0 to 1."""

    kind: Kind
    columns: Mapping[str, str]
    share: float


class _Pair(NamedTuple):
    likely: float
    heading: str
    field: Field


def suggested(headings: Sequence[str], rows: pl.DataFrame, kinds: Sequence[Kind]) -> tuple[Suggestion, ...]:
    """The kinds that a table may be of, the likeliest first, each with what its headings may mean.

    `rows`: clean text columns named by their place, "0", "1", …. A heading that speaks of a single child is
    never among them. Kinds of which no column is found are left out.
    """
    told: dict[str, str] = {}
    for place, name in enumerate(headings):
        if name and len(name) <= LONGEST and not ABOUT_A_CHILD.search(plain(name)):
            told.setdefault(name, str(place))
    fits = _Fits(rows.head(ROWS_TRIED))
    shared = Counter(field.column for kind in kinds for field in kind.fields)
    weights = {
        field: MAKES_A_KIND if field.required and shared[field.column] == 1 else 1
        for kind in kinds
        for field in kind.fields
    }
    found = [_for_kind(kind, told, fits, weights) for kind in kinds]
    return tuple(each for rank, each in sorted(found, key=lambda pair: -pair[0]) if each.columns)


def _for_kind(
    kind: Kind, places: Mapping[str, str], fits: "_Fits", weights: Mapping[Field, float]
) -> tuple[float, Suggestion]:
    """The best pairs of heading and field, each used once, and how much they speak for the kind."""
    pairs = sorted(_pairs(kind, places, fits), key=lambda pair: -pair.likely)
    taken: dict[str, _Pair] = {}
    for pair in pairs:
        if pair.heading not in taken and pair.field not in {each.field for each in taken.values()}:
            taken[pair.heading] = pair
    there = {each.field for each in taken.values()}
    missing = [field for field in kind.required if field not in there]
    rank = sum((pair.likely - CHANCE) * weights[pair.field] for pair in taken.values())
    rank -= MISSING * sum(weights[field] for field in missing)
    share = 1 - len(missing) / len(kind.required)
    return rank, Suggestion(kind, {name: pair.field.column for name, pair in taken.items()}, share)


def _pairs(kind: Kind, told: Mapping[str, str], fits: "_Fits") -> Iterator[_Pair]:
    for heading, place in told.items():
        for field in kind.fields:
            likely = _likely(heading, kind, field, fits, place)
            if likely >= ENOUGH:
                is_key = kind.key == (field.column,) and fits.tells_apart(place)
                yield _Pair(likely + A_KEY * is_key, heading, field)


def _likely(heading: str, kind: Kind, field: Field, fits: "_Fits", place: str) -> float:
    """How likely a heading means a field, from its words and from the share of cells that can be read.

    A column of nothing but days may be the day that a kind needs, whatever its heading.
    """
    words = called(heading, kind, field)
    is_needed_day = field.required and field.parser_for(Words()).dtype == pl.Date
    if words < ENOUGH - EVIDENCE and not is_needed_day:
        return 0
    share = fits.share(place, field)
    if share is None:
        return words
    if share < FEW:
        return alike(heading, field.heading) - EVIDENCE
    return max(words + EVIDENCE * (2 * share - 1), ENOUGH if is_needed_day and share >= NEARLY_ALL else 0)


class _Fits:
    """What the cells of each column tell."""

    def __init__(self, rows: pl.DataFrame) -> None:
        self._rows = rows
        self._shares: dict[tuple[str, object], float | None] = {}

    def share(self, place: str, field: Field) -> float | None:
        """The cells that the field's parser can read, from 0 to 1, in whichever order of day and month is
        the better; None where nothing can be told: the column is blank, or the parser reads anything."""
        asked = (place, field.parser)
        if asked not in self._shares:
            parser = field.parser_for(Words())
            month_first = [field.parser_for(Words(month_first=True))] if parser.of_days else []
            cells = self._rows[place].drop_nulls().to_frame("cell")
            tells = not cells.is_empty() and _read(pl.DataFrame({"cell": ["≠"]}), parser) == 0
            self._shares[asked] = (
                max(_read(cells, each) for each in (parser, *month_first)) if tells else None
            )
        return self._shares[asked]

    def tells_apart(self, place: str) -> bool:
        """Whether nearly every cell is another, as those of a key are."""
        cells = self._rows[place].drop_nulls()
        return cells.n_unique() >= NEARLY_ALL * len(cells)


def _read(cells: pl.DataFrame, parser: Parser) -> float:
    return cells.select(parser.parse(pl.col("cell")).is_not_null().mean()).item()
