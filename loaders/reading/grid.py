"""Any delimited text as a grid: its records, its headings if it has any, and how it is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from loaders.reading.decode import to_utf8
from loaders.reading.dialect import Dialect, dialect_of, filled, head_of, usual_width
from loaders.reading.headings import header_of, joined
from loaders.reading.records import Record, lines_of, records

ALIKE = 0.8


@dataclass(frozen=True)
class Grid:
    """`records`: all that are not blank. `header`: the places among them of the rows of headings; empty,
    and where the data begin, if there are none. `end`: the place after the table's last row: the number
    of records, or where another table begins."""

    records: list[Record]
    header: range
    end: int
    encoding: str
    dialect: Dialect

    @property
    def headings(self) -> list[str]:
        """One heading for each column; headings of several rows are joined into one."""
        return joined([self.records[place].cells for place in self.header])

    @property
    def rows(self) -> list[Record]:
        """The records below the headings."""
        return self.records[self.header.stop : self.end]


def grid(data: bytes, most_lines: int | None = None) -> Grid:
    """The first table of any text, or of its first lines, from nothing but its bytes. Never raises."""
    text, encoding = to_utf8(data)
    lines = list(islice(lines_of(text), most_lines))
    head = head_of(lines)
    dialect = dialect_of(head)
    delimiter, quoting = dialect
    width = usual_width(filled(records(head, delimiter, quoting=quoting)))
    rows = filled(records(lines, delimiter, quoting=quoting, width=width))
    header = header_of(rows[: len(head)], width)
    return Grid(rows, header, _end(rows, header), encoding, dialect)


def _end(rows: Sequence[Record], header: range) -> int:
    """Where nearly the same headings begin another table. The very same begin a page of this one."""
    first = rows[header.start].cells if header else []
    if len(first) < 2:
        return len(rows)
    return next(
        (place for place in range(header.stop, len(rows)) if _is_alike(rows[place].cells, first)), len(rows)
    )


def _is_alike(cells: Sequence[str], headings: Sequence[str]) -> bool:
    if cells[0] != headings[0]:
        return False
    same = sum(cell == heading for cell, heading in zip(cells, headings, strict=False))
    return cells != headings and same >= ALIKE * len(headings)
