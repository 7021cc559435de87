"""How well readers understand the files of the Pollock benchmark when nothing is said about them.

`python -m bench.pollock PATH`, where PATH is a checkout of the benchmark. Each reader gets a file
and gives back a table; the measures are the benchmark's own: success, and precision, recall and F1 of
header, records and cells. A score is their sum, ten at best, as the mean of the files ("simple") or
weighted by how often a fault is met in public files ("weighted"). The results that the benchmark's
authors published are scored alike, to show that the measures agree. "Lenient" is a reader told
to read all as text and to pass over what it cannot read. CleverCSV is measured where it is installed.
"""

import csv
import io
import json
import re
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import cache, partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import fmean
from time import perf_counter
from typing import Any

import duckdb
import polars as pl
from dateutil.parser import parse, parserinfo

from loaders.reading.decode import to_utf8
from loaders.reading.grid import grid

Rows = Sequence[Sequence[str]]
Reader = Callable[[Path], Rows]
SETS = ("polluted_files", "survey_sample")
MEASURES = 10
LENIENT: dict[str, Any] = dict.fromkeys(
    ("ignore_errors", "null_padding", "all_varchar"), True
) | dict.fromkeys(("strict_mode", "parallel"), False)
PRICE = re.compile(r"([$£€])\s*(\d[\d,]*(?:\.\d+)?)")  # what follows is not compared, as in the original
warnings.simplefilter("ignore")  # dateutil on names that look like time zones, clevercsv on its own speed


class Jumps(parserinfo):  # type: ignore[misc]  # a class of a library without types
    """The characters that the benchmark passes over when it compares dates."""

    JUMP = [" ", ".", ",", ";", "-", "/", "'"]  # noqa: RUF012 (as dateutil declares it)


def main(checkout: Path) -> None:
    """Prints the scores and the seconds of every reader on both sets of files."""
    weights = json.loads((checkout / "pollock_weights.json").read_text())
    print(f"{'files':16}{'reader':24}{'simple':>8}{'weighted':>10}{'read':>12}{'seconds':>9}")
    for name in SETS:
        clean = {path.name: _csv(path) for path in sorted((checkout / name / "clean").iterdir())}
        for title, reader in (readers() | published(checkout / "results", name)).items():
            started = perf_counter()
            tables = {file: read(reader, checkout / name / "csv" / file) for file in clean}
            seconds = perf_counter() - started
            scores = {file: measured(clean[file], tables[file]) for file in clean}
            done = f"{sum(table is not None for table in tables.values())}/{len(clean)}"
            means = f"{fmean(scores.values()):8.3f}{_weighted(scores, weights):>10}"
            print(f"{name:16}{title:24}{means}{done:>12}{seconds:9.1f}", flush=True)


def _weighted(scores: Mapping[str, float], weights: Mapping[str, float]) -> str:
    """The mean of the scores by weight; "" for files that have no weights."""
    known = [file for file in scores if file in weights]
    mean = known and fmean([scores[file] for file in known], [weights[file] for file in known])
    return f"{mean:.3f}" if known else ""


def readers() -> dict[str, Reader]:
    """Every reader, each with nothing but the path of a file."""
    always: dict[str, Reader] = {
        "Quorate": ours,
        "Polars": _from_polars,
        "Polars, lenient": partial(_from_polars, infer_schema=False, truncate_ragged_lines=True),
        "DuckDB": _from_duckdb,
        "DuckDB, lenient": partial(_from_duckdb, **LENIENT),
        "csv.Sniffer": lambda path: _from_sniffer(path, csv),
    }
    if find_spec("clevercsv"):
        always["CleverCSV"] = lambda path: _from_sniffer(path, import_module("clevercsv"))
    return always


def published(results: Path, name: str) -> dict[str, Reader]:
    """What systems made of the files when the benchmark's authors ran them, as far as it is kept."""
    folders = {path.name: path / name / "loading" for path in sorted(results.iterdir())}
    return {
        f"published {system}": partial(_published, folder)
        for system, folder in folders.items()
        if folder.exists()
    }


def _published(folder: Path, path: Path) -> Rows:
    rows = _csv(folder / f"{path.name}_converted.csv")
    if rows and rows[0] == ["Application Error"]:
        raise ValueError(rows)
    return rows


def ours(path: Path) -> Rows:
    """The headings, where there are any, and the rows of the first table."""
    found = grid(path.read_bytes())
    return [*([found.headings] if found.header else []), *(row.cells for row in found.rows)]


def _from_polars(path: Path, **how: Any) -> Rows:
    frame = pl.read_csv(path, **how)
    return _texts([frame.columns, *frame.rows()])


def _from_duckdb(path: Path, **how: Any) -> Rows:
    with duckdb.connect() as store:
        table = store.read_csv(str(path), **how)
        return _texts([table.columns, *table.fetchall()])


def _from_sniffer(path: Path, library: Any) -> Rows:
    text = _text(path)
    return list(library.reader(io.StringIO(text, newline=""), library.Sniffer().sniff(text)))


def read(reader: Reader, path: Path) -> Rows | None:
    """The table, or None where the reader gives up, in whatever way it does."""
    try:
        return reader(path)
    except Exception:
        return None


def measured(clean: Rows, read: Rows | None) -> float:
    """The sum of the ten measures for one file: its cells as they are, header and records as compared."""
    if read is None:
        return 0
    if not clean:
        return MEASURES
    names = _shares(map(plain, clean[0]), map(plain, read[0]) if read else ())
    records = _shares(*(("".join(map(plain, row)) for row in rows[1:]) for rows in (clean, read)))
    cells = _shares(*((cell for row in rows for cell in row) for rows in (clean, read)))
    return 1 + names + records + cells


def _shares(wanted: Iterable[str], found: Iterable[str]) -> float:
    """Precision + recall + F1 of what was found."""
    wanted, found = Counter(wanted), Counter(found)
    both = (wanted & found).total()
    if not wanted:
        return 3
    if not both:
        return 0
    recall, precision = both / wanted.total(), both / found.total()
    return recall + precision + 2 * recall * precision / (recall + precision)


@cache
def plain(cell: str) -> str:
    """A cell as it is compared: numbers and dates by what they mean, text in small letters."""
    for meaning in (int, float, lambda text: parse(text, parserinfo=Jumps())):
        with suppress(ValueError, OverflowError, TypeError):
            return str(meaning(cell)) if cell.strip() else cell
    if price := PRICE.search(cell):
        return price[1] + str(float(price[2].replace(",", "")))
    return {"true": "1", "false": "0"}.get(cell.lower(), cell.lower())


def _csv(path: Path) -> Rows:
    return list(csv.reader(io.StringIO(_text(path), newline="")))


def _text(path: Path) -> str:
    """Text as it stands, in UTF-8 if it can be; which encoding it is in is told to the readers of text."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return to_utf8(path.read_bytes())[0].decode()


def _texts(rows: Iterable[Iterable[Any]]) -> Rows:
    return [["" if cell is None else str(cell) for cell in row] for row in rows]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
