"""Attendance and quorum: who came to which meeting, and what each quorum needed."""

import streamlit as st

from rules import attendance, quorum
from rules.outlook import went
from ui import attended, blocks, frames_matrix, session, supposing
from ui.frames_overview import record
from ui.words import esc

view = session.view()
blocks.page_head(
    "Attendance and quorum", "Who came to which meeting, and was it quorate?", view, "attendance", "meetings"
)
judged, rates = view.findings(quorum.FAMILY), view.findings(attendance.FAMILY)
group, period, by = attended.choosers(view, frames_matrix.who_is_counted(judged))
meetings = frames_matrix.of_period(view.body, view.facts, group, period, view.today)
if not meetings:
    blocks.empty("No meetings of this group are loaded for this body.")
    st.stop()

attended.at_risk(view, judged)
supposing.what_if(view, group)
message = record([each for each in went(view.facts, judged, group, view.today) if each[0] in meetings])
found = frames_matrix.matrix(view.body, view.facts, meetings, judged, by, view.today)
st.header(esc(message), anchor=False)
st.caption("One column a meeting, one row a member. Click a cell for its rows, or choose below.")
member, meeting = attended.explore(view, found, meetings, by, message)
attended.table(found)

st.header("Verdicts", anchor=False)
shown = attended.about_those([*attended.not_at_risk(judged), *rates], member, meeting)
blocks.verdicts(view, shown, "attendance", "The terms have no rule that judges what is chosen above.")
