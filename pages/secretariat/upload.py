"""Upload: check a file, answer what it cannot tell, see what would change, confirm, and get a receipt."""

import streamlit as st

import intake
import loaders
from pages.secretariat.asking import first, leaving_out, people, preview, questions, saving, several, words
from store import AlreadyLoaded
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
known = intake.known(view.store, view.reader, view.body, session.today())
checked = first.checked(view, asked, file, kind, known)

questions.how_it_was_read(view, asked, checked)
first.mapped_again(view, asked, file, checked)
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
if receipt := saving.confirmed(view, asked, checked, trial):
    # other sheets, and other files, are loaded next
    is_over = not checked.other_sheets and several.is_last(files, file)
    saving.told(receipt, afresh=is_over)
