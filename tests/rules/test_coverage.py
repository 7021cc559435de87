"""What is not on record counts as not there only where a file is whole."""

from datetime import date

import pytest

from rules import attendance, cadence, duties, office, quorum, review, summary
from rules.coverage import Unlisted, not_covered, unlisted
from rules.facts import Facts
from rules.ratified import obstacle
from tests.rules.build import body, facts, records

TODAY = date(2026, 11, 21)
REVIEW = {"kind": "every", "duty": "Review", "months": 12, "from": date(2025, 9, 1)}
CONFERENCE = {"kind": "event", "duty": "Conference", "year": "calendar", "from": date(2020, 1, 1)}
REPORT = {"kind": "report", "duty": "Report", "to": "Committee", "months": 12}
NOTE = {"kind": "each meeting", "duty": "Agenda"}
STEPS = {"kind": "checklist", "each": "project", "duties": ["Idea", "Plan"]}
POST = {"kind": "post", "post": "Officer", "full_time_share": 0.5, "contract_years": 1, "duty": "Contract"}
DONE = "duty | period | done_on\nReport | | 1 Jun 2025\nIdea | Alder | 1 Jun 2025\nContract | | 1 Jun 2025"
MEETINGS = "meeting_on\n3 Mar 2026\n10 Jun 2026"
NOTED = f"{DONE}\nAgenda | 3 March 2026 | 3 Mar 2026"

NONE, SHORT, FULL = (
    "kind | as_at | complete_to\nactions | 1 Nov 2026 |",
    "kind | as_at | complete_to\nduties | 31 Jan 2026 |",
    "kind | as_at | complete_to\nduties | 31 Jan 2026 | 21 Nov 2026",
)


@pytest.mark.parametrize(
    ("family", "term", "missed"),
    [
        (review, REVIEW, "overdue"),
        (cadence, CONFERENCE, "overdue"),
        (duties, REPORT, "overdue"),
        (duties, NOTE, "not met"),
        (office, POST, "overdue"),
    ],
)
def test_nothing_recorded_is_held_against_a_body_only_where_a_file_is_whole(family, term, missed) -> None:
    """No register, or one that ends before the day: not known, and what to load. Complete to it: missed."""
    terms = body(**{family.NAME: term})

    def verdict(coverage: str) -> tuple[str, str]:
        known = facts(duties=NOTED, meetings=MEETINGS, coverage=coverage)
        finding = next(iter(family.judge(terms, known, TODAY)))
        return finding.status, finding.says

    none, short, full = map(verdict, (NONE, SHORT, FULL))
    assert none[0] == "unknown" and "no whole file of duties is loaded" in none[1]
    assert full[0] == missed
    if term is not CONFERENCE:  # that of 2025 was missed by the end of 2025
        assert short[0] == "unknown" and "the duties on record go to 31 January 2026 only" in short[1]


@pytest.mark.parametrize(("on", "covered"), [(date(2026, 1, 31), True), (date(2026, 2, 1), False)])
def test_a_file_covers_its_last_day(on: date, covered: bool) -> None:
    """Complete to the 31st, it shows what was not done on the 31st, and nothing of the day after."""
    known = facts(coverage="kind | as_at | complete_to\nduties | 31 Jan 2026 |")

    assert (not_covered(known, "duties", on) == "") is covered


def test_the_steps_of_a_part_are_not_all_its_steps() -> None:
    """Which steps of a checklist are missing is not known from a part of the register."""
    (part,) = duties.judge(body(duties=STEPS), facts(duties=DONE, coverage=NONE), TODAY)
    (whole,) = duties.judge(body(duties=STEPS), facts(duties=DONE, coverage=FULL), TODAY)

    assert (part.status, whole.status) == ("unknown", "not met")


@pytest.mark.parametrize(
    ("recorded", "coverage", "status"),
    [
        ("yes", "kind | as_at\nmeetings | 1 Feb 2026", "not met"),
        ("yes", NONE, "unknown"),
        ("no", "kind | as_at\nmeetings | 1 Feb 2026", "unknown"),
    ],
)
def test_too_few_meetings_are_too_few_only_where_a_file_of_meetings_says_so(
    recorded, coverage, status
) -> None:
    """Those known from attendance alone are not all; a file is whole for the years of its days."""
    term = {"kind": "meetings", "times": 4, "year": "financial", "from": date(2020, 1, 1)}
    meetings = f"meeting_on | recorded\n3 Apr 2024 | {recorded}\n10 Jun 2025 | {recorded}"

    found = cadence.judge(body(cadence=term), facts(meetings=meetings, coverage=coverage), date(2025, 4, 30))

    assert [f.status for f in found if "2024/25" in f.about] == [status]


