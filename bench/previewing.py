"""What it costs to say beforehand which verdicts a file would turn, on the sample.

Run `.venv/bin/python -m bench.previewing [ROUNDS]`. Each file is checked, previewed and saved, in turns
without and with what follows from it, each time on a copy of the sample of its own. Medians of processor
seconds, and how many times as long it takes with.
"""

import sys
import tempfile
from collections.abc import Callable
from contextlib import closing
from datetime import date, datetime
from pathlib import Path
from statistics import median
from time import process_time

import intake
import loaders
import samples
from rules import load_bodies
from store import Reader, Said, Store, Upload

HOME = Path(__file__).parents[1]
BODY = load_bodies(HOME / "bodies")["nottinghamshire"]
READER = Reader("secretariat@example.org", frozenset({"secretariat"}))
TODAY = date(2026, 11, 30)
AT, SAID = datetime(2026, 11, 30, 9), Said(as_at=TODAY)
FILES = ("actions.csv", "attendance.csv", "pledge_progress.csv", "representatives.csv")
Way = Callable[[Store, loaders.Checked], None]


def without(store: Store, checked: loaders.Checked) -> None:
    """Only which rows are new, changed or gone; then it is saved."""
    upload = Upload(BODY.key, checked.kind.name, checked.kept, intake.note(checked, AT, SAID), "kept")
    store.tried(READER, upload)
    store.add_all(READER, [upload])


def with_verdicts(store: Store, checked: loaders.Checked) -> None:
    """As the page does it: with the verdicts before and after."""
    intake.saved(store, READER, intake.tried(store, READER, BODY, checked, AT, TODAY, SAID, "kept"))


def measured(full: Path, name: str, way: Way) -> float:
    """Processor seconds of a file on a copy of the sample, opened before."""
    data = (HOME / "samples" / "illustrative" / BODY.key / name).read_bytes() + b"\n"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "copy.duckdb"
        path.write_bytes(full.read_bytes())
        with closing(Store.open(path)) as store:
            begun = process_time()
            known = intake.known(store, READER, BODY, TODAY)
            way(store, intake.check(data, name, BODY, known=known, answers=loaders.Answers("day")))
            return process_time() - begun


def main() -> None:
    """Prints a line for each file."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "illustrative.duckdb"
        samples.make(full, "illustrative", AT)
        for name in FILES:
            taken = [[measured(full, name, way) for way in (without, with_verdicts)] for _ in range(rounds)]
            floor, ours = map(median, zip(*taken, strict=True))
            print(f"{name}: {floor:.2f} s without, {ours:.2f} s with: {ours / floor:.2f} times", flush=True)


if __name__ == "__main__":
    main()
