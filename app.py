"""The door: the pages behind one ASGI app with security headers, warmed up before the first reader comes."""

import asyncio
import gc
import logging
import os
import secrets
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from rules import TermsError
from store import StoreError
from ui.words import esc

log = logging.getLogger("quorate")

HEADERS = {
    b"content-security-policy": (
        b"default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'unsafe-inline'; "
        b"img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self' ws: wss:; "
        b"worker-src 'self' blob:; media-src 'self'; manifest-src 'self'; frame-ancestors 'none'; "
        b"base-uri 'self'; form-action 'self'; object-src 'none'"
    ),
    b"referrer-policy": b"no-referrer",
    b"x-content-type-options": b"nosniff",
    b"x-frame-options": b"DENY",
}


class SecurityHeaders:
    """Adds the headers above to every response; WebSocket traffic passes untouched."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [*message.get("headers", ()), *HEADERS.items()]
            await send(message)

        await self.app(scope, receive, send_with_headers if scope["type"] == "http" else send)


async def health(request: Request) -> PlainTextResponse:
    """Answers that the server runs; says nothing of what it holds."""
    return PlainTextResponse("ok")


def explain(error: Exception) -> bool:
    """Shows a sentence instead of a traceback: the error's own, or a reference to find it by in the log."""
    if isinstance(error, (StoreError, TermsError)):
        st.error(esc(error))
        return True
    reference = secrets.token_hex(4)
    log.error("reference %s", reference, exc_info=error)
    st.error(f"Something went wrong on this page. Please tell the secretariat, quoting {reference}.")
    return True


@asynccontextmanager
async def warm(app: st.App) -> AsyncIterator[Mapping[str, Any]]:
    """Imports what the pages need and freezes it, so that no reader waits for either."""
    await asyncio.to_thread(__import__, "ui.charts")
    gc.collect()
    gc.freeze()
    yield {}


app = st.App(
    Path(__file__).parent / "pages" / "main.py",
    routes=[Route("/healthz", health)],
    middleware=[Middleware(SecurityHeaders)],
    lifespan=warm,
    on_script_error=explain,
)

if __name__ == "__main__":
    app.run(config={"server.port": int(os.environ.get("QUORATE_PORT", "8501"))})
