"""Overview: before the next meeting. Will it be quorate, what is there to decide, what is late?"""

import streamlit as st

from rules.outlook import agenda, due_before, next_meeting, outlook, went
from rules.summary import headlines
from rules.words import weekday
from ui import before, blocks, papers, session

TILES = {
    "decide": ("To decide", "board/decisions.py", "Decisions"),
    "late": ("Late", "board/calendar.py", "Calendar"),
}
LAST = 8

view = session.view()
body, facts, findings, today = view.body, view.facts, view.findings(), view.today
ahead = next_meeting(body, facts, today)
past = went(facts, findings, body.main_group, today)[-LAST:]

blocks.name_of_body(view)
st.title(f"Before the meeting on {weekday(ahead.meeting_on)}" if ahead else "Overview", anchor=False)
if not facts.coverage:
    before.lead(view, findings)
    st.stop()

quorum, *tiles = st.columns([2, 1, 1], gap="small")
with quorum:
    if ahead:
        before.quorum_card(view, outlook(body, facts, ahead))
    else:
        before.no_meeting(view)
for column, headline in zip(tiles, headlines(body, facts, findings, today), strict=False):
    with column:
        label, page, link = TILES[headline.subject]
        blocks.tile(label, headline.figure, headline.says, page, link)

left, right = st.columns([3, 2], gap="large")
with left:
    before.agenda(agenda(body, facts, findings, today))
    if ahead:
        before.due(due_before(findings, ahead))
    papers.pack_button(view)
with right:
    if past:
        before.gone(view, past)
        last = past[-1][0]
        before.changed(last, before.since(view, last))
    before.unknown(view, findings)
blocks.provenance(view, "meetings", "attendance", "actions", "pledge_progress", "payments", "decisions")
