"""Fee: what each member owes for a financial year, and what came in."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from rules import Finding, fee
from tests.rules.build import body, facts

TODAY = date(2026, 11, 21)
BANDS = {
    "kind": "bands", "from": date(2017, 4, 1), "first_year": 2017,
    "boundary_gbp": 1_000_000, "over_gbp": 100, "under_gbp": 50,
}  # fmt: skip
ONE = """
    organisation | turnover_gbp | joined_on
    Alder        | 2000000      | 1 Jun 2026
"""


def judged(*terms: dict[str, Any], today: date = TODAY, **tables: str) -> list[Finding]:
    """The findings themselves, for those who look at figures and rows."""
    return list(fee.judge(body(fee=terms), facts(**tables), today))


def found(*terms: dict[str, Any], today: date = TODAY, **tables: str) -> list[str]:
    """Each finding as one line: status, subject and sentence."""
    findings = judged(*terms, today=today, **tables)
    return [f"{finding.status} | {finding.about} | {finding.says}" for finding in findings]


def paid(amount: str, year: str = "2026/27", name: str = "Alder") -> str:
    """One payment of an organisation for a financial year."""
    return f"organisation | financial_year | amount_gbp\n{name} | {year} | {amount}"


@pytest.mark.parametrize(
    ("amount", "finding"),
    [
        ("100", "met | Alder, 2026/27 | £100 paid for 2026/27."),
        ("62.50", "due | Alder, 2026/27 | £62.50 of £100 paid for 2026/27."),
        ("1", "due | Alder, 2026/27 | £1 of £100 paid for 2026/27."),
        ("0", "due | Alder, 2026/27 | £100 is not paid for 2026/27."),
        ("150", "met | Alder, 2026/27 | £150 paid, £50 more than the £100 owed for 2026/27."),
    ],
)
def test_the_fee_of_a_year_is_paid_part_paid_due_or_overpaid(amount: str, finding: str) -> None:
    """What came in stands against what is owed."""
    assert found(BANDS, organisations=ONE, payments=paid(amount)) == [finding]


def waived(amount: str, reference: str, on: str = "1 May 2026") -> str:
    """One payment of Alder for 2026/27 with its reference."""
    heading = "organisation | financial_year | amount_gbp | reference | paid_on"
    return f"{heading}\nAlder | 2026/27 | {amount} | {reference} | {on}"


def test_a_payment_of_nothing_that_says_waived_settles_the_year() -> None:
    """Whatever its capitals, and also where the fee band is not known."""
    unknown = ONE.replace("2000000", "       ")

    for organisations, said in ((ONE, "WAIVED by the chairs"), (unknown, "Fee waived"), (ONE, "Exempt")):
        payments = waived("0", said)
        assert found(BANDS, organisations=organisations, payments=payments) == [
            "met | Alder, 2026/27 | Waived for 2026/27."
        ]


@pytest.mark.parametrize(
    ("payments", "finding"),
    [
        (waived("0", "Not waived"), "due | Alder, 2026/27 | £100 is not paid for 2026/27."),
        (waived("50", "Waived in part"), "due | Alder, 2026/27 | £50 of £100 paid for 2026/27."),
        (waived("0", "Waived", "22 Nov 2026"), "due | Alder, 2026/27 | £100 is not paid for 2026/27."),
        (
            waived("0", "Waived").replace("2026/27", "2025/26"),
            "due | Alder, 2026/27 | £100 is not paid for 2026/27.",
        ),
    ],
)
def test_other_payments_waive_nothing(payments: str, finding: str) -> None:
    """Other words, an amount, a day to come or another year leave the fee owed."""
    assert found(BANDS, organisations=ONE, payments=payments) == [finding]


def test_what_came_in_for_a_waived_year_is_not_hidden() -> None:
    """The money is still there to be returned or kept."""
    payments = waived("0", "Waived") + "\nAlder | 2026/27 | 40 | First half | 2 May 2026"

    assert found(BANDS, organisations=ONE, payments=payments) == [
        "met | Alder, 2026/27 | Waived for 2026/27. £40 came in."
    ]


def test_an_unpaid_fee_of_a_past_year_is_overdue() -> None:
    """A financial year ends on 31 March."""
    organisations = ONE.replace("2026", "2025")

    assert found(BANDS, organisations=organisations, payments=paid("100")) == [
        "overdue | Alder, 2025/26 | £100 is not paid for 2025/26.",
        "met | Alder, 2026/27 | £100 paid for 2026/27.",
    ]


def test_a_fee_is_due_to_the_last_day_of_its_year() -> None:
    """On 31 March it is due, on 1 April overdue."""
    organisations = ONE.replace("2026", "2025")

    assert found(BANDS, organisations=organisations, today=date(2026, 3, 31))[0].startswith("due")
    assert found(BANDS, organisations=organisations, today=date(2026, 4, 1))[0].startswith("overdue")


def test_a_refund_is_taken_off_what_came_in() -> None:
    """The sum of all payments counts, in whatever order."""
    payments = paid("100") + "\nALDER | 2026/27 | -60"

    assert found(BANDS, organisations=ONE, payments=payments) == [
        "due | Alder, 2026/27 | £40 of £100 paid for 2026/27."
    ]


def test_a_payment_dated_after_today_has_not_come_in() -> None:
    """As of a day, only what was paid by then counts."""
    payments = """
        organisation | financial_year | amount_gbp | paid_on
        Alder        | 2026/27        | 40         | 21 Nov 2026
        Alder        | 2026/27        | 60         | 22 Nov 2026
    """

    assert found(BANDS, organisations=ONE, payments=payments) == [
        "due | Alder, 2026/27 | £40 of £100 paid for 2026/27."
    ]


def test_a_smaller_turnover_owes_the_lower_fee() -> None:
    """A penny under the boundary is under it."""
    organisations = ONE.replace("2000000", "999999.99")

    assert [finding.limit for finding in judged(BANDS, organisations=organisations)] == [50.0]


def test_a_turnover_exactly_at_the_boundary_is_not_decided_by_us() -> None:
    """The document covers over and under; the terms file may choose, and then says so."""
    organisations = ONE.replace("2000000", "1000000")
    says = "A turnover of exactly £1,000,000 is not covered by the clause."

    assert found(BANDS, organisations=organisations) == [f"unknown | Alder, 2026/27 | {says}"]
    for choice, limit in (("over", 100.0), ("under", 50.0)):
        chosen = judged({**BANDS, "at_boundary": choice}, organisations=organisations)
        assert [finding.limit for finding in chosen] == [limit]


def test_an_unknown_turnover_is_said_once_not_for_each_year() -> None:
    """Four years are looked at, one sentence is enough, and what came in is not hidden."""
    organisations = """
        organisation | turnover_gbp
        Alder        |
        Birch        | 1
    """
    findings = found(BANDS, organisations=organisations, payments=paid("50"))

    assert [line for line in findings if "Alder" in line] == [
        "unknown | Alder, 2026/27 | The turnover is not known, so the fee band is not either. "
        "£50 came in for 2026/27."
    ]
    assert len([line for line in findings if "Birch" in line]) == 4


def test_turnovers_that_nobody_recorded_are_one_finding_for_all() -> None:
    """A roster without turnovers and payments accuses nobody."""
    organisations = """
        organisation
        Alder
        Birch
    """
    says = "The turnover of 2 organisations is not known, so their fee band is not either."

    assert found(BANDS, organisations=organisations) == [f"unknown | Member organisations | {says}"]


def test_a_member_owes_from_the_year_it_joined_to_the_year_it_left() -> None:
    """Both years included."""
    organisations = """
        organisation | turnover_gbp | membership | joined_on   | left_on
        Alder        | 1            | former     | 31 Mar 2025 | 1 Apr 2025
    """

    assert [finding.about for finding in judged(BANDS, organisations=organisations)] == [
        "Alder, 2024/25",
        "Alder, 2025/26",
    ]


def test_no_fee_is_owed_before_the_first_year_of_the_terms() -> None:
    """The fee began with the financial year 2025/26, whatever the member's age."""
    organisations = ONE.replace("1 Jun 2026", "1 Jun 2010")
    findings = judged({**BANDS, "first_year": 2025}, organisations=organisations)

    assert [finding.about for finding in findings] == ["Alder, 2025/26", "Alder, 2026/27"]


