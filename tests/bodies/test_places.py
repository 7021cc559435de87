"""Every sentence of the five documents has its place, and is judged, shown or neither for a reason."""

import re
from pathlib import Path

import pytest

import cli
from rules import every_body
from rules.places import CLASSES, sentences_of, shares, wrong

BODIES = every_body()
# a sentence that gets lost from a list is missed
COUNTED = {
    "fostering_network": 73,
    "kent_medway": 72,
    "national_alliance": 67,
    "nottinghamshire": 52,
    "walsall": 125,
}
TERMS = """
name = "A body"
short = "Body"
title = "Terms"
main_group = "Board"

[[text]]
rule = "X1"
from = 2026-01-01
clause = "1.1"
says = "To read."

[[quorum]]
rule = "X2"
kind = "none"
from = 2026-01-01
clause = "1.2 to 1.3"
says = "No quorum."

[[document]]
rule = "X3"
kind = "silent"
from = 2026-01-01
clause = "Whole document"
says = "Nothing on notice."
about = ["notice"]
"""
LIST = (
    '"1.1" = ["shown X1"]\n"1.2" = ["judged X2", "background"]\n"1.3" = ["judged X1 X2"]\n"2" = ["silent"]\n'
)


@pytest.mark.parametrize("body", COUNTED)
def test_every_sentence_is_classed(body: str) -> None:
    """None is left out, and list and terms agree: each entry cites a place, and answers a sentence of it."""
    sentences = sentences_of(BODIES[body])

    assert len(sentences) == COUNTED[body]
    assert wrong(BODIES[body], sentences) == []


def test_all_five_are_listed() -> None:
    """A body that comes with the product has its list."""
    assert set(BODIES) == set(COUNTED)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own with terms and the list of their sentences."""
    (tmp_path / "coverage").mkdir()
    (tmp_path / "body.toml").write_text(TERMS, encoding="utf-8")
    monkeypatch.setenv("QUORATE_BODIES", str(tmp_path))
    return tmp_path


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ("", "", []),
        ('"1.1"', '"1.9"', ["text X1 cites 1.1, which is no place"]),
        ('"1.3"', '"1.9"', ["quorum X2 cites 1.3, which is no place"]),
        ("shown X1", "judged X1", ["1.1, sentence 1: X1 is text, which judges nothing"]),
        ("judged X2", "judged", ["1.2, sentence 1: it is judged by no entry"]),
        ("background", "background X2", ["1.2, sentence 2: it is background by X2"]),
        ('"silent"', '"shown X9"', ["2, sentence 1: there is no entry X9"]),
        ("shown X1", "silent", []),
    ],
)
def test_list_and_terms_are_held_against_each_other(
    folder: Path, was: str, now: str, told: list[str]
) -> None:
    """A place that is cited and not there, and a sentence that cannot be what it is said to be."""
    (folder / "coverage" / "body.toml").write_text(LIST.replace(was, now, 1), encoding="utf-8")
    body = every_body()["body"]

    assert wrong(body, sentences_of(body)) == told


def test_an_entry_that_answers_nothing_is_told(folder: Path) -> None:
    """Each stands for something in the document."""
    text = LIST.replace("shown X1", "silent").replace("judged X1 X2", "judged X2")
    (folder / "coverage" / "body.toml").write_text(text, encoding="utf-8")
    body = every_body()["body"]

    assert wrong(body, sentences_of(body)) == ["text X1 answers no sentence"]


def test_a_word_of_no_class_is_an_error(folder: Path) -> None:
    """Nothing is counted for another."""
    (folder / "coverage" / "body.toml").write_text('"1.1" = ["perhaps X1"]', encoding="utf-8")

    with pytest.raises(ValueError, match=re.escape("'perhaps X1' of 1.1 is none of: judged")):
        sentences_of(every_body()["body"])


def test_the_share_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On the command line, with the places that no entry answers; a body without a list says so."""
    assert cli.main(["terms", "coverage"]) == cli.FINE
    assert "body: nobody has listed its sentences." in capsys.readouterr().out
    (folder / "coverage" / "body.toml").write_text(LIST, encoding="utf-8")

    assert shares(sentences_of(every_body()["body"])).startswith("5 sentences: 2 judged, 1 shown, ")
    assert cli.main(["terms", "coverage"]) == cli.FINE
    assert "1 silent.\n  no entry answers 2\n" in capsys.readouterr().out
    (folder / "coverage" / "body.toml").write_text(LIST.replace("1.1", "1.9"), encoding="utf-8")
    assert cli.main(["terms", "coverage"]) == cli.PROBLEMS


def test_each_class_is_used() -> None:
    """Also those that say that something is not judged."""
    assert {each.becomes for body in BODIES.values() for each in sentences_of(body)} == set(CLASSES)
