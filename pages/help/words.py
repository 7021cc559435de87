"""Words: what the words on the pages mean."""

import streamlit as st

from ui import blocks, session
from ui.guide import meanings
from ui.words import esc

view = session.view()
blocks.page_head("Words", "What the words on these pages mean, as the field uses them.", view)
asked = st.text_input("A word", key="word", bind="query-params", icon=":material/search:", width=420)
found = meanings(asked)
st.markdown("\n\n".join(found) or f"No meaning here has “{esc(asked)}” in it.")
