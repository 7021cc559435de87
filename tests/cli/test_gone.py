"""A file as one of a year of files, from a terminal: its day, what it leaves out, and both clocks."""

import json
from pathlib import Path

import pytest

import cli

LOG = "Reference,Action,Organisation,Due,Status\n"
JANUARY = LOG + "1,Plan,Alder,31/01/2026,open\n2,Map,Birch,30/06/2026,open\n"
APRIL = LOG + "1,Plan,Alder,13/06/2026,open\n"
BODY = ("--body", "nottinghamshire")


@pytest.fixture
def store(tmp_path: Path) -> tuple[str, ...]:
    return "--store", str(tmp_path / "quorate.duckdb")


def load(folder: Path, store: tuple[str, ...], name: str, text: str, *options: str) -> int:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return cli.main(["load", str(file), *BODY, *store, "--yes", *options])


def overdue(capsys: pytest.CaptureFixture[str], store: tuple[str, ...], *options: str) -> list[str]:
    """The references of the actions that are overdue."""
    capsys.readouterr()
    assert cli.main(["findings", *BODY, *store, "--rule", "actions", "--json", *options]) == cli.FINE
    found = json.loads(capsys.readouterr().out)
    return sorted(each["about"].split(",")[0] for each in found if each["status"] == "overdue")


def test_what_is_gone_is_asked_and_nothing_is_saved(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, store: tuple[str, ...]
) -> None:
    """With --yes nobody can be asked: the rows and the options are named."""
    load(tmp_path, store, "january.csv", JANUARY, "--as-at", "2026-01-31")
    capsys.readouterr()

    assert load(tmp_path, store, "april.csv", APRIL) == cli.REFUSED
    told = capsys.readouterr().err
    assert "no longer has 1 record" in told
    assert "january.csv, line 3" in told
    assert all(option in told for option in ("--gone ended", "--gone mistaken", "--gone kept", "--part"))
    cli.main(["uploads", *BODY, *store])
    assert "april.csv" not in capsys.readouterr().out


def test_a_past_day_by_what_is_known_now_and_was_known_then(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, store: tuple[str, ...]
) -> None:
    """In February the first was overdue, whatever April says; nobody had loaded anything by then."""
    load(tmp_path, store, "january.csv", JANUARY, "--as-at", "2026-01-31")
    assert load(tmp_path, store, "april.csv", APRIL, "--as-at", "2026-04-30", "--gone", "kept") == cli.FINE

    assert overdue(capsys, store, "--as-of", "2026-02-15") == ["1"]
    assert overdue(capsys, store, "--as-of", "2026-05-15") == []
    assert overdue(capsys, store, "--as-of", "2026-02-15", "--known", "then") == []


def test_a_part_leaves_the_rest_alone(tmp_path: Path, store: tuple[str, ...]) -> None:
    """A file that is said to be a part is whole for nothing."""
    load(tmp_path, store, "january.csv", JANUARY)

    assert load(tmp_path, store, "april.csv", APRIL, "--part") == cli.FINE


def test_a_log_numbered_anew_is_noticed(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, store: tuple[str, ...]
) -> None:
    """What was 2 is 1 now: the lines are named, and both answers."""
    load(tmp_path, store, "january.csv", JANUARY)
    capsys.readouterr()

    assert load(tmp_path, store, "april.csv", LOG + "1,Map,Birch,30/06/2026,open\n") == cli.REFUSED
    told = capsys.readouterr().err
    assert "“Plan” and is “Map” now" in told
    assert "--matched-by words" in told


def test_a_day_still_to_come_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, store: tuple[str, ...]
) -> None:
    """No file shows the day after tomorrow."""
    assert load(tmp_path, store, "january.csv", JANUARY, "--as-at", "2099-01-01") == cli.REFUSED
    assert "still to come" in capsys.readouterr().err


def test_saving_says_which_verdicts_would_turn(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, store: tuple[str, ...]
) -> None:
    """Before and after, the gravest first."""
    load(tmp_path, store, "january.csv", LOG + "1,Plan,Alder,31/01/2026,complete\n")
    capsys.readouterr()
    load(tmp_path, store, "february.csv", LOG + "1,Plan,Alder,31/01/2026,open\n")

    assert "overdue, which was met" in capsys.readouterr().out
