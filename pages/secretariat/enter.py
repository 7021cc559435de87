"""Enter by hand: one record, or who came to one meeting, without any file."""

import streamlit as st

import intake
import loaders
from pages.secretariat.asking import entry, leaving_out
from store import Said, StoreError
from store.said import NOTHING_GONE, Answers
from ui import blocks, session
from ui.entered import ASKED_FOR, BY_HAND
from ui.words import esc

view = session.view()
blocks.page_head(
    "Enter by hand",
    "What needs no file. Each entry stands in the history like an upload, and can be undone there.",
    view,
)
session.show_notice()
name = st.selectbox(
    "What is it", list(BY_HAND), format_func=BY_HAND.__getitem__, key="enter", width=420, bind="query-params"
)
gone: Answers = NOTHING_GONE
known, became = entry.chosen(view, loaders.KIND[name]) if name != "attendance" else (None, None)
if name == "attendance":
    # everybody on record stands in the form: what it no longer says was not so
    rows, said, gone = entry.who_came(view), Said(listed="everyone"), "mistaken"
elif known and became:
    rows, said = [entry.kept(loaders.KIND[name], known)], Said(part=True)
else:
    typed, said = entry.one_record(view, loaders.KIND[name], known), Said(part=True)
    rows = [typed] if typed else []
if not rows:
    st.stop()

try:
    at, today = session.now(), session.today()
    if became:
        checked, record = intake.withdrawing(view.store, view.reader, view.body, name, rows[0], at)
        gone = {record: became}
    else:
        checked = intake.typed(view.body, name, rows, at)
    trial = intake.tried(view.store, view.reader, view.body, checked, at, today, said, gone)
except (loaders.Unreadable, StoreError) as refused:
    st.error(esc(refused))
    st.stop()
leaving_out.changes(trial)
if became and known and known.get("recorded"):
    st.info("A list of who came keeps this meeting on record. Undo that upload, too, if nobody met.")
if st.button("Save", type="primary", icon=":material/save:", key="save_entry"):
    try:
        receipt = intake.saved(view.store, view.reader, trial)
    except StoreError as refused:
        st.error(esc(refused))
        st.stop()
    st.query_params.pop(ASKED_FOR, None)
    session.notice_after_rerun(f"Saved as upload {receipt.upload_id}. It can be undone in the history.")
