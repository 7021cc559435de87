"""Which words of a file the terms understand, and which are asked about."""

import pytest

from rules import usual_words
from tests.rules.build import body

TERMS = body(
    duties={"kind": "report", "duty": "Annual report to the council", "to": "Council", "months": 12},
    groups={"kind": "time-limited", "of": "task and finish"},
    decision={"kind": "majority"},
)


@pytest.mark.parametrize(
    ("column", "word", "is_clear"),
    [
        ("duties.duty", "Annual reports to the Council", True),
        ("duties.duty", "Anual report for council", False),
        ("duties.duty", "Summer party", True),
        ("groups.kind", "Task-Finish", True),
        ("groups.kind", "Tsk", False),
        ("decisions.method", "Show of hands", True),
        ("decisions.method", "Tombola", False),
    ],
)
def test_a_word_is_asked_about_where_it_may_be_one_that_is_looked_for(
    column: str, word: str, is_clear: bool
) -> None:
    """A duty that is like none that the terms name is one of the body's own, and nobody is asked."""
    assert usual_words(TERMS)[column].is_clear(word) is is_clear


def test_nothing_is_looked_for_where_the_terms_ask_for_nothing() -> None:
    """No vote, no group for a time, no duty."""
    assert usual_words(body(quorum={"kind": "none"})) == {}
