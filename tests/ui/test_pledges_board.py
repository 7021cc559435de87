"""Partner by theme: the worst of a cell, what changed, and what must not be told."""

from datetime import date

import altair as alt
import pytest

from rules import Body, Facts, judge
from rules.standing import (
    BEHIND,
    COMPLETE,
    NO_NEWS,
    NOT_BEGUN,
    NOT_KNOWN,
    NOT_SHOWN,
    ON_TRACK,
    OVERDUE,
    WORDS,
)
from tests.rules.build import body, facts
from tests.ui.test_charts import without_rows
from ui import frames_pledges
from ui.charts_pledges import CELL, SHADES, courses, partner_by_theme
from ui.frames_pledges import BETTER, MARKED, NEW, SAME, WORSE

TODAY, MARCH = date(2026, 11, 21), date(2026, 3, 31)
TERMS = [
    {"kind": "progress", "behind_points": 10, "stale_months": 6},
    {"kind": "themes", "themes": ("Health", "Homes")},
]
PLEDGES = """
    reference | organisation | theme  | pledge    | start_on   | due_on
    P1        | Alder        | health | Visits    | 1 Jan 2026 | 31 Dec 2026
    P2        | Alder        | Health | Checks    | 1 Jan 2026 | 31 Dec 2026
    P3        | Birch        | Homes  | Rooms     | 1 Jan 2025 | 30 Sep 2026
    P4        | Birch        | Arts   | Tickets   | 1 Jan 2026 | 31 Dec 2027
    P5        | Birch        | Homes  | Deposits  | 1 Jan 2027 | 31 Dec 2027
"""
UPDATES = """
    pledge_reference | as_at       | progress_share | evidence
    P1               | 1 Mar 2026  | 0.2            |
    P1               | 1 Nov 2026  | 0.3            |
    P2               | 1 Mar 2026  | 0.2            |
    P2               | 1 Nov 2026  | 0.9            |
    P3               | 1 Mar 2026  | 0.5            |
    P3               | 1 Sep 2026  | 1              | Report
    P4               | 1 Mar 2026  | 0.5            |
"""
ROSTER = "organisation\nAlder\nBirch\nCedar"


def known(**tables: str) -> tuple[Body, Facts]:
    given = {"pledges": PLEDGES, "pledge_progress": UPDATES, "organisations": ROSTER}
    return body(pledges=TERMS), facts(**given | tables)


def standing(board: Body, told: Facts, since: date = MARCH) -> list[frames_pledges.Stand]:
    return frames_pledges.stands(told, judge(board, told, TODAY), judge(board, told, since))


def test_each_pledge_has_its_word_and_its_change() -> None:
    """The gravest first: better, worse and the same since March."""
    found = {each.pledge.reference: (each.word, each.change) for each in standing(*known())}

    assert found == {
        "P1": (BEHIND, WORSE), "P4": (NO_NEWS, WORSE), "P5": (NOT_BEGUN, SAME), "P2": (ON_TRACK, SAME),
        "P3": (COMPLETE, BETTER),
    }  # fmt: skip
    assert list(found)[:2] == ["P1", "P4"]


@pytest.mark.parametrize(
    ("then", "now", "told"),
    [(None, BEHIND, NEW), (NOT_SHOWN, BEHIND, ""), (BEHIND, NOT_SHOWN, ""), (NOT_KNOWN, ON_TRACK, ""),
     (ON_TRACK, OVERDUE, WORSE), (OVERDUE, ON_TRACK, BETTER), (BEHIND, NO_NEWS, SAME)],
)  # fmt: skip
def test_a_change_is_told_only_between_two_days_that_may_be_told(
    then: str | None, now: str, told: str
) -> None:
    """What is hidden on one day must not be told by an arrow."""
    assert frames_pledges.change(then, now) == told


