"""Columns that change what another column of their row says: a day put off, apologies beside attendance."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import product

import polars as pl

from kinds.attendance import ATTENDANCE
from kinds.fields import same, yes_or_no
from kinds.kind import Kind
from kinds.names import folded

Cell = Callable[[pl.Expr, pl.Expr], pl.Expr]
NOTHING = (
    "",
    "n a",
    "n/a",
    "na",
    "none",
    "nil",
    "no",
    "no change",
    "unchanged",
    "as before",
    "✗",
    "✘",
    "❌",
    "☐",
)


@dataclass(frozen=True)
class Beside:
    """A column that stands beside another, `column`, of a kind and changes it.

    `name`, `label`: what it goes by, and what a reader may choose for it. `headings`: which say surely that
    it is one. `of`: what the other column's cell and its own come to, both clean text, null where blank.
    """

    name: str
    label: str
    column: str
    headings: tuple[str, ...]
    of: Cell


def _said(own: pl.Expr) -> pl.Expr:
    """Null for what says that nothing has changed."""
    return pl.when(~same(own).is_in(NOTHING)).then(own)


def _instead(cell: pl.Expr, own: pl.Expr) -> pl.Expr:
    return pl.coalesce(_said(own), cell)


def _where_blank(cell: pl.Expr, own: pl.Expr) -> pl.Expr:
    return pl.coalesce(cell, _said(own))


def _marked(word: str, over: tuple[str, ...]) -> Cell:
    """The word, where its box is ticked and the other cell says nothing, or a word of `over`: whoever came,
    came.
    """

    def of(cell: pl.Expr, own: pl.Expr) -> pl.Expr:
        is_marked = _said(own).is_not_null() & yes_or_no().parse(own).fill_null(True)
        agrees = cell.is_null() | ATTENDANCE.parse(cell).is_in(over)
        return pl.when(is_marked & agrees).then(pl.lit(word)).otherwise(cell)

    return of


def _named(*parts: tuple[str, ...]) -> tuple[str, ...]:
    """Each of one with each of the other, in both orders."""
    return tuple(" ".join(words) for pair in product(*parts) for words in (pair, pair[::-1]))


NEWER = ("revised", "rev", "new", "amended", "extended", "rescheduled")
NOW = (*NEWER, "updated", "changed", "current", "latest", "actual")
EARLIER = ("original", "initial", "first", "previous", "old")
DUE = ("due", "due date", "due on", "due by", "by when", "deadline", "target date", "end date",
       "completion date", "target completion date", "date due")  # fmt: skip
PUT_OFF = ("extended to", "extended until", "date extended to", "extension", "extension to",
           "extension date", "extension until", "extension granted to", "moved to", "rescheduled to",
           "postponed to", "deferred to", "deferred until", "carried forward to", "put off to",
           "put back to", "pushed back to", "revised to", "slipped to", "now due", "now due by")  # fmt: skip
LEFT = ("left", "left on", "date left", "date of leaving", "leaving date", "leave date", "leaving",
        "leaver date", "resigned", "resigned on", "date resigned", "resignation date",
        "date of resignation", "stood down", "stood down on", "stepped down", "stepped down on", "retired",
        "retired on", "removed on", "ceased", "ceased on", "date ceased", "cessation date", "withdrew",
        "withdrew on", "actual end date")  # fmt: skip
TERM_ENDS = ("term ends", "term ends on", "term end", "term end date", "end of term", "term ended",
             "term of office ends", "end of term of office", "term expires", "term expiry", "expires",
             "expires on", "expiry", "expiry date", "appointed until", "serves until", "ends", "ends on",
             "ended", "ended on", "date ended", "finish date", "term to")  # fmt: skip
MEMBER_UNTIL = ("end date", "until", "to", "ends", "ends on", "ended", "ended on", "membership ended",
                "membership ends", "membership end date", "membership expires", "term ends",
                "term end date", "member until", "to date", "date ended")  # fmt: skip
LEFT_BESIDE = tuple(
    each for each in LEFT if each not in ("left", "left on", "date left")
)  # which are its own
_REVISED = (*_named(NEWER, (*DUE, "date")), *_named(NOW, DUE), *PUT_OFF)
_ORIGINAL = (*_named(EARLIER, DUE), "target date", "target completion date", "planned date", "due date set")
APOLOGIES = ("apologies", "apology", "apologies given", "apologies received", "apologies sent",
             "apologies made", "apologies noted", "sent apologies", "gave apologies", "apols",
             "apologies y/n")  # fmt: skip


def _due(column: str) -> tuple[Beside, ...]:
    revised, original = tuple(dict.fromkeys(_REVISED)), tuple(dict.fromkeys(_ORIGINAL))
    return (
        Beside("due_revised", "Due, as revised", column, revised, _instead),
        Beside("due_at_first", "Due at first", column, original, _where_blank),
    )


BESIDE: Mapping[str, tuple[Beside, ...]] = {
    "actions": _due("due"),
    "pledges": _due("due_on"),
    "attendance": (
        Beside("marked_apologies", "Apologies (a mark)", "attendance", APOLOGIES,
               _marked("apologies", ("absent", "not recorded", "apologies"))),
        Beside("marked_absent", "Absent (a mark)", "attendance", ("absent", "did not attend"),
               _marked("absent", ("not recorded", "absent"))),
    ),
    "representatives": (
        Beside("left_already", "Left", "to_on", LEFT, _instead),
        Beside("term_ends", "Term ends", "to_on", TERM_ENDS, _where_blank),
    ),
    "organisations": (
        Beside("left_already", "Left on", "left_on", LEFT_BESIDE, _instead),
        Beside("member_until", "Member until", "left_on", MEMBER_UNTIL, _where_blank),
    ),
}  # fmt: skip


def choices(kind: Kind) -> dict[str, str]:
    """What a reader may say that a heading of a kind means: what it is called → column, or what stands beside
    one.
    """
    own = {each.heading: each.column for each in kind.fields}
    return own | {each.label: each.name for each in beside(kind.name)}


def beside(kind: str) -> tuple[Beside, ...]:
    """The columns that may stand beside those of a kind."""
    return BESIDE.get(kind, ())


def beside_of(kind: str, heading: str) -> Beside | None:
    """What a heading surely is beside a column of a kind, punctuation left aside."""
    name = _letters(heading)
    return next((each for each in beside(kind) if name in map(_letters, each.headings)), None)


def _letters(heading: str) -> str:
    return re.sub(r"[\W_]+", "", folded(heading))
