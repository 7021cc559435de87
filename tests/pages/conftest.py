"""A store of its own for a page."""

import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

import intake
from store import Store
from tests.filled import copied
from tests.pages.uploading import BODY, ROSTER, SEATS, SECRETARIAT
from ui import session


@pytest.fixture(scope="session")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with two members, each with one seat."""
    path = tmp_path_factory.mktemp("loaded") / "own.duckdb"
    store = Store.open(path)
    for name, text in (("roster.csv", ROSTER), ("seats.csv", SEATS)):
        checked = intake.check(text.encode(), name, BODY)
        at = datetime(2026, 11, 20)
        store.add(SECRETARIAT, BODY.key, checked.kind.name, checked.rows, intake.note(checked, at))
    store.close()
    return path


@pytest.fixture
def path(loaded: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of it, which the pages of this test open."""
    path = Path(shutil.copy(loaded, tmp_path))
    monkeypatch.setenv("QUORATE_STORE", str(path))
    yield path
    session.open_store(path).close()
    session._opened.clear()


@pytest.fixture
def illustrative(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the illustrative sample, which the pages of this test open."""
    path = copied("illustrative", tmp_path)
    monkeypatch.setenv("QUORATE_STORE", str(path))
    yield path
    session.open_store(path).close()
    session._opened.clear()
