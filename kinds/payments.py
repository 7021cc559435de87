"""Membership fees received."""

from kinds.days import day
from kinds.fields import financial_year, money, text
from kinds.kind import Field, Kind

KIND = Kind(
    name="payments",
    of="payment or refund",
    fields=(
        Field(
            "organisation",
            "Organisation",
            text(),
            names="organisation",
            required=True,
            also=("Organisation name", "Partner"),
        ),
        Field("financial_year", "Financial year", financial_year(), required=True, also=("Year",)),
        Field("paid_on", "Paid on", day, also=("Date paid", "Payment date")),
        Field("amount_gbp", "Amount (£)", money(), required=True, also=("Amount paid", "Fee paid")),
        Field("reference", "Reference", text(), names="anybody", also=("Ref", "Payment reference")),
    ),
    key=("organisation", "financial_year", "paid_on", "reference"),
    organisation_by=("email", "payee"),
    readers="secretariat, board, partner by organisation",
)
