"""What a reader may see of a mart: one body first, then what is hidden, then what was asked for."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

import polars as pl
from duckdb import (
    ColumnExpression,
    ConstantExpression,
    ConversionException,
    DuckDBPyConnection,
    DuckDBPyRelation,
)

from store import access, catalogue, small_numbers
from store.access import Reader

Equal = tuple[str, Any]
Source = Callable[[str], DuckDBPyRelation]


def read(
    cursor: DuckDBPyConnection,
    reader: Reader,
    mart: str,
    body: str | None,
    where: Mapping[str, Any],
    source: Source | None = None,
) -> pl.DataFrame:
    """The rows that `Store.read` gives; `source`: the marts of another moment than now."""
    confined = access.confinement(reader, mart)
    body = access.body_for(reader, body)
    equal = list(where.items())
    if body is not None and not (source or equal or confined or _has_hidden(reader, mart)):
        # one statement is understood in half the time of the steps below
        whole: pl.DataFrame = cursor.sql(catalogue.kept("whole", "marts", mart), params={"body": body}).pl()
        return whole
    source = source or (lambda name: cursor.table(f"marts.{name}"))
    if confined and not confined.mart:
        equal.append((confined.column, reader.organisation))
    rows = _select(_seen(cursor, source, reader, mart, body), mart, equal)
    if confined and confined.mart:
        own = read(cursor, reader, confined.mart, body, {}, source)
        own = own.select("body", pl.col(confined.key).alias(confined.column))
        rows = rows.join(own, on=["body", confined.column], how="semi", maintain_order="left")
    return rows


def _has_hidden(reader: Reader, mart: str) -> bool:
    """Whether something of a mart, if there is any, is not for this reader."""
    counts = not reader.sees_small_numbers and small_numbers.declared(mart)
    return bool(counts or access.names_of_others(reader, mart))


def _seen(
    cursor: DuckDBPyConnection, source: Source, reader: Reader, mart: str, body: str | None
) -> DuckDBPyRelation:
    """What this reader's role sees of a body, whole: filters come after, lest they tell what is hidden."""
    rows = _of_body(source, mart, body)
    if not reader.sees_small_numbers and small_numbers.declared(mart):
        frames = {name: _select(_of_body(source, name, body), name) for name in small_numbers.needed(mart)}
        rows = cursor.from_arrow(small_numbers.published(frames, mart).to_arrow())
    if columns := access.names_of_others(reader, mart):
        own = access.only_own_names(reader, _select(rows, mart), columns)
        rows = cursor.from_arrow(own.to_arrow())
    return rows


def _of_body(source: Source, mart: str, body: str | None) -> DuckDBPyRelation:
    rows = source(mart)
    return rows if body is None else _where(rows, mart, [("body", body)])


def _select(rows: DuckDBPyRelation, mart: str, equal: Iterable[Equal] = ()) -> pl.DataFrame:
    chosen = _where(rows, mart, equal)
    try:
        found: pl.DataFrame = chosen.sort(*map(ColumnExpression, rows.columns)).pl()
    except ConversionException:  # whose message has the value of a row, perhaps of somebody else's
        raise TypeError(
            f"{mart} is asked for what no row can have in {[name for name, _ in equal]}"
        ) from None
    return found


def _where(rows: DuckDBPyRelation, mart: str, equal: Iterable[Equal]) -> DuckDBPyRelation:
    for column, value in equal:
        if column not in rows.columns:
            raise KeyError(f"{mart} has no column {column}")
        known = ColumnExpression(column)
        rows = rows.filter(known.isnull() if value is None else known == ConstantExpression(value))
    return rows
