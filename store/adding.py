"""An upload added to the record, with what became of records that it no longer has, and taken back."""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

import polars as pl
from duckdb import DuckDBPyConnection

from kinds import KIND
from store import access, catalogue, engine, ledger, schema, writers
from store.errors import NothingToUndo, SavedMeanwhile
from store.ledger import Entry, Upload
from store.preview import Preview, compare, on_day, refuse_unfit, shown
from store.said import Said


@dataclass(frozen=True)
class Added:
    """An upload as it was added: its entry, what it changes, and the kinds whose live rows were replaced."""

    entry: Entry
    preview: Preview
    kinds: frozenset[str]


def added(cursor: DuckDBPyConnection, reader: access.Reader, upload: Upload) -> Added:
    """Add an upload's rows and its entry; the marts do not have them yet.

    Raises NotAllowed, AlreadyLoaded, and ValueError for rows that are not of the kind.
    """
    body, kind, rows, note, _ = upload
    writers.refuse_add(cursor, reader, body, kind, rows)
    as_at = note.said.as_at or note.at.date()
    ledger.refuse_twice(cursor, body, kind, note.sha256, as_at)
    refuse_unfit(kind, rows, note.said.lacks)
    of = shown(cursor, body, kind, as_at)
    before = on_day(cursor, of)
    last = ledger.latest(cursor)
    upload_id = last.upload_id + 1
    schema.append(cursor, kind, rows.with_columns(upload_id=pl.lit(upload_id), body=pl.lit(body)))
    # an entry for the time being: what changes is known only once its rows are live
    entry = ledger.record_upload(cursor, reader.email, upload, last, None)
    kinds = schema.restage(cursor, body, kind)
    preview = compare(cursor, before, rows, of, upload_id)
    # a part without a row only withdraws; headings without rows may be all there is of a register
    withdraws = rows.is_empty() and note.said.part
    gone = _withdrawn(upload, before) if withdraws else preview.gone_from_whole(note.said)
    if answers := _answers(upload, gone):
        schema.append(cursor, kind, _gone(gone, kind, answers, upload_id, body))
        kinds |= schema.restage(cursor, body, kind)
    ledger.forget(cursor, entry)
    entry = ledger.record_upload(cursor, reader.email, upload, last, preview)
    schema.refill(cursor, body, (("staging", "uploads"),))
    return Added(entry, preview, frozenset(kinds))


def all_added(
    cursor: DuckDBPyConnection, reader: access.Reader, uploads: Iterable[Upload], seen: str | None
) -> list[Entry]:
    """Several uploads, and then the marts, once for each body.

    `seen`: the head of the body as the reader knew it. Raises SavedMeanwhile, and what `added` raises.
    """
    done: list[Added] = []
    for each in uploads:
        if not done and seen is not None and ledger.head_of(cursor, each.body) != seen:
            raise SavedMeanwhile("Somebody else saved meanwhile. See again what would change.")
        done.append(added(cursor, reader, each))
    for body in {each.entry.body for each in done}:
        kinds = frozenset().union(*(each.kinds for each in done if each.entry.body == body))
        schema.rebuild(cursor, body, kinds)
    return [each.entry for each in done]


def undone(cursor: DuckDBPyConnection, reader: access.Reader, upload_id: int, at: datetime) -> Entry:
    """Void an upload, with all that follows from it. Raises NotAllowed, NothingToUndo."""
    upload = ledger.live(cursor, upload_id)
    writers.refuse_undo(reader, upload)
    entry = ledger.record_undo(cursor, upload, reader.email, at)
    schema.rebuild(cursor, entry.body, schema.restage(cursor, entry.body, entry.kind))
    return entry


def said_otherwise(
    cursor: DuckDBPyConnection, reader: access.Reader, upload_id: int, at: datetime, said: Mapping[str, Any]
) -> Entry:
    """Void an upload and add its rows anew with something else said of them; `said`: fields of `Said`."""
    entry = ledger.live(cursor, upload_id)
    writers.refuse_undo(reader, entry)
    same = again(cursor, entry, replace(Said.of_json(entry.said), **said), at)
    ledger.record_undo(cursor, entry, reader.email, at)
    kinds = schema.restage(cursor, entry.body, entry.kind)
    done = added(cursor, reader, same)
    schema.rebuild(cursor, entry.body, kinds | done.kinds)
    return done.entry


def again(cursor: DuckDBPyConnection, entry: Entry, said: Said, at: datetime) -> Upload:
    """The same rows and answers as those of an upload, with something else said of them."""
    query = catalogue.verb("upload_rows", entry.kind)
    kept = cursor.sql(query, params={"upload_id": entry.upload_id}).pl()
    gone = dict(kept.filter(pl.col("gone").is_not_null()).select("row_key", "gone").iter_rows())
    rows = kept.filter(pl.col("gone").is_null()).drop("gone", "gone_by")
    # what only withdraws is whole for nothing, or else everything would be gone from it
    said = replace(said, part=said.part or (rows.is_empty() and Said.of_json(entry.said).part))
    note = ledger.UploadNote(
        entry.file_name, entry.sha256, at, entry.count_refused, json.loads(entry.mapping), said
    )
    return Upload(entry.body, entry.kind, rows, note, gone)


def _withdrawn(upload: Upload, before: pl.DataFrame) -> pl.DataFrame:
    """The records that an upload without a row says are gone. Raises NothingToUndo where one is not there."""
    keys = [] if isinstance(upload.gone, str) else list(upload.gone)
    found = before.filter(pl.col("row_key").is_in(keys))
    if found.height < len(keys):
        raise NothingToUndo("What was to be withdrawn is not on record any more. See again what is.")
    return found.with_columns(gone_by=pl.lit(None, dtype=pl.Int64))


def _answers(upload: Upload, gone: pl.DataFrame) -> Mapping[str, str]:
    """What became of each record that is gone, as far as somebody said so."""
    keys = gone["row_key"].to_list()
    if isinstance(upload.gone, str):
        return dict.fromkeys(keys, upload.gone)
    return {key: upload.gone[key] for key in keys if key in upload.gone}


def _gone(
    gone: pl.DataFrame, kind: str, answers: Mapping[str, str], upload_id: int, body: str
) -> pl.DataFrame:
    """Rows that say only that a record is gone: what identifies it, and what became of it."""
    rows = gone.filter(pl.col("row_key").is_in(list(answers)))
    which = (
        pl.col("row_key").str.split("|").list.last().cast(pl.Int64) if KIND[kind].may_repeat else pl.lit(0)
    )
    return rows.select(
        *KIND[kind].identifying,
        line=which,
        row_key="row_key",
        gone=pl.col("row_key").replace_strict(answers, return_dtype=pl.String),
        gone_by="gone_by",
        upload_id=pl.lit(upload_id),
        body=pl.lit(body),
    )


@contextmanager
def tried(
    connection: engine.Database, reader: access.Reader, upload: Upload, first: Iterable[Upload] = ()
) -> Iterator[tuple[DuckDBPyConnection, Preview]]:
    """An upload, after those that go `first`, with all that would follow from it, for the cursor given, and
    taken back on leaving.
    """
    with connection.cursor() as cursor:
        cursor.begin()
        try:
            before = [added(cursor, reader, each).kinds for each in first]
            done = added(cursor, reader, upload)
            schema.rebuild(cursor, upload.body, done.kinds.union(*before))
            yield cursor, done.preview
        finally:
            cursor.rollback()
