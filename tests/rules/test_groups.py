"""Groups: who leads them, whether they report, and whether they still serve a purpose."""

from datetime import date
from typing import Any

import pytest

from rules import groups
from tests.rules.build import body, facts

TODAY = date(2026, 11, 21)


def found(term: dict[str, Any], **tables: str) -> list[str]:
    """Each finding as one line: status, subject and sentence."""
    findings = groups.judge(body(groups=term), facts(**tables), TODAY)
    return [f"{finding.status} | {finding.about} | {finding.says}" for finding in findings]


def one(term: dict[str, Any], column: str, value: str, **tables: str) -> str:
    """What is found of one group with one cell filled in."""
    table = f"group_name | kind | {column}\nHousing | task | {value}"
    (line,) = found(term, groups=table, **tables)
    return line.replace("Housing | ", "")


@pytest.mark.parametrize(
    ("lead", "finding"),
    [
        ("Alder", "met | Led by Alder."),
        ("Birch and Alder", "met | Led by Birch and Alder."),
        ("Birch", "not met | Led by Birch, which is no member on 21 November 2026."),
        ("Cedar", "not met | Led by Cedar, which is no member on 21 November 2026."),
        ("Elm", "unknown | Led by Elm, which is not on the roster; correct the name there or here."),
    ],
)
def test_the_lead_is_a_member(lead: str, finding: str) -> None:
    """One of several is enough; who left or observes is none."""
    roster = """
        organisation | membership | left_on
        Alder        | member     |
        Birch        | former     | 31 Mar 2026
        Cedar        | observer   |
    """

    assert one({"kind": "lead"}, "lead_organisation", lead, organisations=roster) == finding


def test_news_from_before_a_group_was_agreed_is_a_contradiction() -> None:
    """One of the two days is wrong."""
    table = "group_name | agreed_on | last_report_on\nHousing | 1 May 2026 | 1 Apr 2026"

    assert found({"kind": "reports", "months": 6}, groups=table) == [
        "unknown | Housing | Last report 1 April 2026, before it was agreed on 1 May 2026: check both."
    ]


@pytest.mark.parametrize(
    ("lead", "finding"),
    [("Alder", "met | Led by Alder."), ("", "not met | No lead organisation is recorded.")],
)
def test_a_live_group_has_a_lead(lead: str, finding: str) -> None:
    """The lead is an organisation."""
    assert one({"kind": "lead"}, "lead_organisation", lead) == finding


def test_only_live_groups_besides_the_main_one_are_judged() -> None:
    """A group that ended, one that is agreed later and the main group itself are left out."""
    table = """
        group_name | agreed_on   | ended_on
        Board      |             |
        Housing    |             | 22 Nov 2026
        Health     |             | 21 Nov 2026
        Learning   | 22 Nov 2026 |
        Sport      | 21 Nov 2026 |
    """

    assert found({"kind": "lead"}, groups=table) == [
        "not met | Housing | No lead organisation is recorded.",
        "not met | Sport | No lead organisation is recorded.",
    ]


def test_no_working_group_is_nothing_to_judge() -> None:
    """A body need not have any."""
    table = """
        group_name
        Board
    """

    assert found({"kind": "lead"}, groups=table) == [
        "not applicable | Groups | No working groups are recorded."
    ]


MEETING = "meeting_on | group_name\n12 Mar 2026 | Board\n13 Mar 2026 | Housing"


@pytest.mark.parametrize(
    ("agreed_on", "meetings", "finding"),
    [
        ("12 Mar 2026", MEETING, "met | Agreed by the Board on 12 March 2026."),
        ("13 Mar 2026", MEETING, "not met | Agreed on 13 March 2026, when the Board did not meet."),
        ("", MEETING, "unknown | The day it was agreed is not recorded."),
        (
            "12 Mar 2026",
            "meeting_on",
            "unknown | Agreed on 12 March 2026; no meeting of the Board is recorded.",
        ),
    ],
)
def test_a_group_is_agreed_at_a_main_meeting(agreed_on: str, meetings: str, finding: str) -> None:
    """A meeting of the group itself cannot agree it."""
    assert one({"kind": "agreed"}, "agreed_on", agreed_on, meetings=meetings) == finding


@pytest.mark.parametrize(
    ("dates", "finding"),
    [
        ("21 Nov 2026 |", "met | Last report 21 November 2026; the next is due by 21 February 2027."),
        ("21 Aug 2026 |", "met | Last report 21 August 2026; the next is due by 21 November 2026."),
        ("20 Aug 2026 |", "overdue | Last report 20 August 2026; one was due by 20 November 2026."),
        (
            "22 Nov 2026 | 1 Oct 2026",
            "due | No report since it was agreed on 1 October 2026; the next is due by 1 January 2027.",
        ),
        (
            "| 1 Jan 2026",
            "overdue | No report since it was agreed on 1 January 2026; one was due by 1 April 2026.",
        ),
        ("|", "unknown | No report is recorded, nor the day the group was agreed."),
    ],
)
def test_a_group_reports_every_so_many_months(dates: str, finding: str) -> None:
    """It counts from the last report, or from the day the group was agreed."""
    assert one({"kind": "reports", "months": 3}, "last_report_on | agreed_on", dates) == finding


@pytest.mark.parametrize(
    ("dates", "finding"),
    [
        ("1 Dec 2025 |", "met | Last review 1 December 2025; the next is due by 1 December 2026."),
        (
            "| 1 Nov 2025",
            "overdue | No review since it was agreed on 1 November 2025; one was due by 1 November 2026.",
        ),
    ],
)
def test_a_group_is_reviewed_every_so_many_months(dates: str, finding: str) -> None:
    """The same count, of reviews."""
    assert one({"kind": "reviewed", "months": 12}, "reviewed_on | agreed_on", dates) == finding


