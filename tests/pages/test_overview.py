"""The overview opens on the next meeting."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from tests.filled import copied
from tests.pages.test_pages import opened
from ui import session


@pytest.fixture
def store(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The app shows the illustrative sample, or an empty store."""
    is_empty = getattr(request, "param", "") == "empty"
    path = tmp_path / "empty.duckdb" if is_empty else copied("illustrative", tmp_path)
    monkeypatch.setenv("QUORATE_STORE", str(path))
    yield
    session.open_store(path).close()
    session._opened.clear()


def shown(app: AppTest) -> str:
    return "\n".join(each.value for each in app.markdown)


def links(app: AppTest) -> list[str]:
    return [each.proto.label for each in app.get("page_link")]


@pytest.mark.usefixtures("store")
def test_it_opens_on_the_next_meeting() -> None:
    """Its day is the title; that it is at risk is a warning in a word, with a mark."""
    page = opened("board/overview.py", "kent_medway")
    headings = [each.value for each in page.header]

    assert page.title[0].value == "Before the meeting on Thursday 10 December 2026"
    assert headings[:2] == ["Will it be quorate?", "For the agenda"]
    assert ":orange-badge[At risk !]" in shown(page)
    assert any("1. Ratify" in label for label in links(page))
    assert sum("quorate ✕]" in label for label in links(page)) == 2


@pytest.mark.usefixtures("store")
def test_a_link_opens_the_very_verdict_that_it_is_about() -> None:
    """One click from the agenda to the clause, the rows, the file and its lines."""
    page = opened("board/overview.py", "kent_medway")
    [link] = [each for each in page.get("page_link") if "1. Ratify" in each.proto.label]
    there = opened("board/decisions.py", "kent_medway", **dict(parse_qsl(link.proto.query_string)))
    told = [each.value for each in there.markdown]

    assert any("line 12" in text for text in told)
    assert any(text.startswith("**Clause.**") for text in told)

    to_correct = [each.proto for each in there.get("page_link") if each.proto.page == "enter"]
    assert {each.label for each in to_correct} == {"Correct or withdraw it"}
    asked = dict(parse_qsl(to_correct[0].query_string))
    entered = opened("secretariat/enter.py", "kent_medway", **asked)
    assert entered.selectbox(key="enter").value == "decisions"
    assert entered.selectbox(key="which_decisions_0").value == asked["which"]


@pytest.mark.usefixtures("store")
def test_a_meeting_named_in_a_link_is_looked_at() -> None:
    """Who did what at it, in words, and the verdicts on it alone."""
    page = opened("board/attendance.py", "kent_medway", one_meeting="5 March 2026")

    assert "Sent a substitute:** University of Example" in shown(page)
    on_meetings = [each.label for each in page.expander if "Strategy Group" in each.label]
    assert ["5 March 2026" in label for label in on_meetings] == [False, True]


@pytest.mark.usefixtures("store")
def test_without_a_next_meeting_it_says_which_file_would_tell() -> None:
    """And shows the rest."""
    page = opened("board/overview.py", "kent_medway", as_of="2029-01-01")

    assert page.title[0].value == "Overview"
    assert "A **meetings** file" in shown(page)
    assert "How it has gone" in [each.value for each in page.header]


@pytest.mark.usefixtures("store")
@pytest.mark.parametrize("store", ["empty"], indirect=True)
def test_an_empty_store_leads() -> None:
    """It names the files that the terms ask for, the organisations first."""
    page = opened("board/overview.py", "walsall")
    told = [each.value.split("**")[1] for each in page.markdown if each.value.startswith("- **")]

    assert told[:4] == ["Organisations", "Representatives", "Meetings", "Attendance"]


@pytest.mark.usefixtures("store")
def test_what_if_others_came_is_answered_at_once_and_kept_in_the_link() -> None:
    """A link opens the choice; a click changes the verdict, and nothing is saved."""
    link = {"comes_2026-12-10": "University of Example"}
    page = opened("board/attendance.py", "kent_medway", **link)
    [may_come] = [each for each in page.get("button_group") if each.key in link]
    before = session.store().head()
    assert may_come.value == ["University of Example"]
    assert ":orange-badge[Would be sub-quorate !]" in shown(page)

    page = may_come.set_value(may_come.options).run()
    assert ":green-badge[Would be quorate ✓]" in shown(page)
    assert session.store().head() == before


@pytest.mark.usefixtures("store")
def test_a_verdict_says_what_would_change_it() -> None:
    """Where it is opened, beside its clause; where nothing would turn it, nothing is said."""
    page = opened("board/attendance.py", "kent_medway", about="Strategy Group, 5 March 2026")

    assert "**What would change it.** It would have been quorate with" in shown(page)
    assert "**What would change it.**" not in shown(opened("board/attendance.py", "walsall"))
