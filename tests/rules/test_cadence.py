"""Cadence: so many meetings and events in a year."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.cadence import judge
from rules.finding import Rows, Status
from tests.rules.build import body, facts

TODAY = date(2026, 11, 21)


def verdicts(terms, meetings, today=TODAY):
    """Subject, status and sentence of each finding, from meeting days separated by commas."""
    rows = "\n".join(day.strip() for day in meetings.split(","))
    findings = judge(body(cadence=terms), facts(meetings=f"meeting_on\n{rows}"), today)
    return [(f.about, f.status, f.says) for f in findings]


TWICE = {"kind": "meetings", "times": 2, "year": "calendar"}
QUARTERLY = {"kind": "meetings", "times": 4, "year": "calendar", "spread": True}


@pytest.mark.parametrize(
    ("meetings", "status", "says"),
    [
        ("12 Mar 2026, 9 Jun 2026", "met", "2 of 2 held so far, 0 scheduled."),
        ("12 Mar 2026, 9 Dec 2026", "due", "1 of 2 held so far, 1 scheduled."),
        ("12 Mar 2026", "due", "1 of 2 held so far, 0 scheduled; 1 more to arrange by 31 December 2026."),
    ],
)
def test_the_current_year(meetings, status, says):
    """The current year is met once enough meetings were held, and due until then."""
    assert verdicts(TWICE, meetings) == [("Board, 2026", status, says)]


@pytest.mark.parametrize(
    ("meetings", "status", "says"),
    [
        ("12 Mar 2025, 9 Jun 2025", "met", "2 of 2 held."),
        ("12 Mar 2025", "not met", "1 of 2 held."),
    ],
)
def test_a_past_year(meetings, status, says):
    """A past year had enough meetings or it had not."""
    assert verdicts(TWICE, meetings)[0] == ("Board, 2025", status, says)


def test_only_the_last_three_years():
    """At most three past years are judged, and the current one."""
    subjects = [about for about, *_ in verdicts(TWICE, "1 Feb 2020, 1 Feb 2026")]
    assert subjects == ["Board, 2023", "Board, 2024", "Board, 2025", "Board, 2026"]


def test_no_year_before_the_first_meeting():
    """Years before the first recorded meeting are not judged."""
    assert [about for about, *_ in verdicts(TWICE, "1 Feb 2025")] == ["Board, 2025", "Board, 2026"]


def test_the_year_in_which_the_records_begin():
    """A year whose first quarters nobody recorded is not held against the body."""
    term = {"kind": "meetings", "times": 4, "year": "calendar"}
    known = facts(meetings="meeting_on\n30 Nov 2024\n1 Mar 2025\n1 Jun 2025\n1 Sep 2025\n1 Dec 2025")
    judged = {f.about: f.status for f in judge(body(cadence=term), known, date(2025, 12, 31))}
    assert (judged["Board, 2024"], judged["Board, 2025"]) == (Status.NOT_APPLICABLE, Status.MET)


def test_the_year_in_which_the_terms_began():
    """Too few meetings in a year that the terms cover only in part are not held against the body."""
    terms = TWICE | {"from": date(2025, 6, 1)}
    says = "1 of 2 held; the terms or the records begin during this year, on 1 June 2025."
    assert verdicts(terms, "12 Mar 2025, 1 Feb 2026")[0] == ("Board, 2025", "not applicable", says)


def test_no_meetings():
    """Without any meeting the cadence is unknown, with the remedy."""
    says = "No meeting held so far is recorded; load the meetings file."
    assert verdicts(TWICE, "9 Dec 2026") == [("Board", "unknown", says)]


@pytest.mark.parametrize(
    ("meetings", "status", "says"),
    [
        ("1 Feb 2025, 1 May 2025, 1 Aug 2025, 1 Nov 2025", "met", "4 of 4 held."),
        (
            "1 Feb 2025, 1 May 2025, 1 Jun 2025, 1 Nov 2025",
            "not met",
            "4 of 4 held; no meeting from 1 July 2025 to 30 September 2025.",
        ),
    ],
)
def test_one_in_each_quarter(meetings, status, says):
    """Enough meetings are not enough where a quarter went without, and the quarter is named."""
    assert verdicts(QUARTERLY, meetings)[0] == ("Board, 2025", status, says)


@pytest.mark.parametrize(
    ("meetings", "status"),
    [
        ("1 Feb 2026, 1 May 2026, 1 Aug 2026", "due"),
        ("1 Feb 2026, 1 May 2026, 9 Dec 2026", "not met"),
    ],
)
def test_quarters_of_the_current_year(meetings, status):
    """A quarter that is over cannot be mended; the one still running can."""
    assert verdicts(QUARTERLY, meetings)[-1][1] == status


@pytest.mark.parametrize(
    ("year", "subject"),
    [
        ("calendar", "Board, 2026"),
        ("financial", "Board, 2026/27"),
        ("municipal", "Board, 2026/27"),
        ("rolling", "Board, 12 months to 21 November 2026"),
    ],
)
def test_the_kind_of_year(year, subject):
    """The finding names the year that the terms count by."""
    assert verdicts(TWICE | {"year": year}, "1 Jun 2026")[-1][0] == subject


@pytest.mark.parametrize(
    ("meetings", "status"), [("1 Dec 2025, 1 Jun 2026", "met"), ("21 Nov 2025, 1 Jun 2026", "not met")]
)
def test_the_last_twelve_months(meetings, status):
    """A rolling year is complete today, and a meeting of a year ago to the day is outside it."""
    assert verdicts(TWICE | {"year": "rolling"}, meetings)[-1][1] == status


def test_the_terms_at_the_end_of_the_year():
    """Each year is judged by the number that was in force at its end."""
    terms = [TWICE | {"rule": "M"}, TWICE | {"rule": "M", "times": 1, "from": date(2025, 12, 1)}]
    findings = verdicts(terms, "1 Feb 2024, 1 Feb 2025")
    assert [status for _, status, _ in findings] == [Status.NOT_MET, Status.MET, Status.DUE]


def test_figures_and_rows():
    """The finding counts meetings against the number and points to each of them."""
    known = facts(meetings="meeting_on\n12 Mar 2026\n9 Dec 2026")
    [finding] = judge(body(cadence=TWICE), known, TODAY)
    assert (finding.value, finding.limit, finding.unit) == (1, 2, "meetings")
    assert finding.rows == (Rows.of("meetings", group_name="Board", meeting_on=date(2026, 3, 12)),)


def test_another_group():
    """Meetings of another group do not count."""
    known = facts(meetings="group_name | meeting_on\nSchools | 12 Mar 2026")
    [finding] = judge(body(cadence=TWICE), known, TODAY)
    assert finding.status == Status.UNKNOWN


@given(st.permutations(["12 Mar 2024", "9 Jun 2025", "8 Sep 2026", "9 Dec 2026"]))
def test_the_order_of_records_never_matters(days):
    """The findings are the same in whatever order the meetings come."""
    assert verdicts(TWICE, ", ".join(days)) == verdicts(TWICE, ", ".join(sorted(days)))


CONFERENCE = {"kind": "event", "duty": "Annual conference", "year": "calendar"}


def events(duties, **terms):
    known = facts(duties=f"duty | done_on\n{duties}")
    return [(f.about, f.status, f.says) for f in judge(body(cadence=CONFERENCE | terms), known, TODAY)]


@pytest.mark.parametrize(
    ("done", "last", "this"),
    [
        (
            "Annual conference | 1 Oct 2025",
            ("Annual conference, 2025", "met", "1 of 1 recorded, the last on 1 October 2025."),
            ("Annual conference, 2026", "due", "0 of 1 recorded; due by 31 December 2026."),
        ),
        (
            "ANNUAL CONFERENCE | 1 Oct 2026",
            ("Annual conference, 2025", "overdue", "0 of 1 recorded; due by 31 December 2025."),
            ("Annual conference, 2026", "met", "1 of 1 recorded, the last on 1 October 2026."),
        ),
    ],
)
def test_events(done, last, this):
    """Last year's event was held or is overdue; this year's was held or is due."""
    assert events(done) == [last, this]


@pytest.mark.parametrize(
    "done", ["Something else | 1 Oct 2026", "Annual conference | 1 Dec 2026", "Annual conference |"]
)
def test_what_is_no_evidence(done):
    """Another duty, a day still ahead or no day at all do not show that the event was held."""
    assert events(done)[-1][1] == Status.DUE


def test_events_several_times_a_year():
    """A duty done too few times in a year is overdue."""
    assert events("Annual conference | 1 Oct 2025", times=2)[0][1] == Status.OVERDUE


@pytest.mark.parametrize(
    ("days", "status", "told"),
    [
        ("1 Feb 2025; 1 May 2025; 1 Aug 2025; 1 Nov 2025", "met", "the last on 1 November 2025."),
        ("15 Dec 2025; 16 Dec 2025; 17 Dec 2025; 18 Dec 2025", "overdue",
         "; none from 1 January 2025 to 31 March 2025; none from 1 April 2025 to 30 June 2025; "
         "none from 1 July 2025 to 30 September 2025."),
        ("1 Feb 2025; 1 May 2025; 1 Aug 2025", "overdue", "; none from 1 October 2025 to 31 December 2025."),
    ],
)  # fmt: skip
def test_quarterly_is_once_in_each_quarter(days, status, told):
    """Four times in one week leave three quarters without."""
    done = "\n".join(f"Annual conference | {day}" for day in days.split("; "))
    about, found, says = events(done, times=4, spread=True)[0]

    assert (about, found) == ("Annual conference, 2025", status)
    assert says.endswith(told)


@pytest.mark.parametrize(
    ("begins", "status"),
    [(date(2026, 4, 1), "overdue"), (date(2026, 4, 2), "due"), (date(2026, 6, 1), "due")],
)
def test_a_quarter_before_the_terms_is_no_gap(begins, status):
    """Terms of June ask for nothing in spring, those of 1 April do; the quarter that runs is not over."""
    done = "Annual conference | 1 Aug 2026"
    [(_, found, _)] = events(done, times=4, spread=True, **{"from": begins})

    assert found == status


ASSUMED = "The start on 1 May 2026 is assumed."


def test_an_assumed_start_of_a_municipal_year_is_said():
    """Until any entry of the terms gives the day, from which then all of them count."""
    municipal = TWICE | {"year": "municipal"}
    known = facts(meetings="meeting_on\n10 May 2026\n1 Jun 2026")
    review = {"kind": "municipal year", "duty": "Review", "year_starts": [date(2026, 5, 20)]}

    [assumed] = judge(body(cadence=municipal), known, TODAY)
    assert assumed.says == f"2 of 2 held so far, 0 scheduled. {ASSUMED}"
    *_, told = judge(body(cadence=municipal, review=review), known, TODAY)
    assert told.says == "1 of 2 held so far, 0 scheduled; 1 more to arrange by 30 April 2027."


TERMLY = {"kind": "meetings", "times": 3, "year": "academic", "each_term": True}


@pytest.mark.parametrize(
    ("meetings", "status", "told"),
    [
        ("1 Oct 2025, 1 Feb 2026, 1 Jun 2026", "met", "3 of 3 held."),
        (
            "1 Oct 2025, 1 Nov 2025, 1 Jun 2026",
            "not met",
            "; no meeting from 1 January 2026 to 30 April 2026.",
        ),
    ],
)
def test_once_in_each_term_of_a_school_year(meetings, status, told):
    """Autumn, spring and summer from 1 September on."""
    about, found, says = verdicts(TERMLY, meetings)[0]

    assert (about, found) == ("Board, 2025/26", status)
    assert says.endswith(told)


@pytest.mark.parametrize(
    ("meetings", "status", "told"),
    [
        ("1 Feb 2025, 31 May 2025", "met", "2 of 2 held."),
        ("1 Feb 2025, 1 Jul 2025", "not met", "; no meeting from 1 May 2025 to 30 June 2025."),
    ],
)
def test_one_within_a_window_of_months(meetings, status, told):
    """However many are held besides."""
    about, found, says = verdicts(TWICE | {"months": [5, 6]}, meetings)[0]

    assert (about, found) == ("Board, 2025", status)
    assert says.endswith(told)


def test_no_event_before_the_terms():
    """A year that began before the terms is not judged."""
    [(about, status, _)] = events("Annual conference |", **{"from": date(2025, 6, 1)})
    assert (about, status) == ("Annual conference, 2026", Status.DUE)


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_a_meeting_that_did_not_take_place_is_not_held(status):
    """Neither one of the past nor one still ahead counts."""
    meetings = f"meeting_on | status\n12 Mar 2026 | held\n9 Jun 2026 | {status}\n9 Dec 2026 | {status}"
    (found,) = judge(body(cadence=TWICE), facts(meetings=meetings), TODAY)

    assert found.says == "1 of 2 held so far, 0 scheduled; 1 more to arrange by 31 December 2026."


NOT_BEFORE = (
    "No meeting of the Board in the 4 weeks before it is recorded; "
    "it is to be held then where that is possible."
)
BEFORE = {"kind": "before event", "duty": "Regional meeting", "weeks": 4}


@pytest.mark.parametrize(
    ("meetings", "status", "says"),
    [
        ("17 Mar 2026", "met", "The Board met before it, on 17 March 2026."),
        ("4 Mar 2026", "met", "The Board met before it, on 4 March 2026."),
        ("3 Mar 2026", "unknown", NOT_BEFORE),
        ("1 Apr 2026", "unknown", NOT_BEFORE),
    ],
)
def test_a_meeting_in_the_weeks_before_something(meetings: str, status: str, says: str) -> None:
    """From so many weeks before to the day before; without one, whether it was possible is not known."""
    known = facts(
        meetings=f"meeting_on\n{meetings}",
        duties="duty | done_on\nRegional meeting | 1 Apr 2026\nRegional meeting | 1 Apr 2024",
    )
    found = [(f.about, f.status, f.says) for f in judge(body(cadence=BEFORE), known, TODAY)]

    assert found == [("Regional meeting, 1 April 2026", status, says)]


def test_nothing_to_meet_before() -> None:
    """Where nobody recorded any in a year, nothing is known."""
    [finding] = judge(body(cadence=BEFORE), facts(meetings="meeting_on\n4 Mar 2026"), TODAY)

    assert (finding.status, finding.says) == (
        Status.UNKNOWN, "No Regional meeting of the last 12 months is recorded.",
    )  # fmt: skip
