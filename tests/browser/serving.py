"""The product as a server of its own, started as a reader or a deployment starts it."""

import json
import os
import secrets
import shutil
import socket
import ssl
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

HOME = Path(__file__).parent.parent.parent
PROVIDER = Path(__file__).parent / "provider"
PATIENCE = 120  # of a busy machine; a quiet one needs two or three
OFFICER = "officer@example.org"
# our own certificates are nobody's to vouch for
UNASKED = ssl._create_unverified_context()
SECRETS = """
[auth]
redirect_uri = "{address}/oauth2callback"
cookie_secret = "{secret}"
client_id = "quorate"
client_secret = "{secret}"
server_metadata_url = "{provider}/.well-known/openid-configuration"

[auth.client_kwargs]
scope = "openid email profile"
prompt = "login"
code_challenge_method = "S256"

[quorate]
secretariat = ["{officer}"]
"""


def must_have(*programs: str) -> list[str]:
    """Where these programs are; a machine without them skips, unless it must have them."""
    found = [shutil.which(program) for program in programs]
    if None in found:
        _give_up(f"needs {' and '.join(programs)}")
    return found


def must_have_package(name: str) -> Path:
    """The folder of one of the locked packages of Node, by the same rule."""
    folder = PROVIDER / "node_modules" / name
    if not folder.exists():
        _give_up(f"needs {name}: npm ci in tests/browser/provider")
    return folder


def _give_up(missing: str) -> None:
    pytest.fail(missing) if os.environ.get("QUORATE_NEEDS_BROWSER") else pytest.skip(missing)


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def wait_for(url: str) -> None:
    """Waits until something answers at the URL, whatever it says."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            with urllib.request.urlopen(url, context=UNASKED):
                return
        except urllib.error.HTTPError as answer:
            answer.close()
            return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    pytest.fail(f"{url} did not answer within {PATIENCE} seconds")


@contextmanager
def running(command: list[str], url: str, **how: Any) -> Iterator[None]:
    """A program of our own that answers at the URL, for as long as it is needed."""
    server = subprocess.Popen(command, **how)
    try:
        wait_for(url)
        yield
    finally:
        server.terminate()
        server.wait(10)


@contextmanager
def started(folder: Path, port: int | None = None, **env: str) -> Iterator[str]:
    """The address of the product, started in this folder with nothing from the environment but this."""
    address = f"http://127.0.0.1:{port or free_port()}"
    clean = {name: value for name, value in os.environ.items() if not name.startswith("QUORATE_")}
    env = {**clean, "QUORATE_PORT": address.rpartition(":")[2], **env}
    command = [sys.executable, str(HOME / "app.py")]
    with running(command, f"{address}/healthz", cwd=folder, env=env):
        yield address


@dataclass(frozen=True)
class Deployment:
    """The product with sign-in: where it listens, what readers call it, and the secret of its cookies."""

    address: str
    public: str
    secret: str

    def claims(self, email: str, **other: Any) -> dict[str, Any]:
        """What the cookie of somebody says who signed in just now."""
        known = {"email": email, "iat": int(time.time()), "origin": self.public, "is_logged_in": True}
        return known | {"provider": "default"} | other

    def cookie(self, claims: Mapping[str, Any], secret: str = "", name: str = USER_COOKIE_NAME) -> str:
        """The cookie that says so, signed as Streamlit signs it."""
        return create_signed_value(secret or self.secret, name, json.dumps(claims)).decode()


@contextmanager
def deployed(
    folder: Path, store: Path, provider: str = "http://127.0.0.1:9", public: str | None = None
) -> Iterator[Deployment]:
    """The product with sign-in on this store, in a folder with secrets of its own."""
    port, secret = free_port(), secrets.token_hex(32)
    public = public or f"http://127.0.0.1:{port}"
    told = SECRETS.format(address=public, secret=secret, provider=provider, officer=OFFICER)
    (folder / ".streamlit").mkdir()
    (folder / ".streamlit" / "secrets.toml").write_text(told)
    host = urlsplit(public).hostname
    with started(folder, port, QUORATE_STORE=str(store), QUORATE_HOST=host) as address:
        yield Deployment(address, public, secret)
