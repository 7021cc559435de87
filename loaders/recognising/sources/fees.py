"""A line of money received as the fee that it may be: what banks, ledgers and card processors share."""

import polars as pl

from kinds.clean import in_steps
from kinds.days import DAY_FIRST, MONTH_FIRST, NAMED_MONTH, of_order, plain

MONEY_OUT = r"^[£\s]*[-−–(]"
NOTHING = r"^[£\s]*0*(\.0*)?$"
BALANCE = r"(?i)^(opening|closing) balance$|^balance (as at|brought|carried)\b"


def fees(rows: pl.DataFrame, payee: pl.Expr | None = None) -> pl.DataFrame:
    """Money in, as a proposed payment: line, and as text paid_on, amount_gbp, reference, payee, email and
    financial_year; organisation is null.

    `rows`: line, paid_on, amount_gbp, reference and, where there is one, email, as text. `payee`: who paid;
    the reference where nothing else tells. Balances, money out and amounts of nothing are left out.
    """
    amount = pl.col("amount_gbp")
    money_in = amount.is_not_null() & ~amount.str.contains(MONEY_OUT) & ~amount.str.contains(NOTHING)
    who = pl.col("reference") if payee is None else payee
    text = rows.select(
        "line",
        "paid_on",
        amount.str.replace(r"(\.\d\d)0+$", "$1"),
        "reference",
        organisation=pl.lit(None, dtype=pl.String),
        payee=who,
        email=pl.col("email") if "email" in rows.columns else pl.lit(None, dtype=pl.String),
        financial_year=financial_year(pl.col("paid_on")),
    )
    return text.filter(money_in & ~pl.col("payee").str.contains(BALANCE).fill_null(False))


def financial_year(cell: pl.Expr) -> pl.Expr:
    """The year from April to March, 2026/27, of a day as it is written; null where it cannot be read.

    Day first, unless more days of the column can only be read month first than day first.
    """
    return in_steps(cell, plain, _likely_day, _year_of, dtype=pl.String())


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


def unquoted(cell: pl.Expr) -> pl.Expr:
    """Text without the apostrophe that keeps a spreadsheet from reading it as a number."""
    return cell.str.replace(r"^\s*'\s*", "")
