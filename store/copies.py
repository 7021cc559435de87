"""A store written into another file: a backup, what a backup gives back, and one without certain names."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from store import catalogue, check, engine, erasure, ledger, schema
from store.errors import StoreDamaged, StoreMissing, StoreNotEmpty
from store.opening import opened


def backup(connection: engine.Database, path: Path) -> None:
    """Write a verified copy of an open store to `path`.

    Raises StoreNotEmpty, StoreBusy, StoreDamaged.
    """
    with opened(path) as copy:
        with connection.cursor() as theirs, engine.written(copy) as ours:
            if ledger.latest(ours).hash:
                raise StoreNotEmpty(
                    "There is a store with uploads at that place. Choose a path where there is none."
                )
            theirs.begin()
            # ATTACH and COPY FROM DATABASE are shut out by the locked settings, so rows pass through Arrow
            for table in catalogue.RAW:
                schema.append(ours, table, theirs.table(f"raw.{table}").to_arrow_reader())
            schema.fill(ours)
        _refuse_unsound(copy, "The copy")


def restore(source: Path, target: Path) -> None:
    """Make a new store at `target` from a backup that verifies; neither file loses anything.

    Raises StoreMissing, StoreNotEmpty, StoreBusy, StoreDamaged.
    """
    if not source.exists():
        raise StoreMissing(f"There is no backup at {source}. Give the path of one that was made with backup.")
    with opened(source) as connection:
        _refuse_unsound(connection, source)
        backup(connection, target)


def erase(
    path: Path,
    names: Iterable[str],
    by: str,
    at: datetime,
    reason: str,
    audit_before: datetime | None = None,
) -> erasure.Erased:
    """Put pseudonyms in place of people throughout a store that nobody has open, and keep every figure.

    The store is written into a new file that takes the place of the old one. `names` as in `Store.subject`;
    `audit_before`: lines of the audit before it go too; both times UTC, without a zone.
    Raises StoreMissing, StoreBusy, StoreDamaged, NobodyFound.
    """
    path = path.resolve()
    anew = path.with_name(f"{path.name}.anew")
    engine.remove(anew)
    with opened(path, create=False) as old:
        _refuse_unsound(old, path)
        with opened(anew) as new, old.cursor() as theirs, engine.written(new) as ours:
            asked = erasure.asked(theirs, names, by, at, reason, audit_before)
            erased = erasure.write_anew(theirs, ours, asked)
        with opened(anew) as new:
            _refuse_unsound(new, "The new file")
        # closed before the lock is given back, so that nobody opens the old file meanwhile
        old.close()
        engine.put_in_place(anew, path)
    return erased


def _refuse_unsound(connection: engine.Database, what: object) -> None:
    if problems := check.problems(connection):
        raise StoreDamaged(f"{what} is not sound: {' '.join(problems)}")
