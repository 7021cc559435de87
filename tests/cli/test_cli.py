"""The command line: the same verbs as the pages, with exit codes and sentences."""

import io
import json
from pathlib import Path

import pytest

import cli

GOOD = """Group,Meeting date,Organisation,Person,Attendance,Substituting for
,09/06/2026,Example Hill College,A representative,present,
,09/06/2026,Sampleshire County Council,B representative,apologies,
"""


@pytest.fixture
def store(tmp_path: Path) -> list[str]:
    return ["--store", str(tmp_path / "quorate.duckdb")]


@pytest.fixture
def good(tmp_path: Path) -> str:
    file = tmp_path / "june.csv"
    file.write_text(GOOD, encoding="utf-8")
    return str(file)


def said(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = cli.FINE) -> str:
    """What a command printed, given that it ended with this exit code."""
    assert cli.main(arguments) == code
    captured = capsys.readouterr()
    return captured.out + captured.err


def test_a_template_starts_with_its_headings(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """A template is what the secretariat fills in, so it comes as bytes that Excel opens rightly."""
    assert cli.main(["template", "meetings"]) == cli.FINE

    out = capfdbinary.readouterr().out.decode("utf-8-sig").strip()
    assert out == "Group,Meeting date,Kind,Papers sent,Minutes sent,Chaired by"


def test_a_good_file_checks_fine(capsys: pytest.CaptureFixture[str], good: str) -> None:
    """A file without a problem ends with 0 and says what was understood."""
    checked = json.loads(said(capsys, "check", good, "--json"))

    assert checked == {
        "kind": "attendance", "encoding": "utf-8", "delimiter": ",", "header_line": 1,
        "rows": 2, "problems": [],
    }  # fmt: skip


def test_a_bad_row_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A file with a problem ends with 1 and gives line, column, value and remedy."""
    file = tmp_path / "bad.csv"
    file.write_text(GOOD.replace("apologies", "perhaps"), encoding="utf-8")

    [problem] = json.loads(said(capsys, "check", str(file), "--json", code=cli.PROBLEMS))["problems"]
    assert (problem["line"], problem["column"], problem["value"]) == (3, "Attendance", "perhaps")
    assert "apologies" in problem["must_be"]


def test_an_unknown_file_is_refused(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A file that holds no table we know ends with 2 and a sentence, not a traceback."""
    file = tmp_path / "poem.csv"
    file.write_text("Roses,Violets\nred,blue\n", encoding="utf-8")

    assert "Roses" in said(capsys, "check", str(file), code=cli.REFUSED)


def test_load_then_undo_leaves_no_figure(
    capsys: pytest.CaptureFixture[str], good: str, store: list[str]
) -> None:
    """What was loaded is shown, and after undo it is gone."""
    said(capsys, "load", good, "--body", "kent_medway", "--yes", *store)
    loaded = said(capsys, "show", "attendance", "--body", "kent_medway", "--csv", *store)
    said(capsys, "undo", "1", *store)
    undone = said(capsys, "show", "attendance", "--body", "kent_medway", "--csv", *store)

    assert (loaded.count("june.csv"), undone.count("june.csv")) == (2, 0)


def test_the_same_file_twice_is_refused(
    capsys: pytest.CaptureFixture[str], good: str, store: list[str]
) -> None:
    """A file that is loaded already is answered with when that was."""
    said(capsys, "load", good, "--body", "kent_medway", "--yes", *store)

    again = said(capsys, "load", good, "--body", "kent_medway", "--yes", *store, code=cli.REFUSED)
    assert "already loaded on" in again


def test_an_unknown_body_is_refused_by_name(
    capsys: pytest.CaptureFixture[str], good: str, store: list[str]
) -> None:
    """A body that does not exist is answered with those that do."""
    said_back = said(capsys, "load", good, "--body", "kent", "--yes", *store, code=cli.REFUSED)

    assert "kent_medway" in said_back


def test_without_a_store_the_command_says_how_to_name_one(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """No store is ever guessed."""
    monkeypatch.delenv("QUORATE_STORE", raising=False)

    assert "--store" in said(capsys, "verify", code=cli.REFUSED)


def test_a_misspelt_store_is_not_called_sound(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Only what fills a store may make one; any other command says that there is none."""
    missing = ["--store", str(tmp_path / "typo.duckdb")]

    assert "no store" in said(capsys, "verify", *missing, code=cli.REFUSED)
    assert not (tmp_path / "typo.duckdb").exists()


def test_nothing_is_saved_without_a_yes(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, good: str, store: list[str]
) -> None:
    """Where nobody answers, nobody agreed."""
    monkeypatch.setattr("sys.stdin", io.StringIO(""))

    assert "Nothing was saved" in said(
        capsys, "load", good, "--body", "kent_medway", *store, code=cli.REFUSED
    )


def test_backup_restore_and_verify_go_round(
    capsys: pytest.CaptureFixture[str], good: str, store: list[str], tmp_path: Path
) -> None:
    """A backup restored elsewhere shows the same rows and is sound."""
    saved, elsewhere = str(tmp_path / "saved.duckdb"), ["--store", str(tmp_path / "elsewhere.duckdb")]
    said(capsys, "load", good, "--body", "kent_medway", "--yes", *store)
    said(capsys, "backup", saved, *store)
    said(capsys, "restore", saved, *elsewhere)

    shown = [said(capsys, "show", "attendance", "--csv", *where) for where in (store, elsewhere)]
    assert shown[0] == shown[1]
    assert "sound" in said(capsys, "verify", *elsewhere)


def test_formulas_leave_as_text(capsys: pytest.CaptureFixture[str], tmp_path: Path, store: list[str]) -> None:
    """A name that a spreadsheet would run is exported with a quote before it."""
    file = tmp_path / "formula.csv"
    file.write_text(GOOD.replace("A representative", "=1+1"), encoding="utf-8")
    said(capsys, "load", str(file), "--body", "kent_medway", "--yes", *store)

    shown = said(capsys, "show", "attendance", "--body", "kent_medway", "--csv", *store)
    assert ",'=1+1," in shown
