"""What is found by a word, and what a filter keeps."""

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.test_pages import opened

pytestmark = pytest.mark.usefixtures("illustrative")


def lines(app: AppTest) -> list[str]:
    return [each.label for each in app.expander if "badge" in each.label]


def test_a_word_leads_to_what_it_stands_in() -> None:
    """To the partner's page, and to the verdict; a word that stands nowhere is said aloud."""
    page = opened("board/find.py", "kent_medway", find="enrolment checklist")
    nothing = opened("board/find.py", "kent_medway", find="atlantis")

    assert [line for line in lines(page) if "Adopt a shared enrolment checklist" in line] == lines(page) != []
    assert "is not on record" in nothing.markdown[-1].value
    assert lines(nothing) == []


def test_a_link_keeps_what_was_chosen() -> None:
    """Actions of one organisation that are overdue, and decisions with a word."""
    of = "Sampleshire Virtual School"
    actions = opened("board/actions.py", "kent_medway", action_of=of, action_status="Overdue")
    decisions = opened("board/decisions.py", "kent_medway", decision_words="enrolment")

    assert lines(actions) != []
    assert all("Overdue" in line and of in line for line in lines(actions))
    assert [header.value for header in actions.header][-2] == "Done or withdrawn: 0"
    assert all("enrolment" in line for line in lines(decisions))


def test_an_organisation_that_is_not_there_is_said_aloud() -> None:
    """And nothing is left out for its sake."""
    page = opened("board/actions.py", "kent_medway", action_of="Atlantis")

    assert "Atlantis" in page.warning[-1].value
    assert len(lines(page)) > 10
