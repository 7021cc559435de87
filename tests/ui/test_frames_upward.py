"""What the page of what goes up shows of facts."""

from datetime import date

from rules import judge
from tests.rules.build import body, facts
from tests.rules.test_upward import EVENT, FACTS, REPORT, SHARED, TODAY
from ui import frames_upward as of

BODY = body(duties=REPORT, actions=SHARED, cadence=EVENT)


def test_reports_are_a_table() -> None:
    """What, for which period, when, and which document."""
    assert of.reports(BODY, FACTS, "Upper Board", TODAY).select("period", "done_on", "document").rows() == [
        ("Q1", date(2026, 4, 3), None), (None, date(2026, 3, 1), "Report"),
    ]  # fmt: skip


def test_actions_say_whether_the_board_has_seen_them() -> None:
    """A word and its mark; those that wait are counted."""
    found = of.actions(BODY, FACTS, "Upper Board", TODAY)

    assert [says[:6] for says in found["shared"]] == ["Not ye", "Not ye", "Not ye", "Shared"]
    assert of.waiting(found) == 3


def test_pledges_are_counted_by_theme_and_word() -> None:
    """A column for each word there is; a pledge without a theme has a row, too."""
    known = facts(
        pledges="""
            reference | organisation | theme | pledge | start_on   | due_on
            P1        | Alder        | Homes | One    | 1 Jan 2026 | 1 Dec 2027
            P2        | Birch        | Homes | Two    | 1 Jan 2026 | 1 Mar 2026
            P3        | Birch        |       | Three  | 1 Jan 2026 | 1 Mar 2026
        """,
        pledge_progress="""
            pledge_reference | as_at      | progress_share
            P1               | 1 Nov 2026 | 0.9
        """,
    )
    judging = body(pledges={"kind": "progress", "behind_points": 10, "stale_months": 6})
    found = of.pledges_by_theme(known, judge(judging, known, TODAY))

    assert found.to_dicts() == [
        {"Theme": "Homes", "! Overdue": 1, "✓ On track": 1},
        {"Theme": "No theme", "! Overdue": 1, "✓ On track": 0},
    ]
