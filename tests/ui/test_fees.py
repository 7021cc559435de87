"""Fees by organisation and year, in words."""

from collections.abc import Sequence
from datetime import date

from rules import Finding, judge
from tests.rules.build import body, facts
from ui import frames_fees

TODAY = date(2026, 11, 21)
BANDS = {
    "kind": "bands", "boundary_gbp": "1000000", "over_gbp": "100", "under_gbp": "50", "first_year": 2025,
}  # fmt: skip
ROSTER = """
    organisation | turnover_gbp | joined_on
    Alder        | 5            | 1 Jan 2020
    Birch        | 2000000      | 1 Jan 2020
    Cedar        |              | 1 Jan 2020
    Dune         | 5            | 1 May 2026
"""
PAYMENTS = """
    organisation | financial_year | paid_on    | amount_gbp | reference
    Alder        | 2025/26        | 1 May 2025 | 50         |
    Alder        | 2027/28        | 1 Nov 2026 | 50         |
    Birch        | 2025/26        | 1 May 2025 | 60         |
    Birch        | 2026/27        | 1 May 2026 | 0          | Waived
    Somebody     | 2026/27        | 1 May 2026 | 50         |
"""


def made() -> Sequence[Finding]:
    return judge(body(fee=BANDS), facts(organisations=ROSTER, payments=PAYMENTS), TODAY)


def test_each_year_of_each_organisation_is_told_in_words() -> None:
    """Paid, part paid and how late, not paid, waived, in advance; who owes most first."""
    table = frames_fees.by_year(made(), TODAY)

    assert table.columns == ["Organisation", "2025/26", "2026/27", "2027/28", "Still owed"]
    told = [[cell and cell.replace("\u00a0", " ") for cell in row] for row in table.iter_rows()]
    assert {row[0]: tuple(row[1:]) for row in told} == {
        "Alder": ("£50 paid ✓", "£50 not paid ○", "Paid in advance ✓", "£50"),
        "Birch": ("£60 of £100 paid ◔, 235 days late !", "Waived –", None, "£40"),
        "Cedar": (None, "Not known ?", None, None),
        "Dune": (None, "£50 not paid ○", None, "£50"),
    }
    assert table["Organisation"].to_list() == ["Alder", "Dune", "Birch", "Cedar"]


def test_the_message_tells_of_the_newest_year_and_what_is_late() -> None:
    """In pounds, and how many."""
    assert frames_fees.message(made()) == ("£0 of £100 has come in for 2026/27; 1 fee of earlier years late")
    assert frames_fees.message([]) == "No fee band is known"
