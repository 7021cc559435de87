"""One meeting: papers, quorum with its reasons, who came, what was decided and raised, and the minutes."""

import streamlit as st

from rules.meetings import about
from ui import blocks, frames_meeting, links, one_meeting, session
from ui.words import esc

view = session.view()
meeting = one_meeting.asked_for(view)
if meeting is None:
    blocks.page_head("Meetings", "Every meeting on record has a page of its own.", view, "meetings")
    links.meetings(view, frames_meeting.newest_first(view.facts))
    st.stop()

blocks.page_head(
    esc(about(meeting)), "What one meeting was sent, who came, and what came of it.", view,
    "meetings", "attendance", "decisions", "actions",
)  # fmt: skip
known = frames_meeting.key_facts(meeting, view.today)
st.table(
    {esc(label): esc(says) for label, says in known.items()}, border="horizontal", alt="The meeting in short"
)

left, right = st.columns([3, 2], gap="large")
with left:
    one_meeting.was_quorate(view, meeting)
    one_meeting.decided(view, meeting)
    one_meeting.actions(view, meeting)
with right:
    one_meeting.who_came(view, meeting)
    if others := frames_meeting.others_on(view.findings(), meeting):
        st.header("Notice, papers and what else is asked of it", anchor=False)
        blocks.verdicts(view, others, "others")
