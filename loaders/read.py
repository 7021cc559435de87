"""The bytes of a file as one table of text, with its row of headings found."""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

import polars as pl

from loaders.days import A_DATE, FIRST_DAY, LAST_DAY
from loaders.decode import to_utf8
from loaders.kind import Kind
from loaders.parser import Words
from loaders.recognise import Match, recognise, score
from loaders.records import Record, records
from loaders.table import Table, exact, fast, headings_of
from loaders.unreadable import Unreadable
from loaders.workbook import is_workbook, workbook

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar"}
ROWS_SEARCHED = 60
LINES_SEARCHED = 200  # sixty rows may hold quoted line breaks


@dataclass(frozen=True)
class Read:
    """A table, its kind and how its file was written (1-based `header_line`; a workbook has no delimiter)."""

    table: Table
    match: Match
    header_line: int
    encoding: str
    delimiter: str


def read(data: bytes, kinds: Sequence[Kind]) -> Read:
    """The table whose headings fit one of the kinds best.

    Raises Unreadable where none fits, and for a workbook that cannot be opened or whose sheets fit equally.
    """
    return _read_workbook(data, kinds) if is_workbook(data) else _read_text(data, kinds)


def _read_text(data: bytes, kinds: Sequence[Kind]) -> Read:
    text, encoding = to_utf8(data)
    head = list(islice(_lines(text), LINES_SEARCHED))
    headers = {each: _header(records(head, each), kinds) for each in DELIMITERS}
    delimiter = max(headers, key=lambda each: score(headers[each].cells, kinds))
    header = headers[delimiter]
    match = recognise(headings_of(header), kinds)
    above = len("".join(head[: header.line - 1]).encode())
    table = fast(text[above:], delimiter, header) or _exact(text, delimiter, header)
    return Read(table, match, header.line, encoding, delimiter)


def _exact(text: bytes, delimiter: str, header: Record) -> Table:
    below = records(list(_lines(text)), delimiter, start=header.line - 1)
    next(below, None)
    return exact(below, header, f"put quotation marks round text that has a {DELIMITERS[delimiter]}")


def _read_workbook(data: bytes, kinds: Sequence[Kind]) -> Read:
    book = workbook(data)
    tables = {name: (_header(rows, kinds), rows) for name, rows in book.sheets.items()}
    scores = {name: score(header.cells, kinds) for name, (header, _) in tables.items()}
    best = [name for name in tables if scores[name] == max(scores.values())]
    is_complete, _ = scores[best[0]]
    if is_complete and len(best) > 1:
        raise Unreadable(f"The sheets {' and '.join(best)} fit equally well. Save each as its own file.")
    header, rows = tables[best[0]]
    match = recognise(headings_of(header), kinds)
    table = exact(iter(rows[header.line :]), header, "clear what stands right of the last heading")
    dated = replace(table, rows=_with_dates(table.rows, match, book.day_zero))
    return Read(dated, match, header.line, f"workbook, sheet {best[0]}", "")


def _with_dates(rows: pl.DataFrame, match: Match, day_zero: date) -> pl.DataFrame:
    """Days in place of the whole numbers that a workbook shows once a date column has lost its format."""
    asks_for = {field.column: field.parser_for(Words()).must_be for field in match.kind.fields}
    days = [str(place) for name, place in match.positions.items() if A_DATE in asks_for[name]]
    return rows.with_columns(**{name: _date_or_same(pl.col(name), day_zero) for name in days})


def _date_or_same(cell: pl.Expr, day_zero: date) -> pl.Expr:
    day = pl.lit(day_zero) + pl.duration(days=cell.str.extract(r"^([2-7]\d{4})$").cast(pl.Int64))
    return pl.when(day.is_between(FIRST_DAY, LAST_DAY)).then(day.dt.strftime("%Y-%m-%d")).otherwise(cell)


def _lines(text: bytes) -> Iterator[str]:
    """Physical lines with their ends, whichever of the three line ends they have."""
    return iter(io.TextIOWrapper(io.BytesIO(text), encoding="utf-8", newline=""))


def _header(rows: Iterable[Record], kinds: Sequence[Kind]) -> Record:
    """The row, of those searched, that looks most like headings; the first of equals."""
    searched = list(islice(rows, ROWS_SEARCHED)) or [Record(1, [])]
    return max(searched, key=lambda row: score(row.cells, kinds))
