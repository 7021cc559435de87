"""Change is called change only where it is more than chance."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.frames_chance import FEWEST, changed, limits

SHARES = st.lists(st.floats(0, 1), max_size=30)
LEVEL = [0.2, 0.25] * 6


@pytest.mark.parametrize(
    ("course", "told"),
    [
        (LEVEL, [False] * 12),
        ([*LEVEL, 0.9], [False] * 12 + [True]),
        ([*LEVEL[:10], 0.9], [False] * 11),  # beyond everything, and too early to tell
        ([0.4] * 12, [False] * 12),
        ([], []),
    ],
)
def test_only_what_is_beyond_the_limits_has_changed(course: list[float], told: list[bool]) -> None:
    """From twelve points on; a course that stands still never changes."""
    assert changed(course) == told


@given(SHARES)
def test_below_twelve_points_nothing_has_changed(course: list[float]) -> None:
    """And each point has its answer, however many there are."""
    told = changed(course)

    assert len(told) == len(course)
    assert (limits(course) is None) == (len(course) < FEWEST)
    assert len(course) >= FEWEST or not any(told)


@given(st.lists(st.integers(0, 100), min_size=FEWEST, max_size=30), st.integers(-50, 50), st.integers(1, 9))
def test_what_has_changed_does_not_hang_on_the_unit(course: list[int], by: int, times: int) -> None:
    """Pounds or pence, counted from nought or from ten: the same points are changes."""
    assert changed([times * each + by for each in course]) == changed(course)


@given(st.lists(st.integers(0, 100), min_size=FEWEST, max_size=30))
def test_the_limits_lie_about_the_mean_by_the_mean_step(course: list[int]) -> None:
    """As Wheeler's chart of individual values has them."""
    found = limits(course)
    assert found is not None
    steps = [abs(course[at] - course[at - 1]) for at in range(1, len(course))]

    assert (found.lower + found.upper) / 2 == pytest.approx(sum(course) / len(course))
    assert (found.upper - found.lower) / 2 == pytest.approx(2.66 * sum(steps) / len(steps))
