"""docs/sources.md says what the sources declare."""

from pathlib import Path

from loaders.recognising.sources import SOURCES
from tests.docs.sources_table import table

HOME = Path(__file__).parent.parent.parent


def test_the_table_of_sources_is_what_they_declare() -> None:
    """docs/sources.md is made anew after every change of a source."""
    assert (HOME / "docs" / "sources.md").read_text(encoding="utf-8") == table()


def test_every_source_has_a_name_of_its_own() -> None:
    """The page names each source once, as a reader is told which one was recognised."""
    names = [source.name for source in SOURCES]

    assert sorted(set(names)) == sorted(names)


def test_what_a_source_needs_is_among_its_columns() -> None:
    """A misspelt need would make a source that no file ever fits."""
    strays = [
        (source.name, column)
        for source in SOURCES
        for need in source.needs
        for column in need.split("|")
        if column not in source.columns
    ]

    assert strays == []
