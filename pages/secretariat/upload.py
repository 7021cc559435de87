"""Upload: check a file, see what would change, confirm, and get a receipt."""

import polars as pl
import streamlit as st

import intake
import loaders
from store import AlreadyLoaded
from ui import blocks, session
from ui.words import esc, heading, plural

view = session.view()
blocks.page_head(
    "Upload",
    "Nothing is saved before you confirm. A file may be CSV or Excel; its headings tell the kind.",
    view,
)

if receipt := st.session_state.pop("receipt", None):
    st.success(receipt, icon=":material/receipt_long:")

kinds = {None: "Tell it by its headings"} | {kind.name: heading(kind.name) for kind in loaders.KINDS}
kind = st.selectbox("Kind of file", list(kinds), format_func=kinds.get, key="upload_kind", width=320)
file = st.file_uploader(
    "File", type=["csv", "txt", "tsv", "xlsx"], key=f"file_{st.session_state.get('uploads', 0)}"
)
if file is None:
    st.stop()

try:
    checked = intake.check(file.getvalue(), file.name, view.body, kind)
except loaders.Unreadable as refused:
    st.error(esc(refused), title="This file was not understood")
    st.stop()

preview = view.store.preview(view.body.key, checked.kind.name, checked.rows)
refused = checked.problems["line"].n_unique()
st.subheader(f"{heading(checked.kind.name)}: {plural(checked.count_read, 'row')} read", anchor=False)
with st.grid(4, min_column_width=140, gap="small"):
    for label, count in (("New", preview.new), ("Changed", preview.changed), ("Unchanged", preview.unchanged),
                         ("Refused", refused)):  # fmt: skip
        st.metric(label, f"{count:,}", border=True, height="stretch")
if checked.ignored:
    st.caption(f"Columns not used: {esc(', '.join(checked.ignored))}.")

shown = {"New": "new", "Changed": "changed", "Unchanged": "unchanged"}
tabs = st.tabs([*shown, f"Refused ({refused})"])
for tab, change in zip(tabs, shown.values(), strict=False):
    with tab:
        rows = preview.rows.filter(pl.col("change") == change).drop("change").head(500)
        blocks.table(rows, f"Rows that are {change}") if rows.height else st.markdown("None.")
with tabs[-1]:
    if checked.problems.is_empty():
        st.markdown("Every row was understood.")
    else:
        st.markdown(
            "These rows are left out. Mend them in your file and upload it again; the others are unaffected."
        )
        blocks.table(checked.problems.head(500), "Rows refused, with line, column, value and remedy")

nothing = preview.new + preview.changed == 0
if nothing:
    st.info("This file changes nothing: every row is loaded already.", icon=":material/done_all:")
if st.button("Confirm and save", type="primary", disabled=nothing, key="confirm", icon=":material/save:"):
    try:
        receipt = view.store.add(
            view.body.key,
            checked.kind.name,
            checked.rows,
            intake.note(checked, view.reader.email, session.now()),
        )
    except AlreadyLoaded as already:
        st.error(esc(already))
        st.stop()
    st.session_state["receipt"] = (
        f"Saved as upload {receipt.upload_id}: {esc(receipt.file_name)}, {plural(receipt.new, 'new row')}, "
        f"{receipt.changed:,} changed, {receipt.unchanged:,} unchanged, {receipt.count_refused:,} refused. "
        "Read back from the store."
    )
    st.session_state["uploads"] = st.session_state.get("uploads", 0) + 1
    st.rerun()
