"""Words that a reader has told the meaning of, in place of what stands in the file."""

from collections.abc import Mapping
from dataclasses import replace

import polars as pl

from kinds.clean import Answer, answered, looked_up
from kinds.fields import same
from kinds.kind import Field
from loaders.checking.file import File
from loaders.checking.names import AS_SAID


def understood(file: File, said: Mapping[str, Mapping[str, str]]) -> File:
    """The same with the words of its kind in place of what a reader has said means the same, and beside them
    what stands in the file, which the store keeps.

    `said`: “kind.column” → word, as `kinds.fields.same` compares it → word of the kind.
    """
    columns = file.text.columns
    tables = {name: table for name in columns if (table := said.get(f"{file.kind.name}.{name}"))}
    meant = answered(file.text, {name: _meant(table) for name, table in tables.items()})
    kept = {each: tables[each.column] for each in file.kind.of_words if each.column in tables}
    written = answered(file.text, {each.column: _said(each, table) for each, table in kept.items()})
    aside = [each.rename(f"{AS_SAID}{each.name}") for each in written if each.null_count() < each.len()]
    return replace(file, text=file.text.with_columns(*meant, *aside))


def _said(field: Field, table: Mapping[str, str]) -> Answer:
    """The cell where its word is read as one that the store reads too."""
    options = field.plain.options
    known = [word for word, means in table.items() if not options or means in options]
    return lambda cell: pl.when(same(cell).is_in(known)).then(cell)


def _meant(table: Mapping[str, str]) -> Answer:
    return lambda cell: pl.coalesce(looked_up(same(cell), table), cell)
