"""What we use of Streamlit that it does not promise to keep: all of it, and nowhere else.

When a release moves one of these, `tests/ui/test_inside.py` says which, and it is mended here.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from streamlit import config
from streamlit.auth_util import get_cookie_with_chunks, get_origin_from_redirect_uri
from streamlit.navigation.page import Page
from streamlit.web import bootstrap
from streamlit.web.server.server_util import get_cookie_secret
from streamlit.web.server.starlette.starlette_app_utils import decode_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME
from streamlit.web.server.starlette.starlette_websocket import is_host_allowed

__all__ = [
    "USER_COOKIE_NAME",
    "Page",
    "get_origin_from_redirect_uri",
    "is_host_allowed",
    "read_settings",
    "signed_cookie",
]


def read_settings(script: Path, overrides: Mapping[str, Any]) -> None:
    """Reads the settings of the server as `st.App.run` will, so that they can be refused before it runs."""
    config._main_script_path = str(script)
    bootstrap.load_config_options(dict(overrides))


def signed_cookie(cookies: Mapping[str, str]) -> str | None:
    """What the cookie of a sign-in holds, JSON; None where it is missing, forged or out of date."""

    def signed(name: str) -> bytes | None:
        return decode_signed_value(get_cookie_secret(), name, cookies.get(name, ""))

    held = get_cookie_with_chunks(signed, USER_COOKIE_NAME)
    return held.decode() if held else None
