"""What the illustrative set shows, from the files through the store to the verdicts."""

import pytest

from rules import Status
from tests.judged import judged

FOUND = judged("illustrative")

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
    found = [f for f in FOUND[body] if f.rule == rule and f.status is status]

    assert [f for f in found if told in f"{f.about}: {f.says}"]


def test_a_sub_quorate_meeting_names_its_clause() -> None:
    """The sector rule is read in clause 4.6, and ratification in 4.7."""
    clauses = {f.rule: f.clause for f in FOUND["kent_medway"] if f.rule in ("C30", "C31")}

    assert clauses == {"C30": "4.6", "C31": "4.7"}


def test_every_status_occurs() -> None:
    """A reader of the sample meets each word of the vocabulary."""
    assert {f.status for findings in FOUND.values() for f in findings} == set(Status)


def test_every_finding_about_facts_opens_to_rows() -> None:
    """A verdict of not met, provisional or part paid is never a bare assertion."""
    bare = [
        f"{body} {f.rule} {f.about}"
        for body, findings in FOUND.items()
        for f in findings
        if f.status in (Status.NOT_MET, Status.PROVISIONAL) and not f.rows and f.family != "document"
    ]

    assert bare == []
