"""Where a verdict says that its words stand."""

from streamlit.testing.v1 import AppTest


def page() -> None:
    """The words of a date that no document asks for, and of an entry that a file has."""
    from datetime import date
    from types import SimpleNamespace

    from rules.actions import OWN_DATE
    from ui import blocks

    view = SimpleNamespace(body=SimpleNamespace(title="Terms"))
    blocks.reading(view, OWN_DATE)
    written = {"source_file": "example.toml", "source_line": 7, "starts": date(2026, 3, 1)}
    blocks.reading(view, OWN_DATE.model_copy(update=written))


def test_what_no_document_says_has_no_clause() -> None:
    """An entry has its clause, its day and its line."""
    own, written = (shown.value for shown in AppTest.from_function(page).run(timeout=30).markdown)

    assert "None of Terms asks for this" in own
    assert "1 March 2026" in written
    assert "line 7" in written
