"""Columns that change what another of their row says: a revised date, apologies beside who attended."""

from typing import NamedTuple

import polars as pl

from kinds.fields import same, yes_or_no
from kinds.kind import Field
from kinds.parser import Words
from loaders.recognising import Sheet

# what a tick in the other column may put right; whoever came, came
OPEN = ("absent", "not recorded")


class Beside(NamedTuple):
    """A column of the file at a place: its cells stand for those of `field`, or a yes in them for `word`."""

    place: int
    field: Field
    word: str


def columns_beside(sheet: Sheet) -> list[Beside]:
    """The columns of a template that are none of its own and yet change what one of its own says."""
    if not sheet.source.is_template:
        return []
    taken = {*sheet.match.positions.values()}
    names = pl.Series("name", sheet.table.headings, dtype=pl.String).to_frame()
    written = names.select(same(pl.col("name"))).to_series().to_list()
    told = [
        (heading.lower(), each, word) for each in sheet.kind.fields for heading, word in each.beside.items()
    ]
    return [
        Beside(place, each, word)
        for place, name in enumerate(written)
        for heading, each, word in told
        if place not in taken and name == heading
    ]


def with_beside(text: pl.DataFrame, cells: pl.DataFrame, sheet: Sheet) -> pl.DataFrame:
    """The text of the rows with what stands beside it."""
    for place, each, word in columns_beside(sheet):
        own, other = pl.col(each.column).cast(pl.String), cells[str(place)].cast(pl.String)
        beside = text.select(own, other.alias("other")).select(_said(each, word)).to_series()
        text = text.with_columns(beside.alias(each.column))
    return text


def _said(each: Field, word: str) -> pl.Expr:
    own, other = pl.col(each.column), pl.col("other")
    if not word:
        return pl.coalesce(other, own)
    read = each.parser_for(Words()).parse(own)
    is_open = read.is_null() | read.is_in(OPEN)
    ticked = yes_or_no().parse(other).fill_null(False) | (same(other) == same(pl.lit(word)))
    return pl.when(ticked & is_open).then(pl.lit(word)).otherwise(own)
