"""Whether the tests would notice a slip: small changes at random places, each against the tests of its room.

    python -m bench.mutants [--room rules] [--count 200] [--seed 1] [--jobs 2]

Each is made in a copy. One that no test notices survives and is printed: it wants a test, or a reason.
What the tests import of others is imported once: each run of them is forked off from there.
"""

import argparse
import importlib
import io
import multiprocessing
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tokenize
from collections import Counter
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from random import Random

HOME = Path(__file__).parent.parent
WHOLE = ("tests/test_illustrative.py", "tests/test_published.py")
# a mutant may never end; no room's tests take so long
MOST_SECONDS = 900
# what is imported before the tests begin brings plugins of pytest with it, which it would warn of
HOW = (
    "-x", "-q", "-p", "no:anyio", "-p", "no:cacheprovider", "-p", "no:xdist",
    "-W", "ignore::pytest.PytestAssertRewriteWarning",
)  # fmt: skip
FORKED = multiprocessing.get_context("forkserver")
FORKED.set_forkserver_preload(["altair", "duckdb", "hypothesis", "polars", "pydantic", "pytest", "streamlit"])


@dataclass(frozen=True)
class Room:
    """Where slips are made, and which tests should notice them."""

    files: tuple[str, ...]
    tests: tuple[str, ...]
    # whether the filled samples are the same whatever is changed in the room
    shares_samples: bool = False


HOUSE = "tests/test_house.py"
ROOMS = {
    "rules": Room(("rules/*.py",), ("tests/rules", HOUSE, "tests/bodies", "tests/oracle", *WHOLE), True),
    "kinds": Room(("kinds/*.py",), ("tests/kinds", HOUSE, "tests/loaders", "tests/samples", "tests/store")),
    "loaders": Room(
        ("loaders/**/*.py",), ("tests/loaders", HOUSE, "tests/samples", "tests/fuzz/test_found.py")
    ),
    "sql": Room(("store/sql/**/*.sql",), (*WHOLE, "tests/store", "tests/intake")),
}
OTHERWISE = {
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "==": "!=", "!=": "==", "and": "or", "or": "and",
    "not": "", "True": "False", "False": "True", "+": "-", "-": "+",
}  # fmt: skip
IN_SQL = {
    "<": "<=", "<=": "<", ">": ">=", ">=": ">", "=": "<>", "<>": "=", "and": "or", "or": "and",
    "not": "", "true": "false", "false": "true", "min": "max", "max": "min", "left join": "join",
}  # fmt: skip
SQL_TOKEN = re.compile(
    r"--[^\n]*|'[^']*'|between\s+\S+\s+and|coalesce\((?P<first>\w[\w.]*), (?P<second>\w[\w.]*|'[^']*')\)"
    r"|<=|>=|<>|<|>|=|\bleft join\b|\b\w+\b"
)


@dataclass(frozen=True)
class Mutant:
    """One change: of what stands at an offset of a file into something else, and the line that it is in."""

    file: str
    offset: int
    was: str
    becomes: str
    line: int
    source: str

    def applied(self, text: str) -> str:
        return text[: self.offset] + self.becomes + text[self.offset + len(self.was) :]

    def told(self) -> str:
        return f"{self.file}:{self.line}: {self.was!r} becomes {self.becomes!r} in {self.source}"


def mutants(room: Room) -> list[Mutant]:
    """Every change that is made in a room."""
    paths = sorted(path for pattern in room.files for path in HOME.glob(pattern))
    return [found for path in paths for found in _of_file(path)]


def _of_file(path: Path) -> Iterator[Mutant]:
    text, file = path.read_text(encoding="utf-8"), path.relative_to(HOME).as_posix()
    lines = text.splitlines()
    for offset, was, becomes in _of_sql(text) if path.suffix == ".sql" else _of_python(text):
        line = text.count("\n", 0, offset) + 1
        yield Mutant(file, offset, was, becomes, line, lines[line - 1].strip())


def _of_python(text: str) -> Iterator[tuple[int, str, str]]:
    starts = [0]
    for line in text.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        offset = starts[token.start[0] - 1] + token.start[1]
        if token.type == tokenize.NUMBER and token.string.isdecimal():
            yield offset, token.string, str(int(token.string) + 1)
        elif token.type in (tokenize.OP, tokenize.NAME) and token.string in OTHERWISE:
            if text[:offset].endswith("strict="):  # what lengths never differ in decides nothing
                continue
            yield offset, token.string, OTHERWISE[token.string]


