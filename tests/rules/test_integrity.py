"""Integrity: what one file says, held against what the others say and the terms ask for."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

import pytest

from rules.finding import Rows
from rules.integrity import Mismatch, mismatches
from store import Store
from tests.filled import opened
from tests.judged import BODIES, READER, facts_of
from tests.rules.build import body, facts

TODAY = date(2026, 11, 21)
ROSTER = """
    organisation | membership | joined_on  | left_on
    Alder        | member     | 1 Jun 2024 |
    Birch        | former     | 1 Jun 2024 | 31 Mar 2026
    Cedar        | observer   | 1 Jun 2024 |
    Dogwood      | former     |            |
"""
NAMED_DEPUTIES = {"quorum": {"kind": "needed", "organisations": 1, "substitutes": "named deputies"}}
PAPERS = {"notice": {"kind": "papers", "days": 5, "unit": "working days"}}
MINUTES = {"notice": {"kind": "minutes", "days": 10, "unit": "days"}}
ONE_CONTACT = {"composition": {"kind": "primary contact"}}
OBSERVERS_PAY = {
    "fee": {
        "kind": "bands", "first_year": 2020, "boundary_gbp": 1, "over_gbp": 2, "under_gbp": 1,
        "observers_pay": True,
    }
}  # fmt: skip


def found(terms: Mapping[str, Any] | None = None, today: date = TODAY, **tables: str) -> list[Mismatch]:
    """The mismatches of a body with these terms, whose roster is the one above unless another is given."""
    return mismatches(body(**terms or {}), facts(**{"organisations": ROSTER, **tables}), today)


def said(terms: Mapping[str, Any] | None = None, today: date = TODAY, **tables: str) -> list[str]:
    """What is said of each mismatch."""
    return [mismatch.says for mismatch in found(terms, today, **tables)]


def table(heading: str, row: str) -> str:
    return f"{heading}\n{row}"


def one_of(sentence: str) -> list[str]:
    return [sentence] if sentence else []


def test_files_that_agree_yield_nothing() -> None:
    """A member that attends, sits, pays, pledges, acts and leads is no mismatch."""
    assert said(
        meetings="meeting_on | members\n12 Mar 2026 | Alder",
        seats="organisation | person\nAlder | Representative 1",
        payments="organisation | financial_year | amount_gbp\nAlder | 2025/26 | 50",
        pledges="reference | organisation\nP1 | Alder",
        pledge_progress="pledge_reference | as_at\np1 | 1 Oct 2026",
        actions="reference | organisation\nA1 | ALDER",
        groups="group_name | lead_organisation\nHousing group | Alder",
        decisions="reference | meeting_on | ratified_on\nD1 | 12 Mar 2026 | 12 Mar 2026",
    ) == []  # fmt: skip


def test_a_mismatch_says_what_is_wrong_and_what_to_do_and_where() -> None:
    """Kind, subject, sentence, remedy and the rows of the file."""
    meetings = "meeting_on | others\n12 Mar 2026 | Elder"

    assert found(meetings=meetings) == [
        Mismatch(
            "Attendance by organisations not on the roster",
            "Elder",
            "Elder attended the Board on 12 March 2026 but is not on the roster.",
            "Add it to the organisations file, or correct the name in the attendance file if it is misspelt.",
            (Rows.of("attendance", group_name="Board", meeting_on=date(2026, 3, 12), organisation="Elder"),),
        )
    ]


def test_a_meeting_ahead_has_not_been_held() -> None:
    """Nothing is missing yet of a meeting after today, and nobody has attended it."""
    meetings = "meeting_on | others | substitutes\n22 Nov 2026 | Elder | Alder"

    assert said({**PAPERS, **NAMED_DEPUTIES}, meetings=meetings) == []


@pytest.mark.parametrize(
    ("came", "says"),
    [
        ("12 Mar 2024 | Cedar",
         "Cedar attended the Board on 12 March 2024, before it joined on 1 June 2024."),
        ("1 Apr 2026 | Birch", "Birch attended the Board on 1 April 2026, after it left on 31 March 2026."),
        ("1 Apr 2026 | Dogwood",
         "Dogwood attended the Board on 1 April 2026, but the day it left is not recorded."),
        ("1 Jun 2024 | Cedar", ""),
        ("31 Mar 2026 | Birch", ""),
    ],
)  # fmt: skip
def test_nobody_attends_before_joining_or_after_leaving(came: str, says: str) -> None:
    """The dates of the roster stand against the days of attendance."""
    assert said(meetings=table("meeting_on | observers", came)) == one_of(says)


@pytest.mark.parametrize(
    ("on", "says"),
    [
        ("29 Feb 2024",
         "Elm attended the Board on 29 February 2024, "
         "before the roster of 1 March 2024, the first that has it."),
        ("1 Mar 2024", ""),
    ],
)  # fmt: skip
def test_nobody_attends_before_the_first_roster_that_has_them(on: str, says: str) -> None:
    """Where nobody gave the day it joined; on the roster's own day it may come."""
    roster = "organisation | membership | known_from\nElm | observer | 1 Mar 2024"

    assert said(organisations=roster, meetings=f"meeting_on | observers\n{on} | Elm") == one_of(says)


