"""The partner pack: what is on record of one partner and of nobody else."""

import io

import docx
import pytest

from reports import PartnerPack, partner_pack
from rules import Facts, Finding, judge
from rules.facts import RECORDS
from store import Reader
from tests.filled import AT, opened
from tests.judged import BODIES, TODAY
from ui.frames import concerning

BODY = "walsall"
PARTNERS = ("Illustration Housing Trust", "Example Borough Council")


def seen_by(partner: str) -> tuple[Facts, list[Finding]]:
    """What the partner itself may see, and the verdicts on it."""
    reader = Reader("", frozenset({"partner"}), BODY, partner).for_export()
    store = opened("illustrative")
    facts = Facts.of(store.read_all(reader, RECORDS, BODY))
    store.close()
    return facts, concerning(judge(BODIES[BODY], facts, TODAY), facts, partner)


@pytest.mark.parametrize("partner", PARTNERS)
def test_each_verdict_on_it_is_there_word_for_word_and_no_other_partner(partner: str) -> None:
    """As a word processor reads it."""
    _, findings = seen_by(partner)
    made = docx.Document(
        io.BytesIO(partner_pack(PartnerPack(BODIES[BODY], partner, findings, {}, "Now."), AT))
    )
    cells = {cell.text for table in made.tables for row in table.rows for cell in row.cells}
    text = "\n".join([*cells, *(each.text for each in made.paragraphs)])

    assert findings
    assert [f.says for f in findings if f.says not in text] == []
    others = [other for other in (*PARTNERS, "Example Works", "Sampleshire Constables") if other != partner]
    assert [other for other in others if other in text] == []


def test_where_nothing_is_on_record_it_says_so() -> None:
    """Nothing is never silent."""
    made = docx.Document(io.BytesIO(partner_pack(PartnerPack(BODIES[BODY], "Elm", [], {}, "Now."), AT)))

    assert "No verdict of the terms is on record." in [each.text for each in made.paragraphs]
