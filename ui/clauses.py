"""The clauses of a family, each with how it stands."""

from collections.abc import Sequence
from typing import Any

import polars as pl
import streamlit as st

from rules import Finding
from rules.family import Family
from rules.terms import Term
from ui import blocks
from ui.session import View
from ui.words import badge, esc, plain


def of_family(view: View, family: Family[Any]) -> None:
    """The clauses of one family, each with the worst of its present verdicts; opens to all of them."""
    judged = view.findings(family)
    for place, term in enumerate(family.of(view.body)):
        own = [f for f in judged if f.term == term]
        mark = badge(own[0].status) if own else ":gray-badge[To read]"
        opened = st.expander(f"{mark} **{esc(term.clause)}** {esc(term.says)}", key=f"{family.name}_{place}",
                             on_change="rerun", type="compact")  # fmt: skip
        if opened.open:
            with opened:
                _clause(view, term, own)


def _clause(view: View, term: Term, own: Sequence[Finding]) -> None:
    blocks.reading(view, term)
    if items := getattr(term, "items", ()):
        st.markdown("\n".join(f"- {esc(item)}" for item in items))
    if own:
        blocks.table(frame_of(own), f"Present verdicts under {term.clause}")


def frame_of(findings: Sequence[Finding]) -> pl.DataFrame:
    """Findings as a frame for a table: about, status, says, clause, on."""
    return pl.DataFrame(
        [
            {"about": f.about, "status": plain(f.status), "says": f.says, "clause": f.clause, "on": f.on}
            for f in findings
        ],
        schema={"about": pl.Utf8, "status": pl.Utf8, "says": pl.Utf8, "clause": pl.Utf8, "on": pl.Date},
    )