@pytest.mark.parametrize(
    ("listed", "status", "says"),
    [
        ("everyone", "met", "1 of 1 meeting"),
        ("came", "not met", "1 of 3 meetings"),
        ("", "unknown", "1 of 1 meeting in the last 12 months. 2 lists without them"),
    ],
)
def test_who_is_in_no_list_stayed_away_where_lists_have_only_those_who_came(listed, status, says) -> None:
    """Where it is not known whom a list has, what is not known decides nothing."""
    meetings = "\n".join(
        [
            "meeting_on | members | listed",
            *(f"{on} | Alder | {listed}" for on in ("3 Mar 2026", "9 Jun 2026")),
        ]
    )
    known = facts(
        meetings=f"{meetings}\n8 Sep 2026 | Birch | everyone",
        organisations="organisation\nAlder\nBirch",
        attendance_by_organisation="""
            meeting_on | organisation | attendance
            3 Mar 2026 | Alder        | present
            9 Jun 2026 | Alder        | present
            8 Sep 2026 | Birch        | present
        """,
    )
    term = {"kind": "expected", "more_than": 0.5}

    (birch,) = [f for f in attendance.judge(body(attendance=term), known, TODAY) if f.about == "Birch"]

    assert birch.status == status and birch.says.startswith(says)


def test_a_meeting_without_a_list_leaves_nobody_out() -> None:
    """Only a list can leave somebody out."""
    meetings = records(
        "meetings", "meeting_on | count_recorded | listed\n3 Mar 2026 | 0 | came\n9 Jun 2026 | 2 |"
    )

    assert unlisted(meetings, set()) == Unlisted(stayed_away=0, unknown=1)


def test_a_sector_that_nobody_gave_is_not_a_sector_that_was_missing() -> None:
    """Without a roster nobody can be counted; with one, somebody of no sector may be of any."""
    term = body(quorum={"kind": "needed", "sectors": ["Health"]})

    def status(organisations: str, **who: str) -> str:
        heading = "meeting_on | " + " | ".join(who)
        row = "3 Mar 2026 | " + " | ".join(who.values())
        known = facts(meetings=f"{heading}\n{row}", organisations=organisations)
        return next(f.status for f in quorum.judge(term, known, TODAY))

    assert status("organisation", others="Alder") == "unknown"
    assert status("organisation\nAlder", members="Alder") == "unknown"
    assert status("organisation | sector\nAlder | Police", members="Alder") == "not met"


def test_nobody_is_expected_at_a_group_in_which_they_have_no_seat() -> None:
    """The forecast counts who has a seat in the group, where its seats are known."""
    known = facts(
        meetings="meeting_on\n9 Dec 2026",
        organisations="organisation | sector\nAlder | Health\nBirch | Health",
        seats="organisation | group_name\nAlder | Board\nBirch | Other group",
        attendance_by_organisation="meeting_on | organisation | attendance\n9 Dec 2026 | Alder | apologies",
    )

    (forecast,) = quorum.judge(body(quorum={"kind": "needed", "sectors": ["Health"]}), known, TODAY)

    assert "would be sub-quorate" in forecast.says


def test_no_decision_waits_only_where_decisions_are_loaded() -> None:
    """An empty store is not a clear desk."""
    nothing = summary.headlines(body(), Facts(), (), TODAY)
    empty_register = summary.headlines(body(), facts(), (), TODAY)

    assert [each.figure for each in nothing[:2]] == ["Not known", "Not known"]
    assert [each.figure for each in empty_register[:2]] == ["0", "0"]


def test_a_past_day_does_not_know_that_a_decision_was_ratified_later() -> None:
    """Its day is not named, nor that of a meeting to come."""
    (decision,) = records("decisions", "meeting_on | ratified_on\n3 Mar 2026 | 10 Jun 2026")

    assert "never ratified" in obstacle(decision, "a later meeting", {}, date(2026, 5, 1))
    assert "10 June 2026" in obstacle(decision, "a later meeting", {}, TODAY)
