"""A body taken out whole, as a Frictionless data package: what is live as a table of each kind, for any
program, and each upload as it was said, from which another store comes to the same (`intake/packed.py`).
"""

import json
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from hashlib import sha256
from typing import Any

import polars as pl

import export
from kinds import KIND
from kinds.days import A_DATE
from kinds.kind import Field, Kind
from rules import Body
from store import Upload
from store.whole import Whole

DESCRIBED = "datapackage.json"
LIVE, RECORD = "tables", "record"
ABOUT = (
    f"All that is on record of this body. {LIVE}/ has the records that are live, a table of each kind. "
    f"{RECORD}/ has every upload that was not undone, as it was said: from these another store comes to the "
    "same findings. In CSV, text that a spreadsheet would take for a formula has an apostrophe before it."
)
TYPES = {
    pl.String: "string", pl.Date: "date", pl.Boolean: "boolean", pl.Int64: "integer", pl.Float64: "number",
    pl.Decimal: "number",
}  # fmt: skip
NAMING = {
    "organisation": "the name of an organisation",
    "organisations": "names of organisations, between semicolons",
    "group": "the name of a group",
    "person": "the name of a person",
    "address": "an e-mail address",
    "anybody": "text, in which anybody may be named",
    "nobody": "text",
}
# by what else the organisation of a row may be found than by its own columns, as `Names.placed_by` has it
FOUND_BY = {"email": r"(?m)^person\|(\S+@\S+)$", "payee": r"(?m)^payee\|(.+)$"}
Described = dict[str, Any]


def package(body: Body, whole: Whole, at: datetime, parquet: bool = False) -> dict[str, bytes]:
    """Path → bytes of each file, what describes them first. `at`: UTC, without a zone; `parquet`: the tables
    of what is live as that, too, with the names and types of the columns as stored: a share from 0 to 1.
    """
    files: dict[str, bytes] = {}
    described = [*_tables(whole, files, parquet), *_record(whole.uploads, files)]
    told = {
        "profile": "data-package",
        "name": body.key,
        "title": body.name,
        "description": ABOUT,
        "created": f"{at.isoformat()}Z",
        "quorate": {"body": body.key},
        "resources": described,
    }
    return {DESCRIBED: json.dumps(told, ensure_ascii=False, indent=2).encode(), **files}


def _tables(whole: Whole, files: dict[str, bytes], parquet: bool) -> Iterator[Described]:
    for name, rows in whole.live.items():
        kind, sources = KIND[name], [_source(each) for each in whole.uploads if each.kind == name]
        about = {"title": kind.title, "description": f"Each {kind.of}, as it is today.", "sources": sources}
        columns = {each.column: each for each in kind.fields}
        fields = [_field(each, rows[each.column]) for each in kind.fields]
        schema = _schema(fields, [columns[each].heading for each in _key(kind, rows)])
        yield _csv(f"{LIVE}/{name}.csv", name, _written(kind, rows, list(columns)), schema, about, files)
        if parquet:  # not described: readers of packages take its blanks for numbers
            files[f"{LIVE}/{name}.parquet"] = export.parquet(rows)


def _record(uploads: Sequence[Upload], files: dict[str, bytes]) -> Iterator[Described]:
    for number, upload in enumerate(uploads, 1):
        kind, rows, note = KIND[upload.kind], _with_finders(upload), upload.note
        name = f"{number:04}_{upload.kind}"
        columns = [each for each in rows.columns if each not in ("line", "row_key", "placed_by")]
        fields = [
            _field(kind.field[each], rows[each])
            if each in kind.field
            else {"name": _heading(kind, each), "type": "string", "column": each}
            for each in columns
        ]
        # what the gate cannot know of it
        said = {
            "kind": upload.kind, "said": json.loads(note.said.as_json()), "gone": upload.gone,
            "sha256": note.sha256, "mapping": note.mapping, "count_refused": note.count_refused,
            "words": _words(upload), "found_by": _found_by(rows),
        }  # fmt: skip
        about = {
            "title": note.file_name,
            "description": f"{kind.title}, as they were uploaded.",
            "sources": [_source(upload)],
            "quorate": said,
        }
        written = _written(kind, rows, columns)
        yield _csv(f"{RECORD}/{name}.csv", name, written, _schema(fields), about, files)


