"""Who did what: uploads and undos, sign-ins and sign-outs, exports and refusals, newest first."""

import polars as pl
import streamlit as st

from ui import blocks, session

KINDS = {
    "upload": "Uploads", "undo": "Undos", "sign-in": "Sign-ins", "sign-out": "Sign-outs",
    "export": "Exports", "refusal": "Refusals",
}  # fmt: skip
ONE = {kind: plural.removesuffix("s") for kind, plural in KINDS.items()}
SHOWN = 500

view = session.view()
blocks.page_head(
    "Audit",
    "Who did what in this body, newest first. Nothing here is ever changed, and it holds no values of rows.",
    view,
)

done = view.read("audit").reverse()
chosen = st.pills(
    "Show", list(KINDS), format_func=KINDS.__getitem__, selection_mode="multi", key="audit_kinds"
)
if chosen:
    done = done.filter(pl.col("what").is_in(chosen))
if done.is_empty():
    blocks.empty("Nothing of this kind is on record.", "It is put here when it happens.")
else:
    blocks.table(
        done.head(SHOWN).with_columns(pl.col("what").replace_strict(ONE)), "What was done, newest first"
    )
if done.height > SHOWN:
    st.caption(f"The newest {SHOWN:,} of {done.height:,}.")
