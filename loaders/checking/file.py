"""A file on its way through the gate: its sheet, and its rows as far as they are understood."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import NamedTuple

import polars as pl

from kinds.kind import Kind
from loaders.checking.identifiers import refuse_identifiers
from loaders.checking.looks import in_sight, of_struck
from loaders.checking.names import no_names
from loaders.checking.order import AS_WRITTEN, Order
from loaders.checking.problems import LAST
from loaders.checking.rows import cells_of
from loaders.checking.said import Answers
from loaders.checking.shape import shaped
from loaders.recognising import Sheet, Source


class Upload(NamedTuple):
    """What came: the name of the file, and `name` and `sha256` that are of the sheet, too, where the workbook
    has others: each counts as a file, loaded once and found again by its name.
    """

    file_name: str
    name: str
    sha256: str


@dataclass(frozen=True)
class File:
    """The rows of a sheet, as far as they are understood.

    `cells`: `line` (Int64) and clean text by place from 0. `text`: `line` and text under the columns of the
    kind. `struck`: problems of rows that are struck through. `blank`: lines of blank rows among the last.
    `count_read`: rows with text, with those that do not fit the headings or are left out. `order`, `renamed`,
    `unplaced`: as in `Checked`.
    """

    upload: Upload
    sheet: Sheet
    cells: pl.DataFrame
    text: pl.DataFrame
    struck: pl.DataFrame
    blank: pl.Series
    count_read: int
    order: Order = AS_WRITTEN
    renamed: Mapping[str, str] = field(default_factory=dict)
    unplaced: pl.DataFrame = field(default_factory=no_names)

    @property
    def kind(self) -> Kind:
        """The kind of record in its rows."""
        return self.sheet.kind

    @property
    def source(self) -> Source:
        """What its sheet is read as."""
        return self.sheet.source


def uploaded(data: bytes, file_name: str, sheet: Sheet) -> Upload:
    """What came, of which this sheet was read."""
    digest, written = sha256(data), sheet.written
    if not written.other_sheets:
        return Upload(file_name, file_name, digest.hexdigest())
    digest.update(written.sheet.encode())
    return Upload(file_name, f"{file_name}, sheet {written.sheet}", digest.hexdigest())


def filed(sheet: Sheet, upload: Upload, answers: Answers) -> File:
    """A sheet's rows that are not left out, under the columns of the kind.

    Raises Unreadable where cells identify people, Undated where the day of the meeting must be said, Unseen
    where the look of a row must be.
    """
    read = cells_of(sheet.table)
    refuse_identifiers(read, sheet.table.headings, upload.name)
    cells = read.filter(~pl.col("line").is_in(list(answers.left_out))) if answers.left_out else read
    cells = in_sight(cells, sheet, answers)
    text = shaped(cells, sheet, upload.file_name, answers.group_name, answers.meeting_on)
    struck = of_struck(cells, text, sheet, answers.struck)
    return File(
        upload, sheet, cells, text, struck, _blank(sheet, read), read.height + sheet.table.broken.height
    )


def _blank(sheet: Sheet, read: pl.DataFrame) -> pl.Series:
    last = sheet.table.rows["line"].tail(LAST)
    return last.filter(~last.is_in(read["line"].tail(LAST).implode()))
