"""A page for each meeting and each partner, reached from their names and days."""

from urllib.parse import parse_qs

import pytest
from streamlit.testing.v1 import AppTest

from store import Reader
from tests.pages.test_pages import opened
from ui import session

PARTNER, MEETING = "University of Example", "Strategy Group, 5 March 2026"


pytestmark = pytest.mark.usefixtures("illustrative")


def headings(page: AppTest) -> list[str]:
    return [each.value for each in page.header]


def links(page: AppTest, path: str) -> list[dict[str, list[str]]]:
    """What each link to a page asks it for."""
    found = [each.proto for each in page.get("page_link")]
    return [parse_qs(each.query_string) for each in found if each.page == path]


def test_a_meeting_tells_all_of_itself() -> None:
    """Papers, quorum with reasons, who came, decisions with their fate, actions, minutes."""
    page = opened("board/meeting.py", "kent_medway", meeting=MEETING)
    told = "\n".join(each.value for each in page.markdown)

    assert page.title[0].value.replace("\\", "") == MEETING
    assert headings(page)[:3] == ["Was it quorate?", "Decided: 2", "Actions raised: 2"]
    assert "no one from Higher education was present" in told
    assert "Sent a substitute:** University of Example" in told
    assert any("Does not stand yet" in each.label for each in page.expander)


def test_a_meeting_ahead_is_asked_whether_it_will_be_quorate() -> None:
    """And the body that needs no quorum says so."""
    ahead = opened("board/meeting.py", "kent_medway", meeting="10 December 2026")
    without = opened("board/meeting.py", "walsall", meeting="25 June 2024")

    assert headings(ahead)[0] == "Will it be quorate?"
    assert any("state no quorum" in each.value for each in without.markdown)


def test_a_partner_tells_all_of_itself() -> None:
    """Seats, attendance, actions; what there is nothing of is said once."""
    page = opened("board/partner.py", "kent_medway", partner=PARTNER)

    assert page.title[0].value == PARTNER
    assert headings(page) == ["Seats", "Attendance", "Actions", "Consents"]
    assert "Nothing is on record of\\: pledges\\, a fee\\, responses\\." in [c.value for c in page.caption]


def test_a_part_that_only_one_has_is_enough() -> None:
    """The day of a meeting, or a word of a partner's name, cold."""
    meeting = opened("board/meeting.py", "kent_medway", meeting="5 march 2026")
    partner = opened("board/partner.py", "kent_medway", partner="of example")

    assert meeting.selectbox(key="meeting").value == MEETING
    assert partner.selectbox(key="partner").value == PARTNER


@pytest.mark.parametrize("page", ["meeting", "partner"])
def test_what_is_not_on_record_is_said_aloud(page: str) -> None:
    """Not another in its place; all there are can be chosen."""
    there = opened(f"board/{page}.py", "kent_medway", **{page: "Atlantis"})

    assert "Atlantis" in there.warning[-1].value
    assert len(there.selectbox(key=page).options) > 10


def test_what_a_partner_may_not_see_is_not_said_to_be_missing() -> None:
    """A consent that is needed from it and another is the board's to see, and nobody tells it of none."""
    of = "Example District Council"
    board = opened("board/partner.py", "nottinghamshire", partner=of)
    itself = opened("board/partner.py", "nottinghamshire", view_as=f"Partner: {of}")

    assert "Consents" in headings(board)
    assert "consents" not in "".join(each.value for each in itself.caption)


def test_names_and_days_lead_there() -> None:
    """From the overview to the meeting, from the meeting to the partner."""
    [*meetings] = links(opened("board/overview.py", "kent_medway"), "meeting")
    [*partners] = links(opened("board/meeting.py", "kent_medway", meeting=MEETING), "partner")

    assert {"meeting": [MEETING]} in meetings
    assert {"partner": [PARTNER]} in partners


def test_a_partner_has_its_own_page_and_no_other() -> None:
    """Whatever the address says; and nothing on it leads to meetings or to others."""
    page = opened(
        "board/partner.py", "kent_medway", view_as=f"Partner: {PARTNER}", partner="Sampleshire County Council"
    )

    assert page.title[0].value == PARTNER
    assert links(page, "meeting") == []
    assert {name for each in links(page, "partner") for name in each["partner"]} <= {PARTNER}


@pytest.mark.parametrize(("page", "told"), [("meeting", "meetings"), ("partner", "organisations")])
def test_where_none_is_named_each_is_a_link(page: str, told: str) -> None:
    """Nobody has to know what is on record to find it."""
    there = opened(f"board/{page}.py", "kent_medway")
    named = {asked[page][0] for asked in links(there, page)}
    reader = Reader("test", frozenset({"secretariat"}))

    known = session.open_store(session.paths()[0]).read(reader, told, "kent_medway")
    assert len(named) == known.height
