"""What Streamlit does not promise is used in one file, and this says which of it a new release has moved."""

import ast
import json
import re
from importlib import import_module
from pathlib import Path

import pytest
import streamlit as st
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value

from tests.test_borders import HOME, python_files, tree
from ui import inside

ADAPTER = "ui/inside.py"
SECRET = "4f" * 32
# these modules are documented; of any other only the adapter may know
PUBLIC = ("streamlit", "streamlit.testing.v1")


def loose_ends(file: str) -> list[tuple[str, str]]:
    """The modules of Streamlit's own inside that a file imports from, each with the name it takes."""
    found = [
        (node.module, alias.name)
        for node in ast.walk(tree(file))
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "streamlit"
        for alias in node.names
    ]
    found += [
        (alias.name, "")
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Import)
        for alias in node.names
        if alias.name.startswith("streamlit.")
    ]
    return found


@pytest.mark.parametrize(("module", "name"), loose_ends(ADAPTER), ids=" ".join)
def test_what_we_use_is_where_it_was(module: str, name: str) -> None:
    """Each by itself, so that one failure names one thing to mend in ui/inside.py."""
    try:
        found = import_module(module)
        assert hasattr(found, name) or import_module(f"{module}.{name}")
    except ImportError as moved:
        pytest.fail(f"Streamlit {st.__version__} has no {name} in {module} any more: {moved}")


@pytest.mark.parametrize("file", [file for file in python_files() if file != ADAPTER])
def test_only_the_adapter_knows_streamlit_s_inside(file: str) -> None:
    """Or a release would break the product in more places than one."""
    assert [end for end in loose_ends(file) if end[0] not in PUBLIC or end[1] == "config"] == []


def test_no_private_name_of_streamlit_is_used_elsewhere() -> None:
    """A name with an underscore is as little promised as a module."""
    sources = {file: (HOME / file).read_text(encoding="utf-8") for file in python_files() if file != ADAPTER}

    assert [file for file, source in sources.items() if re.search(r"\b(st|config)\._\w", source)] == []


def test_a_signed_cookie_is_read_and_a_forged_one_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """Streamlit's own signature opens it; with another secret, or none, there is nothing to read."""
    monkeypatch.setattr(inside, "get_cookie_secret", lambda: SECRET)

    def cookies(secret: str) -> dict[str, str]:
        signed = create_signed_value(secret, inside.USER_COOKIE_NAME, json.dumps({"email": "a@example.org"}))
        return {inside.USER_COOKIE_NAME: signed.decode()}

    assert inside.signed_cookie(cookies(SECRET)) == '{"email": "a@example.org"}'
    assert inside.signed_cookie(cookies("5e" * 32)) is None
    assert inside.signed_cookie({}) is None


def test_a_host_is_allowed_by_the_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    """The door turns away every name that the settings do not list."""
    st.get_option("server.allowedHosts")

    assert inside.is_host_allowed("127.0.0.1:8501")
    assert not inside.is_host_allowed("evil.example.org")


def test_the_settings_are_read_as_the_server_will_read_them() -> None:
    """From the folder of the launcher, with what it is told besides."""
    inside.read_settings(HOME / "app.py", {"server.port": 8765})
    try:
        assert (st.get_option("server.address"), st.get_option("server.port")) == ("127.0.0.1", 8765)
        assert st.get_option("runner.postScriptGC") is False
    finally:
        inside.read_settings(Path(HOME / "app.py"), {})
