"""What an upload changes: its rows beside the records as they were on the day that it shows."""

from collections.abc import Collection, Iterator
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import polars as pl
from duckdb import DuckDBPyConnection

from kinds import KIND
from kinds.sql import PLACED
from store import catalogue, moments
from store.said import Said

CHANGES = ("new", "changed", "unchanged")


@dataclass(frozen=True)
class Preview:
    """`rows`: the incoming frame with `change` (new, changed or unchanged), and the count of each. `gone`:
    what the file no longer has though it is whole for it: row_key, the kind's columns, and file and line of
    its last; and what it has and a file of a later day does not, which was loaded before it: `gone_by` and
    `gone_from` are then the number and the name of that, and else null. `differences`: line, record, column,
    on_record and in_file, all text but line: one row per value that changes. `records`: of which record each
    row is, where there are any before it.
    """

    rows: pl.DataFrame
    new: int
    changed: int
    unchanged: int
    gone: pl.DataFrame
    differences: pl.DataFrame
    records: pl.Series

    def gone_from_whole(self, said: Said) -> pl.DataFrame:
        """What is gone from a file that is whole: a part, and one that only fills blanks, lacks nothing."""
        if said.fills:
            return self.gone.clear()
        return self.gone.filter(pl.col("gone_by").is_not_null()) if said.part else self.gone


def refuse_unfit(kind: str, rows: pl.DataFrame, lacks: Collection[str]) -> None:
    """Raises ValueError when the columns are not those of the kind, or one that every row needs is blank,
    unless the file does not have it and only updates what is on record.
    """
    wanted = {each.column for each in KIND[kind].fields} | {"line", "row_key"}
    if {*rows.columns} - {*(PLACED if KIND[kind].is_placed else ())} != wanted:
        raise ValueError(f"columns of {kind} are {sorted(wanted)}, not {rows.columns}")
    needed = [each.column for each in KIND[kind].required if each.column not in lacks]
    told = rows.filter(pl.col("placed_by").is_null()) if "placed_by" in rows.columns else rows
    blank = [name for name in needed if (told if name == "organisation" else rows)[name].null_count()]
    if blank:
        raise ValueError(f"rows of {kind} are blank in {blank}")


class Shown(NamedTuple):
    """Of what and which day an upload tells; `is_newest`: none of that kind tells of a later day."""

    body: str
    kind: str
    as_at: date
    is_newest: bool

    def reading(self, cursor: DuckDBPyConnection) -> AbstractContextManager[None]:
        """Selects of this cursor read as of that day; the live records are those of the newest."""
        return nullcontext() if self.is_newest else moments.reading(cursor, self.as_at)


def shown(cursor: DuckDBPyConnection, body: str, kind: str, as_at: date) -> Shown:
    """What an upload of a kind shows that tells of a day."""
    asked = {"body": body, "kind": kind, "as_at": as_at}
    newest = bool(cursor.execute(catalogue.verb("is_newest"), asked).fetchall()[0][0])
    return Shown(body, kind, as_at, newest)


def on_day(cursor: DuckDBPyConnection, of: Shown) -> pl.DataFrame:
    """The body's records of a kind on a day: row_key, upload_id and the kind's own columns."""
    with of.reading(cursor):
        found: pl.DataFrame = cursor.sql(
            catalogue.on_day(of.kind, of.is_newest), params={"body": of.body}
        ).pl()
    return found


