"""docs/data_map.md and docs/dpia.md say what the store holds."""

import re
from pathlib import Path

import pytest

from store import Store
from tests.docs.data_map import OWN, page, personal, seen_by

HOME = Path(__file__).parent.parent.parent
HASHES = ("rows_sha256", "previous_hash", "hash")


def test_the_data_map_is_what_the_schema_says() -> None:
    """docs/data_map.md is made anew after every change of a table."""
    assert (HOME / "docs" / "data_map.md").read_text(encoding="utf-8") == page()


@pytest.mark.parametrize("table", OWN)
def test_every_text_of_the_stores_own_is_on_the_map(table: str) -> None:
    """A new column of words is not left out, as that of a kind cannot be."""
    store = Store.open(None)
    with store._connection.cursor() as cursor:
        found = cursor.table(f"raw.{table}")
        texts = {name for name, dtype in zip(found.columns, found.types, strict=True) if dtype == "VARCHAR"}
    store.close()

    assert texts - {"body", "kind", *HASHES} == OWN[table].keys() - {"done_at"}


def test_what_a_kind_says_of_a_column_is_what_the_map_says() -> None:
    """People and addresses are personal, free text may be, seats and the words of a list are not."""
    told = {column: personal("representatives", column) for column in ("person", "email", "seat", "role")}

    assert told == {"person": "yes", "email": "yes", "seat": "no", "role": "no"}
    assert personal("actions", "action") == "may name a person"


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