LIMITED = {"kind": "time-limited", "of": "Task"}
UNSURE = "Whether this is a task and finish group is not known"


@pytest.mark.parametrize(
    ("ends_on", "finding"),
    [
        ("21 Nov 2026", "met | Ends on 21 November 2026."),
        ("20 Nov 2026", "overdue | Was to end on 20 November 2026, still listed as live."),
        ("", "not met | No end date is recorded."),
    ],
)
def test_a_time_limited_group_has_an_end(ends_on: str, finding: str) -> None:
    """And it ends by then."""
    assert one(LIMITED, "ends_on", ends_on) == finding


@pytest.mark.parametrize("kind", ["Task-Finish", "task & finish", "T&F group"])
def test_a_kind_of_group_may_be_spelled_otherwise(kind: str) -> None:
    """The document's own spelling is one of them."""
    groups = f"group_name | kind\nHousing | {kind}"

    assert found({**LIMITED, "of": "task and finish"}, groups=groups) == [
        "not met | Housing | No end date is recorded."
    ]


@pytest.mark.parametrize(
    ("name", "kind", "finding"),
    [
        ("Housing", "", f"unknown | Housing | {UNSURE}: its kind is not recorded."),
        ("Housing", "Circle", f"unknown | Housing | {UNSURE}: its kind is “Circle”."),
        ("Housing task-finish", "", "not met | Housing task-finish | No end date is recorded."),
        ("Housing steering group", "", "not applicable | Groups | No task and finish groups are recorded."),
    ],
)  # fmt: skip
def test_a_kind_that_nobody_knows_is_not_passed_over(name: str, kind: str, finding: str) -> None:
    """Where the name of the group tells its kind, that is enough."""
    groups = f"group_name | kind\n{name} | {kind}"

    assert found({**LIMITED, "of": "task and finish"}, groups=groups) == [finding]


def test_a_group_of_another_kind_needs_no_end() -> None:
    """Only the kind that the term names is limited."""
    table = """
        group_name | kind
        Housing    | standing
    """

    assert found(LIMITED, groups=table) == ["not applicable | Groups | No Task groups are recorded."]


@pytest.mark.parametrize(
    ("dates", "meetings", "finding"),
    [
        (
            "1 Jan 2026 |",
            "meeting_on",
            "due | Nothing for 10 months, since 1 January 2026: is the group still needed?",
        ),
        (
            "1 Jan 2026 |",
            MEETING,
            "due | Nothing for 8 months, since 13 March 2026: is the group still needed?",
        ),
        ("1 Jan 2026 | 21 May 2026", MEETING, "met | Last active on 21 May 2026."),
        ("|", "meeting_on", "unknown | No meeting or report is recorded."),
    ],
)
def test_an_idle_group_raises_the_question_whether_it_is_needed(
    dates: str, meetings: str, finding: str
) -> None:
    """A meeting of the group or a report is a sign of life."""
    term = {"kind": "idle", "months": 6}

    assert one(term, "agreed_on | last_report_on", dates, meetings=meetings) == finding


TAKE_PART = {"kind": "members take part"}
GROUPS = """
    group_name | ended_on
    Board      |
    Housing    |
    Health     |
    Learning   | 21 Nov 2026
"""
MEMBERS = """
    organisation | membership
    Alder        | member
    Birch        | member
    Cedar        | observer
"""


def test_members_with_a_seat_in_a_group_take_part() -> None:
    """One group is enough, or to lead one, and an observer is not asked."""
    seats = """
        group_name | organisation | status
        Housing    | alder        | filled
        Health     | Birch        | unconfirmed
    """
    led = "group_name | lead_organisation\nHousing | Birch"
    one_seat = "group_name | organisation\nHousing | Alder"
    all_fine = found(TAKE_PART, groups=led, organisations=MEMBERS, seats=one_seat)

    assert (
        found(TAKE_PART, groups=GROUPS, organisations=MEMBERS, seats=seats)
        == ["met | Member organisations | 2 of 2 organisations have a seat in a group or lead one."]
        == all_fine
    )


@pytest.mark.parametrize(
    "row",
    ["Board | Birch | filled |", "Learning | Birch | filled |", "Health | Birch | vacant |",
     "Health | Birch | filled | 20 Nov 2026"],
)  # fmt: skip
def test_a_member_without_a_seat_in_a_live_group_is_named(row: str) -> None:
    """A seat in the main group or in one that ended, a vacant seat and a former one do not count."""
    seats = f"group_name | organisation | status | to_on\nHousing | Alder | filled |\n{row}"

    assert found(TAKE_PART, groups=GROUPS, organisations=MEMBERS, seats=seats) == [
        "not met | Birch | No seat in a working group is recorded.",
        "met | Other member organisations | 1 of 2 organisations have a seat in a group or lead one.",
    ]


def test_group_seats_that_nobody_recorded_accuse_no_member() -> None:
    """Seats in the main group alone say nothing of the others."""
    seats = "group_name | organisation\nBoard | Alder"

    assert found(TAKE_PART, groups=GROUPS, organisations=MEMBERS, seats=seats) == [
        "unknown | Member organisations | No seats of working groups are recorded."
    ]


def test_without_members_nobody_can_take_part() -> None:
    """It is said once."""
    assert found(TAKE_PART, groups=GROUPS, seats="group_name | organisation\nHousing | Alder") == [
        "unknown | Member organisations | No member organisations are recorded."
    ]
