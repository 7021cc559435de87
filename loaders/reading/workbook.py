"""Sheets of a workbook as rows of text, measured before they are read."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import Any, NamedTuple

from python_calamine import CalamineWorkbook, SheetVisibleEnum

from loaders.reading.decode import as_typed
from loaders.reading.disguise import archive, old_book
from loaders.reading.limits import MOST_SHEET_CELLS, MOST_TEXT, TOO_LARGE, refuse_packed
from loaders.reading.records import Record
from loaders.reading.sheets_xml import Measure, Notes, parts_of_sheets
from loaders.reading.unreadable import Unreadable

ZIP, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"  # .xlsx, .xlsb, .ods; .xls and any workbook with a password
XML = re.compile(r"(?!customXml/).*\.(xml|rels)", re.IGNORECASE)  # custom parts are other programs' own
REMEDY = "Open it in Excel and save it again as .xlsx, or as CSV."
Place = tuple[int, int]  # row and column from 0


class Seen(NamedTuple):
    """How the rows of a sheet look: the lines of those hidden or filtered out, and of those of which all text
    is struck through; and the colour, by name, of blank cells, by line and by their place from 0.
    """

    hidden: frozenset[int] = frozenset()
    struck: frozenset[int] = frozenset()
    fills: Mapping[Place, str] = {}


PLAIN = Seen()


class Workbook(NamedTuple):
    """The rows of each sheet by its name, and the day that the workbook stores as 0.

    A record's line is the sheet's own row number. `hidden`: the names of the hidden sheets, which are not
    among `sheets`; none where only they have text, and so are. `seen`: how they look, by sheet.
    """

    sheets: Mapping[str, list[Record]]
    day_zero: date
    hidden: tuple[str, ...] = ()
    seen: Mapping[str, Seen] = {}


def is_workbook(data: bytes) -> bool:
    """Whether the bytes begin as a workbook does, whatever the file is called."""
    return data.startswith((ZIP, OLD))


def workbook(data: bytes) -> Workbook:
    """The workbook in the bytes of an .xlsx file.

    Raises Unreadable for any other workbook, and for one that is damaged, locked or too large.
    """
    if data.startswith(OLD):
        raise Unreadable(old_book(data))
    with _damage_explained():
        parts = _parts(data)
        measure = Measure(parts)
        book = CalamineWorkbook.from_filelike(_packed(parts))
        measure.refuse_giant(len(book.sheet_names))
        if not book.sheet_names:
            raise Unreadable(f"The workbook has no sheets. {REMEDY}")
        notes = {name: measure.notes[part] for name, part in parts_of_sheets(parts).items()}
        sheets, hidden = _sheets(book, notes)
    return Workbook(
        sheets, measure.day_zero, tuple(hidden), {name: _seen(each) for name, each in notes.items()}
    )


@contextmanager
def _damage_explained() -> Iterator[None]:
    """Bytes can be damaged in more ways than the libraries name: any error is one, and a panic of Rust."""
    try:
        yield
    except Unreadable:
        raise
    except BaseException as error:
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        raise Unreadable(f"The workbook cannot be opened: it is damaged or locked. {REMEDY}") from error


def _parts(data: bytes) -> dict[str, bytes]:
    """The XML of the workbook by name, unpacked only once it is known to be of bearable size."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        entries = [entry for entry in packed.infolist() if XML.fullmatch(entry.filename)]
        if not any(entry.filename.lower().endswith("workbook.xml") for entry in entries):
            raise Unreadable(archive(packed.namelist()))
        refuse_packed(len(data), sum(entry.file_size for entry in entries))
        return {entry.filename: _unpacked(packed, entry) for entry in entries}


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """An entry whose size is a lie is cut there; only these two ways of packing can be cut."""
    if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise zipfile.BadZipFile(f"compression {entry.compress_type}")
    with archive.open(entry) as part:
        return part.read(entry.file_size)