@pytest.mark.parametrize(
    ("year", "status", "told"),
    [
        ("2019/20", "not applicable", ", before the fee began in 2020: none was owed."),
        ("2027/28", "not applicable", ", in advance: that year begins on 1 April 2027."),
        ("2024/25", "unknown", ", when Alder was not a member."),
    ],
)
def test_money_for_a_year_in_which_nothing_is_owed_is_told(year: str, status: str, told: str) -> None:
    """Before the fee, in advance, or when it did not belong: no payment is without a verdict."""
    findings = found({**BANDS, "first_year": 2020}, organisations=ONE, payments=paid("50", year))

    assert f"{status} | Alder, {year} | £50 came in for {year}{told}" in findings


def test_a_changed_fee_leaves_earlier_years_as_they_were() -> None:
    """Each year is judged by the terms of its own."""
    now = {**BANDS, "rule": "A12", "from": date(2026, 6, 1), "first_year": 2026, "over_gbp": 200}
    organisations = ONE.replace("2026", "2025")
    findings = judged({**BANDS, "rule": "A12"}, now, organisations=organisations)

    assert [finding.limit for finding in findings] == [100.0, 200.0]


def test_an_observer_owes_nothing_and_is_named_only_if_it_paid() -> None:
    """The terms may say that observers pay as well."""
    organisations = ONE + "    Birch | 1 | 1 Jun 2026\n"
    organisations = organisations.replace("joined_on", "joined_on | membership")
    organisations = organisations.replace("Jun 2026\n", "Jun 2026 | member\n", 1)
    organisations = organisations.replace("Jun 2026\n", "Jun 2026 | observer\n", 1)

    assert [f.about for f in judged(BANDS, organisations=organisations)] == ["Alder, 2026/27"]
    assert found(BANDS, organisations=organisations, payments=paid("50", name="Birch"))[1:] == [
        "not applicable | Birch | An observer owes nothing; £50 came in."
    ]
    paying = judged({**BANDS, "observers_pay": True}, organisations=organisations)
    assert [finding.about for finding in paying] == ["Alder, 2026/27", "Birch, 2026/27"]


