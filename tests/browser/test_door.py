"""The door, where nobody signs in: what is open, what is closed, and what every answer says."""

import http.client
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
import websocket

from tests.browser.serving import HOME, started


@pytest.fixture(scope="module")
def address(sampled: Path) -> Iterator[str]:
    """The product, started as a reader starts it."""
    with started(HOME, QUORATE_HOME=str(sampled)) as address:
        yield address


def asked(address: str, path: str, **headers: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection(urlsplit(address).netloc)
    connection.request("GET", path, headers=headers)
    answer = connection.getresponse()
    answer.read()
    connection.close()
    return answer


@pytest.mark.parametrize(
    "path",
    [
        "/_stcore/metrics",
        "/_stcore/agent/interact",
        "/_stcore/agent/openapi.json",
        "/_stcore/agent/mcp",
        "/_stcore/script-health-check",
        "/_stcore/bidi-components/x",
        "/component/x/index.html",
        "/app/static/x",
    ],
)
def test_what_no_page_needs_is_closed(address: str, path: str) -> None:
    """Figures about the server, and doors for machines, are not there."""
    assert asked(address, path).status == 404


@pytest.mark.parametrize(
    "path", ["/", "/healthz", "/readyz", "/_stcore/health", "/_stcore/metrics", "/media/0.bin"]
)
def test_every_answer_says_what_a_browser_may_do(address: str, path: str) -> None:
    """No script from elsewhere or in the page, nothing evaluated, no frame around it, no referrer sent."""
    headers = asked(address, path).headers
    policy = headers["Content-Security-Policy"]

    assert "script-src 'self';" in policy and "connect-src 'self';" in policy and "unsafe-eval" not in policy
    assert headers["X-Frame-Options"] == "DENY" and "frame-ancestors 'none'" in policy
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_the_server_lives_and_is_ready(address: str, path: str) -> None:
    """Whoever watches over it needs no page for that."""
    assert asked(address, path).status == 200


@pytest.mark.parametrize(
    "host", ["evil.example.org", "127.0.0.1.evil.example.org", "", "127.0.0.1@evil.example"]
)
def test_a_name_that_is_not_ours_is_not_answered(address: str, host: str) -> None:
    """A page elsewhere whose name is made to lead here gets nothing."""
    assert asked(address, "/", Host=host).status == 400


def test_whoever_comes_through_a_proxy_is_not_at_this_machine(address: str) -> None:
    """Without sign-in a proxy on this machine opens nothing to the world behind it."""
    assert asked(address, "/", **{"X-Forwarded-For": "192.0.2.7"}).status == 403


def test_a_page_of_another_place_opens_no_websocket(address: str) -> None:
    """The browser of somebody at this machine cannot be made to read for others."""
    with pytest.raises(websocket.WebSocketBadStatusException, match="403"):
        websocket.create_connection(
            f"{address.replace('http', 'ws')}/_stcore/stream", origin="http://evil.example.org"
        )
