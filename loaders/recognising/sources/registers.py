"""Registers of charities: the income of organisations, told by their charity numbers.

A register says nothing of membership, and knows an organisation by another name than the body does. So
`organisation` and all else is left to what is known of that number already.
"""

import polars as pl

from loaders.recognising.source import About, Source

NOT_OURS = "charities that are removed, linked to another or without an income"


def _incomes(rows: pl.DataFrame, _: About) -> pl.DataFrame:
    """Number and income of the registered charities that stand by themselves and have told an income."""
    is_removed = pl.col("state").str.to_lowercase().str.contains("remov") | pl.col("removed_on").is_not_null()
    stands_alone = pl.col("linked").is_null() | pl.col("linked").str.contains(r"^0+$")
    ours = rows.filter(~is_removed.fill_null(False) & stands_alone, pl.col("turnover_gbp").is_not_null())
    return ours.select(
        "line",
        "charity_number",
        "turnover_gbp",
        organisation=pl.lit(None, dtype=pl.String),
        membership=pl.lit(None, dtype=pl.String),
    )


def _northern_irish(rows: pl.DataFrame, about: About) -> pl.DataFrame:
    """Its numbers are written NIC100001 everywhere but in its own register."""
    number = pl.col("charity_number").str.replace(r"^(\d+)$", "NIC$1")
    return _incomes(rows, about).with_columns(number)


NO_STATE = {"state": ("Status",), "removed_on": ("Removed",), "linked": ("Linked charity number",)}

ENGLAND_AND_WALES = Source(
    name="Charity Commission register extract",
    kind="organisations",
    updates=True,
    columns={
        "id": ("organisation_number",),
        "charity_number": ("registered_charity_number",),
        "linked": ("linked_charity_number",),
        "name": ("charity_name",),
        "state": ("charity_registration_status",),
        "removed_on": ("date_of_removal",),
        "period_end": ("latest_acc_fin_period_end_date",),
        "turnover_gbp": ("latest_income",),
        "spent": ("latest_expenditure",),
    },
    needs=("id", "charity_number", "linked", "turnover_gbp"),
    shape=_incomes,
    leaves_out=NOT_OURS,
)

SCOTLAND = Source(
    name="OSCR register extract",
    kind="organisations",
    updates=True,
    columns={
        "charity_number": ("Charity Number",),
        "name": ("Charity Name",),
        "state": ("Charity Status",),
        "removed_on": ("Ceased Date",),
        "linked": ("Linked charity number",),
        "turnover_gbp": ("Most recent year income",),
        "spent": ("Most recent year expenditure",),
        "year_end": ("Year End",),
    },
    needs=("charity_number", "name", "turnover_gbp"),
    shape=_incomes,
    leaves_out=NOT_OURS,
)

NORTHERN_IRELAND = Source(
    name="CCNI register extract",
    kind="organisations",
    updates=True,
    columns={
        "charity_number": ("Reg charity number",),
        "linked": ("Sub charity number",),
        "name": ("Charity name",),
        "state": ("Status",),
        "removed_on": ("Date removed",),
        "period_end": ("Date for financial year ending",),
        "turnover_gbp": ("Total income",),
        "spent": ("Total spending",),
    },
    needs=("charity_number", "name", "turnover_gbp"),
    shape=_northern_irish,
    leaves_out=NOT_OURS,
)

LIST = Source(
    name="List of charity numbers, names and incomes",
    kind="organisations",
    updates=True,
    columns={
        "charity_number": ("Charity number", "Registered charity number", "Charity no", "Number"),
        "name": ("Charity name", "Name", "Charity"),
        "turnover_gbp": ("Income", "Latest income", "Total income", "Total gross income", "Annual income"),
        **NO_STATE,
    },
    needs=("charity_number", "name", "turnover_gbp"),
    shape=_incomes,
    leaves_out=NOT_OURS,
)

SOURCES = (ENGLAND_AND_WALES, SCOTLAND, NORTHERN_IRELAND, LIST)
