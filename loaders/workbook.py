"""Sheets of a workbook as rows of text, measured before they are read."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date, datetime, time
from functools import cache
from typing import NamedTuple
from xml.parsers.expat import ParserCreate

from python_calamine import CalamineWorkbook

from loaders.limits import MOST_SHEET_CELLS, MOST_SHEETS, MOST_TEXT, TOO_LARGE, refuse_packed
from loaders.records import Record
from loaders.unreadable import Unreadable

ZIP, OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"  # .xlsx, .xlsb, .ods; .xls and any workbook with a password
XML = re.compile(r"(?!customXml/).*\.(xml|rels)", re.IGNORECASE)  # custom parts are other programs' own
REFERENCE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
REMEDY = "Open it in Excel and save it again as .xlsx, or as CSV."


class Workbook(NamedTuple):
    """The rows of each sheet by its name, and the day that the workbook stores as 0.

    A record's line is the sheet's own row number.
    """

    sheets: Mapping[str, list[Record]]
    day_zero: date


def is_workbook(data: bytes) -> bool:
    """Whether the bytes begin as a workbook does, whatever the file is called."""
    return data.startswith((ZIP, OLD))


def workbook(data: bytes) -> Workbook:
    """The workbook in the bytes of an .xlsx file.

    Raises Unreadable for any other workbook, and for one that is damaged, locked or too large.
    """
    if data.startswith(OLD):
        raise Unreadable(f"The workbook is in an older form (.xls) or has a password. {REMEDY}")
    with _damage_explained():
        parts = _parts(data)
        measure = _Measure(parts)
        book = CalamineWorkbook.from_filelike(_packed(parts))
        measure.refuse_giant(len(book.sheet_names))
        sheets = {name: _rows(book, name) for name in book.sheet_names}
    if not sheets:
        raise Unreadable(f"The workbook has no sheets. {REMEDY}")
    return Workbook(sheets, measure.day_zero)


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
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = [entry for entry in archive.infolist() if XML.fullmatch(entry.filename)]
        if not any(entry.filename.lower().endswith("workbook.xml") for entry in entries):
            raise Unreadable(f"The file is not an .xlsx workbook. {REMEDY}")
        refuse_packed(len(data), sum(entry.file_size for entry in entries))
        return {entry.filename: _unpacked(archive, entry) for entry in entries}


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


class _Measure:
    """How much Calamine would allocate: it ends the process when memory runs out.

    It takes the whole range from A1 to the last row and column in use, for each name of a sheet, with a copy
    of the shared text for each cell.
    """

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.cells = self.longest = 0
        self.day_zero = date(1899, 12, 30)
        for part in parts.values():
            self._add(part)

    def _add(self, part: bytes) -> None:
        """A document type, or the empty bytes of UTF-16, could make two readers differ over the rest."""
        if b"\0" in part:
            raise ValueError("not UTF-8")
        self._rows = self._columns = self._last_end = 0
        self._parser = ParserCreate("utf-8", namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.StartDoctypeDeclHandler = _refuse_doctype
        self._parser.Parse(part, True)
        self.cells = max(self.cells, self._rows * self._columns)

    def refuse_giant(self, count_sheets: int) -> None:
        """Raises Unreadable; several names may stand for the largest sheet."""
        cells = self.cells * count_sheets
        if count_sheets > MOST_SHEETS or cells > MOST_SHEET_CELLS or cells * self.longest > MOST_TEXT:
            raise Unreadable(TOO_LARGE)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        match tag.rpartition(" ")[2]:
            case "c":
                column, row = REFERENCE.fullmatch(attributes["r"]).groups()
                self._rows = max(self._rows, int(row))
                self._columns = max(self._columns, _column_number(column))
            case "sst":
                if int(attributes.get("uniqueCount", 0)) > MOST_SHEET_CELLS:
                    raise Unreadable(TOO_LARGE)
                self._parser.EndElementHandler = self._end
            case "workbookPr" if attributes.get("date1904") in ("1", "true"):
                self.day_zero = date(1904, 1, 1)

    def _end(self, tag: str) -> None:
        """A shared text lies between the ends of two, however they are nested."""
        if tag.rpartition(" ")[2] == "si":
            self.longest = max(self.longest, self._parser.CurrentByteIndex - self._last_end)
            self._last_end = self._parser.CurrentByteIndex


def _refuse_doctype(*_: object) -> None:
    raise ValueError("document type")


@cache
def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _rows(book: CalamineWorkbook, name: str) -> list[Record]:
    rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
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
