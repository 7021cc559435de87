"""A store's file opened: locked, its doors shut, its schema brought up to this release."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import duckdb

from store import engine, schema
from store.errors import StoreDamaged, StoreMissing


@contextmanager
def opened(path: Path | None, create: bool = True) -> Iterator[engine.Database]:
    """The connection to the store at `path`, made if absent unless `create` is False; None is one in memory.

    Raises StoreBusy, StoreDamaged, StoreMissing, StoreNewer.
    """
    path = path and path.resolve()
    if path and not create and not path.exists():
        raise StoreMissing(f"There is no store at {path}. Give the path of one that was made before.")
    with ExitStack() as held:
        if path:
            held.enter_context(engine.lock(path))
        try:
            connection = held.enter_context(engine.connect(path))
            with connection.cursor() as cursor:
                is_ours = schema.is_ours(cursor)
            if not is_ours:
                with engine.transaction(connection) as cursor:
                    schema.ensure(cursor)
        except duckdb.Error as error:
            raise StoreDamaged(
                f"{path} cannot be opened as a store: {error}. Restore the newest backup to a new place."
            ) from error
        yield connection
