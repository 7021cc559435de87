"""A narrow window and paper: the answer comes first, nothing is cut off, and a page prints whole."""

import base64
import shutil
import subprocess
from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.driving import PATIENCE, see
from tests.browser.serving import must_have
from tests.switch import at_length

pytestmark = [pytest.mark.browser, at_length]
WHERE = "body=Kent%20and%20Medway&as_of=2026-11-28"
CUT_OFF = """return [...document.querySelectorAll('[data-testid=stPageLink] p')]
    .filter(each => each.scrollWidth > each.clientWidth + 1).map(each => each.textContent)"""


def narrow(page: WebDriver, width: int) -> None:
    size = {"width": width, "height": 844, "deviceScaleFactor": 1, "mobile": False}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)


@pytest.mark.parametrize("width", [390, 320])
def test_a_narrow_window_folds_the_choosers_and_cuts_nothing_off(
    browser: WebDriver, address: str, width: int
) -> None:
    """Also one of a computer, as at 400%; the choosers are there once they are asked for."""
    narrow(browser, width)
    browser.get(f"{address}/?{WHERE}")
    see(browser, "Before the meeting on Thursday 10 December 2026")
    see(browser, "11. Chairing of meetings")
    title = browser.find_element(By.TAG_NAME, "h1")
    body = browser.find_element(By.CSS_SELECTOR, ".st-key-choosers")

    assert not body.is_displayed() and title.rect["y"] + title.rect["height"] < 500
    assert browser.execute_script(CUT_OFF) == []
    assert browser.execute_script("return document.documentElement.scrollWidth") <= width
    browser.find_element(By.CSS_SELECTOR, ".st-key-unfold label").click()
    see(browser, "is known now")
    assert body.is_displayed()


def printed(page: WebDriver, path: Path) -> str:
    """The words of the page on paper."""
    (pdftotext,) = must_have("pdftotext")
    made = page.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    path.write_bytes(base64.b64decode(made["data"]))
    return subprocess.run(
        [pdftotext, "-layout", path, "-"], capture_output=True, text=True, check=True
    ).stdout


def test_a_page_for_print_has_every_row_and_no_menu(browser: WebDriver, address: str, tmp_path: Path) -> None:
    """On the screen 12 of 27 settled actions stand on a page, and the log scrolls; on paper there are all."""
    if not shutil.which("pdftotext"):
        pytest.skip("needs pdftotext")
    browser.get(f"{address}/actions?{WHERE}&print=true")
    see(browser, "Done or withdrawn: 27")
    # the figures beside the chart, and the log
    WebDriverWait(browser, PATIENCE).until(lambda p: len(p.find_elements(By.CSS_SELECTOR, "tbody")) == 2)
    text = printed(browser, tmp_path / "actions.pdf")

    references = [f"KM-A{number:02d}" for number in range(1, 34)]
    assert [each for each in references if text.count(each) < 2] == []
    assert [word for word in ("Governance calendar", "Sample shown", "Download") if word in text] == []
