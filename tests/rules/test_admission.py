"""Admission: who may join, and how."""

from datetime import date
from typing import Any

import pytest

from rules import admission
from tests.rules.build import body, facts

TODAY = date(2026, 11, 21)
ROSTER = """
    organisation | sector    | membership
    Alder        | Health    | member
    Birch        | Education | member
    Cedar        | Housing   | observer
"""


def found(term: dict[str, Any], **tables: str) -> list[str]:
    """Each finding as one line: status, subject and sentence."""
    findings = admission.judge(body(admission=term), facts(**tables), TODAY)
    return [f"{finding.status} | {finding.about} | {finding.says}" for finding in findings]


def test_an_organisation_outside_the_sectors_is_to_be_confirmed() -> None:
    """A listed organisation is never removed by a rule; a blank sector is only counted."""
    roster = """
        organisation | sector
        Alder        | Charity
        Birch        | Public office
        Cedar        |
    """

    assert found({"kind": "eligibility", "sectors": ["charity"]}, organisations=roster) == [
        "unknown | Birch | Confirm that Birch is eligible, or offer observer status.",
        "unknown | Member organisations | The sector of 1 organisation is not recorded.",
    ]


def test_members_of_eligible_sectors_are_met() -> None:
    """Sectors are compared without regard to capitals; an observer is not asked."""
    term = {"kind": "eligibility", "sectors": ["HEALTH", "education"]}

    assert found(term, organisations=ROSTER) == [
        "met | Member organisations | 2 organisations are in an eligible sector."
    ]


def test_an_organisation_that_has_not_signed_is_named() -> None:
    """No is not met; nothing recorded is unknown, once for all."""
    roster = """
        organisation | signed_terms
        Alder        | no
        Birch        |
        Cedar        | yes
    """

    assert found({"kind": "signed"}, organisations=roster) == [
        "not met | Alder | The terms of reference are not signed.",
        "unknown | Member organisations | 1 organisation with no record of signing.",
    ]


def test_terms_that_all_members_signed_are_met() -> None:
    """One sentence for all."""
    roster = """
        organisation | signed_terms
        Alder        | yes
        Birch        | yes
    """

    assert found({"kind": "signed"}, organisations=roster) == [
        "met | Member organisations | 2 organisations have signed the terms."
    ]


def test_rules_about_members_are_unknown_without_members() -> None:
    """An organisation that joins tomorrow is not a member today."""
    roster = """
        organisation | joined_on   | signed_terms
        Alder        | 22 Nov 2026 | no
    """

    assert found({"kind": "signed"}, organisations=roster) == [
        "unknown | Member organisations | No member organisations are recorded."
    ]


REASONS = {"kind": "applications", "duty": "Application"}


def test_an_application_gives_its_reason() -> None:
    """One with a note is met, one without is not, and one that comes later is not known yet."""
    duties = """
        duty        | period | done_on     | note
        application | Elm    | 1 May 2026  | Works with care leavers
        Application | Fir    | 21 Nov 2026 |
        Application | Gorse  | 22 Nov 2026 |
        Report      | Holly  | 1 May 2026  |
    """

    assert found(REASONS, duties=duties) == [
        "met | Elm | The application gives its reason.",
        "not met | Fir | No reason is recorded for the application.",
    ]


DECIDED = {"kind": "applications decided", "duty": "Application"}


@pytest.mark.parametrize("term", [REASONS, DECIDED])
def test_without_an_application_there_is_nothing_to_judge(term: dict[str, Any]) -> None:
    """A body need not have any."""
    assert found(term) == ["not applicable | Applications | No application is recorded."]


MEETINGS = """
    meeting_on  | group_name
    12 Mar 2026 | Board
    20 May 2026 | Operations
    18 Jun 2026 | Board
    17 Sep 2026 | Board
    10 Dec 2026 | Board
"""


def decided(received: str, *decisions: str, meetings: str = MEETINGS) -> str:
    """What is found of the application of Elm, with decisions given as day, kind, group and text."""
    (line,) = found(
        DECIDED,
        meetings=meetings,
        duties=f"duty | period | done_on\nApplication | Elm | {received}",
        decisions="\n".join(["meeting_on | kind | group_name | decision", *decisions]),
    )
    return line.replace("Elm | ", "")


