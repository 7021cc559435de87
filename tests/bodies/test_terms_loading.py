"""Reading terms files: what is shared, what is refused, what holds on which day."""

import re
from datetime import date
from pathlib import Path

import pytest

from rules import Body, TermsError, every_body, load_bodies
from rules.terms import in_force

FOLDER = Path(__file__).parents[2] / "bodies"

HEADER = """
name = "A body"
short = "Body"
title = "Terms"
main_group = "Board"
"""

CHANGED = """
[[notice]]
rule = "X01"
kind = "papers"
from = 2020-01-01
clause = "1"
says = "Five days."
days = 5
unit = "days"

[[notice]]
rule = "X01"
kind = "papers"
from = 2024-06-01
clause = "1"
says = "Ten days."
days = 10
unit = "days"
"""


def load(folder: Path, source: str) -> Body:
    (folder / "body.toml").write_text(HEADER + source, encoding="utf-8")
    return load_bodies(folder)["body"]


@pytest.mark.parametrize(
    "told", ["body.toml, line 24, notice X01", "grop is not a key", "Did you mean 'group'"]
)
def test_a_misspelt_key_is_refused(tmp_path, told):
    """A typo never becomes a silent default: the message names file, key and nearest known key."""
    with pytest.raises(TermsError, match=re.escape(told)):
        load(tmp_path, CHANGED + 'grop = "Board"\n')


def test_a_misspelt_key_is_named_even_where_it_leaves_another_missing(tmp_path):
    """The misspelling is what the secretary can mend, so it is named before the key it left out."""
    with pytest.raises(TermsError, match="unti is not a key that the terms know"):
        load(tmp_path, CHANGED.replace("unit =", "unti =", 1))


def test_a_body_that_shares_terms_holds_them_with_their_own_file():
    """The page's body has every national entry, each still pointing into the national file."""
    bodies = load_bodies(FOLDER)
    national = [entry for _, entries in bodies["national_alliance"].terms.items() for entry in entries]
    page = [entry for _, entries in bodies["fostering_network"].terms.items() for entry in entries]
    assert [e for e in page if e.source_file == "bodies/national_alliance.toml"] == national


def test_a_body_cannot_share_the_terms_of_a_body_that_is_not_there(tmp_path):
    """`terms_of` must name a file in the folder."""
    with pytest.raises(TermsError, match=re.escape("no nobody.toml")):
        load(tmp_path, 'terms_of = "nobody"\n')


def test_an_entry_knows_its_line():
    """`source_line` is the line of the entry's own heading."""
    entry = load_bodies(FOLDER)["kent_medway"].terms["quorum"][0]
    lines = (FOLDER / "kent_medway.toml").read_text(encoding="utf-8").splitlines()
    assert lines[entry.source_line - 1 : entry.source_line + 1] == ["[[quorum]]", 'rule = "C30"']


@pytest.mark.parametrize(
    ("on", "says"),
    [
        (date(2019, 12, 31), []),
        (date(2020, 1, 1), ["Five days."]),
        (date(2024, 5, 31), ["Five days."]),
        (date(2024, 6, 1), ["Ten days."]),
    ],
)
def test_the_later_entry_holds_from_its_own_day(tmp_path, on, says):
    """A changed term is judged by the entry in force on the day, and by none before the first."""
    assert [entry.says for entry in in_force(load(tmp_path, CHANGED).terms["notice"], on)] == says


@pytest.mark.parametrize("name", ["riverside", "kent_medway"])
def test_terms_of_a_folder_of_your_own_are_read(tmp_path, monkeypatch, name):
    """QUORATE_BODIES adds a body; a file with the name of ours takes its place, and ours else stay."""
    (tmp_path / f"{name}.toml").write_text(HEADER + CHANGED, encoding="utf-8")
    monkeypatch.setenv("QUORATE_BODIES", str(tmp_path))
    bodies = every_body()
    assert bodies[name].short == "Body"
    assert set(bodies) == {*load_bodies(FOLDER), name}


def test_without_the_setting_only_our_bodies_are_read(monkeypatch):
    """Nothing is looked for where no folder is named."""
    monkeypatch.delenv("QUORATE_BODIES", raising=False)
    assert set(every_body()) == {path.stem for path in FOLDER.glob("*.toml")}


def test_a_folder_that_is_not_there_is_named(tmp_path, monkeypatch):
    """A slip in the setting must not pass for a folder without bodies."""
    monkeypatch.setenv("QUORATE_BODIES", str(tmp_path / "nowhere"))
    with pytest.raises(TermsError, match="nowhere: There is no such folder"):
        every_body()


def test_terms_written_for_an_earlier_release_are_read(tmp_path):
    """An election's simple majority once had a key of its own; a folder kept since then still loads."""
    source = (FOLDER / "national_alliance.toml").read_text(encoding="utf-8")
    older = source.replace('kind = "election"', 'kind = "election"\nmajority = "simple"')
    assert older != source
    (tmp_path / "national_alliance.toml").write_text(older, encoding="utf-8")
    assert "national_alliance" in load_bodies(tmp_path)
