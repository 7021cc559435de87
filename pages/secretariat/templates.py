"""One template per kind of file, with what each column may hold."""

from functools import partial

import streamlit as st

import loaders
from ui import blocks, frames_templates, session
from ui.words import heading

BOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

view = session.view()
blocks.page_head(
    "Templates",
    "Fill one in and upload it. The workbook lists the words that a column takes; on a second sheet it has "
    "notes and examples. Headings may be in any order.",
    view,
)

words = loaders.Words(sectors=view.body.sectors)
for kind in loaders.KINDS:
    with st.container(border=True):
        title, buttons = st.columns([3, 2], vertical_alignment="center")
        title.header(heading(kind.name), anchor=False)
        with buttons.container(horizontal=True, horizontal_alignment="right"):
            st.download_button(
                "Excel", partial(frames_templates.workbook, kind, words), f"{kind.name}.xlsx", BOOK,
                key=f"book_{kind.name}", on_click="ignore", icon=":material/download:",
            )  # fmt: skip
            st.download_button(
                "CSV", loaders.template(kind), f"{kind.name}.csv", "text/csv", key=f"template_{kind.name}",
                on_click="ignore", icon=":material/download:",
            )  # fmt: skip
        columns = st.expander("Columns", type="compact", key=f"columns_{kind.name}", on_change="rerun")
        if columns.open:
            with columns:
                blocks.table(
                    frames_templates.table(kind, words),
                    f"Columns of the {heading(kind.name).lower()} template",
                )
