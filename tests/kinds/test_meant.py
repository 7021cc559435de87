"""Which of several a cell means, and whether a text has a name."""

import pytest

from kinds.meant import is_open, is_turned_down, one_of, same_measure, several_of
from kinds.names import named_in

THEMES = ("Education", "Education employment and training", "Happy and healthy", "Stability and safety")


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("happy & healthy", "Happy and healthy"),
        ("Education, employment and training", "Education employment and training"),
        ("Education", "Education"),
        ("Being happy and healthy", "Happy and healthy"),
        ("Stability", "Stability and safety"),
        ("Employment", "Education employment and training"),
        ("Sport", ""),
        ("", ""),
        (None, ""),
    ],
)
def test_a_theme_is_meant_by_its_words(written: str | None, meant: str) -> None:
    """Written exactly it is that one, whatever else has its words."""
    assert one_of(written, THEMES) == meant


def test_what_may_mean_two_means_none() -> None:
    """Nobody can tell which."""
    assert one_of("Health", ("Mental health", "Health of the mouth")) == ""


@pytest.mark.parametrize(
    ("written", "is_it"),
    [
        ("Level 2 to 3", True),
        ("level 2 to level 3", True),
        ("Number moving from Level 2 to Level 3", True),
        ("Level 3 to Level 4", False),
        ("Level 3 to Level 2", False),
        ("2 to 3 visits", False),
        ("Levels", False),
        (None, False),
    ],
)
def test_a_measure_is_told_by_its_numbers_and_words(written: str | None, is_it: bool) -> None:
    """The numbers stand in the same order."""
    assert same_measure(written, "Level 2 to Level 3") is is_it


@pytest.mark.parametrize(
    ("method", "is_one"),
    [
        ("Show of hands", True), ("roll call vote", True), ("Open vote", True), ("Secret ballot", False),
        ("ballot, result made public", False), ("vote", False), ("", False), (None, False),
    ],
)  # fmt: skip
def test_an_open_vote_says_so(method: str | None, is_one: bool) -> None:
    """A vote of which nothing more is said may have been secret."""
    assert is_open(method) is is_one


@pytest.mark.parametrize(
    ("text", "name", "is_there"),
    [
        ("Admit Alder", "alder", True),
        ("Admit Alderney Trust", "Alder", False),
        ("Admit Alder Trust", "Alder", False),
        ("Admit Alder and Alder Trust", "Alder", True),
        ("Admit Alder Trust", "Alder Trust", True),
        ("Admit nobody", None, False),
        (None, "Alder", False),
    ],
)
def test_a_name_is_in_a_text_as_a_whole(text: str | None, name: str | None, is_there: bool) -> None:
    """Not within a longer name that is known."""
    assert named_in(text, name, ["Alder", "Alder Trust"]) is is_there


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Education; Stability", {"Education", "Stability and safety"}),
        ("Education, employment and training", {"Education employment and training"}),
        ("Sport / Education", {"Education"}),
        (None, set()),
    ],
)
def test_a_cell_may_name_several_themes(written: str | None, meant: set[str]) -> None:
    """A theme with a comma of its own is one."""
    assert several_of(written, THEMES) == meant


@pytest.mark.parametrize(
    ("decision", "is_one"),
    [
        ("Refused observer status to Alder", True), ("Not to admit Alder", True), ("Defer Alder", True),
        ("Alder may observe", False), (None, False),
    ],
)  # fmt: skip
def test_a_refusal_says_so(decision: str | None, is_one: bool) -> None:
    """What is put off is not given either."""
    assert is_turned_down(decision) is is_one
