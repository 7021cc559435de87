"""What one partner sees of itself: pledges, attendance, actions and fee, each to confirm, query or update."""

import streamlit as st

from pages.partner.asking import responding
from rules import actions, attendance, fee, pledges
from rules.words import number
from ui import blocks, figures, session
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
made = figures.of_partner(own.body, facts, judged, own.today, partner)
asked = pledges.least(own.body, own.today)
of_you = "" if asked is None else f"The terms ask each partner for {number(asked, 'pledge')}."
if not pledges.FAMILY.of(own.body):
    of_you = "The terms of this body ask for none."
none = (
    f"No pledge of yours is on record. {of_you}",
    "No share of meetings is worked out for you.",
    "No action of yours is open."
    if facts.actions or facts.covered_to("actions")
    else "No action log is loaded.",
    "No fee is worked out for you." if fee.FAMILY.of(own.body) else "The terms of this body set no fee.",
)
if sights := [f for found in made.values() for each in found for f in each.findings]:
    st.markdown(f"**As the board sees you:** {blocks.summary_of(sights)}")
for title, found in made.items():
    if found:
        st.header(title, anchor=False)
    for place, figure in enumerate(found):
        responding.card(view, own, partner, figure, figures.words_on(said, figure), f"{figure.about}_{place}")
if nothing := [says for says, found in zip(none, made.values(), strict=True) if not found]:
    st.markdown("  \n".join(nothing))
