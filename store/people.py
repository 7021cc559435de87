"""Who may see what by their seats, and the audit of what people did; the audit holds no values of rows."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from duckdb import DuckDBPyConnection

from store import catalogue, schema
from store.access import Reader


@dataclass(frozen=True)
class Note:
    """One row of raw.audit. `done_at`: UTC, without a zone; `what`: sign-in, sign-out, export or refusal."""

    done_at: datetime
    done_by: str
    body: str
    what: str
    about: str


def readers(cursor: DuckDBPyConnection, email: str, on: date) -> tuple[Reader, ...]:
    """What a person may read on a day: one Reader per body and organisation they speak for there."""
    found = cursor.execute(catalogue.verb("readers"), {"email": email, "on": on}).fetchall()
    return tuple(Reader(email, frozenset(roles), body, organisation) for body, roles, organisation in found)


def append(cursor: DuckDBPyConnection, note: Note) -> None:
    """Keep the note and show it in the mart."""
    cursor.execute(catalogue.verb("append_note"), asdict(note))
    schema.refill(cursor, note.body, [("marts", "audit")])


def last_noted(
    cursor: DuckDBPyConnection, who: str, what: str, body: str | None = None, about: str | None = None
) -> datetime | None:
    """When this was last noted of a person, of any body and about anything unless given; None if never."""
    asked = {"done_by": who, "what": what, "body": body, "about": about}
    last: datetime | None = cursor.execute(catalogue.verb("noted"), asked).fetchall()[0][0]
    return last
