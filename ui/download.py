"""The way out: a table as a file whose name nobody can guess, put on the audit when it is made."""

import secrets
from functools import partial

import polars as pl
import streamlit as st

import export
from package import package
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


def everything() -> None:
    """A button for the whole body, as the secretariat may have it: see `package`."""
    view = session.view()
    st.download_button(
        "Everything, as a ZIP file", partial(taken_out, view), file_name(view, "everything", "zip"),
        "application/zip", key="download_everything", on_click="ignore", icon=":material/folder_zip:",
        help="A table of each kind as it is today, and each upload as it was said, from which another store "
        "comes to the same findings. Small numbers are among them: keep it where only you can read it.",
    )  # fmt: skip


def taken_out(view: View) -> bytes:
    """The whole body. Raises NotAllowed to all but its secretariat; it has a line on the audit, too."""
    files = package(view.body, view.store.whole(view.reader, view.body.key), session.now())
    noted(view, f"everything, {number(len(files), 'file')}, zip")
    return export.zipped(files)


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
