"""What partners have queried or proposed, oldest first, to be accepted or declined."""

import polars as pl
import streamlit as st

from pages.secretariat.asking import answering
from rules.words import number
from ui import blocks, figures, session

view = session.view()
blocks.page_head(
    "Queries",
    "What partners say is not right or not up to date. Accepting a proposal updates the pledge; accepting a "
    "query promises that you will correct the record.",
    view,
)  # fmt: skip
session.show_notice()

responses = view.read("responses_in_full").sort("said_on", "file", "line").to_dicts()
open_ones = [row for row in responses if figures.is_waiting(row)]
st.header(f"{number(len(open_ones), 'response')} to answer", anchor=False)
if not open_ones:
    st.markdown("No partner is waiting for an answer.")
for row in open_ones:
    answering.waiting(view, row)

done = [row for row in reversed(responses) if not figures.is_waiting(row)]
if done:
    st.header("Answered or confirmed", anchor=False)
    columns = ("figure", "response", "note", "answer_note")
    lines = [{**row, "figure": answering.named(row), "response": figures.in_words(row)} for row in done]
    frame = pl.DataFrame([{c: line[c] for c in columns} for line in lines], dict.fromkeys(columns, pl.Utf8))
    blocks.table(frame, "Responses that wait for nothing, newest first")
