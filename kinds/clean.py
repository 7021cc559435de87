"""Cells without what nobody typed on purpose."""

from collections.abc import Callable, Mapping

import polars as pl

Answer = Callable[[pl.Expr], pl.Expr]
FEW = 1_000  # rows of which it does not pay to find the different ones
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


def in_steps(cell: pl.Expr, *steps: Answer, dtype: pl.DataType) -> pl.Expr:
    """What the steps make of a column one after another, each worked out once however often the next uses it.

    Polars itself finds only the outermost of what an expression repeats.
    """

    def taken(column: pl.Series) -> pl.Series:
        rows = column.to_frame("cell")
        for step in steps:
            rows = rows.select(step(pl.col("cell")).alias("cell"))
        return rows.to_series()

    return cell.map_batches(taken, return_dtype=dtype)


def codes() -> pl.Categorical:
    """A dtype of its own for a column's text: what is the same is kept once, and each cell is a number."""
    return pl.Categorical(pl.Categories.random())


def spelled_out(rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with text for codes: all that is the same shares its memory, which a cast would copy."""
    coded = [column for column in rows if isinstance(column.dtype, pl.Categorical)]
    return (
        rows.with_columns(
            _spellings(column.dtype).gather(column.to_physical()).rename(column.name) for column in coded
        )
        if coded
        else rows
    )


def _spellings(dtype: pl.DataType) -> pl.Series:
    """The different texts of a coded column, by their number."""
    assert isinstance(dtype, pl.Categorical), "only what is coded has them"
    return dtype.categories.to_series()


def looked_up(cell: pl.Expr, table: Mapping[str, str]) -> pl.Expr:
    """What the table has for the same text, null where it has nothing."""
    return cell.replace_strict(list(table), list(table.values()), default=None, return_dtype=pl.String)


def answered(rows: pl.DataFrame, answers: Mapping[str, Answer]) -> list[pl.Series]:
    """What each of these columns of text becomes: of few rows all at once, of many once per different value.

    Where a column is coded and its answer is text, that is coded too.
    """
    if rows.height > FEW:
        return [_by_distinct(rows[name], answer) for name, answer in answers.items()]
    by_answer: dict[Answer, list[str]] = {}
    for name, answer in answers.items():
        by_answer.setdefault(answer, []).append(name)
    asked = [answer(pl.col(names)).name.keep() for answer, names in by_answer.items()]
    return spelled_out(rows.select(list(answers))).select(asked).select(list(answers)).get_columns()


def _by_distinct(column: pl.Series, answer: Answer) -> pl.Series:
    column = column if isinstance(column.dtype, pl.Categorical) else column.cast(codes())
    cells = pl.concat([_spellings(column.dtype), pl.Series([None], dtype=pl.String)])
    # lazy, so that what an answer asks for in several places is worked out once
    answers = cells.to_frame("cell").lazy().select(answer(pl.col("cell"))).collect().to_series()
    if answers.dtype == pl.String:
        if answers.equals(cells):
            return column
        answers = answers.cast(column.dtype)
    return answers.gather(column.to_physical().fill_null(len(answers) - 1)).rename(column.name)
