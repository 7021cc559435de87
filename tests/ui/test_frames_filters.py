"""Which verdicts are kept by what they are about."""

from datetime import date

import pytest

from rules import judge
from tests.rules.build import body, facts
from ui import frames_filters as of

FACTS = facts(
    actions="""
        reference | group_name | action         | organisation  | due_on     | status
        A1        | Board      | Write the plan | Alder College | 1 May 2026 | open
        A2        | Board      | Read the plan  | Birch Trust   | 1 May 2027 | open
        A3        | Youth      | Plan a day     | Alder College | 1 May 2026 | complete
    """,
    decisions="reference | meeting_on | decision\nD1 | 3 Mar 2026 | Adopt it",
)
TERMS = [{"kind": "followed up"}, {"kind": "shared", "with": "Upper Board"}]
FINDINGS = judge(body(actions=TERMS), FACTS, date(2026, 11, 21))
ABOUT = of.of_actions(FACTS)


@pytest.mark.parametrize(
    ("group", "organisation", "status", "words", "expected"),
    [
        (None, None, None, "", {"A1", "A2", "A3", None}),
        ("Youth", None, None, "", {"A3"}),
        (None, "alder college", None, "", {"A1", "A3"}),
        (None, None, "Overdue", "", {"A1"}),
        (None, None, "Due", "", {"A2", None}),
        (None, "Alder College", "Met", "", {"A3"}),
        (None, None, None, "PLAN the", {"A1", "A2"}),
        (None, None, None, "  ", {"A1", "A2", "A3", None}),
        ("Board", "Cedar", None, "", set()),
    ],
)
def test_all_that_is_asked_for_holds(
    group: str | None, organisation: str | None, status: str | None, words: str, expected: set[str | None]
) -> None:
    """What is about the log as a whole goes once something of a single action is asked for."""
    kept = of.kept(FINDINGS, ABOUT, group, organisation, status, words)

    assert {finding.subject("reference") for finding in kept} == expected


def test_statuses_are_those_that_there_are() -> None:
    """Each once."""
    assert sorted(of.statuses(FINDINGS)) == ["Due", "Met", "Overdue"]


def test_a_decision_is_a_groups() -> None:
    """And no organisation's."""
    assert of.of_decisions(FACTS) == {"D1": of.Subject("Board", "", "Adopt it")}
