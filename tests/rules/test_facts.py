"""What the records say of a day."""

from datetime import date

import pytest

from tests.rules.build import facts

KNOWN = facts(
    organisations="organisation | sector\nAlder | Health",
    organisation_history="""
        organisation | valid_from | valid_to    | sector  | membership
        ALDER        | 1 Apr 2025 | 31 Mar 2026 | Council | observer
    """,
)


@pytest.mark.parametrize(
    ("on", "sector"),
    [
        (date(2025, 3, 31), "Health"),
        (date(2025, 4, 1), "Council"),
        (date(2026, 3, 31), "Council"),
        (date(2026, 4, 1), "Health"),
    ],
)
def test_an_organisation_is_what_it_was_on_the_day(on: date, sector: str) -> None:
    """From the first day to the last of what is told of it, both included; else what it is."""
    [alder] = KNOWN.organisations

    assert KNOWN.organisation_on(alder, on).sector == sector
