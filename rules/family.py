"""A family of rules: what it is called, the terms it knows, and how it judges them."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Generic, cast, get_args

from rules.body import Body
from rules.facts import Facts
from rules.finding import Finding
from rules.terms import AnyTerm, Term

Judge = Callable[[Body, Facts, date], Iterator[Finding]]
# one for each kind of term; which term it takes is known only from the key that it stands under
Judges = Mapping[type[Term], Callable[[Any, Body, Facts, date], Iterator[Finding]]]


@dataclass(frozen=True, eq=False)
class Family(Generic[AnyTerm]):
    """All that is to be known of a family from outside it.

    `name` is its key in a body's file, `title` its heading on screen, `noun` (singular, plural) what is
    counted of it when it is late, `terms` the model of its entries as Pydantic takes it; `judge` yields what
    is found on a day. `on_calendar`: whether it stands in the governance calendar. `page`: which of the
    board's pages tells of it, and `shows` the kinds of record that this page shows whatever the terms ask.
    `done_by`: who does what it asks for, where that is always the same.
    """

    name: str
    title: str
    noun: tuple[str, str]
    terms: object
    judge: Judge
    on_calendar: bool = False
    page: str = "calendar"
    shows: tuple[str, ...] = ()
    done_by: str = ""

    @property
    def models(self) -> tuple[type[AnyTerm], ...]:
        """The model of each kind of entry that it knows."""
        union = self.terms if isinstance(self.terms, type) else get_args(self.terms)[0]
        return get_args(union) or (union,)

    def of(self, body: Body) -> tuple[AnyTerm, ...]:
        """The entries of a body's terms, in the order of its file."""
        return cast(tuple[AnyTerm, ...], body.terms.get(self.name, ()))

    def among(self, findings: Sequence[Finding]) -> list[Finding]:
        """Those findings that are this family's."""
        return among(findings, self)


def among(findings: Sequence[Finding], *families: Family[Any]) -> list[Finding]:
    """Those findings that are of one of these families, in their order."""
    names = {family.name for family in families}
    return [finding for finding in findings if finding.family in names]