@pytest.mark.parametrize(
    ("seat", "says"),
    [
        ("Birch | filled |", "Birch left on 31 March 2026 but holds 1 seat in the Board."),
        ("Birch | filled |\nBirch | filled |", "Birch left on 31 March 2026 but holds 2 seats in the Board."),
        ("Dogwood | filled |", "Dogwood has left but holds 1 seat in the Board."),
        ("Elder | unconfirmed |", "Elder is not on the roster but holds 1 seat in the Board."),
        ("Birch | filled | 31 Mar 2026", ""),
        ("Birch | vacant |", ""),
        ("Cedar | filled |", ""),
    ],
)
def test_a_current_seat_is_held_by_an_organisation_of_today(seat: str, says: str) -> None:
    """A seat that ended or is vacant is nobody's mismatch."""
    assert said(seats=table("organisation | status | to_on", seat)) == one_of(says)


def test_a_member_that_leaves_later_still_holds_its_seat() -> None:
    """On its last day an organisation is still there."""
    seats = "organisation\nBirch"

    assert said(today=date(2026, 3, 31), seats=seats) == []


@pytest.mark.parametrize(
    ("group", "says"),
    [
        ("Birch |", "Birch left on 31 March 2026 but leads the Housing group."),
        ("Elder |", "Elder is not on the roster but leads the Housing group."),
        ("Birch | 21 Nov 2026", ""),
        ("Birch | 22 Nov 2026", "Birch left on 31 March 2026 but leads the Housing group."),
        ("|", ""),
    ],
)
def test_a_live_group_is_led_by_an_organisation_of_today(group: str, says: str) -> None:
    """Whether a group has a lead at all is for the terms to ask."""
    groups = table("group_name | lead_organisation | ended_on", f"Housing group | {group}")

    assert said(groups=groups) == one_of(says)


@pytest.mark.parametrize(
    ("action", "says"),
    [
        ("Elder | complete", "Elder is not on the roster but owns action A1 (complete)."),
        ("Birch | in progress", "Birch left on 31 March 2026 but owns action A1 (in progress)."),
        ("Birch | complete", ""),
        ("| open", ""),
    ],
)
def test_an_action_is_owned_by_an_organisation_of_today(action: str, says: str) -> None:
    """What an organisation completed before it left is in order."""
    actions = table("reference | organisation | status", f"A1 | {action}")

    assert said(actions=actions) == one_of(says)


