"""What one partner sees of itself: pledges, attendance, actions and fee, each to confirm, query or update."""

import streamlit as st

from pages.partner.asking import responding
from rules import actions, attendance, fee, pledges
from rules.words import number
from ui import blocks, figures, frames, session
from ui.words import esc

view = session.view()
partner = responding.chosen_partner(view)
if not partner:
    st.title("My pledges", anchor=False)
    blocks.empty("No partner is on the roster of this body.")
    st.stop()
own = view if view.reader.roles == {"partner"} else session.as_partner(view, partner)
blocks.page_head(
    esc(partner),
    "What is on record about you, and how the board sees it. Confirm what is right, query what is not.",
    own, "pledge_progress", "attendance", "actions", "payments",
)  # fmt: skip
session.show_notice()

facts, said = own.facts, own.read("responses").to_dicts()
judged = own.findings(pledges.FAMILY, attendance.FAMILY, actions.FAMILY, fee.FAMILY)
seats = [f for f in judged if f.subject("seat")]
mine = [*frames.concerning(judged, facts, partner), *seats]
asked = pledges.least(own.body, own.today)
of_you = "" if asked is None else f"The terms ask each partner for {number(asked, 'pledge')}."
if not pledges.FAMILY.of(own.body):
    of_you = "The terms of this body ask for none."
log_is_known = facts.actions or facts.covered_to("actions")
no_action = "No action of yours is open." if log_is_known else "No action log is loaded."
sections = {
    "Pledges": (
        figures.pledges(own.body, facts, mine, own.today),
        f"No pledge of yours is on record. {of_you}",
    ),
    "Attendance": (figures.attendance(mine), "No share of meetings is worked out for you."),
    "Actions, open and overdue": (figures.actions(facts, mine), no_action),
    "Fee": (
        figures.fees(mine),
        "No fee is worked out for you." if fee.FAMILY.of(own.body) else "The terms of this body set no fee.",
    ),
}
if sights := [f for found, _ in sections.values() for each in found for f in each.findings]:
    st.markdown(f"**As the board sees you:** {blocks.summary_of(sights)}")
for title, (found, _) in sections.items():
    if found:
        st.header(title, anchor=False)
    for place, figure in enumerate(found):
        responding.card(view, own, partner, figure, figures.words_on(said, figure), f"{figure.about}_{place}")
if nothing := [none for found, none in sections.values() if not found]:
    st.markdown("  \n".join(nothing))
