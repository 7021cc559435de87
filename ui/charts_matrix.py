"""The matrix of attendance as one chart, whose cells hold marks so that it reads in black and white."""

import json
from typing import Any

import altair as alt
import polars as pl

from ui.charts import DARK, GREEN, GREY, LIGHT, PALE, RED, Drawn
from ui.frames_matrix import ABSENT, APOLOGIES, CAME, ENOUGH, NO_WORD, SUBSTITUTE, TOO_FEW, Matrix
from ui.words import short_day

# the mark in each has 4.5:1 against it; each has 3:1 against either page, but for what nobody has a word of
SHADES = {
    CAME: GREEN, SUBSTITUTE: GREEN, APOLOGIES: GREY, ABSENT: RED, NO_WORD: PALE, ENOUGH: GREEN, TOO_FEW: RED,
}  # fmt: skip
RATE, CELL = "Came", "cell"
WIDTH, HEIGHT, LABELS = 34, 22, 230


def attendance_matrix(found: Matrix) -> Drawn:
    """One column a meeting and one row a member, the needs of the quorum beneath, the rates beside.

    A click selects `row` and `meeting` under the name in CELL.
    """
    columns = [*(short_day(meeting.meeting_on) for meeting in found.meetings), RATE]
    x, y = _across(columns), _down(found)
    told, counted = found.cells.filter(pl.col("word") != ""), found.cells.filter(pl.col("word") == "")
    beside = found.rates.select("row", mark="came", meeting=pl.lit(RATE))
    tooltip = [
        alt.Tooltip(field=field, type="nominal", title=title)
        for field, title in (("row", "Who"), ("meeting", "Meeting"), ("word", "What"), ("says", "More"))
    ]
    text = alt.Text(field="mark", type="nominal")
    ink = alt.condition("datum.mark === '✕'", alt.value(LIGHT), alt.value(DARK))
    cells = (
        alt.Chart(told)
        .mark_rect(cornerRadius=2, width={"band": 0.92}, height={"band": 0.9})
        .encode(x=x, y=y, color=_colours(told), tooltip=tooltip)
        .add_params(alt.selection_point(name=CELL, fields=["row", "meeting"], toggle=False))
    )
    marks = (
        alt.Chart(told)
        .mark_text(fontSize=12, aria=False)
        .encode(x=x, y=y, text=text, tooltip=tooltip, color=ink)
    )
    numbers = alt.Chart(counted).mark_text(fontSize=12).encode(x=x, y=y, text=text)
    rates = alt.Chart(beside).mark_text(fontSize=12, align="left", dx=-WIDTH // 2 + 4).encode(
        x=x, y=y, text=text
    )  # fmt: skip
    return Drawn(layer=[cells, marks, numbers, rates], width=alt.Step(WIDTH), height=alt.Step(HEIGHT))


def width(found: Matrix) -> int:
    """About how wide the chart is, in pixels."""
    return LABELS + WIDTH * (len(found.meetings) + 2)


def _across(columns: list[str]) -> alt.X:
    return alt.X(
        field="meeting", type="nominal", scale=alt.Scale(domain=columns),
        axis=alt.Axis(
            title=None, orient="top", labelAngle=-50, labelOverlap=False, domain=False, ticks=False,
            grid=False,
        ),
    )  # fmt: skip


def _down(found: Matrix) -> alt.Y:
    is_heading: Any = alt.condition(
        f"indexof({json.dumps(found.headings)}, datum.value) >= 0", alt.value("bold"), alt.value("normal")
    )
    return alt.Y(
        field="row", type="nominal", scale=alt.Scale(domain=list(found.rows)),
        axis=alt.Axis(
            title=None, labelLimit=LABELS, labelOverlap=False, domain=False, ticks=False, grid=False,
            labelFontWeight=is_heading,
        ),
    )  # fmt: skip


def _colours(told: pl.DataFrame) -> alt.Color:
    present = [word for word in SHADES if word in set(told["word"])]
    return alt.Color(
        field="word", type="nominal",
        scale=alt.Scale(domain=present, range=[SHADES[word] for word in present]),
        legend=alt.Legend(title=None, orient="top", labelLimit=0, columns=3, direction="horizontal"),
    )  # fmt: skip
