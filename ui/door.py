"""The door: what every response says, which paths are open, and who may fetch and send files."""

import asyncio
import re
from collections import Counter
from collections.abc import Iterable

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui import session, signin, start
from ui.inside import USER_COOKIE_NAME, is_host_allowed

HEADERS = {
    b"content-security-policy": (
        b"default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
        b"img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; "
        b"worker-src 'self' blob:; media-src 'self'; manifest-src 'self'; frame-ancestors 'none'; "
        b"base-uri 'self'; form-action 'self'; object-src 'none'"
    ),
    b"referrer-policy": b"no-referrer",
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
}
# Of Streamlit's own paths these are all that the pages need.
NEEDED = ("/_stcore/health", "/_stcore/host-config", "/_stcore/stream", "/_stcore/upload_file/")
CLOSED = ("/_stcore/", "/component/", "/app/static/")
MEMBERS_ONLY = ("/media/", "/_stcore/upload_file/")
UPLOADS = "/_stcore/upload_file/"
MOST_BYTES = 500 * 1024 * 1024
CALLBACK = "/oauth2callback"
# a value, where signing out sets an empty one
SIGNED_IN = re.compile(rb"%s=[^\";]" % USER_COOKIE_NAME.encode())
Header = tuple[bytes, bytes]


class Door:
    """Turns away what has no business here, and adds the headers above to every response."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.sent = Counter[str]()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        refused = await self.refusal(HTTPConnection(scope))
        if scope["type"] == "websocket" and refused:
            await send({"type": "websocket.close", "code": 1008})
            return
        answer = PlainTextResponse(refused[1], refused[0]) if refused else self.app
        await answer(scope, receive, with_headers(scope, send))

    async def refusal(self, asked: HTTPConnection) -> tuple[int, str] | None:
        """The status and sentence with which a request is turned away; None when it may pass."""
        path = asked.scope["path"]
        if not is_host_allowed(asked.headers.get("host")):
            return 400, "This name is not known here."
        if not signin.configured() and not start.is_loopback(asked.client and asked.client.host):
            return 403, "Without sign-in this machine answers only itself."
        if path.startswith(CLOSED) and not path.startswith(NEEDED):
            return 404, "There is nothing here."
        if path.startswith(MEMBERS_ONLY) and not await asyncio.to_thread(admitted, asked):
            return 403, "Sign in first."
        if path.startswith(UPLOADS) and asked.scope.get("method") == "PUT":
            return self.over_the_limit(path.removeprefix(UPLOADS).split("/")[0], asked)
        return None

    def over_the_limit(self, sender: str, asked: HTTPConnection) -> tuple[int, str] | None:
        """Counts what a session announces to send, and refuses what goes beyond the limit."""
        announced = asked.headers.get("content-length", "")
        if not announced.isdecimal():
            return 411, "Say how long the file is."
        if self.sent[sender] + int(announced) > MOST_BYTES:
            return 413, "That is more than one visit may send. Reload the page and go on."
        self.sent[sender] += int(announced)
        return None


def admitted(asked: HTTPConnection) -> bool:
    """Whether the request carries the cookie of somebody who may come in now, where readers sign in."""
    if not signin.configured():
        return True
    own = session.configured_path()
    if own is None:
        return False
    store = session.open_store(own)
    try:
        who = signin.person(signin.claims_of(asked.cookies))
        return bool(signin.readers(store, who, session.bodies(), session.now(), session.today()))
    except signin.Refused:
        return False


def with_headers(scope: Scope, send: Send) -> Send:
    """The same sender, which adds the headers to the start of a response."""

    async def send_with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            own = message.get("headers", ())
            if scope["path"] == CALLBACK and b"state=" in scope["query_string"]:
                own = saying_so_if_failed(own)
            message["headers"] = [*own, *HEADERS.items()]
        await send(message)

    return send_with_headers


def saying_so_if_failed(headers: Iterable[Header]) -> list[Header]:
    """The headers of the answer to a provider; without a cookie in them it leads to a page that tells."""
    headers = list(headers)
    if any(name == b"set-cookie" and SIGNED_IN.match(value) for name, value in headers):
        return headers
    return [(name, value + b"?sign_in=failed" if name == b"location" else value) for name, value in headers]
