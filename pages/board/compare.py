"""Bodies side by side: what the terms of each ask of one matter, and how it stands. No rank is made of it."""

import streamlit as st

from rules import families
from ui import blocks, frames_compare, session
from ui.words import esc

view = session.view()
blocks.page_head(
    "Bodies compared",
    "What the terms of each body ask of one matter, clause by clause. Bodies differ in what they are for, "
    "so no score and no order is made of it.", view,
)  # fmt: skip
matters = {family.name: family.title for family in families.FAMILIES}
chosen = st.selectbox(
    "Matter", list(matters), format_func=matters.__getitem__, key="matter", width=320, bind="query-params"
)
seen = session.every_body_of(view)
if len(seen) < 2:
    st.info("You may see one body only, so there is nothing to compare it with.", icon=":material/info:")

family = families.family(chosen)
sides = [frames_compare.Side(each.body, each.findings(family)) for each in seen]
st.header(esc(matters[chosen]), anchor=False)
table = frames_compare.compared(family, sides, view.today)
blocks.table(table, f"{matters[chosen]}: what each body's terms ask and how it stands", "Bodies compared")
st.caption(
    "Silent: the terms say nothing. Not applicable: they say that there is none, or it does not arise."
)
