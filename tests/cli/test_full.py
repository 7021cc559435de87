"""A store that cannot grow: a sentence, exit code 2, and nothing written."""

import resource
import subprocess
import sys
from pathlib import Path

from store import Store

HOME = Path(__file__).parent.parent.parent


def test_a_store_that_cannot_grow_says_so_and_keeps_what_it_has(tmp_path: Path) -> None:
    """As on a full disk: here no file may become larger than the store is."""
    path, rows = tmp_path / "store.duckdb", tmp_path / "meetings.csv"
    Store.open(path).close()
    size = path.stat().st_size
    rows.write_text(
        "Group,Meeting date,Chaired by\n"
        + "".join(f"Group {number},01/{number % 12 + 1:02}/2026,Chair {number}\n" for number in range(30_000))
    )
    command = [sys.executable, "cli.py", "load", str(rows), "--body", "kent_medway", "--yes"]
    run = subprocess.run(
        [*command, "--kind", "meetings", "--dates", "day", "--store", str(path)],
        cwd=HOME, capture_output=True, text=True, check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
    )  # fmt: skip

    assert run.returncode == 2, run.stderr[-1000:]
    assert "The store could not be written, and nothing was changed:" in run.stdout + run.stderr
    assert "Traceback" not in run.stdout + run.stderr
    store = Store.open(path)
    assert (store.head(), store.verify()) == ("", [])
    store.close()
