"""What pages need is imported before the first reader comes, and before what stays is frozen."""

import asyncio
import json
import subprocess
import sys
from pathlib import Path

import pytest
from starlette.requests import Request

import app
from tests.filled import copied
from tests.test_borders import HOME, ROOMS
from ui import session

HEAVY = (*ROOMS, "export", "pandas", "polars", "altair", "duckdb", "pydantic", "numpy", "PIL")
VISIT = """
import json, sys
from streamlit.testing.v1 import AppTest
import app
app.prepare()
before = set(sys.modules)
pages = app.Path(app.__file__).parent / "pages"
shown = AppTest.from_file(pages / "main.py", default_timeout=300).run()
for page in sorted(pages.glob("*/*.py")):
    shown = shown.switch_page(page.relative_to(pages).as_posix()).run()
    assert not shown.exception, page
print(json.dumps(sorted(set(sys.modules) - before)))
"""


def test_no_page_imports_what_could_have_been_imported_before(tmp_path: Path) -> None:
    """After the warm-up every page is opened once: nothing of ours or heavy is imported for it."""
    env = {"QUORATE_STORE": str(copied("illustrative", tmp_path)), "PATH": "", "PYTHONPATH": str(HOME)}
    command = [sys.executable, "-c", VISIT]
    ended = subprocess.run(command, cwd=HOME, env=env, capture_output=True, text=True, check=True)
    late = json.loads(ended.stdout.splitlines()[-1])

    assert [module for module in late if module.split(".")[0] in HEAVY] == []


def test_a_server_whose_store_does_not_answer_is_not_ready(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """It lives all the same; the answer says nothing of what is wrong, and the log does."""
    damaged = tmp_path / "store.duckdb"
    damaged.write_bytes(b"no store of ours" * 1000)
    monkeypatch.setenv("QUORATE_STORE", str(damaged))
    asked = Request({"type": "http"})

    unready, alive = asyncio.run(app.ready(asked)), asyncio.run(app.health(asked))
    assert (unready.status_code, unready.body) == (503, b"not ready: the log says why")
    assert alive.status_code == 200
    assert "cannot be opened as a store" in caplog.text


def test_a_server_whose_store_answers_is_ready(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The terms are read, and the store is open."""
    path = tmp_path / "store.duckdb"
    monkeypatch.setenv("QUORATE_STORE", str(path))
    answer = asyncio.run(app.ready(Request({"type": "http"})))
    session.open_store(path).close()
    session._opened.clear()

    assert (answer.status_code, answer.body) == (200, b"ready")
