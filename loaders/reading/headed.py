"""The bytes of a file as one table of text, with its row of headings found."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import islice
from typing import NamedTuple

import polars as pl

from kinds.clean import FEW
from kinds.kind import NOTES
from loaders.reading.decode import to_utf8
from loaders.reading.dialect import DELIMITERS, LINES_SEARCHED, Dialect, dialects, fit, head_of
from loaders.reading.disguise import refuse_disguised
from loaders.reading.fast import fast
from loaders.reading.headings import of_several_rows
from loaders.reading.limits import refuse_long, refuse_wide
from loaders.reading.records import Record, lines_of, records
from loaders.reading.table import Table, exact, headings_of
from loaders.reading.unreadable import Unchosen, Unreadable
from loaders.reading.workbook import PLAIN, Seen, is_workbook, workbook

ROWS_SEARCHED = 60
# How much a row looks like headings: whether it has all that is needed, then how many of its cells are known.
Score = tuple[bool, int]
Scoring = Callable[[Sequence[str]], Score]
Cells = Sequence[Sequence[str]]


class Written(NamedTuple):
    """How a table is written in its file.

    `header_line` is 1-based, 0 where the file has no headings; a workbook has no delimiter. `above`: the rows
    above the headings. `other_sheets`: those of the workbook that have rows too, beside hidden ones.
    `day_zero`: the day that a workbook stores as 0; a text has none. `seen`: how its rows look.
    """

    encoding: str
    delimiter: str
    header_line: int
    above: tuple[tuple[str, ...], ...] = ()
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()
    hidden_sheets: tuple[str, ...] = ()
    day_zero: date | None = None
    seen: Seen = PLAIN


@dataclass(frozen=True)
class Headed:
    """A table of which only the headings are read so far; `table` reads the rest, which costs the most."""

    headings: tuple[str, ...]
    written: Written
    table: Callable[[], Table]


def read(data: bytes, score: Scoring, sheet: str | None = None) -> Headed:
    """The table whose headings score best, in the sheet that is given.

    Raises Unreadable for a file too large, and for a workbook that cannot be opened or lacks the sheet;
    Unchosen where several sheets score equally.
    """
    refuse_disguised(data)
    return _in_workbook(data, score, sheet) if is_workbook(data) else _in_text(data, score)


def read_under(
    data: bytes, headings: Sequence[str], fits: Callable[[Cells], bool], score: Scoring
) -> Headed | None:
    """The table of a text that has no headings, under these; None where the rows seen do not fit them."""
    text, encoding = to_utf8(data)
    head = head_of(lines_of(text))
    for dialect in dialects(head):
        if fits([row.cells for row in _records(head, dialect) if any(row.cells)]):
            found = _in_text(f"{dialect.delimiter.join(headings)}\n".encode() + text, score)
            written = found.written._replace(encoding=encoding, header_line=0)
            return replace(found, written=written, table=partial(_a_line_up, found.table))
    return None


def _a_line_up(read_on: Callable[[], Table]) -> Table:
    table = read_on()
    up = pl.col("line") - 1
    return replace(table, rows=table.rows.with_columns(up), broken=table.broken.with_columns(up))


def _in_text(data: bytes, score: Scoring) -> Headed:
    text, encoding = to_utf8(data)
    count_lines = refuse_long(text)
    head = head_of(lines_of(text))
    dialect, header = _dialect(head, score)
    refuse_wide(len(header.cells), count_lines)
    rows_above = _above(_records(head[: header.line - 1], dialect))
    written = Written(encoding, dialect.delimiter, header.line, rows_above)

    def table() -> Table:
        above = len("".join(head[: header.line - 1]).encode())
        plainly = count_lines > FEW and fast(
            text[above:], dialect.delimiter, header, _remedy(dialect), dialect.quoting
        )
        return plainly or _exact(text, dialect, header)

    return Headed(headings_of(header), written, table)


def _dialect(head: Sequence[str], score: Scoring) -> tuple[Dialect, Record]:
    """The dialect in which a row scores best as headings, and that row; of equals the one that fits best."""
    headers = {each: _header(_records(head, each), score) for each in dialects(head)}
    scores = {each: score(header.cells) for each, header in headers.items()}
    best = [each for each in headers if scores[each] == max(scores.values())]
    dialect = max(best, key=lambda each: fit(head, each)) if len(best) > 1 else best[0]
    return dialect, headers[dialect]


def _exact(text: bytes, dialect: Dialect, header: Record) -> Table:
    below = _records(list(lines_of(text)), dialect, start=header.line - 1)
    next(below, None)
    return exact(below, header, _remedy(dialect))


def _remedy(dialect: Dialect) -> str:
    return f"put quotation marks round text that has a {DELIMITERS[dialect.delimiter]}"


def _records(lines: Sequence[str], dialect: Dialect, start: int = 0) -> Iterator[Record]:
    return records(lines, dialect.delimiter, start, dialect.quoting)


def _in_workbook(data: bytes, score: Scoring, sheet: str | None) -> Headed:
    book = workbook(data)
    names = tuple(name for name, rows in book.sheets.items() if any(any(row.cells) for row in rows))
    if sheet and sheet not in names:
        raise Unreadable(f"The workbook has no table in a sheet “{sheet}”. It has: {', '.join(names)}.")
    asked = [sheet] if sheet else names or book.sheets
    name, header = _sheet({name: _header(book.sheets[name], score) for name in asked}, score)
    rows = book.sheets[name]
    refuse_wide(len(header.cells), len(rows))
    written = Written(
        f"workbook, sheet {name}",
        delimiter="",
        header_line=header.line,
        above=_above(rows[: header.line - 1]),
        sheet=name,
        other_sheets=tuple(other for other in names if other != name and not _is_notes(book.sheets[other])),
        hidden_sheets=book.hidden,
        day_zero=book.day_zero,
        seen=book.seen.get(name, PLAIN),
    )
    remedy = "clear what stands right of the last heading"
    return Headed(headings_of(header), written, lambda: exact(iter(rows[header.line :]), header, remedy))


def _is_notes(rows: Sequence[Record]) -> bool:
    """Whether a sheet has the notes of a workbook of ours, and so nothing to load."""
    return bool(rows) and tuple(rows[0].cells[: len(NOTES)]) == NOTES


def _sheet(headers: dict[str, Record], score: Scoring) -> tuple[str, Record]:
    """The sheet whose row of headings scores best, and that row."""
    scores = {name: score(header.cells) for name, header in headers.items()}
    best = [name for name in headers if scores[name] == max(scores.values())]
    is_complete, _ = scores[best[0]]
    if is_complete and len(best) > 1:
        raise Unchosen(f"The sheets {' and '.join(best)} fit equally well. Say which to read.", tuple(best))
    return best[0], headers[best[0]]


def _above(rows: Iterable[Record]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(cell.strip() for cell in row.cells) for row in rows)


def _header(rows: Iterable[Record], score: Scoring) -> Record:
    """The row, of those searched, that looks most like headings; the first of equals.

    Where none of the first will do, one far below may, or headings of several rows as one.
    """

    def likest(rows: Iterable[Record]) -> Record:
        return max(rows, key=lambda row: score(row.cells))

    searched = list(islice(rows, LINES_SEARCHED)) or [Record(1, [])]
    best = likest(searched[:ROWS_SEARCHED])
    is_complete, _ = score(best.cells)
    if is_complete:
        return best
    below = [row for row in searched[ROWS_SEARCHED:] if score(row.cells)[0]]
    return likest(filter(None, [best, of_several_rows(searched), *below]))
