"""Terms that cannot be used: each fault by file, line, entry and remedy; and nobody else's body stops."""

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import cli
from rules import TermsError, every_body
from rules.loading import read_bodies
from store import Store
from ui import session

HOME = Path(__file__).parents[2]
GOOD = """
name = "A body"
short = "Body"
title = "Terms"
main_group = "Board"

[[notice]]
rule = "X1"
kind = "papers"
from = 2020-01-01
clause = "1"
says = "Five days."
days = 5
unit = "days"

[[quorum]]
rule = "X2"
kind = "needed"
from = 2020-01-01
clause = "2"
says = "Three people."
people = 3
"""

WRONG = [
    ('kind = "papers"', 'kind = "paper"', "There is no kind 'paper' in this family. Did you mean 'papers'?"),
    ('kind = "papers"\n', "", "line 7, notice X1: kind is missing. Write a line kind = … in this entry"),
    ("days = 5", "day = 5", "line 13, notice X1: day is not a key that the terms know. Did you mean 'days'?"),
    ("days = 5", "duty = 5", "line 13, notice X1: duty is not a key that the terms know. It may be: rule"),
    ("days = 5\n", "", "line 7, notice X1: days is missing. Write a line days = … in this entry."),
    ("days = 5", "days = 0", "line 13, notice X1: days: it must be greater than 0."),
    ('"days"\n', '"weeks"\n', "line 14, notice X1: unit: it must be 'working days', 'clear"),
    ("from = 2020-01-01", 'from = "May"', "line 10, notice X1: from: this is not a date. Write it as 2026-"),
    ("people = 3", 'share = "4/3"', "line 22, quorum X2: share: '4/3' is no share of a whole; write"),
    ("people = 3\n", "", "line 16, quorum X2: a needed quorum gives organisations,"),
    ('title = "Terms"\n', "", "title is missing. Write a line title = … at the top of the file."),
    ("[[quorum]]", "[[quroum]]", "line 16: quroum is not a key that the terms know. Did you mean 'quorum'?"),
    ("[[quorum]]", "[quorum]", "quorum is no list of entries. Begin each entry with a line [[quorum]]."),
    ("[[quorum]]", "[[quorum]", "line 16: It is not TOML"),
    ("[[notice]]", 'terms_of = "other"\n[[notice]]', "there is no other.toml that can be used"),
]  # fmt: skip


def told(folder: Path, source: str | bytes) -> str:
    """What is said of a terms file in an empty folder."""
    data = source if isinstance(source, bytes) else source.encode()
    (folder / "body.toml").write_bytes(data)
    refused = read_bodies(folder).refused
    return str(refused["body"]) if refused else ""


@pytest.mark.parametrize(("was", "now", "says"), WRONG)
def test_each_fault_is_told_with_its_place_and_remedy(tmp_path: Path, was: str, now: str, says: str) -> None:
    """File, line of the key, family and number of the entry, what is wrong, and what to write instead."""
    assert told(tmp_path, GOOD) == ""
    assert was in GOOD
    assert says in told(tmp_path, GOOD.replace(was, now, 1))


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Finance", ""),
        ("Finanse", "replaces names 'Finanse', and no earlier entry of this number can be meant."),
    ],
)
def test_what_an_entry_replaces_must_be_there(tmp_path: Path, name: str, says: str) -> None:
    """A slip in that name would leave the old entry in force."""
    quorum = "[[quorum]]" + GOOD.partition("[[quorum]]")[2]
    older = quorum + 'group = "Finance"\n'
    later = quorum.replace("2020", "2024") + f'group = "Money"\nreplaces = "{name}"\n'
    found = told(tmp_path, GOOD.partition("[[notice]]")[0] + older + later)

    assert says in found and bool(says) is bool(found)


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    """Nobody mends a file one run after the other."""
    both = told(tmp_path, GOOD.replace("days = 5", "days = 0").replace("people = 3", "people = 0"))

    assert [line.partition(":")[0] for line in both.splitlines()] == [
        "body.toml, line 13, notice X1",
        "body.toml, line 22, quorum X2",
    ]


