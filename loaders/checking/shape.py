"""The cells of a sheet under the columns of its kind, in the shape that its source gives them."""

from datetime import date

import polars as pl

from kinds.beside import beside
from kinds.clean import spelled_out
from kinds.fields import in_full
from kinds.kind import Kind
from kinds.parser import Words
from loaders.checking.rows import text_of
from loaders.reading import Undated
from loaders.recognising import About, Sheet, one_row_each


def shaped(
    cells: pl.DataFrame, sheet: Sheet, file_name: str, group_name: str | None, meeting_on: date | None
) -> pl.DataFrame:
    """The text of the rows under the kind's columns, each with its group and day; a template's is coded.

    Raises Undated for attendance of a day that neither the file nor `meeting_on` tells.
    """
    match, kind = sheet.match, sheet.kind
    cells = _in_full(cells, sheet)
    said = {"group_name": group_name, "meeting_on": meeting_on.isoformat() if meeting_on else None}
    if match.source.is_template:
        columns = [each.column for each in kind.fields]
        aside = [each.name for each in beside(kind.name) if each.name in match.positions]
        return _answered(_changed(text_of(cells, match.positions, [*columns, *aside]), kind), said)
    text = match.source.shape(_named(cells, sheet), About(file_name, sheet.written.above))
    text = _answered(_changed(_filled_up(text, kind), kind), said)
    if kind.name == "attendance" and text["meeting_on"].is_null().all() and not match.source.across:
        raise Undated("The file does not tell the day of the meeting. Say which day it was.")
    return text


def _in_full(cells: pl.DataFrame, sheet: Sheet) -> pl.DataFrame:
    """The same, but for sums of money whose heading says that they are thousands or millions."""
    sums = [each.column for each in sheet.kind.fields if each.parser_for(Words()).dtype == pl.Decimal(14, 2)]
    places = [sheet.match.positions[name] for name in sums if name in sheet.match.positions]
    headed = {str(place): sheet.table.headings[place] for place in places}
    return cells.with_columns(in_full(pl.col(name), heading) for name, heading in headed.items())


def _named(cells: pl.DataFrame, sheet: Sheet) -> pl.DataFrame:
    """The cells under the source's own columns, a row for each meeting where those have a column each."""
    source, positions = sheet.source, sheet.match.positions
    named = text_of(spelled_out(cells), positions, dict.fromkeys([*source.columns, *positions]))
    if not source.across:
        return named
    meetings = [name for name in positions if name not in source.columns]
    return one_row_each(named, {name: sheet.table.headings[positions[name]] for name in meetings})


def _filled_up(text: pl.DataFrame, kind: Kind) -> pl.DataFrame:
    """The kind's columns in their order, all null where a source has none, then what else the source has."""
    columns = [each.column for each in kind.fields]
    absent = [pl.lit(None, dtype=pl.String).alias(name) for name in columns if name not in text.columns]
    rest = [name for name in text.columns if name not in ("line", *columns)]
    return text.with_columns(absent).select("line", *columns, *rest)


def _changed(text: pl.DataFrame, kind: Kind) -> pl.DataFrame:
    """The same with what columns beside others make of them."""
    for each in beside(kind.name):
        if each.name in text.columns:
            both = spelled_out(text.select(each.column, each.name))
            cell = each.of(pl.col(each.column), pl.col(each.name))
            text = text.drop(each.name).with_columns(both.select(cell.alias(each.column)))
    return text


def _answered(text: pl.DataFrame, said: dict[str, str | None]) -> pl.DataFrame:
    return text.with_columns(
        pl.col(name).fill_null(value) for name, value in said.items() if value and name in text.columns
    )
