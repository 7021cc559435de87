"""The register of decisions: which stand, which await ratification or consent."""

import streamlit as st

from rules import decision
from ui import blocks, filters, frames_filters, session

view = session.view()
blocks.page_head(
    "Decisions", "Which decisions stand, and which wait for something.", view, "decisions", "attendance"
)

findings = view.findings(decision.FAMILY)
st.markdown(blocks.summary_of(findings))
if findings:
    shown = filters.filtered(findings, frames_filters.of_decisions(view.facts), "decision")
    blocks.verdicts(view, shown, "decisions", "No verdict is as asked for.")
else:
    st.markdown("No decision on record needs a verdict.")

st.header("Register", anchor=False)
register = view.read("decisions")
if register.is_empty():
    blocks.empty("No decisions are loaded for this body.")
else:
    blocks.table(register, "Every decision with its meeting, votes and ratification", "Decisions")
