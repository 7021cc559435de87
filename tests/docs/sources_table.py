"""Writes docs/sources.md: every export of another system that is known, and what is done with it.

Run `.venv/bin/python -m tests.docs.sources_table` after a change in loaders/recognising/sources/.
"""

from pathlib import Path

from loaders import KIND
from loaders.recognising.source import Source
from loaders.recognising.sources import SOURCES

HOME = Path(__file__).parent.parent.parent
HEAD = """# Files of other systems

Made from `loaders/recognising/sources/` by `python -m tests.docs.sources_table`; a test keeps it so.
A file is recognised by its headings, whatever it is called, in letters large or small and in any order;
any other table is read once a reader has said what its headings mean, and is remembered for the body.
Microsoft Teams is known in English, French, German, Portuguese and Spanish. Its English lists, the French
meeting summary and the Portuguese live list were read as files; the other languages are built from what
others have published of them. A list of Microsoft Lists has its owner's headings and is read by those.

| system | becomes | recognised by | left out | evidence |
|---|---|---|---|---|
"""
SEEN, UNSEEN = "a real file was read", "built from its published headings, never seen as a file"


def table() -> str:
    """The whole page."""
    return HEAD + "".join(row(source) for source in SOURCES)


def row(source: Source) -> str:
    """One source; one that is refused becomes nothing."""
    becomes = "refused" if source.refused else KIND[source.kind].title.lower()
    left_out = source.refused or source.leaves_out
    evidence = SEEN if source.seen else UNSEEN
    return f"| {source.name} | {becomes} | {signs(source)} | {left_out} | {evidence} |\n"


def signs(source: Source) -> str:
    """The headings without which it is not this export, or the place of its columns where it has none."""
    if source.positions:
        return f"{len(source.positions)} columns without headings"
    return ", ".join(
        " or ".join(f"`{source.columns[column][0]}`" for column in need.split("|")) for need in source.needs
    )


if __name__ == "__main__":
    (HOME / "docs" / "sources.md").write_text(table(), encoding="utf-8")
