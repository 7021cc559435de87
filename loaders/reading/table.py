"""Records under a row of headings as a frame of text, by a fast way and an exact way that agree."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

import polars as pl

from kinds.clean import clean
from loaders.reading.records import Record

PROBLEM = {"line": pl.Int64(), "column": pl.String(), "value": pl.String(), "must_be": pl.String()}
BROKEN = {**PROBLEM, "cells": pl.List(pl.String())}
WHOLE_ROW = "(row)"
Broken = tuple[int, str, str, str, list[str]]
BATCH = 50_000


@dataclass(frozen=True)
class Table:
    """`rows`: `line` (Int64) and text, coded or not, in one column for each heading, named by its place.

    `broken`: the rows that do not fit the headings, as problems (line, column, value, must_be), and their
    `cells` as a list of text: a single one, the line as it stands, where its quotation marks do not close.
    """

    headings: tuple[str, ...]
    rows: pl.DataFrame
    broken: pl.DataFrame


def headings_of(header: Record) -> tuple[str, ...]:
    """Clean headings, without the blanks to their right, which spreadsheets add."""
    return _headings(tuple(header.cells))


@lru_cache(maxsize=1)  # every step of reading a file asks for the headings of that file
def _headings(written: tuple[str, ...]) -> tuple[str, ...]:
    cells = pl.DataFrame({"cell": written}, schema={"cell": pl.String}).select(clean(pl.col("cell")))
    headings = cells["cell"].fill_null("").to_list()
    return tuple(headings[: max((place for place, name in enumerate(headings, 1) if name), default=0)])


def exact(below: Iterator[Record], header: Record, remedy: str) -> Table:
    """The table of the records below the headings; `remedy` is what to do about a row with too many cells.

    Blank cells right of the headings are let pass where the row of headings, or every row, has them.
    """
    headings = headings_of(header)
    width = len(headings)
    must_be = f"a row of {width} column{'s' * (width != 1)}: {remedy}"
    schema = {"line": pl.Int64(), "length": pl.Int64(), **{str(place): pl.String() for place in range(width)}}
    frames = [pl.DataFrame(schema=schema)]
    broken: list[Broken] = []
    while batch := list(islice(below, BATCH)):
        problems = [_problem(record, width, must_be) for record in batch]
        fit = [_row(record, width) for record, problem in zip(batch, problems, strict=True) if not problem]
        frames.append(pl.DataFrame(fit, schema=schema, orient="row"))
        broken += filter(None, problems)
    rows, shifted = _parted(pl.concat(frames), len(header.cells), must_be)
    return Table(headings, rows, pl.concat([pl.DataFrame(broken, schema=BROKEN, orient="row"), shifted]))


def _problem(record: Record, width: int, must_be: str) -> Broken | None:
    if record.broken:
        return record.line, WHOLE_ROW, record.cells[0], "a line whose quotation marks close", record.cells
    surplus = ", ".join(cell.strip() for cell in record.cells[width:] if cell.strip())
    return (record.line, WHOLE_ROW, surplus, must_be, record.cells) if surplus else None


def _row(record: Record, width: int) -> tuple[int | str, ...]:
    """Missing cells at the end are blanks, which Excel does not write. A blank row has no length."""
    blanks = [""] * (width - len(record.cells))
    length = len(record.cells) if any(cell.strip() for cell in record.cells) else 0
    return record.line, length, *record.cells[:width], *blanks


def _parted(rows: pl.DataFrame, header_length: int, must_be: str) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows, and as problems those that a delimiter in their text made longer than the others."""
    is_longer = pl.col("length") > header_length
    if not rows.select(is_longer.any()).item():
        return rows.drop("length"), pl.DataFrame(schema=BROKEN)
    usual = pl.col("length").filter(pl.col("length") > 0).min()
    longer = is_longer & (pl.col("length") > usual)
    text = pl.exclude("line", "length")
    shifted = rows.filter(longer).select(
        "line",
        column=pl.lit(WHOLE_ROW),
        value=pl.concat_str(text, separator=","),
        must_be=pl.lit(must_be),
        cells=pl.concat_list(text),
    )
    return rows.filter(~longer).drop("length"), shifted
