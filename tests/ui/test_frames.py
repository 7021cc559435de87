"""Frames behind the charts: what they count, and as of when."""

from datetime import date, datetime

import polars as pl

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


def test_what_a_page_rests_on_is_one_line() -> None:
    """Of how many kinds, when the last came, and whether rows were refused."""
    loaded = pl.DataFrame({"loaded_at": [datetime(2026, 3, 1, 9), datetime(2026, 1, 1, 9)]})
    fine, with_some = (loaded.with_columns(count_refused=pl.lit(count)) for count in (0, 2))

    assert frames.rests_on(fine) == "Rests on files of 2 kinds, the last loaded 1 March 2026 at 09:00"
    assert frames.rests_on(with_some.head(1)) == (
        "Rests on files of 1 kind, the last loaded 1 March 2026 at 09:00; 2 rows refused"
    )
