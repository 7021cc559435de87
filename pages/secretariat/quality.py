"""Where the loaded files contradict each other or leave something open, and what to do about it."""

from collections import Counter

import polars as pl
import streamlit as st

from rules.integrity import Mismatch, mismatches
from rules.words import listed, number
from ui import blocks, session
from ui.words import esc, heading


def line(view: session.View, mismatch: Mismatch, key: str) -> None:
    """One mismatch; its rows are fetched only when it is opened."""
    opened = st.expander(esc(mismatch.says), key=key, on_change="rerun")
    if opened.open:
        with opened:
            st.markdown(f"**What to do.** {esc(mismatch.remedy)}")
            for rows in mismatch.rows:
                blocks.counted_rows(view, rows)


view = session.view()
blocks.page_head(
    "Data quality", "Where the files contradict each other or leave something open, and what to do.", view
)

unexplained = view.read("unexplained")
if unexplained.height:
    st.header("Words and names that nobody explains any more", anchor=False)
    st.markdown(
        f"{number(unexplained.height, 'row')} of what is loaded do not count since what was said of them was "
        "taken back. Say it anew in a file of aliases, or load the rows again with words of the template."
    )
    blocks.table(unexplained.drop("body"), "Rows that do not count, with file and line")

found = mismatches(view.body, view.facts, view.today)
counts = Counter(mismatch.what for mismatch in found)
if not found:
    loaded = view.read("freshness")["kind"].sort()
    if loaded.is_empty():
        st.markdown("Nothing is loaded yet, so nothing could be compared.")
    else:
        kinds = listed(heading(kind).lower() for kind in loaded)
        st.markdown(f"Nothing contradicts itself in what is loaded: {esc(kinds)}.")
else:
    st.markdown(f"**{number(len(found), 'mismatch', 'mismatches')}** of {number(len(counts), 'kind')}.")
    by_kind = pl.DataFrame([*counts.items()], schema=["kind", "count"], orient="row")
    blocks.table(by_kind, "Mismatches by kind")
for place, what in enumerate(counts):
    st.header(esc(what), anchor=False)
    of_kind = [mismatch for mismatch in found if mismatch.what == what]
    blocks.one_by_one(view, of_kind, f"quality_{place}", line)
