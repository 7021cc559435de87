"""How large a file may be, so that each is read in seconds, within the memory of a small machine."""

from loaders.reading.unreadable import Unreadable

MOST_BYTES = 100 * 2**20
MOST_LINES, LONGEST_LINE = 2_000_000, 1_000_000  # a line in bytes
MOST_COLUMNS, MOST_CELLS = 1_000, 20_000_000
# Of a workbook, unpacked. Real ones are packed up to thirty times, and the smallest are not worth a question.
MOST_UNPACKED, MOST_RATIO, SMALL = 200_000_000, 100, 10_000_000
MOST_SHEETS, MOST_SHEET_CELLS, MOST_TEXT = 200, 3_000_000, 500_000_000

TOO_LONG = (
    f"The file is too large: it may have {MOST_BYTES // 2**20} MB and {MOST_LINES:,} lines. "
    "Split it into several files, for instance one for each year, and upload them one by one."
)
NO_LINES = (
    f"The file has a line of more than {LONGEST_LINE:,} characters, as no table has. "
    "Export it again, as CSV with one line for each record."
)
TOO_WIDE = (
    f"The table is too wide: it may have {MOST_COLUMNS:,} columns and {MOST_CELLS:,} cells. "
    "Delete the columns and rows that are not needed, the blank ones too, and upload it again."
)
TOO_LARGE = (
    "The workbook is too large to open. It may have 200 sheets, 3 million cells down and right to the last "
    "one in use, 500 MB of text and 200 MB unpacked: a stray cell may stand far below or right of the table. "
    "Save the sheet with the table as CSV and upload that."
)
NO_WORKBOOK = (
    f"The workbook unpacks to more than {MOST_RATIO} times its size, as no real one does. "
    "Save the sheet with the table as CSV and upload that."
)


def refuse_large(data: bytes) -> None:
    """Raises Unreadable for a file of more bytes than may be read."""
    if len(data) > MOST_BYTES:
        raise Unreadable(TOO_LONG)


def refuse_long(text: bytes) -> int:
    """The line ends of a text, whichever of the three kinds they are.

    Raises Unreadable for text of too many lines, or with a line that is too long to be one.
    """
    count = max(text.count(b"\n"), text.count(b"\r"))
    if count > MOST_LINES:
        raise Unreadable(TOO_LONG)
    start = 0
    while len(text) - start > LONGEST_LINE:
        last = max(text.rfind(end, start, start + LONGEST_LINE) for end in (b"\n", b"\r"))
        if last < 0:
            raise Unreadable(NO_LINES)
        start = last + 1
    return count


def refuse_wide(columns: int, lines: int) -> None:
    """Raises Unreadable for a table of too many columns or cells."""
    if columns > MOST_COLUMNS or columns * lines > MOST_CELLS:
        raise Unreadable(TOO_WIDE)


def refuse_packed(packed: int, unpacked: int) -> None:
    """Raises Unreadable for a workbook of so many bytes that unpacks to too many, or to suspiciously many."""
    if unpacked > MOST_UNPACKED:
        raise Unreadable(TOO_LARGE)
    if unpacked > max(packed * MOST_RATIO, SMALL):
        raise Unreadable(NO_WORKBOOK)
