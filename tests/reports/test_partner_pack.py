"""The partner pack: what is on record of one partner and of nobody else."""

import io
from contextlib import closing
from pathlib import Path

import docx
import pytest

from reports import PartnerPack, partner_pack
from rules import Facts, Finding, Status, judge
from rules.facts import RECORDS
from store import Reader, Store
from tests.filled import AT, copied, opened
from tests.judged import BODIES, TODAY
from ui import papers, session
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


def test_the_secretariat_takes_it_away_with_the_partners_eyes_and_the_audit_knows(tmp_path: Path) -> None:
    """No more stands in it than the partner may see itself."""
    secretariat = Reader("officer@example.org", frozenset({"secretariat", "board"}))
    with closing(Store.open(copied("illustrative", tmp_path))) as store:
        view = session.View(store, secretariat, BODIES[BODY], TODAY, "illustrative")
        made = docx.Document(io.BytesIO(papers._partner_pack(view, PARTNERS[0])))
        audit = store.read(secretariat, "audit", BODY)

    told = {row.cells[2].text for table in made.tables for row in table.rows if len(row.cells) == 4}
    assert {f.says for f in seen_by(PARTNERS[0])[1] if f.status is not Status.UNKNOWN} <= told
    assert f"Partner pack of {PARTNERS[0]}, docx" in audit["about"].to_list()
