"""What the terms of several bodies ask of one matter, clause by clause, and how each stands; no rank."""

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

import polars as pl

from rules import Body, Finding, Status
from rules.family import Family
from rules.terms import in_force
from ui.words import plain

COMPARED = dict.fromkeys(("Body", "What it asks", "How it stands"), pl.Utf8)
NOTHING_ASKED, TO_READ = "Its terms say nothing of this.", "To read"


class Side(NamedTuple):
    """A body with its verdicts of a day."""

    body: Body
    findings: Sequence[Finding]


def compared(family: Family[Any], sides: Sequence[Side], today: date) -> pl.DataFrame:
    """One row per body and clause in force, by the name of the body. Columns: those of COMPARED."""
    in_turn = sorted(sides, key=lambda side: side.body.short)
    rows = [row for side in in_turn for row in _of_body(family, side, today)]
    return pl.DataFrame(rows, schema=COMPARED, orient="row")


def _of_body(family: Family[Any], side: Side, today: date) -> Iterator[tuple[str, str, str]]:
    entries = in_force(family.of(side.body), today)
    if not entries:
        yield side.body.short, NOTHING_ASKED, plain(Status.SILENT)
    for term in entries:
        own = [finding for finding in side.findings if finding.term == term]
        yield side.body.short, f"{term.clause}: {term.says}", _stands(own)


def _stands(findings: Sequence[Finding]) -> str:
    """How many verdicts of each status, the worst first, as they come."""
    counted = Counter(finding.status for finding in findings)
    if len(findings) == 1:
        return plain(findings[0].status)
    told = [f"{counted[status]} {plain(status)}" for status in Status if status in counted]
    return ", ".join(told) or TO_READ
