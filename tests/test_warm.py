"""What pages need is imported before the first reader comes, and before what stays is frozen."""

import json
import subprocess
import sys
from pathlib import Path

from tests.filled import copied
from tests.test_borders import HOME, ROOMS

# what a page may still import at first use costs nothing next to these
HEAVY = (*ROOMS, "export", "pandas", "polars", "pyarrow", "altair", "duckdb", "pydantic", "numpy", "narwhals")
VISIT = """
import json, sys
from streamlit.testing.v1 import AppTest
import app
app.prepare()
before = set(sys.modules)
pages = app.Path(app.__file__).parent / "pages"
for page in sorted(pages.glob("*/*.py")):
    shown = AppTest.from_file(pages / "main.py", default_timeout=300).run()
    assert not shown.switch_page(page.relative_to(pages).as_posix()).run().exception, page
print(json.dumps(sorted(set(sys.modules) - before)))
"""


def test_no_page_imports_what_could_have_been_imported_before(tmp_path: Path) -> None:
    """After the warm-up every page is opened once: nothing of ours or heavy is imported for it."""
    env = {"QUORATE_STORE": str(copied("illustrative", tmp_path)), "PATH": "", "PYTHONPATH": str(HOME)}
    command = [sys.executable, "-c", VISIT]
    ended = subprocess.run(command, cwd=HOME, env=env, capture_output=True, text=True, check=True)
    late = json.loads(ended.stdout.splitlines()[-1])

    assert [module for module in late if module.split(".")[0] in HEAVY] == []
