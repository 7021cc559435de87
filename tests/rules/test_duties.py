"""Duties: reports upward, sign-off before publication, recorded steps."""

from datetime import date, timedelta
from typing import Any

import pytest

from rules import Status, duties
from tests.rules.build import body, facts

TODAY = date(2026, 11, 21)


def found(term: dict[str, Any], **tables: str) -> list[str]:
    """Each finding as one line: status, subject and sentence."""
    findings = duties.judge(body(duties=term), facts(**tables), TODAY)
    return [f"{finding.status} | {finding.about} | {finding.says}" for finding in findings]


def after(term: dict[str, Any], done_on: str, document: str = "") -> str:
    """What is found of one duty with one row of its own."""
    (line,) = found(term, duties=f"duty | done_on | document\nreport | {done_on} | {document}")
    return line.replace("Report | ", "")


STALE = "more than 12 months ago (our own limit); the terms set no interval"
REPORT = {"kind": "report", "duty": "Report", "to": "Council", "months": 12}


@pytest.mark.parametrize(
    ("months", "done_on", "finding"),
    [
        (12, "21 Nov 2025", "met | {} on 21 November 2025; the next is due by 21 November 2026."),
        (12, "20 Nov 2025", "overdue | {} on 20 November 2025; the next was due by 20 November 2026."),
        (0, "1 Jan 2019", f"not met | {{}} on 1 January 2019, {STALE}."),
        (0, "21 Nov 2025", "met | {} on 21 November 2025."),
        (0, "22 Nov 2026", "unknown | No report to the Council is recorded."),
        (12, "", "unknown | No report to the Council is recorded."),
    ],
)
def test_a_report_is_due_so_many_months_after_the_last(months: int, done_on: str, finding: str) -> None:
    """Without an interval in the document one of years ago does not show that reports are made."""
    expected = finding.format("Last report to the Council")

    assert after({**REPORT, "months": months}, done_on) == expected


ONCE = {"kind": "once", "duty": "Report"}


@pytest.mark.parametrize(
    ("done_on", "document", "finding"),
    [
        ("21 Nov 2026", "", "met | Done on 21 November 2026."),
        ("", "role.pdf", "met | The document is there; its day is not recorded."),
        ("22 Nov 2026", "role.pdf", "unknown | No record of this: Report."),
        ("", "", "unknown | No record of this: Report."),
    ],
)
def test_something_done_once_is_done_or_its_document_is_there(
    done_on: str, document: str, finding: str
) -> None:
    """No record is no proof that it was not done."""
    assert after(ONCE, done_on, document) == finding


SIGN_OFF = {"kind": "sign-off"}


@pytest.mark.parametrize(
    ("dates", "finding"),
    [
        ("2 Mar 2026 | 2 Mar 2026 |", "met | 1 of 1 publication was signed off in time."),
        (
            "3 Mar 2026 | 2 Mar 2026 |",
            "not met | Published 2 March 2026, before its sign-off on 3 March 2026.",
        ),
        ("| 2 Mar 2026 |", "unknown | Published 2 March 2026; no sign-off is recorded."),
        ("22 Nov 2026 | 2 Mar 2026 |", "unknown | Published 2 March 2026; no sign-off is recorded."),
        (
            "3 Mar 2026 | 1 Mar 2026 | yes",
            "unknown | Signed off 3 March 2026; published in March 2026, on a day not recorded.",
        ),
        (
            "3 Apr 2026 | 1 Mar 2026 | yes",
            "not met | Published March 2026, before its sign-off on 3 April 2026.",
        ),
        ("21 Nov 2026 | 21 Nov 2026 |", "met | 1 of 1 publication was signed off in time."),
        ("1 Mar 2026 | 1 Mar 2026 | yes", "met | 1 of 1 publication was signed off in time."),
        ("3 Feb 2026 | 1 Mar 2026 | yes", "met | 1 of 1 publication was signed off in time."),
    ],
)
def test_a_publication_is_signed_off_by_the_day_it_comes_out(dates: str, finding: str) -> None:
    """Where only the month is known, a sign-off in that month proves nothing."""
    table = f"title | signed_off_on | published_on | month_only\nReply | {dates}"
    about = "Publications" if finding.startswith("met") else "Reply"

    assert found(SIGN_OFF, publications=table) == [finding.replace(" | ", f" | {about} | ")]


