"""What goes up to the board above."""

from datetime import date

from rules import judge, upward
from tests.rules.build import body, facts

TODAY = date(2026, 11, 21)
REPORT = {"kind": "report", "duty": "Report to the Upper Board", "to": "Upper Board", "months": 12}
SHARED = {"kind": "shared", "with": "Upper Board"}
EVENT = {
    "kind": "event", "duty": "Figures to the Upper Board", "times": 4, "year": "calendar",
}  # fmt: skip
OTHER = {"kind": "report", "duty": "Letter to the council", "to": "Council", "months": 12}
FACTS = facts(
    duties="""
        duty                       | period | done_on    | document
        Report to the Upper Board  |        | 1 Mar 2026 | Report
        Figures to the Upper Board | Q1     | 3 Apr 2026 |
        Letter to the council      |        | 5 May 2026 |
        Report to the Upper Board  |        | 1 Mar 2027 |
    """,
    actions="""
        reference | raised_on  | action | status    | shared_with_board_on
        A1        | 3 Mar 2026 | Write  | open      | 4 Apr 2026
        A2        | 3 Mar 2026 | Call   | open      |
        A3        | 3 Mar 2026 | Drop   | withdrawn |
        A4        | 3 Mar 2026 | Send   | open      | 4 Apr 2027
        A5        | 3 Mar 2027 | Wait   | open      |
        A6        | 21 Nov 2026 | Ask   | open      |
    """,
)


def test_the_boards_above_are_those_that_the_terms_owe_something() -> None:
    """Each once; a body that owes nobody anything has none."""
    owing = body(duties=[REPORT, OTHER], actions=SHARED)

    assert sorted(upward.above(owing, TODAY)) == ["Council", "Upper Board"]
    assert upward.above(body(quorum={"kind": "none"}), TODAY) == []
    assert upward.above(owing, date(2019, 1, 1)) == []


def test_a_board_is_owed_what_names_it() -> None:
    """Its report, its figures and what was agreed; not what another is owed."""
    of_body = body(duties=[REPORT, OTHER], actions=SHARED, cadence=EVENT)
    owed = upward.owed(judge(of_body, FACTS, TODAY), "Upper Board")

    assert {finding.family for finding in owed} == {"duties", "actions", "cadence"}
    assert not any("council" in finding.about for finding in owed)


def test_what_was_given_by_the_day_is_told_the_newest_first() -> None:
    """What was given later, or to another board, is not."""
    of_body = body(duties=[REPORT, OTHER], cadence=EVENT)
    given = upward.given(of_body, FACTS, "Upper Board", TODAY)

    assert [row.duty for row in given] == ["Figures to the Upper Board", "Report to the Upper Board"]


def test_actions_go_up_where_the_terms_say_so() -> None:
    """Those that wait stand first; what is shared later still waits, and what is withdrawn does not go."""
    shared = upward.actions_owed(body(actions=SHARED), FACTS, "Upper Board", TODAY)

    assert [each.reference for each in shared] == ["A2", "A4", "A6", "A1"]
    assert upward.actions_owed(body(duties=REPORT), FACTS, "Upper Board", TODAY) == []
