"""The governance calendar: what falls due, and what was late."""

import streamlit as st

from rules import Status, families
from ui import blocks, papers, session

view = session.view()
blocks.page_head(
    "Governance calendar",
    "What the terms ask for next, and what was missed.",
    view,
    "meetings",
    "duties",
    "groups",
)
papers.calendar_button(view)
findings = view.findings()
late = [f for f in findings if f.status is Status.OVERDUE]
ahead = [f for f in findings if f.status is Status.DUE]
calendar = families.on_calendar(findings)
missed = [f for f in calendar if f.status is Status.NOT_MET]
other = [f for f in calendar if f.status in (Status.MET, Status.UNKNOWN)]

st.subheader(f"Overdue: {len(late)}", anchor=False)
blocks.verdicts(view, late, "late", blocks.nothing("Nothing on record is overdue", findings))
st.subheader(f"Ahead: {len(ahead)}", anchor=False)
blocks.verdicts(
    view, ahead, "ahead", blocks.nothing("Nothing is due that the terms give a date for", findings)
)
st.subheader(f"Missed: {len(missed)}", anchor=False)
blocks.verdicts(view, missed, "missed", blocks.nothing("Nothing on record was missed", calendar))
st.subheader(f"In order or not known: {len(other)}", anchor=False)
blocks.verdicts(view, other, "other")
