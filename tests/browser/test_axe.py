"""axe-core on every page, as each role sees it, light and dark, wide and narrow: nothing of ours is amiss."""

from typing import Any
from urllib.parse import urlencode

import pytest
from selenium.webdriver.remote.webdriver import WebDriver

from tests.browser.driving import HOME, PATIENCE, look, looked_at
from tests.browser.serving import must_have_package
from tests.switch import at_length, many

pytestmark = [pytest.mark.browser, at_length]
STATEMENT = HOME / "docs" / "accessibility.md"
PAGES = sorted(path.stem for path in (HOME / "pages").glob("*/*.py") if path.stem != "overview")
AS = [
    *(("", page, "Kent and Medway") for page in ("", *PAGES)),
    ("Board", "", "Walsall"), ("Board", "pledges", "Walsall"), ("Board", "fees", "National"),
    ("Partner: Example Borough Council", "my_pledges", "Walsall"),
    ("Partner: Example Borough Council", "partner", "Walsall"),
]  # fmt: skip
LOOKS = [(width, theme) for width in (1280, 320) for theme in ("light", "dark")]
# of each page one look or all four, the next page has another; every second page or all
STEP, PAGES_STEP = many((4, 2), (4, 2), (1, 1))
# what is Streamlit's own, by axe's rule: what the HTML of each place has
THEIRS = {
    "landmark-unique": ('aria-label="Pagination"',),
    "list": ("stSidebarNavItems",),
    "listitem": ("<li class=",),
    "target-size": ('role="spinbutton"',),
    "scrollable-region-focusable": ('<div class="st-emotion-cache-',),
    "presentation-role-conflict": ("stFileUploaderDropzone",),
}
RUN = """
const done = arguments[0], tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
axe.run(document, {resultTypes: ['violations'], runOnly: tags}).then(found => done(found.violations.flatMap(
    each => each.nodes.map(node => [each.id, node.html, node.target.join(' ')]))))
"""


def is_ours(found: list[Any]) -> bool:
    rule, html, _ = found
    return not any(told in html for told in THEIRS.get(rule, ()))


def test_no_page_has_a_fault_that_is_ours(
    browser: WebDriver, address: str, subtests: pytest.Subtests
) -> None:
    """WCAG 2.2 AA as far as axe-core can tell, and its best practice."""
    axe = (must_have_package("axe-core") / "axe.min.js").read_text(encoding="utf-8")
    browser.set_script_timeout(PATIENCE)
    for place, (role, name, body) in list(enumerate(AS))[::PAGES_STEP]:
        where = {"body": body, "as_of": "2026-11-28"} | ({"view_as": role} if role else {})
        looked_at(browser, f"{address}/{name}?{urlencode(where)}")
        browser.execute_script(axe)
        for width, theme in LOOKS[place // PAGES_STEP % STEP :: STEP]:
            with subtests.test(page=name or "overview", role=role, width=width, theme=theme):
                look(browser, width, theme)
                assert [each for each in browser.execute_async_script(RUN) if is_ours(each)] == []


def test_the_statement_names_what_is_streamlits_own() -> None:
    """Each rule that is passed over, and no other."""
    told = STATEMENT.read_text(encoding="utf-8")
    rows = [line.split("`")[1] for line in told.splitlines() if line.startswith("| `")]

    assert sorted(rows) == sorted(THEIRS)
