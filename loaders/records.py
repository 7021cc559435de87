"""Delimited text as records that know their physical line: the exact way, for any text."""

import csv
from collections.abc import Iterator, Sequence
from typing import NamedTuple


class Record(NamedTuple):
    """One record: the physical line it starts on (1-based) and its cells.

    A `broken` record is a line whose quotation marks do not close; its one cell is the line as it stands.
    """

    line: int
    cells: list[str]
    broken: bool = False


def records(lines: Sequence[str], delimiter: str, start: int = 0) -> Iterator[Record]:
    """Every record of the lines from index `start`.

    A quotation mark that never closes costs its own line, never those below it.
    """
    while start < len(lines):
        rest = (lines[index] for index in range(start, len(lines)))
        reader = csv.reader(rest, delimiter=delimiter, strict=True)
        at = start
        try:
            for cells in reader:
                yield Record(at + 1, cells)
                at = start + reader.line_num
            return
        except csv.Error:
            yield _alone(lines[at], at + 1, delimiter)
            start = at + 1


def _alone(line: str, number: int, delimiter: str) -> Record:
    """A line that breaks the rules of quoting, read by itself and leniently if its marks are paired."""
    try:
        if line.count('"') % 2 == 0:
            return Record(number, next(csv.reader([line], delimiter=delimiter)))
    except csv.Error:  # a cell beyond the csv module's limit of 131,072 characters
        pass
    return Record(number, [line.strip()], broken=True)
