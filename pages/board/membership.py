"""Membership: seats filled, unconfirmed and vacant, size, sectors and the roster."""

import streamlit as st

from rules import admission, composition
from rules.words import number
from ui import blocks, charts, frames, frames_partner, links, session
from ui.words import seated

view = session.view()
blocks.page_head(
    "Membership", "Who sits where, and which seats are open.", view, "organisations", "representatives"
)

findings = view.findings(composition.FAMILY, admission.FAMILY)
blocks.verdicts(view, findings, "composition", "The terms have no rule on membership to judge.")

seats = frames.seats_by_group(view.facts, view.today)
if seats.is_empty():
    blocks.empty("No seats are loaded for this body.")
else:
    filled = seats.filter(seats["status"] == seated("filled"))["count"].sum()
    blocks.chart_with_table(
        f"{filled} of {number(int(seats['count'].sum()), 'seat')} are filled",
        "Seats held on the day above by group and status, named deputies apart.",
        charts.counts_by_status(seats, "group_name", "Seats"),
        seats,
        "Seats by group",
    )
    st.header("Seats", anchor=False)
    blocks.table(view.read("seats"), "Every seat with its holder's organisation and status", "Seats")

st.header("Roster", anchor=False)
roster = view.read("organisations")
if roster.is_empty():
    blocks.empty("No organisations are loaded for this body.")
else:
    blocks.table(roster, "Every organisation on the roster", "Roster")
    st.caption("Each has a page of its own.")
    links.partners(view, frames_partner.names(view.facts))
