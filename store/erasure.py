"""People taken out of a store: it is written anew with pseudonyms, and a ledger entry says that it was.

Deleting would leave the bytes in the file. The entry carries the new digest of each upload and each older
entry whose text changed, so that the chain holds and later tampering still shows.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

import polars as pl
from duckdb import DuckDBPyConnection

from kinds.names import folded
from store import catalogue, ledger, person, schema
from store.ledger import Entry

MONTHS_AFTER_LAST_SEAT = 24
MONTHS_OF_AUDIT = 12


@dataclass(frozen=True)
class Erasure:
    """What is to go: folded names with their pseudonyms, and lines of the audit before a moment; who says so.

    `at` and `audit_before`: UTC, without a zone.
    """

    pseudonyms: Mapping[str, str]
    by: str
    at: datetime
    reason: str
    audit_before: datetime | None = None


@dataclass(frozen=True)
class Erased:
    """What went: the pseudonyms given, and the uploaded files in whose rows a name stood."""

    pseudonyms: tuple[str, ...]
    files: tuple[str, ...]


@dataclass(frozen=True)
class Expired:
    """What has outlived its purpose: names, folded, and how many lines of the audit before a moment."""

    names: tuple[str, ...]
    audit_before: datetime
    audit_lines: int


def expired(cursor: DuckDBPyConnection, today: date) -> Expired:
    """Whose last seat ended, and which lines were written, longer ago than they are kept."""
    (seats_before, audit_before), = cursor.execute(
        catalogue.verb("months_before"),
        {"today": today, "seats": MONTHS_AFTER_LAST_SEAT, "audit": MONTHS_OF_AUDIT},
    ).fetchall()  # fmt: skip
    gone = cursor.execute(catalogue.verb("gone_since"), {"before": seats_before}).fetchall()
    erased = {folded(name) for name in person.taken(ledger.entries(cursor))}
    lines = cursor.execute(catalogue.verb("count_audit"), {"before": audit_before}).fetchall()[0][0]
    return Expired(tuple(name for name, _ in gone if name not in erased), audit_before, lines)


def subject(cursor: DuckDBPyConnection, name: str, body: str | None) -> dict[str, pl.DataFrame]:
    """The rows of each raw table in which a person stands, with the upload they came with; None: any body."""
    names = person.pattern(person.goes_by(cursor, name))
    uploads = cursor.sql(catalogue.verb("all_uploads")).pl()
    found = {}
    for table in catalogue.RAW:
        rows = person.naming(cursor.table(f"raw.{table}").pl(), names)
        rows = rows if body is None else rows.filter(pl.col("body") == body)
        if rows.height:
            of_kind = table in catalogue.RECORDS
            found[table] = rows.join(uploads, on="upload_id", how="left") if of_kind else rows
    return found


def asked(
    cursor: DuckDBPyConnection,
    names: Iterable[str],
    by: str,
    at: datetime,
    reason: str,
    audit_before: datetime | None,
) -> Erasure:
    """The erasure of all that these people go by, each with a pseudonym never given before."""
    known = frozenset().union(*(person.goes_by(cursor, name) for name in names))
    given = person.pseudonyms(known, person.taken(ledger.entries(cursor)))
    return Erasure(given, by, at, reason, audit_before)


def write_anew(theirs: DuckDBPyConnection, ours: DuckDBPyConnection, erasure: Erasure) -> Erased:
    """Fill an empty store with another's tables, the names replaced and the erasure on record."""
    change = person.replacement(erasure.pseudonyms)
    for table in catalogue.RAW:
        for batch in theirs.table(f"raw.{table}").to_arrow_reader():
            rows = person.replaced(pl.DataFrame(batch), change)
            schema.append(ours, table, _kept(rows, erasure) if table == "audit" else rows)
    renewed, files = _renewed(theirs, ours)
    given = tuple(erasure.pseudonyms.values())
    entry = _entry(ours, erasure, json.dumps({"pseudonyms": given, **renewed}))
    ledger.append(ours, entry)
    schema.fill(ours)
    return Erased(given, files)


def _kept(audit: pl.DataFrame, erasure: Erasure) -> pl.DataFrame:
    return audit.filter(pl.col("done_at") >= erasure.audit_before) if erasure.audit_before else audit


def _renewed(
    theirs: DuckDBPyConnection, ours: DuckDBPyConnection
) -> tuple[Mapping[str, Mapping[int, str]], tuple[str, ...]]:
    """The new digests of uploads and of entries that are not as they were, and those uploads' files."""
    uploads: dict[int, str] = {}
    entries: dict[int, str] = {}
    files: dict[str, None] = {}  # each once, in their order
    for before, after in zip(ledger.entries(theirs), ledger.entries(ours), strict=True):
        if after.sealed().hash != before.sealed().hash:
            entries[after.entry_id] = after.sealed().hash
        if after.what == "upload":
            digest = ledger.rows_sha256(ours, after.kind, after.upload_id)
            if digest != ledger.rows_sha256(theirs, after.kind, after.upload_id):
                uploads[after.upload_id] = digest
                files[after.file_name] = None
    return {"uploads": uploads, "entries": entries}, tuple(files)


def _entry(cursor: DuckDBPyConnection, erasure: Erasure, mapping: str) -> Entry:
    """The reason stands for a file's name; neither it nor who did it may bring a name back."""
    change, last = person.replacement(erasure.pseudonyms), ledger.latest(cursor)
    return Entry(
        last.entry_id + 1, "erased", 0, "", "", change(erasure.reason), "", change(erasure.by), erasure.at,
        0, 0, 0, 0, 0, mapping, "", last.hash,
    ).sealed()  # fmt: skip
