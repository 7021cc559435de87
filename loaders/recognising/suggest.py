"""What the headings of an unknown table may mean: suggestions for a reader, who decides."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import polars as pl

from kinds.kind import Field, Kind
from kinds.parser import Parser, Words
from loaders.recognising.moments import day_part
from loaders.recognising.other_words import alike, called
from loaders.recognising.private import about_a_child

ROWS_TRIED = 200
LONGEST = 300  # characters of a heading, for the longest question of a survey has not as many
# Set by trying them on some fifty tables of other people; small changes change little.
ENOUGH, CHANCE = 0.58, 0.5  # how likely a heading must be to be suggested, and to speak for a kind
EVIDENCE, FEW, NEARLY_ALL = 0.3, 0.2, 0.95  # what cells that can be read add or take; shares of cells
MAKES_A_KIND, MISSING, A_KEY = 2, 0.3, 0.15  # what counts double, is lacked, and repeats no cell
MISSING_KEY = 0.45  # what is lacked and would tell one row from another
BLANK, PROSE, A_WORD, A_SENTENCE = 0.1, 0.1, 1.5, 4  # what no cells take and sentences add; words of a cell
SORTS = frozenset(("theme", "kind", "sector", "cohort", "status"))  # of these, many rows have the same
OURS = frozenset(("membership", "role", "financial_year"))  # needed, but seldom in tables of other people
# What cells of columns of any text look like, by column: most are names, sentences, labels or codes.
NAME, LABEL, CODE = r"^\W*\p{L}[^\d@/]{0,59}$", r"^[^@]{0,79}\p{L}[^@]{0,79}$", r"^[^\s@]+( [^\s@]+){0,2}$"
SENTENCE = r"\p{L}\S*\s+\S*\p{L}|^\p{L}+$"  # no number, no day, no code
EMAIL, LINK = r"^\S+@\S+\.\S+$", r"^https?://|^\S+\.\p{L}{2}\S*$"
LOOKS = {
    **dict.fromkeys(("person", "chaired_by", "deputy_for", "substituting_for"), NAME),
    **dict.fromkeys(("organisation", "lead_organisation", "group_name", "seat", "theme", "kind"), LABEL),
    **dict.fromkeys(("sector", "cohort", "title", "measure", "method", "also_known_as"), LABEL),
    **dict.fromkeys(("action", "pledge", "decision", "note", "duty"), SENTENCE),
    **dict.fromkeys(("reference", "pledge_reference"), CODE),
    "email": EMAIL,
    "link": LINK,
}  # fmt: skip


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
        if name and len(name) <= LONGEST and not about_a_child(name):
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
    lacked = [each for each in missing if each.column not in OURS]
    rank = sum((pair.likely - CHANCE) * weights[pair.field] for pair in taken.values())
    rank -= sum(weights[each] * (MISSING_KEY if each.column in kind.key else MISSING) for each in lacked)
    share = 1 - len(missing) / len(kind.required)
    return rank, Suggestion(kind, {name: pair.field.column for name, pair in taken.items()}, share)


def _pairs(kind: Kind, told: Mapping[str, str], fits: "_Fits") -> Iterator[_Pair]:
    for heading, place in told.items():
        for field in kind.fields:
            likely = _likely(heading, kind, field, fits, place)
            if likely >= ENOUGH:
                apart = fits.tells_apart(place)
                if kind.key == (field.column,):
                    likely += A_KEY * apart
                elif field.column in SORTS:
                    likely += A_KEY * max(-apart, 0)
                yield _Pair(likely, heading, field)


def _likely(heading: str, kind: Kind, field: Field, fits: "_Fits", place: str) -> float:
    """How likely a heading means a field, from its words and from the share of cells that fit the field.

    A column of nothing but days may be the day that a kind needs, whatever its heading, and one of nothing
    but e-mail addresses is the address.
    """
    words = called(heading, kind, field)
    is_needed_day = field.required and field.parser_for(Words()).dtype == pl.Date
    speaks = is_needed_day or LOOKS.get(field.column) == EMAIL
    if words < ENOUGH - EVIDENCE and not speaks:
        return 0
    if fits.blank(place):
        return words - BLANK * fits.any_rows
    share = fits.share(place, field)
    if share is None:
        return words
    if field.column in LOOKS and not speaks:  # cells may be any text, and so can hardly speak for it
        prose = PROSE * fits.prose(place) if LOOKS[field.column] == SENTENCE else 0
        return words + prose - 2 * EVIDENCE * (1 - share) if share >= FEW else 0
    if share < FEW:
        return alike(heading, field.heading) - EVIDENCE
    return max(words + EVIDENCE * (2 * share - 1), ENOUGH if speaks and share >= NEARLY_ALL else 0)


class _Fits:
    """What the cells of each column tell."""

    def __init__(self, rows: pl.DataFrame) -> None:
        self.any_rows = not rows.is_empty()
        self._cells = {place: rows[place].drop_nulls() for place in rows.columns}
        self._shares: dict[tuple[str, object], float | None] = {}

    def blank(self, place: str) -> bool:
        """Whether the column has no cells."""
        return self._cells[place].is_empty()

    def share(self, place: str, field: Field) -> float | None:
        """The cells that look like the field's or that its parser can read, from 0 to 1, in whichever order
        of day and month is the better; None where nothing can be told, for any text will do."""
        look, cells = LOOKS.get(field.column), self._cells[place]
        asked = (place, look or field.parser)
        if asked not in self._shares:
            self._shares[asked] = cells.str.contains(look).mean() if look else _readable(cells, field)
        return self._shares[asked]

    def prose(self, place: str) -> int:
        """1 for cells of sentences, -1 for cells of a word."""
        words = self._cells[place].str.count_matches(r"\S+").mean()
        return (words >= A_SENTENCE) - (words < A_WORD)

    def tells_apart(self, place: str) -> float:
        """From -1 for a column of one word repeated to 1 for one that repeats no cell, as a key does."""
        cells = self._cells[place]
        return 2 * cells.n_unique() / len(cells) - 1 if len(cells) else 0


def _readable(cells: pl.Series, field: Field) -> float | None:
    parser = field.parser_for(Words())
    if _read(pl.Series(["≠"]), parser):
        return None
    month_first = [field.parser_for(Words(month_first=True))] if parser.of_days else []
    return max(_read(cells, each) for each in (parser, *month_first))


def _read(cells: pl.Series, parser: Parser) -> float:
    cell = day_part(pl.col("cell")) if parser.of_days else pl.col("cell")
    return cells.to_frame("cell").select(parser.parse(cell).is_not_null().mean()).item()
