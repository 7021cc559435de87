"""One journey in a real browser: upload a file, confirm, see the chart's figures change, undo."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support.ui import WebDriverWait

HOME = Path(__file__).parent.parent.parent
PATIENCE = 40
CHROMIUM = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--window-size=1280,1600",
]  # fmt: skip

pytestmark = pytest.mark.browser


def driver_paths() -> tuple[str, str]:
    """Debian's Chromium and its driver; a machine without them skips, unless it must have them."""
    chromium, driver = shutil.which("chromium"), shutil.which("chromedriver")
    if not (chromium and driver):
        if os.environ.get("QUORATE_NEEDS_BROWSER"):
            pytest.fail("Chromium and chromedriver must be installed here, and are not.")
        pytest.skip("needs Chromium and chromedriver")
    return chromium, driver


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The product, started as a reader starts it, on samples of its own."""
    driver_paths()
    port = free_port()
    env = {**os.environ, "QUORATE_PORT": str(port), "QUORATE_HOME": str(tmp_path_factory.mktemp("home"))}
    env.pop("QUORATE_STORE", None)
    server = subprocess.Popen([sys.executable, "app.py"], cwd=HOME, env=env)
    try:
        wait_for(f"http://127.0.0.1:{port}/healthz")
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(10)


def wait_for(url: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(url):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    pytest.fail(f"{url} did not answer within {PATIENCE} seconds")


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[WebDriver]:
    """A fresh Chromium that records every request it makes."""
    chromium, driver = driver_paths()
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (*CHROMIUM, f"--user-data-dir={tmp_path / 'profile'}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL"})
    page = webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))
    yield page
    page.quit()


def see(page: WebDriver, text: str) -> None:
    """Waits until a text can be read on the page."""
    WebDriverWait(page, PATIENCE).until(
        lambda p: text in p.find_element(By.TAG_NAME, "body").text, f"never saw {text!r}"
    )


def press(page: WebDriver, label: str) -> None:
    """Presses the button with this label, once it can be pressed."""
    where = f"//button[contains(normalize-space(.), '{label}')]"
    WebDriverWait(page, PATIENCE).until(
        lambda p: any(b.is_enabled() for b in p.find_elements(By.XPATH, where))
    )
    next(b for b in page.find_elements(By.XPATH, where) if b.is_enabled()).click()


def hosts_asked(page: WebDriver) -> set[str]:
    """Every host that the browser sent a request to."""
    events = (json.loads(entry["message"])["message"] for entry in page.get_log("performance"))
    urls = [
        event["params"]["request"]["url"]
        for event in events
        if event["method"] == "Network.requestWillBeSent"
    ]
    return {urlsplit(url).hostname for url in urls if url.startswith(("http", "ws"))}


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
    browser.find_element(By.CSS_SELECTOR, "input[type=file]").send_keys(str(file))
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
