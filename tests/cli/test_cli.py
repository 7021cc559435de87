"""The command line: the same verbs as the pages, with exit codes and sentences."""

import io
import json
from pathlib import Path

import pytest

import cli
from tests.loaders.tables import workbook
from tests.switch import at_length, some

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
    assert out == "Group,Meeting date,Kind,Papers sent,Minutes sent,Status,Chaired by"


def test_a_good_file_checks_fine(capsys: pytest.CaptureFixture[str], good: str) -> None:
    """A file without a problem ends with 0 and says what was understood."""
    checked = json.loads(said(capsys, "check", good, "--json"))

    assert checked == {
        "kind": "attendance", "encoding": "utf-8", "delimiter": ",", "header_line": 1,
        "other_sheets": [], "rows": 2, "problems": [], "source": "Attendance", "unplaced": [], "left_out": 0,
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


def test_a_file_that_cannot_be_read_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Of several files given at once, the reader knows which; also one too wide to say what it is like."""
    homes, wide = tmp_path / "homes.csv", tmp_path / "wide.csv"
    homes.write_text("Organisation,Person,Role,Home address\nAlder,A Lead,member,Here\n", encoding="utf-8")
    wide.write_text("A sheet\n\n" + "\n".join([",".join(["a b"] * 1_100)] * 3), encoding="utf-8")

    assert "homes.csv: The file has where people live" in said(capsys, "check", str(homes), code=cli.REFUSED)
    assert "too wide" in said(capsys, "check", str(wide), code=cli.REFUSED)


def test_of_sheets_that_fit_equally_one_is_named(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Without a name there is no guess."""
    file, headings = tmp_path / "log.xlsx", ["Reference", "Action", "Status"]
    file.write_bytes(
        workbook(North=[headings, ["1", "Write", "open"]], South=[headings, ["2", "Call", "done"]])
    )

    assert "Give --sheet NAME" in said(capsys, "check", str(file), code=cli.REFUSED)
    told = said(capsys, "check", str(file), "--sheet", "South")
    assert "log.xlsx, sheet South: actions, 1 of 1" in told
    assert "not read: North" in told


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


@at_length
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


ROSTER = """Group,Organisation,Person,Email,Role,Status,From,To
,Example Hill College,Zelda Quill,z@example.org,member,filled,01/01/2020,01/01/2024
"""


@pytest.fixture
def roster(tmp_path: Path, capsys: pytest.CaptureFixture[str], store: list[str]) -> None:
    """A store with somebody whose only seat ended on 1 January 2024."""
    file = tmp_path / "roster.csv"
    file.write_text(ROSTER, encoding="utf-8")
    said(capsys, "load", str(file), "--body", "kent_medway", "--yes", *store)


def test_a_person_gets_a_page_about_themselves(
    capsys: pytest.CaptureFixture[str], roster: None, store: list[str]
) -> None:
    """The page has their rows with the file they came in, and says so before anything else."""
    page = said(capsys, "subject", "zelda quill", *store)

    assert page.startswith("<!doctype html>") and "What is kept about zelda quill" in page
    assert "<td>Zelda Quill</td><td>z@example.org</td>" in page and "<td>roster.csv</td>" in page


def test_a_person_nobody_knows_is_refused(
    capsys: pytest.CaptureFixture[str], roster: None, store: list[str]
) -> None:
    """A misspelt name ends with 2, and with --yes erases nobody."""
    asked = ("erase", "Zelda Quilt", "--reason", "asked", "--yes", *store)

    assert "Nobody called Zelda Quilt" in said(capsys, *asked, code=cli.REFUSED)


@at_length
def test_an_erased_person_is_gone_and_the_rest_is_the_secretariats(
    capsys: pytest.CaptureFixture[str], roster: None, store: list[str]
) -> None:
    """The command says what else to delete, the name is found no more, and the store is sound."""
    told = said(capsys, "erase", "Zelda Quill", "--reason", "asked", "--yes", *store)

    assert "delete every older one" in told and "roster.csv" in told
    said(capsys, "subject", "Zelda Quill", *store, code=cli.REFUSED)
    assert "Zelda" not in said(capsys, "show", "seats", "--csv", *store)
    assert "sound" in said(capsys, "verify", *store)


def test_without_a_yes_nobody_is_erased(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, roster: None, store: list[str]
) -> None:
    """Where nobody answers, the name stays."""
    monkeypatch.setattr("sys.stdin", io.StringIO(""))

    assert "Nothing was erased" in said(
        capsys, "erase", "Zelda Quill", "--reason", "asked", *store, code=cli.REFUSED
    )
    said(capsys, "subject", "Zelda Quill", *store)


def test_retain_only_says_what_it_would_do(
    capsys: pytest.CaptureFixture[str], roster: None, store: list[str]
) -> None:
    """Two years after the last seat the name is listed, and stays until somebody says yes."""
    told = said(capsys, "retain", "--as-of", "2026-01-02", *store)

    assert "over 24 months ago: zelda quill" in told and "Nothing was changed" in told
    assert "Nothing has been kept too long" in said(capsys, "retain", "--as-of", "2026-01-01", *store)
    said(capsys, "subject", "Zelda Quill", *store)


@pytest.mark.parametrize(("also", "code"), some([([], cli.REFUSED), (["--dry-run"], cli.FINE)], 1))
def test_retain_does_it_with_yes(
    capsys: pytest.CaptureFixture[str], roster: None, store: list[str], also: list[str], code: int
) -> None:
    """With --yes the name is erased; a dry run stays dry."""
    said(capsys, "retain", "--as-of", "2026-01-02", "--yes", *also, *store)

    said(capsys, "subject", "Zelda Quill", *store, code=code)


def test_a_terminal_prints_no_small_number(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, store: list[str]
) -> None:
    """What is printed can be sent on, so it has no count of young people below 6."""
    file = tmp_path / "outcomes.csv"
    file.write_text("Measure,Period,Numerator,Denominator\nIn work,2025/26,3,60\n", encoding="utf-8")
    said(capsys, "load", str(file), "--body", "kent_medway", "--yes", *store)

    shown = said(capsys, "show", "outcomes", "--csv", *store)
    assert "In work,,2025/26,,60" in shown and shown.rstrip().endswith("numerator")


def test_a_verdict_says_what_would_turn_it(
    store: list[str], good: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """As JSON, beside the verdict: the smallest change, its ways and a sentence; null where there is none."""
    roster = tmp_path / "roster.csv"
    roster.write_text(
        "Organisation,Sector,Membership\nExample Hill College,FE,member\n"
        "Sampleshire County Council,LA,member\nExample University,HE,member\n",
        encoding="utf-8",
    )
    for file in (str(roster), good):
        cli.main(["load", file, "--body", "kent_medway", *store, "--yes"])
    capsys.readouterr()
    asked = ["findings", "--body", "kent_medway", "--as-of", "2026-11-21", "--json", *store]
    found = json.loads(said(capsys, *asked))
    [quorum] = [each for each in found if each["rule"] == "C30"]

    assert quorum["change"] == {
        "to": "met",
        "count": 2,
        "ways": [
            [
                {"count": 1, "of": ["Example University"]},
                {"count": 1, "of": ["Sampleshire County Council"]},
            ]
        ],
        "says": "It would have been quorate with Example University and Sampleshire County Council.",
    }
    assert all(each["change"] is None for each in found if each["family"] == "cadence")
