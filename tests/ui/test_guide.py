"""What the guide and the glossary say inside the product."""

import pytest

from ui.guide import PARTS, guide, meanings


@pytest.mark.parametrize("role", PARTS)
def test_each_reader_has_a_part_of_the_guide(role: str) -> None:
    """What is for all comes before it; no picture and no link to a file is left in the text."""
    everybody, own = guide({role})

    assert everybody[0] == "" and "As of" in everybody[1]
    assert own[0].startswith(PARTS[role]) and len(own[1]) > 100
    assert "](" not in everybody[1] + own[1]


def test_a_word_is_found_by_what_it_means_too() -> None:
    """Each entry begins with its word."""
    found = meanings("Sub-Quorate")

    assert [entry.partition("**")[2].partition(".")[0] for entry in found][:1] == ["Provisional"]
    assert len(meanings("")) > 50 and meanings("xylophone") == []
