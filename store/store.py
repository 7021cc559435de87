"""The store: what was uploaded, by whom, and the tables that pages ask. The one door to DuckDB."""

import threading
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl
from duckdb import DuckDBPyConnection

from store import access, check, copies, engine, erasure, ledger, people, reading, schema, writers
from store.errors import NobodyFound, StoreDamaged
from store.ledger import Entry, Receipt, Upload, UploadNote
from store.opening import opened
from store.preview import Preview, compare, completed, differences, filled


class Store:
    """One file (or memory), one process; shared by threads: a cursor per call, one writer at a time."""

    def __init__(self, connection: DuckDBPyConnection, held: ExitStack) -> None:
        self._connection = connection
        self._held = held
        self._writer = threading.Lock()

    @classmethod
    def open(cls, path: Path | None, create: bool = True) -> "Store":
        """Open the store at `path`, made if absent unless `create` is False; None is a store in memory.

        From then on every file that this process makes is its owner's alone: the umask is the process's.
        Raises StoreBusy, StoreDamaged, StoreMissing, StoreNewer.
        """
        with ExitStack() as held:
            return cls(held.enter_context(opened(path, create)), held.pop_all())

    def close(self) -> None:
        """Close the file and let another process have it."""
        self._held.close()

    def completed(self, body: str, kind: str, rows: pl.DataFrame, absent: Iterable[str]) -> pl.DataFrame:
        """The loader's rows with what is kept already in columns that their file did not have at all."""
        with self._connection.cursor() as cursor:
            return completed(cursor, body, kind, rows, list(absent))

    def filled(self, body: str, kind: str, rows: pl.DataFrame) -> pl.DataFrame:
        """The loader's rows with what is kept already, so that they change no value, only fill blanks."""
        with self._connection.cursor() as cursor:
            return filled(cursor, body, kind, rows)

    def preview(self, body: str, kind: str, rows: pl.DataFrame) -> Preview:
        """What adding these rows would change; writes nothing. `rows`: the loader's frame of that kind."""
        with engine.transaction(self._connection) as cursor:
            return compare(cursor, body, kind, rows)

    def differences(self, body: str, kind: str, rows: pl.DataFrame) -> pl.DataFrame:
        """What adding these rows would change in values on record, as `preview.differences` gives it."""
        with self._connection.cursor() as cursor:
            return differences(cursor, body, kind, rows)

    def add(
        self, reader: access.Reader, body: str, kind: str, rows: pl.DataFrame, note: UploadNote
    ) -> Receipt:
        """Keep the rows and the record of the upload, and rebuild the body's marts: all of it or nothing.

        Raises NotAllowed; AlreadyLoaded when the same file is live for the body and kind.
        """
        return self.add_all(reader, [Upload(body, kind, rows, note)])[0]

    def add_all(self, reader: access.Reader, uploads: Iterable[Upload]) -> list[Receipt]:
        """The same for several files, of which all or none is kept; the marts are rebuilt once."""
        with self._writing() as cursor:
            entries = [_added(cursor, reader, each) for each in uploads]
            for body in {entry.body for entry in entries}:
                schema.rebuild(cursor, body, {entry.kind for entry in entries if entry.body == body})
        return [self._kept(entry).receipt() for entry in entries]

    def undo(self, reader: access.Reader, upload_id: int, at: datetime) -> Receipt:
        """Void an upload; its record and rows are kept. `at`: UTC, no zone.

        Raises NotAllowed, NothingToUndo.
        """
        with self._writing() as cursor:
            upload = ledger.live(cursor, upload_id)
            writers.refuse_undo(reader, upload)
            entry = ledger.record_undo(cursor, upload, reader.email, at)
            schema.restage(cursor, entry.body, entry.kind)
            schema.rebuild(cursor, entry.body, {entry.kind})
        return self._kept(entry).receipt()

    def read(self, reader: access.Reader, mart: str, body: str | None = None, **where: Any) -> pl.DataFrame:
        """The rows of a mart that this reader may see and that equal `where`, in the order of its columns.

        Small numbers are hidden from all but the secretariat and from every export: see `small_numbers`.
        Columns and dtypes are those of store/sql/marts. Raises NotAllowed; KeyError for a column it has not,
        TypeError for a value that no row of it can have.
        """
        with engine.transaction(self._connection) as cursor:
            return reading.read(cursor, reader, mart, body, where)

    def read_all(
        self, reader: access.Reader, marts: Iterable[str], body: str | None = None
    ) -> dict[str, pl.DataFrame]:
        """Several marts as they were at one moment, each as `read` gives it. Raises NotAllowed."""
        with engine.transaction(self._connection) as cursor:
            return {mart: reading.read(cursor, reader, mart, body, {}) for mart in marts}

    def readers(self, email: str, on: date) -> tuple[access.Reader, ...]:
        """What a person may read on a day by their seats: one Reader per body and organisation, or none."""
        with self._connection.cursor() as cursor:
            return people.readers(cursor, email, on)

    def note(
        self,
        who: access.Reader | str,
        what: str,
        about: str,
        at: datetime,
        body: str | None = None,
        since: datetime | None = None,
    ) -> None:
        """Put on record that a person (an e-mail address, or a Reader whose body counts unless one is given)
        did something or was refused it. `at`: UTC, no zone; `since`: unless the same was noted from then on.
        """
        email, own = (who.email, who.body) if isinstance(who, access.Reader) else (who, None)
        of = body or own
        assert of is not None, "what is on record belongs to a body"
        note = people.Note(at, email, of, what, about)
        with self._writing() as cursor:
            last = people.last_noted(cursor, email, what, note.body, about)
            if since is None or last is None or last < since:
                people.append(cursor, note)

    def last_noted(self, who: str, what: str) -> datetime | None:
        """When this was last noted of a person, UTC without a zone; None if never."""
        with self._connection.cursor() as cursor:
            return people.last_noted(cursor, who, what)

    def head(self) -> str:
        """The hash of the newest ledger entry, "" when there is none: the same head, the same figures."""
        with self._connection.cursor() as cursor:
            return ledger.latest(cursor).hash

    def head_of(self, body: str) -> str:
        """The same of the entries of one body: what is loaded into another leaves it as it is."""
        with self._connection.cursor() as cursor:
            return ledger.head_of(cursor, body)

    def verify(self) -> list[str]:
        """What is wrong with the store, one sentence each; empty when it is sound."""
        return check.problems(self._connection)

    def backup(self, path: Path) -> None:
        """Write a verified copy to `path` while the store stays in use; deleted bytes stay behind.

        Raises StoreNotEmpty, StoreBusy, StoreDamaged.
        """
        copies.backup(self._connection, path)

    def subject(self, reader: access.Reader, name: str) -> dict[str, pl.DataFrame]:
        """Every row, upload and line of the audit that names a person, by raw table, for their own request.

        `name`: as on record, or an e-mail address. Raises NotAllowed, NobodyFound.
        """
        access.refuse_but_secretariat(reader)
        with engine.transaction(self._connection) as cursor:
            found = erasure.subject(cursor, name, reader.body)
        if not found:
            raise NobodyFound(f"Nobody called {name} stands in this store. Give the name as a file has it.")
        return found

    def expired(self, today: date) -> erasure.Expired:
        """What has been kept for longer than its purpose lasts; removes nothing."""
        with engine.transaction(self._connection) as cursor:
            return erasure.expired(cursor, today)

    @contextmanager
    def _writing(self) -> Iterator[DuckDBPyConnection]:
        with self._writer, engine.written(self._connection) as cursor:
            yield cursor

    def _kept(self, entry: Entry) -> Entry:
        """The entry as another cursor finds it: DuckDB can lose a commit without saying so."""
        with self._connection.cursor() as cursor:
            found = ledger.entries(cursor, "entry", entry_id=entry.entry_id)
        if found != [entry]:
            raise StoreDamaged(f"The {entry.what} of {entry.file_name} was not kept. Try it again.")
        return entry


def _added(cursor: DuckDBPyConnection, reader: access.Reader, upload: Upload) -> Entry:
    """The entry of an upload whose rows were added; the marts do not have them yet."""
    body, kind, rows, note = upload
    writers.refuse_add(cursor, reader, body, kind, rows)
    ledger.refuse_twice(cursor, body, kind, note.sha256)
    preview = compare(cursor, body, kind, rows)
    upload_id = ledger.latest(cursor).upload_id + 1
    schema.append(cursor, kind, rows.with_columns(upload_id=pl.lit(upload_id), body=pl.lit(body)))
    entry = ledger.record_upload(cursor, reader.email, body, kind, note, preview, upload_id)
    schema.restage(cursor, body, kind)
    return entry
