"""Which pages stand in the menu of which body."""

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.pages.test_pages import opened

pytestmark = pytest.mark.usefixtures("illustrative")


def menu(body: str, monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The pages of the board that stand in the menu of a body."""
    navigation, given = st.navigation, []
    monkeypatch.setattr(
        st, "navigation", lambda pages, **how: (given.append(pages), navigation(pages, **how))[1]
    )
    opened("board/overview.py", body)
    return {page.title for page in given[-1]["Board"] if page.visibility == "visible"}


def test_no_page_that_the_terms_make_empty_stands_in_the_menu(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without fees there is no page of fees; with pledges there is one of pledges."""
    assert {"Fees", "Pledges", "Decisions"} - menu("kent_medway", monkeypatch) == {"Fees", "Pledges"}
    assert {"Fees", "Pledges", "Decisions"} - menu("walsall", monkeypatch) == {"Fees"}
    assert {"Fees", "Pledges"} <= menu("fostering_network", monkeypatch)


def text(app: AppTest) -> str:
    return "\n".join(each.value for kind in ("markdown", "info", "header") for each in app.get(kind))


def test_a_page_of_fees_without_a_fee_says_only_that() -> None:
    """It counts nobody to write to."""
    page = opened("board/fees.py", "walsall")

    assert "set no membership fee" in text(page)
    assert "Whom to write to" not in text(page)


def test_a_partner_with_nothing_of_a_kind_is_told_once() -> None:
    """In one paragraph at the end, without a heading for each."""
    page = opened("partner/my_pledges.py", "kent_medway", view_as="Partner: University of Example")
    headings = [each.value for each in page.header]

    assert headings == ["Attendance", "Actions, open and overdue"]
    assert page.markdown[-1].value.startswith("No pledge of yours is on record.")


def test_bodies_are_compared_as_far_as_a_reader_may_see_them() -> None:
    """The secretariat at this machine sees all; who looks as one board sees that board alone."""
    everybody = opened("board/compare.py", "walsall", matter="Quorum")
    one_board = opened("board/compare.py", "walsall", matter="Quorum", view_as="Board")

    assert {row["Body"] for row in rows(everybody)} > {"Walsall", "Nottinghamshire"}
    assert {row["Body"] for row in rows(one_board)} == {"Walsall"}
    assert "one body only" in one_board.info[0].value


def rows(page: AppTest) -> list[dict[str, str]]:
    return page.table[0].value.reset_index().to_dict("records")
