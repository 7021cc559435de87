"""Text from a file is shown letter by letter: never as markup, and never so that a browser calls out."""

import os
import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.driving import HOME, hosts_asked, new_browser
from tests.browser.serving import free_port, must_have, running
from tests.security.hostile import STRINGS
from tests.switch import at_length, many

AT_ONCE, SINKS, PATIENCE = 15, 14, 120
# every second page of texts, or all
STARTS = range(0, len(STRINGS), AT_ONCE)[:: many(2, 2, 1)]
# Where each sink puts the text, within its container; the others put it in a Markdown container.
PLACES = {
    "warning_title": "[data-testid=stAlertTitle]",
    "expander": "summary [data-testid=stMarkdownContainer]",
    "verdict": "summary [data-testid=stMarkdownContainer]",
    "metric": "[data-testid=stMetricLabel] [data-testid=stMarkdownContainer]",
    "choice": "[data-testid=stWidgetLabel] [data-testid=stMarkdownContainer]",
    "table": "th, td",
    "caption": "[data-testid=stCaptionContainer]",
    "grid": "canvas",
    "tile": "[data-testid=stMetricValue] p, [data-testid=stMarkdown] p",
}
RICH = (
    "a, img, code, pre, del, s, em, hr, blockquote, ol, iframe, script, style, sup, sub, mark, table table, "
    "h1 :not([data-heading-text]), h3 :not([data-heading-text]), input[type=checkbox], svg image, .katex, "
    "[style*=color], .stMarkdownBadge"
)
READ = """
return [...document.querySelectorAll('[class*="st-key-sink_"]')].map(box => {
  const [, place, sink] = box.className.match(/st-key-sink_(\\d+)_([a-z_]+)/);
  const where = arguments[0][sink] || '[data-testid=stMarkdownContainer]';
  const found = [...box.querySelectorAll(where)];
  return {place: Number(place), sink, texts: found.map(each => each.textContent),
          rich: found.flatMap(each => [...each.querySelectorAll(arguments[1])].map(one => one.outerHTML))};
});
"""


def shown(text: str) -> str:
    """What a reader must see of a text: composed, without invisible characters, in single spaces."""
    spaced = re.sub(r"[\t\r\n]", " ", unicodedata.normalize("NFC", text))
    seen = "".join(each for each in spaced if unicodedata.category(each) not in ("Cf", "Cc", "Cs", "Co"))
    return " ".join(seen.split())


def expected(sink: str, text: str) -> list[str]:
    """The texts of each place where a sink shows it."""
    seen = shown(text)
    ways = {
        "second_line": [f"Clause. {seen}"],
        "verdict": [f"Met ✓ {seen}: {seen}"],
        "table": ["Partner", seen, "x", seen],
        "tile": [seen, seen],
    }
    return ways.get(sink, [seen])


@pytest.fixture
def browser(tmp_path: Path) -> Iterator[WebDriver]:
    """A fresh Chromium that records every request it makes."""
    page = new_browser(tmp_path / "profile")
    yield page
    page.quit()


@pytest.fixture
def address() -> Iterator[str]:
    """The test app, without the policy that the product's door adds: escaping must suffice by itself."""
    must_have("chromium", "chromedriver")
    url = f"http://127.0.0.1:{(port := free_port())}"
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        "tests/security/sinks_app.py",
        f"--server.port={port}",
    ]
    with running(command, f"{url}/_stcore/health", cwd=HOME, env={**os.environ, "PYTHONPATH": str(HOME)}):
        yield url


def all_drawn(found: list[dict]) -> list[dict]:
    """What was found, once there is something in every sink."""
    return found if all(each["texts"] for each in found) else []


def sinks(page: WebDriver, address: str, start: int) -> list[dict]:
    """What stands in each sink for the texts from this one on: place, sink, texts, rich."""
    page.get(f"{address}/?from={start}")
    wait = WebDriverWait(page, PATIENCE)
    wait.until(lambda p: p.find_elements(By.CLASS_NAME, "st-key-all_is_shown"))
    # some parts of a page are drawn by scripts that load later
    return wait.until(lambda p: all_drawn(p.execute_script(READ, PLACES, RICH)))


def seen(text: str) -> str:
    """A text as it stands on the page, less the joiners that keep it inert and what HTML does to spaces."""
    return " ".join(text.replace("\u2060", "").split())


def is_wrong(found: dict) -> bool:
    """Whether a sink shows anything but the text; a verdict has one element of its own, its badge."""
    texts, text = list(map(seen, found["texts"])), STRINGS[found["place"]]
    is_other = found["sink"] != "grid" and texts != expected(found["sink"], text)
    return is_other or len(found["rich"]) != (found["sink"] == "verdict")


@pytest.mark.browser
@at_length
def test_a_hostile_text_is_shown_letter_by_letter(browser: WebDriver, address: str) -> None:
    """In every sink the reader sees the text itself, no element comes of it, and no other host is asked."""
    wrong, titles, count = [], [], 0
    for start in STARTS:
        found = sinks(browser, address, start)
        wrong += [(STRINGS[each["place"]], each) for each in found if is_wrong(each)]
        titles += [(STRINGS[start], browser.title)]
        count += len(found)
    assert wrong == []
    assert [title for text, title in titles if shown(title) != shown(text)] == []
    assert count >= sum(len(STRINGS[start : start + AT_ONCE]) for start in STARTS) * SINKS
    assert hosts_asked(browser) == {"127.0.0.1"}
