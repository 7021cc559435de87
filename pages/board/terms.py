"""The terms of reference: every clause in our words, with its present verdict."""

import streamlit as st

from rules import families, health
from ui import blocks, clauses, session
from ui.words import esc

view = session.view()
blocks.page_head(
    "Terms of reference",
    f"Every clause of {esc(view.body.title)} in short paraphrase, with its verdict on the day above.",
    view,
)
for refused in session.bodies().refused.values():
    st.error(esc(f"The terms of another body cannot be used, so it is left out. {refused}"))
card = health.card(view.body, view.findings(), view.today)
st.table({label: esc(says) for label, says in card.items()}, border="horizontal", alt="Health of the terms")

for family in families.FAMILIES:
    if family.of(view.body):
        st.header(family.title, anchor=False)
        clauses.of_family(view, family)