def test_only_publications_of_the_kinds_named_need_a_sign_off() -> None:
    """A publication to come is not judged yet."""
    table = """
        title  | kind      | published_on | signed_off_on
        Reply  | Statement | 2 Mar 2026   | 1 Mar 2026
        Advert | Poster    | 2 Mar 2026   |
        Later  | Statement | 22 Nov 2026  |
    """

    assert found({**SIGN_OFF, "of": ["statement"]}, publications=table) == [
        "met | Publications | 1 of 1 publication was signed off in time."
    ]
    assert found({**SIGN_OFF, "of": ["letter"]}, publications=table) == [
        "unknown | Publications | No letter is recorded."
    ]


@pytest.mark.parametrize("kind", ["Press statement", "Media release", "Press notice"])
def test_a_kind_of_publication_may_be_called_otherwise(kind: str) -> None:
    """A statement to the press is one to the media."""
    table = f"title | kind | published_on | signed_off_on\nReply | {kind} | 2 Mar 2026 | 5 Mar 2026"

    assert found({**SIGN_OFF, "of": ["media statement"]}, publications=table) == [
        "not met | Reply | Published 2 March 2026, before its sign-off on 5 March 2026."
    ]


@pytest.mark.parametrize("written", ["Reports 2026", "Our annual report", "REPORT (March)"])
def test_a_duty_may_be_written_a_little_otherwise(written: str) -> None:
    """Years, months, small words and plurals make no other duty, and the rows are shown as written."""
    known = facts(duties=f"duty | done_on\n{written} | 2 Mar 2026")
    [finding] = duties.judge(body(duties=ONCE), known, TODAY)

    assert (finding.status, finding.says) == ("met", "Done on 2 March 2026.")
    assert dict(finding.rows[0].where) == {"duty": written}


EACH = {"kind": "each meeting", "duty": "Declarations"}
MEETINGS = """
    meeting_on  | group_name
    21 Nov 2025 | Board
    12 Mar 2026 | Board
    18 Jun 2026 | Board
    1 Jul 2026  | Operations
    10 Dec 2026 | Board
"""


def recorded(*periods: str) -> str:
    """A record of declarations for each period."""
    return "duty | period\n" + "\n".join(f"Declarations | {period}" for period in periods)


@pytest.mark.parametrize(
    ("periods", "finding"),
    [
        (["2026-03-12", "18 June 2026"], "met | Recorded for 2 of 2 meetings of the last 12 months."),
        (
            ["Thursday 12th March 2026", "Board 18.06.26"],
            "met | Recorded for 2 of 2 meetings of the last 12 months.",
        ),
        (["12 March", "June 2026"], "met | Recorded for 2 of 2 meetings of the last 12 months."),
        (["2 March 2026", "18 June 2026"], "not met | 1 of 2 meetings without a record: 12 March 2026."),
        (["12/03/2026", "2026"], "not met | 1 of 2 meetings without a record: 18 June 2026."),
        ([], "unknown | Nothing is recorded for 2 meetings of the last 12 months."),
    ],
)
def test_each_meeting_of_the_last_year_has_its_record(periods: list[str], finding: str) -> None:
    """The period names the day of the meeting, in any of the ways a day is written."""
    (line,) = found(EACH, meetings=MEETINGS, duties=recorded(*periods))

    assert line == finding.replace(" | ", " | Declarations | ")


