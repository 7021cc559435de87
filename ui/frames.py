"""Frames for charts and tables, made of facts and findings: one function per question."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import polars as pl

from kinds.names import same
from rules import Facts, Finding
from rules.facts import grouped
from rules.words import number
from store import on_screen
from ui.words import plain, seated

ACTION_STATES = dict.fromkeys(("reference", "organisation", "action", "status", "says"), pl.Utf8)
SEATS_BY_GROUP = {"group_name": pl.Utf8, "status": pl.Utf8, "count": pl.Int64}


def origin(frame: pl.DataFrame) -> str:
    """Where rows came from: attendance.csv, lines 238 to 253. Columns needed: file (Utf8), line (Int64)."""
    spans = frame.group_by("file").agg(first=pl.col("line").min(), last=pl.col("line").max()).sort("file")
    return "; ".join(
        f"{file}, line {first}" if first == last else f"{file}, lines {first} to {last}"
        for file, first, last in spans.iter_rows()
    )


def rests_on(loaded: pl.DataFrame) -> str:
    """What a page rests on in one line, of rows of the mart freshness."""
    kinds, refused = number(loaded.height, "kind"), int(loaded["count_refused"].sum())
    told = f"Rests on files of {kinds}, the last loaded {on_screen(max(loaded['loaded_at']))}"
    return f"{told}; {number(refused, 'row')} refused" if refused else told


def without_empty(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame without columns that hold nothing; what the store keeps back is something."""
    hidden = set(frame["suppressed"].explode()) if "suppressed" in frame.columns else set()
    return frame.select(each for each in frame if each.null_count() < frame.height or each.name in hidden)


def said_once(findings: Sequence[Finding]) -> list[tuple[Finding, ...]]:
    """The findings, those together that say the same of the same by several clauses."""
    alike = grouped(findings, lambda f: (f.status, f.about, f.detail, f.says, f.needs))
    return [tuple(those) for those in alike.values()]


def count_by(frame: pl.DataFrame, column: str) -> pl.DataFrame:
    """Rows of each status for each value of a column. Columns: `column`, status (Utf8), count (Int64)."""
    counted = frame.group_by(column, "status").len("count").with_columns(pl.col("count").cast(pl.Int64))
    return counted.sort(column, "status")


def action_states(facts: Facts, actions: Sequence[Finding]) -> pl.DataFrame:
    """One row per action with its status. Columns: reference, organisation, action, status, says (Utf8)."""
    judged = {f.subject("reference"): f for f in actions}
    rows = [
        {
            "reference": a.reference, "organisation": a.organisation or "No owner", "action": a.action,
            "status": plain(judged[a.reference].status), "says": judged[a.reference].says,
        }
        for a in facts.actions if a.reference in judged
    ]  # fmt: skip
    return pl.DataFrame(rows, schema=ACTION_STATES)


def seats_by_group(facts: Facts, today: date) -> pl.DataFrame:
    """How many seats of each group are filled, unconfirmed or vacant on a day, named deputies apart.

    Columns: group_name, status (Utf8), count (Int64).
    """
    seats = (s for s in facts.seats if s.is_held_on(today) and s.role != "deputy")
    held = Counter((s.group_name, seated(s.status)) for s in seats)
    rows = [
        {"group_name": group, "status": status, "count": n} for (group, status), n in sorted(held.items())
    ]
    return pl.DataFrame(rows, schema=SEATS_BY_GROUP)


def concerning(findings: Sequence[Finding], facts: Facts, partner: str) -> list[Finding]:
    """The findings about one partner: their rows are selected by it, or by a pledge or action of its own."""
    own = {pledge.reference for pledge in facts.pledges if same(pledge.organisation, partner)}
    own |= {action.reference for action in facts.actions if same(action.organisation, partner)}
    return [f for f in findings if same(f.subject("organisation"), partner) or f.subject("reference") in own]
