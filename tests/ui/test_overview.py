"""What the overview asks of facts and findings."""

from datetime import date

from rules import Finding, Rows, Status, judge
from rules.finding import Need
from rules.outlook import went
from rules.quorum import NeededQuorum
from tests.rules.build import body, facts
from ui import frames_overview

TODAY = date(2026, 11, 21)
ENTRY = {"rule": "R", "from": date(2020, 1, 1), "clause": "1", "says": "S."}
TERM = NeededQuorum(**ENTRY, kind="needed", organisations=2)
MEETINGS = """
    meeting_on | members      | count_recorded
    3 Mar 2026 | Alder; Birch | 2
    9 Jun 2026 | Alder        | 1
    8 Sep 2026 |              | 0
    9 Dec 2026 |              | 0
"""
ROSTER = "organisation\nAlder\nBirch\nCedar"


def gone(**terms: dict) -> list[str]:
    """How each meeting went, in a word."""
    known = facts(meetings=MEETINGS, organisations=ROSTER)
    findings = judge(body(**terms), known, TODAY)
    return [frames_overview.in_a_word(*each) for each in went(known, findings, "Board", TODAY)]


def test_each_meeting_went_somehow() -> None:
    """A word with its mark; a meeting ahead did not go yet, and one without a list is not known."""
    assert gone(quorum={"kind": "needed", "organisations": 2}) == [
        "Quorate ✓", "Sub-quorate ✕", "Not known ?",
    ]  # fmt: skip


def test_without_a_quorum_it_says_how_many_came() -> None:
    """Nobody calls a meeting quorate where the terms ask for nothing."""
    assert gone(quorum={"kind": "none"}) == ["2 members came", "1 member came", "Not recorded ?"]


def test_the_record_says_what_was_missing() -> None:
    """How many of those that can be judged were quorate, and what the others lacked."""
    known = facts(meetings=MEETINGS, organisations=ROSTER)
    findings = judge(body(quorum={"kind": "needed", "organisations": 2}), known, TODAY)
    meetings = went(known, findings, "Board", TODAY)

    assert frames_overview.record(meetings) == ("1 of 2 meetings were quorate. Short of: Organisations once.")
    assert frames_overview.record(meetings[2:]) == "No attendance is recorded."
    assert frames_overview.record([(meeting, None) for meeting, _ in meetings]) == (
        "1 to 2 members came to each of 2 meetings."
    )


def test_without_a_roster_nobody_says_how_many_members_came() -> None:
    """Whoever was there may be one."""
    known = facts(meetings="meeting_on | others | count_recorded\n3 Mar 2026 | Elm | 1")
    stranger = [(meeting, None) for meeting in known.meetings]

    assert frames_overview.record(stranger) == "Who came is on record; which of them are members is not."
    assert frames_overview.in_a_word(*stranger[0]) == "Not known ?"


def test_needs_are_a_table_with_who_would_mend_it() -> None:
    """A word and a mark beside the figures."""
    found = Finding(TERM, "quorum", "Board, 9 December 2026", Status.DUE, "S.", needs=(
        Need("Higher education", 0, 1, ("Alder", "Birch")), Need("People", 4, 3),
    ))  # fmt: skip

    assert frames_overview.needs(found.needs).rows() == [
        ("Higher education", f"0, {frames_overview.TOO_FEW}", 1, "Alder, Birch"),
        ("People", f"4, {frames_overview.ENOUGH}", 3, None),
    ]


def test_what_is_not_known_is_told_by_the_file_that_would_tell() -> None:
    """Under the name of the file, however the store calls its rows; the one that tells of most first."""
    found = [
        Finding(TERM, "quorum", about, Status.UNKNOWN, "Not recorded.", rows=(Rows.of(mart),))
        for about, mart in (("A", "seats"), ("B", "meetings"), ("C", "seats"))
    ]
    found += [Finding(TERM, "quorum", "D", Status.MET, "Fine.", rows=(Rows.of("actions"),))]

    assert frames_overview.not_known(found) == [
        ("representatives", 2, "A: Not recorded."), ("meetings", 1, "B: Not recorded."),
    ]  # fmt: skip


def test_what_was_settled_is_counted_by_family() -> None:
    """In the family's own noun."""
    found = [Finding(TERM, family, "A", Status.MET, "Fine.") for family in ("actions", "actions", "review")]

    assert frames_overview.settled(found) == "2 actions, 1 review"
