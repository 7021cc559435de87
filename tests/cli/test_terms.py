"""Terms from the command line: checked, begun anew, and described for an editor."""

import json
import tomllib
from pathlib import Path

import pytest

import cli
from rules import every_body
from tests.switch import at_length

BOARDS = Path(__file__).parents[1] / "bodies" / "boards"


def said(capsys: pytest.CaptureFixture[str], *arguments: str, code: int = cli.FINE) -> str:
    """What a command printed, given that it ended with this exit code."""
    assert cli.main(["terms", *arguments]) == code
    captured = capsys.readouterr()
    return captured.out + captured.err


@at_length
def test_our_own_terms_are_without_fault(capsys: pytest.CaptureFixture[str]) -> None:
    """Each body is named with its entries, in the order of the alphabet."""
    lines = said(capsys, "check").splitlines()

    assert [line.partition(":")[0] for line in lines] == sorted(every_body())
    assert all(line.endswith(", no fault.") for line in lines)


def test_a_file_anywhere_is_checked(capsys: pytest.CaptureFixture[str]) -> None:
    """It need not lie where the product looks for it."""
    told = said(capsys, "check", str(BOARDS / "technical_committee.toml"))

    assert told == "technical_committee: 3 entries, 11 examples, no fault.\n"


def test_what_is_wrong_ends_with_1(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """Entries that cannot be read, names that nothing knows, and examples that are not so."""
    source = (BOARDS / "technical_committee.toml").read_text(encoding="utf-8")
    path = tmp_path / "bad.toml"
    path.write_text(source.replace('share = "1/2"', 'share = "3/2"'), encoding="utf-8")
    unread = said(capsys, "check", str(path), code=cli.PROBLEMS)
    wrong = source.replace('substitutes = "nobody"', 'substitutes = "nobody"\ngroup = "Techncal Committee"')
    path.write_text(wrong.partition("[[decision]]")[0], encoding="utf-8")
    found = said(capsys, "check", str(path), code=cli.PROBLEMS)

    assert "bad.toml, line 63, quorum T1: share: '3/2' is no share of a whole" in unread
    assert "There is no group 'Techncal Committee'. Did you mean 'Technical Committee'?" in found
    assert "but nothing is found" in found
    assert found.endswith("bad: 1 entry, 5 examples, 6 faults.\n")


def test_a_file_that_is_not_there_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    """Said in a sentence."""
    assert "No such file" in said(capsys, "check", "nowhere.toml", code=cli.REFUSED)


def test_a_new_file_is_without_fault(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It has a name, comments, entries and examples, and is read at once; it never takes another's place."""
    monkeypatch.setenv("QUORATE_BODIES", str(tmp_path))
    path = tmp_path / "riverside_board_2.toml"
    said(capsys, "new", 'Riverside "Board" 2')

    assert tomllib.loads(path.read_text("utf-8"))["name"] == 'Riverside "Board" 2'
    assert said(capsys, "check", str(path)) == "riverside_board_2: 3 entries, 2 examples, no fault.\n"
    assert "riverside_board_2" in every_body()
    assert "is there already" in said(capsys, "new", "riverside board 2", code=cli.REFUSED)
    assert "Name the body in letters." in said(capsys, "new", " -- ".strip("-") or "?", code=cli.REFUSED)


def test_the_schema_has_every_kind_of_entry(capsys: pytest.CaptureFixture[str]) -> None:
    """For editors that know JSON Schema: each family with its kinds, and nothing that is not written."""
    schema = json.loads(said(capsys, "schema"))
    needed = schema["$defs"]["NeededQuorum"]

    assert {"name", "short", "title", "main_group"} == set(schema["required"])
    assert {"rule", "kind", "from", "clause", "says"} == set(needed["required"])
    assert "source_line" not in json.dumps(schema) and "key" not in schema["properties"]
    assert schema["additionalProperties"] is needed["additionalProperties"] is False


@at_length
def test_people_who_sit_for_nobody_may_come_without_an_organisation(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the members are people, their own name is enough; where they are organisations, it is asked."""
    monkeypatch.setenv("QUORATE_BODIES", str(BOARDS))
    seats = tmp_path / "seats.csv"
    seats.write_text("Seat,Person,Role,From\nMember,Pat Lee,member,1 Jan 2026\n", encoding="utf-8")
    came = tmp_path / "came.csv"
    came.write_text("Meeting date,Person,Attendance\n7 Jan 2026,Pat Lee,present\n", encoding="utf-8")

    def loaded(body: str) -> int:
        store = ["--body", body, "--store", str(tmp_path / f"{body}.duckdb")]
        cli.main(["load", str(seats), "--kind", "representatives", *store, "--yes"])
        return cli.main(["load", str(came), "--kind", "attendance", *store, "--yes"])

    assert (loaded("technical_committee"), loaded("kent_medway")) == (cli.FINE, cli.PROBLEMS)
    store = ["--body", "technical_committee", "--store", str(tmp_path / "technical_committee.duckdb")]
    assert cli.main(["findings", "--rule", "T1", *store]) == cli.FINE
    assert "Just quorate: 1 person present, 1 needed." in capsys.readouterr().out
