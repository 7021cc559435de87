"""What the five documents themselves show on 21 November 2026, from the published facts alone."""

import pytest

from rules import Status
from tests.judged import judged

# body, rule, status, clause holds, about and sentence hold
EXPECTED = [
    ("nottinghamshire", "N01", Status.OVERDUE, "", "lapsed"),
    ("nottinghamshire", "N02", Status.NOT_MET, "", "approval date"),
    ("nottinghamshire", "N21", Status.NOT_MET, "5", "vice chair"),
    ("nottinghamshire", "N22", Status.NOT_APPLICABLE, "5", "no quorum"),
    ("kent_medway", "C43", Status.OVERDUE, "", "every 12 months"),
    ("kent_medway", "C19", Status.NOT_MET, "3.9", "membership appendix"),
    ("walsall", "W22", Status.OVERDUE, "Review", "May 2025"),
    ("walsall", "W22", Status.OVERDUE, "Review", "May 2026"),
    ("walsall", "W25", Status.SILENT, "", "quorum"),
    ("walsall", "W13", Status.NOT_MET, "Membership", "5 of 20 seats"),
    ("fostering_network", "A20", Status.NOT_MET, "", "3"),
    ("fostering_network", "A03", Status.UNKNOWN, "Membership", "Children’s Commissioner"),
    ("fostering_network", "F09", Status.MET, "", "27"),
]


@pytest.mark.parametrize(("body", "rule", "status", "clause", "says"), EXPECTED, ids=lambda v: str(v)[:20])
def test_the_documents_trip_on_their_own_terms(
    body: str, rule: str, status: Status, clause: str, says: str
) -> None:
    """Each of these is known from the source documents, with the clause that says so."""
    found = [
        f for f in judged("published")[body] if f.rule == rule and f.status == status and clause in f.clause
    ]

    assert [f for f in found if says.lower() in f"{f.about}: {f.says}".lower()]
