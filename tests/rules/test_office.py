"""Office: how long a role is held, how it is filled, and by which post."""

from datetime import date
from typing import Any

import pytest

from rules import Status, office
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

    assert found(TERM, seats=seats) == ["not met | Chair | The seat of chair is recorded as vacant."]


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


@pytest.mark.parametrize(
    ("method", "status"),
    [("Show of hands", "not met"), ("Secret ballot", "met"), ("vote", "met"), ("", "met")],
)
def test_a_secret_ballot_is_no_show_of_hands(method: str, status: str) -> None:
    """Only where it says that it was open; where the document asks for no secret, nothing is said."""
    decisions = (
        f"meeting_on | kind | method | votes_for | votes_against\n12 Mar 2026 | election | {method} | 3 | 2"
    )
    (line,) = found({**ELECTION, "secret": True}, decisions=decisions)
    (plain,) = found(ELECTION, decisions=decisions)

    assert line.startswith(status) and plain.startswith("met")
    assert ("the terms ask for a secret ballot" in line) is (status == "not met")


def test_a_cancelled_meeting_elected_nobody() -> None:
    """Both are told, and no verdict is drawn."""
    off = "meeting_on | status\n12 Mar 2026 | cancelled"

    assert found(ELECTION, decisions=TALLY.format(3, 2), meetings=off) == [
        "unknown | Chair, 12 March 2026 | "
        "The meeting of 12 March 2026 is recorded as cancelled, and this as decided there."
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
        (
            "Director, Childrens, Exampleshire",
            "filled",
            "met | Held by the Children's Director, as the terms say.",
        ),
        (
            "Deputy Children's Director",
            "filled",
            "unknown | Confirm that the holder is the Children's Director.",
        ),
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


POST = {"kind": "post", "post": "Officer", "full_time_share": 0.6, "contract_years": 3, "duty": "Contract"}


@pytest.mark.parametrize(
    ("since", "finding"),
    [
        ("22 May 2024", "met | 0.6 full-time; the contract ends on 22 May 2027, 3 years from 22 May 2024."),
        ("21 May 2024", "due | 0.6 full-time; the contract ends on 21 May 2027, 3 years from 21 May 2024."),
        (
            "20 Nov 2023",
            "overdue | 0.6 full-time; the contract ended on 20 November 2026, 3 years from 20 November 2023.",
        ),
        ("22 Nov 2026", "unknown | 0.6 full-time, for 3 years; the day the contract began is not recorded."),
        ("", "unknown | 0.6 full-time, for 3 years; the day the contract began is not recorded."),
    ],
)
def test_a_paid_post_has_a_contract_with_an_end(since: str, finding: str) -> None:
    """It is met, then due in its last six months, then overdue."""
    duties = f"duty | done_on\nContract | {since}"

    assert found(POST, duties=duties) == [finding.replace(" | ", " | Officer | ")]


def test_a_renewed_contract_runs_from_its_renewal() -> None:
    """The newest row counts, in whatever order they come."""
    duties = """
        duty     | period | done_on
        Contract | 2026   | 1 Apr 2026
        Contract | 2023   | 1 Apr 2023
    """

    assert found(POST, duties=duties)[0].startswith(
        "met | Officer | 0.6 full-time; the contract ends on 1 April"
    )


CHAIRED = {"kind": "chaired"}


def chaired(*meetings: str) -> list[str]:
    """The findings on meetings of the Board, each given as its day and who chaired it."""
    return found(CHAIRED, meetings="\n".join(["meeting_on | chaired_by", *meetings]))


def test_meetings_with_a_chair_on_record_are_met() -> None:
    """A meeting ahead, and one more than a year ago, are not asked."""
    meetings = ["21 Nov 2025 |", "22 Nov 2025 | Ann", "21 Nov 2026 | Bo", "10 Dec 2026 |"]
    says = "Who chaired is recorded for each of 2 meetings of the last 12 months."

    assert chaired(*meetings) == [f"met | Chairing of meetings | {says}"]


def test_meetings_without_a_chair_on_record_are_listed_together() -> None:
    """One finding for all of them, the oldest first."""
    says = (
        "Who chaired is not recorded for 2 of 3 meetings of the last 12 months: "
        "12 March 2026, 17 September 2026."
    )

    assert chaired("17 Sep 2026 |", "12 Mar 2026 |", "18 Jun 2026 | Ann") == [
        f"not met | Chairing of meetings | {says}"
    ]


def test_chairs_that_nobody_recorded_are_unknown() -> None:
    """An empty column is no evidence that nobody chaired."""
    assert chaired("17 Sep 2026 |")[0].startswith(
        "unknown | Chairing of meetings | Who chaired is not recorded"
    )


def test_without_a_meeting_nobody_had_to_chair() -> None:
    """Meetings of another group are not asked."""
    assert found(CHAIRED, meetings="meeting_on | group_name\n12 Mar 2026 | Operations") == [
        "not applicable | Chairing of meetings | No meeting was held in the last 12 months."
    ]


def test_an_election_counts_for_the_role_it_names() -> None:
    """The election of a vice chair says nothing of the chair."""
    terms = [{"kind": "election", "role": "chair"}, {"kind": "election", "role": "vice chair"}]
    known = facts(
        decisions="reference | meeting_on | decision | kind | votes_for | votes_against\n"
        "D1 | 9 Jun 2026 | Elect the vice chair | election | 5 | 1"
    )
    elected = [f.about for f in office.judge(body(office=terms), known, TODAY) if f.status is Status.MET]

    assert len(elected) == 1
    assert elected[0].startswith("Vice chair")


RIVALS = " 2 hold this office at a time where one can: end the seat of whoever left it."


@pytest.mark.parametrize(
    ("role", "extra", "told"),
    [
        ("chair", {}, RIVALS),
        ("chair", {"holders": 2}, ""),
        ("co-chair", {}, ""),
        ("co-chair", {"holders": 1}, RIVALS),
    ],
)
def test_two_in_one_chair_are_a_contradiction(role: str, extra: dict[str, Any], told: str) -> None:
    """Whose term runs cannot be told; an office of several is none."""
    seats = f"""
        organisation | person | role   | from_on
        Alder        | Ann    | {role} | 1 Jan 2026
        Birch        | Bo     | {role} | 1 Jun 2026
    """
    findings = found({**TERM, "role": role, **extra}, seats=seats)

    assert [line.startswith("unknown") for line in findings] == [bool(told)] * 2
    assert all(line.endswith(f"2026.{told}") for line in findings)


def test_one_person_in_two_seats_of_a_chair_is_one() -> None:
    """Written twice, it is still one holder."""
    seats = """
        seat  | person | role  | from_on
        Chair | Ann    | chair | 1 Jan 2026
        Head  | ann    | chair | 1 Jan 2026
    """

    assert [line.split(" | ")[0] for line in found(TERM, seats=seats)] == ["met", "met"]


def test_two_holders_of_a_post_are_a_contradiction() -> None:
    """Of a role that goes with a post there is one, too."""
    seats = """
        seat                | person | role
        Children's Director | Ann    | chair
        Vice-principal      | Bo     | chair
    """

    assert found(EX_OFFICIO, seats=seats) == [
        "unknown | Chair | 2 hold this office at a time where one can: end the seat of whoever left it."
    ]


AWAY = "Recorded as in the chair, but not as present: Ann on 12 March 2026."


@pytest.mark.parametrize(
    ("people", "status", "finding"),
    [
        ("Bo", "apologies", f"unknown | {AWAY}"),
        ("Bo", "not recorded", f"unknown | {AWAY}"),
        ("", "absent", f"unknown | {AWAY}"),
        ("", "not recorded", "met | Who chaired is recorded for each of 1 meeting of the last 12 months."),
        ("Ann; Bo", "present", "met | Who chaired is recorded for each of 1 meeting of the last 12 months."),
    ],
)
def test_nobody_chairs_a_meeting_from_afar(people: str, status: str, finding: str) -> None:
    """Somebody present chaired it: the record contradicts itself."""
    on = "12 Mar 2026"
    head = "meeting_on | organisation | attendance | people"
    findings = found(
        {"kind": "chaired"},
        meetings=f"meeting_on | chaired_by\n{on} | Ann",
        seats="person | role\nAnn | chair\nBo | member",
        attendance_by_organisation=f"{head}\n{on} | Birch | present | {people}",
        attendance_by_seat=f"meeting_on | person | attendance\n{on} | Ann | {status}",
    )

    assert findings == [finding.replace(" | ", " | Chairing of meetings | ")]


TERMS_OF_ANN = """
    organisation | person | role  | from_on    | to_on
    Alder        | Ann    | chair | 1 Jan 2020 | 31 Dec 2022
    Alder        | ann    | chair | 1 Jan 2023 | 31 Dec 2025
    Alder        | Ann    | chair | 1 Jan 2026 |
    Alder        | Ann    | vice chair | 1 Jan 2018 | 31 Dec 2019
"""


@pytest.mark.parametrize(("most", "status"), [(3, "met"), (2, "not met")])
def test_nobody_holds_a_role_for_more_terms_than_they_may(most: int, status: str) -> None:
    """Each holding of the seat is one; another role and another person count for nothing."""
    assert found({"kind": "most terms", "role": "chair", "most": most}, seats=TERMS_OF_ANN) == [
        f"{status} | Chair, Alder | 3 terms begun; the terms of reference allow {most}."
    ]


@pytest.mark.parametrize(
    ("last", "finding"),
    [
        ("21 May 2026", "met | Members | 2 of 2 members came within 6 months."),
        (
            "20 May 2026",
            "not met | Birch | At no meeting since 20 May 2026: the office ended on 20 November 2026.",
        ),
    ],
)
def test_an_office_ends_by_absence(last: str, finding: str) -> None:
    """From the last meeting that somebody came to, or from the day on which they took the seat."""
    rows = [f"{last} | Birch | Bo", "1 Nov 2026 | Alder | Ann"]
    table = "\n".join(["meeting_on | organisation | people", *rows])
    findings = found(
        {"kind": "absence", "months": 6},
        meetings=f"meeting_on | members\n{last} | Birch\n1 Nov 2026 | Alder",
        seats="organisation | person | from_on\nAlder | Ann | 1 Jan 2020\nBirch | Bo | 1 Jan 2020",
        attendance_by_organisation=table,
    )

    assert findings[0] == finding
    assert len(findings) == (1 if finding.startswith("met") else 2)


def test_where_nobody_wrote_who_came_no_office_ends() -> None:
    """Absence is never made of silence."""
    assert found({"kind": "absence", "months": 6}, seats="person\nAnn") == [
        "unknown | Members | Who sits here, or who came to any meeting, is not recorded."
    ]


NO_CHAIR = "No chair was elected at the first meeting, on 1 October 2026"
YEARLY = {"kind": "elected yearly", "role": "chair", "year": "academic", "from": date(2024, 9, 1)}


@pytest.mark.parametrize(
    ("decided", "words", "finding"),
    [
        (
            "1 Oct 2026",
            "Elect the chair",
            "met | Elected at the first meeting of the year, on 1 October 2026.",
        ),
        ("1 Nov 2026", "Elect the chair", f"not met | {NO_CHAIR}; elected on 1 November 2026."),
        ("1 Oct 2026", "Elect the treasurer", f"not met | {NO_CHAIR}."),
    ],
)
def test_a_role_is_filled_at_the_first_meeting_of_each_year(decided: str, words: str, finding: str) -> None:
    """By an election that names it."""
    findings = found(
        YEARLY,
        meetings="meeting_on\n1 Oct 2026\n1 Nov 2026",
        decisions=f"kind | meeting_on | decision\nElection | {decided} | {words}",
    )

    assert findings == [
        "unknown | Chair, 2025/26 | No meeting of this year is recorded.",
        finding.replace(" | ", " | Chair, 2026/27 | "),
    ]


def test_an_election_that_is_still_ahead_is_due() -> None:
    """At the first meeting, once there is one."""
    assert found(YEARLY, meetings="meeting_on\n1 Dec 2026")[1] == (
        "due | Chair, 2026/27 | To be elected at the first meeting of the year, on 1 December 2026."
    )


@pytest.mark.parametrize(
    ("seat", "finding"),
    [
        ("Alder | Ann", [("met", "The chair is from Alder, a member.")]),
        ("Birch | Bo", [("not met", "The chair is from Birch, which is no member on 21 November 2026.")]),
        (" | Cy", [("unknown", "For which organisation the chair sits is not recorded.")]),
    ],
)
def test_an_office_is_held_from_among_the_members(seat: str, finding: list[tuple[str, str]]) -> None:
    """By whoever sits for a member organisation; an observer's person is none."""
    known = facts(
        organisations="organisation | membership\nAlder | member\nBirch | observer",
        seats=f"organisation | person | role\n{seat} | chair",
    )
    terms = body(office={"kind": "from members", "role": "chair"})

    assert [(str(f.status), f.says) for f in office.judge(terms, known, TODAY)] == finding


@pytest.mark.parametrize(
    ("election", "status", "says"),
    [
        ("Board | Elected the chair | 3 | 1", "met", "Elected by the Board on 12 March 2026."),
        ("Board | Elected the chair | | ", "unknown",
         "The tally of the election on 12 March 2026 is not recorded."),
        ("Board | Elected the chair | 1 | 3", "not met", "The election on 12 March 2026 had no majority."),
        ("Board | Elected the chair | | 3", "unknown",
         "The tally of the election on 12 March 2026 is not recorded."),
        ("Board | Elected the chair by e-mail | 3 | 1 | by e-mail", "not met",
         "Elected on 12 March 2026, but between meetings."),
        ("Board | Elected the vice chair | 3 | 1", "unknown",
         "By whom the chair was elected is not recorded."),
        ("Circle | Elected the chair | 3 | 1", "not met",
         "Elected on 12 March 2026 by the Circle, not by the Board."),
        ("Board | Elected the clerk | 3 | 1", "unknown", "By whom the chair was elected is not recorded."),
    ],
)  # fmt: skip
@pytest.mark.parametrize("since", ["12 Mar 2026", "1 Apr 2026"])
def test_an_office_is_given_by_the_members(election: str, status: str, says: str, since: str) -> None:
    """By an election of the main group by the day on which the seat was taken, carried by its votes."""
    heading = "meeting_on | kind | group_name | decision | votes_for | votes_against | method"
    election += " |" * (heading.count("|") - 2 - election.count("|"))
    known = facts(
        seats=f"organisation | role | from_on\nAlder | chair | {since}",
        decisions=f"{heading}\n12 Mar 2026 | election | {election}\n"
        "1 May 2026 | election | Board | Elected the next chair | 1 | 3 |",
    )
    terms = body(office={"kind": "by members", "role": "chair"})

    assert [(str(f.status), f.says) for f in office.judge(terms, known, TODAY)] == [(status, says)]


@pytest.mark.parametrize(
    ("decision", "finding"),
    [
        ("Elected the chair", "met | In office until 12 March 2028"),
        ("Elected Alder", "met | In office until 12 March 2028"),
        ("Elected AT", "met | In office until 12 March 2028"),
        ("Elected the vice chair", "overdue | Election overdue since 12 March 2026"),
        ("Elected Birch", "unknown | The election from which the term runs is not recorded."),
    ],
)
def test_a_term_may_run_from_the_election(decision: str, finding: str) -> None:
    """The last one by the day the seat was taken that has any of the holder's names, and not one after it."""
    seats = "organisation | role | from_on\nAlder | chair | 1 Apr 2026"
    decisions = f"""
        meeting_on  | kind     | decision
        12 Mar 2024 | election | Elected Alder as chair
        12 Mar 2026 | election | {decision}
        1 May 2026  | election | Elected Alder as chair
    """
    if "Birch" in decision:
        decisions = "\n".join(decisions.splitlines()[:2] + decisions.splitlines()[3:4])
    roster = "organisation | also_known_as | membership\nAlder | Alder Trust; AT | member"
    (line,) = found({**TERM, "begins": "election"}, seats=seats, decisions=decisions, organisations=roster)

    assert line.replace("Chair, Alder | ", "").startswith(finding)


def test_without_a_roster_nobody_knows_whence_the_chair_comes() -> None:
    """The file that would tell is named; a vacant chair is another entry's matter."""
    terms = body(office={"kind": "from members", "role": "chair"})
    known = facts(seats="organisation | person | role\nAlder | Ann | chair")
    vacant = facts(seats="organisation | role | status\nAlder | chair | vacant")

    [unknown] = office.judge(terms, known, TODAY)
    assert unknown.status is Status.UNKNOWN and "organisations file" in unknown.says
    assert list(office.judge(terms, vacant, TODAY)) == []
