"""What one partner sees of itself: its pledges, actions, attendance and fee."""

import streamlit as st

from ui import blocks, frames, session
from ui.words import esc

view = session.view()
partners = sorted(
    {o.organisation for o in view.facts.organisations} | {p.organisation for p in view.facts.pledges}
)
if not partners:
    st.title("My pledges", anchor=False)
    blocks.empty("No partner is on the roster of this body.")
    st.stop()
partner = st.selectbox("Partner", partners, key="partner", bind="query-params", width=420)
own = session.as_partner(view, partner)
blocks.page_head(
    f"Pledges of {esc(partner)}", "Your own pledges and how the board sees them.",
    own, "pledges", "pledge_progress",
)  # fmt: skip

states = frames.pledge_states(own.facts, view.findings("pledges"), view.today)
if not view.body.pledges and states.is_empty():
    st.info("The terms of this body ask for no pledges.")
elif states.is_empty():
    blocks.empty("No pledge of yours is loaded.", "Send it to the secretariat, who uploads it.")
else:
    st.subheader("As the board sees them", anchor=False)
    blocks.table(states.drop("organisation"), "Your pledges with computed status beside your own rating")

mine = frames.concerning(view.findings("pledges", "actions", "attendance", "fee"), own.facts, partner)
st.subheader("Verdicts about you", anchor=False)
blocks.verdicts(own, mine, "mine", "There is no verdict about your organisation.")

updates = own.read("pledge_progress")
if not updates.is_empty():
    st.subheader("Updates you sent", anchor=False)
    blocks.table(updates, "Your pledge updates, newest last")
