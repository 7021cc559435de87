"""The health card: the terms of reference at a glance."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from rules.families import FAMILIES
from rules.health import card
from tests.judged import BODIES, TODAY, judged


def line(body: str, label: str) -> str:
    return card(BODIES[body], judged("published")[body], TODAY)[label]


@pytest.mark.parametrize(
    ("body", "label", "told"),
    [
        ("nottinghamshire", "Period", "These terms were for 2018 to 2020 and have lapsed."),
        ("nottinghamshire", "Blanks", "The approval date is blank in the document."),
        ("nottinghamshire", "Blanks", "The vice chair is blank in the document."),
        ("nottinghamshire", "Review", "No cycle stated."),
        ("kent_medway", "Blanks", "The membership appendix is not with the document."),
        ("kent_medway", "Review", "Review overdue since 1 September 2021"),
        ("walsall", "Review", "Review of May 2026 is overdue."),
        ("walsall", "Silent about", "Notice of papers, quorum, term of office and voting."),
        ("national_alliance", "Period", "None stated."),
        ("national_alliance", "Silent about", "Quorum."),
        ("national_alliance", "In force from", "1 April 2017."),
    ],
)
def test_the_card_says_what_the_document_lacks(body: str, label: str, told: str) -> None:
    """Each line of the card is known from the source document."""
    assert told in line(body, label)


def test_a_change_of_the_terms_shows_on_the_card() -> None:
    """An entry that began later is named by its day, once that day has come."""
    body = BODIES["fostering_network"]

    assert card(body, [], date(2026, 1, 1))["In force from"] == (
        "1 April 2017; entries were added on 1 May 2020."
    )
    assert card(body, [], date(2019, 1, 1))["In force from"] == "1 April 2017."


def test_the_entries_that_can_be_read_in_more_than_one_way_are_counted() -> None:
    """As many as the file has with an interpretation, of all that it has."""
    path = Path(__file__).parents[2] / "bodies" / "walsall.toml"
    document = tomllib.loads(path.read_text(encoding="utf-8"))
    entries = [entry for family in FAMILIES for entry in document.get(family.name, ())]
    open_ = sum("interpretation" in entry for entry in entries)

    assert 0 < open_ < len(entries)
    assert line("walsall", "Read with care").startswith(f"{open_} of {len(entries)} entries can be read")
