"""A body is taken out of one store and into another from a terminal."""

import zipfile
from hashlib import sha256
from pathlib import Path

import pytest

import cli
from tests.cli.test_cli import GOOD, said

BODY = ("--body", "kent_medway")


@pytest.fixture
def store(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """A store with one file of attendance."""
    named = ["--store", str(tmp_path / "quorate.duckdb")]
    file = tmp_path / "june.csv"
    file.write_text(GOOD, encoding="utf-8")
    said(capsys, "load", str(file), *BODY, "--yes", *named)
    return named


@pytest.mark.parametrize("name", ["folder", "body.zip"])
def test_what_is_exported_is_imported(
    capsys: pytest.CaptureFixture[str], store: list[str], tmp_path: Path, name: str
) -> None:
    """As a folder or a ZIP file; it is on the audit, and the new store has the same rows."""
    to, new = str(tmp_path / name), ["--store", str(tmp_path / "new.duckdb")]

    assert "Wrote 3 files" in said(capsys, "export", to, *BODY, *store)
    assert "everything, 3 files" in said(capsys, "show", "audit", *BODY, "--csv", *store)
    assert "Loaded 1 upload of kent_medway, 2 rows." in said(capsys, "import", to, *new)
    shown = [said(capsys, "show", "attendance", *BODY, "--csv", *each) for each in (store, new)]
    assert shown[1] == shown[0].replace("june.csv", "0001_attendance.csv")


def test_nothing_is_written_over(
    capsys: pytest.CaptureFixture[str], store: list[str], tmp_path: Path
) -> None:
    """Neither a folder that is there nor a body that a store has already."""
    to = str(tmp_path / "out")
    said(capsys, "export", to, *BODY, *store)

    assert "is there already" in said(capsys, "export", to, *BODY, *store, code=cli.REFUSED)
    assert "holds something of kent_medway" in said(capsys, "import", to, *store, code=cli.REFUSED)
    nothing = ("export", f"{to}2", "--body", "walsall")
    assert "Nothing is loaded for walsall" in said(capsys, *nothing, *store, code=cli.REFUSED)
    assert not (tmp_path / "out2").exists()


def test_what_is_no_package_is_refused(
    capsys: pytest.CaptureFixture[str], store: list[str], tmp_path: Path
) -> None:
    """A sentence says what is wrong, and no store has a part of it."""
    broken, empty = tmp_path / "broken.zip", tmp_path / "empty.zip"
    broken.write_bytes(b"no archive")
    with zipfile.ZipFile(empty, "w"):
        pass
    new = ["--store", str(tmp_path / "new.duckdb")]

    assert "neither a folder nor a whole ZIP file" in said(
        capsys, "import", str(broken), *new, code=cli.REFUSED
    )
    assert "has no datapackage.json" in said(capsys, "import", str(empty), *new, code=cli.REFUSED)
    assert "datapackage.json" in said(capsys, "import", str(tmp_path), *new, code=cli.REFUSED)
    assert not (tmp_path / "new.duckdb").exists()


def test_a_row_that_the_gate_refuses_is_named(
    capsys: pytest.CaptureFixture[str], store: list[str], tmp_path: Path
) -> None:
    """Somebody has written a package of their own: the exit code says that a row of it was left behind."""
    to, new = tmp_path / "out", ["--store", str(tmp_path / "new.duckdb")]
    said(capsys, "export", str(to), *BODY, *store)
    file, described = to / "record" / "0001_attendance.csv", to / "datapackage.json"
    before = sha256(file.read_bytes()).hexdigest()
    file.write_bytes(file.read_bytes().replace(b"apologies", b"perhaps"))
    told = described.read_text(encoding="utf-8").replace(before, sha256(file.read_bytes()).hexdigest())
    described.write_text(told, encoding="utf-8")

    told = said(capsys, "import", str(to), *new, code=cli.PROBLEMS)
    assert "0001_attendance.csv, line 3, Attendance: 'perhaps' must be" in told
    assert "Loaded 1 upload of kent_medway, 1 row." in told
