"""The action log as a schedule of outstanding matters."""

import polars as pl
import streamlit as st

from rules import Status, actions
from rules.words import number
from ui import blocks, charts, frames, session
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
    owners = st.multiselect("Owner", sorted(states["organisation"].unique()), key="action_owner")
    owned = set(states.filter(pl.col("organisation").is_in(owners))["reference"])
    findings = [f for f in findings if not owners or f.subject("reference") in owned]
    settled = [f for f in findings if f.status in (Status.MET, Status.NOT_APPLICABLE)]
    st.header("Schedule of outstanding matters", anchor=False)
    outstanding = [f for f in findings if f not in settled]
    blocks.verdicts(view, outstanding, "outstanding", "Nothing in this log is outstanding.")
    st.header("Done or withdrawn", anchor=False)
    blocks.verdicts(view, settled, "settled", "Nothing is recorded as done.")

st.header("Log", anchor=False)
blocks.table(log, "Every action as it was loaded", "Action log")
