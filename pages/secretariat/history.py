"""Every upload, who made it and when, and the way back."""

from typing import Any

import polars as pl
import streamlit as st

from rules.words import number
from store import NothingToUndo, StoreError, on_screen
from ui import blocks, download, session
from ui.words import esc, heading


def undo(view: session.View, upload_id: int, label: str) -> None:
    """The way back, with a second thought."""
    st.markdown(f"{esc(label)} will no longer count in any figure. The file can be loaded again.")
    if st.button("Yes, undo it", type="primary", key="undo_button"):
        try:
            view.store.undo(view.reader, upload_id, session.now())
        except NothingToUndo as refused:
            st.error(esc(refused))
            st.stop()
        session.notice_after_rerun(f"Undone: {esc(label)}. It no longer counts in any figure.")


def say_otherwise(view: session.View, upload: dict[str, Any]) -> None:
    """Another day that a file shows, or up to which it is complete; whether it is only a part."""
    key, today = f"otherwise_{upload['upload_id']}", session.today()
    as_at = st.date_input(
        "This file shows the day", value=upload["as_at"], max_value=today, format="DD/MM/YYYY",
        key=f"{key}_as_at",
    )  # fmt: skip
    complete_to = st.date_input(
        "It is complete to", value=upload["complete_to"], format="DD/MM/YYYY", key=f"{key}_complete_to",
        help="A later day, up to which nothing is missing from it. Leave it blank for the day it shows.",
    )  # fmt: skip
    part = st.toggle("It is only a part", value=upload["part"], key=f"{key}_part")
    said = {"as_at": as_at, "complete_to": complete_to, "part": part}
    same = all(upload[name] == value for name, value in said.items())
    if st.button("Say so", type="primary", disabled=same, key=f"{key}_button"):
        try:
            done = view.store.say_otherwise(view.reader, upload["upload_id"], session.now(), **said)
        except StoreError as refused:
            st.error(esc(refused))
            st.stop()
        session.notice_after_rerun(f"Said. Upload {esc(done.upload_id)} has taken its place.")


view = session.view()
blocks.page_head(
    "History",
    "Every file that was loaded for this body. Undo takes one out of every figure; nothing is deleted.",
    view,
)
session.show_notice()
uploads = view.read("uploads").sort("upload_id", descending=True)
if uploads.is_empty():
    blocks.empty("Nothing has been loaded for this body yet.")
live = uploads.filter(pl.col("undone_at").is_null())
if not live.is_empty():
    labels = {
        row["upload_id"]: f"{row['upload_id']}: {heading(row['kind'])}, {row['file_name']}, "
        f"{number(row['count_rows'], 'row')}, {on_screen(row['loaded_at'])}"
        for row in live.iter_rows(named=True)
    }
    chosen = st.selectbox(
        "Upload", list(labels), format_func=labels.__getitem__, key=session.fresh_key("undo")
    )
    with st.container(horizontal=True):
        with st.popover("Undo this upload", icon=":material/undo:"):
            undo(view, chosen, labels[chosen])
        with st.popover("Say otherwise what it shows", icon=":material/edit_calendar:"):
            say_otherwise(view, live.row(by_predicate=pl.col("upload_id") == chosen, named=True))
        download.everything()
shown = uploads.select(
    "upload_id", "kind", "file_name", "as_at", pl.col("part").replace_strict({True: "yes", False: None}),
    "complete_to", "loaded_by", "loaded_at", "count_rows", "count_refused", "undone_by", "undone_at",
)  # fmt: skip
blocks.table(shown, "Every upload of this body")
