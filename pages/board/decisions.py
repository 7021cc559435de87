"""The register of decisions: which stand, which await ratification or consent."""

import streamlit as st

from rules import decision
from ui import blocks, session

view = session.view()
blocks.page_head(
    "Decisions", "Which decisions stand, and which wait for something.", view, "decisions", "attendance"
)

findings = view.findings(decision.FAMILY)
st.markdown(blocks.summary_of(findings))
blocks.verdicts(view, findings, "decisions", "No decision on record needs a verdict.")

st.header("Register", anchor=False)
register = view.read("decisions")
if register.is_empty():
    blocks.empty("No decisions are loaded for this body.")
else:
    blocks.table(register, "Every decision with its meeting, votes and ratification", "Decisions")
