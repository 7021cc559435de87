"""A store that cannot grow: a sentence, exit code 2, and nothing written."""

import resource
import subprocess
import sys
from pathlib import Path

import pytest

from store import Store
from tests.switch import at_length

HOME = Path(__file__).parent.parent.parent


@pytest.mark.parametrize("count", [2_000, pytest.param(30_000, marks=at_length)])
def test_a_store_that_cannot_grow_says_so_and_keeps_what_it_has(tmp_path: Path, count: int) -> None:
    """As on a full disk: here no file may become larger than the store is, whether by a little or by much."""
    path, rows = tmp_path / "store.duckdb", tmp_path / "publications.csv"
    Store.open(path).close()
    size = path.stat().st_size
    rows.write_text(
        "Title,Published\n"
        + "".join(f"Guide {number},{number % 12 + 1:02}/2026\n" for number in range(count))
    )
    command = [sys.executable, "cli.py", "load", str(rows), "--body", "kent_medway", "--yes"]
    run = subprocess.run(
        [*command, "--kind", "publications", "--dates", "day", "--store", str(path)],
        cwd=HOME, capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )  # fmt: skip

    assert run.returncode == 2, run.stderr[-1000:]
    assert "The store could not be written, and nothing was changed:" in run.stdout + run.stderr
    assert "Traceback" not in run.stdout + run.stderr
    store = Store.open(path)
    assert (store.head(), store.verify()) == ("", [])
    store.close()
