"""docs/data_map.md and docs/dpia.md say what the store holds."""

import re
from pathlib import Path

from tests.docs.data_map import page, personal, seen_by

HOME = Path(__file__).parent.parent.parent


def test_the_data_map_is_what_the_schema_says() -> None:
    """docs/data_map.md is made anew after every change of a table."""
    assert (HOME / "docs" / "data_map.md").read_text(encoding="utf-8") == page()


def test_an_address_is_seen_by_the_secretariat_alone() -> None:
    """The map tells the readers of marts: no board or partner page has anybody's e-mail address."""
    assert seen_by("representatives", "email") == "secretariat"


def test_counts_of_young_people_are_marked() -> None:
    """The columns that the store hides small counts of are the ones so marked."""
    assert personal("outcomes", "numerator").startswith("counts young people")


def test_the_dpia_names_tests_that_exist() -> None:
    """A risk is met by a test that can be run."""
    named = re.findall(r"`(tests/[\w/]+\.py)`", (HOME / "docs" / "dpia.md").read_text(encoding="utf-8"))
    assert named and [path for path in named if not (HOME / path).exists()] == []
