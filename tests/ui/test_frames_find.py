"""What is found by a word."""

from datetime import date

import pytest

from rules import judge
from rules.meetings import about
from tests.rules.build import body, facts
from ui.frames_find import find

FACTS = facts(
    organisations="organisation\nAlder College\nBirch Trust",
    seats="organisation | person\nBirch Trust | Pat Lee",
    meetings="meeting_on | chaired_by\n3 Mar 2026 | Pat Lee\n9 Jun 2026 |",
    actions="reference | action | organisation | due_on\nA1 | Write the plan | Alder College | 1 May 2026",
    decisions="reference | meeting_on | decision\nD1 | 3 Mar 2026 | Adopt the plan",
    pledges="reference | organisation | pledge | theme\nP1 | Birch Trust | Ten homes | Housing",
)
FINDINGS = judge(body(actions={"kind": "followed up"}), FACTS, date(2026, 11, 21))


def told(words: str) -> list[str]:
    found = find(FACTS, FINDINGS, words)
    verdicts = [finding.subject("reference") for finding in found.verdicts]
    return [
        *map(about, found.meetings), *found.partners, *verdicts, *(reference for reference, _ in found.others)
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("PLAN", ["A1", "D1"]),
        ("plan write", ["A1"]),
        ("alder", ["Alder College", "A1"]),
        ("pat lee", ["Board, 3 March 2026", "Birch Trust"]),
        ("june", ["Board, 9 June 2026"]),
        ("2026-03", ["Board, 3 March 2026"]),
        ("housing", ["P1"]),
        ("cedar", []),
        ("", []),
        (" ", []),
    ],
)
def test_a_word_is_found_wherever_it_stands(words: str, expected: list[str]) -> None:
    """Each of several words is asked for; a verdict stands for what it is about."""
    assert told(words) == expected
    assert find(FACTS, FINDINGS, words).how_many == len(expected)
