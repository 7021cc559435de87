"""Is the store sound? Reads every column of every table and says what is wrong."""

from collections.abc import Iterator, Mapping

import duckdb
from duckdb import DuckDBPyConnection

from store import catalogue, engine, ledger


def problems(connection: engine.Database) -> list[str]:
    """One sentence per thing that is not as it was recorded; none when the store is sound."""
    with connection.cursor() as cursor:
        # one transaction, so that an upload made meanwhile is seen whole or not at all
        cursor.begin()
        return list(_problems(cursor))


def _problems(cursor: DuckDBPyConnection) -> Iterator[str]:
    try:
        yield from _broken_links(cursor)
        yield from _altered_rows(cursor)
        yield from _stale_marts(cursor)
    except duckdb.Error as error:
        yield f"The store cannot be read whole: {error}. Restore the newest backup into a new place."


def _broken_links(cursor: DuckDBPyConnection) -> Iterator[str]:
    previous_hash, entries = "", ledger.entries(cursor)
    renewed = ledger.renewed(entries).entries
    for number, entry in enumerate(entries, 1):
        if entry.entry_id != number:
            yield f"Ledger entry {number} is missing before entry {entry.entry_id}."
        if entry.previous_hash != previous_hash:
            yield f"Ledger entry {entry.entry_id} does not follow the entry before it."
        if entry.sealed().hash != renewed.get(entry.entry_id, entry.hash):
            yield f"Ledger entry {entry.entry_id} ({entry.what} of {entry.file_name}) was altered."
        previous_hash = entry.hash


def _altered_rows(cursor: DuckDBPyConnection) -> Iterator[str]:
    found = {
        (kind, upload_id, body): count
        for table in catalogue.RECORDS
        for upload_id, body, kind, count in cursor.execute(catalogue.verb("count_rows", table)).fetchall()
    }
    entries = ledger.entries(cursor)
    renewed = ledger.renewed(entries).uploads
    for entry in (e for e in entries if e.what == "upload"):
        count = found.pop((entry.kind, entry.upload_id, entry.body), 0)
        if count != entry.count_rows:
            yield f"{_upload(entry)} has {count} rows, but its entry says {entry.count_rows}."
        elif ledger.rows_sha256(cursor, entry.kind, entry.upload_id) != _digest(entry, renewed):
            yield f"{_upload(entry)} has rows that were altered after they were loaded."
    for kind, upload_id, body in found:
        yield f"Rows of {kind} for {body} say they are of upload {upload_id}, which the ledger does not have."


def _stale_marts(cursor: DuckDBPyConnection) -> Iterator[str]:
    for layer, name in catalogue.KEPT:
        kept, fresh = cursor.execute(catalogue.kept("compared", layer, name)).fetchall()
        if kept != fresh:
            yield f"The figures in {name} are not those that the uploads give. Restore the newest backup."


def _digest(entry: ledger.Entry, renewed: Mapping[int, str]) -> str:
    return renewed.get(entry.upload_id, entry.rows_sha256)


def _upload(entry: ledger.Entry) -> str:
    return f"Upload {entry.upload_id} ({entry.file_name})"
