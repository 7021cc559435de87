"""A file as one of a year of files, from a terminal: its day, what it leaves out, and both clocks."""

import json
from pathlib import Path

import pytest

import cli
from tests.switch import at_length, some

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


@pytest.mark.parametrize(
    ("answer", "due_and_gone"),
    some([("back", ["1-3"]), ("right", ["01-Mar", "1-3"])], 1),
    ids=some(["same", "new"], 1),
)
def test_a_reference_that_became_a_date_is_asked_about(
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    store: tuple[str, ...],
    answer: str,
    due_and_gone: list[str],
) -> None:
    """What a spreadsheet made of 1-3 is another action only if somebody says so."""
    log = LOG + "{},Plan,Alder,31/01/2026,open\n"
    load(tmp_path, store, "january.csv", log.format("1-3"), "--as-at", "2026-01-31")
    capsys.readouterr()
    later = (tmp_path, store, "april.csv", log.format("01-Mar"), "--as-at", "2026-04-30")

    assert load(*later) == cli.REFUSED
    assert "'01-Mar' was '1-3'" in capsys.readouterr().err
    assert load(*later, "--references", answer, "--gone", "kept") == cli.FINE
    assert overdue(capsys, store) == due_and_gone


@at_length
def test_who_is_listed_is_said_once_for_all_such_lists(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, store: tuple[str, ...]
) -> None:
    """A list of those who came does not tell whether others were expected; one with apologies does."""
    met = "Group,Meeting date,Organisation,Attendance\nBoard,{},Alder,{}\n"
    asked = "--listed everyone or --listed came"

    load(tmp_path, store, "march.csv", met.format("10/03/2026", "present"))
    assert asked in capsys.readouterr().out
    load(tmp_path, store, "april.csv", met.format("14/04/2026", "present"), "--listed", "came")
    load(tmp_path, store, "may.csv", met.format("12/05/2026", "present"))
    told = capsys.readouterr().out
    assert told.count("Only those who came are listed.") == 2
    load(tmp_path, store, "june.csv", met.format("09/06/2026", "apologies"))
    told = capsys.readouterr().out
    assert asked not in told
    assert "are listed" not in told


def test_a_file_loaded_late_is_held_against_a_later_one(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, store: tuple[str, ...]
) -> None:
    """What April no longer had is asked about also where April was loaded first."""
    load(tmp_path, store, "april.csv", APRIL, "--as-at", "2026-04-30")
    capsys.readouterr()

    assert load(tmp_path, store, "january.csv", JANUARY, "--as-at", "2026-01-31") == cli.REFUSED
    assert (
        "april.csv, which shows a later day, does not have 1 record of january.csv" in capsys.readouterr().err
    )
    assert (
        load(tmp_path, store, "january.csv", JANUARY, "--as-at", "2026-01-31", "--gone", "ended") == cli.FINE
    )
    assert overdue(capsys, store, "--as-of", "2026-07-15") == ["1"]
