"""What Xero, GoCardless and Stripe say was paid."""

from datetime import date
from decimal import Decimal

import pytest

import loaders
from tests.loaders.tables import lines

NAMES = loaders.Names(payees={"alder trust": "Alder Trust", "ann@alder.example": "Alder Trust"})
XERO = (
    "ContactName,EmailAddress,POAddressLine1,InvoiceNumber,Reference,InvoiceDate,DueDate,PlannedDate,Total,"
    "TaxTotal,InvoiceAmountPaid,InvoiceAmountDue,Description,Quantity,UnitAmount,AccountCode,TaxType,"
    "Currency,Type,Sent,Status"
)
GOCARDLESS = (
    "id,created_at,charge_date,amount,description,currency,status,amount_refunded,reference,"
    "transaction_fee,payout_date,links.mandate,customers.id,customers.email,customers.company_name"
)
STRIPE = "id,Description,{},Amount,Amount Refunded,Currency,Fee,Status,Customer Description,Customer Email"


def invoice(number: str, paid: str, kind: str = "Sales invoice", currency: str = "GBP") -> str:
    """A line of a Xero invoice of Alder Trust."""
    return (
        f"Alder Trust,,,{number},,30/04/2026,30/05/2026,,50.00,0,{paid},0,Fee,1,50,200,None,"
        f"{currency},{kind},Sent,Paid"
    )


def checked(*rows: str) -> loaders.Checked:
    """The file through the gate, which knows the payer Alder Trust."""
    return loaders.check(lines(*rows), "export.csv", known=loaders.Known(names=NAMES))


def paid(*rows: str) -> list[tuple]:
    """Day, amount, reference and year of every payment; none of them wrong."""
    found = checked(*rows)
    assert (found.problems.rows(), found.unplaced.rows()) == ([], [])
    return found.rows.select("paid_on", "amount_gbp", "reference", "financial_year").rows()


def test_an_invoice_of_two_lines_is_paid_once() -> None:
    """Xero repeats the total on every line of an invoice; when it was paid is not told."""
    rows = paid(XERO, invoice("INV-1", "50.0000"), invoice("INV-1", "50.0000"))

    assert rows == [(None, Decimal("50.00"), "INV-1", "2026/27")]


@pytest.mark.parametrize(
    "row",
    [invoice("INV-2", "0.00"), invoice("INV-2", "50.00", "Bill"), invoice("INV-2", "50.00", currency="EUR")],
    ids=["unpaid", "a bill", "in euros"],
)
def test_what_is_no_payment_to_us_in_pounds_is_left_out(row: str) -> None:
    """An unpaid invoice, a bill and another currency are no fees."""
    assert [reference for _, _, reference, _ in paid(XERO, invoice("INV-1", "50.00"), row)] == ["INV-1"]


def test_the_template_for_importing_invoices_is_refused() -> None:
    """It has the headings of an invoice, with asterisks, and nothing of what was paid."""
    headings = "*ContactName,*InvoiceNumber,*InvoiceDate,*DueDate,*Quantity,*UnitAmount,*AccountCode,*TaxType"

    with pytest.raises(loaders.Unreadable, match=r"template for importing invoices.*choose Export"):
        checked(headings, "Alder Trust,INV-1,30/04/2026,30/05/2026,1,50,200,None")


def collected(status: str, amount: str = "50.00", refunded: str = "0.00") -> str:
    """A line of GoCardless, whose customer is Alder Trust."""
    return (
        f"PM1,2026-04-01,2026-04-07,{amount},Fee,GBP,{status},{refunded},REF-1,0.50,2026-04-09,MD1,CU1,"
        "ann@alder.example,Alder Trust"
    )


@pytest.mark.parametrize("status", ["paid_out", "confirmed"])
def test_a_direct_debit_that_arrived_is_a_payment(status: str) -> None:
    """On the day that it was taken."""
    assert paid(GOCARDLESS, collected(status)) == [(date(2026, 4, 7), Decimal("50.00"), "REF-1", "2026/27")]


@pytest.mark.parametrize("status", ["failed", "cancelled", "pending_submission", "charged_back"])
def test_a_direct_debit_that_did_not_arrive_is_left_out(status: str) -> None:
    """It is counted as left out, and is no problem."""
    assert checked(GOCARDLESS, collected(status)).count_left_out == 1


@pytest.mark.parametrize("created", ["Created (UTC)", "Created date (UTC)"])
def test_a_card_payment_counts_less_what_was_paid_back(created: str) -> None:
    """Stripe has called its day by two names."""
    row = 'ch_1,Fee,2026-03-31 23:10:00,"1,000.00",250.00,gbp,9,Paid,,ann@alder.example'

    assert paid(STRIPE.format(created), row) == [(date(2026, 3, 31), Decimal("750.00"), "Fee", "2025/26")]


@pytest.mark.parametrize(
    "end", ["50.00,50.00,gbp,1,Refunded", "50.00,50.00,gbp,1,Paid", "50.00,0.00,gbp,1,Failed"]
)
def test_a_card_payment_that_was_not_kept_is_left_out(end: str) -> None:
    """Whether it failed or was paid back in whole."""
    row = f"ch_1,Fee,2026-03-31 23:10:00,{end},,ann@alder.example"

    assert paid(STRIPE.format("Created (UTC)"), row) == []
