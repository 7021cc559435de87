"""Enter by hand: one record, or who came to one meeting, without any file."""

import streamlit as st

import intake
import loaders
from pages.secretariat.asking import entry, leaving_out
from store import Said, StoreError
from store.said import NOTHING_GONE, Answers
from ui import blocks, session
from ui.words import esc

WHAT = {
    "attendance": "Who came to a meeting",
    "meetings": "A meeting: arranged, held, postponed or cancelled",
    "actions": "An action: raised, closed, handed over",
    "decisions": "A decision, with its votes",
    "pledge_progress": "News of a pledge",
    "pledges": "A pledge",
    "payments": "A payment",
    "representatives": "A seat: filled or left",
    "organisations": "An organisation: joined or left",
    "groups": "A group",
    "duties": "A duty done",
    "outcomes": "A measure",
    "publications": "A publication",
}

view = session.view()
blocks.page_head(
    "Enter by hand",
    "What needs no file. Each entry stands in the history like an upload, and can be undone there.",
    view,
)
session.show_notice()
name = st.selectbox("What is it", list(WHAT), format_func=WHAT.__getitem__, key="enter", width=420)
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
if st.button("Save", type="primary", icon=":material/save:", key="save_entry"):
    try:
        receipt = intake.saved(view.store, view.reader, trial)
    except StoreError as refused:
        st.error(esc(refused))
        st.stop()
    session.notice_after_rerun(f"Saved as upload {receipt.upload_id}. It can be undone in the history.")
