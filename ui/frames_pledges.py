"""Partner by theme: how the pledges stand, what changed since a day, and how far the worst have come."""

import textwrap
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import polars as pl

from kinds.meant import several_of
from kinds.names import folded
from rules import Body, Facts, Finding
from rules.facts import grouped
from rules.membership import members
from rules.pledges import of_each, themes
from rules.records import Pledge
from rules.standing import (
    BEHIND,
    COMPLETE,
    NO_NEWS,
    NOT_BEGUN,
    NOT_KNOWN,
    NOT_SHOWN,
    ON_TRACK,
    OVERDUE,
    WORDS,
)
from rules.updates import is_hidden, updates_of
from rules.words import day, number
from ui.frames_chance import FEWEST, changed, limits

MARKED = {
    OVERDUE: "! Overdue", BEHIND: "✕ Behind", NO_NEWS: "◷ No news", NOT_KNOWN: "? Not known",
    NOT_SHOWN: "c Not shown", NOT_BEGUN: "○ Not begun", ON_TRACK: "✓ On track", COMPLETE: "★ Complete",
}  # fmt: skip
TO_TALK_ABOUT, WELL = (OVERDUE, BEHIND, NO_NEWS), (ON_TRACK, COMPLETE)
BETTER, WORSE, SAME, NEW = "↑", "↓", "→", "new"
NO_THEME, NO_PLEDGE, LINES, LONGEST = "No theme", " (no pledge)", "|", 12
CELLS = dict.fromkeys(("partner", "theme", "word", "label", "change", "says"), pl.Utf8)
COURSES = {
    "pledge": pl.Utf8, "on": pl.Date, "share": pl.Float64, "lower": pl.Float64, "upper": pl.Float64,
    "changed": pl.Boolean,
}  # fmt: skip


@dataclass(frozen=True)
class Stand:
    """A pledge with its word now and the change of it since a day, "" where that cannot be told."""

    pledge: Pledge
    word: str
    change: str
    finding: Finding | None


@dataclass(frozen=True)
class Board:
    """`cells`: one row per partner and theme with a pledge: partner, theme, word of the worst, label, change,
    says (Utf8). `partners` and `themes` in their order; partners without a pledge are said to have none.
    """

    cells: pl.DataFrame
    partners: tuple[str, ...]
    themes: tuple[str, ...]


def stands(facts: Facts, now: Sequence[Finding], then: Sequence[Finding]) -> list[Stand]:
    """Each pledge as it stands now, against how it stood then; the gravest first."""
    judged = {f.subject("reference"): f for f in of_each(now)}
    before = {f.subject("reference"): f.word for f in of_each(then)}
    found = [
        Stand(p, f.word if f else NOT_KNOWN, change(before.get(p.reference), f.word if f else NOT_KNOWN), f)
        for p in facts.pledges
        for f in [judged.get(p.reference)]
    ]
    return sorted(found, key=lambda each: (WORDS.index(each.word), each.pledge.organisation))


def change(then: str | None, now: str) -> str:
    """Better or worse from one day to another; "" where either day is not known or must not be told."""
    untold = (NOT_KNOWN, NOT_SHOWN)
    if then is None:
        return NEW
    if then in untold or now in untold:
        return ""
    if then in TO_TALK_ABOUT and now not in TO_TALK_ABOUT:
        return BETTER
    return WORSE if now in TO_TALK_ABOUT and then not in TO_TALK_ABOUT else SAME


def board(body: Body, facts: Facts, standing: Sequence[Stand], today: date) -> Board:
    """The pledges by partner and theme, the worst of each cell; themes are spelt as the terms do."""
    asked = themes(body, today)
    spelt = {folded(theme): theme for theme in asked}
    pairs = [(each, theme) for each in standing for theme in _themes(each.pledge, asked, spelt)]
    by_cell = grouped(pairs, lambda pair: (pair[0].pledge.organisation, pair[1]))
    with_some = {of for of, _ in by_cell}
    named = {folded(m.organisation): m.organisation for m in members(facts, today)}
    named |= {folded(of): of for of in with_some}
    partners = [of if of in with_some else of + NO_PLEDGE for of in sorted(named.values())]
    others = sorted({theme for _, theme in by_cell} - set(asked))
    cells = [_cell(of, theme, [each for each, _ in those]) for (of, theme), those in by_cell.items()]
    return Board(pl.DataFrame(cells, schema=CELLS), tuple(partners), (*asked, *others))


