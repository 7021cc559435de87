"""A number that the store keeps back is marked, so that nobody takes it for one that is missing."""

import polars as pl

from ui.blocks import HIDDEN_VALUES, TOO_SMALL, _in_words
from ui.frames import without_empty

UPDATES = pl.DataFrame(
    {
        "pledge_reference": ["P1", "P2"],
        "young_people_reached": [None, None],
        "value": [None, None],
        HIDDEN_VALUES: [["young_people_reached"], None],
    },
    schema_overrides={HIDDEN_VALUES: pl.List(pl.String), "value": pl.Float64},
)
NAMED = {"pledge_reference": "Pledge", "young_people_reached": "Young people reached"}


def test_a_number_kept_back_is_marked_and_one_that_is_missing_is_blank() -> None:
    """The two look alike in the store's frame and must not on the page."""
    marked = [_in_words(row, NAMED)["Young people reached"] for row in UPDATES.iter_rows(named=True)]

    assert marked == [TOO_SMALL, None]


def test_a_column_of_numbers_kept_back_is_not_empty() -> None:
    """It stays on the page with its marks; a column without values goes."""
    assert without_empty(UPDATES).columns == ["pledge_reference", "young_people_reached", HIDDEN_VALUES]