def _with_finders(upload: Upload) -> pl.DataFrame:
    """The rows with the columns that their file had, and those by which their organisation is found."""
    kind, rows = KIND[upload.kind], upload.rows.sort("line", "row_key")
    lacks = {*upload.note.said.lacks}
    if "placed_by" in rows.columns and rows["placed_by"].null_count() < rows.height:
        more = [each for each in kind.organisation_by if each in FOUND_BY and each not in kind.field]
        rows = rows.with_columns(pl.col("placed_by").str.extract(FOUND_BY[each]).alias(each) for each in more)
        # a file that had a column for it, blank in each row, would not have been asked otherwise
        asked = ("organisation", *more)
        lacks |= {each for each in asked if rows[each].null_count() == rows.height}
    return rows.drop(lacks)


def _words(upload: Upload) -> dict[str, list[str]]:
    """By column, words that are no option of the kind: explained by somebody, or of the body itself."""
    fields = [each for each in KIND[upload.kind].of_words if each.plain.options or callable(each.parser)]
    said = {each.column: upload.rows[each.column].drop_nulls().unique().sort() for each in fields}
    options = {each.column: each.plain.options for each in fields}
    words = {name: cells.filter(~cells.is_in(options[name])).to_list() for name, cells in said.items()}
    return {name: listed for name, listed in words.items() if listed}


def _found_by(rows: pl.DataFrame) -> list[str | None]:
    """Row by row, by what its organisation is found, as the store keeps it; none where no row is."""
    found = rows["placed_by"] if "placed_by" in rows.columns else pl.Series(dtype=pl.String)
    return found.to_list() if found.null_count() < len(found) else []


def _written(kind: Kind, rows: pl.DataFrame, columns: Sequence[str]) -> pl.DataFrame:
    """The rows under the headings of the kind's template, each cell as the gate reads it."""
    cells = []
    for name in columns:
        write = kind.field[name].plain.write if name in kind.field else None
        cells.append((write(pl.col(name)) if write else pl.col(name)).alias(_heading(kind, name)))
    return rows.select(cells)


def _heading(kind: Kind, column: str) -> str:
    return kind.field[column].heading if column in kind.field else column.capitalize()


def _csv(
    path: str, name: str, rows: pl.DataFrame, schema: Described, about: Described, files: dict[str, bytes]
) -> Described:
    data = files[path] = export.csv(rows)
    file = {
        "name": name, "path": path, "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
        "profile": "tabular-data-resource", "bytes": len(data), "hash": f"sha256:{sha256(data).hexdigest()}",
    }  # fmt: skip
    return {**file, "schema": schema, **about}


def _source(upload: Upload) -> Described:
    note, as_at = upload.note, upload.note.said.as_at
    assert isinstance(as_at, date), "the store gives each its day"
    return {"title": note.file_name, "as_at": f"{as_at}", "loaded_on": f"{note.at.date()}"}


def _schema(fields: Sequence[Described], key: Sequence[str] = ()) -> Described:
    return {"fields": fields, "missingValues": [""], **({"primaryKey": key} if key else {})}


def _key(kind: Kind, rows: pl.DataFrame) -> Sequence[str]:
    """The columns that tell one record from another, where each is filled in and they do; else none."""
    key = rows.select(kind.key)
    tells = not kind.may_repeat and not key.is_duplicated().any()
    return kind.key if tells and not key.null_count().sum_horizontal().item() else ()


def _field(field: Field, cells: pl.Series) -> Described:
    """A column of a CSV file, as it is declared; it is constrained only as far as these cells are."""
    parser = field.plain
    told: Described = {
        "name": field.heading,
        "type": TYPES[type(parser.dtype)],
        "column": field.column,
        "description": _holds(field),
    }
    if parser.unit:
        told["unit"] = parser.unit
    if parser.write:  # with its unit behind it
        told["bareNumber"] = False
    constraints: Described = {}
    if field.required and not cells.null_count():
        constraints["required"] = True
    if parser.options and cells.drop_nulls().is_in(parser.options).all():
        constraints["enum"] = [*parser.options]
    return {**told, **({"constraints": constraints} if constraints else {})}


def _holds(field: Field) -> str:
    parser = field.plain
    if parser.is_free and field.names:
        return NAMING[field.names]
    if parser.dtype == pl.Boolean:
        return "true or false"
    return parser.must_be.replace(A_DATE, "a day such as 2026-12-09").replace("May 2026", "2026-05")
