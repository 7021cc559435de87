"""Guide: what a reader comes to do, page by page."""

import streamlit as st

from ui import blocks, session
from ui.guide import guide

view = session.view()
blocks.page_head("Guide", "What you may come to do, and where it is done.", view)
for heading, text in guide(view.reader.roles):
    if heading:
        st.header(heading, anchor=False)
    st.markdown(text)
