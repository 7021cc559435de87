"""One template per kind of file, with what each column may hold."""

import polars as pl
import streamlit as st

import loaders
from ui import blocks, session
from ui.words import heading

view = session.view()
blocks.page_head(
    "Templates", "Fill one in, save it as CSV or Excel, and upload it. Headings may be in any order.", view
)

words = loaders.Words(sectors=view.body.sectors)
for kind in loaders.KINDS:
    with st.container(border=True):
        title, button = st.columns([3, 1], vertical_alignment="center")
        title.subheader(heading(kind.name), anchor=False)
        button.download_button(
            "Download", loaders.template(kind), f"{kind.name}.csv", "text/csv", key=f"template_{kind.name}",
            on_click="ignore", icon=":material/download:",
        )  # fmt: skip
        with st.expander("Columns", type="compact"):
            columns = [
                {
                    "column": f.heading,
                    "holds": f.parser_for(words).must_be,
                    "needed": "Needed" if f.required else "May be blank",
                }
                for f in kind.fields
            ]
            blocks.table(pl.DataFrame(columns), f"Columns of the {kind.name} template")
