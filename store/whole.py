"""All that is live of a body: what was uploaded, as it was said, and the records that it comes to."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

import polars as pl
from duckdb import DuckDBPyConnection

from store import access, adding, catalogue, ledger
from store.errors import NotAllowed
from store.ledger import Upload
from store.preview import Shown, on_day
from store.said import Said


class Whole(NamedTuple):
    """`uploads`: those that have not been undone, in their order, each as it would be added again, with the
    day that it shows. `live`: by kind, of those that were uploaded, the records as they are today under the
    kind's columns, names as their files have them.
    """

    uploads: Sequence[Upload]
    live: Mapping[str, pl.DataFrame]


def whole(cursor: DuckDBPyConnection, reader: access.Reader, body: str) -> Whole:
    """The whole of a body. Raises NotAllowed to all but its secretariat: small numbers are among it."""
    if not reader.sees_small_numbers:
        raise NotAllowed("Only the secretariat may take everything out. Ask your secretariat.")
    access.body_for(reader, body)
    entries = [each for each in ledger.entries(cursor) if each.body == body]
    undone = {each.upload_id for each in entries if each.what == "undo"}
    live = [each for each in entries if each.what == "upload" and each.upload_id not in undone]
    uploads = [adding.again(cursor, each, _said(each), each.done_at) for each in live]
    kinds = [kind for kind in catalogue.RECORDS if any(each.kind == kind for each in live)]
    return Whole(uploads, {kind: _records(cursor, body, kind) for kind in kinds})


def _said(entry: ledger.Entry) -> Said:
    said = Said.of_json(entry.said)
    return replace(said, as_at=said.as_at or entry.done_at.date())


def _records(cursor: DuckDBPyConnection, body: str, kind: str) -> pl.DataFrame:
    # of the newest file, so that the day is not asked for
    found = on_day(cursor, Shown(body, kind, date.max, is_newest=True))
    return found.sort("upload_id", "row_key").drop("upload_id", "row_key")
