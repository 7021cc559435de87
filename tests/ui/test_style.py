"""The style sheet: what it names of Streamlit's is there, and of ours, too."""

import re
from functools import cache
from pathlib import Path

import pytest
import streamlit

from tests.test_borders import HOME, python_files

SHEET = (HOME / "ui" / "style.css").read_text(encoding="utf-8")
THEIRS = sorted({*re.findall(r'data-testid="(\w+)"', SHEET), *re.findall(r"\.(st[A-Z]\w+)", SHEET)})
OURS = sorted(set(re.findall(r"\.st-key-(\w+)", SHEET)))


@cache
def bundle() -> str:
    scripts = Path(streamlit.__file__).parent.joinpath("static", "static", "js").glob("*.js")
    return "\n".join(path.read_text(encoding="utf-8") for path in scripts)


@pytest.mark.parametrize("name", THEIRS)
def test_what_it_names_of_streamlit_is_where_it_was(name: str) -> None:
    """Or a release has moved it, and paper or a narrow window looks odd without a word."""
    assert re.search(rf"[`\"' ]{name}[`\"' ]", bundle())


@pytest.mark.parametrize("name", OURS)
def test_what_it_names_of_ours_is_a_key(name: str) -> None:
    """A key that is renamed is renamed here, too."""
    assert any(f'key="{name}"' in (HOME / file).read_text(encoding="utf-8") for file in python_files())
