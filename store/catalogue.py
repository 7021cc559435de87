"""What the store is made of, by name: SQL files, and what follows from the kinds of record.

The only text that is ever run; its gaps are filled only by names listed here.
"""

import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path

from duckdb import Statement

from kinds import KIND, KINDS, versions
from kinds import gone as gone_from
from kinds import sql as made
from kinds.fields import same_sql
from kinds.meanings import may_be_unexplained
from kinds.names import cleaned_sql, domain_sql, folded_sql, somebody_sql
from store.ready import ready

SQL = Path(__file__).parent / "sql"

RECORDS = tuple(kind.name for kind in KINDS)
# Whose records are one thing today and another tomorrow.
CHANGING = [kind.name for kind in KINDS if kind.changes]
# The schemas; fresh is in stores of older releases.
LAYERS = ("raw", "staging", "marts", "fresh")
OWN = ("ledger", "audit")
RAW = (*OWN, *RECORDS)
ADDED = {"ledger": {"said": "text"}}
LISTS_OF_UPLOADS = ("uploads", "coverage", "freshness", "audit")
# a table for each kind, since one for all would be made anew after every upload
UNEXPLAINED = {
    f"unexplained_{kind.name}": made.unexplained(kind) for kind in KINDS if may_be_unexplained(kind)
}
MENTIONS = {
    "organisation_mentions": made.organisation_mentions(KINDS),
    "group_mentions": made.mentions(KINDS, "group"),
    "person_mentions": made.mentions(KINDS, "person"),
    "data_to": made.data_to(KINDS),
    **UNEXPLAINED,
    "organisation_versions": versions.all_versions(KIND["organisations"]),
}
# By which the rows of kinds are read.
READ_BY = ("identities", "meanings", "spellings", "placements")
# In the order of making: each reads only those before it.
STAGING = ("uploads", *READ_BY, *RECORDS, "lists", *MENTIONS)
# Kept as marts are, for them to read: nobody else may.
WORKINGS = ("organisation_names", "group_names", "person_names", "holdings", "endings", "tenures")
MARTS = (
    "organisation_history",
    "seats",
    "attendance",
    "attendance_by_organisation",
    "attendance_by_seat",
    "meetings",
    "pledge_progress",
    "outcomes",
    "responses_in_full",
    "responses",
    *(kind.name for kind in KINDS if kind.readers),
    "known_names",
    "people",
    "access",
    "unexplained",
    *LISTS_OF_UPLOADS,
)
# Every table that is kept as last rebuilt, by layer and name.
KEPT = tuple(
    (layer, name) for layer, names in (("staging", STAGING), ("marts", (*WORKINGS, *MARTS))) for name in names
)
READ = re.compile(r"\b(raw|staging|marts)\.(\w+)\b(?!\()")


@cache
def text(layer: str, name: str) -> str:
    """A statement or select: a SQL file, or what follows from a kind. Layer: raw, staging, marts or verbs."""
    if layer == "raw" and name in KIND:
        return made.raw(KIND[name])
    if layer == "staging" and name in KIND:
        return versions.newest(KIND[name])
    if layer == "staging" and name in MENTIONS:
        return MENTIONS[name]
    if layer == "marts" and name == "unexplained":
        return made.all_unexplained(UNEXPLAINED)
    if layer == "marts" and name in KIND and KIND[name].readers:
        return made.mart(KIND[name])
    return (SQL / layer / f"{name}.sql").read_text("utf-8")


def verb(statement: str, name: str = "ledger") -> Statement:
    """A statement about the table `name`, which must be one of ours: ValueError if it is not."""
    if name not in RAW:
        raise ValueError(f"{name!r} is no table of the store")
    return ready(text("verbs", statement).format(name=name))


def raw(name: str) -> Statement:
    """The statement that makes a raw table."""
    return ready(text("raw", name))


def kept(statement: str, layer: str, name: str) -> Statement:
    """A statement about a kept table and the select it is filled from: ValueError if it is none of ours."""
    refuse_unkept(layer, name)
    return ready(text("verbs", statement).format(kept=f"{layer}.{name}", select=text(layer, name)))


def empty_table(layer: str, name: str, columns: tuple[tuple[str, str], ...]) -> Statement:
    """The statement that makes a kept table without a row; `columns`: each with its type."""
    refuse_unkept(layer, name)
    own = ", ".join(f'"{column}" {dtype}' for column, dtype in columns)
    return ready(text("verbs", "empty_table").format(kept=f"{layer}.{name}", columns=own))


