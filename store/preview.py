"""What an upload would change."""

from collections.abc import Iterable
from dataclasses import dataclass

import duckdb
import polars as pl
from duckdb import DuckDBPyConnection

from kinds import KIND
from store import catalogue

NOT_VALUES = ("line", "row_key")


@dataclass(frozen=True)
class Preview:
    """`rows`: the incoming frame with `change` (new, changed or unchanged), and the count of each."""

    rows: pl.DataFrame
    new: int
    changed: int
    unchanged: int


def compare(cursor: DuckDBPyConnection, body: str, kind: str, rows: pl.DataFrame) -> Preview:
    """Incoming rows against the body's live ones, by row_key.

    A row is unchanged when every value is equal, nulls too, and when loading it again moves no figure
    by going before a rival. Raises ValueError when the columns are not those of the kind, or one that every
    row needs is blank.
    """
    live = _live(cursor, body, kind)
    if set(live.columns) != {*rows.columns} - {"line"}:
        raise ValueError(f"columns of {kind} are {live.columns}, not {rows.columns}")
    blank = [each.column for each in KIND[kind].required if rows[each.column].null_count()]
    if blank:
        raise ValueError(f"rows of {kind} are blank in {blank}")
    values = [name for name in live.columns if name not in NOT_VALUES]
    same = pl.all_horizontal(pl.col(name).eq_missing(pl.col(f"{name}_live")) for name in values)
    compared = (
        rows.cast({name: live.schema[name] for name in values})
        .join(live.with_columns(known=True), on="row_key", how="left", suffix="_live", maintain_order="left")
        .select("row_key", "known", same=same)
    )
    moving = _moving(cursor, body, kind, rows["row_key"]) if compared["same"].any() else []
    change = compared.select(
        change=pl.when(pl.col("known").is_null()).then(pl.lit("new"))
        .when("same", ~pl.col("row_key").is_in(moving)).then(pl.lit("unchanged"))
        .otherwise(pl.lit("changed"))
    ).to_series()  # fmt: skip
    return Preview(
        rows.with_columns(change), *(int((change == word).sum()) for word in ("new", "changed", "unchanged"))
    )


def completed(
    cursor: DuckDBPyConnection, body: str, kind: str, rows: pl.DataFrame, absent: Iterable[str]
) -> pl.DataFrame:
    """The rows with their live values in columns that the file did not have; null where a row is new."""
    kept = _live(cursor, body, kind).select("row_key", *absent)
    return rows.drop(absent).join(kept, on="row_key", how="left", maintain_order="left").select(rows.columns)


def filled(cursor: DuckDBPyConnection, body: str, kind: str, rows: pl.DataFrame) -> pl.DataFrame:
    """The rows with their live values wherever there is one: what is new fills blanks and nothing else."""
    live = _live(cursor, body, kind)
    values = [name for name in live.columns if name not in NOT_VALUES]
    both = rows.join(live, on="row_key", how="left", suffix="_live", maintain_order="left")
    kept = [pl.coalesce(f"{name}_live", name).alias(name) for name in values]
    return both.with_columns(kept).select(rows.columns)


def differences(cursor: DuckDBPyConnection, body: str, kind: str, rows: pl.DataFrame) -> pl.DataFrame:
    """What the rows would change in values on record: line, record (its key), column, on_record, in_file.

    All text but line; one row per value; a row that only comes to count again changes no value.
    """
    live = _live(cursor, body, kind)
    values = [name for name in live.columns if name not in NOT_VALUES]
    both = rows.cast({name: live.schema[name] for name in values}).join(live, on="row_key", suffix="_live")
    changed = [
        both.filter(~pl.col(name).eq_missing(pl.col(f"{name}_live"))).select(
            "line",
            record="row_key",
            column=pl.lit(name),
            on_record=pl.col(f"{name}_live").cast(pl.String),
            in_file=pl.col(name).cast(pl.String),
        )
        for name in values
    ]
    return pl.concat(changed).sort("line", maintain_order=True)


def _moving(cursor: DuckDBPyConnection, body: str, kind: str, keys: pl.Series) -> list[str]:
    """The row_key of live rows with a rival that is not among the incoming keys too."""
    rivals = cursor.sql(catalogue.verb("rivals"), params={"body": body, "kind": kind}).pl()
    moving: list[str] = rivals.filter(~pl.col("rival_key").is_in(keys.implode()))["row_key"].to_list()
    return moving


def _live(cursor: DuckDBPyConnection, body: str, kind: str) -> pl.DataFrame:
    """The body's live rows: row_key and the kind's own columns, without where they came from."""
    columns = [
        name for name in cursor.table(f"raw.{kind}").columns if name not in ("upload_id", "body", "line")
    ]
    of_body = duckdb.ColumnExpression("body") == duckdb.ConstantExpression(body)
    live: pl.DataFrame = cursor.table(f"staging.{kind}").filter(of_body).select(*columns).pl()
    return live
