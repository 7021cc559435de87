"""A table of any headings, for a reader to say what they mean."""

from itertools import islice
from typing import NamedTuple

import polars as pl

from kinds.clean import clean
from loaders.reading.dialect import filled, usual_width
from loaders.reading.disguise import refuse_disguised
from loaders.reading.grid import grid
from loaders.reading.headings import header_of, joined
from loaders.reading.limits import refuse_large, refuse_long, refuse_wide
from loaders.reading.records import Record
from loaders.reading.workbook import is_workbook, workbook

ROWS_SHOWN, LINES_READ = 200, 10_000


class Look(NamedTuple):
    """`rows`: the first below the headings, text columns named by their place from 0, null where blank.

    `line`: of the (last) row of headings, 0 where none was found. `sheet`: of a workbook's `sheets` that have
    rows, the one looked at, "" of a text.
    """

    headings: tuple[str, ...]
    rows: pl.DataFrame
    line: int = 0
    sheet: str = ""
    sheets: tuple[str, ...] = ()


def look(data: bytes, line: int | None = None, sheet: str | None = None) -> Look:
    """The table of a file, whatever it is about: of the sheet with most columns, below the headings found.

    `line` and `sheet`: where a reader says that the headings are, or on the next row that is not blank.
    Raises Unreadable for a file too large, and for a workbook that cannot be opened.
    """
    refuse_large(data)
    refuse_disguised(data)
    if is_workbook(data):
        sheets = {name: filled(iter(rows)) for name, rows in workbook(data).sheets.items()}
        sheets = {name: rows for name, rows in sheets.items() if rows} or dict(islice(sheets.items(), 1))
        widest = max(sheets, key=lambda name: usual_width(sheets[name][:ROWS_SHOWN]))
        sheet = sheet if sheet in sheets else widest
        records = sheets[sheet]
        header = header_of(records[:ROWS_SHOWN], usual_width(records[:ROWS_SHOWN]))
        return _look(records, header, line)._replace(sheet=sheet, sheets=tuple(sheets))
    refuse_long(data)
    found = grid(data, LINES_READ)
    return _look(found.records[: found.end], found.header, line)


def _look(records: list[Record], header: range, line: int | None) -> Look:
    if line is not None and records:
        place = next((place for place, row in enumerate(records) if row.line >= line), len(records) - 1)
        header = range(place, place + 1)
    headings = joined([records[place].cells for place in header])
    records, at = records[header.stop :], records[header.stop - 1].line if header else 0
    width = len(headings)
    refuse_wide(width, len(records))
    cells = [[*row.cells[:width], *[""] * (width - len(row.cells))] for row in records[:ROWS_SHOWN]]
    rows = pl.DataFrame(cells, schema={str(place): pl.String for place in range(width)}, orient="row")
    names = pl.Series(headings, dtype=pl.String).to_frame("name").select(clean(pl.col("name")).fill_null(""))
    return Look(tuple(names["name"]), rows.with_columns(clean(pl.all())), at)
