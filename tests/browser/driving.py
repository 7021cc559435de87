"""A browser to drive, and what a reader does with it."""

import json
from pathlib import Path
from urllib.parse import urlsplit

from selenium import webdriver
from selenium.common.exceptions import StaleElementReferenceException
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.remote.webelement import WebElement
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.serving import HOME, PATIENCE, must_have

__all__ = [
    "HOME",
    "PATIENCE",
    "click",
    "find",
    "hosts_asked",
    "look",
    "looked_at",
    "new_browser",
    "press",
    "see",
    "text_of",
]
CHROMIUM = [
    "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
    "--window-size=1280,1600",
]  # fmt: skip


def new_browser(profile: Path) -> WebDriver:
    """A fresh Chromium of Debian's that records every request it makes and every word on its console."""
    chromium, driver = must_have("chromium", "chromedriver")
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    for flag in (*CHROMIUM, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(driver))


def text_of(page: WebDriver) -> str:
    # in one step: between finding an element and reading it a page may begin anew
    charts = "[...document.querySelectorAll('svg text')].map(each => each.textContent)"
    told = f"[document.body.innerText, ...{charts}].join('\\n').replaceAll('\\u00a0', ' ')"
    return page.execute_script(f"return document.body ? {told} : ''")


def see(page: WebDriver, text: str) -> None:
    """Waits until a text can be read on the page."""
    WebDriverWait(page, PATIENCE).until(lambda p: text in text_of(p), f"never saw {text!r}")


def find(page: WebDriver, css: str) -> WebElement:
    """The first element that a selector finds, once it is there."""
    there = WebDriverWait(page, PATIENCE).until(lambda p: p.find_elements(By.CSS_SELECTOR, css), css)
    return there[0]


def click(page: WebDriver, xpath: str) -> None:
    """Clicks what has come to rest: a page that is still being drawn pushes it away from under the mouse."""
    places: list[dict[str, float]] = []

    def rests(page: WebDriver) -> bool:
        places.append(page.find_element(By.XPATH, xpath).rect)
        return len(places) > 1 and places[-1] == places[-2]

    WebDriverWait(page, PATIENCE, ignored_exceptions=[StaleElementReferenceException]).until(rests)
    ActionChains(page).move_to_element(page.find_element(By.XPATH, xpath)).click().perform()


def press(page: WebDriver, label: str) -> None:
    """Presses the button with this label, once it can be pressed."""
    where = f"//button[contains(normalize-space(.), '{label}')]"

    def pressed(page: WebDriver) -> bool:
        ready = next((b for b in page.find_elements(By.XPATH, where) if b.is_enabled()), None)
        if ready:
            ready.click()
        return bool(ready)

    WebDriverWait(page, PATIENCE, ignored_exceptions=[StaleElementReferenceException]).until(
        pressed, f"never saw {label!r}"
    )


def looked_at(page: WebDriver, url: str) -> None:
    """Opens a page and waits until it has been drawn."""
    page.get(url)
    busy = "[data-testid=stSkeleton], [data-testid=stStatusWidget]"
    WebDriverWait(page, PATIENCE).until(
        lambda p: p.find_elements(By.TAG_NAME, "h1") and not p.find_elements(By.CSS_SELECTOR, busy)
    )


def look(page: WebDriver, width: int, theme: str, height: int = 1600) -> None:
    """A window of this size, in pixels, for a reader who prefers light or dark."""
    size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": False}
    page.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
    wish = {"features": [{"name": "prefers-color-scheme", "value": theme}]}
    page.execute_cdp_cmd("Emulation.setEmulatedMedia", wish)
    dark = "return getComputedStyle(document.querySelector('.stApp')).colorScheme"
    WebDriverWait(page, PATIENCE).until(lambda p: p.execute_script(dark) == theme, theme)


def hosts_asked(page: WebDriver) -> set[str]:
    """Every host that the browser sent a request to."""
    events = (json.loads(entry["message"])["message"] for entry in page.get_log("performance"))
    urls = [
        event["params"]["request"]["url"]
        for event in events
        if event["method"] == "Network.requestWillBeSent"
    ]
    return {urlsplit(url).hostname for url in urls if url.startswith(("http", "ws"))}
