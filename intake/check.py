"""A file checked in the words of a body, beside what the store keeps."""

from dataclasses import replace
from datetime import datetime

import polars as pl

import loaders
from rules import Body
from store import Reader, Store, UploadNote

NAMED_BY = {"organisation": ("organisation", "lead_organisation"), "group": ("group_name",)}
NOTHING_KNOWN, NOT_ASKED = loaders.Known(), loaders.Answers()


def check(
    data: bytes,
    file_name: str,
    body: Body,
    kind: str | None = None,
    known: loaders.Known = NOTHING_KNOWN,
    answers: loaders.Answers = NOT_ASKED,
) -> loaders.Checked:
    """Checks a file in the words of a body: its main group and its sectors. Raises loaders.Unreadable."""
    aliases = dict.fromkeys(body.main_group_aliases, body.main_group)
    words = loaders.Words(body.main_group, aliases, body.sectors)
    return loaders.apart(loaders.check, data, file_name, kind=kind, words=words, known=known, answers=answers)


def kept_where_absent(store: Store, body: Body, checked: loaders.Checked) -> loaders.Checked:
    """The same, with what the store keeps in columns that the file lacks: no heading, no change."""
    found = {*checked.mapping.values(), *checked.kind.key}
    absent = [
        field.column
        for field in checked.kind.fields
        if field.column not in found and checked.rows[field.column].null_count() == checked.rows.height
    ]
    return replace(checked, rows=store.completed(body.key, checked.kind.name, checked.rows, absent))


def filling_blanks(store: Store, body: Body, checked: loaders.Checked) -> loaders.Checked:
    """The same, changing no value that is on record: what is new fills blanks and adds rows."""
    return replace(checked, rows=store.filled(body.key, checked.kind.name, checked.rows))


def strangers(store: Store, reader: Reader, body: Body, checked: loaders.Checked) -> dict[str, list[str]]:
    """Organisations and groups of the file that nothing loaded for the body knows, by what they are.

    A body without any organisation or group on record has no strangers.
    """
    known = store.read(reader, "known_names", body=body.key)
    return {
        of: names
        for of, columns in NAMED_BY.items()
        if checked.kind.name != f"{of}s"
        and (names := _unknown(checked.rows, columns, known.filter(pl.col("of") == of)["name"]))
    }


def note(checked: loaders.Checked, at: datetime) -> UploadNote:
    """What the ledger keeps of a checked file; `at` is UTC without a zone."""
    refused = checked.problems["line"].n_unique()
    return UploadNote(checked.file_name, checked.sha256, at, refused, checked.mapping)


def _unknown(rows: pl.DataFrame, columns: tuple[str, ...], known: pl.Series) -> list[str]:
    named = rows.select(pl.col(column) for column in columns if column in rows.columns)
    if known.is_empty() or not named.columns:
        return []
    frame = named.unpivot(value_name="name").select("name").drop_nulls().unique()
    return sorted(frame.filter(~loaders.folded(pl.col("name")).is_in(known.implode()))["name"])
