"""What partners have queried or proposed, oldest first, to be accepted or declined."""

import streamlit as st

from pages.secretariat.asking import answering
from rules import actions, attendance, fee, pledges
from rules.words import number
from ui import blocks, figures, session

view = session.view()
blocks.page_head(
    "Queries",
    "What partners say is not right or not up to date. Accepting a proposal updates the pledge; accepting a "
    "query promises that you will correct the record.",
    view,
)  # fmt: skip
session.show_notice()

responses = view.read("responses_in_full").sort("said_on", "file", "line").to_dicts()
open_ones = [row for row in responses if figures.is_waiting(row)]
st.header(f"{number(len(open_ones), 'response')} to answer", anchor=False)
if not open_ones:
    st.markdown("No partner is waiting for an answer.")
for row in open_ones:
    answering.waiting(view, row)

judged = view.findings(pledges.FAMILY, attendance.FAMILY, actions.FAMILY, fee.FAMILY)
promised = figures.promised(responses, view.body, view.facts, judged, view.today)
if promised:
    st.header("Accepted, and not corrected yet", anchor=False)
    answering.listed(promised, "Figures that are still as they were queried")
if done := [row for row in reversed(responses) if not figures.is_waiting(row) and row not in promised]:
    st.header("Answered or confirmed", anchor=False)
    answering.listed(done, "Responses that wait for nothing, newest first")