@pytest.mark.parametrize(
    ("payment", "says"),
    [
        ("Elder | 2025/26 | 50 |", "Elder paid £50 for 2025/26 but is not on the roster."),
        ("Alder | 2023/24 | 50 |", "Alder paid £50 for 2023/24 but was not a member in that year."),
        ("Alder | 2024/25 | 50 |", ""),
        ("Birch | 2025/26 | 50 |", ""),
        ("Birch | 2026/27 | 50 |", "Birch paid £50 for 2026/27 but was not a member in that year."),
        ("Cedar | 2025/26 | 50 |", "Cedar paid £50 for 2025/26 but was not a member in that year."),
        ("Elder | 2025/26 | 50 |\nElder | 2025/26 | -50 |", ""),
        ("Elder | 2026/27 | 50 | 22 Nov 2026", ""),
    ],
)
def test_a_fee_is_paid_by_a_member_of_that_year(payment: str, says: str) -> None:
    """A member on any day of the year may pay; what was paid back or is yet to come does not count."""
    payments = table("organisation | financial_year | amount_gbp | paid_on", payment)

    assert said(payments=payments) == one_of(says)


@pytest.mark.parametrize(
    ("observers_pay", "says"),
    [(True, ""), (False, "Cedar paid £50 for 2025/26 but was not a member in that year.")],
)
def test_an_observer_may_pay_where_the_terms_let_observers_pay(observers_pay: bool, says: str) -> None:
    """The terms decide who owes a fee."""
    payments = "organisation | financial_year | amount_gbp\nCedar | 2025/26 | 50"
    terms = {"fee": {**OBSERVERS_PAY["fee"], "observers_pay": observers_pay}}

    assert said(terms, payments=payments) == one_of(says)


@pytest.mark.parametrize(
    ("pledge", "says"),
    [
        ("Elder |", "Elder made pledge P1 but is not on the roster."),
        ("Alder | 31 May 2024", "Alder made pledge P1 but was not a member on 31 May 2024."),
        ("Cedar |", "Cedar made pledge P1 but was not a member on 21 November 2026."),
        ("Birch | 31 Mar 2026", ""),
    ],
)
def test_a_pledge_is_made_by_a_member(pledge: str, says: str) -> None:
    """A member on the day the pledge starts, or today where no start is given."""
    pledges = table("reference | organisation | start_on", f"P1 | {pledge}")

    assert said(pledges=pledges) == one_of(says)


@pytest.mark.parametrize("came_through", ["substitutes", "deputies"])
def test_a_substitute_is_nominated_where_the_terms_ask_for_it(came_through: str) -> None:
    """A named deputy is in order, another substitute is not."""
    says = "Alder attended the Board on 12 March 2026 only through a substitute who is not its named deputy."
    meetings = table(f"meeting_on | {came_through}", "12 Mar 2026 | Alder")

    assert said(NAMED_DEPUTIES, meetings=meetings) == one_of(says if came_through == "substitutes" else "")


@pytest.mark.parametrize(
    ("terms", "group"), [({}, "Board"), (NAMED_DEPUTIES, "Housing group")], ids=["silent", "other group"]
)
def test_any_substitute_will_do_where_the_terms_name_none(terms: Mapping[str, Any], group: str) -> None:
    """Nobody need be nominated for a group whose quorum asks for no named deputies."""
    meetings = table("group_name | meeting_on | substitutes", f"{group} | 12 Mar 2026 | Alder")

    assert said(terms, meetings=meetings) == []


@pytest.mark.parametrize(
    ("seats", "says"),
    [
        ("One | yes | \nTwo | no |", ""),
        ("One | yes | \nOne | yes |", ""),
        ("One | yes | \nTwo | yes | 1 Jan 2026", ""),
        ("One | no | \nTwo | |", "Alder has 0 primary contacts; the terms have one."),
        ("One | yes | \nTwo | yes |", "Alder has 2 primary contacts; the terms have one."),
        ("One | | \nTwo | |", "No primary contact is recorded for any organisation."),
    ],
)
def test_a_member_with_a_seat_has_one_primary_contact(seats: str, says: str) -> None:
    """One person, however many seats they hold; where nobody is marked that is said once."""
    rows = "\n".join(f"Alder | {row}" for row in seats.split("\n"))

    assert said(ONE_CONTACT, seats=table("organisation | person | primary_contact | to_on", rows)) == one_of(
        says
    )


