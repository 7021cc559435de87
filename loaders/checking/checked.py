"""What a file came to: its good rows, and every problem with line, column, value and what it must be."""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from kinds.kind import Kind
from loaders.checking.order import Order
from loaders.recognising import Source


@dataclass(frozen=True)
class Checked:
    """What a file holds.

    `rows`: the kind's columns in its order, `line` (Int64: physical line or sheet row, 1-based) and
    `row_key` (text: the record's identity), sorted by line. `said`: row by row with them, columns of words
    as they stand in the file where they are read as something else, and `placed_by`, by what the organisation
    of a row that names none is found; null elsewhere. `problems`: line Int64, column (the heading),
    value and must_be as text, sorted by line, then column. A row with a problem is not among `rows`.
    `unplaced`: line, written, email and the rest of rows whose name belongs to no organisation known;
    `count_left_out`: rows that the source leaves out. `count_read` = lines with rows + with problems +
    unplaced + left out: a line of a register has a row for each meeting, any other line one. `refused`: the
    rows with problems as they stand: line, text columns named by their place from 0, reason, and surplus
    (list of text): what does not fit under the headings, null where all does. `headings`: of the file;
    `mapping`: heading → column; `ignored`: not used.
    `share`: the headings that the source knows, from 0 to 1. `renamed`: organisations as written → on record.
    `file_name` and `sha256` are of the sheet, too, where the workbook has others.
    """

    kind: Kind
    source: Source
    share: float
    file_name: str
    sha256: str
    encoding: str
    delimiter: str
    header_line: int
    sheet: str
    other_sheets: tuple[str, ...]
    hidden_sheets: tuple[str, ...]
    headings: tuple[str, ...]
    mapping: Mapping[str, str]
    ignored: tuple[str, ...]
    order: Order
    renamed: Mapping[str, str]
    rows: pl.DataFrame
    said: pl.DataFrame
    problems: pl.DataFrame
    refused: pl.DataFrame
    unplaced: pl.DataFrame
    count_read: int

    @property
    def kept(self) -> pl.DataFrame:
        """The rows as the store keeps them: what is known of words and names is read into them anew each
        time.
        """
        words = [name for name in self.said.columns if name != "placed_by"]
        rows = self.rows.with_columns(pl.coalesce(self.said[name], pl.col(name)) for name in words)
        if not self.kind.is_placed:
            return rows
        by = self.said["placed_by"] if "placed_by" in self.said.columns else pl.lit(None, pl.String)
        named = pl.when(by.is_null()).then("organisation").alias("organisation")
        return rows.with_columns(by.alias("placed_by")).with_columns(named)

    @property
    def sheets_not_read(self) -> tuple[str, ...]:
        """The others that have rows, and hidden ones."""
        return (*self.other_sheets, *self.hidden_sheets)

    @property
    def count_left_out(self) -> int:
        """Rows that are no record of their own, or stand for nobody."""
        others = (each["line"].n_unique() for each in (self.rows, self.problems, self.unplaced))
        return self.count_read - sum(others)
