"""What a rule says about the facts: a status, a sentence, its clause and the rows behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from rules.status import Status
from rules.terms import Term

__all__ = ["NEEDS_ATTENTION", "Finding", "Rows", "Status"]

NEEDS_ATTENTION = (Status.PROVISIONAL, Status.OVERDUE, Status.NOT_MET)


@dataclass(frozen=True)
class Rows:
    """Where the counted rows can be read: a mart and the column values that select them."""

    mart: str
    where: tuple[tuple[str, Any], ...]

    @classmethod
    def of(cls, mart: str, **where: Any) -> "Rows":
        return cls(mart, tuple(where.items()))


class Need(NamedTuple):
    """One of several things that are asked for at once: how many of it are there, or could be, and how many
    are needed. `lost_with` names the organisations that would bring it and sent apologies.
    """

    what: str
    there: int
    least: int
    lost_with: tuple[str, ...] = ()

    @property
    def is_met(self) -> bool:
        return self.there >= self.least


@dataclass(frozen=True)
class Finding:
    """One verdict.

    `about` names its subject ("Strategy Group, 12 March 2026"), `says` is one sentence for a chair,
    `on` the day it is about, `value` against `limit` the figure that decided it (in `unit`).
    `detail` is the subject's own text where a reference alone says nothing: a decision, an action, a pledge.
    `needs` tells one by one what was asked for where that is more than one figure: each sector of a quorum.
    `word` is the family's own word for how it stands, where it has one: behind, complete.
    """

    term: Term
    family: str
    about: str
    status: Status
    says: str
    on: date | None = None
    value: float | None = None
    limit: float | None = None
    unit: str = ""
    rows: tuple[Rows, ...] = ()
    detail: str = ""
    needs: tuple[Need, ...] = ()
    word: str = ""

    def subject(self, column: str) -> Any:
        """What its rows are selected by in a column, None when they are not."""
        return next((dict(rows.where)[column] for rows in self.rows if column in dict(rows.where)), None)

    @property
    def rule(self) -> str:
        return self.term.rule

    @property
    def clause(self) -> str:
        return self.term.clause

    def as_json(self, body: str) -> Mapping[str, Any]:
        """The finding as the command line prints it."""
        return {
            "body": body, "rule": self.rule, "family": self.family, "about": self.about,
            "status": str(self.status), "says": self.says, "clause": self.clause,
            "on": self.on.isoformat() if self.on else None,
            "detail": self.detail, "value": self.value, "limit": self.limit, "unit": self.unit,
        }  # fmt: skip