@pytest.mark.parametrize(
    ("on", "finding"),
    [
        ("1 May 2026", "met | Received on 1 May 2026; decided in time, on 1 May 2026."),
        ("18 Jun 2026", "met | Received on 1 May 2026; decided in time, on 18 June 2026."),
        ("17 Sep 2026", "not met | Received on 1 May 2026; decided 1 meeting late, on 17 September 2026."),
        ("21 Nov 2026", "not met | Received on 1 May 2026; decided 2 meetings late, on 21 November 2026."),
    ],
)
def test_an_application_is_decided_at_the_next_main_meeting(on: str, finding: str) -> None:
    """Another group's meeting is not the next one."""
    assert decided("1 May 2026", f"{on} | Membership | Board | Admit ELM to the alliance") == finding


def test_the_first_decision_on_an_application_counts() -> None:
    """What is decided once more, later, does not make it late."""
    again = [f"{on} | membership | Board | Admit Elm" for on in ("17 Sep 2026", "18 Jun 2026")]

    assert decided("1 May 2026", *again).endswith("decided in time, on 18 June 2026.")


@pytest.mark.parametrize(
    "decision",
    [
        "",
        "18 Jun 2026 | policy | Board | Admit Elm",
        "18 Jun 2026 | membership | Operations | Admit Elm",
        "18 Jun 2026 | membership | Board | Admit Fir",
        "12 Mar 2026 | membership | Board | Admit Elm",
        "22 Nov 2026 | membership | Board | Admit Elm",
    ],
)
def test_an_application_that_the_meeting_passed_over_is_overdue(decision: str) -> None:
    """No other kind, group, name or time of decision settles it."""
    says = "Received on 1 May 2026; was to be decided by the Board on 18 June 2026."

    assert decided("1 May 2026", decision) == f"overdue | {says}"


@pytest.mark.parametrize(
    ("applied", "decision", "is_met"),
    [
        ("Elm Trust", "Admit Elm", True),
        ("Elm", "Admit ELM TRUST as a member", True),
        ("Elm Trust", "Admit The Elms", True),
        ("Elm Trust", "Admit Elm Housing", False),
        ("Elm Housing", "Admit Elm", False),
        ("Elm Housing", "Admit Fir", False),
    ],
)
def test_an_applicant_may_be_decided_on_by_another_of_its_names(
    applied: str, decision: str, is_met: bool
) -> None:
    """Names that the roster has of one organisation are one; a longer name of another is another."""
    (line,) = found(
        DECIDED,
        meetings=MEETINGS,
        organisations="""
            organisation | also_known_as | membership
            Elm Trust    | Elm; The Elms | applicant
            Elm Housing  |               | applicant
            Fir          | Elm Housing   | member
        """,
        duties=f"duty | period | done_on\nApplication | {applied} | 1 May 2026",
        decisions=f"meeting_on | kind | group_name | decision\n18 Jun 2026 | membership | Board | {decision}",
    )
    assert line.startswith("met |" if is_met else "overdue |")


def test_an_application_waits_for_the_meeting_ahead() -> None:
    """The day of the next meeting is the day it is due, for one received on the day of the last too."""
    says = "is to be decided by the Board on 10 December 2026."

    assert decided("17 Sep 2026") == f"due | Received on 17 September 2026; {says}"


def test_an_application_is_due_on_the_day_of_the_meeting() -> None:
    """It is overdue from the next day on."""
    assert decided("1 Nov 2026", meetings="meeting_on\n21 Nov 2026").startswith("due")
    assert decided("1 Nov 2026", meetings="meeting_on\n20 Nov 2026").startswith("overdue")


@pytest.mark.parametrize(
    ("received", "finding"),
    [
        ("", "unknown | The day on which it was received is not recorded."),
        ("20 Nov 2026", "unknown | Received on 20 November 2026; no later meeting of the Board is recorded."),
    ],
)
def test_an_application_without_a_day_or_a_meeting_is_unknown(received: str, finding: str) -> None:
    """Nobody can tell whether it is late."""
    assert decided(received, meetings="meeting_on\n12 Mar 2026") == finding


