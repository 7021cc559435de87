"""What the illustrative set shows, from the files through the store to the verdicts."""

from contextlib import closing
from datetime import date
from typing import Literal

import pytest

from rules import Facts, Status, judge
from rules.facts import RECORDS
from store import moment
from tests.filled import opened
from tests.judged import BODIES, READER, judged

# body, rule, status, what the subject and the sentence hold
SHOWN = [
    ("kent_medway", "C30", Status.NOT_MET, "5 March 2026: Sub-quorate: no one from Higher education"),
    ("kent_medway", "C30", Status.NOT_MET, "substitute who was not a named deputy"),
    ("kent_medway", "C30", Status.DUE, "10 December 2026: With apologies from"),
    ("kent_medway", "C31", Status.PROVISIONAL, "5 March 2026: Does not stand yet"),
    ("kent_medway", "C31", Status.MET, "Ratified on 12 September 2024"),
    ("kent_medway", "C33", Status.NOT_MET, "3 days late"),
    ("kent_medway", "C05", Status.OVERDUE, "Annual conference, 2025"),
    ("nottinghamshire", "N25", Status.DUE, "5 January 2027: Papers are due by Thursday 24 December 2026"),
    ("nottinghamshire", "N28", Status.MET, "60"),
    ("nottinghamshire", "N28", Status.NOT_MET, "60"),
    ("nottinghamshire", "N31", Status.NOT_MET, "consent"),
    ("nottinghamshire", "N09", Status.OVERDUE, "NT-P07"),
    ("nottinghamshire", "N09", Status.NOT_MET, "The partner reports green"),
    ("nottinghamshire", "N09", Status.UNKNOWN, "evidence missing"),
    ("national_alliance", "A12", Status.UNKNOWN, "turnover is not known"),
    ("national_alliance", "A12", Status.UNKNOWN, "£1,000,000"),
    ("national_alliance", "A12", Status.OVERDUE, "£60 of £100"),
    ("national_alliance", "A12", Status.OVERDUE, "2024/25"),
    ("national_alliance", "A07", Status.NOT_MET, "2 primary contacts"),
    ("national_alliance", "A05", Status.MET, ""),
    ("national_alliance", "A16", Status.NOT_MET, ""),
    ("national_alliance", "A11", Status.NOT_MET, ""),
    ("nottinghamshire", "N29", Status.MET, "Recorded for"),
    ("kent_medway", "C38", Status.DUE, ""),
    ("kent_medway", "C40", Status.NOT_MET, ""),
    ("walsall", "W16", Status.OVERDUE, "carried forward 3 times"),
    ("walsall", "W13", Status.NOT_MET, "of 20 seats"),
    ("walsall", "W05", Status.NOT_MET, "Budgeting"),
    ("walsall", "W10", Status.NOT_MET, "0 live pledges"),
]


@pytest.mark.parametrize(("body", "rule", "status", "told"), SHOWN, ids=lambda value: str(value)[:24])
def test_a_state_is_shown(body: str, rule: str, status: Status, told: str) -> None:
    """Each state that the product knows stands somewhere in the sample."""
    found = [f for f in judged("illustrative")[body] if f.rule == rule and f.status is status]

    assert [f for f in found if told in f"{f.about}: {f.says}"]


def test_a_sub_quorate_meeting_names_its_clause() -> None:
    """The sector rule is read in clause 4.6, and ratification in 4.7."""
    clauses = {f.rule: f.clause for f in judged("illustrative")["kent_medway"] if f.rule in ("C30", "C31")}

    assert clauses == {"C30": "4.6", "C31": "4.7"}


def test_every_status_occurs() -> None:
    """A reader of the sample meets each word of the vocabulary."""
    assert {f.status for findings in judged("illustrative").values() for f in findings} == set(Status)


def test_every_finding_about_facts_opens_to_rows() -> None:
    """A verdict of not met, provisional or part paid is never a bare assertion."""
    bare = [
        f"{body} {f.rule} {f.about}"
        for body, findings in judged("illustrative").items()
        for f in findings
        if f.status in (Status.NOT_MET, Status.PROVISIONAL) and not f.rows and f.family != "document"
    ]

    assert bare == []


def about(on: date, known: Literal["now", "then"], name: str) -> list[str]:
    """What is said of a matter of the Kent and Medway body, as of a day."""
    body = BODIES["kent_medway"]
    with closing(opened("illustrative")) as store:
        facts = Facts.of(store.read_all(READER, RECORDS, body.key, moment(on, known)))
    return [str(each.status) for each in judge(body, facts, on) if each.about == name]


@pytest.mark.parametrize(
    ("on", "name", "now", "then"),
    [
        # a register that was undone had a conference which was never held
        (date(2026, 8, 15), "Annual conference, 2025", ["overdue"], ["met"]),
        # the register that was sent again two weeks later put right the day on which the chair began
        (date(2025, 8, 10), "Chair, Example Hill College", ["met"], ["overdue"]),
        # an action that had been entered twice is gone from the next log
        (date(2024, 10, 1), "KM-A90, Illustration Careers Service", [], ["overdue"]),
    ],
    ids=["undone", "corrected", "gone"],
)
def test_a_past_day_as_it_is_known_now_and_was_known_then(
    on: date, name: str, now: list[str], then: list[str]
) -> None:
    """What a later file put right was believed for a while."""
    assert about(on, "now", name) == now
    assert about(on, "then", name) == then
