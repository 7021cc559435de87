"""What becomes of other people's test files: the right table, a table with a warning, or a reasoned refusal.

A table is right that is as the file's authors say, cell by cell; where they do not say, one whose headings
are its first row and all of whose rows fit them.

`python -m bench.corpora FOLDER`, where FOLDER has checkouts named csv-spectrum, frictionless-py, csvw and
big-list-of-naughty-strings, as far as there are any. An exception that is no refusal ends the run.
"""

import csv
import io
import json
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import polars as pl

import export
import intake
import loaders
from kinds.clean import clean
from loaders.reading.decode import to_utf8
from loaders.reading.grid import Grid, grid
from loaders.reading.workbook import is_workbook
from store import Reader, Store

CORPORA = ("csv-spectrum", "frictionless-py", "csvw")
SUFFIXES = {".csv", ".tsv", ".xlsx", ".xls", ".ods"}
KINDS = ("right", "warned", "refused", "wrong")
HEADINGS = ("Pledge reference", "As at", "Note")
COLUMNS = ("pledge_reference", "as_at", "note")


class Outcome(NamedTuple):
    """`kind` is one of KINDS, wrong where the file's authors expect another table; `why` is what is told."""

    kind: str
    why: str = ""


def main(folder: Path) -> None:
    """Prints the counts for each corpus, each warning and refusal, and the naughty strings' fate."""
    for corpus in CORPORA:
        if (folder / corpus).exists():
            report(folder / corpus)
    naughty = folder / "big-list-of-naughty-strings" / "blns.json"
    if naughty.exists():
        print(naughty.parent.name)
        for fate, count in strings(json.loads(naughty.read_text())).items():
            print(f"  {count} {fate}")


def report(corpus: Path) -> None:
    """Prints what becomes of each file of a corpus."""
    wanted = _wanted(corpus)
    files = sorted(path for path in corpus.rglob("*") if path.suffix.lower() in SUFFIXES)
    outcomes = {path: outcome(path.read_bytes(), wanted.get(path)) for path in files}
    counts = Counter(each.kind for each in outcomes.values())
    compared = sum(each.kind != "refused" for path, each in outcomes.items() if path in wanted)
    print(corpus.name, len(files), "files:", *(f"{counts[kind]} {kind}" for kind in KINDS))
    print(f"  compared cell by cell: {compared}")
    for path, (kind, why) in outcomes.items():
        if why:
            print(f"  {kind}: {path.relative_to(corpus)}: {why}")


def outcome(data: bytes, wanted: list[dict[str, str]] | None) -> Outcome:
    """What becomes of a file; `wanted` is its table, where its authors tell it."""
    try:
        loaders.check(data, "file")
    except loaders.Unmapped as sentence:  # a table, if any, of which a reader may say what it holds
        if not is_workbook(data) and not grid(data).records:
            return Outcome("refused", str(sentence))
    except loaders.Unreadable as sentence:
        return Outcome("refused", str(sentence))
    if is_workbook(data):
        return Outcome("right")
    found = grid(data)
    if wanted is not None and _told(found) != wanted:
        return Outcome("wrong", f"{_told(found)[:2]} is not {wanted[:2]}")
    warnings = "; ".join(_warnings(found))
    return Outcome("warned", warnings) if warnings else Outcome("right")


def _warnings(found: Grid) -> Iterator[str]:
    width = len(found.headings)
    if not found.header:
        yield "no headings"
    elif not found.rows:
        yield "no rows"
    if found.header.start:
        yield f"{found.header.start} rows above the headings"
    if found.end < len(found.records):
        yield f"another table begins on line {found.records[found.end].line}"
    if any(row.broken for row in found.rows):
        yield "a line whose quotation marks do not close"
    if width and any(any(row.cells[width:]) for row in found.rows):
        yield "a row with more cells than headings"


