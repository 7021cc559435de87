"""The tables, views and marts: made when the store opens; a body's marts rebuilt when its uploads change."""

from collections.abc import Collection, Iterable, Mapping
from functools import cache

import duckdb
from duckdb import DuckDBPyConnection

from store import catalogue, engine
from store.errors import StoreNewer

# Raised by one where an older release could no longer read what this one writes.
VERSION = 4
# By which the rows of other kinds are read.
READ_BY = tuple(("staging", name) for name in catalogue.READ_BY)
OLDEST = 1  # of stores that do not say: 26.4 and before


def is_ours(cursor: DuckDBPyConnection) -> bool:
    """Whether the store was made or brought up by a release that shapes it as this one does: then it is as
    `ensure` would leave it, and to look at every table takes longer than all else of opening. A transaction
    does not outlive the answer no.
    """
    try:
        return cursor.execute(catalogue.verb("definitions")).fetchall() == [(VERSION, catalogue.digest())]
    except (duckdb.CatalogException, duckdb.BinderException):  # a new store, or one that has no versions yet
        return False


def ensure(cursor: DuckDBPyConnection) -> None:
    """Make what is missing of a store that is not ours yet, and the views and all marts anew.

    Raises StoreNewer, and then nothing was changed.
    """
    _make_raw(cursor)
    there = _raw_columns(cursor)
    _refuse_newer(cursor, there)
    for kind in (*catalogue.RECORDS, "ledger"):
        _add_missing_columns(cursor, kind, there[kind])
    _define(cursor)
    cursor.execute(catalogue.verb("forget_definitions"))
    cursor.execute(catalogue.verb("keep_definitions"), {"version": VERSION, "sha256": catalogue.digest()})


def _make_raw(cursor: DuckDBPyConnection) -> None:
    cursor.execute(catalogue.text("verbs", "schemas"))
    for name in (*catalogue.RAW, "definitions"):
        cursor.execute(catalogue.raw(name))


def _refuse_newer(cursor: DuckDBPyConnection, there: Mapping[str, list[str]]) -> None:
    """A store may be of another release: of one that knows more tables or columns, a copy would lose them."""
    if "version" not in there["definitions"]:
        cursor.execute(catalogue.verb("add_version"))
    found = cursor.execute(catalogue.verb("definitions")).fetchall()
    version = max((version or OLDEST for version, _ in found), default=VERSION)
    unknown = [name for name in there if name not in (*catalogue.RAW, "definitions")]
    unknown += [
        f"{kind}.{name}"
        for kind in catalogue.RECORDS
        for name in there[kind]
        if name not in catalogue.columns(kind)
    ]
    if version > VERSION or unknown:
        why = f"it has {', '.join(unknown)}" if unknown else f"its schema is {version}"
        raise StoreNewer(
            f"This store was made by a newer release of Quorate: {why}, which this one does not know. "
            "Nothing was changed. Install the newer release, or open another store."
        )


def _raw_columns(cursor: DuckDBPyConnection) -> Mapping[str, list[str]]:
    """The columns that lie there, by raw table."""
    tables = cursor.execute(catalogue.verb("raw_tables")).fetchall()
    return {name: cursor.table(f"raw.{name}").columns for (name,) in tables}


def _add_missing_columns(cursor: DuckDBPyConnection, kind: str, there: list[str]) -> None:
    """What a release has added since the store was made is null in the rows that lie there."""
    for column, dtype in catalogue.columns(kind).items():
        if column not in there:
            cursor.execute(catalogue.add_column(kind, column, dtype))


def _define(cursor: DuckDBPyConnection) -> None:
    _forget_derived(cursor)
    if cursor.execute(catalogue.verb("is_empty")).fetchall()[0][0]:
        for kept, columns in _shape().items():
            cursor.execute(catalogue.empty_table(*kept, columns))
    else:
        fill(cursor)


def _forget_derived(cursor: DuckDBPyConnection) -> None:
    cursor.execute(catalogue.text("verbs", "forget_derived"))
    cursor.execute(catalogue.folded())


@cache
def _shape() -> Mapping[tuple[str, str], tuple[tuple[str, str], ...]]:
    """The columns of each kept table with their types, as its select has them: to understand all selects
    takes ten times as long as to make the tables.
    """
    with engine.transaction(engine.connect(None)) as cursor:
        _make_raw(cursor)
        _forget_derived(cursor)
        for kept in catalogue.KEPT:
            # in their order, because a later select is only understood when this table is there
            cursor.execute(catalogue.kept("define", *kept))
        tables = {(layer, name): cursor.table(f"{layer}.{name}") for layer, name in catalogue.KEPT}
        return {
            kept: tuple(zip(table.columns, map(str, table.types), strict=True))
            for kept, table in tables.items()
        }


def fill(cursor: DuckDBPyConnection) -> None:
    """Make every kept table anew for all bodies."""
    for kept in catalogue.KEPT:
        cursor.execute(catalogue.kept("fill", *kept))


def restage(cursor: DuckDBPyConnection, body: str, kind: str) -> set[str]:
    """Replace the body's live rows of a kind by those its uploads give; what is made of them waits.

    Returns the kinds whose rows were replaced: another name of somebody changes which rows are one
    record, another meaning of a word what they say.
    """
    kinds, changed = {kind}, {("raw", kind)}
    refill(cursor, body, (("staging", "uploads"),))
    for table in READ_BY:
        if catalogue.reads(*table) & changed:
            before = _digest(cursor, body, table)
            refill(cursor, body, (table,))
            if before != _digest(cursor, body, table):
                changed.add(table)
                kinds |= {each for each in catalogue.RECORDS if table in catalogue.reads("staging", each)}
    # of what was never loaded there is nothing to replace
    kinds &= {each for (each,) in cursor.execute(catalogue.verb("loaded_kinds"), {"body": body}).fetchall()}
    refill(cursor, body, (("staging", each) for each in kinds))
    return kinds


def rebuild(cursor: DuckDBPyConnection, body: str, kinds: Collection[str]) -> None:
    """Replace the body's rows in all that is made of these kinds, whose live rows are in place.

    What comes out as it was is no reason to make anew what is made of it.
    """
    in_place = {*READ_BY, *(("staging", name) for name in ("uploads", *catalogue.RECORDS))}
    changed = {("raw", "ledger"), ("staging", "uploads"), *(("staging", kind) for kind in kinds)}
    for kept in catalogue.KEPT:
        if kept not in in_place and catalogue.made_of(*kept) & changed:
            before = _digest(cursor, body, kept)
            refill(cursor, body, (kept,))
            if before is None or before != _digest(cursor, body, kept):
                changed.add(kept)


def _digest(cursor: DuckDBPyConnection, body: str, kept: tuple[str, str]) -> object:
    """What tells whether a body's rows in a table have changed; None where nothing is made of them."""
    if kept not in catalogue.read_by_others():
        return None
    return cursor.execute(catalogue.kept("digest", *kept), {"body": body}).fetchall()


def refill(cursor: DuckDBPyConnection, body: str, tables: Iterable[tuple[str, str]]) -> None:
    """Replace the body's rows in kept tables, named by layer, by those their selects give now."""
    for kept in tables:
        cursor.execute(catalogue.kept("empty", *kept), {"body": body})
        cursor.execute(catalogue.kept("refill", *kept), {"body": body})


def append(cursor: DuckDBPyConnection, table: str, rows: object) -> None:
    """Add rows to a raw table, column by name. `rows`: a Polars frame or an Arrow reader."""
    cursor.register("incoming", rows)
    cursor.execute(catalogue.verb("append_rows", table))
    cursor.unregister("incoming")
