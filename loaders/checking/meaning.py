"""Words that a reader has told the meaning of, in place of what stands in the file."""

from collections.abc import Mapping
from dataclasses import replace

import polars as pl

from kinds.clean import Answer, answered, looked_up
from kinds.fields import same
from loaders.checking.file import File


def understood(file: File, said: Mapping[str, Mapping[str, str]]) -> File:
    """The same with the words of its kind in place of what a reader has said means the same.

    `said`: “kind.column” → word, as `kinds.fields.same` compares it → word of the kind.
    """
    columns = file.text.columns
    tables = {name: table for name in columns if (table := said.get(f"{file.kind.name}.{name}"))}
    meant = answered(file.text, {name: _meant(table) for name, table in tables.items()})
    return replace(file, text=file.text.with_columns(meant))


def _meant(table: Mapping[str, str]) -> Answer:
    return lambda cell: pl.coalesce(looked_up(same(cell), table), cell)
