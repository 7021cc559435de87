"""The governance calendar: what stands in which lane, and what comes day by day."""

from collections.abc import Sequence
from datetime import date

import altair as alt
import pytest

from rules import Body, Facts, Finding, judge
from tests.rules.build import body, facts
from tests.ui.test_charts import without_rows
from ui import charts_calendar, frames_calendar
from ui.frames_calendar import AT_RISK, DRAWN, DUE, LATE, MEETING, MET, MISSED

TODAY = date(2026, 11, 21)
TERMS = {
    "quorum": {"kind": "needed", "sectors": ("Higher education",)},
    "notice": {"kind": "papers", "days": 5, "unit": "working days"},
    "actions": {"kind": "due at next meeting"},
}
TABLES = {
    "organisations": "organisation | sector\nAlder | Higher education\nBirch | Schools",
    "meetings": """
        group_name | meeting_on  | papers_sent_on | members | count_recorded | recorded
        Board      | 9 Jun 2026  | 1 Jun 2026     | Alder   | 1              | yes
        Board      | 8 Sep 2026  | 7 Sep 2026     | Birch   | 1              | yes
        Board      | 9 Dec 2026  |                |         | 0              | yes
        Group      | 20 Jan 2027 |                |         | 0              | yes
        Board      | 9 Jun 2028  |                |         | 0              | yes
    """,
    "attendance_by_organisation": "meeting_on | organisation | attendance\n9 Dec 2026 | Alder | apologies",
    "actions": """
        reference | organisation | action       | raised_on  | due_on
        A1        | Alder        | Write a plan | 1 Mar 2024 | 1 May 2024
    """,
}


def made() -> tuple[Body, Facts, Sequence[Finding]]:
    board, known = body(**TERMS), facts(**TABLES)
    return board, known, judge(board, known, TODAY)


def points(lane: str) -> list[tuple[date, str]]:
    _, known, findings = made()
    frame = frames_calendar.lanes(known, findings, TODAY)
    return sorted(frame.filter(frame["lane"] == lane).select("on", "word").rows())


def test_a_group_has_its_meetings_with_how_they_went() -> None:
    """What is farther off than a year is not shown."""
    assert points("Board") == [
        (date(2026, 6, 9), MET), (date(2026, 9, 8), MISSED), (date(2026, 12, 9), MEETING),
    ]  # fmt: skip
    assert points("Group") == [(date(2027, 1, 20), MEETING)]


def test_what_was_kept_missed_and_is_ahead_stands_in_its_lane() -> None:
    """The papers of each meeting; what is ahead and will not be met as things stand is at risk."""
    assert points("Papers, notice and minutes") == [
        (date(2026, 6, 9), MET), (date(2026, 9, 8), MISSED), (date(2026, 12, 2), DUE),
    ]  # fmt: skip
    assert points("Quorum") == [(date(2026, 12, 9), AT_RISK)]


def test_what_is_late_for_longer_stands_at_the_beginning() -> None:
    """With its own day in the tooltip; nobody should miss it because it is old."""
    _, known, findings = made()
    frame = frames_calendar.lanes(known, findings, TODAY)

    [late] = frame.filter(frame["word"] == LATE).select("on", "day", "label").rows()
    assert late == (date(2025, 11, 21), date(2024, 5, 1), "A1, Alder")


def test_names_do_not_collide() -> None:
    """Of two late things near each other in a lane one has its name beside it."""
    near = "        A2 | Birch | Ask | 1 Mar 2024 | 1 Jun 2024\n"
    known = facts(**TABLES | {"actions": TABLES["actions"].rstrip(" ") + near})
    frame = frames_calendar.lanes(known, judge(body(**TERMS), known, TODAY), TODAY)

    assert frame.filter(frame["word"] == LATE)["label"].null_count() == 1


def test_what_comes_stands_in_rows_by_day() -> None:
    """When, what, who and by which clause; a meeting that no rule speaks of as well, and none twice."""
    board, known, findings = made()
    rows = frames_calendar.ahead(board, known, findings, TODAY)

    assert [(row.on, row.who) for row in rows] == [
        (date(2026, 12, 2), "Secretariat"), (date(2026, 12, 9), "Board"), (date(2027, 1, 20), "Group"),
    ]  # fmt: skip
    assert rows[0].when(TODAY) == "Wednesday 2 December 2026, in 11 days"
    assert [row.finding is None for row in rows] == [False, False, True]
    assert (
        frames_calendar.message(rows, 1) == "Next: Wednesday 2 December 2026, Board, 9 December 2026; 1 late"
    )


def test_what_is_due_later_is_not_lost() -> None:
    """The papers for a meeting in two years."""
    _, _, findings = made()

    assert [f.on for f in frames_calendar.later(findings, TODAY)] == [date(2028, 6, 2)]


def test_the_chart_is_valid_and_each_word_has_its_look() -> None:
    """Shapes tell apart what colours do; four colours at most."""
    _, known, findings = made()
    frame = frames_calendar.lanes(known, findings, TODAY)
    order = frames_calendar.lane_names(known, frame)
    spec = charts_calendar.lanes(frame, order, TODAY, "#000000")

    assert order == ["Board", "Group", "Quorum", "Papers, notice and minutes", "Actions"]
    assert alt.LayerChart.from_dict(without_rows(spec), validate=True)
    assert set(charts_calendar.LOOKS) == set(DRAWN)
    assert len({colour for colour, _ in charts_calendar.LOOKS.values()}) == 4
    assert spec["params"][0]["name"] == charts_calendar.POINT


@pytest.mark.parametrize("today", [date(2024, 2, 29), date(2026, 12, 31)])
def test_the_window_is_two_years(today: date) -> None:
    """From the day a year ago to the day in a year, also from a leap day."""
    first, last = frames_calendar.window(today)

    assert first < today < last
    assert 729 <= (last - first).days <= 731