def refuse_unkept(layer: str, name: str) -> None:
    """Raises ValueError for what is none of ours."""
    if (layer, name) not in KEPT:
        raise ValueError(f"{layer}.{name} is no table that is kept")


def keyed(kind: str) -> Statement:
    """The statement that tells which record each line of an upload is of."""
    return ready(gone_from.keyed(KIND[kind]))


def gone(kind: str, is_newest: bool) -> Statement:
    """The statement for the records that an upload no longer has; `is_newest`: no file shows a later day."""
    return ready(gone_from.gone(KIND[kind], _of_day(kind, is_newest)))


def on_day(kind: str, is_newest: bool) -> Statement:
    """The statement for a body's records of a kind on the day that this cursor reads."""
    columns = ", ".join(each.column for each in KIND[kind].fields)
    return ready(text("verbs", "on_day").format(columns=columns, day=_of_day(kind, is_newest)))


def _of_day(kind: str, is_newest: bool) -> str:
    return f"staging.{kind}" if is_newest else f"(\n{text('staging', kind)}\n)"


def at_moment(layer: str, name: str, made: frozenset[tuple[str, str]]) -> Statement:
    """The statement that makes a kept table of one body as it was at a moment, for one cursor alone; `made`:
    those that were made so before.
    """
    select = READ.sub(
        lambda found: f"temp.{found[1]}_{found[2]}" if found.groups() in made else found[0], text(layer, name)
    )
    return ready(text("verbs", "at_moment").format(layer=layer, name=name, select=select))


def is_same(layer: str, name: str) -> Statement:
    """The statement that tells whether a table made for one cursor is as the one that is kept."""
    refuse_unkept(layer, name)
    return ready(text("verbs", "same").format(kept=f"{layer}.{name}", made=f"temp.{layer}_{name}"))


def add_column(kind: str, column: str, dtype: str) -> Statement:
    """The statement that gives a kind's raw table a column of its declaration: KeyError if it has no such."""
    if columns(kind)[column] != dtype:
        raise KeyError(f"{kind}.{column} is no {dtype}")
    return ready(text("verbs", "add_column").format(name=kind, column=column, dtype=dtype))


@cache
def columns(name: str) -> Mapping[str, str]:
    """The columns of a kind's raw table with their types; those that the ledger was given later."""
    return made.columns(KIND[name]) if name in KIND else ADDED[name]


def folded() -> str:
    """The macros by which names are compared; several statements, which only text may hold."""
    return text("verbs", "folded").format(
        folded=folded_sql("name"),
        same=same_sql("word"),
        somebody=somebody_sql("name"),
        cleaned=cleaned_sql("name"),
        domain=domain_sql("address"),
    )


@cache
def reads(layer: str, name: str) -> frozenset[tuple[str, str]]:
    """The tables that the select of a kept table names, by layer and name."""
    return frozenset(READ.findall(text(layer, name)))


@cache
def moved_by(layer: str, name: str) -> frozenset[tuple[str, str]]:
    """The tables whose change moves a kept table: of a select that looks at the raw rows of kinds, these, not
    the uploads of all others.
    """
    read = reads(layer, name)
    return read - {("staging", "uploads")} if _raw_kinds(read) else read


@cache
def made_of(layer: str, name: str) -> frozenset[tuple[str, str]]:
    """The kept tables whose change moves this one."""
    return moved_by(layer, name) | {("staging", kind) for kind in _raw_kinds(reads(layer, name))}


def _raw_kinds(read: frozenset[tuple[str, str]]) -> frozenset[str]:
    return frozenset(kind for lies, kind in read if lies == "raw" and kind in RECORDS)


@cache
def read_by_others() -> frozenset[tuple[str, str]]:
    """The kept tables that others are made of."""
    return frozenset().union(*(reads(*kept) for kept in KEPT))


@cache
def rebuilt_after(kind: str) -> tuple[tuple[str, str], ...]:
    """The kept tables that an upload of this kind may move, in the order of making."""
    return tuple(
        (layer, name) for layer, name in KEPT if name in LISTS_OF_UPLOADS or kind in _sources(layer, name)
    )


@cache
def _sources(layer: str, name: str) -> frozenset[str]:
    """The raw tables that a view or mart rests on, as its text tells."""
    if layer == "raw":
        return frozenset({name})
    return frozenset().union(*(_sources(*read) for read in reads(layer, name)))


@cache
def digest() -> str:
    """The sha256 of all that shapes the store: another digest means other views and marts."""
    texts = [text("raw", name) for name in RAW]
    texts += [folded(), *(text(layer, name) for layer, name in KEPT)]
    return sha256("\0".join(texts).encode()).hexdigest()
