"""Text: clauses that are shown, not judged."""

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Literal

from rules.facts import Facts
from rules.finding import Finding
from rules.terms import Term

if TYPE_CHECKING:
    from rules.body import Body


class Text(Term):
    """A clause to show; `items` where it is a list."""

    kind: Literal["text"] = "text"
    items: tuple[str, ...] = ()


TextTerm = Text


def judge(body: "Body", facts: Facts, today: date) -> Iterator[Finding]:
    """Nothing: a text is shown with the terms and draws no verdict."""
    return iter(())
