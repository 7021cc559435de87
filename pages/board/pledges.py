"""Pledge delivery by partner and theme, with the gaps."""

import streamlit as st

from rules import Status
from rules.terms import in_force
from rules.words import number
from ui import blocks, charts, frames, session
from ui.words import plain

view = session.view()
blocks.page_head(
    "Pledges", "What each partner promised, how far it has come, and who has promised nothing.",
    view, "pledges", "pledge_progress",
)  # fmt: skip

findings = view.findings("pledges")
states = frames.pledge_states(view.facts, findings, view.today)
if not view.body.pledges and states.is_empty():
    st.info("The terms of this body ask for no pledges.")
elif states.is_empty():
    blocks.empty(
        "No pledges are loaded for this body.", "Partners send them to the secretariat, who uploads them."
    )
else:
    by_partner = frames.count_by(states, "organisation")
    on_track = states.filter(states["status"] == plain(Status.MET)).height
    blocks.chart_with_table(
        f"{on_track} of {number(states.height, 'pledge')} are on track or complete",
        "Pledges by partner and computed status; a partner's own rating is shown beside it, never replaced.",
        charts.counts_by_status(by_partner, "organisation", "Pledges"),
        by_partner,
    )
    themes = [
        theme
        for term in in_force(view.body.pledges, view.today)
        if term.kind == "themes"
        for theme in term.themes
    ]
    members = [o.organisation for o in view.facts.organisations if o.is_member_on(view.today)]
    st.subheader("Partner by theme", anchor=False)
    st.caption("Number of pledges; an empty cell is a gap.")
    blocks.table(
        frames.partner_by_theme(states, members, themes), "Number of pledges of each partner on each theme"
    )

st.subheader("Verdicts", anchor=False)
blocks.verdicts(view, findings, "pledges", "The terms ask for no pledges.")
