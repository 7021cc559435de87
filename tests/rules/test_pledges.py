"""Pledges: what each partner promised, on which theme, and how far it has come."""

from datetime import date
from typing import Any

import pytest

from rules import Status, pledges
from tests.rules.build import body, facts

TODAY = date(2026, 11, 21)
PROGRESS = {"kind": "progress", "behind_points": 10, "stale_months": 6}


def found(term: dict[str, Any], **tables: str) -> list[str]:
    """Each finding as one line: status, subject and sentence."""
    findings = pledges.judge(body(pledges=term), facts(**tables), TODAY)
    return [f"{finding.status} | {finding.about} | {finding.says}" for finding in findings]


def standing(dates: str, *updates: str) -> str:
    """How one pledge stands, from `start | due` and its updates `as at | share | rag | evidence`."""
    pledge = f"reference | organisation | start_on | due_on\nP1 | Alder | {dates}"
    heading = "pledge_reference | as_at | progress_share | rag | evidence"
    rows = "\n".join([heading, *(f"P1 | {update}" for update in updates)])
    (line,) = found(PROGRESS, pledges=pledge, pledge_progress=rows)
    return line.replace("P1, Alder | ", "")


def measured(amounts: str, *updates: str) -> str:
    """How a pledge of this year stands, from `baseline | target` and `share | value | evidence`."""
    head = "reference | organisation | start_on | due_on | baseline | target"
    heading = "pledge_reference | as_at | progress_share | value | evidence"
    rows = "\n".join([heading, *(f"P1 | 1 Nov 2026 | {update}" for update in updates)])
    (line,) = found(PROGRESS, pledges=f"{head}\nP1 | Alder | {YEAR} | {amounts}", pledge_progress=rows)
    return line.replace("P1, Alder | ", "")


YEAR = "1 Jan 2026 | 31 Dec 2026"


@pytest.mark.parametrize(
    ("amounts", "update", "expected"),
    [
        ("10 | 50", " | 50 | report", "met | Complete on 1 November 2026."),
        ("10 | 50", " | 60 | report", "met | Complete on 1 November 2026."),
        ("10 | 50", " | 46 | ", "met | On track: 90% done with 89% of the time gone."),
        ("10 | 50", " | 20 | ", "not met | Behind: 25% done with 89% of the time gone."),
        ("10 | 50", " | 5 | ", "not met | Behind: 0% done with 89% of the time gone."),
        ("50 | 10", " | 14 | ", "met | On track: 90% done with 89% of the time gone."),
        (" | 50", " | 45 | ", "met | On track: 90% done with 89% of the time gone."),
        (" | 50", " | 50 | report", "met | Complete on 1 November 2026."),
        (" | 50", " | 60 | ", "unknown | Updated, but without a percentage."),
        ("50 | 50", " | 50 | ", "unknown | Updated, but without a percentage."),
        ("10 |", " | 50 | ", "unknown | Updated, but without a percentage."),
        ("10 | 50", "0.9 | 46 | ", "met | On track: 90% done with 89% of the time gone."),
    ],
)
def test_progress_is_worked_out_from_the_measure(amounts: str, update: str, expected: str) -> None:
    """From its baseline to its target, up or down, where no percentage is given."""
    assert measured(amounts, update) == expected


@pytest.mark.parametrize(
    ("update", "expected"),
    [
        ("1 | 12 | report", "unknown | Complete on 1 November 2026. The partner reports 100%, {} 5%."),
        ("0.9 | 38 | ", "unknown | On track: 90% done with {}. The partner reports 90%, {} 70%."),
        ("0.9 | 44 | ", "met | On track: 90% done with {}. The partner reports 90%, {} 85%."),
        ("0.5 | 50 | ", "not met | Behind: 50% done with {}. The partner reports 50%, {} 100%."),
    ],
)
def test_a_percentage_that_its_measure_does_not_bear_out_is_not_believed(update: str, expected: str) -> None:
    """Both are told wherever they differ; far apart, they are never a success."""
    expected = expected.replace("with {}", "with 89% of the time gone")

    assert measured("10 | 50", update) == expected.format("its measure says")


UNDATED = "unknown | 50% done, but without a start and a due date to judge it by."