def test_a_file_in_other_letters_is_told(tmp_path: Path) -> None:
    """A file in another encoding is a fault like any other; the mark that some editors put first is none."""
    assert told(tmp_path, GOOD.encode("utf-16")) == (
        "body.toml: It is not written in UTF-8. Save it as plain text in UTF-8."
    )
    assert told(tmp_path, GOOD.encode("utf-8-sig")) == ""


def test_entries_in_one_line_are_read(tmp_path: Path) -> None:
    """TOML has two ways to write a list; in the other one an entry has no line of its own."""
    entry = 'quorum = [{rule = "Q", kind = "none", from = 2020-01-01, clause = "1", says = "None."}]'
    source = GOOD.partition("[[notice]]")[0] + entry

    assert told(tmp_path, source) == ""
    assert "quorum Q: claus is not a key" in told(tmp_path, source.replace("clause =", "claus ="))


@pytest.fixture
def broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one's own with a good file, and one that cannot be used."""
    folder = tmp_path / "bodies"
    folder.mkdir()
    (folder / "good.toml").write_text(GOOD, encoding="utf-8")
    (folder / "bad.toml").write_text(GOOD.replace("days = 5", "days = 0"), encoding="utf-8")
    monkeypatch.setenv("QUORATE_BODIES", str(folder))
    return folder


def test_a_bad_file_stops_its_own_body_only(broken: Path) -> None:
    """All others go on, also where they share no folder with it; the reason is kept."""
    found = every_body()

    assert "good" in found and "bad" not in found
    assert list(found.refused) == ["bad"]


def test_a_bad_file_in_the_place_of_ours_is_not_replaced_by_ours(broken: Path) -> None:
    """Whoever meant other terms is not judged by the old ones in silence; who shares them stops, too."""
    ours = next(key for key, body in every_body().items() if body.terms_of)
    shared = every_body()[ours].terms_of
    (broken / f"{shared}.toml").write_text("name = 1", encoding="utf-8")
    found = every_body()

    assert {shared, ours, "bad"} == set(found.refused)


def test_no_body_at_all_is_an_error(broken: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing starts where there is nobody to judge."""
    (broken / "good.toml").unlink()
    monkeypatch.setattr("rules.loading.OURS", broken)

    with pytest.raises(TermsError, match="days: it must be greater than 0"):
        every_body()


def test_the_terminal_judges_the_others_and_says_so(
    broken: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 1 and the fault for all bodies, 2 for the one that cannot be judged, 0 for another."""
    store = ["--store", str(tmp_path / "store.duckdb")]
    Store.open(tmp_path / "store.duckdb").close()

    assert cli.main(["findings", *store]) == cli.PROBLEMS
    said = capsys.readouterr()
    assert said.out and "bad.toml, line 13, notice X1" in said.err
    assert cli.main(["findings", "--body", "bad", *store]) == cli.REFUSED
    assert "bad.toml, line 13, notice X1" in capsys.readouterr().err
    assert cli.main(["findings", "--body", "good", *store]) == cli.FINE


def test_the_page_of_terms_says_so(broken: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The others have their pages; on that of the terms stands what is wrong with the one left out."""
    path = tmp_path / "empty.duckdb"
    Store.open(path).close()
    monkeypatch.setenv("QUORATE_STORE", str(path))
    monkeypatch.setattr(session, "bodies", every_body)
    app = AppTest.from_file(HOME / "pages" / "main.py", default_timeout=60).run()
    app.switch_page("board/terms.py").run()
    session.open_store(path).close()
    session._opened.clear()

    assert list(app.exception) == []
    assert ["line 13, notice X1: days" in each.value.replace("\\", "") for each in app.error] == [True]
