"""Attendance against quorum, meeting by meeting and organisation by organisation."""

import streamlit as st

from rules import Status, attendance, quorum
from rules.words import number
from ui import blocks, charts, frames, session
from ui.words import plain

view = session.view()
blocks.page_head(
    "Attendance and quorum",
    "Was each meeting quorate, and does each organisation come?",
    view, "attendance", "meetings",
)  # fmt: skip

judged = view.findings(quorum.FAMILY)
meetings, counted = frames.quorum_by_meeting(view.body, view.facts, judged, view.today)
if meetings.is_empty():
    blocks.empty("No meetings with attendance are loaded for this body.")
elif meetings["present"].is_null().all():
    blocks.empty("No meeting can be counted yet: it needs the organisations, with their sectors.")
else:
    blocks.chart_with_table(
        frames.quorum_message(meetings),
        f"{counted} at each meeting of the {view.body.main_group}; a line marks any number needed.",
        charts.meetings_against_quorum(meetings, counted),
        frames.without_empty(meetings),
        "Quorum by meeting",
    )
st.subheader("Quorum, meeting by meeting", anchor=False)
has_rule = bool(quorum.FAMILY.of(view.body))
none = (
    "No meeting is on record to judge; load meetings and attendance."
    if has_rule
    else "The terms state no quorum."
)
blocks.verdicts(view, judged, "quorum", none)

attended = view.findings(attendance.FAMILY)
for by in ("organisation", "seat"):
    rates = frames.rates(attended, by)
    if rates.is_empty():
        continue
    enough = rates.filter(rates["status"] == plain(Status.MET)).height
    limit = rates["limit"][0]
    blocks.chart_with_table(
        f"{enough} of {number(rates.height, by)} attend as expected",
        f"Share of meetings in the last 12 months; the line at {limit:.0%} is to be passed.",
        charts.rates_against_line(rates, by, limit),
        rates.drop("limit"),
        f"Attendance by {by}",
    )
st.subheader("Attendance, one by one", anchor=False)
has_rule = bool(attendance.FAMILY.of(view.body))
none = (
    "Nothing can be judged yet: it needs organisations, meetings and attendance."
    if has_rule
    else "The terms have no attendance rule to judge."
)
blocks.verdicts(view, attended, "attendance", none)
