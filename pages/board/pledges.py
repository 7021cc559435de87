"""Pledge delivery by partner and theme, with the gaps."""

import streamlit as st

from rules import Finding, Status, pledges
from rules.membership import members
from rules.words import number
from ui import blocks, charts, figures, frames, session
from ui.words import esc, headline, plain


def verdict(view: session.View, finding: Finding, key: str) -> None:
    """One finding with what the partner says of the figure; what is inside is fetched when it is opened."""
    word = words.get(finding.subject("reference")) if pledges.of_each([finding]) else None
    opened = st.expander(
        f"{headline(finding)} *{esc(word)}*" if word else headline(finding), key=key, on_change="rerun"
    )
    if opened.open:
        with opened:
            blocks.evidence(view, finding)


view = session.view()
blocks.page_head(
    "Pledges", "What each partner promised, how far it has come, and who has promised nothing.",
    view, "pledges", "pledge_progress",
)  # fmt: skip

findings = view.findings(pledges.FAMILY)
states = frames.pledge_states(view.facts, findings, view.today)
if not pledges.FAMILY.of(view.body) and states.is_empty():
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
        "Pledges by partner",
    )
    partners = [member.organisation for member in members(view.facts, view.today)]
    st.subheader("Partner by theme", anchor=False)
    st.caption("Number of pledges; an empty cell is a gap.")
    blocks.table(
        frames.partner_by_theme(states, partners, pledges.themes(view.body, view.today)),
        "Number of pledges of each partner on each theme",
        "Partner by theme",
    )

st.subheader("Verdicts", anchor=False)
said = {
    partner: rows.to_dicts()
    for (partner,), rows in view.read("responses").partition_by("organisation", as_dict=True).items()
}
made = zip(view.facts.pledges, figures.pledges(view.body, view.facts, findings, view.today), strict=True)
words = {
    pledge.reference: figures.in_words(found[0])
    for pledge, figure in made
    if (found := figures.words_on(said.get(pledge.organisation, ()), figure))
}
if findings:
    blocks.one_by_one(view, findings, "pledges", verdict)
else:
    st.markdown("The terms ask for no pledges.")