@pytest.mark.parametrize(
    ("dates", "updates", "expected"),
    [
        (YEAR, ["1 Nov 2026 | 0.9 | |"], "met | On track: 90% done with 89% of the time gone."),
        (YEAR, ["1 Nov 2026 | 0.5 | |"], "not met | Behind: 50% done with 89% of the time gone."),
        (
            "1 Jan 2026 | 21 Nov 2026",
            ["21 Nov 2026 | 0.95 | |"],
            "met | On track: 95% done with 100% of the time gone.",
        ),
        ("1 Jan 2026 |", ["1 Nov 2026 | 0.5 | |"], UNDATED),
        ("1 Jan 2026 |", ["21 May 2026 | 0.5 | |"], UNDATED),
        ("21 Nov 2026 | 21 Nov 2026", ["21 Nov 2026 | 0.5 | |"], UNDATED),
        (YEAR, ["1 Apr 2026 | 0.9 | |"], "not met | No update for 7 months, since 1 April 2026."),
        (YEAR, ["1 Nov 2026 | | |"], "unknown | Updated, but without a percentage."),
        (YEAR, [], "not met | No update in the 10 months since the start on 1 January 2026."),
        ("1 Jun 2026 | 31 Dec 2026", [], "unknown | No update is recorded yet."),
        ("21 May 2026 |", [], "unknown | No update is recorded yet."),
        ("21 Nov 2026 |", [], "unknown | No update is recorded yet."),
        ("|", [], "unknown | No update is recorded yet."),
        ("1 Jan 2027 | 31 Dec 2027", [], "due | Starts on 1 January 2027."),
        (
            "1 Jan 2026 | 20 Nov 2026",
            ["1 Nov 2026 | 0.9 | |"],
            "overdue | Overdue since 20 November 2026: 90% done.",
        ),
        ("1 Jan 2026 | 20 Nov 2026", [], "overdue | Overdue since 20 November 2026: nothing reported."),
        (YEAR, ["1 Nov 2026 | 1 | | Letter"], "met | Complete on 1 November 2026."),
        ("| 1 Nov 2026", ["1 Nov 2026 | 1 | | Letter"], "met | Complete on 1 November 2026."),
        (YEAR, ["1 Nov 2026 | 1 | |"], "unknown | Complete, evidence missing."),
    ],
)
def test_a_pledge_stands_by_its_dates_and_its_latest_update(
    dates: str, updates: list[str], expected: str
) -> None:
    """Complete, not started, overdue, behind, stale, never updated, else on track."""
    assert standing(dates, *updates) == expected


def test_completed_late_stays_visible() -> None:
    """The first update that said all of it counts, not the last, and evidence may follow."""
    updates = ("20 Sep 2026 | 1 | |", "1 Nov 2026 | 1 | | Letter")

    assert standing("1 Jan 2026 | 31 Aug 2026", *updates) == (
        "met | Complete on 20 September 2026, completed late: it was due by 31 August 2026."
    )


def test_a_pledge_that_fell_back_is_not_complete() -> None:
    """A later update below all of it reopens the pledge."""
    updates = ("20 Sep 2026 | 1 | | Letter", "1 Nov 2026 | 0.9 | |")

    assert standing(YEAR, *updates) == "met | On track: 90% done with 89% of the time gone."


@pytest.mark.parametrize("due", ["31 Dec 2026", "20 Nov 2026"])
def test_progress_too_small_to_be_shown_is_not_judged(due: str) -> None:
    """A pledge is not called behind or overdue by an older update where the latest is hidden."""
    pledge = f"reference | organisation | start_on | due_on\nP1 | Alder | 1 Jan 2026 | {due}"
    updates = """
        pledge_reference | as_at      | progress_share | suppressed
        P1               | 1 Feb 2026 | 0.1            |
        P1               | 1 Nov 2026 |                | progress_share
    """

    assert found(PROGRESS, pledges=pledge, pledge_progress=updates) == [
        "unknown | P1, Alder | How far it has come would tell a count too small to be shown."
    ]


def test_an_update_after_today_is_not_known_yet() -> None:
    """As of a day, only what was reported by then counts."""
    updates = ("1 Nov 2026 | 0.5 | |", "22 Nov 2026 | 0.9 | |")

    assert standing(YEAR, *updates).startswith("not met | Behind: 50%")


@pytest.mark.parametrize(("share", "status"), [("0.7", "met"), ("0.699", "not met")])
def test_behind_means_more_than_the_points_of_the_term(share: str, status: str) -> None:
    """With 40 of 50 days gone, exactly ten points behind is not behind."""
    update = f"1 Nov 2026 | {share} | |"

    assert standing("12 Oct 2026 | 1 Dec 2026", update).split(" | ")[0] == status


@pytest.mark.parametrize(
    ("share", "rag", "said"),
    [("0.5", "green", True), ("0.9", "red", True), ("0.5", "red", False), ("0.9", "green", False)],
)
def test_the_partners_own_rating_is_said_where_it_disagrees(share: str, rag: str, said: bool) -> None:
    """The computed verdict stands, and the partner's word stands beside it."""
    line = standing(YEAR, f"1 Nov 2026 | {share} | {rag} |")

    assert line.endswith(f" The partner reports {rag}.") is said


def test_a_pledge_is_judged_by_its_own_updates_among_those_of_all() -> None:
    """What another pledge reported later is nothing to this one."""
    known = facts(
        pledges="reference | organisation | start_on | due_on\nP1 | Alder | " + YEAR,
        pledge_progress="""
            pledge_reference | as_at      | progress_share
            P1               | 1 Nov 2026 | 0.9
            P2               | 2 Nov 2026 | 0.1
        """,
    )
    [finding] = pledges.judge(body(pledges=PROGRESS), known, TODAY)

    assert (finding.status, finding.says) == (Status.MET, "On track: 90% done with 89% of the time gone.")


