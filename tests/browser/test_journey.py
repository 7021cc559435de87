"""One journey in a real browser: upload a file, confirm, see the chart's figures change, undo."""

from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver

from tests.browser.driving import HOME, find, hosts_asked, press, see

pytestmark = pytest.mark.browser


BODY = "Kent%20and%20Medway"
MEETING = "14/11/2026"


def new_meeting(folder: Path) -> Path:
    """An attendance file for a meeting that the sample does not hold: three sectors of partners come."""
    file = folder / "attendance_november.csv"
    with (HOME / "samples/illustrative/kent_medway/organisations.csv").open(encoding="utf-8-sig") as roster:
        names = [line.split(",")[0] for line in roster][1:8]
    rows = [f"Strategy Group,{MEETING},{name},A representative,present," for name in names]
    heading = "Group,Meeting date,Organisation,Person,Attendance,Substituting for"
    file.write_text("\n".join([heading, *rows]) + "\n", encoding="utf-8")
    return file


def test_a_file_is_uploaded_seen_and_undone(browser: WebDriver, address: str, tmp_path: Path) -> None:
    """The secretariat's file changes the board's figures at once, and undo takes it out again."""
    file = new_meeting(tmp_path)

    browser.get(f"{address}/attendance?body={BODY}&as_of=2026-11-21")
    see(browser, "meetings were quorate")
    assert "14 Nov 2026" not in browser.find_element(By.TAG_NAME, "body").text

    browser.get(f"{address}/upload?body={BODY}&as_of=2026-11-21")
    see(browser, "Nothing is saved before you confirm")
    find(browser, "input[type=file]").send_keys(str(file))
    see(browser, "7 rows read")
    press(browser, "Confirm and save")
    see(browser, "Read back from the store")

    browser.get(f"{address}/attendance?body={BODY}&as_of=2026-11-21")
    see(browser, "14 Nov 2026")

    browser.get(f"{address}/history?body={BODY}&as_of=2026-11-21")
    press(browser, "Undo this upload")
    press(browser, "Yes, undo it")
    see(browser, "It no longer counts in any figure")

    browser.get(f"{address}/attendance?body={BODY}&as_of=2026-11-21")
    see(browser, "meetings were quorate")
    assert "14 Nov 2026" not in browser.find_element(By.TAG_NAME, "body").text
    assert hosts_asked(browser) == {"127.0.0.1"}


@pytest.mark.parametrize("page", ["decisions", "my_pledges", "upload"])
def test_a_cold_deep_link_passes_the_map(browser: WebDriver, address: str, page: str) -> None:
    """A page opened first by its own address still has the choosers, the banner and the navigation."""
    browser.get(f"{address}/{page}?body=Walsall")

    see(browser, "Illustrative sample")
    see(browser, "Governance calendar")
    see(browser, "Walsall")
