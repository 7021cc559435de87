"""The records of a table: clean cells, then values, then the key of each record."""

from collections.abc import Mapping

import polars as pl

from loaders.clean import by_distinct, clean, folded
from loaders.kind import Kind
from loaders.parser import Words
from loaders.table import Table


def cells_of(table: Table) -> pl.DataFrame:
    """The clean text of every cell, null where blank, without blank rows and repetitions of the headings."""
    rows = table.rows
    cells = rows.with_columns(by_distinct(rows[name], clean) for name in rows.columns if name != "line")
    blank = pl.all_horizontal(pl.exclude("line").is_null())
    headings = [pl.lit(heading or None, dtype=pl.String) for heading in table.headings]
    repeated = pl.all_horizontal(pl.col(str(place)).eq_missing(name) for place, name in enumerate(headings))
    return cells.filter(~blank & ~repeated)


def text_of(cells: pl.DataFrame, positions: Mapping[str, int], kind: Kind) -> pl.DataFrame:
    """The cells under the kind's own column names; a column the file lacks is all null."""
    names = [field.column for field in kind.fields]
    present = {name: pl.col(str(positions[name])) for name in names if name in positions}
    absent = {name: pl.lit(None, dtype=pl.String) for name in names if name not in positions}
    return cells.select("line", **present, **absent).select("line", *names)


def values_of(text: pl.DataFrame, kind: Kind, words: Words) -> pl.DataFrame:
    """Each column in its own dtype, null where the text cannot be read or is blank; `line` last."""
    parsers = {field.column: field.parser_for(words) for field in kind.fields}
    return text.select(
        *(by_distinct(text[name], parser.parse) for name, parser in parsers.items()),
        "line",
    )


def completed(values: pl.DataFrame, kind: Kind) -> pl.DataFrame:
    """The values with declared defaults in place of blanks, and `row_key`."""
    defaults = [pl.coalesce(field.column, field.default).alias(field.column)
                for field in kind.fields if field.default is not None]  # fmt: skip
    parts = [pl.col(column).cast(pl.String).fill_null("") for column in kind.key]
    row_key = pl.concat_str([folded(part) for part in parts], separator=" | ")
    return values.with_columns(defaults).with_columns(row_key=row_key)