def _told(found: Grid) -> list[dict[str, str]]:
    """Rows as heading → cell, without blank cells."""
    return [
        {name: cell for name, cell in zip(found.headings, row.cells, strict=False) if cell}
        for row in found.rows
    ]


def _wanted(corpus: Path) -> dict[Path, list[dict[str, str]]]:
    """The tables that the authors of csv-spectrum, and of csvw for files without metadata, expect."""
    spectrum = {
        corpus / "csvs" / f"{path.stem}.csv": [_filled(row) for row in json.loads(path.read_text())]
        for path in corpus.glob("json/*.json")
    }
    manifest = corpus / "tests" / "manifest-json.jsonld"
    entries = json.loads(manifest.read_text())["entries"] if manifest.exists() else []
    bare = [
        each
        for each in entries
        if "result" in each and not each.get("implicit") and each.get("option", {}).keys() <= {"noProv"}
    ]
    return spectrum | {
        manifest.parent / each["action"]: list(_described(manifest.parent / each["result"]))
        for each in bare
        if each["action"].endswith(".csv")
    }


def _described(path: Path) -> Iterator[dict[str, str]]:
    for table in json.loads(path.read_text())["tables"]:
        for row in table["row"]:
            yield _filled(row["describes"][0])


def _filled(row: dict[str, str]) -> dict[str, str]:
    return {name: cell for name, cell in row.items() if cell}


def strings(naughty: list[str]) -> Counter[str]:
    """How each string comes back from a Note cell, all in one file and each in its own, loaded twice."""
    together = _twice(naughty)
    alone = [_twice([text])[0] for text in naughty]
    if together != alone:
        raise AssertionError("a string is read otherwise among others")
    if _through_the_store(naughty) != together:
        raise AssertionError("a string changes on its way through the store and an export")
    return Counter(_fate(text, note) for text, note in zip(naughty, alone, strict=True))


def _twice(texts: list[str]) -> list[str | None]:
    """The notes after a load, and the same after their export is loaded again."""
    first = _loaded(texts)
    if _loaded([note or "" for note in first]) != first:
        raise AssertionError("a string changes when it is loaded again")
    return first


def _through_the_store(texts: list[str]) -> list[str | None]:
    """The notes as our own export of the stored rows gives them when it is loaded again."""
    secretariat = Reader("bench", frozenset({"secretariat"}))
    checked = _checked(_file(texts))
    with closing(Store.open(None)) as store:
        note = intake.note(checked, datetime(2026, 1, 1))
        store.add(secretariat, "body", "pledge_progress", checked.rows, note)
        rows = store.read(secretariat, "pledge_progress", "body").sort("line")
    named = rows.select(pl.col(column).alias(name) for name, column in zip(HEADINGS, COLUMNS, strict=True))
    return _checked(export.csv(named)).rows["note"].to_list()


def _loaded(notes: Iterable[str]) -> list[str | None]:
    return _checked(_file(notes)).rows["note"].to_list()


def _file(notes: Iterable[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([HEADINGS, *((f"P{at}", "2026-03-31", note) for at, note in enumerate(notes))])
    return out.getvalue().encode()


def _checked(data: bytes) -> loaders.Checked:
    checked = loaders.check(data, "notes.csv", kind="pledge_progress")
    if checked.problems.height:
        raise AssertionError(f"a string is refused: {checked.problems.rows()}")
    return checked


def _fate(text: str, note: str | None) -> str:
    if note == text:
        return "come back to the byte"
    if note == _cleaned(text):
        return (
            "are blank"
            if note is None
            else "come back without invisible characters or needless spaces, in NFC"
        )
    if note == _cleaned(to_utf8(text.encode())[0].decode()):
        return "come back with control characters read as the Windows letters they stand for"
    return f"are lost: {text!r} as {note!r}"


def _cleaned(text: str) -> str | None:
    cleaned: str | None = pl.select(clean(pl.lit(text))).item()
    return cleaned


if __name__ == "__main__":
    main(Path(sys.argv[1]))
