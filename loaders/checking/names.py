"""What is known of names: which organisation is meant by them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from kinds.clean import looked_up
from kinds.names import cleaned, folded, folded_expr

AS_SAID = "as said: "  # before the name of a column of words as they stand in the file
UNPLACED = {"line": pl.Int64(), "written": pl.String(), "email": pl.String(), "rest": pl.String()}


@dataclass(frozen=True)
class Names:
    """What is known of names: folded names, e-mail addresses and mail domains to organisations.

    `people` has persons and addresses; `payees` the payers of a bank's lines; `left_out` the folded names
    of those who stand for nobody, such as guests. `organisations`: the folded names that the store knows
    itself; `cleaned` and `numbers`: a cleaned name or a folded charity number to the name on
    record. `in_own_name`: whether people without an organisation are members themselves.
    """

    people: Mapping[str, str] = field(default_factory=dict)
    domains: Mapping[str, str] = field(default_factory=dict)
    payees: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    cleaned: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)
    in_own_name: bool = False

    def on_record(self, written: str) -> str | None:
        """The name on record of an organisation that is written otherwise, None where there is no other."""
        if folded(written) in self.organisations:
            return None
        return self.numbers.get(folded(written).replace(" ", "")) or self.cleaned.get(cleaned(written))

    def organisation(self, column: str) -> pl.Expr:
        """The organisation that a row is found by in one of the columns of its kind's `organisation_by`."""
        return pl.coalesce(*(looked_up(cell, table) for _, cell, table in self._ways(column)))

    def placed_by(self, columns: Sequence[str]) -> pl.Expr:
        """All that `organisation` may find a row by, the surest first, each in a line of its own: person,
        payee, e-mail domain, charity number or own name, | and which one. The same whatever is known.
        """
        ways = [way for column in columns for way in self._ways(column)]
        if self.in_own_name and "person" in columns:
            ways.append(("own name", folded_expr(pl.col("person")), self.people))
        found = pl.concat_str(
            (pl.format("{}|{}", pl.lit(of), cell) for of, cell, _ in ways), separator="\n", ignore_nulls=True
        )
        return pl.when(found != "").then(found)

    def _ways(self, column: str) -> list[tuple[str, pl.Expr, Mapping[str, str]]]:
        """By what a column tells the organisation, the surest first: what it is, the text, and the table."""
        cell = folded_expr(pl.col(column))
        if column == "payee":
            return [("payee", cell, self.payees)]
        if column == "charity_number":
            return [("charity number", cell, self.numbers)]
        if column == "email":
            domain = cell.str.extract(r"@([^@\s]+)$", 1)
            return [("person", cell, self.people), ("e-mail domain", domain, self.domains)]
        return [("person", cell, self.people)]

    def stands_for_nobody(self, column: str) -> pl.Expr:
        """Whether what a column says is known to stand for nobody."""
        return folded_expr(pl.col(column)).is_in(list(self.left_out)).fill_null(False)


def placed(rows: pl.DataFrame, by: Sequence[str], names: Names) -> pl.DataFrame:
    """The rows with the organisations that they are found by in these columns, where they name none, and
    `placed_by`: by what that is or may be.
    """
    found = pl.coalesce("organisation", *(names.organisation(name) for name in by))
    by_whom = pl.when(pl.col("organisation").is_null()).then(names.placed_by(by))
    before = ["placed_by"] if "placed_by" in rows.columns else []
    return rows.with_columns(found.alias("organisation"), placed_by=pl.coalesce(by_whom, *before))


def no_names() -> pl.DataFrame:
    """No rows to place: UNPLACED."""
    return pl.DataFrame(schema=UNPLACED)
