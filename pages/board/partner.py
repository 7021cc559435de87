"""One partner: its seats, attendance, pledges, actions, fee, consents and responses."""

import streamlit as st

from rules import actions, attendance, fee, pledges
from ui import blocks, frames_partner, links, one_partner, papers, session
from ui.words import esc

view = session.view()
partner = one_partner.asked_for(view)
if partner is None:
    blocks.page_head("Partners", "Every partner on record has a page of its own.", view, "organisations")
    links.partners(view, frames_partner.names(view.facts))
    st.stop()

blocks.page_head(
    esc(partner), "All that is on record of one partner.", view,
    "organisations", "representatives", "attendance", "pledge_progress", "actions", "payments",
)  # fmt: skip
if known := frames_partner.key_facts(view.facts, partner, view.today):
    st.table(
        {esc(label): esc(says) for label, says in known.items()},
        border="horizontal",
        alt="The partner in short",
    )

papers.partner_button(view, partner)
found = one_partner.verdicts_on(view, partner)
if found:
    st.markdown(blocks.summary_of(found))
told = {
    "seats": one_partner.seats(view, partner),
    "attendance": one_partner.came(view, partner, attendance.FAMILY.among(found)),
    "pledges": one_partner.of_family(view, pledges.FAMILY, pledges.FAMILY.among(found)),
    "actions": one_partner.of_family(view, actions.FAMILY, actions.FAMILY.among(found)),
    "a fee": one_partner.fees(view, fee.FAMILY.among(found)),
    "consents": one_partner.consents(view, partner),
    "responses": one_partner.responses(view, partner),
}
if missing := frames_partner.nothing_of(told):
    st.caption(esc(missing))