def test_a_member_without_a_seat_is_asked_for_no_primary_contact() -> None:
    """There is nobody who could be marked."""
    seats = "organisation | person | primary_contact\nCedar | One | yes"

    assert said(ONE_CONTACT, seats=seats) == []


def test_primary_contacts_matter_only_where_the_terms_have_them() -> None:
    """A body without that term may mark as many as it likes."""
    seats = "organisation | person | primary_contact\nAlder | One | yes\nAlder | Two | yes"

    assert said(seats=seats) == []


@pytest.mark.parametrize(
    ("seat", "says"),
    [
        ("Representative 1 | |", "Representative 1 holds a seat (Chair, Board) for no organisation."),
        ("Representative 1 | Alder |", ""),
        ("Representative 1 | | 1 Jan 2026", ""),
        ("| |", ""),
    ],
)
def test_a_person_with_a_seat_comes_from_an_organisation(seat: str, says: str) -> None:
    """A vacant or past seat may stay without one."""
    seats = table("seat | person | organisation | to_on", f"Chair | {seat}")

    assert said(seats=seats) == one_of(says)


def test_an_update_belongs_to_a_pledge() -> None:
    """Updates of an unknown pledge are counted together; capitals in a reference do not matter."""
    progress = """
        pledge_reference | as_at
        p1               | 1 Jul 2026
        P9               | 1 Jul 2026
        P9               | 1 Oct 2026
    """
    pledges = "reference | organisation\nP1 | Alder"

    assert said(pledges=pledges, pledge_progress=progress) == [
        "2 updates of pledge P9, but no such pledge is loaded."
    ]


@pytest.mark.parametrize(
    ("decision", "says"),
    [
        ("Board | 12 Mar 2026 |", ""),
        ("Board | 13 Mar 2026 |",
         "D1 was decided on 13 March 2026, but no meeting of the Board is recorded on that day."),
        ("Housing group | 12 Mar 2026 |",
         "D1 was decided on 12 March 2026, but no meeting of the Housing group is recorded on that day."),
        ("Board | 22 Nov 2026 |", ""),
        ("Board | 12 Mar 2026 | 4 Jun 2026", ""),
        ("Board | 12 Mar 2026 | 5 Jun 2026",
         "D1 was ratified on 5 June 2026, but no meeting of the Board is recorded on that day."),
    ],
)  # fmt: skip
def test_a_group_decides_and_ratifies_on_days_it_met(decision: str, says: str) -> None:
    """A decision has a meeting of its own group on its day, and so has its ratification."""
    meetings = "meeting_on | members\n12 Mar 2026 | Alder\n4 Jun 2026 | Alder"
    decisions = table("reference | group_name | meeting_on | ratified_on", f"D1 | {decision}")

    assert said(meetings=meetings, decisions=decisions) == one_of(says)


def test_a_meeting_known_only_from_attendance_is_said_once() -> None:
    """It is not also said to lack papers, minutes or attendance."""
    meetings = "meeting_on | members | recorded\n12 Mar 2026 | Alder | no"

    assert said(PAPERS, meetings=meetings) == [
        "Attendance at the Board on 12 March 2026 is recorded, but the meeting is not."
    ]


def test_a_meeting_held_has_attendance() -> None:
    """The latest meeting without any comes first."""
    meetings = "meeting_on | members\n12 Mar 2026 |\n4 Jun 2026 | Alder\n9 Sep 2026 |"

    assert said(meetings=meetings) == [
        "No attendance is recorded for the Board on 9 September 2026.",
        "No attendance is recorded for the Board on 12 March 2026.",
    ]


