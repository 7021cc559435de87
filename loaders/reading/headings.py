"""Where the headings of an unknown table are, told from how they differ from the cells below them."""

import re
from collections.abc import Sequence
from statistics import median

from loaders.reading.dialect import filled, is_value, usual_width
from loaders.reading.records import Record

HEADING_ROWS = 5
ROWS_BELOW = 50
MOSTLY = 0.7
YEAR = re.compile(r"(19|20)\d\d")
NOT_THERE = {"", "-", "n/a", "na", "nan", "null", "none", "nil", "tbc", "tba", "unknown", "not known"}


def header_of(rows: Sequence[Record], width: int) -> range:
    """The places of the rows of headings; an empty range, where the data begin, if there are none.

    `width`: the number of cells that most rows have.
    """
    cells = [row.cells for row in rows]
    top = _top(cells, width)
    if top == len(cells) or not _is_heading(cells[top], cells[top + 1 :]):
        return range(top, top)
    stop = top + 1
    while stop < min(top + HEADING_ROWS, len(cells)) and _continues(cells, top, stop):
        stop += 1
    while top and _spans(cells[top - 1], cells[top]):
        top -= 1
    return range(top, stop)


def of_several_rows(records: Sequence[Record]) -> Record | None:
    """Headings that stand in more than one row, as one record on the line of the last; None for others."""
    rows = filled(iter(records))
    places = header_of(rows, usual_width(rows))
    return (
        Record(rows[places[-1]].line, joined([rows[at].cells for at in places])) if len(places) > 1 else None
    )


def joined(rows: Sequence[Sequence[str]]) -> list[str]:
    """One heading for each column. A blank above a heading stands for the wider heading left of it."""
    if not rows:
        return []
    *above, last = rows
    names = list(last)
    for row in reversed(above):
        left, wider = "", []
        for cell, name in zip(row, names, strict=False):
            left = cell.strip() or left
            wider.append(f"{left if name else cell} {name}".strip())
        names = wider + names[len(row) :]
    return names


def _top(rows: Sequence[Sequence[str]], width: int) -> int:
    """The first row that is about as long and as full as most. What stands above is about the table."""
    fills = [sum(map(bool, row)) for row in rows]
    usual = median([fill for fill, row in zip(fills, rows, strict=True) if len(row) == width] or [0])
    least = width - (width > 4)  # headings may lack one of many delimiters
    enough = max(usual / 2, min(width, 2) - 1)
    full = (at for at, row in enumerate(rows) if len(row) >= least and fills[at] > enough)
    return next(full, 0)


def _is_heading(row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    """Whether a row has words above columns of values rather than values."""
    valued = _valued(below)
    above = [
        _heads(cell, at, below)
        for at, cell in enumerate(row)
        if _is_there(cell) and (at in valued or not below)
    ]
    return above.count(True) > above.count(False) or all(above)


def _continues(rows: Sequence[Sequence[str]], top: int, at: int) -> bool:
    """Whether a row below headings is more of them: the same again, or words alone where values follow."""
    row, below = rows[at], rows[at + 1 :]
    if row == rows[top]:
        return True
    words = {place for place, cell in enumerate(row) if _is_there(cell)}
    if not all(_heads(row[place], place, below) for place in words):
        return False
    valued = _valued(below)
    under = any(not cell.strip() for place, cell in enumerate(rows[top]) if place in words)
    return len(words & valued) >= max(2, len(valued) / 2) or (under and 0 not in words and len(words) > 1)


def _spans(row: Sequence[str], headings: Sequence[str]) -> bool:
    """Whether a row has wider headings: words with blanks between them, in both halves of the row."""
    places = [at for at, cell in enumerate(row) if cell.strip()]
    apart = len(places) > 1 and places[-1] >= len(headings) / 2 and len(places) < len(headings)
    return len(row) == len(headings) and apart and not any(map(is_value, row))


def _valued(rows: Sequence[Sequence[str]]) -> set[int]:
    """The columns that mostly hold values."""
    rows = rows[:ROWS_BELOW]
    found = set()
    for at in range(max(map(len, rows), default=0)):
        told = [row[at] for row in rows if at < len(row) and _is_there(row[at])]
        if told and sum(map(is_value, told)) >= MOSTLY * len(told):
            found.add(at)
    return found


def _heads(cell: str, at: int, below: Sequence[Sequence[str]]) -> bool:
    """Whether a cell may be a heading: it is no value, or a year above other numbers."""
    if not is_value(cell):
        return True
    years = (YEAR.fullmatch(row[at].strip()) for row in below[:ROWS_BELOW] if at < len(row))
    return bool(below and YEAR.fullmatch(cell.strip())) and not any(years)


def _is_there(cell: str) -> bool:
    return cell.strip().lower() not in NOT_THERE
