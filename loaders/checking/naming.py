"""Whom a row is about, where it names a person or a payer and not the organisation."""

from collections.abc import Sequence
from dataclasses import replace

import polars as pl

from kinds.clean import answered, spelled_out
from kinds.kind import Kind
from loaders.checking.file import File
from loaders.checking.names import AS_SAID, Names, no_names, placed
from loaders.checking.parted import parted


def named(file: File, names: Names) -> File:
    """The same with organisations under their names on record, found by what else a row says where it names
    none: `renamed` and `unplaced`.
    """
    text, other = _renamed(parted(file.text, file.kind, names), file.kind, names)
    text, unplaced = _placed(text, file.kind, names, "organisation" in file.sheet.match.positions)
    unplaced = no_names() if file.source.updates else unplaced
    return replace(file, text=text, renamed=other, unplaced=unplaced)


def _renamed(text: pl.DataFrame, kind: Kind, names: Names) -> tuple[pl.DataFrame, dict[str, str]]:
    """The rows with organisations under their names on record, beside them those that are written otherwise;
    and what was written → the name on record.
    """
    if "organisation" not in text.columns or kind.name == "organisations" or not names.organisations:
        return text, {}
    written = text["organisation"].drop_nulls().unique().cast(pl.String).sort()
    other = {name: known for name in written if (known := names.on_record(name))}
    if not other:
        return text, other
    aside = f"{AS_SAID}organisation"
    before = [aside] if aside in text.columns else []
    is_other = pl.col("organisation").cast(pl.String).is_in(list(other))
    said = pl.coalesce(*before, pl.when(is_other).then(pl.col("organisation").cast(pl.String)))
    named = answered(text, {"organisation": lambda cell: cell.replace(other)})
    return text.with_columns(*named, said.alias(aside)), other


def _placed(
    text: pl.DataFrame, kind: Kind, names: Names, has_column: bool
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows with their organisations, where blank, by what the kind says they may be found by, and those
    that need one and have none.

    `text`: `line` and text columns, `email` and `payee` among them or not. Rows of names that are known to
    be left out are gone from both. Where the file has a column for the organisation, a row that leaves it
    blank is no question of names: it stays among the rows.
    """
    # whoever sits for no organisation leaves it blank
    is_said = has_column and kind.name == "representatives"
    by = [] if is_said else [name for name in kind.organisation_by if name in text.columns]
    blank = pl.col("organisation").is_null() if by else pl.lit(False)
    own = ("line", "placed_by", *(each.column for each in kind.fields))
    extra = [name for name in text.columns if name not in own and not name.startswith(AS_SAID)]
    if not by or not text.select(blank.any()).item():
        return text.drop(extra), no_names()
    rows = spelled_out(text.filter(blank))
    found = _found(rows, by, names)
    asked = _must_be_placed(by) if kind.needs_organisation and not has_column else pl.lit(False)
    known = found.filter(~asked)
    if "placed_by" not in text.columns:
        text = text.with_columns(placed_by=pl.lit(None, pl.String))
    text = pl.concat([text.filter(~blank), known.select(text.columns).cast(text.schema)]).sort("line")
    return text.drop(extra), _to_be_placed(found.filter(asked), kind, by)


def _found(rows: pl.DataFrame, by: Sequence[str], names: Names) -> pl.DataFrame:
    """The rows with the organisations that are found, without those that stand for nobody."""
    rows = placed(rows, by, names)
    if not names.left_out:
        return rows
    is_out = pl.any_horizontal(names.stands_for_nobody(name) for name in by)
    return rows.filter(~(pl.col("organisation").is_null() & is_out))


def _must_be_placed(by: Sequence[str]) -> pl.Expr:
    told = pl.any_horizontal(pl.col(name).is_not_null() for name in by)
    return pl.col("organisation").is_null() & told


def _to_be_placed(rows: pl.DataFrame, kind: Kind, by: Sequence[str]) -> pl.DataFrame:
    email = pl.col("email") if "email" in by else pl.lit(None, dtype=pl.String)
    others = [each.column for each in kind.fields if each.column not in ("organisation", *by)]
    rest = pl.concat_str(others, separator=", ", ignore_nulls=True)
    return rows.select("line", written=pl.coalesce(by[::-1]), email=email, rest=rest)
