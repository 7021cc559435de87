"""Statements of UK bank accounts: each line of money in is a fee that may have been paid."""

import polars as pl

from loaders.recognising.source import About, Source
from loaders.recognising.sources.fees import fees, unquoted
from loaders.recognising.sources.returned import payer, without_returned

MONEY_IN_ONLY = "money out, balances, and what came in and went back"


def _described(rows: pl.DataFrame, _: About) -> pl.DataFrame:
    """One text tells both who paid and what for."""
    rows = rows.with_columns(unquoted(pl.col("reference")))
    return fees(without_returned(rows, pl.col("reference")), payer(pl.col("reference")))


def _named(rows: pl.DataFrame, _: About) -> pl.DataFrame:
    """Who paid stands by itself."""
    who = pl.coalesce("counterparty", "reference")
    rows = rows.with_columns(reference=pl.coalesce("reference", "description"), payee=who)
    return fees(without_returned(rows, pl.col("payee")), payer(pl.col("payee")))


BARCLAYS = Source(
    name="Barclays statement",
    kind="payments",
    day_first=True,
    columns={
        "number": ("Number",),
        "paid_on": ("Date",),
        "account": ("Account",),
        "amount_gbp": ("Amount",),
        "type": ("Subcategory",),
        "reference": ("Memo",),
    },
    needs=("paid_on", "account", "amount_gbp", "type", "reference"),
    shape=_described,
    leaves_out=MONEY_IN_ONLY,
)

NATWEST = Source(
    name="NatWest or Royal Bank of Scotland statement",
    kind="payments",
    day_first=True,
    columns={
        "paid_on": ("Date",),
        "type": ("Type",),
        "reference": ("Description",),
        "amount_gbp": ("Value",),
        "balance": ("Balance",),
        "account_name": ("Account Name",),
        "account": ("Account Number",),
    },
    needs=("paid_on", "type", "reference", "amount_gbp", "balance", "account"),
    shape=_described,
    leaves_out=MONEY_IN_ONLY,
)

LLOYDS = Source(
    name="Lloyds, Halifax or Bank of Scotland statement",
    kind="payments",
    day_first=True,
    columns={
        "paid_on": ("Transaction Date",),
        "type": ("Transaction Type",),
        "sort_code": ("Sort Code",),
        "account": ("Account Number",),
        "reference": ("Transaction Description",),
        "paid_out": ("Debit Amount",),
        "amount_gbp": ("Credit Amount",),
        "balance": ("Balance",),
    },
    needs=("paid_on", "type", "reference", "paid_out", "amount_gbp"),
    shape=_described,
    leaves_out=MONEY_IN_ONLY,
)

HSBC = Source(
    name="HSBC UK statement",
    kind="payments",
    day_first=True,
    columns={"paid_on": ("Date",), "reference": ("Description",), "amount_gbp": ("Amount",)},
    needs=("paid_on", "reference", "amount_gbp"),
    shape=_described,
    leaves_out=MONEY_IN_ONLY,
    positions=("paid_on", "reference", "amount_gbp"),
)

NATIONWIDE = Source(
    name="Nationwide statement",
    kind="payments",
    day_first=True,
    columns={
        "paid_on": ("Date",),
        "type": ("Transaction type", "Transactions"),
        "reference": ("Description",),
        "paid_out": ("Paid out",),
        "amount_gbp": ("Paid in",),
        "balance": ("Balance",),
    },
    needs=("paid_on", "type", "reference", "paid_out", "amount_gbp"),
    shape=_described,
    leaves_out=MONEY_IN_ONLY,
)

STARLING = Source(
    name="Starling statement",
    kind="payments",
    day_first=True,
    columns={
        "paid_on": ("Date",),
        "counterparty": ("Counter Party",),
        "reference": ("Reference",),
        "type": ("Type",),
        "amount_gbp": ("Amount (GBP)",),
        "balance": ("Balance (GBP)",),
        "category": ("Spending Category",),
        "description": ("Notes",),
    },
    needs=("paid_on", "counterparty", "amount_gbp"),
    shape=_named,
    leaves_out=MONEY_IN_ONLY,
)

MONZO = Source(
    name="Monzo statement",
    kind="payments",
    day_first=True,
    columns={
        "id": ("Transaction ID",),
        "paid_on": ("Date",),
        "time": ("Time",),
        "type": ("Type",),
        "counterparty": ("Name",),
        "emoji": ("Emoji",),
        "category": ("Category",),
        "amount_gbp": ("Amount",),
        "currency": ("Currency",),
        "reference": ("Notes and #tags",),
        "description": ("Description",),
        "paid_out": ("Money Out",),
        "paid_in": ("Money In",),
        "balance": ("Balance",),
    },
    needs=("id", "paid_on", "type", "counterparty", "amount_gbp", "currency"),
    shape=_named,
    leaves_out=MONEY_IN_ONLY,
)

SOURCES = (BARCLAYS, NATWEST, LLOYDS, HSBC, NATIONWIDE, STARLING, MONZO)
