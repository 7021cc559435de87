"""Frames behind the charts: what they count, and as of when."""

from datetime import date

from tests.rules.build import facts
from ui import frames

TODAY = date(2026, 11, 21)
ENTRY = {"rule": "R", "from": date(2020, 1, 1), "clause": "1", "says": "S."}


def test_named_deputies_are_not_seats() -> None:
    """A deputy stands in for a seat and does not add one."""
    known = facts(
        seats="group_name | seat | organisation | person | role | status\n"
        "Board | Head | Alder | Ann | member | filled\nBoard | Head | Alder | Ben | deputy | filled"
    )

    assert frames.seats_by_group(known, TODAY).rows() == [("Board", "Filled", 1)]
