"""Notice: papers and proposed changes before a meeting, minutes after it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.finding import Rows, Status
from rules.notice import judge
from tests.rules.build import body, facts

TODAY = date(2026, 11, 21)


def verdicts(terms, meetings, today=TODAY):
    """Every finding on a table of meetings."""
    return list(judge(body(notice=terms), facts(meetings=meetings), today))


def papers(cells, days=5, unit="working days", today=TODAY, **terms):
    """The only finding on the papers of one meeting, given as its day and the day the papers were sent."""
    table = f"meeting_on | papers_sent_on\n{cells}"
    [finding] = verdicts({"kind": "papers", "days": days, "unit": unit, **terms}, table, today)
    return finding


@pytest.mark.parametrize(
    ("cells", "status", "late", "says"),
    [
        (
            "1 Sep 2026 | 24 Aug 2026", "met", 0,
            "Papers went out in time: on 24 August 2026, due by Monday 24 August 2026.",
        ),
        (
            "1 Sep 2026 | 25 Aug 2026", "not met", 1,
            "Papers went out 1 day late: on 25 August 2026, due by Monday 24 August 2026.",
        ),
        (
            "1 Sep 2026 | 28 Aug 2026", "not met", 4,
            "Papers went out 4 days late: on 28 August 2026, due by Monday 24 August 2026.",
        ),
        (
            "1 Sep 2026 |", "unknown", None,
            "No date is recorded for sending the papers; they were due by Monday 24 August 2026.",
        ),
    ],
)  # fmt: skip
def test_papers_of_a_held_meeting(cells, status, late, says):
    """Papers went out in time or so many days late; without a date nobody can tell."""
    finding = papers(cells)
    assert (finding.status, finding.value, finding.says) == (status, late, says)


@pytest.mark.parametrize(
    ("unit", "sent", "status"),
    [
        ("working days", "24 Aug 2026", "met"),
        ("clear working days", "24 Aug 2026", "not met"),
        ("clear working days", "21 Aug 2026", "met"),
        ("days", "27 Aug 2026", "met"),
        ("days", "28 Aug 2026", "not met"),
    ],
)
def test_units(unit, sent, status):
    """The same five days are counted in three ways before Tuesday 1 September 2026."""
    assert papers(f"1 Sep 2026 | {sent}", unit=unit).status == status


@pytest.mark.parametrize(
    ("cells", "today", "status", "says"),
    [
        ("5 Jan 2027 |", date(2026, 12, 24), "due", "Papers are due by Thursday 24 December 2026."),
        (
            "5 Jan 2027 |", date(2026, 12, 26), "overdue",
            "Papers are not recorded as sent; they were due by Thursday 24 December 2026.",
        ),
        (
            "5 Jan 2027 | 23 Dec 2026", date(2026, 12, 24), "met",
            "Papers went out in time: on 23 December 2026, due by Thursday 24 December 2026.",
        ),
    ],
)  # fmt: skip
def test_papers_of_a_meeting_ahead(cells, today, status, says):
    """Papers are due until their last day, overdue after it, and met once sent."""
    finding = papers(cells, today=today)
    assert (finding.status, finding.says) == (status, says)


def test_the_day_of_a_finding():
    """What is due is about its last day; what was sent is about the meeting."""
    assert papers("5 Jan 2027 |").on == date(2026, 12, 24)
    assert papers("1 Sep 2026 | 24 Aug 2026").on == date(2026, 9, 1)


def test_days_overdue():
    """Papers that are overdue count the days since their last day."""
    finding = papers("5 Jan 2027 |", today=date(2026, 12, 26))
    assert (finding.value, finding.limit, finding.unit) == (2, 0, "days")


def test_advice_for_a_limit_on_a_day_off():
    """A limit in calendar days on a bank holiday comes with the last working day before it."""
    says = (
        "Papers are due by Monday 28 December 2026, "
        "so best by Thursday 24 December 2026, the last working day before."
    )
    assert papers("4 Jan 2027 |", days=7, unit="days").says == says


def test_beyond_the_known_bank_holidays():
    """Working days are never guessed for a year without published bank holidays."""
    finding = papers("10 Jan 2029 |")
    assert finding.status == Status.UNKNOWN
    assert finding.says == "The bank holidays of 2029 are not published yet, so no last day can be given."


def test_calendar_days_beyond_the_known_bank_holidays():
    """Calendar days need no bank holidays, but the advice that goes with them does."""
    finding = papers("10 Feb 2029 |", days=7, unit="days")
    assert finding.status == Status.DUE
    assert finding.says.endswith("(the bank holidays of 2029 are not published yet).")


def test_a_meeting_known_only_from_attendance():
    """A meeting that was never loaded itself is unknown, with the remedy."""
    [finding] = verdicts(
        {"kind": "papers", "days": 7, "unit": "days"}, "meeting_on | recorded\n1 Sep 2026 | no"
    )
    assert finding.says == "This meeting is known only from its attendance; load the meetings file."


@pytest.mark.parametrize(("held_on", "count"), [("21 Nov 2023", 1), ("20 Nov 2023", 0)])
def test_only_the_last_three_years(held_on, count):
    """Meetings more than three years ago are left alone."""
    terms = {"kind": "papers", "days": 7, "unit": "days"}
    assert len(verdicts(terms, f"meeting_on\n{held_on}")) == count


def test_before_the_terms():
    """A meeting before the terms came into force is not judged."""
    finding = papers("1 Sep 2026 | 31 Aug 2026", **{"from": date(2026, 10, 1)})
    assert finding.status == Status.NOT_APPLICABLE


def test_ahead_and_before_the_terms():
    """Of a meeting ahead nothing is said by terms that come into force after it."""
    terms = {"kind": "papers", "days": 7, "unit": "days", "from": date(2027, 1, 1)}
    assert verdicts(terms, "meeting_on\n9 Dec 2026") == []


def test_subject_and_rows():
    """A finding names its meeting and points to its row."""
    finding = papers("1 Sep 2026 | 24 Aug 2026")
    assert finding.about == "Board, 1 September 2026"
    assert finding.rows == (Rows.of("meetings", group_name="Board", meeting_on=date(2026, 9, 1)),)


def minutes(cells, **terms):
    table = f"meeting_on | minutes_sent_on\n{cells}"
    [finding] = verdicts({"kind": "minutes", "days": 10, "unit": "working days", **terms}, table)
    return finding.status, finding.says


@pytest.mark.parametrize(
    ("cells", "status", "says"),
    [
        (
            "1 Sep 2026 | 15 Sep 2026", "met",
            "Minutes went out in time: on 15 September 2026, due by Tuesday 15 September 2026.",
        ),
        (
            "1 Sep 2026 | 17 Sep 2026", "not met",
            "Minutes went out 2 days late: on 17 September 2026, due by Tuesday 15 September 2026.",
        ),
        (
            "1 Sep 2026 |", "overdue",
            "Minutes are not recorded as sent; they were due by Tuesday 15 September 2026.",
        ),
        ("17 Nov 2026 |", "due", "Minutes are due by Tuesday 1 December 2026."),
        ("1 Sep 2026 | 1 Sep 2026", "met",
         "Minutes went out in time: on 1 September 2026, due by Tuesday 15 September 2026."),
        ("1 Sep 2026 | 31 Aug 2026", "unknown",
         "Minutes sent on 31 August 2026, before the meeting of 1 September 2026: check both days."),
    ],
)  # fmt: skip
def test_minutes(cells, status, says):
    """Minutes went out in time or late, are still due, or are overdue."""
    assert minutes(cells) == (status, says)


def test_a_house_default_is_named():
    """A limit that the terms do not give is called a house default."""
    _, says = minutes("17 Nov 2026 |", house_default=True)
    assert says == "Minutes are due by Tuesday 1 December 2026 (our own limit)."


def test_a_house_default_is_never_held_against_minutes_that_were_sent():
    """Where the terms only ask that minutes are sent, sending them late meets the terms."""
    status, says = minutes("1 Sep 2026 | 17 Sep 2026", house_default=True)
    assert status == Status.MET
    assert says == (
        "Minutes went out on 17 September 2026, after 15 September 2026 (our own limit); "
        "the terms set no limit."
    )


def test_no_minutes_of_a_meeting_ahead():
    """Minutes are asked for once a meeting was held."""
    assert verdicts({"kind": "minutes", "days": 10, "unit": "days"}, "meeting_on\n9 Dec 2026") == []


SENT = "met", "The change went out in time: on 2 March 2026, due by Monday 2 March 2026."
LATE = "not met", "The change went out too late: on 9 March 2026, due by Monday 2 March 2026."
UNSENT = "unknown", "When the change was sent is not recorded; it was due by Monday 2 March 2026."


@pytest.mark.parametrize(
    ("period", "sent", "verdict"),
    [
        ("D1", "2 Mar 2026", SENT),
        ("12 March 2026", "2 Mar 2026", SENT),
        ("2026-03-12", "9 Mar 2026", LATE),
        ("D2", "2 Mar 2026", UNSENT),
        ("D1", "", UNSENT),
        ("D1", "22 Nov 2026", UNSENT),
    ],
)
@pytest.mark.parametrize("kind", ["amendment", "Change to the terms of reference"])
def test_a_change_that_was_put_to_a_meeting_was_sent_in_time(kind, period, sent, verdict):
    """The row of its sending names the decision or the day of the meeting."""
    known = facts(
        decisions=f"reference | meeting_on | kind\nD1 | 12 Mar 2026 | {kind}\nD9 | 12 Mar 2026 | policy",
        duties=f"duty | period | done_on\nProposed amendments sent | {period} | {sent}",
    )
    [finding] = judge(body(notice=CHANGES), known, TODAY)

    assert (finding.about, finding.status, finding.says) == ("Decision D1, Board, 12 March 2026", *verdict)


CHANGES = {"kind": "amendments", "days": 10, "unit": "days"}


@pytest.mark.parametrize(
    ("meeting_on", "status", "says"),
    [
        ("10 Dec 2026", "due", "Proposed changes to the terms must be sent by Monday 30 November 2026."),
        (
            "5 Jan 2027", "due",
            "Proposed changes to the terms must be sent by Saturday 26 December 2026, "
            "so best by Thursday 24 December 2026, the last working day before.",
        ),
        (
            "30 Nov 2026", "not applicable",
            "Too late to propose changes to the terms for this meeting; "
            "the last day was Friday 20 November 2026.",
        ),
    ],
)  # fmt: skip
def test_changes_to_the_terms(meeting_on, status, says):
    """For each meeting ahead there is a last day to propose changes, until it has passed."""
    [finding] = verdicts(CHANGES, f"meeting_on\n{meeting_on}")
    assert (finding.status, finding.says) == (status, says)


def test_changes_in_working_days_beyond_the_known_bank_holidays():
    """The last day to propose changes is not guessed either."""
    [finding] = verdicts(CHANGES | {"unit": "working days"}, "meeting_on\n10 Feb 2029")
    assert finding.status == Status.UNKNOWN


def test_no_changes_for_a_held_meeting():
    """Nothing is said of changes for a meeting that was held."""
    assert verdicts(CHANGES, "meeting_on\n1 Sep 2026") == []


DISSOLUTION = {"kind": "dissolution", "months": 6, "duty": "Notice of dissolution"}


def dissolution(*notices):
    """Subject, status and sentence of each finding on notices given as day and period."""
    rows = "\n".join(f"Notice of dissolution | {notice}" for notice in notices)
    known = facts(duties=f"duty | done_on | period\n{rows}")
    return [(f.about, f.status, f.says) for f in judge(body(notice=DISSOLUTION), known, TODAY)]


@pytest.mark.parametrize("notices", [[], ["22 Nov 2026 | Housing"], ["| Housing"]])
def test_no_notice_of_dissolution(notices):
    """Without a notice that was given by today, the clause is shown, not judged."""
    says = "Notice of 6 months would be needed to dissolve the body or a group."
    assert dissolution(*notices) == [("Example Board", Status.NOT_APPLICABLE, says)]


def test_notice_of_dissolution():
    """The earliest end is due so many months after the notice, and once it is past the notice was met."""
    assert dissolution("1 Jul 2026 |", "20 May 2026 | Housing", "21 May 2026 | Schools") == [
        ("Housing", Status.MET,
         "Notice of 6 months, given on 20 May 2026, ran to 20 November 2026: the earliest end."),
        ("Schools", Status.DUE,
         "Notice of 6 months, given on 21 May 2026, runs to 21 November 2026: the earliest end."),
        ("Example Board", Status.DUE,
         "Notice of 6 months, given on 1 July 2026, runs to 1 January 2027: the earliest end."),
    ]  # fmt: skip


@given(
    st.dates(date(2024, 1, 1), date(2026, 11, 1)),
    st.integers(0, 30),
    st.integers(0, 30),
    st.sampled_from(["working days", "clear working days", "days"]),
)
def test_moving_a_meeting_later_never_makes_papers_later(meeting_on, before, moved, unit):
    """Papers sent on the same day are never later for a meeting that was put off."""
    sent = date.fromordinal(meeting_on.toordinal() - before)
    put_off = date.fromordinal(meeting_on.toordinal() + moved)
    assert papers(f"{put_off} | {sent}", unit=unit, today=date(2026, 12, 31)).value <= (
        papers(f"{meeting_on} | {sent}", unit=unit, today=date(2026, 12, 31)).value
    )


@given(st.permutations(["12 Mar 2026 | 1 Mar 2026", "9 Jun 2026 |", "9 Dec 2026 |", "5 Jan 2027 |"]))
def test_the_order_of_records_never_matters(rows):
    """The findings are the same in whatever order the meetings come."""
    terms = {"kind": "papers", "days": 7, "unit": "days"}
    tables = ["\n".join(["meeting_on | papers_sent_on", *order]) for order in (rows, sorted(rows))]
    one, other = ([(f.about, f.status) for f in verdicts(terms, table)] for table in tables)
    assert one == other


def test_papers_dated_later_are_not_sent_yet():
    """As of a day before they went out, papers are due or overdue, not late."""
    terms = {"kind": "papers", "days": 7, "unit": "days"}
    known = facts(meetings="meeting_on | papers_sent_on\n15 Jun 2026 | 10 Jun 2026")
    [finding] = judge(body(notice=terms), known, date(2026, 5, 4))
    assert finding.status == Status.DUE
