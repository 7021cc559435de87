"""Writes docs/rules.md: every rule of the five bodies with its clause, module and test.

Run `.venv/bin/python -m tests.docs.rules_table` after a change of a body's terms.
"""

from collections.abc import Iterator
from pathlib import Path

from rules import Body, load_bodies
from rules.terms import Term

HOME = Path(__file__).parent.parent.parent
HEAD = """# Every rule

Made from `bodies/*.toml` by `python -m tests.docs.rules_table`; a test keeps it so.
A rule in `rules/text.py` is shown on the terms page and not judged;
the tests of every other module judge it both ways.
"""


def table() -> str:
    """The whole page."""
    bodies = load_bodies(HOME / "bodies")
    return "\n".join([HEAD, *(line for body in bodies.values() for line in section(body))]) + "\n"


def section(body: Body) -> Iterator[str]:
    """One body: a heading and a row for each entry of its own file."""
    yield f"\n## {body.name}\n\n{body.title}, `bodies/{body.key}.toml`\n"
    yield "| rule | clause | in our words | module | test |\n|---|---|---|---|---|"
    entries = [
        (family, entry)
        for family, entries in body.terms.items()
        for entry in entries
        if entry.source_file == f"bodies/{body.key}.toml"
    ]
    for family, entry in sorted(entries, key=lambda found: (found[1].rule, found[0])):
        yield row(family, entry)


def row(family: str, entry: Term) -> str:
    """One entry; a text entry is tested by the page that shows it."""
    test = "tests/pages/test_pages.py" if family == "text" else f"tests/rules/test_{family}.py"
    rules = ", ".join((entry.rule, *entry.also))
    return f"| {rules} | {entry.clause} | {entry.says} | `rules/{family}.py` | `{test}` |"


if __name__ == "__main__":
    (HOME / "docs" / "rules.md").write_text(table(), encoding="utf-8")
