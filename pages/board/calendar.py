"""The governance calendar: what falls due, and what was late."""

import streamlit as st

from rules import Status
from ui import blocks, session

CALENDAR = ("cadence", "notice", "review", "office", "duties", "groups", "document")

view = session.view()
blocks.page_head(
    "Governance calendar",
    "What the terms ask for next, and what was missed.",
    view,
    "meetings",
    "duties",
    "groups",
)
findings = [f for f in view.findings(*CALENDAR) if f.status is not Status.NOT_APPLICABLE]
ahead = sorted(
    (f for f in findings if f.status is Status.DUE), key=lambda f: (f.on is None, f.on or view.today)
)
late = [f for f in findings if f.status in (Status.OVERDUE, Status.NOT_MET)]
other = [f for f in findings if f not in ahead and f not in late]

st.subheader(f"Behind: {len(late)}", anchor=False)
blocks.verdicts(view, late, "late", "Nothing was missed.")
st.subheader(f"Ahead: {len(ahead)}", anchor=False)
blocks.verdicts(view, ahead, "ahead", "Nothing is due that the terms give a date for.")
st.subheader(f"In order or not known: {len(other)}", anchor=False)
blocks.verdicts(view, other, "other")
