"""Pledge delivery by partner and theme, with the gaps."""

import streamlit as st

from rules import Finding, Status
from rules.terms import in_force
from rules.words import number
from ui import blocks, charts, figures, frames, session
from ui.words import esc, headline, plain


def verdict(view: session.View, finding: Finding, key: str) -> None:
    """One finding with what the partner says of the figure; what is inside is fetched when it is opened."""
    is_of_one = finding.term.kind == "progress"
    word = words.get(frames.subject(finding, "reference")) if is_of_one else None
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
        "Pledges by partner",
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
        frames.partner_by_theme(states, members, themes),
        "Number of pledges of each partner on each theme",
        "Partner by theme",
    )

st.subheader("Verdicts", anchor=False)
said = {
    partner: rows.to_dicts()
    for (partner,), rows in view.read("responses").partition_by("organisation", as_dict=True).items()
}
words = {
    pledge.reference: figures.in_words(found[0])
    for pledge in view.facts.pledges
    if (own := said.get(pledge.organisation))
    and (found := figures.words_on(own, figures.pledge(view.body, view.facts, findings, view.today, pledge)))
}
if findings:
    blocks.one_by_one(view, findings, "pledges", verdict)
else:
    st.markdown("The terms ask for no pledges.")
