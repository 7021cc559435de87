"""What if these came? Compared, for everybody who may come, with the meeting itself once it was held."""

from typing import Any

import pytest

from rules import Status
from rules.supposing import if_came, who_may_come
from tests.rules.build import body
from tests.rules.test_turning import ORGANISATIONS, PEOPLE, WORLDS, ahead, held, subsets, verdict


@pytest.mark.parametrize(("term", "by_person"), WORLDS)
def test_it_answers_as_the_meeting_will_be_judged(term: dict[str, Any], by_person: bool) -> None:
    """For every choice of those who may come, whoever of them has sent apologies."""
    terms = body(quorum={"kind": "needed", **term})
    for sent in (frozenset[str](), frozenset({"Bo" if by_person else "Birch"})):
        known = ahead(sent, by_person)
        [meeting] = known.meetings
        names = {name.partition(" (")[0]: name for name in who_may_come(terms, known, meeting)}
        assert set(names) == set(PEOPLE if by_person else ORGANISATIONS)
        for there in subsets(names):
            found = verdict(terms, held(there, by_person))
            supposed = if_came(terms, known, meeting, {names[name] for name in there})
            assert found and supposed.is_quorate is (found.status is Status.MET), sorted(there)
            assert [tuple(need) for need in supposed.needs] == [tuple(need) for need in found.needs]


def test_who_sent_apologies_is_not_expected_and_may_come() -> None:
    """Everybody else is marked as coming from the start."""
    terms = body(quorum={"kind": "needed", "organisations": 3})
    known = ahead(frozenset({"Birch"}), by_person=False)

    assert who_may_come(terms, known, known.meetings[0]) == {
        "Alder": True, "Birch": False, "Cedar": True, "Damson": True,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("there", "says"),
    [
        (
            {"Damson"},
            "Sub-quorate: no one from Council or Health would be there. "
            "It would be quorate with Alder, and one of Birch or Cedar.",
        ),
        (
            {"Alder", "Birch"},
            "Sub-quorate: no one from School would be there. It would be quorate with Damson.",
        ),
        (
            {"Alder", "Birch", "Damson", "Nobody we know"},
            "Quorate: 3 of 3 sectors present, Council, Health and School by one organisation only. "
            "It would be sub-quorate without Alder, Birch or Damson.",
        ),
    ],
)
def test_it_says_whose_coming_it_hangs_on(there: set[str], says: str) -> None:
    """A sentence of what it would come to, and one of what would turn that."""
    terms = body(quorum={"kind": "needed", "sectors": ["Council", "Health", "School"]})
    known = ahead(frozenset(), by_person=False)

    assert if_came(terms, known, known.meetings[0], there).says == says


def test_where_no_quorum_is_asked_for_nobody_is_asked_after() -> None:
    """Neither where there is explicitly none, nor where the document says nothing."""
    known = ahead(frozenset(), by_person=False)

    for kind in ("none", "silent"):
        assert who_may_come(body(quorum={"kind": kind}), known, known.meetings[0]) == {}
