"""Two spellings of one organisation's name are alike; two organisations are less so."""

import pytest

from kinds.names import cleaned
from loaders import PRESELECTED, likely

ROSTER = ("Alder Youth Trust", "Alder College", "Birch & Elm Council", "Fern Foster Carers Association")


@pytest.mark.parametrize(
    ("written", "as_compared"),
    [
        ("The Alder Trust Ltd.", "alder trust"),
        ("ALDER & BIRCH (UK) plc", "alder and birch"),
        ("St John's, Fern", "st johns fern"),
        ("St John’s Fern CIO", "st johns fern"),
        ("The UK Ltd", "the uk ltd"),
    ],
)
def test_a_name_is_compared_without_what_tells_nothing(written: str, as_compared: str) -> None:
    """Letter case, punctuation and legal form go, unless nothing else is left."""
    assert cleaned(written) == as_compared


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Alder Yuoth Trust", "Alder Youth Trust"),
        ("Youth Trust, Alder", "Alder Youth Trust"),
        ("BIRCH AND ELM COUNCIL LIMITED", "Birch & Elm Council"),
        ("Fern Foster Carer's Assocation", "Fern Foster Carers Association"),
    ],
)
def test_a_slip_is_likely_enough_to_be_proposed(written: str, meant: str) -> None:
    """Letters changed about, words in another order, a legal form."""
    name, likeness = likely(written, ROSTER)[0]

    assert name == meant
    assert likeness >= PRESELECTED


@pytest.mark.parametrize("written", ["Alder Sports Trust", "Elm Council", "Yarrow College", "Rowan Housing"])
def test_another_organisation_is_not_proposed(written: str) -> None:
    """Though it shares a place or a kind of body with one of the roster."""
    assert likely(written, ROSTER)[0][1] < PRESELECTED


def test_five_are_shown_the_likeliest_first() -> None:
    """However long the roster is."""
    found = likely("Alder 3", [f"Alder {number}" for number in range(10)])

    assert found[0] == ("Alder 3", 1.0)
    assert [likeness for _, likeness in found] == sorted((likeness for _, likeness in found), reverse=True)
    assert len(found) == 5
