"""The SQL files by name: the only text that is ever run, its gaps filled only by names listed here."""

from functools import cache
from hashlib import sha256
from pathlib import Path

SQL = Path(__file__).parent / "sql"

KINDS = (
    "organisations",
    "representatives",
    "meetings",
    "attendance",
    "actions",
    "pledges",
    "pledge_progress",
    "decisions",
    "payments",
    "groups",
    "duties",
    "publications",
    "outcomes",
)
RAW = ("ledger", *KINDS)
# In the order of making: each reads only those before it.
STAGING = ("uploads", *KINDS, "organisation_names", "data_to")
MARTS = (
    "organisations",
    "seats",
    "attendance",
    "attendance_by_organisation",
    "meetings",
    "actions",
    "pledges",
    "pledge_progress",
    "decisions",
    "payments",
    "groups",
    "duties",
    "publications",
    "outcomes",
    "uploads",
    "freshness",
)


@cache
def text(layer: str, name: str) -> str:
    """The text of one SQL file; layer is raw, staging, marts or verbs."""
    return (SQL / layer / f"{name}.sql").read_text("utf-8")


def verb(statement: str, name: str = "ledger") -> str:
    """A statement about the table `name`, which must be one of ours: ValueError if it is not."""
    if name not in RAW and name not in MARTS:
        raise ValueError(f"{name!r} is no table of the store")
    return text("verbs", statement).format(name=name)


def digest() -> str:
    """The sha256 of every SQL file that shapes the store: another digest means other views and marts."""
    layers = (("raw", RAW), ("staging", STAGING), ("marts", MARTS))
    return sha256(
        "\0".join(text(layer, name) for layer, names in layers for name in names).encode()
    ).hexdigest()
