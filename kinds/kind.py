"""What a kind of file declares: its fields, its key and the few errors that take two cells to see."""

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from kinds.parser import Parser, Words


@dataclass(frozen=True, eq=False)  # each field is only ever itself, and so can be looked up
class Field:
    """One column: its heading in the template, how its text is read, and other headings that mean the same.

    `parser` may depend on the body's words. `default` fills a blank from the row's other columns.
    """

    column: str
    heading: str
    parser: Parser | Callable[[Words], Parser]
    required: bool = False
    also: tuple[str, ...] = ()
    default: pl.Expr | None = None

    def parser_for(self, words: Words) -> Parser:
        """The parser for a body with these words."""
        return self.parser if isinstance(self.parser, Parser) else self.parser(words)


@dataclass(frozen=True)
class Check:
    """An error seen only across cells: `holds` is boolean over parsed columns, null where it cannot tell."""

    column: str
    holds: pl.Expr
    must_be: str


@dataclass(frozen=True)
class Kind:
    """A kind of file. `key` names the columns that tell one record from another.

    `organisation_by`: where a row names no organisation, what it may be found by, the surest first: a
    column of the kind, or `email` or `payee`, which only some sources have.
    """

    name: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    checks: tuple[Check, ...] = ()
    organisation_by: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The name as a page shows it: Pledge progress."""
        return self.name.replace("_", " ").capitalize()

    @property
    def required(self) -> tuple[Field, ...]:
        """The fields that no row may leave blank."""
        return tuple(field for field in self.fields if field.required)


def not_before(column: str, heading: str, earlier: str) -> Check:
    """The day in `column` may not be before the day in `earlier`, whose heading is given."""
    return Check(column, pl.col(column) >= pl.col(earlier), f"on or after the date in {heading}")
