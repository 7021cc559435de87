"""What a moment tells, as it is written: its day, and the financial year in which it is."""

import polars as pl

from kinds.clean import in_steps
from kinds.days import DAY_FIRST, MONTH_FIRST, NAMED_MONTH, in_london, of_order, plain


def day_part(cell: pl.Expr) -> pl.Expr:
    """The day of a moment, as it is written: 4/23/2024 of "4/23/2024, 10:01:33 AM", and so for ISO.

    Of a moment that tells how far it is from UTC the day in London.
    """
    return (
        in_london(cell).str.replace(r"[\sT,]+((at|à|às|um) )?\d{1,2}[:.h]\d\d.*$", "").str.strip_chars(" ,")
    )


def financial_year(cell: pl.Expr) -> pl.Expr:
    """The year from April to March, 2026/27, of a day as it is written; null where it cannot be read.

    Day first, unless more days of the column can only be read month first than day first.
    """
    return in_steps(cell, plain, _likely_day, _year_of, dtype=pl.String())


def likely_day(cell: pl.Expr) -> pl.Expr:
    """The day that a cell most likely tells, by the same reckoning."""
    return in_steps(cell, plain, _likely_day, dtype=pl.Date())


def _likely_day(written: pl.Expr) -> pl.Expr:
    day_first, month_first = of_order(written, DAY_FIRST), of_order(written, MONTH_FIRST)
    only_day, only_month = (
        (one.is_not_null() & other.is_null()).sum()
        for one, other in ((day_first, month_first), (month_first, day_first))
    )
    others = (of_order(written, form) for form in (*NAMED_MONTH, "%Y/%m/%d"))
    return pl.coalesce(pl.when(only_month > only_day).then(month_first).otherwise(day_first), *others)


def _year_of(day: pl.Expr) -> pl.Expr:
    first = day.dt.offset_by("-3mo").dt.year()
    return pl.format("{}/{}", first, ((first + 1) % 100).cast(pl.String).str.zfill(2))