def test_without_a_meeting_there_is_nothing_to_record() -> None:
    """Nothing is missing that could not have been there."""
    assert found(EACH) == ["not applicable | Declarations | No meeting was held in the last 12 months."]


@pytest.mark.parametrize(
    ("done_on", "finding"),
    [
        ("12 Mar 2026", "met | Declarations | Recorded for 1 of 1 meeting of the last 12 months."),
        (
            "13 Mar 2026",
            "not met | Declarations | 1 of 1 meeting with a record only afterwards: 12 March 2026.",
        ),
        ("", "unknown | Declarations | 1 of 1 meeting with a record of no day: 12 March 2026."),
    ],
)
def test_what_is_to_be_done_before_a_meeting_is_late_after_it(done_on: str, finding: str) -> None:
    """The day itself is in time."""
    meetings = "meeting_on | group_name\n12 Mar 2026 | Board"
    record = f"duty | period | done_on\nDeclarations | 2026-03-12 | {done_on}"

    assert found({**EACH, "before": True}, meetings=meetings, duties=record) == [finding]


MEMBERS = "organisation | membership\nAlder | member\nBirch | member\nCedar | observer"
SEATS = "organisation | person\nBirch | Pat Lee"


@pytest.mark.parametrize(
    ("rows", "finding"),
    [
        ("Alder | 1 Jan 2026\nAgreement | birch | 1 Jan 2026", "met | Recorded for 2 of 2 members."),
        ("Alder | 1 Jan 2026\nAgreement | Pat Lee | 1 Jan 2026", "met | Recorded for 2 of 2 members."),
        ("Alder | 1 Jan 2026", "not met | Recorded for 1 of 2 members; nothing for Birch."),
        ("Alder, Birch | 1 Jan 2026", "met | Recorded for 2 of 2 members."),
        ("Alder (Ann) | 1 Jan 2026", "not met | Recorded for 1 of 2 members; nothing for Birch."),
        ("Alder | 22 Nov 2026", "unknown | Nothing is recorded for each member."),
        (" | 1 Jan 2026", "unknown | Nothing is recorded for each member."),
    ],
)
def test_each_member_has_its_record(rows: str, finding: str) -> None:
    """By its own name or that of whoever sits for it; one record for all tells of nobody."""
    term = {"kind": "each member", "duty": "Agreement"}
    record = f"duty | period | done_on\nAgreement | {rows}"

    assert found(term, organisations=MEMBERS, seats=SEATS, duties=record) == [
        finding.replace(" | ", " | Agreement | ")
    ]


def test_without_members_nobody_needs_a_record() -> None:
    """Whose record is missing cannot be told."""
    says = "Nothing is recorded for any member, and no member organisation is known."

    assert found({"kind": "each member", "duty": "Agreement"}) == [f"unknown | Agreement | {says}"]


def test_only_members_of_a_group_need_its_record() -> None:
    """Training that is asked for in one group is asked of nobody who sits in another alone."""
    term = {"kind": "each member", "duty": "Training", "group": "Operations"}
    seats = """
        group_name | organisation | person
        Operations | Alder        | Ann
        Operations | Birch        | Bo
        Board      | Cedar        | Cy
    """
    record = "duty | period | done_on\nTraining | Ann | 1 Mar 2026"
    members = "organisation\nAlder\nBirch\nCedar"

    assert found(term, organisations=members, seats=seats, duties=record) == [
        "not met | Training | Recorded for 1 of 2 members; nothing for Birch."
    ]


PUBLISHED = """
    title   | published_on
    Brief A | 1 Mar 2026
    Brief B | 1 Jun 2026
    Old     | 1 Jun 2020
"""


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("Brief A | 1 Mar 2026", "not met | Logo | Recorded for 1 of {}; not for Brief B."),
        ("brief a | 1 Mar 2026\nLogo | Brief B | 1 Jun 2026", "met | Logo | Recorded for {}."),
        ("Old | 1 Jun 2020", "unknown | Logo | Nothing is recorded for {}."),
    ],
)
def test_each_publication_has_its_record(rows: str, says: str) -> None:
    """By its title; those that came out long ago are left alone."""
    record = f"duty | period | done_on\nLogo | {rows}"

    assert found({"kind": "each publication", "duty": "Logo"}, publications=PUBLISHED, duties=record) == [
        says.format("2 publications of the last 12 months")
    ]


