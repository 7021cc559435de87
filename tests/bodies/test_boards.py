"""Boards that the product does not have: terms with examples only, written without a line of Python.

People and halves and thirds of them, posts that must be there, members without a vote, votes lost and
regained, vacancies and conflicts in and out of what a share is counted of.
"""

from pathlib import Path

import pytest

from intake.examples import count_examples, failing
from rules import load_bodies
from rules.families import FAMILIES
from rules.reach import unreachable

FOLDER = Path(__file__).parent / "boards"
BOARDS = load_bodies(FOLDER)


@pytest.mark.parametrize("board", BOARDS)
def test_each_board_draws_the_verdicts_of_its_examples(board: str) -> None:
    """Its rows go through the gate and the store like any file, and are judged."""
    assert [str(fault) for fault in [*unreachable(BOARDS[board]), *failing(BOARDS[board])]] == []


@pytest.mark.parametrize("board", BOARDS)
def test_each_entry_of_a_board_has_an_example(board: str) -> None:
    """What an entry means is not left to whoever reads it."""
    body = BOARDS[board]
    bare = [
        f"{family} {term.rule}" for family in body.terms for term in body.terms[family] if not term.examples
    ]

    assert bare == []


def test_an_example_that_is_wrong_is_told(tmp_path: Path) -> None:
    """With every verdict turned, every example fails, each with what was found instead."""
    source = (FOLDER / "technical_committee.toml").read_text(encoding="utf-8")
    turned = source.replace('"not met"', '"due"').replace('"met"', '"not met"').replace('"unknown"', '"met"')
    (tmp_path / "turned.toml").write_text(turned, encoding="utf-8")
    body = load_bodies(tmp_path)["turned"]
    faults = failing(body)

    assert len(faults) == count_examples(body) == 11
    assert str(faults[0]) == (
        "turned.toml, line 71, example of quorum T1: It asks for not met, “3 people present, 3 needed”; but "
        "Technical Committee, 7 January 2026: met, “Just quorate: 3 people present, 3 needed.”. "
        "Correct the entry, or the example."
    )


START = """
name = "A body"
short = "Body"
title = "Terms"
main_group = "Board"

[[quorum]]
rule = "Q1"
kind = "needed"
from = 2026-01-01
clause = "1"
says = "One person."
organisations = 1

[[quorum.examples]]
on = 2026-03-31
verdict = "nothing"
"""


@pytest.mark.parametrize(
    ("tables", "told"),
    [
        ("tables.attendence = 'Meeting date'", "There is no kind of file 'attendence'; there are: "),
        (
            'tables.meetings = """\nMeeting date\n31 Feb 2026\n"""',
            "Its table of meetings, row 1: Meeting date '31 Feb 2026' must be a date",
        ),
        (
            'tables.attendance = """\nDate | Person | Attendance\n1 Mar 2026 | Ann Ash | present\n"""',
            "Its table of attendance",
        ),
        ('tables.attendance = """\n1 Mar 2026 | Ann Ash\n"""', "Its table of attendance: "),
    ],
)
def test_a_table_that_is_no_file_is_told(tmp_path: Path, tables: str, told: str) -> None:
    """A slip in a table is no verdict, and says where it is."""
    (tmp_path / "body.toml").write_text(START + tables, encoding="utf-8")
    [fault] = failing(load_bodies(tmp_path)["body"])

    assert (fault.line, fault.entry) == (15, "example of quorum Q1")
    assert told in fault.says


REACH = [
    ('sectors = ["Counci"]', "'Council'? List a new one under [sectors]."),
    ('group = "Finanse"', "'Finance'? List a new one under other_groups."),
    ('group = "The Board"', "'The Board' is another name of the main group, and files have it as 'Board'."),
    ('posts = ["Chairs"]', "There is no post 'Chairs'. Did you mean 'chair'?"),
    ('posts = ["Headteacher"]', ""),
    ('group = "Finance"', ""),
]  # fmt: skip


@pytest.mark.parametrize(("line", "told"), REACH)
def test_what_no_file_can_have_is_told(tmp_path: Path, line: str, told: str) -> None:
    """A sector, a group or a role that nothing knows is a slip that would fall silent."""
    names = 'main_group_aliases = ["The Board"]\nother_groups = ["Finance"]\n[sectors]\n"Council" = []\n'
    entry = START.partition("\n[[quorum]]")[2].partition("\n[[quorum.examples]]")[0]
    source = START.partition("\n[[quorum]]")[0] + names + "[[quorum]]" + entry + line
    (tmp_path / "body.toml").write_text(source, encoding="utf-8")

    assert told in "".join(map(str, unreachable(load_bodies(tmp_path)["body"])))
    assert bool(told) is bool(unreachable(load_bodies(tmp_path)["body"]))


def entry(kind: str, since: str, more: str = "") -> str:
    head = f'[[quorum]]\nrule = "Q1"\nkind = "{kind}"\nfrom = {since}\nclause = "1"\nsays = "So."\n'
    return head + more + "\n"


NEEDED = "people = 3"
HOLDS = [
    (entry("needed", "2026-01-01", NEEDED) + entry("none", "2026-06-01"), []),
    (entry("needed", "2026-01-01", NEEDED) + entry("needed", "2026-01-01", "people = 4"), [7, 14]),
    (entry("needed", "2026-01-01", "role = 1").replace("role = 1", NEEDED), []),
]


@pytest.mark.parametrize(("entries", "lines"), HOLDS)
def test_an_entry_that_cannot_hold_is_told(tmp_path: Path, entries: str, lines: list[int]) -> None:
    """Two entries of one day about the same thing contradict each other; one after the other is a change."""
    (tmp_path / "body.toml").write_text(START.partition("[[quorum]]")[0] + entries, encoding="utf-8")

    assert [fault.line for fault in unreachable(load_bodies(tmp_path)["body"])] == lines


def test_a_role_is_one_that_files_know(tmp_path: Path) -> None:
    """The column Role has few words; an office of another is never filled."""
    head = START.partition("[[quorum]]")[0]
    office = (
        '[[office]]\nrule = "O1"\nkind = "term"\nfrom = 2026-01-01\nclause = "1"\nsays = "So."\nyears = 2\n'
    )
    (tmp_path / "body.toml").write_text(head + office + 'role = "chairman"\n', encoding="utf-8")

    assert "There is no role 'chairman'. Did you mean 'chair'?" in str(
        unreachable(load_bodies(tmp_path)["body"])[0]
    )


def test_every_family_can_have_examples() -> None:
    """They belong to what all entries have in common."""
    assert all("examples" in model.model_fields for family in FAMILIES for model in family.models)
