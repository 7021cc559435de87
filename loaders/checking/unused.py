"""Columns that a template does not have, and that may change what a row means: taken for the group where they
are that, and asked about otherwise.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace

import polars as pl

from kinds.clean import clean, spelled_out
from kinds.fields import yes_or_no
from kinds.kind import Field
from kinds.names import folded
from kinds.parser import Words
from loaders.checking.said import Answers, Known
from loaders.reading import Unmapped
from loaders.recognising import SURELY, Sheet, called, day_part, may_change

# What is called so is a group; of a meeting, its cells must say so.
GROUP = re.compile(
    r"(name of (the )?)?((partnership )?board|committee|forum|panel|sub[- ]?group|sub[- ]?committee|group"
    r"|meeting group|(working|task|steering|reference|task (and|&) finish) (group|party))( name| title)?"
)
MEETING = re.compile(r"(name of (the )?)?meeting( name| title)?")
PERHAPS = re.compile(r"body|team|workstream|strand")  # often something else, and then no question
IS_GROUP = re.compile(
    r".*\b(sub-?|sub)?(group|committee|board|forum|panel|party|network|partnership|alliance|council|assembly"
    r"|executive|cabinet|collaborative|consortium|workstream|taskforce)"
)
NO_NAME = re.compile(r"[\W\d_]*|(meeting|mtg|no|number|q)[\W\d_]*|\d+\D{0,12}\d+.*")  # a number, a day
SHOWN, MOSTLY = 3, 0.9


def clarified(sheet: Sheet, words: Words, known: Known, answers: Answers) -> Sheet:
    """The sheet of a template with a column for the group, where one that is called otherwise holds groups.

    Raises Unmapped where the meaning of a column must be said: one that is not used, has something in it, and
    by its heading or its cells may change what a row means.
    """
    if not sheet.source.is_template:
        return sheet
    unused = _Unused(sheet, answers.unused)
    if place := unused.group(words, known):
        match = replace(sheet.match, positions={**sheet.match.positions, "group_name": place[0]})
        sheet, unused = replace(sheet, match=match), _Unused(replace(sheet, match=match), answers.unused)
    if asked := unused.asked(words):
        raise _asked(sheet, asked)
    return sheet


def _asked(sheet: Sheet, asked: Mapping[str, str]) -> Unmapped:
    headings = sheet.table.headings
    told = " ".join(f"“{heading}” {why}." for heading, why in asked.items())
    return Unmapped(
        f"{told} That may change what a row means, and the column is not used. Say what it means, or that it "
        "is not to be used.",
        headings,
        sheet.kind.name,
        {headings[place]: column for column, place in sheet.match.positions.items()},
        tuple(asked),
    )


class _Unused:
    """The columns of a sheet that have a heading and are not used, with their different cells."""

    def __init__(self, sheet: Sheet, said: Collection[str]) -> None:
        self._kind, self._used = sheet.kind, sheet.match.positions
        passed_over = {*map(folded, said)}
        headings = {
            place: heading
            for place, heading in enumerate(sheet.table.headings)
            if heading and place not in self._used.values() and folded(heading) not in passed_over
        }
        self._cells = {place: _cells(sheet.table.rows, place) for place in headings}
        self._headings = {place: name for place, name in headings.items() if len(self._cells[place])}

    def group(self, words: Words, known: Known) -> list[int]:
        """The place of the column that holds groups, where the kind may have one and the file has none."""
        names = {*map(folded, (words.main_group, *words.group_aliases, *known.groups))} - {""}
        return [place for place in self._perhaps_group() if self._has_groups(place, names)][:1]

    def _has_groups(self, place: int, names: Collection[str]) -> bool:
        cells = [*map(folded, self._cells[place])]
        if all(each in names or IS_GROUP.fullmatch(each) for each in cells):
            return True
        is_one = GROUP.fullmatch(folded(self._headings[place]))
        return bool(is_one) and not any(NO_NAME.fullmatch(each) or _ticks(each) for each in cells)

    def _perhaps_group(self) -> list[int]:
        field = self._kind.field.get("group_name")
        if not field or field.required or "group_name" in self._used:
            return []
        names = {place: folded(name) for place, name in self._headings.items()}
        forms = (GROUP, MEETING, PERHAPS)
        return [place for place, name in names.items() if any(each.fullmatch(name) for each in forms)]

    def asked(self, words: Words) -> dict[str, str]:
        """Heading → why it must be said what it means, for those of which that must be said."""
        return dict(self._why(words))

    def _why(self, words: Words) -> Iterator[tuple[str, str]]:
        groups = self._perhaps_group()
        for place, heading in self._headings.items():
            cells = self._cells[place]
            shown = ", ".join(f"“{each:.40}”" for each in cells[:SHOWN])
            if place in groups:
                if self._names_something(place):
                    yield heading, f"may be the group that a row is about: it says {shown}"
            elif field := self._alike(place, words):
                yield heading, f"may be what is called {field.heading} here: it says {shown}"
            elif told := may_change(self._kind.name, heading, cells):
                yield heading, f"says “{told:.40}”"

    def _names_something(self, place: int) -> bool:
        """Whether a column that may be the group has more than numbers and days."""
        is_asked = not PERHAPS.fullmatch(folded(self._headings[place]))
        return is_asked and not all(map(NO_NAME.fullmatch, map(folded, self._cells[place])))

    def _alike(self, place: int, words: Words) -> Field | None:
        """The column that sorts or dates rows, that the file lacks, and that is called just so."""
        heading = self._headings[place]
        if folded(heading) == "date":  # which may be any day
            return None
        return next((each for each in self._lacking(words) if self._is(heading, place, each, words)), None)

    def _lacking(self, words: Words) -> Iterator[Field]:
        for field in self._kind.fields:
            parser = field.parser_for(words)
            matters = parser.of_days or parser.options or field.names in ("organisation", "person")
            if matters and field.column not in self._used:
                yield field

    def _is(self, heading: str, place: int, field: Field, words: Words) -> bool:
        if called(heading, self._kind, field) < SURELY:
            return False
        parser, cells = field.parser_for(words), self._cells[place].to_frame("cell")
        cell = day_part(pl.col("cell")) if parser.of_days else pl.col("cell")
        read = cells.select(parser.parse(cell).count())
        return parser.is_free or bool(read.item() >= MOSTLY * cells.height)


def _cells(rows: pl.DataFrame, place: int) -> pl.Series:
    """The different cells of a column, clean, in their order, without blanks."""
    column = spelled_out(rows.select(str(place))).to_series().unique(maintain_order=True)
    return column.to_frame("cell").select(clean(pl.col("cell"))).to_series().drop_nulls()


def _ticks(cell: str) -> bool:
    """A box that is ticked, or not, names nothing."""
    read = pl.DataFrame({"cell": [cell]}).select(yes_or_no().parse(pl.col("cell"))).item()
    return read is not None
