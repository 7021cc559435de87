"""The two clocks: a body's marts as of a day, as they are known now or as they were known then."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from typing import NamedTuple
from zoneinfo import ZoneInfo

import polars as pl
from duckdb import DuckDBPyConnection

from store import catalogue

# what was done and when is the same whatever day is looked at
LISTS = ("uploads", "audit")


class Moment(NamedTuple):
    """A day, and until when something counts as known: UTC without a zone, None for all that is known now."""

    on: date
    known_until: datetime | None = None


def moment(on: date, known: str = "now") -> Moment:
    """As of the end of a day in London, as it is known `now`, or as it was known `then`."""
    if known == "now":
        return Moment(on)
    over = datetime.combine(on, time.max.replace(microsecond=0), ZoneInfo("Europe/London"))
    return Moment(on, over.astimezone(UTC).replace(tzinfo=None))


@contextmanager
def reading(
    cursor: DuckDBPyConnection, on: date | None, known_until: datetime | None = None
) -> Iterator[None]:
    """Selects of this cursor read as of a day and a knowledge, until this is left."""
    _set(cursor, on, known_until)
    try:
        yield
    finally:
        _set(cursor, None, None)


def moved(cursor: DuckDBPyConnection, body: str, moment: Moment) -> frozenset[str]:
    """The kinds whose records may have been others at a moment; none where the marts that are kept hold."""
    asked = {"body": body, "changing": catalogue.CHANGING, **moment._asdict()}
    return frozenset(kind for (kind,) in cursor.execute(catalogue.verb("moved_since"), asked).fetchall())


def marts(
    cursor: DuckDBPyConnection, body: str, moment: Moment, kinds: frozenset[str]
) -> Mapping[str, pl.DataFrame]:
    """The marts of a body that were others at a moment, from the same selects as those that are kept.

    `kinds`: as `moved` gives them.
    """
    changed = {("raw", kind) for kind in kinds} | ({("raw", "ledger")} if moment.known_until else set())
    made: frozenset[tuple[str, str]] = frozenset()
    with reading(cursor, *moment):
        for kept in catalogue.KEPT:
            if catalogue.moved_by(*kept) & (changed | made):
                cursor.execute(catalogue.at_moment(*kept, made), {"body": body})
                if not cursor.execute(catalogue.is_same(*kept), {"body": body}).fetchall()[0][0]:
                    made |= {kept}
        names = [name for layer, name in made if layer == "marts" and name in catalogue.MARTS]
        return {name: cursor.table(f"temp.marts_{name}").pl() for name in names if name not in LISTS}


def _set(cursor: DuckDBPyConnection, on: date | None, known_until: datetime | None) -> None:
    cursor.execute(catalogue.verb("set_as_of"), {"on": on})
    cursor.execute(catalogue.verb("set_known_until"), {"known_until": known_until})
