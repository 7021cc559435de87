"""Pictures of the pages, to be looked at after a change, and those of the guide.

python -m tests.browser.pictures FOLDER [PAGE …]    each page at 1280 and 390 pixels, light and dark
python -m tests.browser.pictures docs/pictures      those that docs/guide.md shows
"""

import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlencode

from selenium.webdriver.remote.webdriver import WebDriver

from tests.browser.driving import HOME, look, looked_at, new_browser
from tests.browser.serving import started

GUIDE = HOME / "docs" / "pictures"
DAY = "2026-11-28"
BODY = {"body": "Kent and Medway"}
# page, by what it is called in an address, with what else the address says, and its place
OF_GUIDE = {
    "overview": ("", BODY),
    "attendance": ("attendance", BODY | {"view_as": "Board"}),
    "pledges": ("pledges", {"body": "Walsall", "view_as": "Board"}),
    "calendar": ("calendar", BODY | {"view_as": "Board"}),
    "upload": ("upload", BODY),
    "enter": ("enter", BODY),
    "my_pledges": ("my_pledges", {"body": "Walsall", "view_as": "Partner: Illustration Housing Trust"}),
}
TALLEST = 1600
SIZES = [(width, theme) for width in (1280, 390) for theme in ("light", "dark")]
TALL = "return document.querySelector('[data-testid=stMain]').scrollHeight"


def every_page() -> dict[str, tuple[str, dict[str, str]]]:
    """All pages as the secretariat sees them; those of a partner as one does."""
    names = sorted(path.stem for path in (HOME / "pages").glob("*/*.py"))
    return {name: OF_GUIDE.get(name, (name, BODY)) for name in names}


def picture(page: WebDriver, address: str, width: int, theme: str, tallest: int, path: Path) -> None:
    """One page as far down as it goes, up to a height in pixels."""
    looked_at(page, address)
    look(page, width, theme)
    look(page, width, theme, min(max(page.execute_script(TALL), 600), tallest))
    page.save_screenshot(str(path))


def main(folder: Path, asked: Sequence[str]) -> None:
    """Starts the product as a reader does first, on both samples, and takes the pictures."""
    folder.mkdir(parents=True, exist_ok=True)
    is_guide = folder.resolve() == GUIDE
    pages = OF_GUIDE if is_guide else {n: p for n, p in every_page().items() if not asked or n in asked}
    with tempfile.TemporaryDirectory() as home:
        browser = new_browser(Path(home) / "profile")
        try:
            with started(HOME, QUORATE_HOME=home) as address:
                for name, (place, where) in pages.items():
                    url = f"{address}/{place}?{urlencode(where | {'as_of': DAY})}"
                    for width, theme in SIZES[:1] if is_guide else SIZES:
                        file = f"{name}.png" if is_guide else f"{name}_{width}_{theme}.png"
                        picture(browser, url, width, theme, TALLEST if is_guide else 5000, folder / file)
        finally:
            browser.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
