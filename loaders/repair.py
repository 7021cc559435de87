"""Rows that were refused, as they stand in the file, to be mended and read again."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import replace

import polars as pl

from loaders.clean import spelled_out
from loaders.table import Table

REASON = "Reason"


def mended(table: Table, cells: Mapping[int, Sequence[str]]) -> Table:
    """The table with these cells in place of the rows on these lines, as far as it has such lines."""
    if not cells:
        return table
    known = {*table.rows["line"], *table.broken["line"]}
    lines = [line for line in cells if line in known]
    width = len(table.headings)
    rows = [
        {"line": line} | {str(place): text for place, text in enumerate(cells[line][:width])}
        for line in lines
    ]
    new = pl.DataFrame(rows, schema=table.rows.schema)
    kept = table.rows.filter(~pl.col("line").is_in(lines))
    return replace(
        table,
        rows=pl.concat([kept, new]).sort("line"),
        broken=table.broken.filter(~pl.col("line").is_in(lines)),
    )


def refused(table: Table, problems: pl.DataFrame) -> pl.DataFrame:
    """The rows with problems: line, the cells by their place from 0, and reason.

    A row that does not fit the headings stands whole in the first cell.
    """
    if problems.is_empty():
        return spelled_out(table.rows.clear()).with_columns(reason=pl.lit(None, dtype=pl.String))
    told = pl.format("{} “{}” must be {}", "column", "value", "must_be")
    reasons = problems.group_by("line", maintain_order=True).agg(reason=told.str.join("; "))
    broken = (
        table.broken.select("line", pl.col("value").alias("0")) if table.headings else table.broken.clear()
    )
    wrong = spelled_out(table.rows.join(reasons.select("line"), on="line", how="semi"))
    rows = pl.concat([wrong, broken], how="diagonal")
    return rows.join(reasons, on="line", how="inner").sort("line")


def as_file(headings: Sequence[str], rows: pl.DataFrame, delimiter: str) -> bytes:
    """Refused rows as delimited text under their own headings, with a column that gives the reason.

    A space parts nothing here, whatever parted the file: reasons are full of them.
    """
    out = io.StringIO()
    writer = csv.writer(out, delimiter=delimiter if delimiter.strip(" ") else ",")
    writer.writerow([*headings, REASON])
    writer.writerows(row[1:] for row in rows.iter_rows())
    return out.getvalue().encode("utf-8-sig")
