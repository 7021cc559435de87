"""Money received as invoicing and collecting systems tell it: Xero, GoCardless and Stripe."""

import polars as pl

from loaders.recognising.moments import day_part, financial_year
from loaders.recognising.source import About, Source
from loaders.recognising.sources.fees import fees

IN_POUNDS = pl.col("currency").is_null() | (pl.col("currency").str.to_uppercase() == "GBP")
POUNDS = pl.Decimal(14, 2)


def _paid_invoices(rows: pl.DataFrame, _: About) -> pl.DataFrame:
    """One row for each invoice that has been paid, in part or whole, at its first line.

    The day of payment is not told; the year is that of the invoice's own day.
    """
    is_sale = pl.col("type").str.to_lowercase().str.contains("sales").fill_null(True)
    invoices = rows.filter(IN_POUNDS & is_sale).unique(
        ["reference", "contact", "invoiced_on"], keep="first", maintain_order=True
    )
    paid = fees(invoices.with_columns(paid_on=pl.lit(None, dtype=pl.String)), pl.col("contact"))
    years = invoices.select("line", financial_year=financial_year(pl.col("invoiced_on")))
    return paid.drop("financial_year").join(years, on="line", how="left", maintain_order="left")


def _collected(rows: pl.DataFrame, _: About) -> pl.DataFrame:
    """Payments that reached us, less what was paid back, at the day they were taken."""
    arrived = pl.col("status").str.to_lowercase().is_in(["paid", "paid_out", "confirmed"])
    received = rows.filter(IN_POUNDS & arrived).with_columns(
        amount_gbp=_less(pl.col("amount_gbp"), pl.col("refunded")),
        paid_on=day_part(pl.col("paid_on")),
        reference=pl.coalesce("reference", "description", "id"),
    )
    return fees(received, pl.coalesce("company", "email"))


def _less(amount: pl.Expr, refunded: pl.Expr) -> pl.Expr:
    """The amount after refunds, as text; the amount as it is written where either cannot be read."""
    first, second = (cell.str.replace_all(",", "").cast(POUNDS, strict=False) for cell in (amount, refunded))
    return pl.coalesce((first - second).cast(pl.String), amount)


XERO = Source(
    name="Xero sales invoices",
    kind="payments",
    columns={
        "contact": ("ContactName",),
        "email": ("EmailAddress",),
        "reference": ("InvoiceNumber",),
        "invoiced_on": ("InvoiceDate",),
        "due_on": ("DueDate",),
        "planned_on": ("PlannedDate",),
        "total": ("Total",),
        "tax": ("TaxTotal",),
        "amount_gbp": ("InvoiceAmountPaid",),
        "unpaid": ("InvoiceAmountDue",),
        "quantity": ("Quantity",),
        "unit_amount": ("UnitAmount",),
        "account_code": ("AccountCode",),
        "tax_type": ("TaxType",),
        "currency": ("Currency",),
        "type": ("Type",),
        "status": ("Status",),
    },
    needs=("contact", "reference", "invoiced_on", "amount_gbp", "unpaid"),
    shape=_paid_invoices,
    leaves_out="further lines of an invoice, what is unpaid, credit notes, bills and other currencies",
)

XERO_TEMPLATE_COLUMNS = (
    "contact",
    "reference",
    "invoiced_on",
    "due_on",
    "quantity",
    "account_code",
    "tax_type",
)
XERO_TEMPLATE = Source(
    name="Xero template for importing invoices",
    kind="payments",
    columns={name: XERO.columns[name] for name in XERO_TEMPLATE_COLUMNS},
    needs=("contact", "reference", "invoiced_on", "due_on", "account_code"),
    shape=_paid_invoices,
    refused=(
        "This is Xero's template for importing invoices: it does not tell what has been paid. "
        "Open the invoices in Xero, choose Export, and upload that file."
    ),
)

GOCARDLESS = Source(
    name="GoCardless payments",
    kind="payments",
    columns={
        "id": ("id",),
        "created_on": ("created_at",),
        "paid_on": ("charge_date",),
        "amount_gbp": ("amount",),
        "description": ("description",),
        "currency": ("currency",),
        "status": ("status",),
        "refunded": ("amount_refunded",),
        "reference": ("reference",),
        "fee": ("transaction_fee",),
        "paid_out_on": ("payout_date",),
        "mandate": ("links.mandate",),
        "customer": ("customers.id",),
        "email": ("customers.email",),
        "company": ("customers.company_name",),
    },
    needs=("id", "paid_on", "amount_gbp", "status", "mandate|customer"),
    shape=_collected,
    leaves_out="payments that failed, were cancelled, paid back or are on their way, and other currencies",
)

STRIPE = Source(
    name="Stripe payments",
    kind="payments",
    columns={
        "id": ("id",),
        "description": ("Description",),
        "paid_on": ("Created (UTC)", "Created date (UTC)"),
        "amount_gbp": ("Amount",),
        "refunded": ("Amount Refunded",),
        "currency": ("Currency",),
        "fee": ("Fee",),
        "status": ("Status",),
        "customer": ("Customer ID",),
        "company": ("Customer Description",),
        "email": ("Customer Email",),
        "captured": ("Captured",),
        "reference": ("Invoice ID",),
    },
    needs=("id", "paid_on", "amount_gbp", "refunded", "status"),
    shape=_collected,
    leaves_out="payments that failed, were paid back or are not in pounds",
    seen=True,
)

SOURCES = (XERO, XERO_TEMPLATE, GOCARDLESS, STRIPE)
