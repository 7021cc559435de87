"""The bytes of a file as one table of text, with its row of headings found."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice

import polars as pl

from kinds import KIND
from kinds.clean import FEW
from kinds.days import FIRST_DAY, LAST_DAY
from kinds.parser import Words
from loaders.reading.decode import to_utf8
from loaders.reading.dialect import DELIMITERS, LINES_SEARCHED, Dialect, dialects, fit, head_of
from loaders.reading.fast import fast
from loaders.reading.headings import of_several_rows
from loaders.reading.limits import refuse_long, refuse_wide
from loaders.reading.records import Record, lines_of, records
from loaders.reading.table import Table, exact, headings_of
from loaders.reading.unreadable import Unchosen, Unmapped, Unreadable
from loaders.reading.workbook import is_workbook, workbook
from loaders.recognising.recognise import Match, recognise, score
from loaders.recognising.source import Source

ROWS_SEARCHED = 60


@dataclass(frozen=True)
class Read:
    """A table, its source and how its file was written.

    `header_line` is 1-based, 0 where the file has no headings; a workbook has no delimiter. `above`: the
    rows above the headings. `other_sheets`: those of the workbook that have rows too, beside hidden ones.
    """

    table: Table
    match: Match
    header_line: int
    encoding: str
    delimiter: str
    above: tuple[tuple[str, ...], ...] = ()
    sheet: str = ""
    other_sheets: tuple[str, ...] = ()
    hidden_sheets: tuple[str, ...] = ()


def read(data: bytes, sources: Sequence[Source], sheet: str | None = None) -> Read:
    """The table whose headings fit one of the sources best, in the sheet that is given.

    Raises Unreadable where none fits, and for a workbook that cannot be opened or lacks the sheet; Unchosen
    where several sheets fit equally.
    """
    return _read_workbook(data, sources, sheet) if is_workbook(data) else _read_text(data, sources)


def _read_text(data: bytes, sources: Sequence[Source]) -> Read:
    text, encoding = to_utf8(data)
    count_lines = refuse_long(text)
    head = head_of(lines_of(text))
    headers = {each: _header(_records(head, each), sources) for each in dialects(head)}
    scores = {each: score(header.cells, sources) for each, header in headers.items()}
    best = [each for each in headers if scores[each] == max(scores.values())]
    dialect = max(best, key=lambda each: fit(head, each)) if len(best) > 1 else best[0]
    header = headers[dialect]
    refuse_wide(len(header.cells), count_lines)
    try:
        match = recognise(headings_of(header), sources)
    except Unmapped:
        if found := _without_headings(text, head, sources):
            return replace(found, encoding=encoding)
        raise
    above = len("".join(head[: header.line - 1]).encode())
    plainly = count_lines > FEW and fast(
        text[above:], dialect.delimiter, header, _remedy(dialect), dialect.quoting
    )
    table = plainly or _exact(text, dialect, header)
    rows_above = _above(_records(head[: header.line - 1], dialect))
    return Read(table, match, header.line, encoding, dialect.delimiter, rows_above)


def _without_headings(text: bytes, head: Sequence[str], sources: Sequence[Source]) -> Read | None:
    """The table of a source that writes no headings, where every row seen has its cells in their places."""
    for source in (each for each in sources if each.positions):
        for dialect in dialects(head):
            if _fits(source, [row.cells for row in _records(head, dialect) if any(row.cells)]):
                headings = dialect.delimiter.join(source.columns[name][0] for name in source.positions)
                found = _read_text(f"{headings}\n".encode() + text, [source])
                up = pl.col("line") - 1
                rows, broken = found.table.rows.with_columns(up), found.table.broken.with_columns(up)
                return replace(found, table=replace(found.table, rows=rows, broken=broken), header_line=0)
    return None


def _fits(source: Source, rows: Sequence[Sequence[str]]) -> bool:
    parsers = {each.column: each.parser_for(Words()) for each in KIND[source.kind].fields}
    if not rows or any(len(row) != len(source.positions) for row in rows):
        return False
    cells = pl.DataFrame(rows, schema=dict.fromkeys(source.positions, pl.String), orient="row")
    read = [
        parsers[name].parse(pl.col(name).str.strip_chars()).is_not_null().all() for name in source.positions
    ]
    return cells.select(pl.all_horizontal(read)).item()


def _exact(text: bytes, dialect: Dialect, header: Record) -> Table:
    below = _records(list(lines_of(text)), dialect, start=header.line - 1)
    next(below, None)
    return exact(below, header, _remedy(dialect))


def _remedy(dialect: Dialect) -> str:
    return f"put quotation marks round text that has a {DELIMITERS[dialect.delimiter]}"


def _records(lines: Sequence[str], dialect: Dialect, start: int = 0) -> Iterator[Record]:
    return records(lines, dialect.delimiter, start, dialect.quoting)


def _read_workbook(data: bytes, sources: Sequence[Source], sheet: str | None) -> Read:
    book = workbook(data)
    names = tuple(name for name, rows in book.sheets.items() if any(any(row.cells) for row in rows))
    if sheet and sheet not in names:
        raise Unreadable(f"The workbook has no table in a sheet “{sheet}”. It has: {', '.join(names)}.")
    sheets = [sheet] if sheet else names or book.sheets
    tables = {name: (_header(book.sheets[name], sources), book.sheets[name]) for name in sheets}
    scores = {name: score(header.cells, sources) for name, (header, _) in tables.items()}
    best = [name for name in tables if scores[name] == max(scores.values())]
    is_complete, _ = scores[best[0]]
    if is_complete and len(best) > 1:
        raise Unchosen(f"The sheets {' and '.join(best)} fit equally well. Say which to read.", tuple(best))
    header, rows = tables[best[0]]
    refuse_wide(len(header.cells), len(rows))
    match = recognise(headings_of(header), sources)
    table = exact(iter(rows[header.line :]), header, "clear what stands right of the last heading")
    dated = replace(table, rows=_with_dates(table.rows, match, book.day_zero))
    rows_above = _above(rows[: header.line - 1])
    return Read(
        dated,
        match,
        header.line,
        f"workbook, sheet {best[0]}",
        "",
        rows_above,
        best[0],
        tuple(name for name in names if name != best[0]),
        book.hidden,
    )


def _above(rows: Iterable[Record]) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(cell.strip() for cell in row.cells) for row in rows)


def _with_dates(rows: pl.DataFrame, match: Match, day_zero: date) -> pl.DataFrame:
    """Days in place of the whole numbers that a workbook shows once a date column has lost its format."""
    kind = KIND[match.source.kind]
    of_days = {field.column for field in kind.fields if field.parser_for(Words()).of_days}
    days = [str(place) for name, place in match.positions.items() if name in of_days]
    return rows.with_columns(**{name: _date_or_same(pl.col(name), day_zero) for name in days})


def _date_or_same(cell: pl.Expr, day_zero: date) -> pl.Expr:
    day = pl.lit(day_zero) + pl.duration(days=cell.str.extract(r"^([2-7]\d{4})$").cast(pl.Int64))
    return pl.when(day.is_between(FIRST_DAY, LAST_DAY)).then(day.dt.strftime("%Y-%m-%d")).otherwise(cell)


def _header(rows: Iterable[Record], sources: Sequence[Source]) -> Record:
    """The row, of those searched, that looks most like headings; the first of equals.

    Where none of the first will do, one far below may, or headings of several rows as one.
    """

    def likest(rows: Iterable[Record]) -> Record:
        return max(rows, key=lambda row: score(row.cells, sources))

    searched = list(islice(rows, LINES_SEARCHED)) or [Record(1, [])]
    best = likest(searched[:ROWS_SEARCHED])
    is_complete, _ = score(best.cells, sources)
    if is_complete:
        return best
    below = [row for row in searched[ROWS_SEARCHED:] if score(row.cells, sources)[0]]
    return likest(filter(None, [best, of_several_rows(searched), *below]))
