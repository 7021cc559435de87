"""The action log as a schedule of outstanding matters."""

import polars as pl
import streamlit as st

from rules import Status, actions
from rules.words import number
from ui import blocks, charts, filters, frames, frames_filters, session
from ui.words import plain

view = session.view()
blocks.page_head(
    "Action log", "What was agreed, who owns it, and what is still outstanding.", view, "actions"
)

findings = view.findings(actions.FAMILY)
log = view.read("actions")
if log.is_empty():
    blocks.empty("No actions are loaded for this body.")
    st.stop()

states = frames.action_states(view.facts, findings)
if states.is_empty():
    st.info("The terms of this body set no rule for actions; the log stands as it was loaded.")
else:
    overdue = states.filter(pl.col("status") == plain(Status.OVERDUE)).height
    by_owner = frames.count_by(states, "organisation")
    blocks.chart_with_table(
        f"{number(overdue, 'action is', 'actions are')} overdue of {states.height} in the log",
        "Actions by owner and status.",
        charts.counts_by_status(by_owner, "organisation", "Actions"),
        by_owner,
        "Actions by owner",
    )
    shown = filters.filtered(findings, frames_filters.of_actions(view.facts), "action")
    settled = [f for f in shown if f.status in (Status.MET, Status.NOT_APPLICABLE)]
    outstanding = [f for f in shown if f not in settled]
    st.header(f"Schedule of outstanding matters: {len(outstanding)}", anchor=False)
    blocks.verdicts(view, outstanding, "outstanding", "None of what is chosen above is outstanding.")
    st.header(f"Done or withdrawn: {len(settled)}", anchor=False)
    blocks.verdicts(view, settled, "settled", "None of what is chosen above is done.")

st.header("Log", anchor=False)
blocks.table(log, "Every action as it was loaded", "Action log")
