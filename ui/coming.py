"""The blocks of the governance calendar: lanes over time, and what comes, day by day."""

from collections.abc import Sequence

import streamlit as st

from rules import Finding
from ui import blocks, charts_calendar, frames_calendar, links
from ui.frames_calendar import Row
from ui.session import View, ink, on_phone
from ui.words import esc, headline, mark

LEAST_WIDTH = 640


def over_time(view: View, findings: Sequence[Finding], message: str) -> None:
    """The lanes, and the verdict whose mark was clicked; a phone has them when they are asked for."""
    if not on_phone():
        _lanes(view, findings, message)
    elif (opened := st.expander("Over time", key="lanes_on_phone", on_change="rerun")).open:
        with opened:
            _lanes(view, findings, message)


def _lanes(view: View, findings: Sequence[Finding], message: str) -> None:
    frame = frames_calendar.lanes(view.facts, findings, view.today)
    if frame.is_empty():
        return
    order = frames_calendar.lane_names(view.facts, frame)
    chart = charts_calendar.lanes(frame, order, view.today, ink())
    with st.grid(1, min_column_width=LEAST_WIDTH, wrap=False):
        event = st.vega_lite_chart(
            spec=chart, on_select="rerun", key=f"lanes_{view.body.key}_{view.today}",
            alt=f"{message}. What comes stands in rows below, and so does what is late.",
        )  # fmt: skip
    place = (event["selection"].get(charts_calendar.POINT) or [{}])[0].get("place")
    if place is not None and place < len(findings):
        with st.container(border=True):
            st.markdown(headline(findings[place]))
            blocks.evidence(view, findings[place])


def row(view: View, item: Row, key: str) -> None:
    """One day ahead, with when, what, who and clause; opens to its evidence."""
    badge = mark(item.finding) if item.finding else ""
    clause = f", {esc(item.clause)}" if item.clause else ""
    opened = st.expander(
        f"{badge} **{esc(item.when(view.today))}:** {esc(item.what)} *{esc(item.who)}{clause}*",
        blocks.is_asked_for(item), key=key, on_change="rerun",
    )  # fmt: skip
    if opened.open:
        with opened:
            if item.finding:
                blocks.evidence(view, item.finding)
            else:
                for rows in item.rows:
                    blocks.counted_rows(view, rows)
                if found := links.of_day(view, item.who, item.on):
                    links.to_meeting(view, found)
