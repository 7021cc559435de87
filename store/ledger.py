"""The ledger: one entry per upload and per undo, never changed, each carrying the hash of the one before."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, date, datetime
from hashlib import sha256
from typing import NamedTuple
from zoneinfo import ZoneInfo

import polars as pl
from duckdb import DuckDBPyConnection

from store import catalogue
from store.errors import AlreadyLoaded, NothingToUndo
from store.preview import Preview
from store.said import NOTHING_GONE, Answers, Said


@dataclass(frozen=True)
class UploadNote:
    """What is known of a file besides its rows. `at`: UTC, without a zone; `mapping`: heading to column."""

    file_name: str
    sha256: str
    at: datetime
    count_refused: int
    mapping: Mapping[str, str]
    said: Said = field(default_factory=Said)


class Upload(NamedTuple):
    """A checked file for the store: `rows` is the loader's frame of that kind; `gone`: what became of records
    that it no longer has, or, where it has no row, that it withdraws.
    """

    body: str
    kind: str
    rows: pl.DataFrame
    note: UploadNote
    gone: Answers = NOTHING_GONE


@dataclass(frozen=True)
class Receipt:
    """What the ledger says was done, as read back after it was kept."""

    upload_id: int
    body: str
    kind: str
    file_name: str
    count_rows: int
    new: int
    changed: int
    unchanged: int
    count_refused: int


@dataclass(frozen=True)
class Entry:
    """One row of raw.ledger; `what` is upload, undo or erased.

    An undo repeats the fields of the upload it voids. An erasure has its reason as the file's name, and as
    its mapping the pseudonyms and, by number, the new digests of uploads and entries whose text it changed.
    """

    entry_id: int
    what: str
    upload_id: int
    body: str
    kind: str
    file_name: str
    sha256: str
    done_by: str
    done_at: datetime
    count_rows: int
    count_refused: int
    count_new: int
    count_changed: int
    count_unchanged: int
    mapping: str
    rows_sha256: str
    previous_hash: str
    hash: str = ""
    said: str = ""

    def sealed(self) -> "Entry":
        """The entry with the hash that its other fields, the previous hash among them, come to."""
        fields = asdict(self) | {"done_at": self.done_at.isoformat()}
        del fields["hash"]
        if not self.said:  # as in entries of a release that did not know it
            del fields["said"]
        return replace(self, hash=sha256(json.dumps(fields, sort_keys=True).encode()).hexdigest())

    def receipt(self) -> Receipt:
        return Receipt(
            self.upload_id, self.body, self.kind, self.file_name, self.count_rows,
            self.count_new, self.count_changed, self.count_unchanged, self.count_refused,
        )  # fmt: skip


class Latest(NamedTuple):
    """The newest entry's number, the highest number of an upload, and the newest entry's hash."""

    entry_id: int
    upload_id: int
    hash: str


def entries(cursor: DuckDBPyConnection, query: str = "entries", **values: object) -> list[Entry]:
    """The entries that one of the ledger's queries finds."""
    return [Entry(**row) for row in cursor.sql(catalogue.verb(query), params=values).pl().to_dicts()]


def latest(cursor: DuckDBPyConnection) -> Latest:
    """Where the ledger stands; 0, 0 and "" when it is empty."""
    return Latest(*cursor.execute(catalogue.verb("latest")).fetchall()[0])


def head_of(cursor: DuckDBPyConnection, body: str) -> str:
    """The hash of the newest entry of a body; "" when it has none."""
    return str(cursor.execute(catalogue.verb("head_of"), {"body": body}).fetchall()[0][0])


def record_upload(
    cursor: DuckDBPyConnection, by: str, upload: Upload, last: Latest, preview: Preview | None
) -> Entry:
    """Append the entry of the next upload, whose rows are already in its raw table; nought of each change
    where that is not known yet. `last`: where the ledger stood before it.
    """
    upload_id, note = last.upload_id + 1, upload.note
    counts = (preview.new, preview.changed, preview.unchanged) if preview else (0, 0, 0)
    entry = Entry(
        last.entry_id + 1, "upload", upload_id, upload.body, upload.kind, note.file_name, note.sha256, by,
        note.at, upload.rows.height, note.count_refused, *counts, json.dumps(dict(note.mapping)),
        rows_sha256(cursor, upload.kind, upload_id) if preview else "", last.hash, said=note.said.as_json(),
    ).sealed()  # fmt: skip
    return append(cursor, entry)


def forget(cursor: DuckDBPyConnection, entry: Entry) -> None:
    """Take back an entry of the same transaction."""
    cursor.execute(catalogue.verb("forget_entry"), {"entry_id": entry.entry_id})


def live(cursor: DuckDBPyConnection, upload_id: int) -> Entry:
    """The entry of an upload that has not been undone; raises NothingToUndo."""
    found = entries(cursor, "live_upload", upload_id=upload_id)
    if not found:
        raise NothingToUndo(
            f"Upload {upload_id} cannot be undone: there is none, or it has been undone already."
        )
    return found[0]


def record_undo(cursor: DuckDBPyConnection, upload: Entry, by: str, at: datetime) -> Entry:
    """Append the entry that voids a live upload."""
    last = latest(cursor)
    undo = replace(
        upload, entry_id=last.entry_id + 1, what="undo", done_by=by, done_at=at, previous_hash=last.hash
    )
    return append(cursor, undo.sealed())


def refuse_twice(cursor: DuckDBPyConnection, body: str, kind: str, digest: str, as_at: date) -> None:
    """Raises AlreadyLoaded when the newest file of the body and kind is of this sha256 and day."""
    asked = {"body": body, "kind": kind, "sha256": digest, "as_at": as_at}
    for name, at, by in cursor.execute(catalogue.verb("loaded_before"), asked).fetchall():
        raise AlreadyLoaded(
            f"{name} was already loaded on {on_screen(at)} by {by}. "
            "Nothing was changed. To load it again, undo that upload first."
        )


class Renewed(NamedTuple):
    """The digests that count, by number, where an erasure changed an upload's rows or an entry's text."""

    uploads: Mapping[int, str]
    entries: Mapping[int, str]


def renewed(found: Iterable[Entry]) -> Renewed:
    """What the erasures among the entries say, the newest last."""
    uploads: dict[int, str] = {}
    changed: dict[int, str] = {}
    for said in (json.loads(each.mapping) for each in found if each.what == "erased"):
        uploads |= {int(number): digest for number, digest in said["uploads"].items()}
        changed |= {int(number): digest for number, digest in said["entries"].items()}
    return Renewed(uploads, changed)


def rows_sha256(cursor: DuckDBPyConnection, kind: str, upload_id: int) -> str:
    """The digest of an upload's rows as they lie in its raw table; "" without rows."""
    asked = {"upload_id": upload_id}
    digest: str = cursor.execute(catalogue.verb("rows_sha256", kind), asked).fetchall()[0][0]
    return digest


def on_screen(at: datetime) -> str:
    """A UTC time as the clock on the wall in London showed it: 20 November 2026 at 10:15."""
    local = at.replace(tzinfo=UTC).astimezone(ZoneInfo("Europe/London"))
    return f"{local.day} {local:%B %Y} at {local:%H:%M}"


def append(cursor: DuckDBPyConnection, entry: Entry) -> Entry:
    """Keep an entry as the newest."""
    cursor.execute(catalogue.verb("append_entry"), asdict(entry))
    return entry
