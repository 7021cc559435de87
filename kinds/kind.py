"""What a kind of file declares: its fields, its key and the few errors that take two cells to see."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import field as made_by
from typing import Literal

import polars as pl

from kinds.parser import Parser, Words

# Several organisations stand between semicolons; anybody may be named in a sentence; an address is of e-mail.
Names = Literal["organisation", "organisations", "group", "person", "address", "anybody", "nobody"]
# what stands above the notes of a workbook to fill in; a sheet that begins so is no table
NOTES = ("Column", "What it holds", "Must it be filled in?", "Words it takes", "For example")


@dataclass(frozen=True, eq=False)  # each field is only ever itself, and so can be looked up
class Field:
    """One column: its heading in the template, how its text is read, and other headings that mean the same.

    `parser` may depend on the body's words. `names`: what free text names. `default` fills a blank from the
    row's other columns. `planned`: a day that is to come, not one on which something happened.
    `is_reference`: told apart even where a spreadsheet took its noughts away. `few_words`: free text in
    which rules look for a few words.
    """

    column: str
    heading: str
    parser: Parser | Callable[[Words], Parser]
    names: Names | None = None
    required: bool = False
    also: tuple[str, ...] = ()
    default: pl.Expr | None = None
    planned: bool = False
    is_reference: bool = False
    few_words: bool = False

    def parser_for(self, words: Words) -> Parser:
        """The parser for a body with these words."""
        return self.parser if isinstance(self.parser, Parser) else self.parser(words)

    @property
    def plain(self) -> Parser:
        """The parser for a body without words of its own, which has the dtype that all of them have."""
        return self.parser_for(Words())


@dataclass(frozen=True)
class Derived:
    """A column that the store makes of another, `of`, and shows in its stead, or `beside` it."""

    column: str
    of: str
    dtype: pl.DataType
    sql: str
    beside: bool = False


def known_from(begins: str) -> Derived:
    """From which file a record is known that does not say since when, where an earlier one is whole and does
    not have it.
    """
    return Derived("known_from", begins, pl.Date(), f"if({begins} is null, first_on, null)", beside=True)


@dataclass(frozen=True)
class Whole:
    """What a file of a kind holds all of: the records that agree with one of its rows in `columns` (each a
    column, or SQL of one), of the body where there are none; from its first day to its last in `between`.
    """

    columns: tuple[str, ...] = ()
    between: str = ""


@dataclass(frozen=True)
class Check:
    """An error seen only across cells: `holds` is boolean over parsed columns, null where it cannot tell."""

    column: str
    holds: pl.Expr
    must_be: str


@dataclass(frozen=True)
class Kind:
    """A kind of file, from which its template, its tables in the store and the lists of kinds all follow.

    `key` names the columns that tell one record from another. `organisation_by`: where a row names no
    organisation, what it may be found by, the surest first: a column of the kind, or `email` or `payee`,
    which only some sources have. `of`: what a row is, for the first line of its tables. `readers`: who may
    read its rows as they are, in the words of `store/access.py`; "" where the store has marts of its own
    for them.

    And how a record lives on from file to file. `whole`: what a file is whole for, None for nothing.
    `begins`: the column with the day from which it is, if it has one; where that is blank, it was not there
    before the first file that has it, if an earlier one is whole and does not. `ends`:
    column → SQL, what a record shows from the day `gone_on` on which it ended; where there is nothing, it is
    no longer there. `gone_may_be`: what may have become of a record `r` that a later file does not have.
    `told_by`: SQL, whether a row `n` of that file tells it by itself; `corrected_by`: whether `n` may be the
    same with another day. `by_words`: what tells records apart where references are not stable.
    `may_repeat`: rows that are alike are several records. `changes`: it is one thing today and another
    tomorrow, such as an open action; else a later file only puts right what an earlier one said of a day.
    Raises TypeError for free text that nobody has said what it names.
    """

    name: str
    of: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    checks: tuple[Check, ...] = ()
    organisation_by: tuple[str, ...] = ()
    derived: tuple[Derived, ...] = ()
    readers: str = ""
    whole: Whole | None = None
    begins: str = ""
    ends: Mapping[str, str] = made_by(default_factory=dict)
    by_words: tuple[str, ...] = ()
    may_repeat: bool = False
    changes: bool = False
    gone_may_be: tuple[str, ...] = ("mistaken", "kept")
    told_by: str = ""
    corrected_by: str = ""

    def __post_init__(self) -> None:
        unsaid = [each.column for each in self.fields if each.plain.is_free and each.names is None]
        if unsaid:
            raise TypeError(f"{self.name}: say what these columns name: {', '.join(unsaid)}")

    @property
    def identifying(self) -> tuple[str, ...]:
        """All columns that may be looked at to tell one record from another."""
        return tuple(dict.fromkeys((*self.key, *self.by_words)))

    @property
    def field(self) -> Mapping[str, Field]:
        """The fields by column."""
        return {each.column: each for each in self.fields}

    @property
    def happened_on(self) -> tuple[str, ...]:
        """The columns with a day on which something is said to have happened."""
        own = [(each.column, each.plain.dtype, each.planned) for each in self.fields]
        made = [
            (each.column, each.dtype, self.field[each.of].planned) for each in self.derived if not each.beside
        ]
        return tuple(column for column, dtype, planned in own + made if dtype == pl.Date and not planned)

    def naming(self, *what: Names) -> tuple[str, ...]:
        """The columns that name one of these."""
        return tuple(each.column for each in self.fields if each.names in what)

    @property
    def key_beside_organisation(self) -> tuple[str, ...]:
        """What else is in the key of a record of an organisation: two rows of one may be the same record
        under two of its names.
        """
        return (
            tuple(each for each in self.key if each != "organisation") if "organisation" in self.key else ()
        )

    @property
    def of_words(self) -> tuple[Field, ...]:
        """The fields of few words, of which somebody may say what another one means."""
        return tuple(each for each in self.fields if each.few_words or each.plain.options)

    @property
    def is_placed(self) -> bool:
        """Whether a row may say its organisation only by something of which it is known whose it is."""
        return bool(self.organisation_by)

    @property
    def placed_on(self) -> str:
        """The column with the day on which it is asked whose something is; "" where the last word counts."""
        return next(iter(self.happened_on), "")

    @property
    def needs_organisation(self) -> bool:
        """Whether no row may leave its organisation blank."""
        return any(each.column == "organisation" for each in self.required)

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
