"""Fee status: what each member owes for a financial year and what came in."""

import streamlit as st

from rules import fee
from rules.words import money
from ui import blocks, charts, frames, session

view = session.view()
blocks.page_head(
    "Fees", "Who owes what for the year, and what has been paid.", view, "payments", "organisations"
)

findings = view.findings(fee.FAMILY)
years = frames.fee_years(findings)
if not fee.FAMILY.of(view.body):
    st.info("The terms of this body set no membership fee.", icon=":material/info:")
elif not years:
    blocks.empty("No fee can be worked out yet: it needs the organisations with their turnover.")
else:
    year = st.selectbox("Financial year", years, key="fee_year", width=200)
    known = frames.fees(findings, year).drop_nulls("owed")
    if not known.is_empty():
        blocks.chart_with_table(
            f"{money(known['paid'].sum())} of {money(known['owed'].sum())} has been paid for {year}",
            "Organisations whose fee band is known; the line marks what is owed.",
            charts.paid_against_owed(known),
            known.drop("says"),
            f"Fees {year}".replace("/", "-"),
        )
    findings = [f for f in findings if f.subject("financial_year") in (year, None)]

st.header("Verdicts", anchor=False)
blocks.verdicts(view, findings, "fees", "There is no fee to judge.")