def compare(
    cursor: DuckDBPyConnection, before: pl.DataFrame, rows: pl.DataFrame, of: Shown, upload_id: int
) -> Preview:
    """What an upload whose rows are live changes; `before`: the records of its day before it came.

    A row is unchanged when the record has every value that it had, nulls too, and when loading it again
    moves no figure by going before a rival.
    """
    if before.is_empty() and of.is_newest:
        return _all_new(rows, before)
    after, kind = on_day(cursor, of), of.kind
    asked = {"body": of.body, "upload_id": upload_id}
    keys = cursor.sql(catalogue.keyed(kind), params=asked).pl()
    told = rows.rename({"row_key": "loaded_key"}).join(
        keys, on=["line", "loaded_key"], how="left", maintain_order="left"
    )
    own = [each.column for each in KIND[kind].fields]
    both = after.select("row_key", *own).join(
        before.select("row_key", *own).with_columns(known=True), on="row_key", suffix="_before"
    )
    same = pl.all_horizontal(pl.lit(True), *(pl.col(n).eq_missing(pl.col(f"{n}_before")) for n in own))
    as_before = both.filter(same)["row_key"]
    moving = _moving(cursor, of, keys["row_key"]) if as_before.len() else []
    key = pl.col("row_key")
    change = told.select(
        change=pl.when(~key.is_in(before["row_key"].implode())).then(pl.lit("new"))
        .when(key.is_in(as_before.implode()), ~key.is_in(moving)).then(pl.lit("unchanged"))
        .otherwise(pl.lit("changed"))
    ).to_series()  # fmt: skip
    new, altered, same_as_before = (int((change == word).sum()) for word in CHANGES)
    gone = pl.concat([_gone(cursor, of, upload_id), *_gone_later(cursor, of, upload_id)])
    gone = gone.unique("row_key", keep="first", maintain_order=True).drop("upload_id")
    return Preview(
        rows.with_columns(change), new, altered, same_as_before, gone, _differences(both, told, own),
        told["row_key"],
    )  # fmt: skip


def _all_new(rows: pl.DataFrame, before: pl.DataFrame) -> Preview:
    """What the first upload of a kind changes."""
    nothing = _from(before.with_columns(file=pl.lit(""), line=pl.lit(0))).drop("upload_id")
    no_record = pl.Series(dtype=pl.String)
    all_new = rows.with_columns(change=pl.lit("new"))
    return Preview(all_new, rows.height, 0, 0, nothing, _no_difference(), no_record)


def _no_difference() -> pl.DataFrame:
    texts = ("record", "column", "on_record", "in_file")
    return pl.DataFrame(schema={"line": pl.Int64(), **dict.fromkeys(texts, pl.String())})


def _gone(cursor: DuckDBPyConnection, of: Shown, upload_id: int) -> pl.DataFrame:
    asked = {"body": of.body, "upload_id": upload_id, "as_at": of.as_at}
    with of.reading(cursor):
        found: pl.DataFrame = cursor.sql(catalogue.gone(of.kind, of.is_newest), params=asked).pl()
    return _from(found if KIND[of.kind].whole else found.clear())


def _from(gone: pl.DataFrame, number: int | None = None, name: str | None = None) -> pl.DataFrame:
    """The same, gone from an upload of a later day that was loaded before."""
    return gone.with_columns(gone_by=pl.lit(number, dtype=pl.Int64), gone_from=pl.lit(name, dtype=pl.String))


def _gone_later(cursor: DuckDBPyConnection, of: Shown, upload_id: int) -> Iterator[pl.DataFrame]:
    """What an upload has and one of a later day does not, though it is whole for it."""
    asked = {"body": of.body, "kind": of.kind, "as_at": of.as_at}
    later = [] if of.is_newest else cursor.execute(catalogue.verb("later_uploads"), asked).fetchall()
    for number, name, as_at in later:
        gone = _gone(cursor, shown(cursor, of.body, of.kind, as_at), number)
        yield _from(gone.filter(upload_id=upload_id), number, name)


def _differences(both: pl.DataFrame, told: pl.DataFrame, own: list[str]) -> pl.DataFrame:
    """Of the records told by the file: one row per value that is another than before."""
    lines = told.select("line", "row_key").join(both, on="row_key")
    differ = {name: ~pl.col(name).eq_missing(pl.col(f"{name}_before")) for name in own}
    # most columns are as they were: all are asked at once
    moved = lines.select(differ[name].any().alias(name) for name in own).row(0, named=True)
    changed = [
        lines.filter(differ[name]).select(
            "line",
            record="row_key",
            column=pl.lit(name),
            on_record=pl.col(f"{name}_before").cast(pl.String),
            in_file=pl.col(name).cast(pl.String),
        )
        for name in own
        if moved[name]
    ]
    return pl.concat([_no_difference(), *changed]).sort("line", maintain_order=True)


def _moving(cursor: DuckDBPyConnection, of: Shown, keys: pl.Series) -> list[str]:
    """The row_key of live rows with a rival that is not among the incoming keys too."""
    rivals = cursor.sql(catalogue.verb("rivals"), params={"body": of.body, "kind": of.kind}).pl()
    moving: list[str] = rivals.filter(~pl.col("rival_key").is_in(keys.implode()))["row_key"].to_list()
    return moving
