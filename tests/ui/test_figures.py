"""The figures of a partner, and which of its words still hold."""

from datetime import date

import pytest

from rules import Facts
from rules.records import Pledge, Progress
from tests.judged import BODIES
from ui import figures

BODY, TODAY = BODIES["walsall"], date(2025, 6, 30)
MARCH, MAY = date(2025, 3, 31), date(2025, 5, 31)
PLEDGE = Pledge(
    "P1", "Alder", None, "Ten placements", "Placements", 0, 10, date(2024, 9, 1), None, "p.csv", 2
)
WORD = {
    "about": "pledge", "reference": "p1", "figure": "Updated on 31 March 2025, rated green.", "as_at": MARCH,
    "response": "confirmed", "said_on": date(2025, 4, 9), "answer": None, "answered_on": None,
    "stands": True, "file": "by hand", "line": 3,
}  # fmt: skip


def updated(*days: date, share: float | None = 0.6, suppressed: list[str] | None = None) -> figures.Figure:
    """The pledge with an update of each day."""
    updates = tuple(
        Progress("P1", on, share, "green", 6.0, None, None, None, "u.csv", line, suppressed)
        for line, on in enumerate(days, 2)
    )
    facts = Facts(pledges=(PLEDGE,), pledge_progress=updates)
    return figures.pledges(BODY, facts, [], TODAY)[0]


def held(now: figures.Figure, **changed: object) -> bool:
    return bool(figures.words_on([WORD | changed], now))


def test_a_word_holds_for_the_figure_it_was_said_of() -> None:
    """A confirmation stands beside the update that was confirmed."""
    assert held(updated(MARCH))


@pytest.mark.parametrize(
    "changed",
    [{"figure": "Updated on 31 March 2025, rated red."}, {"stands": False}, {"about": "action"},
     {"reference": "P2"}, {"as_at": None}],
)  # fmt: skip
def test_a_word_on_another_figure_does_not_hold(changed: dict) -> None:
    """Another rating, other numbers, another day or another thing was confirmed."""
    assert not held(updated(MARCH), **changed)


def test_a_newer_update_is_another_figure() -> None:
    """What was confirmed in April says nothing of the update of May."""
    assert not held(updated(MARCH, MAY))


def test_a_proposal_is_shown_until_it_is_overtaken() -> None:
    """One that was answered goes with the next update; one that waits stays."""
    said = {"response": "proposed", "figure": None}
    assert held(updated(MARCH), **said, answer="declined")
    assert not held(updated(MAY), **said, answer="declined")
    assert held(updated(MAY), **said)


def test_the_newest_word_is_first() -> None:
    """What was said last counts."""
    later = WORD | {"response": "queried", "said_on": date(2025, 4, 10)}
    assert figures.words_on([WORD, later], updated(MARCH)) == [later, WORD]


def test_a_word_is_a_sentence() -> None:
    """Who said what and when, and what the answer was."""
    answer = {"response": "queried", "answer": "accepted", "answered_on": MAY}
    assert figures.in_words(WORD) == "Confirmed by the partner on 9 April 2025."
    assert (
        figures.in_words(WORD | answer, "you")
        == "Queried by you on 9 April 2025, accepted by the secretariat on 31 May 2025."
    )


def test_a_pledge_tells_its_update_and_its_next_day() -> None:
    """The partner reads what it reported last and when the next report is asked for."""
    assert updated(MARCH).report == (
        "Your update of 31 March 2025: 60% done; rated green; Placements: 6.",
        "Next update by 30 September 2025.",
    )


def test_a_pledge_that_is_done_asks_for_nothing_more() -> None:
    """All of it done needs no next update."""
    assert len(updated(MARCH, share=1).report) == 1


@pytest.mark.parametrize(
    ("column", "value", "text"),
    [("progress_share", 0.07, "7%"), ("value", 4.5, "4.5"), ("said_on", MAY, "2025-05-31"),
     ("young_people_reached", 12, "12"), ("note", "as it is", "as it is"), ("note", None, None)],
)  # fmt: skip
def test_values_are_typed_as_the_template_asks(column: str, value: object, text: str | None) -> None:
    """What was read comes back through the gate as it was."""
    assert figures.typed(column, value) == text


def test_a_hidden_number_is_said_to_be_hidden() -> None:
    """A partner reads why a number it sent is not there, and no more of it."""
    figure = updated(MARCH, share=None, suppressed=["progress_share"])
    assert "too small to be shown" in figure.report[0]
    assert "progress_share" not in figure.numbers
