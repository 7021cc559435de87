"""Every upload, who made it and when, and the way back."""

import polars as pl
import streamlit as st

from store import NothingToUndo
from ui import blocks, session
from ui.words import esc, moment, plural

view = session.view()
blocks.page_head(
    "History",
    "Every file that was loaded for this body. Undo takes one out of every figure; nothing is deleted.",
    view,
)

if done := st.session_state.pop("undone", None):
    st.success(done, icon=":material/undo:")
uploads = view.read("uploads").sort("upload_id", descending=True)
if uploads.is_empty():
    blocks.empty("Nothing has been loaded for this body yet.")
live = uploads.filter(pl.col("undone_at").is_null())
if not live.is_empty():
    labels = {
        row["upload_id"]: f"{row['upload_id']}: {row['file_name']}, {plural(row['count_rows'], 'row')}, "
        f"{moment(row['loaded_at'])}"
        for row in live.iter_rows(named=True)
    }
    with st.form("undo"):
        chosen = st.selectbox("Upload to undo", list(labels), format_func=labels.get, key="undo_upload")
        if st.form_submit_button("Undo this upload", icon=":material/undo:", key="undo_button"):
            try:
                view.store.undo(chosen, view.reader.email, session.now())
                st.session_state["undone"] = (
                    f"Undone: {esc(labels[chosen])}. The figures are as they were before."
                )
                st.rerun()
            except NothingToUndo as refused:
                st.error(esc(refused))
blocks.table(
    uploads.select("upload_id", "kind", "file_name", "loaded_by", "loaded_at", "count_rows", "count_refused",
                   "undone_by", "undone_at"),
    "Every upload of this body",
)  # fmt: skip
