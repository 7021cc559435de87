"""What a reader looks at is read and judged once, until something is loaded into that very body."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from rules import Facts
from store import Reader, Store
from tests.store.tables import SECRETARIAT, note, table
from ui import session
from ui.session import View

DAY = date(2026, 11, 21)


@pytest.fixture
def view() -> Iterator[View]:
    """One body of an empty store in memory, as its secretariat looks at it."""
    body, *_ = session.bodies().values()
    store = Store.open(None)
    yield View(store, Reader("s@example.org", frozenset({"secretariat"})), body, DAY, None)
    store.close()


def load(view: View, body: str, organisation: str) -> None:
    rows = table("organisations", f"organisation|membership\n{organisation}|member")
    view.store.add(SECRETARIAT, body, "organisations", rows, note(organisation))


def named(facts: Facts) -> list[str]:
    return [each.organisation for each in facts.organisations]


def test_an_upload_to_another_body_keeps_what_was_read_and_judged(view: View) -> None:
    """Facts and findings stay the very same objects, whatever is loaded elsewhere."""
    other = next(key for key in session.bodies() if key != view.body.key)
    facts, first = view.facts, next(iter(view.findings()))
    load(view, other, "Alder Trust")

    assert view.facts is facts
    assert next(iter(view.findings())) is first


def test_an_upload_to_the_body_itself_is_seen_at_once(view: View) -> None:
    """Nobody is shown what was true before it."""
    assert named(view.facts) == []
    load(view, view.body.key, "Alder Trust")

    assert named(view.facts) == ["Alder Trust"]


def test_readers_who_may_see_the_same_share_what_was_read(view: View) -> None:
    """A name is no reason to read again; another role is."""
    somebody_else = replace(view, reader=replace(view.reader, email="t@example.org"))
    on_the_board = replace(view, reader=Reader("b@example.org", frozenset({"board"})))

    assert somebody_else.facts is view.facts
    assert on_the_board.facts is not view.facts