def test_a_cell_has_its_worst_and_a_partner_without_a_pledge_its_row() -> None:
    """Themes are spelt as the terms do; others come behind them."""
    board, told = known()
    found = frames_pledges.board(board, told, standing(board, told), TODAY)
    cells = {(p, t): label for p, t, label in found.cells.select("partner", "theme", "label").rows()}

    assert cells == {
        ("Alder", "Health"): "1 of 2|✕ Behind ↓", ("Birch", "Homes"): "1 of 2|○ Not begun →",
        ("Birch", "Arts"): "◷ No news ↓",
    }  # fmt: skip
    assert found.partners == ("Alder", "Birch", "Cedar (no pledge)")
    assert found.themes == ("Health", "Homes", "Arts")
    assert frames_pledges.in_words(found).row(2) == ("Cedar (no pledge)", None, None, None)


def test_the_message_says_how_many_stand_well() -> None:
    """And how many do not, and since when."""
    told = frames_pledges.message(standing(*known()), MARCH)

    assert told == (
        "2 of 5 pledges on track or complete; 1 behind, 1 no news; 2 of these only since 31 March 2026"
    )


def test_only_what_needs_a_conversation_has_its_course() -> None:
    """Each update, the oldest first."""
    board, told = known()
    talk = frames_pledges.to_talk_about(standing(board, told))
    course = frames_pledges.courses(told, talk, TODAY)

    assert [each.pledge.reference for each in talk] == ["P1", "P4"]
    assert course.row(1) == ("P1, Alder", date(2026, 11, 1), 0.3, None, None, False)
    assert "the points alone" in frames_pledges.by_chance(course)
    assert alt.FacetChart.from_dict(without_rows(courses(course, "#000000")), validate=True)
    assert courses(course, "#000000")["facet"]["row"]["field"] == "pledge"


def test_a_long_course_has_limits_and_what_is_beyond_them_has_changed() -> None:
    """Eleven months about a fifth, and then half."""
    shares = [0.2, 0.22] * 6 + [0.5]
    rows = "\n".join(f"P1 | {date(2026, 1, 1 + at)} | {share}" for at, share in enumerate(shares))
    board, told = known(pledge_progress=f"pledge_reference | as_at | progress_share\n{rows}")
    behind = [each for each in standing(board, told) if each.pledge.reference == "P1"]
    course = frames_pledges.courses(told, behind, TODAY)

    assert course["changed"].to_list() == [False] * 12 + [True]
    assert "1 point is beyond them" in frames_pledges.by_chance(course)


def test_what_is_hidden_is_told_apart_from_a_gap_and_has_no_course() -> None:
    """Its cell says that it is not shown."""
    hidden = "pledge_reference | as_at | suppressed\nP4 | 1 Nov 2026 | progress_share"
    board, told = known(pledge_progress=hidden)
    found = {each.pledge.reference: each for each in standing(board, told)}

    assert found["P4"].word == NOT_SHOWN
    assert frames_pledges.courses(told, [found["P4"]], TODAY).is_empty()


def test_a_verdict_that_nobody_can_draw_has_no_word_of_its_own() -> None:
    """Where no whole file of updates is loaded, no news is not known to be none."""
    given = {"pledges": PLEDGES, "organisations": ROSTER, "coverage": "kind"}
    told, board = facts(**given), body(pledges=TERMS)

    assert {each.word for each in standing(board, told)} <= {NOT_KNOWN, NOT_BEGUN, OVERDUE}


def test_the_chart_is_valid_and_names_each_word() -> None:
    """Four colours at most; what must not be told, and what nobody knows, is pale."""
    board, told = known()
    spec = partner_by_theme(frames_pledges.board(board, told, standing(board, told), TODAY), "#000000")

    assert alt.LayerChart.from_dict(without_rows(spec), validate=True)
    assert spec["params"][0]["name"] == CELL
    assert set(MARKED) == set(WORDS)
    assert set(SHADES) == set(MARKED.values())
    assert len(set(SHADES.values())) == 4
