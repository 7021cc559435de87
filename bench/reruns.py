"""What a rerun of each page costs the server beside a page that shows only a title.

Run `.venv/bin/python -m bench.reruns [ROUNDS]`. Each page is opened for one body of the illustrative sample
and run again; the least of so many reruns counts, in processor seconds, taken in turns with the other page.
"""

import os
import sys
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from time import process_time

from streamlit.components.v2 import manifest_scanner
from streamlit.testing.v1 import AppTest

import app
import samples
from ui import session

PAGES = samples.HOME.parent / "pages"
BODY, DAY = "nottinghamshire", "2026-11-21"
TITLE = "import streamlit as st\nst.title('Nothing but a title')"


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 10
    # a server looks through the installed packages once; here each page that is opened would
    manifest_scanner.scan_component_manifests = cache(manifest_scanner.scan_component_manifests)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "illustrative.duckdb"
        os.environ["QUORATE_STORE"] = str(path)
        samples.make(path, "illustrative", session.now())
        app.prepare()
        for page, seconds, title in measured(rounds):
            print(
                f"{page}: {1000 * seconds:.1f} ms, {seconds / title:.1f} times the title's {1000 * title:.1f}"
            )


def measured(rounds: int) -> Iterator[tuple[str, float, float]]:
    """Of each page the least processor seconds of a rerun, and of the page with the title."""
    empty = AppTest.from_string(TITLE).run()
    shown = AppTest.from_file(PAGES / "main.py", default_timeout=300)
    shown.query_params["body"], shown.query_params["as_of"] = session.bodies()[BODY].short, DAY
    shown.run()
    for path in sorted(PAGES.glob("*/*.py")):
        page = path.relative_to(PAGES).as_posix()
        shown.switch_page(page).run()
        pairs = [(rerun(shown), rerun(empty)) for _ in range(rounds)]
        yield page, min(of for of, _ in pairs), min(of for _, of in pairs)


def rerun(shown: AppTest) -> float:
    """The processor seconds of one."""
    before = process_time()
    shown.run()
    if shown.exception:
        raise SystemExit(shown.exception[0].value)
    return process_time() - before


if __name__ == "__main__":
    main()
