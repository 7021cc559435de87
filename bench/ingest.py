"""What it costs to check a large file of attendance and to name every bad row, against two other ways.

    python bench/ingest.py [--rows 1000000] [--rounds 5]

floor: DuckDB reads the file as text into a table on disk, and checks nothing.
check: `loaders.check`; every bad row named.
load:  the same, then `Store.add` of the good rows to a store on disk.
peer:  the same rules row by row, with the csv module, Pydantic and a set of keys; nothing is kept.

Each measurement is a fresh process that has first done the same with a small file. The ways take turns. A way
that misses a bad row, or names a good one, ends the bench.
"""

import argparse
import csv
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from itertools import count, islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from bench.row_by_row import WORDS, bad_lines

GROUPS = ("Strategy Group", "Operations Group", "Data Group")
PARTNERS, SEATS = 60, 4
DAMAGED_ONE_IN, SMALL = 1000, 20_000

Row = list[str]


def rows() -> Iterator[Row]:
    """Everybody at one meeting after the other, without end."""
    chance = random.Random(1)
    for meeting in count():
        day = date(1995, 1, 2) + timedelta(days=meeting)
        for partner in range(PARTNERS):
            organisation = f"Example Partner {partner}"
            for seat in range(SEATS):
                word = chance.choice(WORDS)
                other = f"Representative 0 of {organisation}" if word == "substitute" else ""
                person = f"Representative {seat + 1} of {organisation}"
                yield [GROUPS[meeting % 3], f"{day:%d/%m/%Y}", organisation, person, word, other]


def damaged(row: Row, before: Row, kind: int) -> str:
    """The row as a line that is bad in one of six ways; `before` is the row above it."""
    group, day, organisation, person, word, other = row
    return (
        f"{group},31/02{day[5:]},{organisation},{person},{word},{other}",
        f"{group},{day},,{person},{word},{other}",
        f"{group},{day},{organisation},{person},perhaps,{other}",
        ",".join([*before[:4], word, "Somebody else"]),
        f"{group},{day},{organisation},{person},{word},{other},left over",
        f'{group},{day},"{organisation},{person},{word},{other}',
    )[kind]


def make(path: Path, count_rows: int) -> set[int]:
    """Write a file of our template, and say which of its lines are bad."""
    import loaders

    bad: set[int] = set()
    before: list[str] = []
    with path.open("wb") as file:
        file.write(loaders.template(loaders.KIND["attendance"]))
        for line, row in enumerate(islice(rows(), count_rows), 2):
            text = ",".join(row)
            if line % DAMAGED_ONE_IN == 0:
                bad.add(line)
                text = damaged(row, before, len(bad) % 6)
            before = row
            file.write(text.encode() + b"\r\n")
    return bad


def floor(path: Path, kept: Path) -> None:
    """The file as text in a table on disk.

    Quotation marks are text to it: told of them, it would lose most rows below the first that never closes.
    """
    import duckdb

    with path.open(encoding="utf-8-sig") as file:
        columns = dict.fromkeys(next(csv.reader(file)), "varchar")
    with duckdb.connect(str(kept)) as connection:
        connection.execute(
            f"create table attendance as select * from read_csv('{path}', columns={columns}, "
            "auto_detect=false, delim=',', quote='', header=true, all_varchar=true, ignore_errors=true)"
        )


def check(path: Path, _: Path) -> set[int]:
    """The lines of the bad rows."""
    import loaders

    return set(loaders.check(path.read_bytes(), path.name).problems["line"])


def load(path: Path, kept: Path) -> set[int]:
    """The same, with the good rows added to a new store."""
    import loaders
    from store import Reader, Store, UploadNote

    checked = loaders.check(path.read_bytes(), path.name)
    store = Store.open(kept)
    note = UploadNote(path.name, checked.sha256, datetime(2026, 1, 1), 0, checked.mapping)
    store.add(Reader("bench", frozenset({"secretariat"})), "bench", "attendance", checked.rows, note)
    store.close()
    return set(checked.problems["line"])


def peer(path: Path, _: Path) -> set[int]:
    """The lines of the bad rows, found one by one."""
    return bad_lines(path)


WAYS: dict[str, Callable[[Path, Path], set[int] | None]] = {
    "floor": floor, "check": check, "load": load, "peer": peer,
}  # fmt: skip


def measure(way: str, path: Path, small: Path, kept: Path) -> dict[str, object]:
    """One way in this process: processor and wall seconds, peak memory in MB, and the lines found bad."""
    WAYS[way](small, kept / "small.duckdb")
    processor, wall = time.process_time(), time.perf_counter()
    bad = WAYS[way](path, kept / "large.duckdb")
    processor, wall = time.process_time() - processor, time.perf_counter() - wall
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {"processor": processor, "wall": wall, "memory": memory, "bad": bad and sorted(bad)}


def measured(way: str, path: Path, small: Path, bad: set[int]) -> dict[str, float]:
    """The same in a fresh process. Raises SystemExit where the lines found are not those damaged."""
    with tempfile.TemporaryDirectory(dir=path.parent) as kept:
        command = [sys.executable, __file__, "--way", way, str(path), str(small), kept]
        found = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)
    if found["bad"] is not None and set(found["bad"]) != bad:
        raise SystemExit(f"{way}: {len(set(found['bad']) ^ bad)} lines wrongly named or passed over")
    return dict(found)


def report(runs: dict[str, list[dict[str, float]]]) -> None:
    """The median of each way, and of its ratio to the floor of the same round."""
    print(f"{'':8}{'processor s':>14}{'wall s':>10}{'peak MB':>10}{'x floor: processor':>22}{'peak':>8}")
    for way, found in runs.items():
        middle = {
            name: statistics.median(run[name] for run in found) for name in ("processor", "wall", "memory")
        }
        ratio = {
            name: statistics.median(
                run[name] / base[name] for run, base in zip(found, runs["floor"], strict=True)
            )
            for name in ("processor", "memory")
        }
        print(
            f"{way:8}{middle['processor']:14.2f}{middle['wall']:10.2f}{middle['memory']:10.0f}"
            f"{ratio['processor']:22.2f}{ratio['memory']:8.2f}"
        )


def main() -> None:
    """Make the files, let the ways take turns, and print what they cost."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1_000_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--ways", nargs="+", choices=WAYS, default=list(WAYS))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path, small = Path(folder) / "attendance.csv", Path(folder) / "small.csv"
        make(small, SMALL)
        bad = make(path, options.rows)
        size = path.stat().st_size / 1e6
        print(f"{options.rows:,} rows, {size:.0f} MB, {len(bad):,} bad; {os.cpu_count()} cores")
        runs: dict[str, list[dict[str, float]]] = {way: [] for way in options.ways}
        for _ in range(options.rounds):
            for way in options.ways:
                runs[way].append(measured(way, path, small, bad))
        report(runs)
        print("machine load (1, 5, 15 minutes):", *(f"{load:.2f}" for load in os.getloadavg()))


if __name__ == "__main__":
    if sys.argv[1:2] == ["--way"]:
        print(json.dumps(measure(sys.argv[2], *map(Path, sys.argv[3:]))))
    else:
        main()
