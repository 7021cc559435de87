"""A body taken out whole: a package that says what it holds, and from which a store comes to the same."""

import io
import json
from contextlib import closing
from datetime import date, datetime
from functools import cache
from hashlib import sha256
from typing import Any
from unicodedata import normalize

import jsonschema
import polars as pl
import pytest

import intake
from package import package
from rules import Body, Facts, judge
from rules.facts import RECORDS
from store import Store, moment
from store.whole import Whole
from tests.filled import opened
from tests.judged import BODIES, READER, TODAY
from tests.security.hostile import STRINGS
from tests.store.tables import note, table
from tests.switch import some

AT = datetime(2026, 11, 22)
EARLIER = date(2025, 9, 1)
# those that are quick first
SHOWN = [
    (sample, body)
    for sample in ("illustrative", "published")
    for body in ("fostering_network", "walsall", "nottinghamshire", "national_alliance", "kent_medway")
]
PAIRS = some([SHOWN[1], SHOWN[5], SHOWN[0], *SHOWN[2:5], *SHOWN[6:]], 2)
# of a data package (https://specs.frictionlessdata.io), as far as every one of ours must keep to it
NAME = {"type": "string", "pattern": "^([-a-z0-9._/])+$"}
FIELD = {
    "type": "object",
    "required": ["name", "type", "column", "description"],
    "properties": {
        "name": {"type": "string"},
        "type": {"enum": ["string", "date", "boolean", "integer", "number"]},
        "description": {"type": "string", "minLength": 4},
        "unit": {"enum": ["£", "%"]},
        "bareNumber": {"const": False},
        "constraints": {
            "type": "object",
            "properties": {"required": {"const": True}, "enum": {"type": "array", "minItems": 1}},
            "additionalProperties": False,
        },
    },
}
SOURCE = {
    "type": "object",
    "required": ["title"],
    "properties": {
        each: {"type": "string", "pattern": r"^\d{4}-\d\d-\d\d$"} for each in ("as_at", "loaded_on")
    },
}
RESOURCE = {
    "type": "object",
    "required": [
        "name",
        "path",
        "format",
        "mediatype",
        "bytes",
        "hash",
        "schema",
        "title",
        "description",
        "sources",
    ],
    "properties": {
        "name": NAME,
        "path": {"type": "string", "pattern": r"^(tables|record)/\w+\.csv$"},
        "profile": {"const": "tabular-data-resource"},
        "encoding": {"const": "utf-8"},
        "hash": {"type": "string", "pattern": "^sha256:[0-9a-f]{64}$"},
        "sources": {"type": "array", "minItems": 1, "items": SOURCE},
        "schema": {
            "type": "object",
            "required": ["fields", "missingValues"],
            "properties": {
                "fields": {"type": "array", "minItems": 1, "items": FIELD},
                "missingValues": {"const": [""]},
                "primaryKey": {"type": "array", "minItems": 1, "items": {"type": "string"}},
            },
        },
    },
}
PACKAGE = {
    "type": "object",
    "required": ["profile", "name", "title", "created", "resources"],
    "properties": {
        "profile": {"const": "data-package"},
        "name": NAME,
        "created": {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$"},
        "resources": {"type": "array", "minItems": 1, "items": RESOURCE},
    },
}
DTYPES = {
    "string": pl.String, "boolean": pl.Boolean, "date": pl.Date, "integer": pl.Int64, "number": pl.Float64,
}  # fmt: skip


@cache
def whole(sample: str, body: str) -> Whole:
    with closing(opened(sample)) as store:
        return store.whole(READER, body)


@cache
def files(sample: str, body: str) -> dict[str, bytes]:
    return package(BODIES[body], whole(sample, body), AT, parquet=True)


def described(files: dict[str, bytes]) -> dict[str, Any]:
    return json.loads(files["datapackage.json"])


def read(files: dict[str, bytes], resource: dict[str, Any]) -> pl.DataFrame:
    """A CSV file as its description says that it is to be read; whatever cannot be read so raises."""
    fields = resource["schema"]["fields"]
    types = {each["name"]: pl.String if "bareNumber" in each else DTYPES[each["type"]] for each in fields}
    data = io.BytesIO(files[resource["path"]].removeprefix(b"\xef\xbb\xbf"))
    return pl.read_csv(data, schema=types, null_values="")


def verdicts(store: Store, body: Body, on: date) -> list[dict]:
    facts = Facts.of(store.read_all(READER, RECORDS, body.key, moment(on)))
    return [dict(each.as_json(body.key)) for each in judge(body, facts, on)]


@pytest.mark.parametrize(("sample", "body"), PAIRS)
def test_from_its_package_a_body_comes_to_the_same(sample: str, body: str) -> None:
    """Every finding of today and of a past day, and every record that is live."""
    with closing(Store.open(None)) as new, closing(opened(sample)) as old:
        package, of = files(sample, body).__getitem__, BODIES[body]
        again = intake.unpacked(intake.packed(package)[1], package, new, READER, of, AT, AT.date())

        assert sum(each.checked.problems.height + each.unanswered for each in again) == 0
        for on in (TODAY, EARLIER):
            assert verdicts(new, of, on) == verdicts(old, of, on)
        live = new.whole(READER, body).live
        assert {kind: rows.rows() for kind, rows in live.items()} == {
            kind: rows.rows() for kind, rows in whole(sample, body).live.items()
        }


@pytest.mark.parametrize(("sample", "body"), PAIRS)
def test_a_package_is_what_it_says(sample: str, body: str) -> None:
    """Its description keeps to the specification; each file is there, of these bytes, columns and types."""
    told = described(files(sample, body))
    jsonschema.validate(told, PACKAGE)

    paths = [each["path"] for each in told["resources"]]
    beside = ["datapackage.json", *(path for path in files(sample, body) if path.endswith(".parquet"))]
    assert sorted([*beside, *paths]) == sorted(files(sample, body))
    for each in told["resources"]:
        data, fields = files(sample, body)[each["path"]], each["schema"]["fields"]
        assert (each["bytes"], each["hash"]) == (len(data), f"sha256:{sha256(data).hexdigest()}")
        rows = read(files(sample, body), each)
        assert rows.columns == [field["name"] for field in fields]
        for field in fields:
            cells, limits = rows[field["name"]], field.get("constraints", {})
            assert not (limits.get("required") and cells.null_count())
            assert cells.drop_nulls().is_in(limits["enum"]).all() if "enum" in limits else True
        if key := each["schema"].get("primaryKey"):
            assert not rows.select(key).is_duplicated().any()


@pytest.mark.parametrize(("sample", "body"), PAIRS)
def test_the_gate_reads_each_table(sample: str, body: str) -> None:
    """Without a word of help, row by row as it is live; and Parquet has the very same."""
    for kind, rows in whole(sample, body).live.items():
        checked = intake.check(files(sample, body)[f"tables/{kind}.csv"], f"{kind}.csv", BODIES[body])

        assert (checked.kind.name, checked.problems.to_dicts()) == (kind, [])
        assert checked.rows.drop("line", "row_key").rows() == rows.rows()
        assert (
            pl.read_parquet(io.BytesIO(files(sample, body)[f"tables/{kind}.parquet"])).rows() == rows.rows()
        )


def test_a_key_is_only_told_where_it_tells() -> None:
    """Where a part of it is blank, or two records have the same, none is."""
    told = described(files("illustrative", "walsall"))
    keys = {each["name"]: each["schema"].get("primaryKey") for each in told["resources"]}

    assert keys["actions"] == ["Reference"]
    assert keys["representatives"] is None, "some seats have nobody"


def test_a_text_that_looks_like_a_formula_comes_back() -> None:
    """It is made inert in the file, and what the gate reads is the text itself."""
    # as the gate keeps a text
    kept = [" ".join(normalize("NFC", each).split()) for each in STRINGS if "|" not in each]
    guarded = ["=1+1", "+44 20", "-5", "@SUM(A1)", "'=1", "''=1", "'plain"]
    texts = [*guarded, *dict.fromkeys(each for each in kept if each and each.isprintable())]
    lines = "\n".join(f"R{place} | {text} | open" for place, text in enumerate(texts))
    body = BODIES["walsall"]
    with closing(Store.open(None)) as store, closing(Store.open(None)) as new:
        rows = table("actions", f"reference | action | status\n{lines}")
        store.add(READER, body.key, "actions", rows, note("actions.csv"))
        files = package(body, store.whole(READER, body.key), AT)
        intake.unpacked(
            intake.packed(files.__getitem__)[1], files.__getitem__, new, READER, body, AT, AT.date()
        )

        assert b"\r\nR0,,,'=1+1," in files["tables/actions.csv"]
        before, after = (each.whole(READER, body.key).live["actions"] for each in (store, new))
        assert after["action"].to_list() == before["action"].to_list()
