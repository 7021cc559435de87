"""Many files, on all cores: `python -m tests.fuzz.long COUNT [FIRST [EVERY]]`."""

import gc
import os
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from multiprocessing import get_context
from pathlib import Path

from tests.fuzz.invariants import hold
from tests.fuzz.made import made

BATCH = 250
THOROUGH = 8
STATUS, RESET = Path("/proc/self/status"), Path("/proc/self/clear_refs")


@dataclass
class Told:
    """What came of files: how many went which way, the failures by number, and the worst of each measure."""

    ways: Counter[str] = field(default_factory=Counter)
    failures: dict[int, str] = field(default_factory=dict)
    seconds: tuple[float, int] = (0, -1)
    mebibytes: tuple[float, int] = (0, -1)

    def add(self, other: "Told") -> None:
        """Takes in what came of others."""
        self.ways += other.ways
        self.failures |= other.failures
        self.seconds = max(self.seconds, other.seconds)
        self.mebibytes = max(self.mebibytes, other.mebibytes)


def run(count: int, first: int = 0, every: int = THOROUGH) -> Iterator[Told]:
    """Holds `count` files from number `first` on against the invariants, every so many of them thoroughly.

    What came of them so far, again and again; at last of all.
    """
    size = max(1, min(BATCH, count // (4 * (os.cpu_count() or 1))))  # no core waits long for another
    batches = [range(at, min(at + size, first + count)) for at in range(first, first + count, size)]
    told = Told()
    os.environ.setdefault("POLARS_MAX_THREADS", "1")  # small files gain nothing from more, and wait for them
    with ProcessPoolExecutor(os.cpu_count(), get_context("spawn")) as pool:
        for each in pool.map(_batch, batches, [every] * len(batches)):
            told.add(each)
            yield told


def _batch(numbers: Iterable[int], every: int) -> Told:
    told = Told()
    hold(made(0))  # what is imported at first use is no file's own
    gc.freeze()  # nor is it to be gone through again with each
    for number in numbers:
        file = made(number)
        before, start = _memory("VmRSS", reset=True), time.process_time()
        try:
            told.ways[hold(file, number % every == 0)] += 1
        except BaseException:  # a panic of Rust is no Exception
            told.failures[number] = traceback.format_exc(limit=-3)
        told.seconds = max(told.seconds, (time.process_time() - start, number))
        told.mebibytes = max(told.mebibytes, (_memory("VmHWM") - before, number))
    return told


def _memory(name: str, reset: bool = False) -> float:
    """Resident now or at most since the last reset, in MiB; 0 where the system does not tell."""
    if not STATUS.exists():
        return 0
    if reset:
        RESET.write_text("5")
    line = next(line for line in STATUS.read_text().splitlines() if line.startswith(name))
    return int(line.split()[1]) / 1024


def main(count: int, first: int = 0, every: int = THOROUGH) -> int:
    """Runs them and prints what came of them, each failure with the number that makes its file again."""
    known: set[int] = set()
    for told in run(count, first, every):
        print(told.ways.total() + len(told.failures), told.ways, told.seconds, told.mebibytes, flush=True)
        for number in told.failures.keys() - known:
            print(f"\n{number}\n{told.failures[number]}", flush=True)
        known |= told.failures.keys()
    print("failures:", sorted(known))
    return len(known)


if __name__ == "__main__":
    sys.exit(bool(main(*map(int, sys.argv[1:]))))
