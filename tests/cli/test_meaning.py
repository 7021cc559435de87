"""Words that no rule understands, asked about by the command line."""

from pathlib import Path

import pytest

import cli
from tests.switch import some

DUTIES = "Duty,Period,Done on\nConference planned,2026,2026-06-01\nAway day,2026,2026-06-02\n"


def load(folder: Path, *options: str, more: str = "") -> int:
    file = folder / "duties.csv"
    file.write_text(DUTIES + more, encoding="utf-8")
    store = ("--body", "kent_medway", "--store", str(folder / "store.duckdb"))
    return cli.main(["load", str(file), "--kind", "duties", *store, "--yes", *options])


def test_a_word_that_may_be_one_that_a_rule_looks_for_is_asked_about(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One that is like none is no question."""
    assert load(tmp_path) == cli.REFUSED
    told = capsys.readouterr().err
    assert "“Conference planned” under Duty" in told
    assert "Away day" not in told


@pytest.mark.parametrize(
    ("means", "duty"), [("annual conference", "Annual conference"), ("", "Conference planned")]
)
def test_what_it_means_can_be_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], means: str, duty: str
) -> None:
    """One of the words that rules look for, or none."""
    assert load(tmp_path, "--means", f"conference planned={means}") == cli.FINE
    cli.main(["show", "duties", "--csv", "--store", str(tmp_path / "store.duckdb")])
    assert duty in capsys.readouterr().out


def test_a_meaning_that_no_rule_looks_for_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what was said."""
    assert load(tmp_path, "--means", "conference planned=Party") == cli.REFUSED
    assert "looks for 'Party'" in capsys.readouterr().err


@pytest.mark.parametrize("means", some(["annual conference", ""], 1))
def test_what_was_said_once_holds_for_the_next_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], means: str
) -> None:
    """It is an upload of its own, before that of the file: undone, it is asked again."""
    assert load(tmp_path, "--means", f"conference planned={means}") == cli.FINE
    assert "What its words mean is remembered as upload 1.\nSaved as upload 2." in capsys.readouterr().out
    assert load(tmp_path, more="Picnic,2026,2026-06-03\n") == cli.FINE

    assert cli.main(["undo", "1", "--store", str(tmp_path / "store.duckdb")]) == cli.FINE
    assert load(tmp_path, more="Picnic,2026,2026-06-04\n") == cli.REFUSED


def test_nothing_is_remembered_of_a_file_that_is_not_saved(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a word means is kept with the file or not at all."""
    said = ("--means", "conference planned=annual conference")
    assert load(tmp_path, *said) == cli.FINE
    assert load(tmp_path, *said) == cli.REFUSED, "the same file, which is loaded already"

    capsys.readouterr()
    cli.main(["show", "uploads", "--csv", "--store", str(tmp_path / "store.duckdb")])
    assert capsys.readouterr().out.count("by hand") == 1
