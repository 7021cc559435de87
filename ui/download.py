"""The way out: a table as a file whose name nobody can guess, put on the audit when it is made."""

import secrets
from functools import partial

import polars as pl
import streamlit as st

import export
from rules.words import number
from ui import session
from ui.session import View
from ui.words import headings

KINDS = {
    "csv": ("CSV", "text/csv", export.csv),
    "xlsx": ("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", export.xlsx),
}


def download(name: str, frame: pl.DataFrame) -> None:
    """A small control under a table; `name` says what it is on its page, `frame` is what the reader sees."""
    view = session.view()
    link = st.popover("Download", type="tertiary", icon=":material/download:")
    with link.container(horizontal=True, gap="medium"):
        for kind, (label, mime, _) in KINDS.items():
            st.download_button(
                label, partial(made, view, name, frame, kind), file_name(view, name, kind), mime,
                key=f"download_{kind}_{name}", on_click="ignore", type="tertiary",
            )  # fmt: skip


def made(view: View, name: str, frame: pl.DataFrame, kind: str) -> bytes:
    """The file. Nobody can have it without a line on the audit, whoever asks the server for it and how."""
    noted(view, f"{name}, {number(frame.height, 'row')}, {kind}")
    return KINDS[kind][2](frame.rename(headings(frame.columns)))


def noted(view: View, about: str) -> None:
    """Puts a file that leaves the product on the audit."""
    view.store.note(view.reader, "export", about, session.now(), view.body.key)


def file_name(view: View, name: str, kind: str) -> str:
    """Body, table and day, and a token: without it the file's address could be worked out from its rows."""
    words = (view.body.key, *name.lower().split(), f"{view.today}", secrets.token_hex(8))
    return f"{'_'.join(words)}.{kind}"
