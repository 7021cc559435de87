"""How long a first reader waits: from the line that names the address to the whole overview in a browser.

Run `.venv/bin/python -m bench.first_page [ROUNDS]`; needs Chromium and its driver. Each round fills the
samples anew in a folder of its own. The browser, of a new profile, is open already. Its second visit, with
what the page is made of at hand, says how much of the first was fetching that.
"""

import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.remote.webdriver import WebDriver
from selenium.webdriver.support.ui import WebDriverWait

HOME = Path(__file__).parents[1]
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--window-size=1280,1600")
# the page's script has ended, and its last part can be read
IS_THERE = """
const app = document.querySelector('[data-testid="stApp"]')
return app && app.dataset.testScriptState === 'notRunning' && document.querySelectorAll('h2, h3').length > 0
"""


def main() -> None:
    for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 1):
        with (
            tempfile.TemporaryDirectory() as folder,
            opened(Path(folder) / "profile") as browser,
            started(Path(folder) / "home") as (address, seconds),
        ):
            first, second = waited(browser, address), waited(browser, address)
        print(f"the address after {seconds:.1f} s, the overview {first:.1f} s later, again in {second:.1f} s")


@contextmanager
def started(folder: Path) -> Iterator[tuple[str, float]]:
    """The address of the product once it names it, and the seconds until then."""
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    env = {name: value for name, value in os.environ.items() if not name.startswith("QUORATE_")}
    env |= {"QUORATE_HOME": str(folder), "QUORATE_PORT": str(port)}
    folder.mkdir()
    begun = time.monotonic()
    with subprocess.Popen(
        [sys.executable, HOME / "app.py"], cwd=folder, env=env, stdout=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout
        for line in server.stdout:
            if line.startswith("Quorate answers"):
                break
        yield f"http://127.0.0.1:{port}", time.monotonic() - begun
        server.terminate()


@contextmanager
def opened(profile: Path) -> Iterator[WebDriver]:
    options = webdriver.ChromeOptions()
    for flag in (*FLAGS, f"--user-data-dir={profile}"):
        options.add_argument(flag)
    # told where both are, Selenium asks nobody
    options.binary_location = shutil.which("chromium") or ""
    browser = webdriver.Chrome(options=options, service=webdriver.ChromeService(shutil.which("chromedriver")))
    browser.get("about:blank")
    yield browser
    browser.quit()


def waited(browser: WebDriver, address: str) -> float:
    """The seconds until the overview is there."""
    begun = time.monotonic()
    browser.get(address)
    WebDriverWait(browser, 120, poll_frequency=0.05).until(lambda page: page.execute_script(IS_THERE))
    return time.monotonic() - begun


if __name__ == "__main__":
    main()