@pytest.mark.parametrize(
    ("published", "says"),
    [
        ("Old | 1 Jun 2020", "not applicable | Logo | Nothing was published in the last 12 months."),
        ("", "unknown | Logo | No publication is recorded."),
    ],
)
def test_without_publications_none_needs_a_record(published: str, says: str) -> None:
    """None in a year is one thing, and none on record another."""
    published = f"title | published_on\n{published}"

    assert found({"kind": "each publication", "duty": "Logo"}, publications=published) == [says]


CHECKLIST = {"kind": "checklist", "each": "bid", "duties": ["Lead agreed", "Approval agreed"]}


def test_each_period_has_all_the_steps_or_the_missing_ones_are_named() -> None:
    """A row without a day, and one of a day to come, tick nothing; the periods come in their order."""
    rows = """
        duty            | period | done_on
        Lead agreed     | 2028   |
        lead agreed     | 2024   | 1 Mar 2024
        Approval agreed | 2024   | 2 Mar 2024
        Lead agreed     | 2027   | 21 Nov 2026
        Approval agreed | 2027   | 22 Nov 2026
    """

    assert found(CHECKLIST, duties=rows) == [
        "met | Bid 2024 | 2 of 2 steps recorded.",
        "not met | Bid 2027 | 1 of 2 steps recorded; missing: Approval agreed.",
        "not met | Bid 2028 | 0 of 2 steps recorded; missing: Approval agreed and Lead agreed.",
    ]
    judged = duties.judge(body(duties=CHECKLIST), facts(duties=rows), TODAY)
    assert [(each.value, each.limit) for each in judged] == [(2, 2), (1, 2), (0, 2)]


def test_a_period_is_one_whatever_its_capitals() -> None:
    """Two ways to write the name of one bid are one bid."""
    duties = """
        duty            | period    | done_on
        Lead agreed     | round two | 1 Mar 2024
        Approval agreed | Round Two | 2 Mar 2024
    """

    assert [line.split(" | ")[0] for line in found(CHECKLIST, duties=duties)] == ["met"]


def test_without_a_step_there_is_nothing_to_check() -> None:
    """Nothing was bid for."""
    assert found(CHECKLIST) == ["not applicable | Bid | No bid is recorded."]


RISE = {"kind": "rise", "measures": ["Level 3"]}


@pytest.mark.parametrize(
    ("figures", "finding"),
    [
        ("2023/24 | 10 | 20 |", "unknown | Level 3 | Fewer than two periods are recorded that are over."),
        ("2024/25 | 12 | 20 |", "met | Level 3 | Rose from 2022/23 to 2024/25."),
        (
            "2024/25 | 10 | 20 |",
            "met | Level 3 | Rose from 2022/23 to 2024/25; the share of the cohort stayed.",
        ),
        (
            "2024/25 | 6 | 12 |",
            "met | Level 3 | Rose from 2022/23 to 2024/25; the share of the cohort stayed.",
        ),
        (
            "2024/25 | 10 | 40 |",
            "met | Level 3 | Rose from 2022/23 to 2024/25; the share of the cohort fell.",
        ),
        (
            "2024/25 | 0 | 40 |",
            "not met | Level 3 | Did not rise from 2022/23 to 2024/25.",
        ),
        (
            "2024/25 | 5 | 9 |",
            "not met | Level 3 | Did not rise from 2022/23 to 2024/25; the share of the cohort rose.",
        ),
        ("2024/25 | 4 | 8 |", "not met | Level 3 | Did not rise from 2022/23 to 2024/25."),
        ("2024/25 | 5 | 12 |", "not met | Level 3 | Did not rise from 2022/23 to 2024/25."),
        ("2024/25 | | | 0.5", "not met | Level 3 | Did not rise from 2022/23 to 2024/25."),
        (
            "2021/22 | 9 | 20 |",
            "not met | Level 3 | Did not rise from 2021/22 to 2022/23; the share of the cohort rose.",
        ),
        ("2024/25 | 3 | 0 |", "unknown | Level 3 | Fewer than two periods are recorded that are over."),
    ],
)
def test_a_measure_rises_from_one_period_to_the_next(figures: str, finding: str) -> None:
    """Numbers are compared, the share is told where it did otherwise, and no figure is told in words."""
    before = "" if "2023/24" in figures else "Level 3 | 2022/23 | 5 | 10 |\n"
    table = f"measure | period | numerator | denominator | value\n{before}Level 3 | {figures}"

    assert found(RISE, outcomes=table) == [finding]


