"""The page Interpretations: a reading is chosen with its reason, and what it would turn is seen before."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from rules import every_body, judge
from rules.facts import RECORDS, Facts
from store import Reader, moment
from tests.filled import copied
from tests.pages.test_pages import opened
from tests.pages.uploading import press
from ui import session
from ui.words import esc

SECRETARIAT = Reader("s@example.org", frozenset({"secretariat"}))
EARLIER = date(2026, 9, 30)
BODY = every_body()["kent_medway"]
ANYONE = "The three that it makes a minimum; whoever is sent in place of a representative counts."


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[AppTest]:
    """Over a copy of the illustrative sample, with the clause on the quorum opened."""
    path = copied("illustrative", tmp_path)
    monkeypatch.setenv("QUORATE_STORE", str(path))
    page = opened("secretariat/interpretations.py", "kent_medway")
    [quorum] = [each for each in page.expander if "4\\.6" in each.label]
    page.session_state[quorum.key] = True
    yield page.run()
    session.open_store(path).close()
    session._opened.clear()


def quorum_of_march(on: date | None = None, known: str = "now") -> str:
    """The verdict on the meeting to which a substitute came who was not a named deputy, as of a day."""
    store, day = session.open_store(session.configured_path() or Path()), on or session.today()
    facts = Facts.of(store.read_all(SECRETARIAT, RECORDS, BODY.key, moment(day, known)))
    found = judge(BODY, facts, day)
    return next(str(f.status) for f in found if f.about == "Strategy Group, 5 March 2026")


def test_what_a_reading_would_turn_is_seen_before_it_is_chosen(page: AppTest) -> None:
    """Nothing is kept before it has its reason; then it stands beside the verdict, and can be undone."""
    store = session.open_store(session.configured_path() or Path())
    assert quorum_of_march() == "not met"
    page = next(each for each in page.radio if esc(ANYONE) in each.options).set_value(ANYONE).run()
    told = "\n".join(each.value for each in page.markdown)
    assert "Strategy Group, 5 March 2026: met, which was not met" in told.replace("\\", "")
    assert not page.button and quorum_of_march() == "not met"

    why = next(each for each in page.text_input if each.label == "Why")
    page = press(why.set_value("Agreed by the board").run(), "Read it so")
    assert "can be undone" in page.success[0].value
    assert quorum_of_march() == "met"
    assert quorum_of_march(EARLIER) == "met", "how an earlier day is read now"
    assert quorum_of_march(EARLIER, "then") == "not met", "nobody had chosen it"
    [row] = store.read(SECRETARIAT, "interpretations", BODY.key).to_dicts()
    assert (row["rule"], row["reading"], row["why"]) == ("C30", ANYONE, "Agreed by the board")

    opened_again = opened("board/attendance.py", "kent_medway", about="Strategy Group, 5 March 2026")
    beside = "\n".join(each.value for each in opened_again.markdown)
    assert "Agreed by the board" in beside

    last = store.read(SECRETARIAT, "uploads", BODY.key)["upload_id"].max()
    store.undo(SECRETARIAT, last, session.now())
    assert quorum_of_march() == "not met"


def test_an_example_stands_with_its_verdict(page: AppTest) -> None:
    """Of the same rows, by each reading."""
    first, second = (each.value for each in page.markdown if each.value.startswith("**Example"))

    assert esc("As the terms have it, on 31 March 2026: met.") in first
    assert esc(f"Read as “{ANYONE.rstrip('.')}”, on 31 March 2026: met.") in second
