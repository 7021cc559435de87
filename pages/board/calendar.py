"""The governance calendar: lanes over time, what comes in the next twelve months, what is late."""

import streamlit as st

from rules import Status, families
from ui import blocks, coming, frames_calendar, papers, session
from ui.frames import said_once
from ui.words import esc

view = session.view()
blocks.page_head(
    "Governance calendar", "What the terms ask for next, what is late, and what was kept or missed.",
    view, "meetings", "duties", "groups",
)  # fmt: skip
papers.calendar_button(view)
findings = view.findings()
late = [f for f in findings if f.status is Status.OVERDUE]
rows = frames_calendar.ahead(view.body, view.facts, findings, view.today)
later = frames_calendar.later(findings, view.today)
calendar = families.on_calendar(findings)
missed = [f for f in calendar if f.status is Status.NOT_MET]
other = [f for f in calendar if f.status in (Status.MET, Status.UNKNOWN)]

message = frames_calendar.message(rows, len(late))
st.header(esc(message), anchor=False)
coming.over_time(view, findings, message)

st.header(f"Late: {len(said_once(late))}", anchor=False)
blocks.verdicts(view, late, "late", blocks.nothing("Nothing on record is overdue", findings))
st.header(f"The next twelve months: {len(rows)}", anchor=False)
if rows:
    blocks.one_by_one(view, rows, "ahead", coming.row)
else:
    st.markdown(blocks.nothing("Nothing is due that the terms give a date for", findings))
if later:
    st.header(f"Later, or on a day that is not known: {len(said_once(later))}", anchor=False)
    blocks.verdicts(view, later, "later")
st.header(f"Missed: {len(said_once(missed))}", anchor=False)
blocks.verdicts(view, missed, "missed", blocks.nothing("Nothing on record was missed", calendar))
st.header(f"Kept or not known: {len(said_once(other))}", anchor=False)
if blocks.shown_when_asked("Show them", "kept"):
    blocks.verdicts(view, other, "other")
