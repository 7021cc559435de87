"""What the page of what goes up asks: what was given, what was shared, and the pledges by theme."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import polars as pl

from rules import Body, Facts, Finding
from rules.records import Action
from rules.upward import actions_owed, given, is_shown
from ui.frames_pledges import MARKED, NO_THEME, stands
from ui.words import short_day

GIVEN = {"duty": pl.Utf8, "period": pl.Utf8, "done_on": pl.Date, "document": pl.Utf8, "note": pl.Utf8}
NOT_YET = "Not yet ◷"
SHARED = {"reference": pl.Utf8, "action": pl.Utf8, "organisation": pl.Utf8, "shared": pl.Utf8}


def reports(body: Body, facts: Facts, board: str, today: date) -> pl.DataFrame:
    """Each report, or the like, that was given, the newest first. Columns: those of GIVEN."""
    rows = [
        (row.duty, row.period, row.done_on, row.document, row.note)
        for row in given(body, facts, board, today)
    ]
    return pl.DataFrame(rows, schema=GIVEN, orient="row")


def actions(body: Body, facts: Facts, board: str, today: date) -> pl.DataFrame:
    """Each action the board is to be shown, those that wait first. Columns: those of SHARED."""
    rows = [
        (each.reference, each.action, each.organisation, _shared(each, today))
        for each in actions_owed(body, facts, board, today)
    ]
    return pl.DataFrame(rows, schema=SHARED, orient="row")


def waiting(actions: pl.DataFrame) -> int:
    """How many of these wait to be shared."""
    return int((actions["shared"] == NOT_YET).sum())


def _shared(action: Action, today: date) -> str:
    on = action.shared_with_board_on
    return f"Shared {short_day(on)} ✓" if on and is_shown(action, today) else NOT_YET


def pledges_by_theme(facts: Facts, findings: Sequence[Finding]) -> pl.DataFrame:
    """How many pledges of each theme stand how. Columns: theme (Utf8), one for each word there is (Int64)."""
    counted = Counter(
        (each.pledge.theme or NO_THEME, each.word) for each in stands(facts, findings, findings)
    )
    words = [word for word in MARKED if any(word == known for _, known in counted)]
    rows = [
        {"Theme": theme} | {MARKED[word]: counted[theme, word] for word in words}
        for theme in sorted({theme for theme, _ in counted})
    ]
    return pl.DataFrame(rows)
