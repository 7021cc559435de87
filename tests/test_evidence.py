"""Every verdict opens: to its clause in a terms file, and to rows with the file and line they came from."""

from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

import polars as pl
import pytest

import samples
from rules import Finding
from rules.actions import OWN_DATE
from rules.finding import Rows
from store import Store
from tests.filled import opened
from tests.judged import BODIES, READER, judged

HOME = Path(__file__).parent.parent


@pytest.fixture(scope="module", params=samples.SETS)
def store(request: pytest.FixtureRequest) -> Iterator[tuple[str, Store]]:
    """Each sample set by name, and its store."""
    with closing(opened(request.param)) as filled:
        yield request.param, filled


@pytest.mark.parametrize("body", list(BODIES))
def test_every_finding_opens_to_its_clause_and_rows(store: tuple[str, Store], body: str) -> None:
    """What a page shows under a verdict can always be read: the term's line, each row's file and line.

    A verdict with a figure above zero points at rows that are there.
    """
    sample, filled = store

    @cache
    def rows_of(rows: Rows) -> pl.DataFrame:
        return filled.read(READER, rows.mart, body=body, **dict(rows.where))

    for finding in judged(sample)[body]:
        if finding.term is not OWN_DATE:  # a date that no clause asks for has none
            assert_is_there(finding)
        found = [rows_of(rows) for rows in finding.rows]
        assert all(each["file"].null_count() + each["line"].null_count() == 0 for each in found)
        if finding.value and found and finding.family not in ("notice", "decision"):
            assert sum(each.height for each in found) > 0, f"{finding.rule} {finding.about}"


def assert_is_there(finding: Finding) -> None:
    """The term of a finding stands at the line that it names."""
    source = (HOME / finding.term.source_file).read_text(encoding="utf-8").splitlines()
    assert source[finding.term.source_line - 1] == f"[[{finding.family}]]"
    assert f'rule = "{finding.rule}"' in source[finding.term.source_line]