OBSERVERS = {"kind": "observers"}


def observing(signed: str, *decisions: str) -> str:
    """What is found of Cedar, an observer, with decisions given as day, kind and text."""
    (line,) = found(
        OBSERVERS,
        organisations=f"organisation | membership | signed_terms\nCedar | observer | {signed}",
        decisions="\n".join(["meeting_on | kind | decision", *decisions]),
    )
    return line.replace("Cedar | ", "")


APPROVAL = "12 Mar 2026 | Observer | Let cedar observe"


def test_an_observer_signed_and_was_approved() -> None:
    """Both are on record."""
    assert observing("yes", APPROVAL) == "met | Signed the terms; approved by the members on 12 March 2026."


@pytest.mark.parametrize(
    ("signed", "decision", "missing"),
    [
        ("no", APPROVAL, "signed terms"),
        ("", APPROVAL, "signed terms"),
        ("yes", "12 Mar 2026 | membership | Let Cedar observe", "approval by the members"),
        ("yes", "22 Nov 2026 | observer | Let Cedar observe", "approval by the members"),
        ("", "12 Mar 2026 | observer | Let Dale observe", "approval by the members and signed terms"),
        ("yes", "12 Mar 2026 | observer | Let Cedarwood observe", "approval by the members"),
        ("yes", "12 Mar 2026 | observer | Declined to let Cedar observe", "approval by the members"),
    ],
)
def test_what_an_observer_lacks_is_named(signed: str, decision: str, missing: str) -> None:
    """A decision of another kind, about somebody else or still to come approves nothing."""
    assert observing(signed, decision) == f"not met | Not recorded for this observer: {missing}."


@pytest.mark.parametrize(
    ("votes", "status"),
    [("3 | 1 | vote", "met"), ("1 | 3 | vote", "not met"), ("2 | 2 | vote", "not met"),
     ("2 | 2 | casting vote", "met"), (" | | consensus", "met")],
)  # fmt: skip
def test_what_was_voted_down_approves_nothing(votes: str, status: str) -> None:
    """The votes on record decide; a tie that the chair broke is carried."""
    roster = "organisation | membership | signed_terms\nCedar | observer | yes"
    heading = "meeting_on | kind | decision | votes_for | votes_against | method"
    decisions = f"{heading}\n12 Mar 2026 | observer | Let Cedar observe | {votes}"
    (line,) = found(OBSERVERS, organisations=roster, decisions=decisions)

    assert line.startswith(f"{status} | Cedar")


def test_without_an_observer_there_is_nothing_to_judge() -> None:
    """One that left is none."""
    roster = """
        organisation | membership | left_on
        Cedar        | observer   | 20 Nov 2026
    """

    assert found(OBSERVERS, organisations=roster) == ["not applicable | Observers | No observer is recorded."]


TEMPORARY = {"kind": "temporary members"}


def test_a_temporary_seat_has_its_last_day() -> None:
    """One without is not met; a permanent seat needs none, and one that ended is over."""
    seats = """
        seat                | organisation | person | to_on
        Temporary adviser   | Alder        | Ann    | 31 Mar 2027
        Adviser (temporary) |              | Bo     |
        Member              | Cedar        | Cy     |
        Temporary adviser   | Dale         | Di     | 20 Nov 2026
        Temporary post      |              |        |
    """

    assert found(TEMPORARY, seats=seats) == [
        "met | Alder | A temporary seat, until 31 March 2027.",
        "not met | Bo | No day is recorded on which this temporary seat ends.",
        "not met | Temporary post | No day is recorded on which this temporary seat ends.",
    ]


def test_without_a_temporary_seat_there_is_nothing_to_judge() -> None:
    """Everybody is there for good."""
    assert found(TEMPORARY, seats="seat | person\nMember | Ann") == [
        "not applicable | Temporary members | No temporary member is recorded."
    ]
