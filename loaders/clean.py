"""Cells without what nobody typed on purpose."""

from collections.abc import Callable

import polars as pl


def clean(cell: pl.Expr) -> pl.Expr:
    """Text in NFC, stripped, in single spaces, without control, bidirectional or zero-width characters.

    A blank is null.
    """
    tidy = (
        cell.str.normalize("NFC")
        .str.replace_all(r"[[\p{Cc}\p{Cf}]--\s]", "")
        .str.replace_all(r"\s+", " ")
        .str.strip_chars()
    )
    return pl.when(tidy != "").then(tidy)


def folded(name: pl.Expr) -> pl.Expr:
    """A clean name as it is compared: small letters, straight quotation marks."""
    return name.str.to_lowercase().str.replace_all("[‘’]", "'").str.replace_all("[“”]", '"')


def by_distinct(column: pl.Series, answer: Callable[[pl.Expr], pl.Expr]) -> pl.Series:
    """An expression's answer for each cell, worked out once for each different value."""
    cells = column.to_frame("cell")
    answers = cells.unique().select("cell", answer=answer(pl.col("cell")))
    joined = cells.join(answers, on="cell", how="left", nulls_equal=True, maintain_order="left")
    return joined["answer"].rename(column.name)
