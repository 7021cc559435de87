"""What the headings of an unknown table may mean: suggestions for a reader, who decides."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import polars as pl

from kinds.kind import Field, Kind
from kinds.names import folded_expr
from kinds.parser import Parser, Words
from loaders.recognising.moments import day_part, likely_day
from loaders.recognising.other_words import alike, called
from loaders.recognising.private import about_a_child

ROWS_TRIED = 200
LONGEST = 300  # characters of a heading, for the longest question of a survey has not as many


class Numbers(NamedTuple):
    """What words and cells weigh; `bench/suggesting.py` counts what each number is worth.

    `enough`, `chance`: how likely a heading must be to be suggested, and to speak for a kind. `evidence`:
    what cells that can be read add, or take. `few`, `nearly_all`: the shares of cells
    below which they speak against it, and from which they speak by themselves.
    `missing`: what is taken for a needed column that is lacked. `a_key`: what repeats no cell. `blank`,
    `prose`: what no cells take and sentences add.
    """

    enough: float = 0.58
    chance: float = 0.5
    evidence: float = 0.3
    few: float = 0.2
    nearly_all: float = 0.95
    missing: float = 0.3
    a_key: float = 0.15
    blank: float = 0.1
    prose: float = 0.1


USUAL = Numbers()
A_WORD, A_SENTENCE = 1.5, 4  # words of a cell
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


def suggested(
    headings: Sequence[str],
    rows: pl.DataFrame,
    kinds: Sequence[Kind],
    organisations: Collection[str] = (),
    numbers: Numbers = USUAL,
) -> tuple[Suggestion, ...]:
    """The kinds that a table may be of, the likeliest first, each with what its headings may mean.

    `rows`: clean text columns named by their place, "0", "1", …. A heading that speaks of a single child, or
    is a day, is never among them. Kinds of which no column is found are left out. `organisations`: the folded
    names of those that the body knows.
    """
    told: dict[str, str] = {}
    for place, name in enumerate(headings):
        if name and len(name) <= LONGEST and not about_a_child(name) and not _is_day(name):
            told.setdefault(name, str(place))
    guess = _Guess(told, _Fits(rows.head(ROWS_TRIED), organisations), numbers)
    found = [guess.of(kind) for kind in kinds]
    return tuple(each for rank, each in sorted(found, key=lambda pair: -pair[0]) if each.columns)


def _is_day(heading: str) -> bool:
    """Whether a heading is the day of a meeting, as in a register, and so the name of no column."""
    return pl.select(likely_day(pl.lit(heading))).item() is not None


class _Guess:
    """What the headings of a table (→ their places) may mean."""

    def __init__(self, told: Mapping[str, str], fits: "_Fits", numbers: Numbers) -> None:
        self._told, self._fits, self._numbers = told, fits, numbers

    def of(self, kind: Kind) -> tuple[float, Suggestion]:
        """The best pairs of heading and field, each used once, and how much they speak for the kind."""
        taken: dict[str, _Pair] = {}
        for pair in sorted(self._pairs(kind), key=lambda pair: -pair.likely):
            if pair.heading not in taken and pair.field not in {each.field for each in taken.values()}:
                taken[pair.heading] = pair
        missing = [each for each in kind.required if each not in {pair.field for pair in taken.values()}]
        lacked = [each for each in missing if each.column not in OURS]
        rank = sum(pair.likely - self._numbers.chance for pair in taken.values())
        rank -= self._numbers.missing * len(lacked)
        share = 1 - len(missing) / len(kind.required)
        return rank, Suggestion(kind, {name: pair.field.column for name, pair in taken.items()}, share)

    def _pairs(self, kind: Kind) -> Iterator[_Pair]:
        for heading, place in self._told.items():
            for field in kind.fields:
                likely = self._likely(heading, kind, field, place)
                if likely >= self._numbers.enough:
                    yield _Pair(likely + self._as_key(kind, field, place), heading, field)

    def _as_key(self, kind: Kind, field: Field, place: str) -> float:
        """More for what tells rows apart where that is meant to, and for what sorts them where that is."""
        apart = self._fits.tells_apart(place)
        if kind.key == (field.column,):
            return self._numbers.a_key * apart
        return self._numbers.a_key * max(-apart, 0) if field.column in SORTS else 0

    def _likely(self, heading: str, kind: Kind, field: Field, place: str) -> float:
        """How likely a heading means a field, from its words and from the share of cells that fit the field.

        A column of nothing but days may be the day that a kind needs, whatever its heading, or the field that
        it needs with a few words, if it has nothing else; one of nothing but e-mail addresses is the address.
        """
        if field.names in ("organisation", "person") and self._fits.are_organisations(place):
            return float(field.names == "organisation")
        words, plain = called(heading, kind, field), field.parser_for(Words())
        speaks = LOOKS.get(field.column) == EMAIL or (
            field.required and (plain.dtype == pl.Date or bool(plain.options))
        )
        if words < self._numbers.enough - self._numbers.evidence and not speaks:
            return 0
        if self._fits.blank(place):
            return words - self._numbers.blank * self._fits.any_rows
        share = self._fits.share(place, field)
        if share is None:
            return words
        if share < self._numbers.few:
            is_of_text = field.column in LOOKS and not speaks
            return 0 if is_of_text else alike(heading, field.heading) - self._numbers.evidence
        return self._by_cells(words, share, field, place, speaks)

    def _by_cells(self, words: float, share: float, field: Field, place: str, speaks: bool) -> float:
        numbers = self._numbers
        if field.column in LOOKS and not speaks:  # cells may be any text, and so can hardly speak for it
            prose = numbers.prose * self._fits.prose(place) if LOOKS[field.column] == SENTENCE else 0
            return words + prose - 2 * numbers.evidence * (1 - share)
        alone = numbers.enough if speaks and share >= numbers.nearly_all else 0
        return max(words + numbers.evidence * (2 * share - 1), alone)


class _Fits:
    """What the cells of each column tell."""

    def __init__(self, rows: pl.DataFrame, organisations: Collection[str]) -> None:
        self._organisations = list(organisations)
        self.any_rows = not rows.is_empty()
        self._cells = {place: rows[place].drop_nulls() for place in rows.columns}
        self._shares: dict[tuple[str, object], float | None] = {}

    def blank(self, place: str) -> bool:
        """Whether the column has no cells."""
        return self._cells[place].is_empty()

    def are_organisations(self, place: str) -> bool:
        """Whether the body knows all that is named in the column."""
        cells = self._cells[place]
        known = folded_expr(pl.col("cell")).is_in(self._organisations)
        return bool(self._organisations) and len(cells) > 0 and _share(cells, lambda _: known) == 1

    def share(self, place: str, field: Field) -> float | None:
        """The cells that look like the field's or that its parser can read, from 0 to 1, in whichever order
        of day and month is the better; None where nothing can be told, for any text will do."""
        look, cells = LOOKS.get(field.column), self._cells[place]
        asked = (place, look or field.parser)
        if asked not in self._shares:
            self._shares[asked] = (
                _share(cells, lambda cell: cell.str.contains(look)) if look else _readable(cells, field)
            )
        return self._shares[asked]

    def prose(self, place: str) -> int:
        """1 for cells of sentences, -1 for cells of a word."""
        cells = self._cells[place]
        words = cells.str.count_matches(r"\S+").sum() / len(cells)
        return (words >= A_SENTENCE) - (words < A_WORD)

    def tells_apart(self, place: str) -> float:
        """From -1 for a column of one word repeated to 1 for one that repeats no cell, as a key does."""
        cells = self._cells[place]
        return 2 * cells.n_unique() / len(cells) - 1 if len(cells) else 0


def _readable(cells: pl.Series, field: Field) -> float | None:
    if _takes_any_text(field):
        return None
    parser = field.parser_for(Words())
    month_first = [field.parser_for(Words(month_first=True))] if parser.of_days else []
    return max(_read(cells, each) for each in (parser, *month_first))


@cache
def _takes_any_text(field: Field) -> bool:
    return bool(_read(pl.Series(["≠"]), field.parser_for(Words())))


def _read(cells: pl.Series, parser: Parser) -> float:
    return _share(cells, lambda cell: parser.parse(day_part(cell) if parser.of_days else cell).is_not_null())


def _share(cells: pl.Series, holds: Callable[[pl.Expr], pl.Expr]) -> float:
    return float(cells.to_frame("cell").select(holds(pl.col("cell")).mean()).item())