def _packed(parts: Mapping[str, bytes]) -> io.BytesIO:
    """An archive of what was measured and nothing else, whatever another reader would find in the file."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part)
    packed.seek(0)
    return packed


def _sheets(book: CalamineWorkbook, notes: Mapping[str, Notes]) -> tuple[dict[str, list[Record]], list[str]]:
    """The rows of the sheets in sight, and the hidden ones' names; of all sheets where none has text."""
    in_sight = [each.name for each in book.sheets_metadata if each.visible == SheetVisibleEnum.Visible]
    sheets = {name: _rows(book, name, notes[name]) for name in in_sight}
    if any(cell.strip() for rows in sheets.values() for row in rows for cell in row.cells):
        return sheets, [name for name in book.sheet_names if name not in sheets]
    return {name: sheets.get(name) or _rows(book, name, notes[name]) for name in book.sheet_names}, []


def _seen(notes: Notes) -> Seen:
    return Seen(
        frozenset(row + 1 for row in notes.hidden),
        frozenset(row + 1 for row in notes.struck - notes.plain),
        {(row + 1, column): name for (row, column), name in notes.fills.items()},
    )


def _rows(book: CalamineWorkbook, name: str, notes: Notes) -> list[Record]:
    sheet = book.get_sheet_by_name(name)
    values = sheet.to_python(skip_empty_area=False)
    _note(values, notes)
    rows = [[_text(value) for value in row] for row in values]
    _fill(rows, sheet.merged_cell_ranges or [], len(book.sheet_names))
    return [Record(line, cells) for line, cells in enumerate(rows, 1)]


def _note(rows: list[list[Any]], notes: Notes) -> None:
    """Writes percentages as such, and errors and formulas without a value where there is nothing else."""
    places = iter(notes.percentages)
    for row, column in zip(places, places, strict=True):
        value = rows[row][column] if row < len(rows) and column < len(rows[row]) else ""
        if isinstance(value, int | float) and not isinstance(value, bool):
            rows[row][column] = f"{_text(float(value) * 100)}%"
    if not notes.texts:
        return
    height, width = (max(ends) + 1 for ends in zip(*notes.texts, strict=True))
    width = max(width, *map(len, rows), 0)
    rows.extend([] for _ in range(height - len(rows)))
    for cells in rows:
        cells.extend([""] * (width - len(cells)))
    for (row, column), text in notes.texts.items():
        if rows[row][column] == "":
            rows[row][column] = text


def _fill(rows: list[list[str]], merged: Sequence[tuple[Place, Place]], count_sheets: int) -> None:
    """Writes a text that stands once beside several rows into each of them that has text of its own.

    Merged headings and titles stay as they are: they begin in or above the first row of several texts, or
    reach over most columns. Raises Unreadable where so many ranges overlap that the cells would be too many.
    """
    fills = [sum(map(bool, row)) for row in rows]
    headings = next((at for at, fill in enumerate(fills) if fill > 1), 0)
    cells = text = 0
    for top, left, bottom in _beside(rows, headings, merged):
        below = range(top + 1, min(bottom + 1, len(rows)))
        cells += len(below)
        text += len(below) * len(rows[top][left])
        if cells * count_sheets > MOST_SHEET_CELLS or text * count_sheets > MOST_TEXT:
            raise Unreadable(TOO_LARGE)
        for at in below:
            if fills[at]:
                rows[at][left] = rows[top][left]


def _beside(
    rows: list[list[str]], headings: int, merged: Sequence[tuple[Place, Place]]
) -> Iterator[tuple[int, int, int]]:
    """The top row, the column and the bottom row of each merged range that is no heading, no title and has a
    text."""
    width = len(rows[0] if rows else [])
    for (top, left), (bottom, right) in merged:
        is_title = right > left and (right - left + 1) * 2 > width
        is_tall = bottom > top and not is_title and headings < top < len(rows)
        if is_tall and left < len(rows[top]) and rows[top][left]:
            yield top, left, bottom


def _text(cell: object) -> str:
    """A cell as a person would type it: ISO dates, no .0 on whole numbers, fifteen digits as Excel shows."""
    if isinstance(cell, str):
        return as_typed(cell)
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else f"{cell:.15g}"
    return str(cell)
