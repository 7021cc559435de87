"""Upload: check a file, answer what it cannot tell, see what would change, confirm, and get a receipt."""

import streamlit as st

import intake
import loaders
from pages.secretariat.asking import columns, leaving_out, people, preview, questions, several, words
from rules.words import number
from store import AlreadyLoaded, SavedMeanwhile
from ui import blocks, session
from ui.words import esc, heading

# those that cannot be read are told what to do
TYPES = ["csv", "txt", "tsv", "xlsx", "xlsm", "xls", "ods"]

view = session.view()
blocks.page_head(
    "Upload",
    "Nothing is saved before you confirm. A file may be CSV or Excel, our template or what your systems "
    "export; its headings tell what it is.",
    view,
)

session.show_notice()

kinds: dict[str | None, str] = {None: "Tell it by its headings"} | {
    kind.name: heading(kind.name) for kind in loaders.KINDS
}
kind = st.selectbox("Kind of file", list(kinds), format_func=kinds.__getitem__, key="upload_kind", width=320)
files = st.file_uploader("Files", TYPES, accept_multiple_files=True, key=session.fresh_key("file"))
if not files:
    st.stop()
file = several.one_of(view, files, kind)

asked = questions.Asked(file.file_id)
data, known = file.getvalue(), intake.known(view.store, view.reader, view.body, session.today())
try:
    checked = intake.check(data, file.name, view.body, kind, known, asked.answers)
except loaders.Undated as unsure:
    st.warning(esc(unsure), title="One question first", icon=":material/event:")
    asked.order(unsure.orders) if unsure.examples else asked.meeting(view)
    asked.another_sheet()
    st.stop()
except loaders.Unseen as unseen:
    st.warning(esc(unseen), title="One question first", icon=":material/visibility_off:")
    asked.look(unseen.what)
    asked.another_sheet()
    st.stop()
except loaders.Unchosen as choice:
    st.warning(esc(choice), title="One question first", icon=":material/table:")
    asked.sheet(choice.sheets)
    st.stop()
except loaders.Unmapped as unknown:
    st.warning(esc(unknown), title="These headings are new")
    columns.map_columns(view, asked, data, unknown.kind or kind, unknown.columns)
    st.stop()
except loaders.Unreadable as refused:
    st.error(esc(refused), title="This file was not understood")
    asked.another_sheet()
    st.stop()

if checked.count_read == 0 and checked.kind.whole is None:
    st.error("This file has headings and no rows below them.")
    asked.another_sheet()
    st.stop()
if checked.count_read == 0:
    st.info("This file has headings and no rows: saved, it says that there is nothing of the kind.")

questions.how_it_was_read(view, asked, checked)
may_be_mapped = checked.ignored and (checked.source.is_template or checked.source.is_mapped)
if may_be_mapped and st.toggle("Say what the columns mean", key=asked.key("map")):
    columns.map_columns(view, asked, data, checked.kind.name, checked.mapping, checked.sheet)
    st.stop()
people.who_they_are(view, checked)
words.what_they_mean(view, checked, known)

try:
    trial = leaving_out.tried(view, asked, checked)
except AlreadyLoaded as already:
    st.info(esc(already), icon=":material/done_all:")
    several.done().add(file.file_id)
    people.add_by_hand(view, checked)
    st.stop()
preview.shown(view, asked, checked, trial)
people.add_by_hand(view, checked)
leaving_out.changes(trial)
nothing_to_save = checked.rows.is_empty() and checked.count_read > 0
if nothing_to_save:
    st.info("No row can be saved yet.", icon=":material/pending:")
elif trial.preview.new + trial.preview.changed + trial.preview.gone.height == 0:
    st.info("Every good row is on record as it is: saved, it holds for the day of this file too.")
waits = (
    not trial.must_be_told.is_empty()
    or (trial.renumbered and not asked.said("matched_by"))
    or (trial.made_dates and asked.said("made_dates") is None)
)
if waits:
    st.info("Answer the question above, then save.", icon=":material/pending:")
if st.button(
    "Confirm and save", type="primary", disabled=bool(nothing_to_save or waits), key="confirm",
    icon=":material/save:",
):  # fmt: skip
    try:
        receipt = intake.saved(view.store, view.reader, trial)
    except (AlreadyLoaded, SavedMeanwhile) as refused:
        st.error(esc(refused))
        st.stop()
    session.notice_after_rerun(
        f"Saved as upload {receipt.upload_id}: {esc(receipt.file_name)}, {number(receipt.new, 'new row')}, "
        f"{receipt.changed:,} changed, {receipt.unchanged:,} unchanged, {receipt.count_refused:,} refused. "
        "Read back from the store.",
        # other sheets, and other files, are loaded next
        afresh=not checked.other_sheets and several.is_last(files, file),
    )
