"""Actions: what was agreed to be done, by whom and by when."""

from datetime import date
from typing import Any

import pytest

from rules import actions
from tests.rules.build import body, facts

TODAY = date(2026, 11, 21)
MOVING = {"kind": "due at next meeting"}
FOLLOWED = {"kind": "followed up"}
MEETINGS = """
    meeting_on  | group_name
    12 Mar 2026 | Board
    18 Jun 2026 | Board
    1 Jul 2026  | Operations
    17 Sep 2026 | Board
    10 Dec 2026 | Board
"""


def found(*terms: dict[str, Any], **tables: str) -> list[str]:
    """Each finding as one line: status, subject and sentence."""
    findings = actions.judge(body(actions=terms), facts(**tables), TODAY)
    return [f"{finding.status} | {finding.about} | {finding.says}" for finding in findings]


@pytest.mark.parametrize(
    ("raised_on", "finding"),
    [
        ("12 Mar 2026", "overdue | A1 | Overdue since 18 June 2026, carried forward twice."),
        ("18 Jun 2026", "overdue | A1 | Overdue since 17 September 2026, carried forward once."),
        ("17 Sep 2026", "due | A1 | Due by 10 December 2026."),
        ("", "unknown | A1 | Due at the next meeting, but the day it was raised is not recorded."),
    ],
)
def test_an_action_is_due_at_the_next_meeting_after_it_was_raised(raised_on: str, finding: str) -> None:
    """Only meetings of the main group move it on, and each one since counts as carried forward."""
    raised = f"""
        reference | raised_on
        A1        | {raised_on}
    """

    assert found(MOVING, actions=raised, meetings=MEETINGS) == [finding]


def test_an_action_without_a_later_meeting_waits_for_one() -> None:
    """It is due, but no day can be given."""
    raised = """
        reference | raised_on
        A1        | 17 Sep 2026
    """

    assert found(MOVING, actions=raised) == ["due | A1 | Due at the next meeting, which is not scheduled."]


def test_an_action_is_due_at_the_next_meeting_even_with_a_later_date_of_its_own() -> None:
    """The terms ask for it before the next meeting; only an earlier date of its own comes first."""
    raised = """
        reference | raised_on   | due_on
        A1        | 1 Oct 2026  | 31 Dec 2026
        A2        | 1 Oct 2026  | 20 Nov 2026
        A3        | 1 Oct 2026  | 21 Nov 2026
    """

    assert found(MOVING, actions=raised, meetings="meeting_on\n10 Dec 2026") == [
        "due | A1 | Due by 10 December 2026.",
        "overdue | A2 | Overdue since 20 November 2026.",
        "due | A3 | Due by 21 November 2026.",
    ]


def test_a_meeting_today_carries_a_late_action_forward() -> None:
    """It was held, and the action was not done."""
    raised = """
        reference | raised_on   | due_on
        A1        | 12 Mar 2026 | 20 Nov 2026
    """

    assert found(MOVING, actions=raised, meetings="meeting_on\n21 Nov 2026") == [
        "overdue | A1 | Overdue since 20 November 2026, carried forward once."
    ]


def test_where_actions_are_followed_up_each_has_its_own_date() -> None:
    """One without a date is unknown, unless the file says next meeting."""
    raised = """
        reference | raised_on   | due_on      | due_at_next_meeting
        A1        | 12 Mar 2026 | 20 Nov 2026 |
        A2        | 12 Mar 2026 |             |
        A3        | 17 Sep 2026 |             | yes
    """

    assert found(FOLLOWED, actions=raised, meetings=MEETINGS) == [
        "overdue | A1 | Overdue since 20 November 2026.",
        "unknown | A2 | No due date is recorded.",
        "due | A3 | Due by 10 December 2026.",
    ]


def test_an_action_is_judged_once_where_both_terms_stand() -> None:
    """The due date that moves with the meeting comes first."""
    raised = """
        reference | raised_on
        A1        | 17 Sep 2026
    """

    assert found(FOLLOWED, MOVING, actions=raised, meetings=MEETINGS) == [
        "due | A1 | Due by 10 December 2026."
    ]


@pytest.mark.parametrize(
    ("completed_on", "finding"),
    [
        ("18 Jun 2026", "met | A1 | Complete on 18 June 2026."),
        ("19 Jun 2026", "met | A1 | Complete on 19 June 2026, completed late: it was due by 18 June 2026."),
        ("", "met | A1 | Complete; the day is not recorded."),
        ("22 Nov 2026", "overdue | A1 | Overdue since 18 June 2026, carried forward twice."),
    ],
)
def test_a_complete_action_is_met_and_lateness_stays_visible(completed_on: str, finding: str) -> None:
    """What was completed after today is still open today."""
    done = f"""
        reference | raised_on   | status   | completed_on
        A1        | 12 Mar 2026 | complete | {completed_on}
    """

    assert found(MOVING, actions=done, meetings=MEETINGS) == [finding]


