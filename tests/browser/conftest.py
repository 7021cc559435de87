import shutil
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest
from selenium.webdriver.remote.webdriver import WebDriver

import intake
import samples
from rules import load_bodies
from store import Reader, Store
from tests.browser.driving import HOME, new_browser
from tests.browser.serving import must_have, started
from tests.filled import copied

AT = datetime(2026, 11, 20, 10, 15)
OFFICER = Reader("officer@example.org", frozenset({"secretariat"}))


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[WebDriver]:
    """A fresh Chromium that records every request it makes."""
    page = new_browser(tmp_path / "profile")
    yield page
    page.quit()


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The path of a closed store with the illustrative files of one body."""
    path = tmp_path_factory.mktemp("filled") / "quorate.duckdb"
    body = load_bodies(HOME / "bodies")["nottinghamshire"]
    with closing(Store.open(path)) as store:
        for file in sorted((HOME / "samples" / "illustrative" / body.key).glob("*.csv")):
            checked = intake.check(file.read_bytes(), file.name, body)
            store.add(OFFICER, body.key, checked.kind.name, checked.rows, intake.note(checked, AT))
    return path


@pytest.fixture(scope="module")
def sampled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with both samples for the tests of one file, as a first start would fill it."""
    folder = tmp_path_factory.mktemp("home")
    for sample in samples.SETS:
        copied(sample, folder)
    return folder


@pytest.fixture(scope="module")
def address(sampled: Path) -> Iterator[str]:
    """The product, started as a reader starts it, on samples of its own."""
    must_have("chromium", "chromedriver")
    with started(HOME, QUORATE_HOME=str(sampled)) as address:
        yield address


@pytest.fixture(scope="module")
def store_path(filled: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The path of a copy of it for the tests of one file."""
    return Path(shutil.copy(filled, tmp_path_factory.mktemp("store") / "quorate.duckdb"))