def test_a_progress_finding_carries_progress_and_the_time_elapsed() -> None:
    """Both as shares, with the rows of the pledge and of its updates."""
    tables = {
        "pledges": "reference | organisation | start_on | due_on\nP1 | Alder | 21 Nov 2025 | 21 Nov 2027",
        "pledge_progress": "pledge_reference | as_at | progress_share\nP1 | 1 Nov 2026 | 0.45",
    }
    (finding,) = pledges.judge(body(pledges=PROGRESS), facts(**tables), TODAY)

    assert (finding.value, finding.limit) == (0.45, 0.5)
    assert [rows.mart for rows in finding.rows] == ["pledges", "pledge_progress"]


ROSTER = """
    organisation | membership
    Alder        | member
    Birch        | member
    Cedar        | observer
"""
EACH = {"kind": "each partner"}


def test_each_member_has_a_live_pledge() -> None:
    """Whoever has none is named, an observer is not asked, and the rest are one line."""
    made = """
        reference | organisation | start_on    | due_on
        P1        | Alder        | 1 Jan 2026  | 21 Nov 2026
        P2        | Birch        | 1 Jan 2026  | 20 Nov 2026
        P3        | Birch        | 22 Nov 2026 |
    """

    assert found(EACH, organisations=ROSTER, pledges=made) == [
        "not met | Birch | 0 live pledges of its own on record; the terms ask for at least 1.",
        "met | Other member organisations | 1 of 2 organisations have a live pledge.",
    ]


def test_a_pledge_completed_in_the_past_still_counts_for_its_partner() -> None:
    """A promise that was kept is not held against anybody."""
    made = """
        reference | organisation | due_on
        P1        | Alder        | 20 Nov 2026
        P2        | Birch        |
    """
    reported = """
        pledge_reference | as_at      | progress_share
        P1               | 1 Nov 2026 | 1
    """

    assert found(EACH, organisations=ROSTER, pledges=made, pledge_progress=reported) == [
        "met | Member organisations | 2 of 2 organisations have a live pledge."
    ]


def test_pledges_without_a_roster_say_nothing_of_partners() -> None:
    """Without members nobody can be short of a pledge."""
    made = """
        reference | organisation
        P1        | Alder
    """

    assert found(EACH, pledges=made) == [
        "unknown | Member organisations | No member organisations are recorded."
    ]


THEMES = {"kind": "themes", "themes": ["Health", "Stability"]}


def test_a_theme_without_a_pledge_is_a_gap() -> None:
    """A theme that is not on the list fills none, and is to be looked into."""
    made = """
        reference | theme
        P1        | HEALTH
        P2        | Other
        P3        |
    """

    assert found(THEMES, pledges=made) == [
        "not met | Stability | No pledge has this theme.",
        "met | Other themes | 1 of 2 themes have a pledge.",
        "unknown | Pledges outside the themes | 2 pledges have no theme from the list.",
    ]


def test_every_theme_with_a_pledge_is_met() -> None:
    """One sentence for all."""
    made = """
        reference | theme
        P1        | Health
        P2        | Stability
    """

    assert found(THEMES, pledges=made) == ["met | Themes | 2 of 2 themes have a pledge."]


def test_a_theme_in_slightly_other_words_is_the_theme() -> None:
    """No gap hangs on an ampersand."""
    term = {"kind": "themes", "themes": ["Happy and healthy", "Safe from harm"]}
    made = "reference | theme\nP1 | Happy & Healthy\nP2 | Being safe from harm"

    assert found(term, pledges=made) == ["met | Themes | 2 of 2 themes have a pledge."]


@pytest.mark.parametrize("term", [EACH, THEMES, PROGRESS])
def test_without_any_pledge_nothing_is_known(term: dict[str, Any]) -> None:
    """One finding for each term, and nobody accused."""
    assert found(term, organisations=ROSTER) == ["unknown | Pledges | No pledges are recorded."]


@pytest.mark.parametrize(
    ("progress", "start", "term", "asked"),
    [
        ("1 Mar 2026 | 0.5", "1 Jan 2026", {}, date(2026, 9, 1)),
        ("1 Mar 2026 | 1", "1 Jan 2026", {}, None),
        ("", "1 Jan 2026", {}, date(2026, 7, 1)),
        ("", "", {}, None),
        ("1 Mar 2026 | 0.5", "1 Jan 2026", {"from": date(2027, 1, 1)}, None),
    ],
)
def test_when_the_next_update_is_asked_for(progress, start, term, asked):
    """So long after the last, or the start; of what is complete, or where no clause asks for it, no more."""
    terms = body(pledges={"kind": "progress", "behind_points": 10, "stale_months": 6, **term})
    rows = f"P1 | {progress}" if progress else ""
    known = facts(
        pledges=f"reference | start_on\nP1 | {start}",
        pledge_progress=f"pledge_reference | as_at | progress_share\n{rows}",
    )
    last = next(iter(known.pledge_progress), None)

    assert pledges.next_update(terms, known.pledges[0], last, date(2026, 11, 21)) == asked
