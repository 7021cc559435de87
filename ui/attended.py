"""The blocks of the page on attendance: which meetings and members to look at, and what is known of each."""

from collections.abc import Sequence
from datetime import date

import streamlit as st

from rules import Finding, Rows
from rules.meetings import about
from rules.people import Meeting
from rules.words import day
from ui import blocks, frames_matrix, links, matrix_words
from ui.charts_matrix import CELL, attendance_matrix, width
from ui.frames_matrix import ORGANISATIONS, PEOPLE, Matrix
from ui.session import View, ink, on_phone
from ui.words import esc, is_at_risk, short_day

EVERY = "Choose one"


def choosers(view: View, counted: str) -> tuple[str, str, str]:
    """The group, the period and whom a row is, all in the URL."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        groups = frames_matrix.groups(view.body, view.facts)
        group = groups[0]
        if len(groups) > 1:
            group = st.selectbox("Group", groups, key="group", width=260, bind="query-params")
        periods = frames_matrix.periods(view.body, view.facts, group, view.today)
        period = st.segmented_control(
            "Meetings", periods, key="period", default=periods[0], required=True, bind="query-params"
        )
        by = st.segmented_control(
            "One row for each", [ORGANISATIONS, PEOPLE], key="by", default=counted, required=True,
            format_func={ORGANISATIONS: "organisation", PEOPLE: "person"}.__getitem__, bind="query-params",
        )  # fmt: skip
    return group, period, by


def explore(
    view: View, found: Matrix, meetings: Sequence[Meeting], by: str, message: str
) -> tuple[str | None, Meeting | None]:
    """The matrix, and what is known of the member, meeting or cell that is looked at, which it returns.

    A phone has one meeting or one member at a time, and the matrix when it is asked for.
    """
    if on_phone():
        chosen = pickers(found, meetings, view.today)
        looked_at(view, found, *chosen, by)
        if (opened := st.expander("All at once", key="matrix_on_phone", on_change="rerun")).open:
            with opened:
                chart(found, message)
        return chosen
    clicked = chart(found, message)
    chosen = first(found, clicked, pickers(found, meetings))
    looked_at(view, found, *chosen, by)
    return chosen


def chart(found: Matrix, message: str) -> tuple[str | None, str | None]:
    """The matrix as a chart; returns the row and the meeting of the cell that was clicked."""
    name = f"matrix_{hash((found.rows, tuple(m.meeting_on for m in found.meetings)))}"
    # a grid of one column that does not wrap scrolls where the chart is wider than the page
    with st.grid(1, min_column_width=width(found), wrap=False):
        event = st.vega_lite_chart(
            spec=attendance_matrix(found, ink()), width="content", on_select="rerun", key=name,
            alt=f"{message} The same stands in a table below.",
        )  # fmt: skip
    clicked = event["selection"].get(CELL) or [{}]
    return clicked[0].get("row"), clicked[0].get("meeting")


def first(
    found: Matrix, clicked: tuple[str | None, str | None], chosen: tuple[str | None, Meeting | None]
) -> tuple[str | None, Meeting | None]:
    """The cell that was clicked or, where none was, what is chosen below the chart."""
    row, label = clicked
    if row is None:
        return chosen
    meeting = next((m for m in found.meetings if short_day(m.meeting_on) == label), None)
    return (row if row in matrix_words.names(found) else None), meeting


def pickers(
    found: Matrix, meetings: Sequence[Meeting], last_by: date | None = None
) -> tuple[str | None, Meeting | None]:
    """One member, one meeting, or both, chosen without the chart and kept in the URL.

    `last_by`: a day; the last meeting held by then is chosen from the start.
    """
    by_name = {day(meeting.meeting_on): meeting for meeting in reversed(meetings)}
    last = next((at for at, m in enumerate(by_name.values()) if last_by and m.meeting_on <= last_by), None)
    with st.container(horizontal=True):
        meeting = st.selectbox("One meeting", list(by_name), index=last, key="one_meeting", width=260,
                               placeholder=EVERY, bind="query-params")  # fmt: skip
        member = st.selectbox("One member", sorted(matrix_words.names(found)), index=None, key="member",
                              width=380, placeholder=EVERY, bind="query-params")  # fmt: skip
    return member, by_name.get(meeting) if meeting else None


def looked_at(view: View, found: Matrix, member: str | None, meeting: Meeting | None, by: str) -> None:
    """What is known of one member, one meeting or one cell, with its rows and where more is told."""
    if meeting and member:
        where = {"organisation" if by == ORGANISATIONS else "person": member}
        said = matrix_words.word(found, member, meeting.meeting_on)
        st.markdown(f"**{esc(member)}, {day(meeting.meeting_on)}.** {esc(said)}")
        blocks.counted_rows(
            view, Rows.of("attendance", group_name=meeting.group_name, meeting_on=meeting.meeting_on, **where)
        )
    elif meeting:
        _list(matrix_words.of_meeting(found, meeting.meeting_on))
    elif member:
        _list(matrix_words.of_member(found, member))
    with st.container(horizontal=True, gap="small"):
        if meeting:
            links.to_meeting(view, meeting, f":blue[More on {day(meeting.meeting_on)}]")
        if member and by == ORGANISATIONS:
            links.to_partner(view, member)


def _list(told: Sequence[tuple[str, str]]) -> None:
    st.markdown(
        "\n".join(f"- **{esc(word)}:** {esc(names)}" for word, names in told) or "Nothing is recorded."
    )


def about_those(findings: Sequence[Finding], member: str | None, meeting: Meeting | None) -> list[Finding]:
    """The verdicts on one meeting and on one member, on all where none is chosen."""
    chosen = {member, about(meeting) if meeting else None} - {None}
    return [f for f in findings if not chosen or f.about in chosen or f.subject("organisation") in chosen]


def at_risk(view: View, quorum: Sequence[Finding]) -> None:
    """The next meeting, where it would not be quorate as things stand."""
    for finding in quorum:
        if is_at_risk(finding):
            blocks.verdict(view, finding, f"at_risk_{view.body.key}_{view.today}")


def not_at_risk(findings: Sequence[Finding]) -> list[Finding]:
    """The other verdicts."""
    return [finding for finding in findings if not is_at_risk(finding)]


def table(found: Matrix) -> None:
    """The same as the chart, in words, once it is asked for."""
    opened = st.expander("The same as a table", key="matrix_table", on_change="rerun")
    if opened.open:
        with opened:
            blocks.table(matrix_words.in_words(found), "Who came to which meeting", "Attendance")
