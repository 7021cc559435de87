"""Rows that were refused, as they stand in the file, to be mended and read again."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import replace

import polars as pl

from kinds.clean import spelled_out
from loaders.reading import Record, Table, exact
from loaders.recognising import REASON, Sheet

REMEDY = "empty what is left over once its text stands under its heading"


def mended(sheet: Sheet, cells: Mapping[int, Sequence[str]]) -> Sheet:
    """The sheet with these cells in place of the rows on these lines, as far as it has such lines."""
    return replace(sheet, table=_mended(sheet.table, cells)) if cells else sheet


def _mended(table: Table, cells: Mapping[int, Sequence[str]]) -> Table:
    lines = sorted(cells.keys() & {*table.rows["line"], *table.broken["line"]})
    width = len(table.headings)
    records = (
        Record(line, [*cells[line][:width], *filter(str.strip, cells[line][width:])]) for line in lines
    )
    new = exact(records, Record(0, list(table.headings)), REMEDY)
    rows, broken = (each.filter(~pl.col("line").is_in(lines)) for each in (table.rows, table.broken))
    return replace(
        table,
        rows=pl.concat([rows, new.rows.cast(rows.schema)]).sort("line"),
        broken=pl.concat([broken, new.broken]).sort("line"),
    )


def refused(table: Table, problems: pl.DataFrame, delimiter: str) -> pl.DataFrame:
    """The rows with problems: line, the cells by their place from 0, reason, and surplus.

    `surplus` (list of text): what does not fit under the headings, null where all does; the whole line where
    no cell is too many, and nobody can tell how it is to be cut.
    """
    if problems.is_empty():
        none = pl.lit(None, dtype=pl.List(pl.String()))
        return spelled_out(table.rows.clear()).with_columns(reason=pl.lit(None, pl.String()), surplus=none)
    told = pl.format("{} “{}” must be {}", "column", "value", "must_be")
    reasons = problems.group_by("line", maintain_order=True).agg(reason=told.str.join("; "))
    wrong = spelled_out(table.rows.join(reasons.select("line"), on="line", how="semi"))
    rows = pl.concat([wrong, _torn(table, delimiter)], how="diagonal")
    cells = (name for name in rows.columns if name != "surplus")
    return rows.join(reasons, on="line", how="inner").sort("line").select(*cells, "reason", "surplus")


def _torn(table: Table, delimiter: str) -> pl.DataFrame:
    width, cells = len(table.headings), pl.col("cells")
    parts = pl.col("value").str.split(delimiter or ",").list.eval(pl.element().str.strip_chars('" '))
    cut = pl.when(cells.list.len() == 1).then(parts).otherwise(cells)
    beside = cells.list.slice(width)
    is_blank = beside.list.join("").str.strip_chars() == ""
    surplus = pl.when(is_blank).then(pl.concat_list("value")).otherwise(beside)
    torn = table.broken.select("line", cells=cut, surplus=surplus)
    places = {str(place): cells.list.get(place, null_on_oob=True) for place in range(width)}
    return torn.select("line", **places, surplus="surplus")


def _apart(cell: str | None) -> str:
    """A cell whose last backslash cannot be taken for an escape of the mark behind it; a blank is no text."""
    return f"{cell} " if cell and cell.endswith("\\") else cell or ""


def as_file(headings: Sequence[str], rows: pl.DataFrame, delimiter: str) -> bytes:
    """Refused rows as delimited text under their own headings, with a column that gives the reason.

    What does not fit stands right of the reason, so that the row is refused again until it is mended. A
    space parts nothing here, whatever parted the file: reasons are full of them.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter if delimiter.strip(" ") else ",")
    writer.writerow([*headings, REASON])
    writer.writerows([_apart(cell) for cell in (*row[1:-1], *(row[-1] or []))] for row in rows.iter_rows())
    return out.getvalue().encode("utf-8-sig")
