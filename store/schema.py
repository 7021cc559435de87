"""The tables, views and marts: made when the store opens; a body's marts rebuilt when its uploads change."""

from duckdb import DuckDBPyConnection

from store import catalogue


def ensure(cursor: DuckDBPyConnection) -> None:
    """Make what is missing; when the SQL files have changed, make the views and all marts anew."""
    cursor.execute(catalogue.verb("schemas"))
    for name in (*catalogue.RAW, "definitions"):
        cursor.execute(catalogue.text("raw", name))
    known = cursor.execute(catalogue.verb("definitions")).fetchall()
    if known != [(catalogue.digest(),)]:
        _define(cursor)
        cursor.execute(catalogue.verb("forget_definitions"))
        cursor.execute(catalogue.verb("keep_definitions"), {"sha256": catalogue.digest()})


def _define(cursor: DuckDBPyConnection) -> None:
    cursor.execute(catalogue.verb("folded"))
    for name in catalogue.STAGING:
        _define_view(cursor, "staging", name, catalogue.staging(name))
    for name in catalogue.KEPT:
        # filled at once, because a later mart's select is only understood when this table is there
        _define_view(cursor, "fresh", name, catalogue.text("marts", name))
        cursor.execute(catalogue.verb("fill_mart", name))


def _define_view(cursor: DuckDBPyConnection, layer: str, name: str, select: str) -> None:
    cursor.execute(catalogue.text("verbs", "define_view").format(layer=layer, name=name, select=select))


def fill(cursor: DuckDBPyConnection) -> None:
    """Make every mart anew for all bodies."""
    for name in catalogue.KEPT:
        cursor.execute(catalogue.verb("fill_mart", name))


def rebuild(cursor: DuckDBPyConnection, body: str, kind: str) -> None:
    """Replace the body's rows by those its live uploads give, in every mart that rests on this kind."""
    for name in catalogue.rebuilt_after(kind):
        cursor.execute(catalogue.verb("empty_mart", name), {"body": body})
        cursor.execute(catalogue.verb("refill_mart", name), {"body": body})


def append(cursor: DuckDBPyConnection, table: str, rows: object) -> None:
    """Add rows to a raw table, column by name. `rows`: a Polars frame or an Arrow reader."""
    cursor.register("incoming", rows)
    cursor.execute(catalogue.verb("append_rows", table))
    cursor.unregister("incoming")
