"""How each clause that can be read in more than one way is read, and what another reading would change."""

import polars as pl
import streamlit as st

import intake
import loaders
from pages.secretariat.asking import leaving_out, readings
from rules.words import number
from store import Said, StoreError
from ui import blocks, session
from ui.words import esc


def clause(view: session.View, entry: readings.Open, key: str) -> None:
    """One clause with its readings; opens to its examples and the choice."""
    asked = entry.written.interpretation
    label = f"**{esc(entry.written.clause)}** {esc(asked.question if asked else '')}"
    opened = st.expander(label, key=key, on_change="rerun")
    if opened.open:
        with opened:
            blocks.reading(view, entry.read)
            choose(view, entry)
            readings.examples(entry.written)


def choose(view: session.View, entry: readings.Open) -> None:
    """Another reading, what it would turn, and the button that keeps it."""
    row = readings.asked(view, entry)
    if row is None:
        return
    at, today = session.now(), session.today()
    try:
        checked = intake.typed(view.body, "interpretations", [row], at)
        trial = intake.tried(view.store, view.reader, view.body, checked, at, today, Said(part=True))
        leaving_out.changes(trial)
        if not readings.is_said(row):
            st.caption("Say why, and who chose it; then it can be saved.")
        elif st.button(
            "Read it so", type="primary", icon=":material/save:", key=f"save_{entry.written.rule}"
        ):
            receipt = intake.saved(view.store, view.reader, trial)
            session.notice_after_rerun(
                f"Saved as upload {receipt.upload_id}. It can be undone in the history."
            )
    except (loaders.Unreadable, StoreError) as refused:
        st.error(esc(refused))


view = session.view()
blocks.page_head(
    "Interpretations",
    "Where the document can be read in more than one way: how it is read, by whose choice, and what another "
    "reading would change. A choice stands beside each verdict, and can be undone in the history.",
    view,
    "interpretations",
)
session.show_notice()
found = readings.open_to_reading(view)
choices = [entry for entry in found if entry.can_be_chosen]
fixed = [entry.read for entry in found if not entry.can_be_chosen]
st.header(f"{number(len(choices), 'clause')} to choose a reading of", anchor=False)
blocks.one_by_one(view, choices, "interpretations", clause)
if fixed:
    st.header(f"{number(len(fixed), 'clause')} with one reading", anchor=False)
    told = [
        {
            "clause": each.clause,
            "question": each.interpretation.question,
            "read_as": each.interpretation.reading,
        }
        for each in fixed
        if each.interpretation
    ]
    blocks.table(pl.DataFrame(told), "Clauses with one reading")
