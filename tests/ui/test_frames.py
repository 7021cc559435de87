"""Frames behind the charts: what they count, and as of when."""

from datetime import date

from rules import Finding, Rows, Status
from rules.pledges import Progress
from tests.rules.build import facts
from ui import frames

TODAY = date(2026, 11, 21)
ENTRY = {"rule": "R", "from": date(2020, 1, 1), "clause": "1", "says": "S."}


def test_a_pledge_shows_the_rating_of_the_day_asked_for() -> None:
    """An update made later is not known yet."""
    known = facts(
        pledges="reference | organisation\nP1 | Alder",
        pledge_progress="pledge_reference | as_at | progress_share | rag\n"
        "P1 | 1 Mar 2026 | 0.1 | green\nP1 | 1 Nov 2026 | 0.9 | red",
    )
    term = Progress(**ENTRY, kind="progress", behind_points=10, stale_months=6)
    judged = [
        Finding(term, "pledges", "P1", Status.MET, "10% done.", rows=(Rows.of("pledges", reference="P1"),))
    ]

    [row] = frames.pledge_states(known, judged, date(2026, 3, 31)).to_dicts()
    assert (row["progress_share"], row["rag"], row["says"]) == (0.1, "green", "10% done.")


def test_a_theme_typed_in_small_letters_is_no_other_theme() -> None:
    """The table has the columns that the terms name, however a pledge spells its theme."""
    known = facts(
        pledges="reference | organisation | theme\nP1 | Alder | health\nP2 | Alder | Health\n"
        "P3 | Alder | Arts"
    )
    states = frames.pledge_states(known, [], TODAY)

    shown = frames.partner_by_theme(states, ["Alder"], ["Health"])
    assert shown.to_dicts() == [{"Partner": "Alder", "Health": 2, "Arts": 1}]


def test_named_deputies_are_not_seats() -> None:
    """A deputy stands in for a seat and does not add one."""
    known = facts(
        seats="group_name | seat | organisation | person | role | status\n"
        "Board | Head | Alder | Ann | member | filled\nBoard | Head | Alder | Ben | deputy | filled"
    )

    assert frames.seats_by_group(known, TODAY).rows() == [("Board", "Filled", 1)]
