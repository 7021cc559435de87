"""The blocks of the page of a meeting."""

from collections.abc import Sequence

import streamlit as st

from rules import Finding, quorum
from rules.meetings import about
from rules.people import Meeting
from ui import before, blocks, frames_matrix, frames_meeting, frames_overview, links, matrix_words
from ui.session import View
from ui.words import esc, mark

ASKED = "meeting"


def asked_for(view: View) -> Meeting | None:
    """The meeting that the address names, or its reader chooses."""
    by_name = {about(meeting): meeting for meeting in frames_meeting.newest_first(view.facts)}
    if not by_name:
        blocks.empty("No meetings are loaded for this body.")
        return None
    return by_name.get(links.chosen(ASKED, "Meeting", list(by_name)) or "")


def was_quorate(view: View, meeting: Meeting) -> None:
    """The verdict on its quorum, need by need."""
    found = frames_meeting.of_quorum(view.body, view.facts, view.findings(), meeting)
    st.header("Was it quorate?" if meeting.meeting_on <= view.today else "Will it be quorate?", anchor=False)
    if found.finding is None:
        st.markdown(esc(found.says))
        return
    st.markdown(f"{mark(found.finding)} {esc(found.says)}")
    if found.finding.needs:
        needs = frames_overview.needs(found.finding.needs)
        if meeting.meeting_on <= view.today:
            needs = needs.rename({"could_come": "came"})
        blocks.table(needs, "What its quorum needs, and what was there")
    before.comes_from(view, found.finding, "quorum_of_meeting")


def who_came(view: View, meeting: Meeting) -> None:
    """Who did what at it, and those who were not expected."""
    st.header("Who came", anchor=False)
    judged = view.findings(quorum.FAMILY)
    by = frames_matrix.who_is_counted(judged)
    found = frames_matrix.matrix(view.body, view.facts, [meeting], judged, by, view.today)
    told = matrix_words.of_meeting(found, meeting.meeting_on)
    lines = [f"- **{esc(word)}:** {esc(names)}" for word, names in told]
    st.markdown("\n".join(lines or ["Nothing is recorded."]))
    if by == frames_matrix.ORGANISATIONS and told:
        with st.expander("The page of each", type="compact"):
            links.partners(view, sorted(matrix_words.names(found)))


def decided(view: View, meeting: Meeting) -> None:
    """What it decided, and what became of that."""
    made = frames_meeting.decided(view.facts, meeting)
    st.header(f"Decided: {len(made)}", anchor=False)
    findings = view.findings()
    blocks.verdicts(view, frames_meeting.fates(findings, made), "fates", "")
    rest = frames_meeting.without_a_verdict(findings, made)
    st.markdown("\n".join(f"- **{esc(each.reference)}:** {esc(each.decision)}" for each in rest))
    if not made:
        st.markdown("No decision taken at it is on record.")


def actions(view: View, meeting: Meeting) -> None:
    """The actions it raised, and those that fell due on its day."""
    those, findings = frames_meeting.raised(view.facts, meeting), view.findings()
    judged = frames_meeting.on_actions(findings, those)
    rest = [each for each in those if each.reference not in judged]
    st.header(f"Actions raised: {len(those)}", anchor=False)
    blocks.verdicts(
        view, list(judged.values()), "raised", "" if rest else "No action raised at it is on record."
    )
    st.markdown("\n".join(f"- **{esc(each.reference)}:** {esc(each.action)}" for each in rest))
    _due(view, [f for f in frames_meeting.due(findings, meeting) if f not in judged.values()])


def _due(view: View, findings: Sequence[Finding]) -> None:
    if findings:
        st.header(f"Actions due on the day: {len(findings)}", anchor=False)
        blocks.verdicts(view, findings, "due")