@pytest.mark.parametrize(
    ("terms", "meeting", "says"),
    [
        (PAPERS, "Board | |", "No day is recorded for the papers of the Board on 12 March 2026."),
        (PAPERS, "Board | 4 Mar 2026 |", ""),
        (PAPERS, "Housing group | |", ""),
        ({}, "Board | |", ""),
        (MINUTES, "Board | |", "No day is recorded for the minutes of the Board on 12 March 2026."),
        (MINUTES, "Board | | 20 Mar 2026", ""),
        (MINUTES, "Housing group | |",
         "No day is recorded for the minutes of the Housing group on 12 March 2026."),
    ],
)  # fmt: skip
def test_papers_and_minutes_have_a_day_where_the_terms_ask_for_them(
    terms: Mapping[str, Any], meeting: str, says: str
) -> None:
    """Papers for the group the terms name, minutes for every group."""
    heading = "meeting_on | members | group_name | papers_sent_on | minutes_sent_on"

    assert said(terms, meetings=table(heading, f"12 Mar 2026 | Alder | {meeting}")) == one_of(says)


def test_minutes_are_not_missing_before_their_last_day_has_passed() -> None:
    """Ten days after 12 March is 22 March."""
    meetings = "meeting_on | members\n12 Mar 2026 | Alder"

    assert len(said(MINUTES, date(2026, 3, 22), meetings=meetings)) == 0
    assert len(said(MINUTES, date(2026, 3, 23), meetings=meetings)) == 1


def test_without_a_roster_that_is_said_once() -> None:
    """Not every name is held against a list that nobody loaded; the rest is still looked at."""
    no_roster = mismatches(
        body(),
        facts(
            meetings="meeting_on | others\n12 Mar 2026 | Alder\n4 Jun 2026 |",
            payments="organisation | financial_year | amount_gbp\nAlder | 2025/26 | 50",
            seats="organisation | person\nAlder | One\nBirch | Two",
        ),
        TODAY,
    )

    assert [mismatch.says for mismatch in no_roster] == [
        "No organisations are loaded, so the names in 3 rows are not checked.",
        "No attendance is recorded for the Board on 4 June 2026.",
    ]
    assert [rows.mart for rows in no_roster[0].rows] == ["seats", "payments"]


@pytest.mark.parametrize(
    ("tables", "sentence"),
    [
        ({"decisions": "reference | meeting_on | votes_for | votes_against\nD1 | 12 Mar 2026 | 3 | 1"},
         "D1: 3 votes for but only 2 members present: check the figures."),
        ({"decisions": "reference | meeting_on | votes_for | votes_against\nD1 | 12 Mar 2026 | 1 | 1"}, ""),
        ({"decisions": "reference | meeting_on | method | votes_against\nD1 | 12 Mar 2026 | consensus | 1"},
         "D1: Recorded as consensus, but with 1 vote against: check the method and the figures."),
        ({"seats": "organisation | person | role\nAlder | Ann | chair\nAlder | Bo | chair"},
         "Chair of the Board: 2 hold this office at a time where one can: end the seat of whoever left it."),
        ({"seats": "organisation | person | role\nAlder | Ann | co-chair\nAlder | Bo | co-chair"}, ""),
        ({"pledges": "reference | organisation | target\nP1 | Alder | 50",
          "pledge_progress": "pledge_reference | as_at | progress_share | value\nP1 | 1 Nov 2026 | 1 | 12"},
         "P1 is reported as 100% done, and its measure says 24%."),
    ],
)  # fmt: skip
def test_records_that_contradict_each_other(tables: Mapping[str, str], sentence: str) -> None:
    """Each is told with both facts, and no verdict is drawn from it."""
    meetings = "meeting_on | members\n12 Mar 2026 | Alder; Birch"

    assert said(meetings=meetings, **tables) == one_of(sentence)


OFF = "meeting_on | status\n12 Mar 2026 | cancelled"