def test_a_withdrawn_action_is_owed_no_more() -> None:
    """It is neither late nor done."""
    withdrawn = """
        reference | raised_on   | status
        A1        | 12 Mar 2026 | withdrawn
    """

    assert found(MOVING, actions=withdrawn, meetings=MEETINGS) == ["not applicable | A1 | Withdrawn."]


def test_an_owner_that_left_is_named() -> None:
    """An open action of a former member needs a new owner; one of a member does not."""
    organisations = """
        organisation | membership | left_on
        Alder        | former     | 1 Oct 2026
        Birch        | member     |
    """
    raised = """
        reference | organisation | raised_on
        A1        | Alder        | 17 Sep 2026
        A2        | Birch        | 17 Sep 2026
    """

    assert found(MOVING, actions=raised, meetings=MEETINGS, organisations=organisations) == [
        "due | A1, Alder | Due by 10 December 2026. Alder is not a member now.",
        "due | A2, Birch | Due by 10 December 2026.",
    ]


@pytest.mark.parametrize("status", ["open", "in progress"])
def test_an_open_action_with_a_day_of_completion_is_a_contradiction(status: str) -> None:
    """Both are told, and neither is believed; a day that is still to come contradicts nothing yet."""
    heading = "reference | due_on | status | completed_on\nA1 | 1 Mar 2026"
    both = f"Recorded as {status}, but also as completed on 20 February 2026: check both"

    assert found(FOLLOWED, actions=f"{heading} | {status} | 20 Feb 2026") == [f"unknown | A1 | {both}."]
    assert found(FOLLOWED, actions=f"{heading} | {status} | 22 Nov 2026") == [
        "overdue | A1 | Overdue since 1 March 2026."
    ]


OF_THE_REPORT = {"kind": "followed up", "source": ["Safeguarding", "NSCB"]}
OWN = "The date is the action's own; no clause asks for it."


def test_only_what_answers_the_report_is_asked_for_by_its_clause() -> None:
    """Any other action is held to its own date, and that is said."""
    raised = """
        reference | action                      | due_on
        A1        | Reply to the NSCB report    | 20 Nov 2026
        A2        | Book the room               | 20 Nov 2026
        A3        | Train on safeguarding       |
        A4        | Book the bus                |
    """
    findings = list(actions.judge(body(actions=OF_THE_REPORT), facts(actions=raised), TODAY))

    assert [(f.rule, f.about, f.says) for f in findings] == [
        ("actions 1", "A1", "Overdue since 20 November 2026."),
        ("actions 1", "A3", "No due date is recorded."),
        ("own date", "A2", f"Overdue since 20 November 2026. {OWN}"),
        ("own date", "A4", "No due date is recorded."),
    ]


def test_a_date_is_a_date_in_every_body() -> None:
    """Where no clause asks for actions at all, one past its own day is overdue."""
    raised = """
        reference | due_on      | status
        A1        | 20 Nov 2026 | open
        A2        | 21 Nov 2026 | open
        A3        | 20 Nov 2026 | complete
        A4        |             | open
    """

    assert found(actions=raised) == [
        f"overdue | A1 | Overdue since 20 November 2026. {OWN}",
        f"due | A2 | Due by 21 November 2026. {OWN}",
        "met | A3 | Complete; the day is not recorded.",
    ]


SHARED = {"kind": "shared", "with": "Parenting Board"}


def test_actions_not_yet_shared_with_the_board_are_counted() -> None:
    """Shared after today is not shared yet; a withdrawn action is not asked for."""
    raised = """
        reference | shared_with_board_on | status
        A1        | 21 Nov 2026          | open
        A2        | 22 Nov 2026          | open
        A3        |                      | complete
        A4        |                      | withdrawn
    """

    assert found(SHARED, actions=raised) == [
        "due | Parenting Board | 2 of 3 actions not yet shared with the Parenting Board."
    ]


def test_actions_all_shared_with_the_board_are_met() -> None:
    """One sentence for all."""
    raised = """
        reference | shared_with_board_on
        A1        | 1 Oct 2026
    """

    assert found(SHARED, actions=raised) == [
        "met | Parenting Board | 1 of 1 action shared with the Parenting Board."
    ]


def test_an_action_raised_after_today_is_not_known_yet() -> None:
    """Without any action that is known there is nothing to judge."""
    raised = """
        reference | raised_on
        A1        | 22 Nov 2026
    """

    assert found(MOVING, SHARED, actions=raised) == ["unknown | Actions | No actions are recorded."] * 2
