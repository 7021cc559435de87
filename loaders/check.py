"""A file checked: its good rows, and every problem with line, column, value and what it must be."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import polars as pl

from loaders import problems
from loaders.clean import clean
from loaders.kind import Kind
from loaders.kinds import KIND, KINDS
from loaders.parser import Words
from loaders.read import Read, read
from loaders.rows import cells_of, completed, text_of, values_of

NO_HEADING = "(no heading)"
NOTHING: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True)
class Checked:
    """What a file holds.

    `rows`: the kind's columns in its order, `line` (Int64: physical line or sheet row, 1-based) and
    `row_key` (text: the record's identity), sorted by line. `problems`: line Int64, column (the heading),
    value and must_be as text, sorted by line, then column. A row with a problem is not among `rows`:
    `count_read` = rows + different lines with problems. `mapping`: heading in the file → column;
    `ignored`: headings not used.
    """

    kind: Kind
    file_name: str
    sha256: str
    encoding: str
    delimiter: str
    header_line: int
    mapping: Mapping[str, str]
    ignored: tuple[str, ...]
    rows: pl.DataFrame
    problems: pl.DataFrame
    count_read: int


def check(
    data: bytes,
    file_name: str,
    *,
    kind: str | None = None,
    main_group: str = "",
    group_aliases: Mapping[str, str] = NOTHING,
    sectors: Mapping[str, Sequence[str]] = NOTHING,
) -> Checked:
    """The good rows and the problems of a file, of the kind given or of the kind its headings show.

    `main_group` stands for a blank Group; `group_aliases` maps other names of groups to their names;
    `sectors` maps each of the body's sectors to other spellings of it (empty: any sector).
    Raises Unreadable, with a sentence for the reader, when the file has no table of a known kind.
    """
    kinds = (KIND[kind],) if kind else KINDS
    source = read(data, kinds)
    cells = cells_of(source.table)
    rows, found = _sorted_out(cells, source, Words(main_group, group_aliases, sectors))
    headings = source.table.headings
    used = {place: column for column, place in source.match.positions.items()}
    return Checked(
        kind=source.match.kind,
        file_name=file_name,
        sha256=hashlib.sha256(data).hexdigest(),
        encoding=source.encoding,
        delimiter=source.delimiter,
        header_line=source.header_line,
        mapping={headings[place]: used[place] for place in sorted(used)},
        ignored=tuple(headings[place] or NO_HEADING for place in range(len(headings)) if place not in used),
        rows=rows,
        problems=found,
        count_read=cells.height + source.table.broken.height,
    )


def _sorted_out(cells: pl.DataFrame, source: Read, words: Words) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Good rows, problems. A total is not judged cell by cell, nor a row with a problem as a repetition."""
    kind, places = source.match.kind, source.match.positions
    named = {field.column: field.heading for field in kind.fields}
    named |= {column: source.table.headings[place] for column, place in places.items()}

    broken = source.table.broken.with_columns(clean(pl.col("value")).fill_null(""))
    totals = problems.of_totals(cells, [str(places[field.column]) for field in kind.required])
    text = text_of(_without(cells, totals), places, kind)
    values = values_of(text, kind, words)
    wrong = pl.concat([
        *problems.of_cells(text, values, kind, words, named),
        *problems.of_checks(text, values, kind, named),
    ])  # fmt: skip
    rows = completed(_without(values, wrong), kind)
    repeats = problems.of_repeats(rows, kind, named)
    return _without(rows, repeats).select(*named, "line", "row_key"), problems.listed(
        [broken, totals, wrong, repeats], named
    )


def _without(rows: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    return rows.filter(~pl.col("line").is_in(found["line"].unique().implode()))
