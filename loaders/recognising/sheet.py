"""The table of a file with the source whose headings it has: read, and recognised."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

import polars as pl

from kinds import KIND
from kinds.clean import spelled_out
from kinds.days import FIRST_DAY, LAST_DAY
from kinds.kind import Kind
from kinds.parser import Words
from loaders.reading import Cells, Headed, Table, Unmapped, Written, is_workbook, read, read_under
from loaders.recognising.across import says_who_came
from loaders.recognising.recognise import Match, recognise, score
from loaders.recognising.source import Source
from loaders.recognising.sources import SOURCES
from loaders.recognising.tables import TEMPLATES


@dataclass(frozen=True)
class Sheet:
    """A table, how it was written, and the source whose headings it has: `match`."""

    table: Table
    match: Match
    written: Written

    @property
    def source(self) -> Source:
        """The template, export or mapped table that it is."""
        return self.match.source

    @property
    def kind(self) -> Kind:
        """The kind of record in its rows."""
        return KIND[self.source.kind]


def recognised(data: bytes, kind: str | None, remembered: Sequence[Source], sheet: str | None) -> Sheet:
    """The table of a file by the source that fits best, of all of a kind: remembered, ours, of other systems.

    Days in headings may be of anything: the cells must agree that they are of meetings. Raises Unreadable,
    Unmapped and Unchosen as `fitting` does.
    """
    sources = [each for each in (*remembered, *TEMPLATES, *SOURCES) if kind in (None, each.kind)]
    found = fitting(data, sources, sheet)
    if found.source.across and not says_who_came(spelled_out(found.table.rows), found.table.headings):
        found = fitting(data, [each for each in sources if not each.across], sheet)
    return replace(found, table=_first_section(found.table)) if found.source.one_section else found


def fitting(data: bytes, sources: Sequence[Source], sheet: str | None = None) -> Sheet:
    """The table whose headings fit one of these sources best, in the sheet that is given.

    Raises Unreadable where it may not be loaded, and for a workbook that cannot be opened or lacks the sheet;
    Unmapped where no source fits, Unchosen where several sheets fit equally.
    """
    headed = read(data, partial(score, sources=sources), sheet)
    try:
        return _read_on(headed, recognise(headed.headings, sources))
    except Unmapped:
        found = None if is_workbook(data) else _without_headings(data, sources)
        if not found:
            raise
        return found


def _read_on(headed: Headed, match: Match) -> Sheet:
    table = headed.table()
    if headed.written.day_zero:
        table = replace(table, rows=_with_dates(table.rows, match, headed.written.day_zero))
    return Sheet(table, match, headed.written)


def _without_headings(data: bytes, sources: Sequence[Source]) -> Sheet | None:
    """The table of a source that writes no headings, where every row seen has its cells in their places."""
    for source in (each for each in sources if each.positions):
        headings = [source.columns[name][0] for name in source.positions]
        headed = read_under(data, headings, partial(_fits, source), partial(score, sources=[source]))
        if headed:
            return _read_on(headed, recognise(headed.headings, [source]))
    return None


def _fits(source: Source, rows: Cells) -> bool:
    parsers = {each.column: each.parser_for(Words()) for each in KIND[source.kind].fields}
    if not rows or any(len(row) != len(source.positions) for row in rows):
        return False
    cells = pl.DataFrame(rows, schema=dict.fromkeys(source.positions, pl.String), orient="row")
    read = [
        parsers[name].parse(pl.col(name).str.strip_chars()).is_not_null().all() for name in source.positions
    ]
    return bool(cells.select(pl.all_horizontal(read)).item())


def _with_dates(rows: pl.DataFrame, match: Match, day_zero: date) -> pl.DataFrame:
    """Days in place of the whole numbers that a workbook shows once a date column has lost its format."""
    kind = KIND[match.source.kind]
    of_days = {field.column for field in kind.fields if field.parser_for(Words()).of_days}
    days = [str(place) for name, place in match.positions.items() if name in of_days]
    return rows.with_columns(**{name: _date_or_same(pl.col(name), day_zero) for name in days})


def _date_or_same(cell: pl.Expr, day_zero: date) -> pl.Expr:
    day = pl.lit(day_zero) + pl.duration(days=cell.str.extract(r"^([2-7]\d{4})$").cast(pl.Int64))
    return pl.when(day.is_between(FIRST_DAY, LAST_DAY)).then(day.dt.strftime("%Y-%m-%d")).otherwise(cell)


def _first_section(table: Table) -> Table:
    """What stands before the first blank row below the headings."""
    cells = pl.exclude("line").fill_null("").str.strip_chars()
    blank = spelled_out(table.rows).filter(pl.all_horizontal(cells == ""))["line"].min()
    before = pl.col("line") < blank if blank is not None else pl.lit(True)
    return replace(table, rows=table.rows.filter(before), broken=table.broken.filter(before))
