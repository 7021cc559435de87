"""The terms of reference: every clause in our words, with its present verdict."""

import streamlit as st

from ui import blocks, session
from ui.words import esc

view = session.view()
blocks.page_head(
    "Terms of reference",
    f"Every clause of {esc(view.body.title)} in short paraphrase, with what it says of the facts today.",
    view,
)
for family, entries in view.body.families():
    if not entries:
        continue
    st.subheader(family.capitalize(), anchor=False)
    blocks.clauses(view, entries, family)
