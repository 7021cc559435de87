"""Cells without what nobody typed on purpose."""

from collections.abc import Callable

import polars as pl

# An apostrophe that export.py put before what a spreadsheet would take for a formula.
GUARDED = r"^'('*[=+\-@\t\r\n\x00＝＋－＠])"


def clean(cell: pl.Expr) -> pl.Expr:
    """Text in NFC, stripped, in single spaces, without control, bidirectional or zero-width characters.

    A blank is null; the guard of our own exports is taken off.
    """
    tidy = (
        cell.str.replace(GUARDED, "${1}")
        .str.normalize("NFC")
        .str.replace_all(r"[[\p{Cc}\p{Cf}]--\s]", "")
        .str.replace_all(r"\s+", " ")
        .str.strip_chars()
    )
    return pl.when(tidy != "").then(tidy)


def folded(name: pl.Expr) -> pl.Expr:
    """A clean name as it is compared: small letters, straight quotation marks."""
    return name.str.to_lowercase().str.replace_all("[‘’]", "'").str.replace_all("[“”]", '"')


def codes() -> pl.Categorical:
    """A dtype of its own for a column's text: what is the same is kept once, and each cell is a number."""
    return pl.Categorical(pl.Categories.random())


def coded(column: pl.Series) -> pl.Series:
    """The column's text as codes."""
    return column if isinstance(column.dtype, pl.Categorical) else column.cast(codes())


def spelled_out(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with text for codes: all that is the same shares its memory, which a cast would copy."""
    return rows.with_columns(
        column.dtype.categories.to_series().gather(column.to_physical()).rename(column.name)
        for column in rows
        if isinstance(column.dtype, pl.Categorical)
    )


def by_distinct(column: pl.Series, answer: Callable[[pl.Expr], pl.Expr]) -> pl.Series:
    """An expression's answer for each cell of text, coded or not, worked out once per different value."""
    column = coded(column)
    return _given(column, _answers(column, answer)["answer"])


def recoded(column: pl.Series, answer: Callable[[pl.Expr], pl.Expr]) -> pl.Series:
    """The same where the answer is text again, as codes."""
    column = coded(column)
    answers = _answers(column, answer)
    if answers["answer"].equals(answers["cell"]):
        return column
    return _given(column, answers["answer"].cast(column.dtype))


def _answers(column: pl.Series, answer: Callable[[pl.Expr], pl.Expr]) -> pl.DataFrame:
    """`cell`: what each code stands for, and last the blank; `answer`."""
    cells = pl.concat([column.dtype.categories.to_series(), pl.Series([None], dtype=pl.String)])
    # lazy, so that what an answer asks for in several places is worked out once
    return cells.to_frame("cell").lazy().select("cell", answer=answer(pl.col("cell"))).collect()


def _given(column: pl.Series, answers: pl.Series) -> pl.Series:
    return answers.gather(column.to_physical().fill_null(len(answers) - 1)).rename(column.name)
