"""What a field writes, it reads as the same."""

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from kinds.fields import percentage


def read(text: str) -> float | None:
    return pl.select(percentage().parse(pl.lit(text))).item()


def written(share: float) -> str:
    return pl.select(percentage().write(pl.lit(share))).item()


@pytest.mark.parametrize(
    ("share", "text"), [(0.07, "7%"), (0.35, "35%"), (1.0, "100%"), (0.0, "0%"), (0.005, "0.5%")]
)
def test_a_share_is_written_as_somebody_would(share: float, text: str) -> None:
    """Without the last digits that a computer makes of it: 0.07 times 100 is not quite 7."""
    assert written(share) == text


@given(st.one_of(st.floats(0.0001, 100), st.decimals(0, 100, places=2).map(float)))
def test_a_share_that_was_read_is_read_again(percent: float) -> None:
    """To the last bit, whatever percentage it once was."""
    share = percent / 100

    assert read(written(share)) == share
