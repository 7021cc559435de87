"""What every entry of a body's terms of reference has in common."""

from collections.abc import Iterable
from datetime import date
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field

YearKind = Literal["calendar", "financial", "municipal", "rolling"]


class Strict(BaseModel):
    """A model that refuses any key it does not know, so a typo never becomes a silent default."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, populate_by_name=True)


class Interpretation(Strict):
    """How an ambiguous clause is read, by whose choice and since when; printed beside the verdict."""

    question: str
    reading: str
    chosen_by: str
    chosen_on: date


class Term(Strict):
    """One entry of a body's terms of reference.

    `rule` is its number in the register of rules (docs/rules.md), `clause` says where to read the original,
    `says` is our own short paraphrase. An entry holds from `starts` (written `from` in the file)
    until a later one of the same `rule` and family replaces it; a rule may have several entries of one day.
    """

    rule: str
    also: tuple[str, ...] = ()
    starts: date = Field(alias="from")
    clause: str
    says: str
    interpretation: Interpretation | None = None

    source_file: str = ""
    source_line: int = 0


AnyTerm = TypeVar("AnyTerm", bound=Term)


def in_force(entries: Iterable[AnyTerm], on: date) -> tuple[AnyTerm, ...]:
    """The entries that held on a day, in file order: for each rule those with its latest `from` so far."""
    begun = [entry for entry in entries if entry.starts <= on]
    latest = {entry.rule: entry.starts for entry in sorted(begun, key=lambda entry: entry.starts)}
    return tuple(entry for entry in begun if entry.starts == latest[entry.rule])
