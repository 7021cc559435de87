"""Only for test_text.py: hostile texts through every way by which the product shows a text from a file."""

from datetime import date

import polars as pl
import streamlit as st

from rules import Finding, Status
from rules.terms import Term
from tests.security.hostile import STRINGS
from ui import blocks
from ui.words import esc, headline

AT_ONCE = 15
TERM = Term.model_construct(clause="1", says="x")


def finding(text: str) -> Finding:
    return Finding(term=TERM, family="x", about=text, status=Status.MET, says=text, on=date(2026, 11, 21))


SINKS = {
    "markdown": lambda text, key: st.markdown(esc(text)),
    "item": lambda text, key: st.markdown(f"- {esc(text)}"),
    "second_line": lambda text, key: st.markdown(f"**Clause.**  \n{esc(text)}"),
    "bold": lambda text, key: st.markdown(f"**{esc(text)}**"),
    "caption": lambda text, key: st.caption(esc(text)),
    "title": lambda text, key: st.title(esc(text), anchor=False),
    "warning": lambda text, key: st.warning(esc(text)),
    "warning_title": lambda text, key: st.warning("Said.", title=esc(text)),
    "expander": lambda text, key: st.expander(esc(text)),
    "tab": lambda text, key: st.tabs([esc(text)]),
    "metric": lambda text, key: st.metric(esc(text), "1"),
    "choice": lambda text, key: st.selectbox(esc(text), [text], key=f"{key}_choice"),
    "table": lambda text, key: blocks.table(pl.DataFrame({"Partner": ["x"], text: [text]}), "A table"),
    "grid": lambda text, key: blocks.table(pl.DataFrame({f"{text}{n}": [text] for n in range(10)}), "A grid"),
    "verdict": lambda text, key: st.expander(headline(finding(text))),
    "tile": lambda text, key: blocks.tile("Late", text, text, home, "Late"),
}


def all_sinks() -> None:
    start = int(st.query_params.get("from", 0))
    st.set_page_config(page_title=STRINGS[start], layout="wide")
    for place, text in enumerate(STRINGS[start : start + AT_ONCE], start):
        for name, show in SINKS.items():
            if name == "grid" and place % AT_ONCE:
                continue  # drawn on a canvas, slowly
            with st.container(key=f"sink_{place}_{name}"):
                show(text, place)
    st.container(key="all_is_shown").markdown("All is shown.")


home = st.Page(all_sinks, title="Sinks", default=True)
st.navigation([home]).run()
