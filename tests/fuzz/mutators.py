"""What happens to files on their way: to their cells and rows, to their text and to their bytes."""

import codecs
from collections.abc import Callable
from random import Random

from tests.fuzz.seeds import DAYS, TEXTS, Grid

LINE_ENDS = ("\n", "\r\n", "\r", "\r\r\n", "\u2028", "\x0b", "\x1e", "\x85")
ODD_TEXT = (
    '"', '""', "'", "'quoted'", "\\", '\\"', 'a "b" c', "O'Brien", "a\nb", "a\r\nb", "a\r", "\x00", "\x1a",
    "\u202eabc\u202c", "\u200b", "\ufeff", "\ufffd", "\ue000", "\U000e0041", "e\u0301", "\u00a0", "\u3000",
    "=1+1", "+44", "@SUM(A1)", "-2+3", '=HYPERLINK("http://example.org","x")', "=cmd|' /C calc'!A0",
    "Total", "Grand total", "Reason", "Name", "Date", "NULL", "n/a", "#REF!", "Infinity", "nan", "1e308",
    "9" * 40, "0." + "0" * 40 + "1", "-0", "1e-99", "£" + "9" * 15, "£99999999999999.99", "1,2,3", "１２",
    "29/02/2025", "00/00/0000", "31/12/9999", "1/1/1", "2026-13-45", "46113", "9/9/99", "01/02/03",
    "2025/2025", "0000/01", "101%", "1.5%", "-1%", "😀", "ﷺ" * 3, "ß", "İ", "Total: 5", "|||", ",,,", ";;",
    "\t",
)  # fmt: skip


def _at(grid: Grid, rng: Random) -> int:
    return rng.randrange(len(grid)) if grid else 0


def odd_cell(grid: Grid, rng: Random) -> Grid:
    """Some cells of text that nobody expects, or any characters at all."""
    for _ in range(rng.randrange(1, 6)):
        row = grid[_at(grid, rng)] if grid else []
        if row:
            any_text = "".join(chr(rng.choice((rng.randrange(128), rng.randrange(0xD7FF)))) for _ in range(4))
            row[rng.randrange(len(row))] = rng.choice((*ODD_TEXT, any_text))
    return grid


def huge_cell(grid: Grid, rng: Random) -> Grid:
    """One cell of far more text than any other."""
    if grid and (row := grid[_at(grid, rng)]):
        row[rng.randrange(len(row))] = rng.choice("9a\"', \t") * rng.choice((1_000, 40_000, 140_000))
    return grid


def shuffled_columns(grid: Grid, rng: Random) -> Grid:
    """The columns in another order."""
    width = max(map(len, grid), default=0)
    order = rng.sample(range(width), width)
    return [[row[at] for at in order if at < len(row)] for row in grid]


def repeated_column(grid: Grid, rng: Random) -> Grid:
    """A column, its heading too, there twice."""
    place = rng.randrange(len(grid[0])) if grid and grid[0] else 0
    return [[*row, *row[place : place + 1]] for row in grid]


def lost_column(grid: Grid, rng: Random) -> Grid:
    """A column is not there."""
    place = rng.randrange(len(grid[0])) if grid and grid[0] else 0
    return [row[:place] + row[place + 1 :] for row in grid]


def mixed_days(grid: Grid, rng: Random) -> Grid:
    """Days written in many ways in one column."""
    place = rng.randrange(len(grid[0])) if grid and grid[0] else 0
    for row in grid[1:]:
        row[place : place + 1] = [rng.choice(DAYS)]
    return grid


def total_row(grid: Grid, rng: Random) -> Grid:
    """A line of totals at the end."""
    width = len(grid[0]) if grid else 1
    return [*grid, [rng.choice(("Total", "Sub-total:", "TOTALS")), *[""] * (width - 2), "100"]]


def ragged(grid: Grid, rng: Random) -> Grid:
    """Rows with blanks to their right, with more cells or with fewer."""
    for row in grid:
        match rng.randrange(4):
            case 0:
                row += [""] * rng.randrange(4)
            case 1:
                row.append(rng.choice(TEXTS))
            case 2:
                del row[rng.randrange(len(row) + 1) :]
    return grid


