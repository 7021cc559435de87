"""Every verdict opens: to its clause in a terms file, and to rows with the file and line they came from."""

from pathlib import Path

import pytest

import samples
from rules import Facts, judge
from rules.actions import OWN_DATE
from rules.facts import RECORDS
from store import Store
from tests.filled import opened
from tests.judged import BODIES, READER, TODAY

HOME = Path(__file__).parent.parent


@pytest.fixture(scope="module", params=samples.SETS)
def store(request: pytest.FixtureRequest) -> Store:
    filled = opened(request.param)
    yield filled
    filled.close()


@pytest.mark.parametrize("body", list(BODIES))
def test_every_finding_opens_to_its_clause_and_rows(store: Store, body: str) -> None:
    """What a page shows under a verdict can always be read: the term's line, each row's file and line."""
    facts = Facts.of(store.read_all(READER, RECORDS, body))
    for finding in judge(BODIES[body], facts, TODAY):
        if finding.term is not OWN_DATE:  # a date that no clause asks for has none
            source = (HOME / finding.term.source_file).read_text(encoding="utf-8").splitlines()
            assert source[finding.term.source_line - 1] == f"[[{finding.family}]]"
            assert f'rule = "{finding.rule}"' in source[finding.term.source_line]
        for rows in finding.rows:
            found = store.read(READER, rows.mart, body=body, **dict(rows.where))
            assert found["file"].null_count() == 0
            assert found["line"].null_count() == 0


@pytest.mark.parametrize("body", list(BODIES))
def test_a_counted_figure_has_rows_behind_it(store: Store, body: str) -> None:
    """A verdict with a figure above zero points at rows that are there."""
    facts = Facts.of(store.read_all(READER, RECORDS, body))
    for finding in judge(BODIES[body], facts, TODAY):
        if finding.value and finding.rows and finding.family not in ("notice", "decision"):
            found = [store.read(READER, r.mart, body=body, **dict(r.where)).height for r in finding.rows]
            assert sum(found) > 0, f"{finding.rule} {finding.about}"
