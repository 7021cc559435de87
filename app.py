"""The launcher: the pages behind one door, checked and warmed up before the first reader comes."""

import asyncio
import gc
import logging
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

from rules import TermsError
from store import StoreError
from ui import start
from ui.door import Door
from ui.words import esc

log = logging.getLogger("quorate")


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
    """Checks what must be right, then imports what the pages need and freezes it, so that no reader waits."""
    start.check()
    await asyncio.to_thread(__import__, "ui.charts")
    gc.collect()
    gc.freeze()
    yield {}


app = st.App(
    Path(__file__).parent / "pages" / "main.py",
    routes=[Route("/healthz", health)],
    middleware=[Middleware(Door)],
    lifespan=warm,
    on_script_error=explain,
)

if __name__ == "__main__":
    app.run(config=start.options())
