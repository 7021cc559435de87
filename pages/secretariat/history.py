"""Every upload, who made it and when, and the way back."""

import polars as pl
import streamlit as st

from rules.words import number
from store import NothingToUndo, on_screen
from ui import blocks, session
from ui.words import esc, heading

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
    with st.popover("Undo this upload", icon=":material/undo:"):
        st.markdown(
            f"{esc(labels[chosen])} will no longer count in any figure. The file can be loaded again."
        )
        if st.button("Yes, undo it", type="primary", key="undo_button"):
            try:
                view.store.undo(view.reader, chosen, session.now())
            except NothingToUndo as refused:
                st.error(esc(refused))
                st.stop()
            session.notice_after_rerun(f"Undone: {esc(labels[chosen])}. It no longer counts in any figure.")
blocks.table(
    uploads.select("upload_id", "kind", "file_name", "loaded_by", "loaded_at", "count_rows", "count_refused",
                   "undone_by", "undone_at"),
    "Every upload of this body",
)  # fmt: skip
