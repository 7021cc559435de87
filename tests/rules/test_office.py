"""Office: how long a role is held, how it is filled, and by which post."""

from datetime import date
from typing import Any

import pytest

from rules import office
from tests.rules.build import body, facts

TODAY = date(2026, 11, 21)
TERM = {"kind": "term", "role": "chair", "years": 2}


def found(*terms: dict[str, Any], **tables: str) -> list[str]:
    """Each finding as one line: status, subject and sentence."""
    findings = office.judge(body(office=terms), facts(**tables), TODAY)
    return [f"{finding.status} | {finding.about} | {finding.says}" for finding in findings]


@pytest.mark.parametrize(
    ("since", "finding"),
    [
        ("22 Nov 2025", "met | In office until 22 November 2027"),
        ("21 May 2025", "due | Election due by 21 May 2027"),
        ("21 Nov 2024", "due | Election due by 21 November 2026"),
        ("20 Nov 2024", "overdue | Election overdue since 20 November 2026"),
        ("", "unknown | The day the term of office began is not recorded."),
    ],
)
def test_a_term_of_office_runs_from_the_day_the_seat_was_taken(since: str, finding: str) -> None:
    """It is met, then due in its last six months, then overdue."""
    seats = f"""
        organisation | role  | from_on
        Alder        | chair | {since}
    """

    (line,) = found(TERM, seats=seats)

    assert line.startswith(finding.replace(" | ", " | Chair, Alder | "))


def test_a_role_without_a_holder_has_no_term_to_judge() -> None:
    """A vacant seat is not a holder, and is said once."""
    seats = """
        role  | status
        chair | vacant
    """

    assert found(TERM, seats=seats) == ["unknown | Chair | No chair is recorded."]


def test_a_holder_without_an_organisation_is_named_by_the_seat() -> None:
    """A person's name is used only where there is nothing else."""
    seats = """
        seat      | person | role
        Our chair | Ann    | chair
                  | Bo     | chair
    """

    assert [line.split(" | ")[1] for line in found(TERM, seats=seats)] == ["Chair, Our chair", "Chair, Bo"]


ELECTION = {"kind": "election", "role": "chair"}
TALLY = """
    reference | kind     | meeting_on  | votes_for | votes_against | votes_abstained
    D1        | Election | 12 Mar 2026 | {}        | {}            | 9
"""


def test_an_election_needs_more_than_half_of_the_votes_cast() -> None:
    """An abstention is no vote cast, and half is not more than half."""
    won = "met | Chair, 12 March 2026 | 3 of 5 votes cast in favour; more than half is needed."
    lost = "not met | Chair, 12 March 2026 | 3 of 6 votes cast in favour; more than half is needed."

    assert found(ELECTION, decisions=TALLY.format(3, 2)) == [won]
    assert found(ELECTION, decisions=TALLY.format(3, 3)) == [lost]


def test_an_election_may_need_more_than_half_of_all_members() -> None:
    """The same tally fails where the document counts everybody."""
    organisations = "organisation\n" + "\n".join("ABCDEF")
    term = {**ELECTION, "of": "all members"}

    assert found(term, decisions=TALLY.format(3, 2), organisations=organisations) == [
        "not met | Chair, 12 March 2026 | 3 of 6 members in favour; more than half is needed."
    ]


def test_a_secret_ballot_says_that_only_the_tally_is_kept() -> None:
    """A ballot without a tally is unknown, secret or not."""
    findings = found({**ELECTION, "secret": True}, decisions=TALLY.format("", ""))

    assert findings == [
        "unknown | Chair, 12 March 2026 | The tally of the election is not recorded. "
        "The ballot is secret: only the tally is kept."
    ]


def test_an_election_without_the_votes_in_favour_is_unknown() -> None:
    """The votes against alone decide nothing."""
    (line,) = found(ELECTION, decisions=TALLY.format("", 3))

    assert line == "unknown | Chair, 12 March 2026 | The tally of the election is not recorded."


def test_an_election_of_today_is_known() -> None:
    """The day itself is included."""
    assert found(ELECTION, decisions=TALLY.format(3, 2).replace("12 Mar", "21 Nov"))[0].startswith("met")


def test_an_election_to_come_is_not_known_yet() -> None:
    """Nothing dated after today is judged."""
    decisions = TALLY.format(3, 2).replace("12 Mar 2026", "12 Mar 2027")

    assert found(ELECTION, decisions=decisions) == [
        "not applicable | Chair | No election of a chair is recorded."
    ]


def test_an_election_is_judged_by_the_terms_of_its_own_day() -> None:
    """A later change to all members does not undo what votes cast decided."""
    later = {**ELECTION, "rule": "office 1", "of": "all members", "from": date(2026, 6, 1)}
    decisions = TALLY.format(3, 2)
    findings = found({**ELECTION, "rule": "office 1"}, later, decisions=decisions)

    assert findings == ["met | Chair, 12 March 2026 | 3 of 5 votes cast in favour; more than half is needed."]


EX_OFFICIO = {"kind": "ex officio", "role": "chair", "post": "Children's Director"}


@pytest.mark.parametrize(
    ("seat", "status", "finding"),
    [
        ("Children’s director", "filled", "met | Held by the Children's Director, as the terms say."),
        ("Treasurer", "filled", "unknown | Confirm that the holder is the Children's Director."),
        ("Chair", "vacant", "not met | The seat is vacant; the terms give it to the Children's Director."),
        (
            "Children's Director",
            "unconfirmed",
            "not met | The seat is unconfirmed; the terms give it to the Children's Director.",
        ),
    ],
)
def test_a_role_that_goes_with_a_post_is_held_by_it(seat: str, status: str, finding: str) -> None:
    """The seat names the post, whatever the capitals and the shape of the apostrophe."""
    seats = f"""
        seat   | role  | status
        {seat} | chair | {status}
    """

    assert found(EX_OFFICIO, seats=seats) == [finding.replace(" | ", " | Chair | ")]


def test_a_role_nobody_recorded_is_unknown() -> None:
    """No seat is no evidence against the post."""
    assert found(EX_OFFICIO) == ["unknown | Chair | No chair is recorded."]


def test_a_paid_post_is_stated_not_judged() -> None:
    """Its figures are shown as the document gives them."""
    post = {"kind": "post", "post": "Officer", "full_time_share": 0.6, "contract_years": 3}

    assert found(post) == ["not applicable | Officer | 0.6 full-time, on a contract of 3 years."]
