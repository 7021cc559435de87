"""The docs are true: their tables are complete, their commands exist, their links lead somewhere."""

import re
from pathlib import Path

import pytest

import cli
from tests.docs.named import missing, named
from tests.docs.rules_table import table
from tests.docs.terms_reference import page
from tests.test_borders import MODULES, ROOMS

HOME = Path(__file__).parent.parent.parent
PAGES = sorted([HOME / "README.md", *(HOME / "docs").glob("*.md")])
NUMBERS = {"A": 40, "N": 34, "F": 12, "C": 43, "W": 25}


def test_the_table_of_rules_is_what_the_bodies_say() -> None:
    """docs/rules.md is made anew after every change of a body's terms."""
    assert (HOME / "docs" / "rules.md").read_text(encoding="utf-8") == table()


def test_the_reference_of_terms_is_what_the_models_say() -> None:
    """docs/terms.md is made anew after every change of a model; each kind of entry has an example in it."""
    assert (HOME / "docs" / "terms.md").read_text(encoding="utf-8") == page()


def test_all_154_rules_are_in_the_table() -> None:
    """No number of the five documents' rules is left out."""
    expected = {f"{letter}{number:02}" for letter, count in NUMBERS.items() for number in range(1, count + 1)}
    rules = [line.split("|")[1] for line in table().splitlines() if line.startswith("| ")]

    assert expected <= {rule for cell in rules for rule in re.findall(r"[A-Z]\d\d", cell)}


def test_every_module_and_test_in_the_table_exists() -> None:
    """The table points at files that are there."""
    named = set(re.findall(r"`((?:rules|tests)/[\w/]+\.py)`", table()))

    assert sorted(path for path in named if not (HOME / path).exists()) == []


def test_the_readme_shows_every_command() -> None:
    """Each verb of the command line has its line in the README, and none is shown that does not exist."""
    shown = re.findall(r"cli\.py (\w+)", (HOME / "README.md").read_text(encoding="utf-8"))
    offered = cli.parser()._subparsers._group_actions[0].choices

    assert shown == list(offered)


def test_the_readme_shows_the_two_commands_that_ci_calls() -> None:
    """What a reader runs is what CI runs."""
    readme = (HOME / "README.md").read_text(encoding="utf-8")

    assert "python3 make.py run\npython3 make.py test\n" in readme
    assert "python3 make.py test" in (HOME / ".ci" / "run").read_text(encoding="utf-8")


def rows_under(heading: str) -> list[str]:
    """The rows of the README's table under a heading."""
    section = (HOME / "README.md").read_text(encoding="utf-8").partition(f"\n## {heading}\n")[2]
    return [row for row in section.partition("\n## ")[0].splitlines() if row.startswith("| ")][1:]


@pytest.mark.parametrize("row", [*rows_under("The rooms"), *rows_under("To add")])
def test_what_the_readmes_tables_name_is_there(row: str) -> None:
    """Every room and every file to touch; within a row of a room, from that room as well."""
    room = next((path for path, _ in named(row.split("|")[1])), "")
    folders = ("", room) if room.endswith("/") else ("",)

    assert missing(row, folders) == []


def test_every_room_is_in_the_readmes_table() -> None:
    """No folder or launcher of the product is left out."""
    table = "".join(row.split("|")[1] for row in rows_under("The rooms"))
    told = {path.rstrip("/") for path, _ in named(table)}

    assert {*ROOMS, *(f"{name}.py" for name in MODULES)} <= told


@pytest.mark.parametrize("page", ["architecture.md", "contributing.md"])
def test_what_a_page_for_developers_names_is_there(page: str) -> None:
    """Files, folders and, as FILE:NAME, functions."""
    text = (HOME / "docs" / page).read_text(encoding="utf-8")

    assert list(named(text)) and missing(text) == []


@pytest.mark.parametrize(
    "gone", ["`rules/gone.py`", "`gone/`", "`rules/family.py:gone`", "`kinds/kind.py:Kind.gone`", "`gone.py`"]
)
def test_what_is_not_there_is_seen(gone: str) -> None:
    """The test itself tells what is gone, in a sentence and in a drawing."""
    assert len(missing(f"See {gone}, not `rules/family.py:Family.of` or `kinds/NAME.py`.")) == 1
    assert len(missing(f'```mermaid\na["x<br>{gone.strip("`")}"]\n```')) == 1


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_link_leads_somewhere(page: Path) -> None:
    """Links and pictures inside the repository point at files that are there."""
    links = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))

    assert [link for link in links if not (page.parent / link).exists()] == []


@pytest.mark.parametrize("named", ["requirements.txt", "requirements-dev.txt"])
def test_the_locks_name_no_index(named: str) -> None:
    """A lock holds names, versions and hashes, and no address to download from."""
    lines = (HOME / named).read_text(encoding="utf-8").splitlines()

    assert [line for line in lines if "://" in line or line.startswith("-")] == []
    assert all("==" in line for line in lines if line and not line.startswith((" ", "#")))