def blank_rows(grid: Grid, rng: Random) -> Grid:
    """Rows of nothing between the others."""
    for _ in range(rng.randrange(1, 4)):
        grid.insert(_at(grid, rng), rng.choice(([], [""], [" ", "", "\u200b"])))
    return grid


def repeated_rows(grid: Grid, rng: Random) -> Grid:
    """Rows, the headings among them, there again."""
    for _ in range(rng.randrange(1, 4)):
        grid.insert(_at(grid, rng), list(grid[_at(grid, rng)]) if grid else [])
    return [*grid, *grid[:1]] if rng.random() < 0.3 else grid


def sections(grid: Grid, rng: Random) -> Grid:
    """Titles and facts above the table, or another table below it."""
    above = [["1. Summary"], ["Meeting title", rng.choice(TEXTS)], ["Start time", rng.choice(DAYS)], []]
    below = [[], ["3. Activities"], *(row[::-1] for row in grid)]
    return rng.choice(([*above, *grid], [*grid, *below], [*above, *grid, *below]))


def many_rows(grid: Grid, rng: Random) -> Grid:
    """Enough rows that some stand below what is searched for headings."""
    short = [[cell[:50] for cell in row] for row in grid[1:]]
    return [*grid, *(list(row) for _ in range(rng.choice((8, 30))) for row in short)]


def nothing_but_headings(grid: Grid, _: Random) -> Grid:
    """No row below the headings."""
    return grid[:1]


def line_ends(text: str, rng: Random) -> str:
    """Line ends of several systems in one file."""
    return "".join(rng.choice(LINE_ENDS) if end == "\n" else end for end in text)


def stray_marks(text: str, rng: Random) -> str:
    """Characters that mean something to a reader of delimited text, anywhere."""
    for _ in range(rng.randrange(1, 6)):
        place = rng.randrange(len(text) + 1)
        text = text[:place] + rng.choice('"",;\t|\'\\\n\r \x00') + text[place:]
    return text


def lost_marks(text: str, rng: Random) -> str:
    """Some quotation marks or delimiters gone."""
    return text.replace(rng.choice('",;\t'), "", rng.randrange(1, 5))


def other_delimiter(text: str, rng: Random) -> str:
    """One delimiter for another, in part of the file or all of it."""
    old, new = rng.sample(",;\t| ", 2)
    return text.replace(old, new, rng.choice((-1, 3)))


def mojibake(text: str, rng: Random) -> str:
    """UTF-8 taken for another encoding, once or twice."""
    for _ in range(rng.randrange(1, 3)):
        text = text.encode("utf-8", "replace").decode(rng.choice(("latin-1", "cp1252")), "replace")
    return text


def truncated(data: bytes, rng: Random) -> bytes:
    """Cut anywhere, in the middle of a character too."""
    return data[: rng.randrange(len(data) + 1)]


def flipped(data: bytes, rng: Random) -> bytes:
    """A few bytes changed."""
    changed = bytearray(data)
    for _ in range(rng.randrange(1, 6) if data else 0):
        changed[rng.randrange(len(changed))] = rng.choice((0, 0xFF, 0x22, rng.randrange(256)))
    return bytes(changed)


def without_a_piece(data: bytes, rng: Random) -> bytes:
    """A piece in the middle lost."""
    start = rng.randrange(len(data) + 1)
    return data[:start] + data[start + rng.randrange(200) :]


def marked(data: bytes, rng: Random) -> bytes:
    """Some byte order mark before it, right or wrong."""
    return rng.choice((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE)) + data


OF_GRIDS: tuple[Callable[[Grid, Random], Grid], ...] = (
    odd_cell, huge_cell, shuffled_columns, repeated_column, lost_column, mixed_days, total_row, ragged,
    blank_rows, repeated_rows, sections, many_rows, nothing_but_headings, odd_cell,
)  # fmt: skip
OF_TEXT = (line_ends, stray_marks, lost_marks, other_delimiter, mojibake)
OF_BYTES = (truncated, flipped, without_a_piece, marked)
