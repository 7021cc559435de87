"""The page Data quality: what does not fit together, by kind, opening to remedy, file and line."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.filled import copied
from ui import session

HOME = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def store_path(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The path of a store with the illustrative set, closed so that the app can open it."""
    path = copied("illustrative", tmp_path_factory.mktemp("store"))
    yield path
    session.open_store(path).close()
    session._opened.clear()


@pytest.fixture
def page(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """The page of the national alliance on the day the samples are made for."""
    monkeypatch.setenv("QUORATE_STORE", str(store_path))
    app = AppTest.from_file(HOME / "pages" / "main.py", default_timeout=300)
    app.query_params.update({"body": "National", "as_of": "2026-11-21"})
    return app.switch_page("secretariat/quality.py").run()


def test_kinds_are_counted_and_head_their_lines(page: AppTest) -> None:
    """Each kind in the table of counts heads as many lines as it counts."""
    counts = page.table[0].value

    assert [head.value for head in page.header] == list(counts["Kind"])
    assert len(page.expander) == sum(int(count) for count in counts["Count"])


def test_a_line_opens_to_remedy_file_and_line(page: AppTest) -> None:
    """What is behind it is fetched when it is opened."""
    page.session_state["quality_0_None_national_alliance_2026-11-21_0"] = True
    opened = [text.value.replace("\\", "") for text in page.run().expander[0].markdown]

    assert opened[0].startswith("**What to do.** Add it to the organisations file")
    assert opened[1] == "**Rows.** 1 row of attendance, from attendance.csv, line 365."