def test_a_payment_from_a_stranger_is_to_be_looked_into() -> None:
    """Money from an organisation that is not on the roster is not lost from sight."""
    findings = found(BANDS, organisations=ONE, payments=paid("50", name="Zelkova"))

    assert findings[1:] == ["unknown | Zelkova | £50 came in, but Zelkova is not a member."]


def test_a_former_member_that_left_on_no_known_day_owes_nothing() -> None:
    """Its years cannot be told, so what it paid is to be looked into."""
    organisations = """
        organisation | turnover_gbp | membership
        Alder        | 1            | member
        Birch        | 1            | former
    """
    findings = found(BANDS, organisations=organisations, payments=paid("50", name="Birch"))

    assert [line for line in findings if "Birch" in line] == [
        "unknown | Birch | £50 came in, but Birch is not a member."
    ]


def test_where_the_terms_say_that_there_is_no_fee_nothing_is_owed() -> None:
    """Once for all; what came in all the same is to be looked into."""
    free = {"kind": "none"}

    assert found(free, organisations=ONE) == ["not applicable | Fee | The terms say that there is no fee."]
    assert found(free, organisations=ONE, payments=paid("50"))[1:] == [
        "unknown | Alder, 2026/27 | £50 came in for 2026/27, though there is no fee."
    ]


def test_without_a_roster_nothing_is_known_of_the_fee() -> None:
    """One finding, whatever was paid."""
    assert found(BANDS, payments=paid("50")) == [
        "unknown | Member organisations | No member organisations are recorded."
    ]


def test_a_balance_shows_its_figures_and_its_rows() -> None:
    """Paid against owed, in pounds, with the payments of that organisation and year."""
    (finding,) = judged(BANDS, organisations=ONE, payments=paid("50"))

    assert (finding.value, finding.limit, finding.unit) == (50.0, 100.0, "£")
    assert finding.rows[0].mart == "payments"
    assert dict(finding.rows[0].where) == {"organisation": "Alder", "financial_year": "2026/27"}


@pytest.mark.parametrize(("amount", "text"), [("100", "£100"), ("62.5", "£62.50"), ("1000000", "£1,000,000")])
def test_money_is_written_without_pence_where_it_is_round(amount: str, text: str) -> None:
    """The way a reader expects pounds."""
    assert fee.money(Decimal(amount)) == text
