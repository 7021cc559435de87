"""The SQL files by name: the only text that is ever run, its gaps filled only by names listed here."""

import re
from functools import cache
from hashlib import sha256
from pathlib import Path

SQL = Path(__file__).parent / "sql"

# kinds of file that have a mart of their own name, made mostly of them
RECORDS = (
    "actions",
    "pledges",
    "pledge_progress",
    "decisions",
    "payments",
    "groups",
    "duties",
    "publications",
    "outcomes",
    "aliases",
)
KINDS = ("organisations", "representatives", "meetings", "attendance", *RECORDS, "responses")
RAW = ("ledger", "audit", *KINDS)
LISTS_OF_UPLOADS = ("uploads", "freshness", "audit")
# In the order of making: each reads only those before it.
STAGING = ("uploads", "audit", *KINDS, "group_mentions", "data_to")
# Kept as marts are, for them to read: nobody else may.
WORKINGS = ("organisation_names", "group_names", "holdings", "endings")
MARTS = (
    "organisations",
    "seats",
    "attendance",
    "attendance_by_organisation",
    "attendance_by_seat",
    "meetings",
    *RECORDS,
    "responses_in_full",
    "responses",
    "known_names",
    "people",
    "access",
    *LISTS_OF_UPLOADS,
)
KEPT = (*WORKINGS, *MARTS)
READ = re.compile(r"\b(raw|staging|marts)\.(\w+)\b(?!\()")


@cache
def text(layer: str, name: str) -> str:
    """The text of one SQL file; layer is raw, staging, marts or verbs."""
    return (SQL / layer / f"{name}.sql").read_text("utf-8")


def verb(statement: str, name: str = "ledger") -> str:
    """A statement about the table `name`, which must be one of ours: ValueError if it is not."""
    if name not in RAW and name not in KEPT:
        raise ValueError(f"{name!r} is no table of the store")
    return text("verbs", statement).format(name=name)


def staging(name: str) -> str:
    """The select of a staging view: its own file where it adds something, otherwise the newest rows."""
    if (SQL / "staging" / f"{name}.sql").exists():
        return text("staging", name)
    return verb("newest", name)


@cache
def rebuilt_after(kind: str) -> tuple[str, ...]:
    """The kept tables that an upload of this kind may move, in the order of making."""
    return tuple(name for name in KEPT if name in LISTS_OF_UPLOADS or kind in _sources("marts", name))


@cache
def _sources(layer: str, name: str) -> frozenset[str]:
    """The raw tables that a view or mart rests on, as its text tells."""
    if layer == "raw":
        return frozenset({name})
    select = staging(name) if layer == "staging" else text(layer, name)
    return frozenset().union(*(_sources(*read) for read in READ.findall(select)))


def digest() -> str:
    """The sha256 of every SQL file that shapes the store: another digest means other views and marts."""
    texts = [text("raw", name) for name in RAW]
    texts += [text("verbs", "folded"), *map(staging, STAGING), *(text("marts", name) for name in KEPT)]
    return sha256("\0".join(texts).encode()).hexdigest()
