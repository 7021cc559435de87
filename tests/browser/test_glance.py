"""What is seen at a glance, and how few clicks lead from a figure to the line of its file."""

import pytest
from selenium.webdriver.remote.webdriver import WebDriver

from tests.browser.driving import click, find, see, text_of
from tests.switch import at_length

pytestmark = pytest.mark.browser
WHERE = "body=Kent%20and%20Medway&as_of=2026-11-28"


def test_the_overview_tells_of_the_next_meeting_and_leads_to_a_line_of_a_file(
    browser: WebDriver, address: str
) -> None:
    """That it is at risk is seen without a click; one leads from the agenda to the evidence."""
    browser.get(f"{address}/?{WHERE}")
    see(browser, "Before the meeting on Thursday 10 December 2026")
    see(browser, "At risk !")
    see(browser, "1. Ratify")
    click(browser, "//a[contains(., '1. Ratify')]")

    see(browser, "decisions.csv, line 12")


@at_length
def test_a_cell_of_the_matrix_opens_its_rows(browser: WebDriver, address: str) -> None:
    """One click, three years on one page."""
    browser.get(f"{address}/attendance?{WHERE}")
    see(browser, "9 of 12 meetings were quorate")
    find(browser, "svg g.mark-rect path")
    click(browser, "//*[name()='path'][contains(@aria-label, 'row: Testbury Technical College; word: ✕')]")

    see(browser, "Testbury Technical College, 12 September 2024.")
    see(browser, "1 row of attendance, from attendance.csv")
    assert "Absent" in text_of(browser)


def test_a_link_holds(browser: WebDriver, address: str) -> None:
    """A part of a body's name is enough; day and body stay in the address from page to page, and back."""
    browser.get(f"{address}/decisions?body=walsall&as_of=2026-11-28")
    see(browser, "Which decisions stand")
    assert ("body=Walsall" in browser.current_url, "as_of=2026-11-28" in browser.current_url) == (True, True)
    click(browser, "//a[contains(., 'Action log')]")
    see(browser, "what is still outstanding")
    assert ("body=Walsall" in browser.current_url, "as_of=2026-11-28" in browser.current_url) == (True, True)

    browser.back()
    see(browser, "Which decisions stand")
    browser.refresh()
    see(browser, "Which decisions stand")
    see(browser, "Walsall")


@at_length
def test_a_meeting_and_a_partner_are_one_click_away(browser: WebDriver, address: str) -> None:
    """From the overview to the meeting that was not quorate; what it rests on leads to the partner."""
    browser.get(f"{address}/?{WHERE}")
    see(browser, "Sub-quorate")
    click(browser, "//a[contains(., 'Sub-quorate')]")
    see(browser, "Was it quorate?")
    assert "body=Kent" in browser.current_url
    click(browser, "//summary[contains(., 'The page of each')]")
    see(browser, "University of Example")
    click(browser, "//a[contains(., 'University of Example')]")
    see(browser, "All that is on record of one partner")
