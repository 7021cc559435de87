"""The four headlines and the list of what needs attention."""

from datetime import date

import pytest

from rules import Finding, Status, judge
from rules.summary import attention, headlines
from tests.judged import BODIES, TODAY, judged
from tests.rules.build import body, facts

MEETINGS = """
    meeting_on  | papers_sent_on | members      | count_recorded
    9 Jun 2026  | 1 Jun 2026     | Alder; Birch | 2
    1 Dec 2026  |                |              | 0
    11 Dec 2026 |                |              | 0
"""
TERMS = {
    "quorum": {"kind": "needed", "organisations": 2},
    "notice": {"kind": "papers", "days": 5, "unit": "working days"},
}


def told(subject: str, **tables: str) -> tuple[str, str]:
    """Figure and sentence of one headline."""
    known = facts(**{"meetings": MEETINGS, "organisations": "organisation\nAlder\nBirch\nCedar"} | tables)
    board = body(**TERMS)
    found = headlines(board, known, judge(board, known, TODAY), TODAY)
    return next((h.figure, h.says) for h in found if h.subject == subject)


def test_the_last_meeting_says_what_the_quorum_counted() -> None:
    """The figure is the one that decided."""
    figure, says = told("last")

    assert figure == "2 of 2"
    assert "uorate" in says
    assert "9 June 2026" in says


def test_without_a_quorum_the_last_meeting_says_how_many_came() -> None:
    """The members of that day, and why none was counted."""
    board, known = (
        body(notice=TERMS["notice"]),
        facts(meetings=MEETINGS, organisations="organisation\nAlder\nBirch\nCedar"),
    )
    last = next(h for h in headlines(board, known, judge(board, known, TODAY), TODAY) if h.subject == "last")

    assert (last.figure, last.says) == ("2 of 3", "Members at Board, 9 June 2026. The terms need no quorum.")


def test_the_next_meeting_has_its_own_papers() -> None:
    """1 December is not mistaken for 11 December."""
    figure, says = told("next")

    assert figure == "10 days"
    assert says.startswith("Tuesday 1 December 2026.")
    assert "24 November 2026" in says


def test_without_meetings_nothing_is_made_up() -> None:
    """A body without meetings says so."""
    assert told("last", meetings="meeting_on") == ("None", "No meeting is recorded yet.")
    assert told("next", meetings="meeting_on") == ("Not set", "No meeting is scheduled.")


@pytest.mark.parametrize("body_key", list(BODIES))
def test_the_late_tile_counts_what_is_overdue(body_key: str) -> None:
    """The figure is the number of overdue verdicts, which the calendar lists."""
    found = judged("illustrative")[body_key]
    late = next(h for h in headlines(BODIES[body_key], facts(), found, TODAY) if h.subject == "late")

    assert late.figure == str(sum(f.status is Status.OVERDUE for f in found))


def test_attention_starts_with_what_is_most_urgent() -> None:
    """Provisional, then overdue, then not met; what was not met over a year ago is left to its page."""
    shown = attention(judged("illustrative")["kent_medway"], TODAY)
    order = [Status.PROVISIONAL, Status.OVERDUE, Status.NOT_MET]

    assert [f.status for f in shown] == sorted((f.status for f in shown), key=order.index)


@pytest.mark.parametrize(
    ("status", "days"),
    [
        (Status.NOT_MET, [date(2026, 11, 20), date(2025, 11, 21)]),
        (Status.OVERDUE, [date(2026, 11, 20), date(2025, 11, 21), date(2025, 11, 20)]),
        (Status.MET, []),
    ],
)
def test_what_was_not_met_is_left_after_a_year(status: Status, days: list[date]) -> None:
    """To the day, the newest first; what is overdue stays."""
    board = body(**TERMS)
    ons = (date(2025, 11, 20), date(2026, 11, 20), date(2025, 11, 21))
    found = [
        Finding(board.terms["quorum"][0], "quorum", "A meeting", status, "It says so.", on) for on in ons
    ]

    assert [f.on for f in attention(found, TODAY)] == days
