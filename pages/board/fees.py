"""Fees: what each member owes and has paid, year by year, and whom to write to."""

import streamlit as st

from rules import fee
from ui import blocks, frames_fees, links, session
from ui.frames import said_once
from ui.words import esc

view = session.view()
blocks.page_head(
    "Fees", "Who owes what, year by year, and what has been paid.", view, "payments", "organisations"
)

findings = view.findings(fee.FAMILY)
if not fee.FAMILY.of(view.body):
    st.info("The terms of this body set no membership fee.", icon=":material/info:")
    st.stop()
if not frames_fees.years(findings):
    blocks.empty("No fee can be worked out yet: it needs the organisations with their turnover.")
else:
    st.header(esc(frames_fees.message(findings)), anchor=False)
    st.caption("Each financial year of each organisation; who owes most stands first.")
    by_year = frames_fees.by_year(findings, view.today)
    blocks.table(by_year, "Fees by organisation and financial year", "Fees")
    with st.expander("The page of each organisation"):
        links.partners(view, by_year["Organisation"])

open_ones = [f for f in findings if f.status in frames_fees.UNSETTLED]
settled = [f for f in findings if f.status not in frames_fees.UNSETTLED]
st.header(f"Whom to write to: {len(said_once(open_ones))}", anchor=False)
blocks.verdicts(view, open_ones, "fees", blocks.nothing("No fee is known to be open", findings))
st.header(f"Settled, or not known: {len(said_once(settled))}", anchor=False)
if blocks.shown_when_asked("Show them", "settled"):
    blocks.verdicts(view, settled, "settled", "There is no fee to judge.")
