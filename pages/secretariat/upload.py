"""Upload: check a file, see what would change, confirm, and get a receipt."""

import polars as pl
import streamlit as st

import intake
import loaders
from rules.words import number
from store import AlreadyLoaded
from ui import blocks, session
from ui.words import esc, heading

SHOWN = 500
SOME = 12

view = session.view()
blocks.page_head(
    "Upload",
    "Nothing is saved before you confirm. A file may be CSV or Excel; its headings tell the kind.",
    view,
)

session.show_notice()

kinds = {None: "Tell it by its headings"} | {kind.name: heading(kind.name) for kind in loaders.KINDS}
kind = st.selectbox("Kind of file", list(kinds), format_func=kinds.get, key="upload_kind", width=320)
file = st.file_uploader("File", type=["csv", "txt", "tsv", "xlsx"], key=session.fresh_key("file"))
if file is None:
    st.stop()

try:
    checked = intake.check(file.getvalue(), file.name, view.body, kind)
except loaders.Unreadable as refused:
    st.error(esc(refused), title="This file was not understood")
    st.stop()

if checked.count_read == 0:
    st.error("This file has headings and no rows below them.")
    st.stop()

checked = intake.kept_where_absent(view.store, view.body, checked)
preview = view.store.preview(view.body.key, checked.kind.name, checked.rows)
refused = checked.problems["line"].n_unique()
counts = {"New": preview.new, "Changed": preview.changed, "Unchanged": preview.unchanged, "Refused": refused}
st.subheader(f"{heading(checked.kind.name)}: {number(checked.count_read, 'row')} read", anchor=False)
with st.grid(4, min_column_width=140, gap="small"):
    for label, count in counts.items():
        st.metric(label, f"{count:,}", border=True, height="stretch")
if checked.ignored:
    st.caption(f"Columns not used: {esc(', '.join(checked.ignored))}.")

for of, names in intake.strangers(view.store, view.reader, view.body, checked).items():
    more = " and others" if len(names) > SOME else ""
    st.warning(
        f"{esc(', '.join(names[:SOME]))}{more}. Correct the name, load it in the file of {of}s, "
        "or choose the body whose file this is. Saved as it is, it does not count.",
        title=f"{number(len(names), of)} not known to {esc(view.body.short)}",
        icon=":material/person_search:",
    )

*changes, bad = st.tabs([f"{label} ({count:,})" for label, count in counts.items()])
for tab, change in zip(changes, ("new", "changed", "unchanged"), strict=True):
    with tab:
        rows = preview.rows.filter(pl.col("change") == change).drop("change")
        blocks.table(rows.head(SHOWN), f"Rows that are {change}") if rows.height else st.markdown("None.")
with bad:
    if checked.problems.is_empty():
        st.markdown("Every row was understood.")
    else:
        st.markdown(
            "These rows are left out; the others are unaffected. Mend them and upload the file again."
        )
        blocks.table(checked.problems.head(SHOWN), "Rows refused, with line, column, value and remedy")

nothing = preview.new + preview.changed == 0
if nothing:
    st.info("This file changes nothing: every good row is loaded already.", icon=":material/done_all:")
if st.button("Confirm and save", type="primary", disabled=nothing, key="confirm", icon=":material/save:"):
    try:
        note = intake.note(checked, view.reader.email, session.now())
        receipt = view.store.add(view.body.key, checked.kind.name, checked.rows, note)
    except AlreadyLoaded as already:
        st.error(esc(already))
        st.stop()
    session.notice_after_rerun(
        f"Saved as upload {receipt.upload_id}: {esc(receipt.file_name)}, {number(receipt.new, 'new row')}, "
        f"{receipt.changed:,} changed, {receipt.unchanged:,} unchanged, {receipt.count_refused:,} refused. "
        "Read back from the store."
    )