def _of_sql(text: str) -> Iterator[tuple[int, str, str]]:
    for found in SQL_TOKEN.finditer(text):
        was = found[0]
        if found["first"]:
            yield found.start(), was, f"coalesce({found['second']}, {found['first']})"
        elif was.isdecimal():
            yield found.start(), was, str(int(was) + 1)
        elif was in IN_SQL:
            yield found.start(), was, IN_SQL[was]


def is_noticed(mutant: Mutant, tests: Sequence[str], copies: "SimpleQueue[Path]") -> bool:
    """Whether any test fails on the change, made for a moment in one of the copies."""
    copy = copies.get()
    path = copy / mutant.file
    text = path.read_text(encoding="utf-8")
    path.write_text(mutant.applied(text), encoding="utf-8")
    try:
        return any(_fails(copy, part) for part in _nearest_first(mutant, tests))
    finally:
        path.write_text(text, encoding="utf-8")
        copies.put(copy)


def _nearest_first(mutant: Mutant, tests: Sequence[str]) -> list[str]:
    """The tests of the same name come first, for they notice soonest."""
    nearest = [path for room in tests for path in (HOME / room).glob(f"**/test_{Path(mutant.file).stem}.py")]
    return [*(path.relative_to(HOME).as_posix() for path in nearest), *tests]


def _fails(folder: Path, tests: str, changed: bool = True) -> bool:
    process = FORKED.Process(target=_ends, args=(folder, tests, changed))
    process.start()
    process.join(MOST_SECONDS)
    process.kill()
    process.join()
    return process.exitcode != 0


def _ends(folder: Path, tests: str, changed: bool) -> None:
    """Runs tests in a copy until one fails, in a process that has read no file of ours but this."""
    os.chdir(folder)
    # what is compiled is kept before anything is changed; after, it would hide the next change
    sys.dont_write_bytecode = changed
    if changed:
        os.environ["PYTHONDONTWRITEBYTECODE"] = "1"
    sys.path[:] = [str(folder), *(path for path in sys.path if path and Path(path) != HOME)]
    if (folder.parent / "samples").exists():
        os.environ["QUORATE_FILLED_SAMPLES"] = str(folder.parent / "samples")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
    pytest = importlib.import_module("pytest")
    # what still runs in the background has nothing to do with the answer
    os._exit(pytest.main([*HOW, tests]))


def copied(folder: Path) -> Path:
    """The project's files as they stand, in a folder of their own."""
    listed = ["git", "ls-files", "--cached", "--others", "--exclude-standard"]
    names = subprocess.run(listed, cwd=HOME, check=True, capture_output=True, text=True).stdout.splitlines()
    for name in names:
        if (HOME / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(HOME / name, folder / name)
    return folder


def run(name: str, count: int, seed: int, jobs: int) -> None:
    """Makes `count` changes in a room, and prints those that survive and how many were noticed."""
    room = ROOMS[name]
    found = mutants(room)
    chosen = Random(seed).sample(found, min(count, len(found)))
    copies: SimpleQueue[Path] = SimpleQueue()
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(jobs) as pool:
        if room.shares_samples:
            (Path(folder) / "samples").mkdir()
        for job in range(jobs):
            copies.put(copied(Path(folder) / str(job)))
            if any(_fails(Path(folder) / str(job), part, changed=False) for part in room.tests):
                raise SystemExit(f"{name}: its tests fail before anything is changed")
        noticed = Counter[bool]()
        for mutant, is_seen in zip(
            chosen, pool.map(partial(is_noticed, tests=room.tests, copies=copies), chosen), strict=True
        ):
            noticed[is_seen] += 1
            if not is_seen:
                print(f"survives  {mutant.told()}", flush=True)
    print(
        f"{name}: {noticed[True]} of {noticed.total()} noticed, of {len(found)} places; seed {seed}",
        flush=True,
    )


def main() -> None:
    """Runs the rooms asked for, all of them unless told otherwise."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--room", choices=ROOMS, action="append")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    for name in asked.room or ROOMS:
        run(name, asked.count, asked.seed, asked.jobs)


if __name__ == "__main__":
    main()
