"""The launcher: the pages behind one door, checked, filled and warmed up before the first reader comes."""

import asyncio
import gc
import inspect
import logging
import secrets
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

import samples
from rules import TermsError
from store import StoreError
from ui import inside, session, start
from ui.door import Door
from ui.words import esc

REFUSED = 2
# what the pages import, and what Streamlit imports for them at first use
NEEDED = (
    "pandas", "PIL.ImageFile", "pyarrow.pandas_compat", "export", "intake", "rules.health",
    "rules.integrity", "rules.changes", "rules.outlook", "rules.summary", "rules.upward", "ui.attended",
    "ui.before", "ui.blocks", "ui.charts", "ui.choosers", "ui.clauses", "ui.coming", "ui.download",
    "ui.drafted", "ui.entered", "ui.figures", "ui.filters", "ui.frames", "ui.frames_compare",
    "ui.frames_fees", "ui.frames_filters", "ui.frames_find", "ui.frames_letters", "ui.frames_meeting",
    "ui.frames_partner", "ui.frames_templates", "ui.frames_upward", "ui.guide", "ui.links", "ui.one_meeting",
    "ui.one_partner", "ui.papers", "ui.promised", "ui.supposing", "ui.welcome",
    "pages.partner.asking.responding", "pages.secretariat.asking.answering",
    "pages.secretariat.asking.columns", "pages.secretariat.asking.entry", "pages.secretariat.asking.first",
    "pages.secretariat.asking.leaving_out", "pages.secretariat.asking.people",
    "pages.secretariat.asking.preview", "pages.secretariat.asking.questions",
    "pages.secretariat.asking.readings", "pages.secretariat.asking.saving",
    "pages.secretariat.asking.several", "pages.secretariat.asking.words",
)  # fmt: skip

log = logging.getLogger("quorate")


async def health(request: Request) -> PlainTextResponse:
    """Answers that the server lives; says nothing of what it holds."""
    return PlainTextResponse("ok")


async def ready(request: Request) -> PlainTextResponse:
    """Answers whether pages can be shown: the terms are read, and the store answers."""
    try:
        await asyncio.to_thread(start.ask_stores)
    except Exception as error:
        log.error("not ready", exc_info=error)
        return PlainTextResponse("not ready: the log says why", 503)
    return PlainTextResponse("ready")


def explain(error: Exception) -> bool:
    """Shows a sentence instead of a traceback: the error's own, or a reference to find it by in the log."""
    if isinstance(error, (StoreError, TermsError)):
        st.error(esc(error))
        return True
    reference = secrets.token_hex(4)
    log.error("reference %s", reference, exc_info=error)
    st.error(f"Something went wrong on this page. Please tell the secretariat, quoting {reference}.")
    return True


def fill() -> None:
    """Makes the embedded store of each sample set that has none, and says how far it is."""
    for sample in samples.SETS:
        path = session.embedded_path(sample)
        if not path.exists():
            samples.make(path, sample, session.now(), partial(tell, sample))


def tell(sample: str, done: int, of: int) -> None:
    """Counts up on a terminal; elsewhere, in a log, one line is enough."""
    if sys.stdout.isatty():
        end = "\n" if done == of else ""
        print(f"\rFilling the {sample} sample, once: {done} of {of} files", end=end, flush=True)
    elif done == 0:
        print(f"Filling the {sample} sample, once: {of} files", flush=True)


def prepare() -> None:
    """Checks what must be right, then does once what no reader shall wait for; again, it costs nothing.

    Raises NotReady, StoreError, TermsError.
    """
    start.check()
    for module in NEEDED:
        import_module(module)
    if not session.configured_path():
        fill()
    start.ask_stores()
    for refused in session.bodies().refused.values():
        print(f"Left out, the others go on. {refused}", file=sys.stderr, flush=True)
    ask_beforehand()
    gc.collect()
    gc.freeze()


def ask_beforehand() -> None:
    """Works out what the first page says, and has Streamlit look through all modules, as it does once."""
    inspect.stack()
    try:
        import_module("ui.before").ask(session.first_view())
    except Exception as error:
        # the page will say so, and the others may do
        log.error("the first page could not be prepared", exc_info=error)


@asynccontextmanager
async def warm(app: st.App) -> AsyncIterator[dict[str, Any]]:
    """Prepares, and then names the address, for now a page comes at once."""
    await asyncio.to_thread(prepare)
    if st.get_option("logger.hideWelcomeMessage"):
        print(f"Quorate answers at {start.address()}. Ctrl-C ends it.", flush=True)
    yield {}
    # what is frozen would be told of as leaked when the process ends
    gc.unfreeze()


app = st.App(
    Path(__file__).parent / "pages" / "main.py",
    routes=[Route("/healthz", health), Route("/readyz", ready)],
    middleware=[Middleware(Door)],
    lifespan=warm,
    on_script_error=explain,
)


def main() -> int:
    """Serves until it is stopped; what keeps it from starting is said in sentences. Returns the exit code."""
    try:
        options = start.options()
        inside.read_settings(Path(__file__), options)
        start.check_port(options["server.port"])
        prepare()
        app.run(config=options)
    except (start.NotReady, StoreError, TermsError) as refused:
        print(refused, file=sys.stderr)
        return REFUSED
    except KeyboardInterrupt:
        print("\nQuorate has stopped.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
