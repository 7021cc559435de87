"""Membership fees received."""

from kinds.days import past_day
from kinds.fields import financial_year, money, text
from kinds.kind import Field, Kind, Whole

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
        Field("paid_on", "Paid on", past_day, also=("Date paid", "Payment date")),
        Field("amount_gbp", "Amount (£)", money(), required=True, also=("Amount paid", "Fee paid")),
        Field("reference", "Reference", text(), names="anybody", also=("Ref", "Payment reference")),
    ),
    key=("organisation", "financial_year", "paid_on", "amount_gbp", "reference"),
    may_repeat=True,
    whole=Whole(between="paid_on"),
    # the reference of an invoice stays when its day is put right; instalments are a month apart
    corrected_by=(
        "staging.reference(n.reference) = staging.reference(r.reference)"
        " and staging.folded(n.organisation) = staging.folded(r.organisation)"
        " and n.amount_gbp = r.amount_gbp and abs(n.paid_on - r.paid_on) < 28"
    ),
    organisation_by=("email", "payee"),
    readers="secretariat, board, partner by organisation",
)
