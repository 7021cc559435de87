"""Pledges: partner by theme, what changed, and the few that need a conversation."""

import streamlit as st

from rules import Finding, pledges
from rules.calendar import add_months
from ui import blocks, figures, frames_pledges, promised, session
from ui.words import esc, headline


def verdict(view: session.View, finding: Finding, key: str) -> None:
    """One finding with what the partner says of the figure; what is inside is fetched when it is opened."""
    word = words.get(finding.subject("reference")) if finding.word else None
    said = f"{headline(finding)} *{esc(word)}*" if word else headline(finding)
    opened = st.expander(said, blocks.is_asked_for(finding), key=key, on_change="rerun")
    if opened.open:
        with opened:
            blocks.evidence(view, finding)


view = session.view()
blocks.page_head(
    "Pledges", "What each partner promised, how far it has come, and who has promised nothing.",
    view, "pledges", "pledge_progress",
)  # fmt: skip
findings = view.findings(pledges.FAMILY)
if not view.facts.pledges:
    blocks.empty(
        "No pledges are loaded for this body.", "Partners send them to the secretariat, who uploads them."
    )
    blocks.verdicts(view, findings, "pledges", "The terms of this body ask for no pledges.")
    st.stop()

words = figures.said_of_pledges(view.body, view.facts, findings, view.read("responses"), view.today)
since = st.date_input(
    "Change since", add_months(view.today, -promised.MONTHS_BACK), max_value=view.today, format="DD/MM/YYYY",
    key="since", width=160, bind="query-params",
)  # fmt: skip
standing = frames_pledges.stands(view.facts, findings, view.on(since).findings(pledges.FAMILY))
message = frames_pledges.message(standing, since)
st.header(esc(message), anchor=False)
found = frames_pledges.board(view.body, view.facts, standing, view.today)
partner, theme = promised.by_theme(found, message, since)
if partner:
    promised.looked_at(view, standing, partner, theme, verdict)
else:
    promised.conversation(view, standing, verdict)

st.header("All verdicts", anchor=False)
if blocks.shown_when_asked("Show every one", "every"):
    shown = [f for f in findings if partner or f.word not in frames_pledges.TO_TALK_ABOUT]
    blocks.one_by_one(view, shown, "pledges", verdict)
