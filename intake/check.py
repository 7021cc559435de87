"""A file checked in the words of a body, beside what the store keeps."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

import polars as pl

import loaders
from kinds.fields import same
from kinds.names import folded_expr
from rules import Body, usual_words
from store import Reader, Said, Store, UploadNote

NAMED_BY = {"organisation": ("organisation", "lead_organisation"), "group": ("group_name",)}
MOST_WORDS = 30  # a column of more is no column of few words: it holds something else
NOTHING_KNOWN, NOT_ASKED, NOTHING_SAID = loaders.Known(), loaders.Answers(), Said()


class Unknown(NamedTuple):
    """The heading in the file, the words that may stand below it, and those that do → in how many rows.

    `is_kept`: any word may stand there, and its rows are good; but no rule understands these.
    """

    heading: str
    options: tuple[str, ...]
    words: Mapping[str, int]
    is_kept: bool = False


def check(
    data: bytes,
    file_name: str,
    body: Body,
    kind: str | None = None,
    known: loaders.Known = NOTHING_KNOWN,
    answers: loaders.Answers = NOT_ASKED,
) -> loaders.Checked:
    """Checks a file in the words of a body: its main group and its sectors. Raises loaders.Unreadable."""
    words = words_of(body)
    return loaders.apart(loaders.check, data, file_name, kind=kind, words=words, known=known, answers=answers)


def unknown_words(
    body: Body, checked: loaders.Checked, known: loaders.Known = NOTHING_KNOWN
) -> dict[str, Unknown]:
    """Words in columns of few words that nothing is known of, the commonest first, by column."""
    column_of = {field.heading: field.column for field in checked.kind.fields} | dict(checked.mapping)
    parsers = {field.column: field.parser_for(words_of(body)) for field in checked.kind.fields}
    unknown = {}
    written = checked.problems.filter(pl.col("value") != "")
    for (heading,), rows in written.partition_by("column", as_dict=True, maintain_order=True).items():
        column = column_of.get(str(heading), "")
        if parser := parsers.get(column):
            words = rows.filter(parser.parse(pl.col("value")).is_null())["value"].value_counts(sort=True)
            if parser.options and 0 < words.height <= MOST_WORDS:
                unknown[column] = Unknown(heading, parser.options, dict(words.iter_rows()))
    return unknown | unread_words(body, checked, known)


def unread_words(
    body: Body, checked: loaders.Checked, known: loaders.Known = NOTHING_KNOWN
) -> dict[str, Unknown]:
    """Words that may stand where they do, but that the body's rules do not understand, by column; without
    those of which somebody has said that they mean none that a rule looks for.
    """
    kind, unread = checked.kind, {}
    for column, (options, is_clear) in usual_words(body).items():
        if column.partition(".")[0] == kind.name:
            name = column.partition(".")[2]
            written = checked.rows[name].drop_nulls().cast(pl.String).to_frame(name)
            none = list(known.meant_none.get(column, ()))
            asked = written.filter(~same(pl.col(name)).is_in(none)).to_series()
            words = asked.value_counts(sort=True, name="rows")
            unclear = {word: rows for word, rows in words.iter_rows() if not is_clear(word)}
            if 0 < len(unclear) <= MOST_WORDS:
                unread[name] = Unknown(kind.field[name].heading, options, unclear, is_kept=True)
    return unread


def columns_lacking(checked: loaders.Checked) -> tuple[str, ...]:
    """The columns that the file does not have at all: of those it says nothing, not even a blank."""
    rows, found = checked.rows, {*checked.mapping.values(), *checked.kind.key}
    if "placed_by" in checked.said.columns and checked.said["placed_by"].null_count() < rows.height:
        # what another column may tell is said, whether or not anybody knows yet whose it is
        found.add("organisation")
    columns = (field.column for field in checked.kind.fields if field.column not in found)
    return tuple(each for each in columns if rows[each].null_count() == rows.height)


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


def note(checked: loaders.Checked, at: datetime, said: Said = NOTHING_SAID) -> UploadNote:
    """What the ledger keeps of a checked file; `at` is UTC without a zone; `said`: but for what it lacks."""
    refused = checked.problems["line"].n_unique()
    # a register of all charities tells of some organisations, and of none that it leaves out
    said = replace(said, lacks=columns_lacking(checked), part=said.part or checked.source.updates)
    return UploadNote(checked.file_name, checked.sha256, at, refused, checked.mapping, said)


def words_of(body: Body) -> loaders.Words:
    """The words that the gate needs of a body."""
    aliases = dict.fromkeys(body.main_group_aliases, body.main_group)
    return loaders.Words(body.main_group, aliases, body.sectors)


def _unknown(rows: pl.DataFrame, columns: tuple[str, ...], known: pl.Series) -> list[str]:
    named = rows.select(pl.col(column) for column in columns if column in rows.columns)
    if known.is_empty() or not named.columns:
        return []
    frame = named.unpivot(value_name="name").select("name").drop_nulls().unique()
    names = known.to_frame("name").select(folded_expr(pl.col("name"))).to_series()
    return sorted(frame.filter(~folded_expr(pl.col("name")).is_in(names.implode()))["name"])
