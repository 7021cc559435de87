"""Received: what came in of the fees, and what was waived."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from kinds.names import folded
from kinds.wording import WAIVERS
from rules.facts import Facts
from rules.records import Payment


class Received(NamedTuple):
    """What came in for one financial year, in pounds, and whether the fee was waived."""

    amount_gbp: Decimal = Decimal(0)
    is_waived: bool = False


Paid = Mapping[tuple[str, str], Received]


def received(facts: Facts, today: date) -> Paid:
    """What came in by today, by organisation and financial year."""
    paid: dict[tuple[str, str], Received] = {}
    for payment in facts.payments:
        if payment.paid_on is None or payment.paid_on <= today:
            key = folded(payment.organisation), payment.financial_year
            amount, is_waived = paid.get(key, Received())
            paid[key] = Received(amount + payment.amount_gbp, is_waived or waives(payment))
    return paid


def waives(payment: Payment) -> bool:
    """Whether a payment of nothing says that the fee was waived."""
    return payment.amount_gbp == 0 and WAIVERS.word(payment.reference) == "waived"
