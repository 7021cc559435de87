"""The blocks of the page on pledges: partner by theme, and the few that need a conversation."""

from collections.abc import Callable, Sequence
from datetime import date

import streamlit as st

from kinds.names import same
from rules import Finding
from rules.words import day, number
from ui import blocks, charts_pledges, frames_pledges, links
from ui.frames_pledges import NO_PLEDGE, Board, Stand
from ui.session import View, ink
from ui.words import esc

MONTHS_BACK = 6
Show = Callable[[View, Finding, str], None]


def by_theme(found: Board, message: str, since: date) -> tuple[str | None, str | None]:
    """Partner by theme as a chart, the same as a table; returns the partner and the theme looked at."""
    st.caption(
        f"The worst of each cell, and the change since {day(since)}: ↑ better, → the same, ↓ worse. "
        "An empty cell is a gap: no pledge on that theme. Click a cell for its pledges, or choose a partner."
    )
    with st.grid(1, min_column_width=charts_pledges.width(found), wrap=False):
        event = st.vega_lite_chart(
            spec=charts_pledges.partner_by_theme(found, ink()), width="content", on_select="rerun",
            key=f"pledges_{hash((found.partners, found.themes))}",
            alt=f"{message}. The same stands in a table.",
        )  # fmt: skip
    clicked = (event["selection"].get(charts_pledges.CELL) or [{}])[0]
    partners = sorted(partner for partner in found.partners if not partner.endswith(NO_PLEDGE))
    chosen = st.selectbox("One partner", partners, index=None, key="pledging", width=380,
                          placeholder="Choose one", bind="query-params")  # fmt: skip
    opened = st.expander("The same as a table", key="pledges_table", on_change="rerun")
    if opened.open:
        with opened:
            blocks.table(frames_pledges.in_words(found), "Pledges by partner and theme", "Partner by theme")
    return clicked.get("partner", chosen), clicked.get("theme")


def looked_at(view: View, standing: Sequence[Stand], partner: str, theme: str | None, show: Show) -> None:
    """The pledges of one partner, or of one cell, with their verdicts."""
    those = [
        each.finding
        for each in standing
        if each.finding and each.pledge.organisation == partner
        if theme is None or same(each.pledge.theme or frames_pledges.NO_THEME, theme)
    ]
    links.to_partner(view, partner)
    blocks.one_by_one(view, those, f"pledges_of_{partner}_{theme}", show)


def conversation(view: View, standing: Sequence[Stand], show: Show) -> None:
    """The pledges that need one: how far each has come over time, and why."""
    st.header("Needs a conversation", anchor=False)
    talk = frames_pledges.to_talk_about(standing)
    if not talk:
        st.markdown("No pledge is known to be behind, overdue or without news.")
        return
    courses = frames_pledges.courses(view.facts, talk[: blocks.SHOWN_AT_ONCE], view.today)
    if not courses.is_empty():
        told = f"How far {number(courses['pledge'].n_unique(), 'pledge')} had come at each update."
        with st.grid(1, min_column_width=charts_pledges.WIDTH_OF_COURSES, wrap=False):
            st.vega_lite_chart(spec=charts_pledges.courses(courses, ink()), width="content",
                            alt=f"{told} Each verdict below says how far it is now.")  # fmt: skip
        st.caption(esc(frames_pledges.by_chance(courses)))
    blocks.one_by_one(view, [each.finding for each in talk if each.finding], "talk", show)
