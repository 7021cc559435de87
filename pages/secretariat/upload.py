"""Upload: check a file, answer what it cannot tell, see what would change, confirm, and get a receipt."""

import polars as pl
import streamlit as st

import intake
import loaders
from pages.secretariat.asking import columns, people, questions, words
from rules.words import number
from store import AlreadyLoaded
from ui import blocks, session
from ui.words import esc, heading

SHOWN = 500
SOME = 12

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
file = st.file_uploader("File", type=["csv", "txt", "tsv", "xlsx"], key=session.fresh_key("file"))
if file is None:
    st.stop()

asked = questions.Asked(file.file_id)
data, known = file.getvalue(), intake.known(view.store, view.reader, view.body)
try:
    checked = intake.check(data, file.name, view.body, kind, known, asked.answers)
except loaders.Undated as unsure:
    st.warning(esc(unsure), title="One question first", icon=":material/event:")
    asked.order() if unsure.examples else asked.meeting(view)
    asked.another_sheet()
    st.stop()
except loaders.Unchosen as several:
    st.warning(esc(several), title="One question first", icon=":material/table:")
    asked.sheet(several.sheets)
    st.stop()
except loaders.Unmapped as unknown:
    st.warning(esc(unknown), title="These headings are new")
    columns.map_columns(view, asked, data, kind)
    st.stop()
except loaders.Unreadable as refused:
    st.error(esc(refused), title="This file was not understood")
    asked.another_sheet()
    st.stop()

if checked.count_read == 0:
    st.error("This file has headings and no rows below them.")
    asked.another_sheet()
    st.stop()

questions.how_it_was_read(view, asked, checked)
may_be_mapped = checked.ignored and (checked.source.is_template or checked.source.is_mapped)
if may_be_mapped and st.toggle("Say what the columns mean", key=asked.key("map")):
    columns.map_columns(view, asked, data, checked.kind.name, checked)
    st.stop()
people.who_they_are(view, checked)
words.what_they_mean(view, checked)

checked = intake.kept_where_absent(view.store, view.body, checked)
if checked.kind.name in ("organisations", "representatives") and st.toggle(
    "Fill blanks only: keep every value that is on record", key=asked.key("fill")
):
    checked = intake.filling_blanks(view.store, view.body, checked)
preview = view.store.preview(view.body.key, checked.kind.name, checked.rows)
count_refused = checked.problems["line"].n_unique()
counts = {
    "New": preview.new,
    "Changed": preview.changed,
    "Unchanged": preview.unchanged,
    "Refused": count_refused,
}
left_out = {"Name not known": checked.unplaced["line"].n_unique(), "Left out": checked.count_left_out}
counts |= {label: count for label, count in left_out.items() if count}
st.subheader(f"{heading(checked.kind.name)}: {number(checked.count_read, 'row')} read", anchor=False)
with st.grid(len(counts), min_column_width=110, gap="small"):
    for label, count in counts.items():
        st.metric(label, f"{count:,}", border=True, height="stretch")

for of, names in intake.strangers(view.store, view.reader, view.body, checked).items():
    people.strangers(view, of, names)

new, changed, unchanged, bad = st.tabs([f"{label} ({counts[label]:,})" for label in list(counts)[:4]])
for tab, change in ((new, "new"), (unchanged, "unchanged")):
    with tab:
        rows = preview.rows.filter(pl.col("change") == change).drop("change").head(SHOWN)
        blocks.table(rows, f"Rows that are {change}") if rows.height else st.markdown("None.")
        if change == "new" and (rows.height or asked.answers.left_out):
            questions.leave_out(asked, rows)
with changed:
    rows = view.store.differences(
        view.body.key, checked.kind.name, preview.rows.filter(change="changed").drop("change")
    )
    blocks.table(rows.head(SHOWN), "What changes, from what to what") if rows.height else st.markdown("None.")
with bad:
    if checked.problems.is_empty():
        st.markdown("Every row was understood.")
    else:
        st.markdown("These rows are left out; the others are unaffected. Mend them here, or in a file.")
        blocks.table(checked.problems.head(SOME), "Rows refused, with line, column, value and remedy")
        questions.repair(asked, checked)

people.add_by_hand(view, checked)
nothing = preview.new + preview.changed == 0
if checked.rows.is_empty():
    st.info("No row can be saved yet.", icon=":material/pending:")
elif nothing:
    st.info("This file changes nothing: every good row is loaded already.", icon=":material/done_all:")
if st.button("Confirm and save", type="primary", disabled=nothing, key="confirm", icon=":material/save:"):
    try:
        note = intake.note(checked, session.now())
        receipt = view.store.add(view.reader, view.body.key, checked.kind.name, checked.rows, note)
    except AlreadyLoaded as already:
        st.error(esc(already))
        st.stop()
    session.notice_after_rerun(
        f"Saved as upload {receipt.upload_id}: {esc(receipt.file_name)}, {number(receipt.new, 'new row')}, "
        f"{receipt.changed:,} changed, {receipt.unchanged:,} unchanged, {receipt.count_refused:,} refused. "
        "Read back from the store.",
        afresh=not checked.other_sheets,  # which are loaded next
    )
