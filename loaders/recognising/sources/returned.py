"""Money that came in and went back: in a bank's statement neither line is a payment."""

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import NamedTuple

import polars as pl

from kinds.fields import money
from kinds.names import folded
from loaders.recognising.moments import likely_day

RETURNED = re.compile(
    r"(?i)\b(unpaid|returned|return of|reversals?|reversed|refund(ed)?|recalled|bounced|charge ?backs?"
    r"|dishonoured|rejected|unp|rtn|rtd)\b( (payment|item|credit|transfer|direct debit|cheque|bacs))?"
    r"( (of|to|from)\b)?"
)
LEAST = 5  # letters of a payer's name that stands in another


class _Line(NamedTuple):
    line: int
    day: date | None
    amount: Decimal
    payee: str
    is_return: bool


def without_returned(rows: pl.DataFrame, payee: pl.Expr) -> pl.DataFrame:
    """The lines of a statement without those that cancel each other out: money in, and later as much back out
    to whoever paid it.

    What came back of money that is not in the file stays as a negative amount, where the statement says that
    it is a return, or else the payer has paid something in the file. `rows`: line, paid_on, amount_gbp, and
    as far as the bank has them type, reference and paid_out, as text.
    """
    lines = [*_lines(rows, payee)]
    credits = [each for each in lines if each.amount > 0]
    gone: set[int] = set()
    negative: dict[int, str] = {}
    for each in (each for each in lines if each.amount < 0):
        paid = [one for one in credits if _same_payer(one.payee, each.payee)]
        undone = [
            one
            for one in paid
            if one.amount == -each.amount and one.line not in gone and _not_after(one, each)
        ]
        if undone:
            gone |= {each.line, max(undone, key=lambda one: (one.day or date.min, one.line)).line}
        elif each.is_return or paid:
            negative[each.line] = str(each.amount)
    amount = pl.col("line").replace_strict(negative, default=pl.col("amount_gbp"), return_dtype=pl.String)
    return rows.filter(~pl.col("line").is_in(gone)).with_columns(
        amount_gbp=amount, is_return=pl.col("line").is_in([*negative])
    )


def payer(cell: pl.Expr) -> pl.Expr:
    """Who paid; of what went back without the words that say so."""
    paid = cell.map_elements(lambda text: _stripped(text) or text, return_dtype=pl.String)
    return pl.when("is_return").then(paid).otherwise(cell)


def _lines(rows: pl.DataFrame, payee: pl.Expr) -> Iterator[_Line]:
    text = ["type", "reference", "description"]
    told = rows.select(
        "line",
        day=likely_day(pl.col("paid_on")),
        amount=_amount(rows),
        payee=payee,
        words=pl.concat_str(
            [name for name in text if name in rows.columns], separator=" ", ignore_nulls=True
        ),
    )
    for line, day, amount, who, words in told.filter(pl.col("amount") != 0).iter_rows():
        yield _Line(line, day, amount, folded(_stripped(who or "")), bool(RETURNED.search(folded(words))))


def _amount(rows: pl.DataFrame) -> pl.Expr:
    """What came in, and what went out as a negative amount, whether or not it has a column of its own."""
    read = money().parse
    if "paid_out" not in rows.columns:
        return read(pl.col("amount_gbp"))
    return pl.coalesce(read(pl.col("amount_gbp")), -read(pl.col("paid_out")).abs())


def _stripped(payee: str) -> str:
    return RETURNED.sub(" ", payee).strip(" -:,")


def _same_payer(one: str, other: str) -> bool:
    short, long = sorted((" ".join(one.split()), " ".join(other.split())), key=len)
    return short == long or (len(short) >= LEAST and f" {short} " in f" {long} ")


def _not_after(paid: _Line, returned: _Line) -> bool:
    return not (paid.day and returned.day) or paid.day <= returned.day
