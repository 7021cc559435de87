"""Delimited text as records that know their physical line: the exact way, for any text."""

import csv
import io
import re
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice
from typing import Any, NamedTuple, Protocol

STAND_IN = "\ue000"  # for a mark that is text; a private character, which no font shows and nobody types
READINGS = 64
# Characters. Marks may be so placed that from each line on they close only at the end of the file, if at all:
# once that many were read in vain, every line is a record of its own. No line is mended by reading more.
LONGEST_RECORD, MOST_IN_VAIN, READ_AGAIN = 1_000_000, 20_000_000, 500_000


class Record(NamedTuple):
    """One record: the physical line it starts on (1-based) and its cells.

    A `broken` record is a line whose quotation marks do not close; its one cell is the line as it stands.
    """

    line: int
    cells: list[str]
    broken: bool = False


class Lines(Protocol):
    """Physical lines by their place: a list, or what cuts them out of a text as they are asked for."""

    def __len__(self) -> int: ...

    def __getitem__(self, index: int, /) -> str: ...


class Quoting(NamedTuple):
    """How text is kept whole: its mark, what stands before a mark inside it besides a second mark, and
    whether a blank follows each delimiter."""

    mark: str = '"'
    escape: str | None = None
    padded: bool = False


PLAIN = Quoting()


def lines_of(text: bytes) -> Iterator[str]:
    """Physical lines of UTF-8 with their ends, whichever of the three line ends they have."""
    return iter(io.TextIOWrapper(io.BytesIO(text), encoding="utf-8", newline=""))


def records(
    lines: Lines, delimiter: str, start: int = 0, quoting: Quoting = PLAIN, width: int = 0
) -> Iterator[Record]:
    """Every record of the lines from index `start`.

    A quotation mark that never closes costs its own line, never those below it. Where `width` is given,
    such a line is read with one of its marks as text if that gives as many cells.
    """
    form = _form(delimiter, quoting)
    in_vain = 0
    while start < len(lines):
        stop = len(lines) if in_vain < MOST_IN_VAIN else start + 1
        length = [0]
        reader = csv.reader(_fed(lines, range(start, stop), length), strict=True, **form)
        at = start
        try:
            for cells in reader:
                yield Record(at + 1, cells)
                at, length[0] = start + reader.line_num, 0
            start = stop
        except csv.Error:
            in_vain += length[0]
            mended = _mended(lines[at], form, width) if width else None
            yield Record(at + 1, mended) if mended else _alone(lines[at], at + 1, form)
            start = at + 1


def _fed(lines: Lines, places: range, length: list[int]) -> Iterator[str]:
    """The lines, whose characters since the last record are counted in `length`, until they are too many."""
    for place in places:
        if length[0] > LONGEST_RECORD:
            return
        line = lines[place]
        length[0] += len(line)
        yield line


def _form(delimiter: str, quoting: Quoting) -> dict[str, Any]:
    mark, escape, padded = quoting
    return {"delimiter": delimiter, "quotechar": mark, "escapechar": escape, "skipinitialspace": padded}


def _alone(line: str, number: int, form: dict[str, Any]) -> Record:
    """A line that breaks the rules of quoting, read by itself and leniently if its marks are paired.

    The csv module takes no cell of more than 131,072 characters; a line without marks has no need of it.
    """
    mark, escape = form["quotechar"], form["escapechar"]
    if mark not in line and not (escape and escape in line):
        return Record(number, line.rstrip("\r\n").split(form["delimiter"]))
    with suppress(csv.Error):
        if line.count(mark) % 2 == 0:
            return Record(number, next(csv.reader([line], **form)))
    return Record(number, [line.strip()], broken=True)


def _mended(line: str, form: dict[str, Any], width: int) -> list[str] | None:
    """The line's cells with the marks inside words, and if need be one more, as text; None if none fits."""
    mark, delimiter = re.escape(form["quotechar"]), re.escape(form["delimiter"])
    blank = rf"(?<!{delimiter} )" if form["skipinitialspace"] else ""
    text = re.sub(rf"(?<=[^{delimiter}{mark}]){blank}{mark}(?=[^{delimiter}{mark}\r\n])", STAND_IN, line)
    most = min(READINGS, READ_AGAIN // len(line))
    places = [found.start() for found in islice(re.finditer(mark, text), most)][::-1]
    for reading in (text, *(text[:place] + STAND_IN + text[place + 1 :] for place in places)):
        try:
            cells = next(csv.reader([reading], strict=True, **form))
        except csv.Error:
            continue
        if len(cells) == width:
            return [cell.replace(STAND_IN, form["quotechar"]) for cell in cells]
    return None
