"""What must be right before anybody is let in. What is not is said in a sentence, and nothing starts."""

import ipaddress
import os
import socket
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

import streamlit as st

from ui import places, session, signin
from ui.inside import is_host_allowed

SHORTEST_SECRET = 32
# the one in docs/deployment.md
SAMPLE_SECRET = "replace this by what openssl rand -hex 32 prints"
HIGHEST_PORT = 65535
GUIDE = "docs/deployment.md says how."


class NotReady(Exception):
    """The product must not start; the message says what to change."""


def options() -> dict[str, Any]:
    """What the environment says of the server: QUORATE_PORT; QUORATE_HOST, the name readers know it by.

    Raises NotReady.
    """
    named = os.environ.get("QUORATE_HOST", "").split()
    return {
        "server.port": _port(os.environ.get("QUORATE_PORT", "8501")),
        # the address is named by ourselves, once a page comes at once
        "logger.hideWelcomeMessage": True,
        "server.allowedHosts": ["localhost", "127.0.0.1", *named],
    }


def _port(told: str) -> int:
    if not told.isdecimal() or not 0 < int(told) <= HIGHEST_PORT:
        raise NotReady(f"QUORATE_PORT must be a whole number from 1 to {HIGHEST_PORT}, and it is {told!r}.")
    return int(told)


def check_port(port: int) -> None:
    """Raises NotReady when nothing can listen there."""
    listens_on = st.get_option("server.address") or "0.0.0.0"
    try:
        family, kind, *_, where = socket.getaddrinfo(listens_on, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(where)
    except OSError as error:
        raise NotReady(
            f"Port {port} on {listens_on} cannot be used: {error.strerror}. "
            "End the program that has it, or set QUORATE_PORT to another."
        ) from None


def address() -> str:
    """Where the server answers on this machine."""
    named = st.get_option("server.address") or "127.0.0.1"
    return f"http://{f'[{named}]' if ':' in named else named}:{st.get_option('server.port')}"


def ask_stores() -> None:
    """Reads the terms and asks every store that is shown; raises what keeps them from answering."""
    session.bodies()
    for path in session.paths():
        session.open_store(path).head()


def check() -> None:
    """Raises NotReady with everything that is wrong."""
    found = list(problems())
    if found:
        # the server prints what stopped it: the sentence helps, the way through its own code does not
        sys.tracebacklimit = 0
        raise NotReady("\n".join(found))


def problems() -> Iterator[str]:
    """One sentence for each thing that keeps the product from starting."""
    there = any(Path(file).exists() for file in st.get_option("secrets.files"))
    address = st.get_option("server.address")
    yield from places.problems()
    if there and not st.secrets.load_if_toml_exists():
        yield "secrets.toml cannot be read. Mend it, or take it away to run without sign-in."
    elif signin.configured():
        yield from _of_sign_in(st.secrets["auth"])
    elif not is_loopback(address):
        yield (
            f"Without sign-in Quorate answers this machine only, and server.address is "
            f"{address or 'every address'}. Use 127.0.0.1, or set up sign-in: {GUIDE}"
        )


def _of_sign_in(auth: Mapping[str, Any]) -> Iterator[str]:
    secret = str(auth.get("cookie_secret", ""))
    if len(secret.encode()) < SHORTEST_SECRET or secret == SAMPLE_SECRET:
        yield (
            f"[auth] in secrets.toml needs a cookie_secret of your own of at least {SHORTEST_SECRET} bytes: "
            "what openssl rand -hex 32 prints."
        )
    if auth.get("client_kwargs", {}).get("code_challenge_method") != "S256":
        yield f'[auth.client_kwargs] in secrets.toml must say code_challenge_method = "S256". {GUIDE}'
    if st.get_option("server.baseUrlPath"):
        yield "server.baseUrlPath must be empty: the door knows its paths from the root."
    if st.get_option("server.trustedUserHeaders"):
        yield "server.trustedUserHeaders must be empty: whoever sets such a header would be anybody."
    if session.configured_path() is None:
        yield "Sign-in needs a store of your own, for its seats say who may come in. Set QUORATE_STORE."
    yield from _of_address(urlsplit(str(auth.get("redirect_uri", ""))))


def _of_address(redirect: SplitResult) -> Iterator[str]:
    if redirect.scheme != "https" and not is_loopback(redirect.hostname):
        yield "redirect_uri in secrets.toml must begin with https:// unless it is on this machine."
    if not is_host_allowed(redirect.netloc):
        yield f"redirect_uri leads to {redirect.hostname}, which QUORATE_HOST must name too."


def is_loopback(address: str | None) -> bool:
    """Whether an address can be reached from this machine only; no address means every one."""
    try:
        return address == "localhost" or ipaddress.ip_address(address or "0.0.0.0").is_loopback
    except ValueError:
        return False
