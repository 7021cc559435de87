"""Every page renders for every body, on an empty store and on both sample sets."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from rules import load_bodies
from tests.filled import copied
from tests.switch import LONG
from ui import session

HOME = Path(__file__).parent.parent.parent
BODIES = load_bodies(HOME / "bodies")
PAGES = sorted(path.relative_to(HOME / "pages").as_posix() for path in (HOME / "pages").glob("*/*.py"))
LOADED_AT = datetime(2026, 11, 20, 10, 15)


# with a quorum and without, on what leaves most blank; more of them on the sample that leaves least
FEW = {
    "empty": ("walsall",),
    "published": ("walsall",),
    "illustrative": ("kent_medway", "nottinghamshire"),
}
SHOWN = [
    (filling, body)
    for filling in ("empty", "published", "illustrative")
    for body in (BODIES if LONG and filling == "illustrative" else FEW[filling])
]


@pytest.fixture(scope="module")
def store_path(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The path of a store with each filling, closed so that the app can open it."""
    folder = tmp_path_factory.mktemp("store")
    path = folder / "empty.duckdb" if request.param == "empty" else copied(request.param, folder)
    yield path
    session.open_store(path).close()
    session._opened.clear()


def opened(page: str, body: str, **query: str) -> AppTest:
    """A page as its deep link opens it."""
    app = AppTest.from_file(HOME / "pages" / "main.py", default_timeout=300)
    for name, value in {"body": BODIES[body].short, "as_of": "2026-11-21", **query}.items():
        app.query_params[name] = value
    app.run()
    return app.switch_page(page).run()


@pytest.mark.parametrize(("store_path", "body"), SHOWN, indirect=["store_path"])
def test_every_page_renders(
    store_path: Path, body: str, monkeypatch: pytest.MonkeyPatch, subtests: pytest.Subtests
) -> None:
    """No page fails or comes out without a title, whatever the store holds and wherever one comes from."""
    monkeypatch.setenv("QUORATE_STORE", str(store_path))
    app = opened(PAGES[-1], body)
    for page in PAGES:
        with subtests.test(page=page):
            app = app.switch_page(page).run()

            assert list(app.exception) == []
            assert app.selectbox(key="body").value == body
            assert len(app.title) == 1
