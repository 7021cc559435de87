"""A kind is declared once: nothing else has to be told of it."""

import subprocess
import sys
from pathlib import Path

import pytest

from kinds.fields import text
from kinds.kind import Field, Kind

HOME = Path(__file__).parent.parent.parent


def test_an_invented_kind_goes_from_upload_to_page_and_back(tmp_path: Path) -> None:
    """By its declaration alone: template, upload, rows under names on record, freshness, undo, backup."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.kinds.invented", str(tmp_path)],
        cwd=HOME, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert run.returncode == 0, run.stderr[-2000:]


def test_a_text_of_which_nobody_says_what_it_names_is_refused() -> None:
    """A new column of words is not taken to be about nobody: somebody has to say so."""
    with pytest.raises(TypeError, match="visits: say what these columns name: note"):
        Kind(name="visits", of="visit", fields=(Field("note", "Note", text()),), key=("note",))
