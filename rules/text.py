"""Text: clauses that are shown, not judged."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from rules.body import Body
from rules.facts import Facts
from rules.family import Family
from rules.finding import Finding
from rules.terms import Term


class Text(Term):
    """A clause to show; `items` where it is a list."""

    kind: Literal["text"] = "text"
    items: tuple[str, ...] = ()


TextTerm = Text

NAME = "text"


def judge(body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """Nothing: a text is shown with the terms and draws no verdict."""
    return iter(())


FAMILY: Family[TextTerm] = Family(NAME, "To read", ("clause", "clauses"), TextTerm, judge, page="terms")
