"""A line of money received as the fee that it may be: what banks, ledgers and card processors share."""

import polars as pl

from loaders.recognising.moments import financial_year

MONEY_OUT = r"^[£\s]*[-−–(]"
NOTHING = r"^[£\s]*0*(\.0*)?$"
BALANCE = r"(?i)^(opening|closing) balance$|^balance (as at|brought|carried)\b"


def fees(rows: pl.DataFrame, payee: pl.Expr | None = None) -> pl.DataFrame:
    """Money in, as a proposed payment: line, and as text paid_on, amount_gbp, reference, payee, email and
    financial_year; organisation is null.

    `rows`: line, paid_on, amount_gbp, reference and, where there is one, email, as text. `payee`: who paid;
    the reference where nothing else tells. Balances, amounts of nothing and money out are left out, except
    for what is told to be a return: `is_return`.
    """
    amount = pl.col("amount_gbp")
    is_return = pl.col("is_return") if "is_return" in rows.columns else pl.lit(False)
    is_in = ~amount.str.contains(MONEY_OUT) | is_return
    money_in = amount.is_not_null() & is_in & ~amount.str.contains(NOTHING)
    who = pl.col("reference") if payee is None else payee
    text = rows.filter(money_in).select(
        "line",
        "paid_on",
        amount.str.replace(r"(\.\d\d)0+$", "$1"),
        "reference",
        organisation=pl.lit(None, dtype=pl.String),
        payee=who,
        email=pl.col("email") if "email" in rows.columns else pl.lit(None, dtype=pl.String),
        financial_year=financial_year(pl.col("paid_on")),
    )
    return text.filter(~pl.col("payee").str.contains(BALANCE).fill_null(False))


def unquoted(cell: pl.Expr) -> pl.Expr:
    """Text without the apostrophe that keeps a spreadsheet from reading it as a number."""
    return cell.str.replace(r"^\s*'\s*", "")
