"""The records of a table: clean cells, then values, then the key of each record."""

from collections.abc import Callable, Iterable, Mapping

import polars as pl

from kinds.clean import answered, clean
from kinds.kind import Kind
from kinds.names import folded_expr
from kinds.parser import Parser, Words
from loaders.reading import Table


def cells_of(table: Table) -> pl.DataFrame:
    """The clean text of every cell, which may be coded, null where blank, without blank rows and repeated
    headings.
    """
    cells = table.rows.with_columns(answered(table.rows, dict.fromkeys(table.rows.columns[1:], clean)))
    blank = pl.all_horizontal(pl.exclude("line").is_null())
    headings = [pl.lit(heading or None, dtype=pl.String) for heading in table.headings]
    repeated = pl.all_horizontal(pl.col(str(place)).eq_missing(name) for place, name in enumerate(headings))
    kept = cells.select(~blank & ~repeated).to_series()
    return cells if kept.all() else cells.filter(kept)  # few files have any: spare the copy


def text_of(cells: pl.DataFrame, positions: Mapping[str, int], columns: Iterable[str]) -> pl.DataFrame:
    """The cells under the names of `columns`; a column the file lacks is all null, and text."""
    names = list(columns)
    present = {name: pl.col(str(positions[name])) for name in names if name in positions}
    absent = {name: pl.lit(None, dtype=pl.String) for name in names if name not in positions}
    return cells.select("line", **present, **absent).select("line", *names)


def values_of(text: pl.DataFrame, kind: Kind, words: Words) -> pl.DataFrame:
    """Each column in its own dtype (text may be coded), null where what is written cannot be read or is
    blank; `line` last.
    """
    parsers = {field.column: field.parser_for(words) for field in kind.fields}
    return text.select(*answered(text, {name: each.parse for name, each in parsers.items()}), "line")


def completed(values: pl.DataFrame, text: pl.DataFrame, kind: Kind, words: Words) -> pl.DataFrame:
    """The values with declared defaults in place of blanks, and `row_key`: the values of the key as text."""
    parsers = {field.column: field.parser_for(words) for field in kind.fields}
    defaults = [pl.coalesce(pl.col(field.column).cast(parsers[field.column].dtype), field.default)
                for field in kind.fields if field.default is not None]  # fmt: skip
    parts = text.lazy().select(answered(text, {name: _part_of_key(parsers[name]) for name in kind.key}))
    keys = parts.select(row_key=pl.concat_str(pl.all().cast(pl.String), separator="|"))
    return values.with_columns(*defaults, keys.collect(engine="streaming").to_series())


def _part_of_key(parser: Parser) -> Callable[[pl.Expr], pl.Expr]:
    return lambda cell: folded_expr(parser.parse(cell).cast(pl.String).fill_null(""))
