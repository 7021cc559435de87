"""A problem can be found in the file: lines are those of a text editor."""

import pytest

import loaders
from tests.loaders.tables import check, problems


def test_quoted_line_breaks_keep_the_line_numbers() -> None:
    """A record over three lines counts as three."""
    checked = check("Title,Signed off on", '"One', "two", 'three",1/2/2026', "Four,x")

    assert checked.rows["line"].to_list() == [2]
    assert problems(checked) == [(5, "Signed off on", "x")]


def test_a_preamble_keeps_the_line_numbers() -> None:
    """Lines above the headings are counted, and the line of the headings is told."""
    checked = check("Publications of the board", "", '"Printed', 'on paper"', "Title,Kind", "One,Report")

    assert checked.header_line == 5
    assert checked.rows["line"].to_list() == [6]


def test_headings_are_sought_in_the_first_two_hundred_rows() -> None:
    """A longer preamble is not a preamble any more."""
    assert check(*["note"] * 59, "Title", "One").header_line == 60
    assert check(*["note"] * 199, "Title", "One").header_line == 200
    with pytest.raises(loaders.Unreadable):
        check(*["note"] * 200, "Title", "One")


def test_a_title_above_the_headings_is_not_taken_for_headings() -> None:
    """The row with the most known headings wins."""
    checked = check("Title,Our publications", "Title,Kind,Theme", "One,Report,Work")

    assert checked.header_line == 2
