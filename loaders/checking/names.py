"""Whom a row is about, where it names a person or a payer and not the organisation."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

import polars as pl

from kinds.clean import answered, looked_up, spelled_out
from kinds.kind import Kind
from kinds.names import folded_expr as folded
from loaders.recognising.likeness import cleaned

UNPLACED = {"line": pl.Int64(), "written": pl.String(), "email": pl.String(), "rest": pl.String()}


@dataclass(frozen=True)
class Names:
    """What is known of names: folded names, e-mail addresses and mail domains to organisations.

    `people` has persons and addresses; `payees` the payers of a bank's lines; `left_out` the folded names
    of those who stand for nobody, such as guests. `organisations`: the folded names that the store knows
    itself; `cleaned` and `numbers`: a cleaned name or a charity number to the name on record.
    """

    people: Mapping[str, str] = field(default_factory=dict)
    domains: Mapping[str, str] = field(default_factory=dict)
    payees: Mapping[str, str] = field(default_factory=dict)
    left_out: frozenset[str] = frozenset()
    organisations: frozenset[str] = frozenset()
    cleaned: Mapping[str, str] = field(default_factory=dict)
    numbers: Mapping[str, str] = field(default_factory=dict)

    def on_record(self, written: str) -> str | None:
        """The name on record of an organisation that is written otherwise, None where there is no other."""
        if written.casefold().replace("’", "'") in self.organisations:
            return None
        return self.numbers.get(written.replace(" ", "")) or self.cleaned.get(cleaned(written))


class Placed(NamedTuple):
    """Rows with their organisations, and those that need one and have none: UNPLACED."""

    rows: pl.DataFrame
    unplaced: pl.DataFrame


def renamed(text: pl.DataFrame, kind: Kind, names: Names) -> tuple[pl.DataFrame, dict[str, str]]:
    """The rows with organisations under their names on record, and what was written → the name on record."""
    if "organisation" not in text.columns or kind.name == "organisations" or not names.organisations:
        return text, {}
    written = text["organisation"].drop_nulls().unique().cast(pl.String).sort()
    other = {name: known for name in written if (known := names.on_record(name))}
    return text.with_columns(answered(text, {"organisation": lambda cell: cell.replace(other)})), other


def placed(text: pl.DataFrame, kind: Kind, names: Names, has_column: bool) -> Placed:
    """Each row's organisation, where blank, by what the kind says it may be found by.

    `text`: `line` and text columns, `email` and `payee` among them or not. Rows of names that are known to
    be left out are gone from both. Where the file has a column for the organisation, a row that leaves it
    blank is no question of names: it stays among the rows.
    """
    by = [name for name in kind.organisation_by if name in text.columns]
    blank = pl.col("organisation").is_null() if by else pl.lit(False)
    extra = [name for name in text.columns if name not in ("line", *(each.column for each in kind.fields))]
    if not by or not text.select(blank.any()).item():
        return Placed(text.drop(extra), pl.DataFrame(schema=UNPLACED))
    rows = spelled_out(text.filter(blank))
    found = rows.with_columns(
        pl.coalesce("organisation", *(_found(name, names) for name in by)).alias("organisation")
    )
    is_out = pl.any_horizontal(
        folded(pl.col(name)).is_in(list(names.left_out)).fill_null(False) for name in by
    )
    kept = found.filter(~(blank & is_out)) if names.left_out else found
    needs_one = not has_column and any(each.column == "organisation" for each in kind.required)
    lacks = (
        blank & pl.any_horizontal(pl.col(name).is_not_null() for name in by) if needs_one else pl.lit(False)
    )
    email = pl.col("email") if "email" in by else pl.lit(None, dtype=pl.String)
    others = [each.column for each in kind.fields if each.column not in ("organisation", *by)]
    rest = pl.concat_str(others, separator=", ", ignore_nulls=True)
    unplaced = kept.filter(lacks).select("line", written=pl.coalesce(by[::-1]), email=email, rest=rest)
    named = kept.filter(~lacks)
    if not named.equals(rows):  # otherwise they need not be sorted in
        text = pl.concat([text.filter(~blank), named.cast(text.schema)]).sort("line")
    return Placed(text.drop(extra), unplaced)


def _found(column: str, names: Names) -> pl.Expr:
    cell = folded(pl.col(column))
    if column == "payee":
        return looked_up(cell, names.payees)
    if column == "charity_number":
        return looked_up(cell, names.numbers)
    if column == "email":
        domain = cell.str.extract(r"@([^@\s]+)$", 1)
        return pl.coalesce(looked_up(cell, names.people), looked_up(domain, names.domains))
    return looked_up(cell, names.people)
