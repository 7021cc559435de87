"""Sheets of a workbook as rows of text."""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import date, datetime, time

from python_calamine import CalamineError, CalamineWorkbook

from loaders.records import Record
from loaders.unreadable import Unreadable

SIGNATURES = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")  # .xlsx and .ods; .xls
MOST_BYTES = 400_000_000
MOST_CELLS = 20_000_000
USED_RANGE = re.compile(rb'<dimension ref="[A-Z]+\d+:([A-Z]+)(\d+)"')


def is_workbook(data: bytes) -> bool:
    """Whether the bytes begin as a workbook does, whatever the file is called."""
    return data.startswith(SIGNATURES)


def sheets(data: bytes) -> Mapping[str, list[Record]]:
    """The rows of each sheet by its name; a record's line is the sheet's own row number.

    Raises Unreadable when the workbook cannot be opened.
    """
    try:
        if zipfile.is_zipfile(io.BytesIO(data)):
            _refuse_giant(zipfile.ZipFile(io.BytesIO(data)))
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        return {name: _rows(workbook, name) for name in workbook.sheet_names}
    except (CalamineError, zipfile.BadZipFile) as error:
        raise Unreadable(
            "The workbook cannot be opened. If it has a password, save a copy without one, or save it as CSV."
        ) from error


def _refuse_giant(archive: zipfile.ZipFile) -> None:
    """Calamine allocates the whole used range at once and ends the process when memory runs out."""
    entries = archive.infolist()
    cells = [_count_cells(archive, entry) for entry in entries if entry.filename.startswith("xl/worksheets/")]
    if sum(entry.file_size for entry in entries) > MOST_BYTES or max(cells, default=0) > MOST_CELLS:
        raise Unreadable(
            "The workbook is too large to open: a stray cell may stand far below or right of the table. "
            "Save the sheet with the table as CSV and upload that."
        )


def _count_cells(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> int:
    with archive.open(entry) as sheet:
        used = USED_RANGE.search(sheet.read(4000))
    return _column_number(used[1]) * int(used[2]) if used else 0


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number


def _rows(workbook: CalamineWorkbook, name: str) -> list[Record]:
    rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
    return [Record(line, [_text(cell) for cell in row]) for line, row in enumerate(rows, 1)]


def _text(cell: object) -> str:
    """A cell as a person would type it: ISO dates, no .0 on whole numbers, fifteen digits as Excel shows."""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else f"{cell:.15g}"
    return str(cell)
