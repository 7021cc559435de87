"""A clause that can be read in more than one way is judged as the secretariat chose."""

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError

from rules import Finding, Status, as_read, judge
from rules.body import Body
from rules.facts import Facts
from rules.integrity import mismatches
from rules.terms import in_force
from tests.rules.build import body, facts

TODAY = date(2026, 11, 21)
READ: dict[str, Any] = {
    "question": "How many?", "reading": "Two.", "chosen_by": "Quorate default", "chosen_on": date(2026, 1, 1),
    "others": [
        {"reading": "Three.", "change": {"organisations": 3}},
        {"reading": "One of each.", "change": {"organisations": None, "sectors": ["Health"]}},
    ],
}  # fmt: skip
TERM: dict[str, Any] = {"rule": "Q1", "kind": "needed", "organisations": 2, "interpretation": READ}
HELD = """
    meeting_on  | members
    12 Mar 2026 | Alder; Birch
    10 Sep 2026 | Alder; Birch
"""
CHOSEN = """
    rule | question | reading | why       | chosen_by | chosen_on  | from_on
    Q1   | {}       | {}      | As agreed | Pat       | 2 Oct 2026 | {}
"""


def held(question: str = "", reading: str = "", from_on: str = "") -> Facts:
    chosen = CHOSEN.format(question, reading, from_on) if reading else "rule"
    return facts(meetings=HELD, interpretations=chosen)


def verdicts(terms: Body, known: Facts) -> list[Status]:
    """Of each meeting, the oldest first."""
    return [f.status for f in sorted(judged(terms, known), key=lambda f: f.on or date.min)]


def judged(terms: Body, known: Facts) -> list[Finding]:
    return [f for f in judge(terms, known, TODAY) if f.family == "quorum"]


@pytest.mark.parametrize(
    ("question", "reading", "from_on", "found"),
    [
        ("", "", "", [Status.MET, Status.MET]),
        ("How many?", "Three.", "", [Status.NOT_MET, Status.NOT_MET]),
        ("", "three.", "", [Status.NOT_MET, Status.NOT_MET]),
        # what was before the day is judged as before
        ("How many?", "Three.", "1 Jun 2026", [Status.MET, Status.NOT_MET]),
        ("How many?", "Three.", "1 Dec 2026", [Status.MET, Status.MET]),
        ("How many?", "Two.", "", [Status.MET, Status.MET]),
        # no entry asks this, or offers that
        ("How often?", "Three.", "", [Status.MET, Status.MET]),
        ("How many?", "Four.", "", [Status.MET, Status.MET]),
    ],
)
def test_meetings_are_judged_by_the_reading_that_was_chosen(
    question: str, reading: str, from_on: str, found: list[Status]
) -> None:
    """As if the entry had been written so from that day."""
    assert verdicts(body(quorum=TERM), held(question, reading, from_on)) == found


def test_the_verdict_says_who_chose_the_reading_and_why() -> None:
    """Beside its question."""
    [finding, *_] = judged(body(quorum=TERM), held("How many?", "Three."))
    chosen = finding.term.interpretation

    assert chosen and (chosen.question, chosen.reading) == ("How many?", "Three.")
    assert chosen.choice == "Chosen by Pat on 2 October 2026: As agreed."


def test_what_is_read_again_begins_from_what_is_written() -> None:
    """So a choice that is undone leaves nothing behind, and one made twice is made once."""
    terms = body(quorum=TERM)
    chosen = held("How many?", "Three.", "1 Jun 2026").interpretations
    read = as_read(terms, chosen)

    assert as_read(read, chosen) == read != terms
    assert as_read(read, ()) == terms


def test_a_reading_of_what_an_entry_is_about_takes_its_place_alone() -> None:
    """A majority of all members for one of the votes cast; the siblings of its number stay."""
    read = {"question": "Of whom?", "reading": "Votes.", "chosen_by": "Us", "chosen_on": TODAY}
    other = {"reading": "Members.", "change": {"of": "all members"}}
    election = {"rule": "Q1", "kind": "election", "role": "chair"}
    terms = body(
        office=[
            {**election, "interpretation": {**read, "others": [other]}},
            {"rule": "Q1", "kind": "term", "role": "chair", "years": 2},
        ]
    )
    read_so = as_read(terms, held("Of whom?", "Members.", "1 Jun 2026").interpretations).terms["office"]
    of = [[getattr(each, "of", "") for each in in_force(read_so, date(2026, month, 1))] for month in (5, 6)]

    assert [set(each) for each in of] == [{"votes cast", ""}, {"all members", ""}]


def test_a_later_entry_that_asks_no_more_is_not_read_otherwise() -> None:
    """The document was changed, and the choice with it."""
    later = {"rule": "Q1", "kind": "needed", "organisations": 1, "from": date(2026, 6, 1)}
    terms = body(quorum=[TERM, later])

    assert verdicts(terms, held("How many?", "Three.")) == [Status.NOT_MET, Status.MET]
    assert verdicts(terms, held("How many?", "Three.", "1 Jul 2026")) == [Status.MET, Status.MET]


def test_a_choice_that_nothing_offers_is_told() -> None:
    """On data quality, with its remedy."""
    found = [m.says for m in mismatches(body(quorum=TERM), held("How many?", "Four."), TODAY)]

    assert found == ["The terms offer no reading “Four.” of Q1, so nothing is read so."]
    assert not mismatches(body(quorum=TERM), held("How many?", "Three."), TODAY)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"organisations": 0}, "by the reading 'Three.', organisations: Input should be greater than 0"),
        ({"organisation": 3}, "by the reading 'Three.', organisation: Extra inputs are not permitted"),
        ({"organisations": None}, "a needed quorum gives organisations"),
    ],
)
def test_a_reading_that_makes_no_entry_is_refused(change: dict[str, Any], says: str) -> None:
    """At start, where its author sees it."""
    other = {"reading": "Three.", "change": change}
    with pytest.raises(ValidationError, match="reading") as error:
        body(quorum={**TERM, "interpretation": {**READ, "others": [other]}})

    assert says in str(error.value)


def test_an_example_names_a_reading_that_there_is() -> None:
    """Else it would be tried by none."""
    example = {"on": TODAY, "verdict": "met", "reading": "Five."}
    with pytest.raises(ValidationError, match="there is no reading"):
        body(quorum={**TERM, "examples": [example]})
