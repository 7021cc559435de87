"""Review: what has to be looked at again, and how often."""

from datetime import date
from typing import Any

import pytest

from rules import review
from tests.rules.build import body, facts

DUTY = "Review of the terms"
EVERY = {"kind": "every", "duty": DUTY, "months": 12, "from": date(2020, 9, 1)}


def found(term: dict[str, Any], today: date, *done_on: str) -> list[str]:
    """Each finding as one line, after reviews on the days given."""
    duties = "duty | done_on\n" + "\n".join(f"{DUTY} | {on}" for on in done_on)
    findings = review.judge(body(review=term), facts(duties=duties), today)
    return [f"{finding.status} | {finding.about} | {finding.says}" for finding in findings]


@pytest.mark.parametrize(
    ("today", "done_on", "finding"),
    [
        ("2021-09-01", "", "due | Review due by 1 September 2021: {}, none recorded."),
        ("2021-09-02", "", "overdue | Review overdue since 1 September 2021: {}, none recorded."),
        ("2022-09-01", "", "overdue | Review overdue since 1 September 2021: {}, none recorded."),
        (
            "2026-11-21",
            "",
            "overdue | Review overdue since 1 September 2021: {}, none recorded, 6 reviews missed.",
        ),
        (
            "2026-11-21",
            "1 May 2025",
            "overdue | Review overdue since 1 May 2026: {}, last recorded 1 May 2025.",
        ),
        ("2026-11-21", "1 May 2026", "met | Reviewed 1 May 2026; the next review is due by 1 May 2027."),
        ("2027-02-01", "1 May 2026", "due | Review due by 1 May 2027: {}, last recorded 1 May 2026."),
    ],
)
def test_a_review_is_due_so_many_months_after_the_last(today: str, done_on: str, finding: str) -> None:
    """It counts from the day the terms came into force until one is recorded."""
    expected = finding.format("due every 12 months").replace(" | ", f" | {DUTY} | ", 1)

    assert found(EVERY, date.fromisoformat(today), done_on) == [expected]


def test_a_review_recorded_for_a_later_day_is_not_known_yet() -> None:
    """As of a day, only what had happened by then counts."""
    assert found(EVERY, date(2021, 10, 1), "1 Nov 2021")[0].startswith("overdue")


MUNICIPAL = {"kind": "municipal year", "duty": DUTY, "from": date(2024, 6, 1)}


def test_each_municipal_year_since_the_terms_needs_its_own_review() -> None:
    """Terms of June 2024 are first reviewed in May 2025, then in May 2026."""
    assert found(MUNICIPAL, date(2026, 11, 21), "3 Jun 2025") == [
        f"met | {DUTY}, May 2025 | Reviewed 3 June 2025. The start on 1 May 2025 is assumed.",
        f"overdue | {DUTY}, May 2026 | Review of May 2026 is overdue. The start on 1 May 2026 is assumed.",
        f"due | {DUTY}, May 2027 | Review due in the month from 1 May 2027. "
        "The start on 1 May 2027 is assumed.",
    ]


def test_a_known_start_of_the_municipal_year_is_not_called_assumed() -> None:
    """The day of the annual council meeting decides to which year a review belongs."""
    term = {**MUNICIPAL, "year_starts": [date(2025, 5, 21), date(2026, 5, 20), date(2027, 5, 19)]}

    assert found(term, date(2026, 11, 21), "20 Jun 2025") == [
        f"met | {DUTY}, May 2025 | Reviewed 20 June 2025.",
        f"overdue | {DUTY}, May 2026 | Review of May 2026 is overdue.",
        f"due | {DUTY}, May 2027 | Review due in the month from 19 May 2027.",
    ]


@pytest.mark.parametrize(
    ("starts", "done_on", "status"),
    [
        ([date(2025, 5, 21)], "21 Jun 2025", "met"),
        ([date(2025, 5, 21)], "22 Jun 2025", "not met"),
        ([], "30 Jun 2025", "met"),
        ([], "1 Jul 2025", "not met"),
        ([], "20 Mar 2026", "not met"),
    ],
)
def test_a_review_late_in_the_year_is_not_one_at_its_beginning(
    starts: list[date], done_on: str, status: str
) -> None:
    """A month from the start; where that is assumed, from the last day on which it may have been."""
    first, *_ = found({**MUNICIPAL, "year_starts": starts}, date(2026, 4, 15), done_on)

    assert first.startswith(f"{status} | {DUTY}, May 2025 | Reviewed")


def test_a_review_is_not_overdue_in_the_first_month() -> None:
    """The beginning of a municipal year is its first month."""
    assert found(MUNICIPAL, date(2025, 5, 31))[0].startswith("due")
    assert found(MUNICIPAL, date(2025, 6, 1))[0].startswith("overdue")


def test_terms_in_their_first_municipal_year_need_no_review() -> None:
    """The year in which they came into force has begun already."""
    [coming] = found(MUNICIPAL, date(2025, 4, 30))
    assert coming.startswith(f"due | {DUTY}, May 2025")
    assert len(found(MUNICIPAL, date(2025, 5, 1))) == 2
