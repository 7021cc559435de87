"""The blocks of the overview: what a chair wants to know before the next meeting."""

from collections.abc import Sequence

import streamlit as st

from kinds import KIND
from rules import Finding, Status
from rules.changes import Changes, changes
from rules.outlook import Item, Outlook, went
from rules.people import Meeting
from rules.words import day, weekday
from ui import blocks, frames_overview, links
from ui.session import View
from ui.words import AT_RISK, badge, esc, heading, short_day

AHEAD = {
    "at risk": f"{AT_RISK} **Not as it stands.**",
    "enough so far": ":blue-badge[Enough so far ◷] **As it stands, yes.**",
    "not known": ":gray-badge[Not known ?] **Nobody can tell yet.**",
    "not asked for": ":gray-badge[No quorum –] **None is asked for.**",
}
COLOURS = {Status.MET: "green", Status.NOT_MET: "red"}
ATTENDANCE, CALENDAR, UPLOAD = "board/attendance.py", "board/calendar.py", "secretariat/upload.py"
MOST = 5


def quorum_card(view: View, found: Outlook) -> None:
    """Whether the next meeting will be quorate: need by need, and what it rests on."""
    with st.container(border=True, height="stretch"):
        st.header("Will it be quorate?", anchor=False)
        st.markdown(f"{AHEAD[found.expected]} {esc(found.says)}")
        if found.finding:
            blocks.table(
                frames_overview.needs(found.finding.needs),
                "What the meeting needs, and what could come",
            )
            comes_from(view, found.finding, "quorum_ahead")
        st.space("stretch")
        st.page_link(ATTENDANCE, label="Attendance and quorum", icon=":material/arrow_forward:",
                     icon_position="right")  # fmt: skip


def comes_from(view: View, finding: Finding, key: str) -> None:
    """What a verdict that stands open rests on, once it is asked for."""
    opened = st.expander("Where this comes from", key=key, on_change="rerun")
    if opened.open:
        with opened:
            blocks.evidence(view, finding)


def no_meeting(view: View) -> None:
    """That nobody knows of a next meeting, and which file would tell."""
    with st.container(border=True, height="stretch"):
        st.header("No next meeting is in the calendar", anchor=False)
        st.markdown("A **meetings** file with the days ahead would tell.")
        if "secretariat" in view.reader.roles:
            st.page_link(UPLOAD, label="Upload a file", icon=":material/upload_file:")


def agenda(items: Sequence[Item]) -> None:
    """Numbered, each a link to the page that tells of it, with why and who."""
    st.header("For the agenda", anchor=False)
    if not items:
        st.markdown("Nothing on record waits for a decision, is late or is outside the terms.")
    for place, item in enumerate(items, 1):
        asked = "" if item.who in item.what else f" **{esc(item.who)}**"
        with st.container(gap=None):
            st.page_link(
                f"board/{item.page}.py", label=f"**{place:d}. {esc(item.what)}**",
                query_params={blocks.ASKED_FOR: item.findings[0].about},
            )  # fmt: skip
            st.markdown(f":small[{esc(item.why)}{asked}]")


def due(findings: Sequence[Finding]) -> None:
    """What falls due before the meeting, the first first."""
    st.header("Falls due before it", anchor=False)
    lines = [f"- **{weekday(f.on) if f.on else ''}:** {esc(f.about)}. {esc(f.says)}" for f in findings] or [
        "Nothing that the terms give a date for."
    ]
    st.markdown("\n".join(lines))
    st.page_link(
        CALENDAR, label="Governance calendar", icon=":material/arrow_forward:", icon_position="right",
    )  # fmt: skip


def gone(view: View, meetings: Sequence[tuple[Meeting, Finding | None]]) -> None:
    """How the last meetings went: a word, a mark and a colour each, with a link to the meeting."""
    st.header("How it has gone", anchor=False)
    st.markdown(esc(frames_overview.record(meetings)))
    with st.container(horizontal=True, gap="small"):
        for meeting, quorum in reversed(meetings):
            colour = COLOURS.get(quorum.status, "gray") if quorum else "gray"
            word = esc(frames_overview.in_a_word(meeting, quorum))
            links.to_meeting(view, meeting, f":{colour}-badge[{word}] {short_day(meeting.meeting_on)}")


def changed(meeting: Meeting, found: Changes) -> None:
    """What became worse and what was settled since the last meeting, by subject."""
    st.header("Since the last meeting", anchor=False)
    lines = [f"- {badge(finding.status)} {esc(finding.about)}" for finding in found.worse[:MOST]]
    if len(found.worse) > MOST:
        lines += [f"- and {len(found.worse) - MOST:d} more that were in order."]
    if found.settled:
        lines += [f"- {badge(Status.MET)} {esc(frames_overview.settled(found.settled))}"]
    told = "\n".join(lines or ["Nothing has changed."])
    st.markdown(f"Compared with {day(meeting.meeting_on)}.\n\n{told}")


def since(view: View, meeting: Meeting) -> Changes:
    """What is another verdict now than on the day of a meeting."""
    return changes(view.on(meeting.meeting_on).findings(), view.findings())


def ask(view: View) -> None:
    """Works out what the overview says; its first reader then finds it at hand."""
    held = went(view.facts, view.findings(), view.body.main_group, view.today)
    if held:
        since(view, held[-1][0])


def unknown(view: View, findings: Sequence[Finding]) -> None:
    """What is not known, and which file would tell."""
    if not (missing := frames_overview.not_known(findings)):
        return
    st.header("Not known", anchor=False)
    lines = [f"- **{heading(kind)}** would tell of {count:d}. {esc(one)}" for kind, count, one in missing]
    st.markdown("\n".join(lines))
    if "secretariat" in view.reader.roles:
        st.page_link(UPLOAD, label="Upload a file", icon=":material/upload_file:")


def lead(view: View, findings: Sequence[Finding]) -> None:
    """What to load first, where nothing is loaded yet, and what each file would tell."""
    st.info("Nothing is loaded for this body yet. Its terms ask for these files; load them in this order.")
    needed = {kind: (count, one) for kind, count, one in frames_overview.not_known(findings)}
    for kind in KIND:
        if kind in needed:
            count, one = needed[kind]
            st.markdown(f"- **{heading(kind)}** would tell of {count:d} that are not known. {esc(one)}")
    if "secretariat" in view.reader.roles:
        with st.container(horizontal=True):
            st.page_link("secretariat/templates.py", label="Templates", icon=":material/description:")
            st.page_link(UPLOAD, label="Upload", icon=":material/upload_file:")
