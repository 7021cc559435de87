"""How delimited text is written, found from the text alone.

A reading is the better the more its records have the same number of cells (its pattern) and the more of
its cells are whole values (its types): the idea that CleverCSV is built on, measured in our own way.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from loaders.reading.records import PLAIN, Quoting, Record, records

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "vertical bar", " ": "space"}
LINES_SEARCHED = 200  # sixty rows may hold quoted line breaks
TEXT_SEARCHED = 200_000
MOST = 0.9
LONGEST_VALUE = 50
NUMBER = r"[-+(]?\s*[£$€]?\s*[-+]?(\d[\d,. ]*|[.,]\d+)(e[-+]?\d+)?\s*[%)]?"
DATE = r"(\d{1,4}([-/.])\d{1,2}\2\d{1,4}|\d{1,2}[- ][a-z]{3,9}[- ]\d{2,4})([t ,]+TIME)?"
TIME = r"\d{1,2}:\d\d(:\d\d([.,]\d+)?)?\s*([ap]m|z|[-+]\d\d:?\d\d)?"
VALUE = re.compile(rf"\s*({NUMBER}|{DATE.replace('TIME', TIME)}|{TIME})\s*", re.IGNORECASE)
NOT_WHOLE = re.compile(r"""[;\t|]|,\S|^\s|^(["']).*\1$""")


class Dialect(NamedTuple):
    """The delimiter, and how text that holds it is kept whole."""

    delimiter: str
    quoting: Quoting = PLAIN


def is_value(cell: str) -> bool:
    """Whether a cell is a number, an amount, a date or a time."""
    return len(cell) <= LONGEST_VALUE and VALUE.fullmatch(cell) is not None


def head_of(lines: Iterable[str]) -> list[str]:
    """The first lines, as many as tell the dialect; at least one, if there is one."""
    head, length = [], 0
    for line in islice(lines, LINES_SEARCHED):
        head.append(line)
        length += len(line)
        if length > TEXT_SEARCHED:
            break
    return head


def dialect_of(lines: Sequence[str]) -> Dialect:
    """The dialect that fits the lines best; comma where none gives two columns."""
    return max(dialects(lines), key=lambda each: fit(lines, each))


def dialects(lines: Sequence[str]) -> list[Dialect]:
    """The dialects for which the lines give some reason, comma first."""
    text = "".join(lines)
    found = [Dialect(delimiter, quoting) for delimiter in DELIMITERS if delimiter in text
             for quoting in _quotings(text, delimiter)]  # fmt: skip
    some = [each for each in found if each.delimiter != " " or _is_spaced(lines, each)]
    return list(dict.fromkeys([Dialect(","), *some]))


def _quotings(text: str, delimiter: str) -> Iterator[Quoting]:
    edge = re.escape(delimiter)
    sides = (rf"(^|{edge}) ?'", rf"' ?({edge}|$)") if "'" in text else ()
    ends = min((len(re.findall(side, text, re.M)) for side in sides), default=0)
    single = ends * 2 > text.count("\n")  # a line in two, for a lone cell may quote somebody
    padded = delimiter != " " and text.count(delimiter + " ") > MOST * text.count(delimiter)
    for mark in ('"', "'") if single else ('"',):
        for escape in (None, "\\") if "\\" + mark in text else (None,):
            yield Quoting(mark, escape, padded)


def fit(lines: Sequence[str], dialect: Dialect) -> float:
    """How well the lines fit a dialect, from 0 (one column) to 1."""
    rows = filled(records(lines, dialect.delimiter, quoting=dialect.quoting))
    widths = Counter(len(row.cells) for row in rows if not row.broken)
    pattern = sum((count / len(rows)) ** 2 * (1 - 1 / width) for width, count in widths.items())
    cells = Counter(chain.from_iterable(row.cells for row in rows))
    whole = sum(count for cell, count in cells.items() if is_value(cell) or not NOT_WHOLE.search(cell))
    return pattern * whole / max(cells.total(), 1)


def filled(rows: Iterator[Record]) -> list[Record]:
    """The records that are not blank."""
    return [row for row in rows if any(cell.strip() for cell in row.cells)]


def usual_width(rows: Sequence[Record]) -> int:
    """The number of cells of the rows that hold most of the cells; 1 where each row has one cell."""
    counts = Counter(len(row.cells) for row in rows if len(row.cells) > 1)
    return max(counts, key=lambda width: (width * (counts[width] - 1), counts[width]), default=1)


def _is_spaced(lines: Sequence[str], dialect: Dialect) -> bool:
    """Whether spaces part columns and not words: all records alike, from the first, and half of the cells
    values or text in quotation marks."""
    rows = filled(records(lines, " ", quoting=dialect.quoting))
    width = usual_width(rows)
    alike = sum(len(row.cells) == width for row in rows)
    cells = [cell for row in rows for cell in row.cells]
    telling = sum(is_value(cell) or " " in cell for cell in cells)
    apart = not any(is_value(line.strip()) for line in lines)
    is_even = width > 2 and len(rows[0].cells) == width and alike >= MOST * len(rows)
    return is_even and apart and telling * 2 >= len(cells)
