"""What the XML of a workbook tells beyond what Calamine gives, and how much Calamine would allocate."""

import posixpath
import re
from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from xml.parsers.expat import XMLParserType

from loaders.reading.limits import MOST_SHEET_CELLS, MOST_SHEETS, MOST_TEXT, TOO_LARGE
from loaders.reading.styles import styles_of
from loaders.reading.unreadable import Unreadable
from loaders.reading.xml_part import parse

REFERENCE = re.compile(r"([A-Za-z]{1,3})([0-9]{1,7})")
MOST_MERGED, MOST_NOTED = 1_000_000, 100_000_000  # ranges in all sheets; bytes
NOTE = 200  # bytes, besides its text
MOST_FILLED = 100_000  # blank cells of which the colour is kept


@dataclass(frozen=True)
class Notes:
    """Of one sheet, by (row, column) from 0: what Calamine leaves blank, which cells are percentages, and how
    they look.

    `texts`: errors, and formulas that nobody has calculated. `percentages`: rows and columns by turns.
    `hidden`: rows, filtered ones too. `struck`, `plain`: rows with text that is struck through, and with text
    that is not. `fills`: the colour, by name, of blank cells that have one.
    """

    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    percentages: "array[int]" = field(default_factory=lambda: array("I"))
    hidden: set[int] = field(default_factory=set)
    struck: set[int] = field(default_factory=set)
    plain: set[int] = field(default_factory=set)
    fills: dict[tuple[int, int], str] = field(default_factory=dict)


class Measure:
    """How much Calamine would allocate: it ends the process when memory runs out.

    It takes the whole range from A1 to the last row and column in use, for each name of a sheet, with a copy
    of the shared text for each cell. `notes`: by the plain name of a part.
    """

    def __init__(self, parts: Mapping[str, bytes]) -> None:
        self.cells = self.longest = self.merged = self._noted = 0
        self.day_zero = date(1899, 12, 30)
        self.notes: dict[str, Notes] = {}
        parts = _by_plain_name(parts)
        self._styles = styles_of(parts)
        for name, part in parts.items():
            self._add(name, part)

    def _add(self, name: str, part: bytes) -> None:
        self._rows = self._columns = self._last_end = self._merged = 0
        self._place: tuple[int, int] | None = None
        self._inside: dict[str, list[str]] = {}  # the texts of the cell's formula and value
        self._noting = self.notes[name] = Notes()
        parse(part, self._start, self._prepare)
        self._note()
        self.cells = max(self.cells, self._rows * self._columns)
        self.merged = max(self.merged, self._merged)
        if len(self._noting.percentages) > self._rows * self._columns * 2:
            raise ValueError("a cell twice")

    def _prepare(self, parser: XMLParserType) -> None:
        parser.buffer_text = True
        self._parser = parser

    def refuse_giant(self, count_sheets: int) -> None:
        """Raises Unreadable; several names may stand for the largest sheet."""
        cells = self.cells * count_sheets
        if count_sheets > MOST_SHEETS or cells > MOST_SHEET_CELLS or cells * self.longest > MOST_TEXT:
            raise Unreadable(TOO_LARGE)
        if self.merged * count_sheets > MOST_MERGED:
            raise Unreadable(TOO_LARGE)

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        local = tag.rpartition(" ")[2]
        if local in ("f", "v", "is") and self._place:
            self._has_text()
        if local == "c":
            self._cell(attributes)
        elif local in ("f", "v"):
            if self._place and (local == "f" or self._inside or self._type == "e"):
                texts = self._inside[local] = list[str]()
                self._parser.CharacterDataHandler = texts.append
        else:
            self._note()
            self._place = None
            match local:
                case "row" if attributes.get("hidden") in ("1", "true") and "r" in attributes:
                    self._noting.hidden.add(int(attributes["r"]) - 1)
                case "mergeCell":
                    self._merged += 1
                case "sst":
                    if int(attributes.get("uniqueCount", 0)) > MOST_SHEET_CELLS:
                        raise Unreadable(TOO_LARGE)
                    self._parser.EndElementHandler = self._end
                case "workbookPr" if attributes.get("date1904") in ("1", "true"):
                    self.day_zero = date(1904, 1, 1)

    def _cell(self, attributes: dict[str, str]) -> None:
        self._note()
        place = REFERENCE.fullmatch(attributes["r"])
        row, column = (int(place[2]), _column_number(place[1])) if place else (0, 0)
        if not row:
            raise ValueError("no place for a cell")
        if row > self._rows:
            self._rows = row
        if column > self._columns:
            self._columns = column
        self._place, self._type = (row - 1, column - 1), attributes.get("t", "n")
        style = attributes.get("s", "0")
        if self._type == "n" and style in self._styles.percentages:
            self._noting.percentages.extend(self._place)
        self._is_struck = style in self._styles.struck
        if style in self._styles.filled and len(self._noting.fills) < MOST_FILLED:
            self._noting.fills[self._place] = self._styles.filled[style]

    def _has_text(self) -> None:
        """What a colour says is asked of blank cells alone, and what a line says of those with text."""
        assert self._place, "it is that of the cell"
        self._noting.fills.pop(self._place, None)
        if self._styles.struck:
            (self._noting.struck if self._is_struck else self._noting.plain).add(self._place[0])

    def _note(self) -> None:
        """What the last cell's formula and value come to, once its XML has ended.

        A text that a formula left empty is one; a number, date or truth is not.
        """
        if not (self._inside and self._place):
            return
        self._parser.CharacterDataHandler = None
        inside = {name: "".join(texts).strip() for name, texts in self._inside.items()}
        self._inside = {}
        text = inside.get("v") if self._type == "e" else ""
        is_stored = inside.get("v") or (self._type == "str" and "v" in inside)
        if "f" in inside and not is_stored:
            text = f"={inside['f'] or '?'}"
        if text:
            self._noting.texts[self._place] = text
            self._noted += NOTE + 4 * len(text)
            if self._noted > MOST_NOTED:
                raise Unreadable(TOO_LARGE)

    def _end(self, tag: str) -> None:
        """A shared text lies between the ends of two, however they are nested."""
        if tag.rpartition(" ")[2] == "si":
            self.longest = max(self.longest, self._parser.CurrentByteIndex - self._last_end)
            self._last_end = self._parser.CurrentByteIndex


def _by_plain_name(parts: Mapping[str, bytes]) -> dict[str, bytes]:
    """Small letters and slashes: Calamine too finds a part whichever way its name is written."""
    return {name.lower().replace("\\", "/"): part for name, part in parts.items()}


def parts_of_sheets(parts: Mapping[str, bytes]) -> dict[str, str]:
    """The plain name of each sheet's part, by the sheet's name.

    Raises KeyError where a sheet has none.
    """
    parts = _by_plain_name(parts)
    targets: dict[str, str] = {}
    found: dict[str, str] = {}

    def relationship(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(" ")[2] == "Relationship":
            targets[attributes["Id"]] = attributes["Target"].lower()

    def sheet(tag: str, attributes: dict[str, str]) -> None:
        if tag.rpartition(" ")[2] == "sheet":
            target = targets[{key.rpartition(" ")[2]: value for key, value in attributes.items()}["id"]]
            found.setdefault(attributes["name"], posixpath.join("/xl", target).lstrip("/"))

    parse(parts["xl/_rels/workbook.xml.rels"], relationship)
    parse(parts["xl/workbook.xml"], sheet)
    return found


@cache
def _column_number(letters: str) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