@pytest.mark.parametrize("hidden", ["2023/24", "2024/25"])
def test_a_count_too_small_to_be_shown_is_not_judged(hidden: str) -> None:
    """Neither a rise nor a fall is told of a hidden figure, nor of older ones in its place."""
    shown = {"2023/24": "20 | 90 |", "2024/25": "30 | 90 |"} | {hidden: " | 90 | numerator"}
    lines = [f"Level 3 | {period} | {figures}" for period, figures in shown.items()]
    head = "measure | period | numerator | denominator | suppressed\nLevel 3 | 2022/23 | 10 | 90 |"
    says = "The counts of 2023/24 or 2024/25 are too small to be shown."

    assert found(RISE, outcomes="\n".join([head, *lines])) == [f"unknown | Level 3 | {says}"]


def test_each_cohort_of_a_measure_is_judged_by_itself() -> None:
    """One cohort's rise does not make up for another's fall."""
    table = """
        measure | cohort | period | value
        Level 3 | Kent   | 2024   | 1
        Level 3 | Kent   | 2025   | 2
        Level 3 | Medway | 2024   | 2
        Level 3 | Medway | 2025   | 1
    """

    assert [line.split(" | ")[:2] for line in found(RISE, outcomes=table)] == [
        ["met", "Level 3, Kent"],
        ["not met", "Level 3, Medway"],
    ]


def test_the_publications_on_record_are_as_many_as_listed() -> None:
    """And the reader sees how long ago the last one was."""
    table = """
        title  | published_on | month_only
        First  | 1 Jan 2017   | yes
        Second | 1 May 2020   | yes
        Later  | 22 Nov 2026  |
    """
    says = "Last publication May 2020, 78 months ago."

    assert found({"kind": "published", "count": 2}, publications=table) == [
        f"met | Publications | 2 publications recorded, 2 listed. {says}"
    ]
    assert found({"kind": "published", "count": 3}, publications=table) == [
        f"not met | Publications | 2 publications recorded, 3 listed. {says}"
    ]


@pytest.mark.parametrize(
    ("published_on", "ago"),
    [("21 Nov 2026", "0 months"), ("21 Oct 2026", "1 month"), ("22 Oct 2026", "0 months")],
)
def test_only_whole_months_are_counted(published_on: str, ago: str) -> None:
    """A month is over on the same day of the next."""
    table = f"title | published_on\nFirst | {published_on}"
    (line,) = found({"kind": "published", "count": 1}, publications=table)

    assert line.endswith(f", {ago} ago.")


