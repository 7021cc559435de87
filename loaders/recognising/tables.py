"""Tables of our own headings, and tables whose headings a reader has mapped, as sources."""

from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from functools import partial

import polars as pl

from kinds import KINDS
from kinds.beside import beside
from kinds.kind import Kind
from kinds.parser import Words
from loaders.recognising.across import meeting_columns
from loaders.recognising.moments import day_part, financial_year
from loaders.recognising.source import About, Source, as_it_is


def as_source(kind: Kind) -> Source:
    """A kind's own template as a source."""
    by = [name for name in kind.organisation_by if name in {field.column for field in kind.fields}]
    return Source(
        name=kind.title,
        kind=kind.name,
        columns={field.column: (field.heading, field.column, *field.also) for field in kind.fields}
        | {each.name: each.headings for each in beside(kind.name)},
        needs=tuple(
            "|".join([each.column, *by]) if each.column == "organisation" else each.column
            for each in kind.required
        ),
        shape=as_it_is,
        is_template=True,
    )


TEMPLATES: tuple[Source, ...] = tuple(as_source(kind) for kind in KINDS)


def updating(kind: Kind) -> Kind:
    """The kind for a source that tells a few columns of what is on record: it needs the key alone."""
    fields = tuple(replace(each, required=each.column in kind.key) for each in kind.fields)
    return replace(kind, fields=fields)


def mapped(
    kind: Kind, columns: Mapping[str, str], name: str, of_every_row: Mapping[str, str] | None = None
) -> Source:
    """A table whose headings a reader has mapped: heading → column of the kind, "" where it is not used.

    `of_every_row`: column → what holds for the whole table, where no heading means it. One of attendance
    without a column for the day or for who came has a column for each meeting; a payment is of the year in
    which it was made.
    """
    used = {column: (heading,) for heading, column in columns.items() if column}
    told = dict(of_every_row or {})
    across = kind.name == "attendance" and not {"meeting_on", "attendance"} & {*used, *told}
    unused = [heading for heading, column in columns.items() if not column]
    besides = tuple(each for each in unused if not (across and meeting_columns([each])))
    shape = partial(_days_and_constants, _days(kind, used), _constants(kind, used, told))
    return Source(name, kind.name, used, tuple(used), shape, is_mapped=True, besides=besides, across=across)


def _days(kind: Kind, used: Container[str]) -> list[str]:
    own = [each.column for each in kind.fields if each.parser_for(Words()).of_days]
    aside = [each.name for each in beside(kind.name) if each.column in own]
    return [name for name in (*own, *aside) if name in used]


def _constants(kind: Kind, used: Container[str], told: Mapping[str, str]) -> dict[str, pl.Expr]:
    constants: dict[str, pl.Expr] = {name: pl.lit(text) for name, text in told.items() if name not in used}
    if kind.name == "payments" and "paid_on" in used and "financial_year" not in used:
        constants.setdefault("financial_year", financial_year(pl.col("paid_on")))
    return constants


def _days_and_constants(
    days: Sequence[str], constants: Mapping[str, pl.Expr], rows: pl.DataFrame, _: About
) -> pl.DataFrame:
    return rows.with_columns(day_part(pl.col(name)) for name in days).with_columns(**constants)