@pytest.mark.parametrize(
    ("tables", "sentence"),
    [
        (
            {"meetings": "meeting_on | status | count_present | minutes_sent_on\n"
                         "12 Mar 2026 | postponed | 4 | 20 Mar 2026"},
            "Recorded as postponed: the Board on 12 March 2026; yet it has attendance and minutes.",
        ),
        ({"meetings": OFF}, ""),
        (
            {"meetings": "meeting_on | members | minutes_sent_on\n12 Mar 2026 | Alder | 11 Mar 2026"},
            "Minutes sent on 11 March 2026, before the meeting of 12 March 2026: check both days.",
        ),
        (
            {"groups": "group_name | agreed_on | last_report_on\nHousing | 1 Oct 2026 | 1 Sep 2026"},
            "Housing: Last report 1 September 2026, before it was agreed on 1 October 2026.",
        ),
        (
            {"groups": "group_name | agreed_on | ended_on\nHousing | 1 Oct 2026 | 1 Sep 2026"},
            "Housing: Ended 1 September 2026, before it was agreed on 1 October 2026.",
        ),
        (
            {"actions": "reference | status | completed_on\nA1 | open | 1 Sep 2026"},
            "A1: Recorded as open, but also as completed on 1 September 2026: check both.",
        ),
        ({"actions": "reference | status | completed_on\nA1 | complete | 1 Sep 2026"}, ""),
    ],
)  # fmt: skip
def test_days_that_contradict_each_other(tables: Mapping[str, str], sentence: str) -> None:
    """Of the two that are told one must be wrong."""
    assert said(**tables) == one_of(sentence)


@pytest.mark.parametrize("today", [date(2026, 3, 12), TODAY])
def test_an_election_with_more_votes_than_members(today: date) -> None:
    """Two members, so three votes cannot be; nor a decision of a meeting that was cancelled."""
    votes = "reference | meeting_on | kind | votes_for\nE1 | 12 Mar 2026 | election | 3"
    told = said(today=today, meetings=OFF, decisions=votes)

    assert "E1: 3 votes but only 2 members: check the figures." in told
    assert "Recorded as cancelled: the Board on 12 March 2026; yet it has decisions." in told


def test_nobody_chairs_from_afar() -> None:
    """Whoever sent apologies was not in the chair."""
    assert said(
        meetings="meeting_on | members | chaired_by\n12 Mar 2026 | Alder | Ann",
        seats="organisation | person | role\nAlder | Ann | chair",
        attendance_by_seat="meeting_on | person | attendance\n12 Mar 2026 | Ann | apologies",
    ) == ["Ann is recorded as in the chair of the Board on 12 March 2026, but not as present."]


VOTES = {"decision": [{"kind": "majority", "of": "co-option"}], "admission": {"kind": "observers"}}
CONSENT = {"decision": {"kind": "consent"}}
LIMITED = {"groups": {"kind": "time-limited", "of": "task and finish"}}
WAIVED = {
    "fee": {"kind": "bands", "first_year": 2020, "boundary_gbp": 1, "over_gbp": 2, "under_gbp": 1}
}  # fmt: skip


