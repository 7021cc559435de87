"""The fast way from delimited text to a table: plain lines all at once, the others the exact way."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass

import polars as pl

from kinds.clean import answered, codes, spelled_out
from loaders.reading.records import MOST_IN_VAIN, PLAIN, Lines, Quoting, Record, lines_of, records
from loaders.reading.table import Table, exact, headings_of

FIRST_WINDOW = 200  # bytes
LONGEST_CELL = 4 * csv.field_size_limit()  # bytes, of characters that may have four
TOP = 1000


def fast(
    text: bytes, delimiter: str, header: Record, remedy: str, quoting: Quoting = PLAIN, width: int = 0
) -> Table | None:
    """The table whose headings begin the text, as `exact` gives it; None where only that can be trusted.

    A line is plain if it has no quotation mark and no more cells than the row of headings. The text of the
    rows is coded.
    """
    source = _Text(text, delimiter, header, quoting, width)
    headings = headings_of(header)
    cells = source.cells()
    marked = source.marked(cells)
    is_hard = marked["is_hard"].any() or marked.height * 2 > cells.height
    if is_hard or _has_cells_beside(cells, len(headings)):
        return None
    odd = dict(source.odd(marked, cells.height))
    if marked.height and marked["line"][-1] not in next(reversed(odd)):
        return None
    taken = {header.line, *(line for lines in odd for line in lines)}
    # The row of headings goes with them: it tells how long a row may be, however long they are themselves.
    others = exact(iter([header, *odd.values()]), header, remedy)
    below = pl.col("line") > header.line
    beside = others.rows.filter(below)
    plain = cells.filter(~pl.col("line").is_in(taken)).select(beside.columns)
    if odd and not _has_text(plain.head(TOP)):
        return None
    rows = plain.merge_sorted(beside.cast(plain.schema), key="line") if beside.height else plain
    return Table(headings, rows, others.broken.filter(below))


def _has_cells_beside(cells: pl.DataFrame, width: int) -> bool:
    """Whether anything stands right of the headings, under the blanks that a spreadsheet adds to them."""
    beside = cells.drop("line").get_columns()[width:]
    return any(column.null_count() < cells.height for column in beside)


def _has_text(plain: pl.DataFrame) -> bool:
    """Whether one of the rows has a letter or a digit, and so a length that counts."""
    text = pl.any_horizontal(pl.exclude("line").str.contains(r"\w"))
    return bool(spelled_out(plain).select(text.any()).item())


@dataclass(frozen=True)
class _Text:
    """Text that begins with a row of headings, from whose line on its lines are counted."""

    text: bytes
    delimiter: str
    header: Record
    quoting: Quoting
    width: int

    def cells(self) -> pl.DataFrame:
        """Every line cut at its delimiters: `line` Int64, and a column for each cell of the row of headings.

        Text is coded as it is read, so that what is said often is kept once.
        """
        rows = pl.scan_csv(
            self.text,
            separator=self.delimiter,
            has_header=False,
            quote_char=None,
            schema={str(place): codes() for place in range(len(self.header.cells))},
            missing_columns="insert",
            extra_columns="ignore",
            row_index_name="line",
            row_index_offset=self.header.line,
        )
        return rows.cast({"line": pl.Int64}).collect(engine="streaming").rechunk()

    def marked(self, cells: pl.DataFrame) -> pl.DataFrame:
        """The lines that are not plain, of all that are cut into `cells`: line Int64, text (a list of cells),
        is_quoted, and is_hard for a line that hides a line end or an escaped delimiter, which only the exact
        way can tell, or that makes the lines more than the rows of cells, or fewer.
        """
        text, mark, escape = pl.col("text"), self.quoting.mark, self.quoting.escape
        width, signs = len(self.header.cells), [sign for sign in (mark, "\r", escape) if sign]

        def length(cell: pl.Expr) -> pl.Expr:
            """The bytes of a cell; so few of one with a sign that its line seems too long."""
            odd = cell.str.contains_any(signs)
            return pl.when(odd).then(-width).otherwise(cell.str.len_bytes()).fill_null(0).cast(pl.Int32)

        in_cells = pl.sum_horizontal(answered(cells, dict.fromkeys(cells.columns[1:], length)))
        told = cells.select("line", in_cells=in_cells)
        lines = pl.concat([pl.scan_lines(self.text, name="text"), told.lazy()], how="horizontal")
        # What a line has besides its first cells are the delimiters between them, or more cells. An old line
        # end is taken off a cell, and a short line has room for it.
        besides = text.str.len_bytes().cast(pl.Int32) - pl.col("in_cells")
        returns = text.str.contains("\r", literal=True) if b"\r" in self.text else pl.lit(False)
        odd = lines.filter((besides >= width).fill_null(True) | returns).select(
            "line",
            text.str.split(self.delimiter),
            is_quoted=text.str.contains(mark, literal=True),
            is_hard=besides.is_null() | text.str.contains_any(signs[1:]),
        )
        return odd.collect(engine="streaming")

    def odd(self, marked: pl.DataFrame, count_lines: int) -> Iterator[tuple[range, Record]]:
        """The records of these lines, in order, by all the lines that they take; not the last ones where
        too much is read in vain for marks to close.
        """
        mark, offset, end, in_vain = self.quoting.mark.encode(), 0, 0, 0
        for line, cells, is_quoted, _ in marked.iter_rows():
            if line < end:
                continue
            record, length = Record(line, cells), 1
            if is_quoted:
                offset = self.text.rfind(b"\n", offset, self.text.find(mark, offset)) + 1 or offset
                lines = _Lines(self.text, offset, self.header.line + count_lines - line)
                record, length = self._closed(record) or self._open(record, lines, offset)
                in_vain += lines.length if length == 1 else 0
                offset += lines.size(length)
            end = line + length
            yield range(line, end), record
            if in_vain > MOST_IN_VAIN:
                return

    def _closed(self, line: Record) -> tuple[Record, int] | None:
        """The record of a line by itself, if its marks close on it."""
        mark, _, padded = self.quoting
        reader = csv.reader(
            [self.delimiter.join(line.cells)],
            delimiter=self.delimiter,
            quotechar=mark,
            skipinitialspace=padded,
            strict=True,
        )
        try:
            return Record(line.line, next(reader)), 1
        except csv.Error:
            return None

    def _open(self, line: Record, lines: "_Lines", offset: int) -> tuple[Record, int]:
        """The first record of the lines, which begin at the offset, and how many of them it takes."""
        some: Lines = lines if self._may_close(offset + lines.size(1)) else [lines[0]]
        read = records(some, self.delimiter, quoting=self.quoting, width=self.width)
        record, following = next(read), next(read, None)
        return record._replace(line=line.line), following.line - 1 if following else len(some)

    def _may_close(self, offset: int) -> bool:
        """Whether text in quotation marks goes on at the offset and ends with one where a cell may end.

        Most marks that never close are told so, without reading what is below them as cells.
        """
        mark, end = self.quoting.mark.encode(), offset + LONGEST_CELL
        first = self.text.find(mark, offset, end)
        rest = self.text[first:end].replace(mark * 2, b"") if first >= 0 else b""
        _, closing, after = rest.partition(mark)
        return bool(closing) and after[:1] in (b"", self.delimiter.encode(), b"\r", b"\n")


class _Lines:
    """The physical lines of a text from an offset on, cut out as they are asked for, ever more at a time."""

    def __init__(self, text: bytes, start: int, count: int) -> None:
        self._text, self._start, self._end, self._count = text, start, start, count
        self._lines: list[str] = []

    def __len__(self) -> int:
        return self._count

    def __getitem__(self, index: int, /) -> str:
        while len(self._lines) <= index:
            least = max(FIRST_WINDOW, 2 * (self._end - self._start))
            end = self._text.find(b"\n", self._start + least) + 1 or len(self._text)
            self._lines += lines_of(self._text[self._end : end])
            self._end = end
        return self._lines[index]

    @property
    def length(self) -> int:
        """The bytes that were asked for, and so read."""
        return self._end - self._start

    def size(self, count: int) -> int:
        """The bytes of the first lines."""
        self[count - 1]
        return sum(len(line.encode()) for line in self._lines[:count])