def test_without_a_dated_publication_nothing_is_known() -> None:
    """A publication without a date is not counted."""
    table = """
        title
        First
    """

    assert found({"kind": "published", "count": 1}, publications=table) == [
        "unknown | Publications | No publication with a date is recorded."
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [("Q4 2025", "Q1 2026"), ("March 2026", "April 2026"), ("2024/25", "2025/26"), ("2024", "2025")],
)
def test_periods_are_put_in_order_of_time(before: str, after: str) -> None:
    """A rise is a rise however the periods are written."""
    known = facts(outcomes=f"measure | period | value\nIn work | {after} | 20\nIn work | {before} | 10")
    [finding] = duties.judge(body(duties={"kind": "rise", "measures": ["In work"]}), known, TODAY)

    assert finding.says == f"Rose from {before} to {after}."


@pytest.mark.parametrize(
    ("period", "year", "ends"),
    [
        ("2025/26", "academic", date(2026, 8, 31)),
        ("2025/26", "financial", date(2026, 3, 31)),
        ("Q1 2026", "academic", date(2026, 3, 31)),
        ("February 2026", "academic", date(2026, 2, 28)),
        ("2025", "academic", date(2025, 12, 31)),
    ],
)
def test_a_period_that_is_not_over_is_not_compared(period: str, year: str, ends: date) -> None:
    """What 2025/26 means, and so when it ends, the terms say."""
    known = facts(outcomes=f"measure | period | value\nIn work | 2023/24 | 10\nIn work | {period} | 20")
    terms = body(duties={"kind": "rise", "measures": ["In work"], "year": year})
    statuses = [f.status for today in (ends - timedelta(1), ends) for f in duties.judge(terms, known, today)]

    assert statuses == ["unknown", "met"]


def test_the_number_decides_and_the_share_is_told_beside_it() -> None:
    """More young people moved up, of a larger cohort."""
    table = """
        measure | period  | numerator | denominator
        Level 3 | 2023/24 | 30        | 100
        Level 3 | 2024/25 | 33        | 120
    """

    assert found(RISE, outcomes=table) == [
        "met | Level 3 | Rose from 2023/24 to 2024/25; the share of the cohort fell."
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("30 | 100 |", "33 | | "),
        ("30 | | ", "33 | 120 |"),
        ("| | 0.3", "| | 0.2"),
    ],
)
def test_a_share_is_told_only_where_both_are_known_and_it_moved_otherwise(before: str, after: str) -> None:
    """Without a cohort there is no share, without a number nothing for it to stand beside."""
    table = (
        f"measure | period | numerator | denominator | value\nA | 2023/24 | {before}\nA | 2024/25 | {after}"
    )
    [finding] = duties.judge(body(duties={"kind": "rise", "measures": ["A"]}), facts(outcomes=table), TODAY)

    assert finding.says in ("Rose from 2023/24 to 2024/25.", "Did not rise from 2023/24 to 2024/25.")


def test_two_figures_of_one_period_are_not_compared() -> None:
    """Two spellings of one measure, of which one is blank or lower: nothing rose from a year to itself."""
    table = """
        measure            | period  | numerator | value
        Level 2 to Level 3 | 2023/24 | 30        |
        Level 2 to Level 3 | 2024/25 | 33        |
        Level 2 to 3       | 2024/25 |           | 0.4
    """
    terms = body(duties={"kind": "rise", "measures": ["Level 2 to Level 3"]})
    [finding] = duties.judge(terms, facts(outcomes=table), TODAY)

    assert (finding.status, finding.says[:36]) == (Status.UNKNOWN, "Two figures are recorded for 2024/25")
    assert [rows.where for rows in finding.rows] == [
        (("measure", "Level 2 to 3"),), (("measure", "Level 2 to Level 3"),),
    ]  # fmt: skip


def test_periods_without_a_year_are_not_guessed() -> None:
    """What cannot be put in order is not judged."""
    known = facts(outcomes="measure | period | value\nIn work | last | 20\nIn work | this | 10")
    [finding] = duties.judge(body(duties={"kind": "rise", "measures": ["In work"]}), known, TODAY)

    assert finding.status is Status.UNKNOWN
