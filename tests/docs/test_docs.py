"""The docs are true: their tables are complete, their commands exist, their links lead somewhere."""

import re
from pathlib import Path

import pytest

import cli
from tests.docs.rules_table import table

HOME = Path(__file__).parent.parent.parent
PAGES = sorted([HOME / "README.md", *(HOME / "docs").glob("*.md")])
NUMBERS = {"A": 40, "N": 34, "F": 12, "C": 43, "W": 25}


def test_the_table_of_rules_is_what_the_bodies_say() -> None:
    """docs/rules.md is made anew after every change of a body's terms."""
    assert (HOME / "docs" / "rules.md").read_text(encoding="utf-8") == table()


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
