"""The store: what was uploaded, by whom, and the tables that pages ask. The one door to DuckDB."""

import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any

import polars as pl
from duckdb import DuckDBPyConnection

from store import access, adding, check, copies, engine, erasure, ledger, moments, people, reading, whole
from store.errors import NobodyFound, StoreDamaged
from store.ledger import Entry, Receipt, Upload, UploadNote
from store.moments import Moment
from store.once import Once
from store.opening import opened
from store.preview import Preview
from store.said import NOTHING_GONE, Answers

MOMENTS_KEPT = 8


class Store:
    """One file (or memory), one process; shared by threads: a cursor per call, one writer at a time."""

    def __init__(self, connection: engine.Database, held: ExitStack) -> None:
        self._connection = connection
        self._held = held
        self._writer = threading.Lock()
        self._at = Once(self._made_at, MOMENTS_KEPT)

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

    def tried(
        self, reader: access.Reader, upload: Upload, marts: Iterable[str] = (), first: Iterable[Upload] = ()
    ) -> tuple[Preview, dict[str, pl.DataFrame]]:
        """What adding this, after those that go `first`, would change, and these marts as they would be then;
        keeps nothing.

        Raises what `add` raises.
        """
        with self._writer, adding.tried(self._connection, reader, upload, first) as (cursor, preview):
            return preview, {mart: reading.read(cursor, reader, mart, upload.body, {}) for mart in marts}

    def add(
        self,
        reader: access.Reader,
        body: str,
        kind: str,
        rows: pl.DataFrame,
        note: UploadNote,
        gone: Answers = NOTHING_GONE,
        seen: str | None = None,
    ) -> Receipt:
        """Keep the rows and the record of the upload, and rebuild the body's marts: all of it or nothing.

        `gone`: as in `Upload`. `seen`: the head of the body on which the reader was shown what would change.
        Raises NotAllowed; AlreadyLoaded when the newest file of the body and kind is the same; SavedMeanwhile
        when somebody else saved since.
        """
        return self.add_all(reader, [Upload(body, kind, rows, note, gone)], seen)[0]

    def add_all(
        self, reader: access.Reader, uploads: Iterable[Upload], seen: str | None = None
    ) -> list[Receipt]:
        """The same for several files, of which all or none is kept; the marts are rebuilt once."""
        with self._writing() as cursor:
            entries = adding.all_added(cursor, reader, uploads, seen)
        return [self._kept(entry).receipt() for entry in entries]

    def undo(self, reader: access.Reader, upload_id: int, at: datetime) -> Receipt:
        """Void an upload; its record and rows are kept. `at`: UTC, no zone.

        Raises NotAllowed, NothingToUndo.
        """
        with self._writing() as cursor:
            entry = adding.undone(cursor, reader, upload_id, at)
        return self._kept(entry).receipt()

    def say_otherwise(self, reader: access.Reader, upload_id: int, at: datetime, **said: Any) -> Receipt:
        """Void an upload and keep its rows anew with another day, or as whole or a part: both or nothing.

        `said`: fields of `Said`. What it leaves out, and nobody answered for, stays as it is. Raises what
        `undo` and `add` raise.
        """
        with self._writing() as cursor:
            entry = adding.said_otherwise(cursor, reader, upload_id, at, said)
        return self._kept(entry).receipt()

    def read(
        self,
        reader: access.Reader,
        mart: str,
        body: str | None = None,
        moment: Moment | None = None,
        **where: Any,
    ) -> pl.DataFrame:
        """The rows of a mart that this reader may see and that equal `where`, in the order of its columns.

        `moment`: of one body, as of a day and a knowledge; None for all that there is.

        Small numbers are hidden from all but the secretariat and from every export: see `small_numbers`.
        Columns and dtypes are those of store/sql/marts. Raises NotAllowed; KeyError for a column it has not,
        TypeError for a value that no row of it can have.
        """
        with engine.transaction(self._connection) as cursor:
            return reading.read(cursor, reader, mart, body, where, self._source(cursor, body, moment))

    def read_all(
        self,
        reader: access.Reader,
        marts: Iterable[str],
        body: str | None = None,
        moment: Moment | None = None,
    ) -> dict[str, pl.DataFrame]:
        """Several marts that belong together, each as `read` gives it. Raises NotAllowed."""
        with engine.transaction(self._connection) as cursor:
            source = self._source(cursor, body, moment)
            return {mart: reading.read(cursor, reader, mart, body, {}, source) for mart in marts}

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

    def whole(self, reader: access.Reader, body: str) -> whole.Whole:
        """All that is live of a body, to be taken elsewhere; with small numbers. Raises NotAllowed."""
        with engine.transaction(self._connection) as cursor:
            return whole.whole(cursor, reader, body)

    def expired(self, today: date) -> erasure.Expired:
        """What has been kept for longer than its purpose lasts; removes nothing."""
        with engine.transaction(self._connection) as cursor:
            return erasure.expired(cursor, today)

    def _source(
        self, cursor: DuckDBPyConnection, body: str | None, moment: Moment | None
    ) -> reading.Source | None:
        """Where the marts of a moment are read; None where those that are kept are the same."""
        if moment is None or body is None or not (kinds := moments.moved(cursor, body, moment)):
            return None
        frames = self._at(body, ledger.head_of(cursor, body), moment, kinds)
        return lambda mart: (
            cursor.table(f"marts.{mart}")
            if mart not in frames
            else cursor.from_arrow(frames[mart].to_arrow())
        )

    def _made_at(
        self, body: str, head: str, moment: Moment, kinds: frozenset[str]
    ) -> Mapping[str, pl.DataFrame]:
        with engine.transaction(self._connection) as cursor:
            return moments.marts(cursor, body, moment, kinds)

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
