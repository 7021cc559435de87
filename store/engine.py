"""DuckDB with its doors locked, and the lock file that keeps a second process out."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import duckdb

from store import catalogue
from store.errors import StoreBusy, StoreFull, StoreMissing

SETTINGS: dict[str, str | bool | int | float | list[str]] = {
    "enable_external_access": "false",
    "autoload_known_extensions": "false",
    "autoinstall_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",
    "memory_limit": "1GB",
    # of rows that were added in the same transaction nothing is known, and they would be taken for none: each
    # of our joins has the small side last, and is read so
    "disabled_optimizers": "build_side_probe_side",
    "lock_configuration": "true",
}


@contextmanager
def lock(path: Path) -> Iterator[None]:
    """Hold `PATH.lock` against every other opening of the store; raises StoreBusy, StoreMissing.

    The database file itself is never opened by Python: closing it again would drop DuckDB's own lock.
    """
    if not path.parent.is_dir():
        raise StoreMissing(
            f"There is no folder {path.parent}. Make it, or choose another place for the store."
        )
    descriptor = os.open(f"{path}.lock", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        _take(descriptor, path)
        yield
    finally:
        os.close(descriptor)


def _take(descriptor: int, path: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        holder = os.read(descriptor, 20).decode() or "unknown"
        raise StoreBusy(
            f"The store {path.name} is open elsewhere (process {holder}). "
            "Stop that program, or use its own upload page, and try again."
        ) from None
    os.truncate(descriptor, 0)
    os.pwrite(descriptor, str(os.getpid()).encode(), 0)


class Database:
    """An open database, of which each call takes a cursor of its own; `attached`: under our name for it."""

    def __init__(self, connection: duckdb.DuckDBPyConnection, attached: bool = False) -> None:
        self._connection = connection
        self._attached = attached

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """Another connection to it: what one sets, the others do not have."""
        cursor = self._connection.cursor()
        if self._attached:
            cursor.execute(catalogue.verb("use_attached"))
        return cursor

    def close(self) -> None:
        """Closes it for all cursors."""
        self._connection.close()

    def __enter__(self) -> "Database":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def connect(path: Path | None) -> Database:
    """A locked-down connection to the file, or to memory. Use one cursor per call."""
    # For as long as the process lives: DuckDB makes its log and its spill files when it needs them.
    os.umask(0o077)
    if path and path.name.split(".")[0].lower() in catalogue.LAYERS:
        return Database(_attached(path), attached=True)
    return Database(duckdb.connect(str(path or ":memory:"), config=SETTINGS))


def _attached(path: Path) -> duckdb.DuckDBPyConnection:
    """The same for a file called as a schema of ours: DuckDB calls a store as its file, and could not tell
    the two apart.
    """
    locks = ("enable_external_access", "lock_configuration")
    open_doors = {name: value for name, value in SETTINGS.items() if name not in locks}
    connection = duckdb.connect(config={**open_doors, "temp_directory": f"{path}.tmp"})
    try:
        connection.execute(catalogue.verb("attach"), {"path": str(path)})
        connection.execute(catalogue.text("verbs", "lock"))
    except duckdb.Error:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: Database) -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor in a transaction: kept whole on leaving, undone whole on any exception."""
    with connection.cursor() as cursor:
        cursor.begin()
        try:
            yield cursor
            cursor.commit()
        except BaseException:
            # after a failed commit or a full disk there is no transaction left to roll back
            with suppress(duckdb.Error):
                cursor.rollback()
            raise


@contextmanager
def _refused_writing() -> Iterator[None]:
    """What the disk or the memory refuses, said to the reader; raises StoreFull."""
    try:
        yield
    # a commit that could not be written is a TransactionException; of two writers at once there is none
    except (
        duckdb.IOException, duckdb.OutOfMemoryException, duckdb.FatalException, duckdb.TransactionException
    ) as error:  # fmt: skip
        raise StoreFull(
            f"The store could not be written, and nothing was changed: {str(error).splitlines()[0]} "
            "Make room where the store lies, start Quorate again, and try once more."
        ) from error


@contextmanager
def written(connection: Database) -> Iterator[duckdb.DuckDBPyConnection]:
    """A transaction that writes: as `transaction`, and raises StoreFull."""
    with _refused_writing(), transaction(connection) as cursor:
        yield cursor


def remove(path: Path) -> None:
    """Remove a store that nobody has open, with what lies beside it."""
    for file in (path, Path(f"{path}.wal"), Path(f"{path}.lock")):
        file.unlink(missing_ok=True)


def put_in_place(path: Path, target: Path) -> None:
    """Make a closed store the one at `target`, whose connection is closed and whose lock is held."""
    Path(f"{target}.wal").unlink(missing_ok=True)
    path.replace(target)
    remove(path)
