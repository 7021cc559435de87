"""The switch between the tests that a change needs, more (QUORATE_LONG=1, as in `.ci/run`), and all."""

import os
from collections.abc import Iterable
from typing import TypeVar

import pytest

LONG = "QUORATE_LONG" in os.environ
FULL = os.environ.get("QUORATE_LONG") == "full"
T = TypeVar("T")
# what costs more than most changes need to know; `.ci/run` runs it
at_length = pytest.mark.skipif(not LONG, reason="at length: QUORATE_LONG=1 runs it")


def many(short: T, long: T, full: T) -> T:
    """How much of something is tried, by the switch."""
    return full if FULL else long if LONG else short


def some(rows: Iterable[T], short: int) -> list[T]:
    """The rows of a table that are tried, by the switch: the first few, or all."""
    return list(rows) if LONG else list(rows)[:short]
