"""What the address says is what a page shows; what it says in vain is said aloud."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from ui import session

HOME = Path(__file__).parent.parent.parent


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """An empty store."""
    path = tmp_path / "empty.duckdb"
    monkeypatch.setenv("QUORATE_STORE", str(path))
    yield
    session.open_store(path).close()
    session._opened.clear()


def opened(**query: str) -> AppTest:
    """The first page as an address opens it."""
    app = AppTest.from_file(HOME / "pages" / "main.py", default_timeout=300)
    app.query_params.update(query)
    return app.run()


def said(app: AppTest) -> dict[str, str]:
    """What the address says in the end."""
    return {name: value for name, value in app.query_params.items() if name in ("body", "as_of", "known")}


def test_what_nobody_chose_stands_in_the_address_too() -> None:
    """The first body, today, and what is known now: so a link says the same tomorrow."""
    app = opened()

    assert said(app) == {
        "body": app.selectbox(key="body").options[0],
        "as_of": session.today().isoformat(),
        "known": "is known now",
    }
    assert list(app.warning) == []


@pytest.mark.parametrize("name", ["Walsall", "walsall", "wals"])
def test_a_part_of_a_name_opens_its_body(name: str) -> None:
    """However it is written; the address says the whole name then, and the day and reading stay."""
    app = opened(body=name, as_of="2026-03-01", known="then")

    assert app.selectbox(key="body").value == "walsall"
    assert app.date_input(key="as_of").value.isoformat() == "2026-03-01"
    assert app.session_state["known"] == "then"
    assert said(app) == {"body": "Walsall", "as_of": "2026-03-01", "known": "was known then"}
    assert list(app.warning) == []


@pytest.mark.parametrize(
    ("name", "value"), [("body", "Atlantis"), ("as_of", "never"), ("as_of", "1066-10-14"), ("known", "soon")]
)
def test_what_nobody_knows_is_said_aloud(name: str, value: str) -> None:
    """And the page is there all the same, of the first body, of today, as is known now."""
    app = opened(**{name: value})

    assert any(value.replace("-", "\\-") in each.value for each in app.warning)
    assert len(app.title) == 1
    assert value not in said(app).values()


def test_a_link_that_says_nothing_of_them_keeps_what_was_chosen() -> None:
    """And the address says so again."""
    app = opened(body="walsall", as_of="2026-03-01")
    del app.query_params["body"]
    app.run()

    assert app.selectbox(key="body").value == "walsall"
    assert said(app)["body"] == "Walsall"


def test_what_is_chosen_stays_chosen() -> None:
    """Another body and another day are not put back by the next run."""
    app = opened(body="walsall")
    app.selectbox(key="body").select("kent_medway").run()
    app.date_input(key="as_of").set_value("2025-01-31").run()

    assert app.selectbox(key="body").value == "kent_medway"
    assert app.date_input(key="as_of").value.isoformat() == "2025-01-31"
