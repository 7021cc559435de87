"""Overview: what needs a decision, what is late, was the last meeting quorate, when is the next."""

import streamlit as st

from rules.summary import attention, headlines
from ui import blocks, session
from ui.words import esc

TILES = {
    "decide": ("Decisions waiting", "board/decisions.py", "Decisions"),
    "late": ("Late", "board/calendar.py", "Calendar"),
    "last": ("Last meeting", "board/attendance.py", "Attendance"),
    "next": ("Next meeting", "board/calendar.py", "Calendar"),
}

view = session.view()
findings = view.findings()
st.title(esc(view.body.name), anchor=False)

with st.grid(4, min_column_width=170, gap="small"):
    for headline in headlines(view.body, view.facts, findings, view.today):
        label, page, link = TILES[headline.subject]
        blocks.tile(label, headline.figure, headline.says, page, link)

st.subheader("What needs attention", anchor=False)
st.caption("Provisional and overdue, and what was not met in the last 12 months; all else is on the pages.")
waiting = attention(findings, view.today)
blocks.verdicts(
    view, waiting, "attention",
    blocks.nothing("Nothing on record is overdue, provisional or outside the terms", findings),
)  # fmt: skip
blocks.provenance(view, "meetings", "attendance", "actions", "pledge_progress", "payments", "decisions")
