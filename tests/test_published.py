"""What the five documents themselves show on 21 November 2026, from the published facts alone."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import pytest

import samples
from rules import Facts, Finding, Status, judge, load_bodies
from rules.facts import RECORDS
from store import Reader, Store

TODAY = date(2026, 11, 21)
READER = Reader("test", frozenset({"secretariat"}))


@pytest.fixture(scope="module")
def published() -> dict[str, Sequence[Finding]]:
    """The findings of each body on the published set."""
    store = Store.open(None)
    samples.fill_if_empty(store, "published", datetime(2026, 11, 20))
    bodies = load_bodies(Path(__file__).parent.parent / "bodies")
    facts = {key: Facts.of({mart: store.read(READER, mart, body=key) for mart in RECORDS}) for key in bodies}
    store.close()
    return {key: judge(body, facts[key], TODAY) for key, body in bodies.items()}


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
    published: dict[str, Sequence[Finding]], body: str, rule: str, status: Status, clause: str, says: str
) -> None:
    """Each of these is known from the source documents, with the clause that says so."""
    found = [f for f in published[body] if f.rule == rule and f.status == status and clause in f.clause]

    assert [f for f in found if says.lower() in f"{f.about}: {f.says}".lower()]
