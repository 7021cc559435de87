"""What is asked for by a part of its name."""

import pytest

from ui.links import matching

KNOWN = ("Alder College", "Alder College North", "Birch Trust")


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Alder College", "Alder College"),
        ("alder college", "Alder College"),
        ("birch", "Birch Trust"),
        ("north", "Alder College North"),
        ("Alder", None),
        ("Cedar", None),
        ("", None),
        (" ", None),
    ],
)
def test_a_part_that_only_one_has_is_enough(asked: str, found: str | None) -> None:
    """Its own words before a part of them; what several have, or none, is nobody's."""
    assert matching(asked, KNOWN) == found
