"""The page Upload over a store of its own, as the tests of it use it."""

from pathlib import Path

import polars as pl
from streamlit.testing.v1 import AppTest

from rules import load_bodies
from store import Reader
from ui import session

HOME = Path(__file__).parent.parent.parent
BODY = load_bodies(HOME / "bodies")["kent_medway"]
SECRETARIAT = Reader("test", frozenset({"secretariat", "board"}))
ROSTER = "Organisation,Charity number,Membership\nAlder College,1234567,member\nBirch Council,,member\n"
SEATS = (
    "Organisation,Person,Email,Role\nBirch Council,Council Officer,officer@council.example,member\n"
    "Alder College,College Lead,,member\n"
)


def uploaded(name: str, file: str | bytes, encoding: str = "utf-8") -> AppTest:
    """The page with this file chosen."""
    app = AppTest.from_file(HOME / "pages" / "main.py", default_timeout=300)
    app.query_params.update({"body": BODY.short, "as_of": "2026-11-21"})
    app.switch_page("secretariat/upload.py").run()
    return chosen(app, {name: file if isinstance(file, bytes) else file.encode(encoding)})


def chosen(app: AppTest, files: dict[str, bytes]) -> AppTest:
    """The page once these files are chosen."""
    app.file_uploader[0].set_value([(name, data, "text/csv") for name, data in files.items()])
    return app.run()


def figures(app: AppTest) -> dict[str, str]:
    return {metric.label: metric.value for metric in app.metric}


def press(app: AppTest, label: str) -> AppTest:
    (button,) = [each for each in app.button if each.label == label]
    assert not button.disabled
    app = button.click().run()
    assert not app.exception
    return app


def edit(app: AppTest, rows: dict[int, dict[str, str]]) -> AppTest:
    """Edits cells of the first table that can be edited."""
    app.session_state[app.data_editor[0].key] = {"edited_rows": rows, "added_rows": [], "deleted_rows": []}
    return app.run()


def kept(path: Path, mart: str) -> pl.DataFrame:
    return session.open_store(path).read(SECRETARIAT, mart, BODY.key)
