"""A table of any headings, for a reader to say what they mean."""

from typing import NamedTuple

import polars as pl

from loaders.clean import clean
from loaders.dialect import usual_width
from loaders.grid import grid
from loaders.headings import header_of, joined
from loaders.limits import refuse_large, refuse_long, refuse_wide
from loaders.records import Record
from loaders.workbook import is_workbook, workbook

ROWS_SHOWN, LINES_READ = 200, 10_000


class Look(NamedTuple):
    """`rows`: the first below the headings, text columns named by their place from 0, null where blank."""

    headings: tuple[str, ...]
    rows: pl.DataFrame


def look(data: bytes) -> Look:
    """The table of a file, whatever it is about. Raises Unreadable for one too large, and for a
    workbook that cannot be opened.
    """
    refuse_large(data)
    if is_workbook(data):
        sheets = workbook(data).sheets.values()
        records = [row for row in max(sheets, key=len) if any(row.cells)]
        header = header_of(records[:ROWS_SHOWN], usual_width(records[:ROWS_SHOWN]))
        headings = joined([records[place].cells for place in header])
        return _look(headings, records[header.stop :])
    refuse_long(data)
    found = grid(data, LINES_READ)
    return _look(found.headings, found.rows)


def _look(headings: list[str], records: list[Record]) -> Look:
    width = len(headings)
    refuse_wide(width, len(records))
    cells = [[*row.cells[:width], *[""] * (width - len(row.cells))] for row in records[:ROWS_SHOWN]]
    rows = pl.DataFrame(cells, schema={str(place): pl.String for place in range(width)}, orient="row")
    names = pl.Series(headings, dtype=pl.String).to_frame("name").select(clean(pl.col("name")).fill_null(""))
    return Look(tuple(names["name"]), rows.with_columns(clean(pl.all())))
