"""A kind that nobody has declared but this file, carried from upload to page and back by undo.

Run by `test_invented.py` in a process of its own, since whatever follows from the kinds follows at import.
The first argument is the folder for its store.
"""

import os
import sys
from datetime import date
from pathlib import Path

import kinds
from kinds.days import day
from kinds.fields import choice, count, text
from kinds.kind import Field, Kind

VISITS = Kind(
    name="visits",
    of="visit to a home",
    fields=(
        Field("organisation", "Organisation", text(), names="organisation", required=True),
        Field("visited_on", "Visited on", day, required=True),
        Field("visitor", "Visitor", text(), names="person"),
        Field("children_spoken_to", "Children spoken to", count()),
        Field("outcome", "Outcome", choice({"good": ("fine",), "poor": ()})),
    ),
    key=("organisation", "visited_on"),
    readers="secretariat, board, partner by organisation",
)
kinds.KINDS = (*kinds.KINDS, VISITS)
kinds.KIND = {kind.name: kind for kind in kinds.KINDS}

from streamlit.testing.v1 import AppTest  # noqa: E402 (only now may others look at the kinds)

import loaders  # noqa: E402
from intake import check, note  # noqa: E402
from rules import load_bodies  # noqa: E402
from store import Reader, Store  # noqa: E402
from ui import session  # noqa: E402

HOME = Path(__file__).parent.parent.parent
BODY = load_bodies(HOME / "bodies")["kent_medway"]
ROSTER = "Organisation,Also known as,Membership\nAlder College,Alder,member\nBirch,,member\n"
SAMPLE = "Alder,13/05/2026,Pat O’Shea,4,fine\nBirch,14/05/2026,Pat O'Shea,,\n"


def page(name: str) -> AppTest:
    app = AppTest.from_file(HOME / "pages" / "main.py", default_timeout=300)
    app.query_params.update({"body": BODY.short, "as_of": "2026-11-21"})
    app = app.switch_page(f"secretariat/{name}.py").run()
    assert not app.exception
    return app


def press(app: AppTest, label: str) -> AppTest:
    (button,) = [each for each in app.button if each.label == label]
    app = button.click().run()
    assert not app.exception
    return app


def main(folder: Path) -> None:
    """Upload on the page, rows under their names on record, how far they go, a second upload, undo."""
    os.environ["QUORATE_STORE"] = str(folder / "store.duckdb")
    reader = Reader("test", frozenset({"secretariat"}))
    store = session.open_store(folder / "store.duckdb")
    roster = check(ROSTER.encode(), "roster.csv", BODY)
    store.add(reader, BODY.key, "organisations", roster.rows, note(roster, session.now()))

    assert "Visits" in [each.value for each in page("templates").header]
    app = page("upload")
    app.file_uploader[0].set_value([("visits.csv", loaders.template(VISITS) + SAMPLE.encode(), "text/csv")])
    press(app.run(), "Confirm and save")

    rows = store.read(reader, "visits", BODY.key).select("organisation", "visitor", "outcome", "line").rows()
    assert rows == [("Alder College", "Pat O'Shea", "good", 2), ("Birch", "Pat O'Shea", None, 3)], rows
    partner = Reader("p", frozenset({"partner"}), BODY.key, "Birch")
    assert store.read(partner, "visits").height == 1
    fresh = store.read(reader, "freshness", BODY.key, kind="visits")
    assert fresh["data_to"].to_list() == [date(2026, 5, 14)]

    renamed = b"Organisation,Visited on,Visitor\nAlder College,13/05/2026,Kim Roe\n"
    again = check(renamed, "again.csv", BODY, kind="visits")
    store.add(reader, BODY.key, "visits", again.rows, note(again, session.now()))
    visitors = store.read(reader, "visits", BODY.key)["visitor"].to_list()
    assert visitors == ["Kim Roe", "Pat O'Shea"], "one visit under two names of an organisation is one"

    for _ in range(2):  # the newest is offered first
        press(page("history"), "Yes, undo it")
    assert store.read(reader, "visits", BODY.key).is_empty()
    assert store.verify() == []

    copy = folder / "copy.duckdb"
    store.backup(copy)
    store.close()
    Store.open(copy).close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