def _themes(pledge: Pledge, asked: Sequence[str], spelt: dict[str, str]) -> Collection[str]:
    """As the terms spell them or, of a theme that they do not have, as the first pledge does."""
    own = pledge.theme or NO_THEME
    return several_of(pledge.theme, asked) or [spelt.setdefault(folded(pledge.theme), own)]


def _cell(partner: str, theme: str, those: Sequence[Stand]) -> dict[str, Any]:
    worst = those[0].word
    count = sum(each.word == worst for each in those)
    changes = [each.change for each in those if each.word == worst]
    arrow = next((c for c in (WORSE, BETTER, NEW, SAME) if c in changes), "")
    of = f"{count} of {len(those)}{LINES}" if len(those) > 1 else ""
    told = "; ".join(f"{each.pledge.reference} {each.pledge.pledge}: {each.word}" for each in those)
    label = f"{of}{MARKED[worst]} {arrow}".strip()
    return {
        "partner": partner, "theme": theme, "word": MARKED[worst], "label": label, "change": arrow,
        "says": told,
    }  # fmt: skip


def in_lines(theme: str) -> str:
    """A theme over several lines."""
    return LINES.join(textwrap.wrap(theme, LONGEST, break_long_words=False)) or theme


def message(standing: Sequence[Stand], since: date) -> str:
    """How many stand well, how many do not, and how many of these stood well on a day before."""
    well = sum(each.word in WELL for each in standing)
    talk = [each for each in standing if each.word in TO_TALK_ABOUT]
    says = f"{well} of {number(len(standing), 'pledge')} on track or complete"
    counts = {word: sum(each.word == word for each in talk) for word in TO_TALK_ABOUT}
    parts = [f"{count} {word}" for word, count in counts.items() if count]
    worse = sum(each.change == WORSE for each in talk)
    of_these = f"; {worse} of these only since {day(since)}" if worse else ""
    return f"{says}; {', '.join(parts)}{of_these}" if parts else says


def in_words(found: Board) -> pl.DataFrame:
    """The same as a table: one row per partner, one column per theme; a gap is an empty cell."""
    cells = found.cells.select("partner", "theme", "label").rows()
    told = {(partner, theme): label.replace(LINES, " ") for partner, theme, label in cells}
    rows = [{"Partner": p} | {t: told.get((p, t)) for t in found.themes} for p in found.partners]
    return pl.DataFrame(rows, schema={"Partner": pl.Utf8, **dict.fromkeys(found.themes, pl.Utf8)})


def to_talk_about(standing: Sequence[Stand]) -> list[Stand]:
    """The pledges that need a conversation, the gravest first."""
    return [each for each in standing if each.word in TO_TALK_ABOUT]


def courses(facts: Facts, standing: Sequence[Stand], today: date) -> pl.DataFrame:
    """How far each pledge had come at each update, as far as it may be told, and between which limits that is
    chance, where there are updates enough to tell.

    Columns: pledge (Utf8), on (Date), share, lower, upper (Float64, 0 to 1; limits null), changed (Boolean).
    """
    rows = [point for each in standing for point in _course(facts, each.pledge, today)]
    return pl.DataFrame(rows, schema=COURSES, orient="row")


def _course(facts: Facts, pledge: Pledge, today: date) -> Iterator[tuple[object, ...]]:
    updates = updates_of(pledge, facts, today)
    if is_hidden(updates):
        return
    told = [(each.as_at, each.progress_share) for each in updates if each.progress_share is not None]
    shares = [share for _, share in told]
    found = limits(shares)
    lower, upper = (found.lower, found.upper) if found else (None, None)
    for (on, share), is_changed in zip(told, changed(shares), strict=True):
        yield f"{pledge.reference}, {pledge.organisation}", on, share, lower, upper, is_changed


def by_chance(found: pl.DataFrame) -> str:
    """What the courses tell of change, and what they cannot."""
    if found["lower"].is_null().all():
        return f"Below {FEWEST} updates nobody can tell a change from chance: these are the points alone."
    says = f"Dashed, from {FEWEST} updates on: the limits within which a figure moves by chance."
    count = int(found["changed"].sum())
    return f"{says} {number(count, 'point is', 'points are')} beyond them and marked as changed."
