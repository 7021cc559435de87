"""Text tables a chair could read, made into the frames that the loaders hand to the store."""

from datetime import datetime
from hashlib import sha256

import polars as pl

from kinds import KIND
from kinds.kind import Field
from kinds.names import folded_expr
from store import Preview, Reader, Store, Upload, UploadNote

SECRETARIAT = Reader("secretariat@example.org", frozenset({"secretariat"}))
COLLEAGUE = Reader("colleague@example.org", frozenset({"secretariat"}))
LOADED_AT = datetime(2026, 11, 20, 10, 15)


def columns(kind: str) -> list[str]:
    """Every column of the kind, as the contract between loaders and store names them."""
    return [each.column for each in KIND[kind].fields]


def table(kind: str, text: str) -> pl.DataFrame:
    """The rows of a text table with | between cells and the columns' names on top; an empty cell is null."""
    head, *body = [[cell.strip() for cell in line.split("|")] for line in text.strip().splitlines()]
    rows = pl.DataFrame(body, schema=dict.fromkeys(head, pl.String), orient="row")
    rows = rows.with_columns(pl.col(pl.String).replace("", None))
    given = [_typed(each) if each.column in head else _empty(each) for each in KIND[kind].fields]
    lines = pl.int_range(2, len(rows) + 2).alias("line")
    return rows.select(lines, *given).with_columns(row_key=_key_of(kind))


def note(file_name: str, at: datetime = LOADED_AT, **fields: object) -> UploadNote:
    """The note of an upload whose contents are as unique as its name."""
    known = {"count_refused": 0, "mapping": {}}
    return UploadNote(file_name, sha256(file_name.encode()).hexdigest(), at=at, **(known | fields))


def _key_of(kind: str) -> pl.Expr:
    parts = (folded_expr(pl.col(name).cast(pl.String)).fill_null("") for name in KIND[kind].key)
    return pl.concat_str(*parts, separator="|")


def _typed(field: Field) -> pl.Expr:
    text, dtype = pl.col(field.column), field.plain.dtype
    if dtype == pl.Date:
        return text.str.to_date()
    return text == "yes" if dtype == pl.Boolean else text.cast(dtype)


def _empty(field: Field) -> pl.Expr:
    return pl.lit(None, dtype=field.plain.dtype).alias(field.column)


def previewed(store: Store, kind: str, rows: pl.DataFrame, name: str = "previewed.csv") -> Preview:
    """What adding these rows to the north would change."""
    return store.tried(SECRETARIAT, Upload("north", kind, rows, note(name)))[0]
