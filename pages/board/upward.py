"""What goes up: what the terms promise the board above, what was given, and what still waits."""

import streamlit as st

from rules import pledges, upward
from rules.words import number
from ui import blocks, frames_upward, session
from ui.frames import without_empty
from ui.words import esc

view = session.view()
blocks.page_head(
    "What goes up", "What the terms promise the boards above, and what of it was given.", view,
    "duties", "actions", "pledge_progress",
)  # fmt: skip
boards = upward.above(view.body, view.today)
if not boards:
    st.info("The terms of this body promise no other board anything.", icon=":material/info:")
    st.stop()

for place, board in enumerate(boards):
    st.header(esc(board), anchor=False)
    owed = upward.owed(view.findings(), board)
    st.markdown(blocks.summary_of(owed))
    blocks.verdicts(view, owed, f"owed_{place}")
    reports = frames_upward.reports(view.body, view.facts, board, view.today)
    if reports.is_empty():
        st.markdown("No report to it is on record.")
    else:
        st.subheader("Given", anchor=False)
        blocks.table(without_empty(reports), "What was given to it", f"Given {place + 1:d}")
    actions = frames_upward.actions(view.body, view.facts, board, view.today)
    if not actions.is_empty():
        waiting = frames_upward.waiting(actions)
        st.subheader(f"Actions it is to be shown: {waiting:d} of {actions.height:d} wait", anchor=False)
        blocks.table(actions, "The actions it is to be shown", f"Actions {place + 1:d}")

if view.facts.pledges:
    st.header(f"{number(len(view.facts.pledges), 'pledge')} by theme", anchor=False)
    by_theme = frames_upward.pledges_by_theme(view.facts, view.findings(pledges.FAMILY))
    blocks.table(by_theme, "How the pledges of each theme stand", "Pledges by theme")