@pytest.mark.parametrize(
    ("terms", "mart", "rows", "sentence"),
    [
        (VOTES, "decisions", "method\nOn a nod", "D1 was decided by “On a nod”, which no rule understands."),
        (VOTES, "decisions", "method\nShow of hands", ""),
        (VOTES, "decisions", "decision | kind\nCo-opt Pat Lee | staffing",
         "D1 of 8 September 2026 reads like co-option, but its kind is “staffing”."),
        ({"decision": {"kind": "where"}}, "decisions", "decision | kind\nSubmit the bid | funding", ""),
        (VOTES, "decisions", "decision\nThat from June on Alder may observe",
         "D1 of 8 September 2026 reads like observer, but its kind is blank."),
        (VOTES, "decisions", "decision | kind\nCo-opt Pat Lee | Cooption", ""),
        (VOTES, "decisions", "decision\nElect the chair", ""),
        (CONSENT, "decisions", "consent_needed_from | consent_given_by\nAlder | Yes",
         "D1 has consent given by “Yes”, which is no name on the roster."),
        (CONSENT, "decisions", "consent_needed_from | consent_given_by\nAll | Alder", ""),
        (LIMITED, "groups", "group_name | kind\nHousing | Circle",
         "The Housing is a “Circle” group, which no rule understands."),
        ({"duties": {"kind": "once", "duty": "Funding bid"}}, "duties", "duty\nBid lost",
         "No term of this body names the duty “Bid lost”. Perhaps “Funding bid” is meant."),
        ({"duties": {"kind": "once", "duty": "Funding bid"}}, "duties", "duty\nFunding bid 2026", ""),
        (WAIVED, "payments",
         "organisation | financial_year | amount_gbp | reference\nAlder | 2026/27 | 0 | Nil",
         "£0 is recorded for Alder, 2026/27, its reference is “Nil”, so nothing was paid or waived."),
    ],
)  # fmt: skip
def test_a_word_that_no_rule_understands(
    terms: Mapping[str, Any], mart: str, rows: str, sentence: str
) -> None:
    """It is named, so that no verdict is missing without a word."""
    heading, row = rows.split("\n")
    if mart == "decisions":
        heading, row = f"reference | meeting_on | {heading}", f"D1 | 8 Sep 2026 | {row}"
    meetings = "meeting_on | members\n8 Sep 2026 | Alder"

    assert said(terms, meetings=meetings, **{mart: f"{heading}\n{row}"}) == one_of(sentence)


@pytest.mark.parametrize(("today", "is_read"), [(date(2026, 9, 7), False), (date(2026, 9, 8), True)])
@pytest.mark.parametrize("said_of_it", ["On a nod | Adopt it", "vote | Co-opt Pat Lee"])
def test_a_decision_is_read_from_its_day_on(today: date, is_read: bool, said_of_it: str) -> None:
    """What is only minuted for a later day has not been decided yet."""
    decisions = f"reference | meeting_on | method | decision\nD1 | 8 Sep 2026 | {said_of_it}"

    assert any(m.about == "D1" for m in found(VOTES, today, decisions=decisions)) is is_read


def test_nothing_loaded_contradicts_nothing() -> None:
    """An empty store is empty, not wrong."""
    assert mismatches(body(**PAPERS, **ONE_CONTACT), facts(), TODAY) == []


@pytest.fixture(scope="module")
def store() -> Iterator[Store]:
    """A store with the illustrative set."""
    store = opened("illustrative")
    yield store
    store.close()


@pytest.fixture(scope="module")
def sampled(store: Store) -> Mapping[str, list[Mismatch]]:
    """The mismatches of each body in it."""
    return {key: mismatches(BODIES[key], known, TODAY) for key, known in facts_of(store).items()}


@pytest.mark.parametrize(
    "told",
    [
        "attended the Alliance on 16 June 2026 but is not on the roster.",
        "only through a substitute who is not its named deputy.",
        "paid £50 for 2026/27 but is not on the roster.",
        "has 2 primary contacts; the terms have one.",
        "No day is recorded for the papers of the Strategy Group on 5 June 2025.",
        "No day is recorded for the minutes of the Main meeting on 15 May 2025.",
        "left on 31 March 2025 but owns action NA-A14 (open).",
    ],
)
def test_the_sample_shows_a_mismatch(sampled: Mapping[str, list[Mismatch]], told: str) -> None:
    """Each kind that a reader should meet stands somewhere in the illustrative set."""
    assert [m for found in sampled.values() for m in found if m.says.endswith(told)]


def test_every_mismatch_of_the_sample_opens_to_file_and_line(
    store: Store, sampled: Mapping[str, list[Mismatch]]
) -> None:
    """Each of its rows selects something that was loaded from a file."""
    for key, found in sampled.items():
        for mismatch in found:
            opened = [store.read(READER, rows.mart, body=key, **dict(rows.where)) for rows in mismatch.rows]

            assert [f.drop_nulls(["file", "line"]).height > 0 for f in opened] == [True] * len(opened) != []
