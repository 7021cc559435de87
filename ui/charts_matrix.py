"""The matrix of attendance as one chart, whose cells hold marks so that it reads in black and white."""

import json
from functools import lru_cache
from typing import Any

import altair as alt
import polars as pl

from ui.charts import DARK, GREEN, GREY, KEPT, LIGHT, PALE, RED, Spec, as_spec, named, with_rows
from ui.frames_matrix import ABSENT, APOLOGIES, CAME, ENOUGH, NO_WORD, SUBSTITUTE, TOO_FEW, Matrix
from ui.words import short_day

# the mark in each has 4.5:1 against it; each has 3:1 against either page, but for what nobody has a word of
SHADES = {
    CAME: GREEN, SUBSTITUTE: GREEN, APOLOGIES: GREY, ABSENT: RED, NO_WORD: PALE, ENOUGH: GREEN, TOO_FEW: RED,
}  # fmt: skip
RATE, CELL = "Came", "cell"
WIDTH, HEIGHT, LABELS = 34, 22, 230


def attendance_matrix(found: Matrix, ink: str) -> Spec:
    """One column a meeting and one row a member, the needs of the quorum beneath, the rates beside.

    A click selects `row` and `meeting` under the name in CELL.
    """
    columns = (*(short_day(meeting.meeting_on) for meeting in found.meetings), RATE)
    told, counted = found.cells.filter(pl.col("word") != ""), found.cells.filter(pl.col("word") == "")
    words = tuple(word for word in SHADES if word in set(told["word"]))
    beside = found.rates.select("row", mark="came", meeting=pl.lit(RATE))
    spec = _matrix(columns, found.rows, found.headings, words, ink)
    return with_rows(spec, told=told, counted=counted, beside=beside)


@lru_cache(KEPT)
def _matrix(
    columns: tuple[str, ...], rows: tuple[str, ...], headings: tuple[str, ...], words: tuple[str, ...],
    ink: str,
) -> Spec:  # fmt: skip
    x, y, text = _across(columns), _down(rows, headings), alt.Text(field="mark", type="nominal")
    tooltip = [
        alt.Tooltip(field=field, type="nominal", title=title)
        for field, title in (("row", "Who"), ("meeting", "Meeting"), ("word", "What"), ("says", "More"))
    ]
    on_cell = alt.condition("datum.mark === '✕'", alt.value(LIGHT), alt.value(DARK))
    cells = (
        alt.Chart(named("told"))
        .mark_rect(cornerRadius=2, width={"band": 0.92}, height={"band": 0.9})
        .encode(x=x, y=y, color=_colours(words), tooltip=tooltip)
        .add_params(alt.selection_point(name=CELL, fields=["row", "meeting"], toggle=False))
    )
    in_cell = alt.Chart(named("told")).mark_text(fontSize=12, aria=False)
    marks = in_cell.encode(x=x, y=y, text=text, tooltip=tooltip, color=on_cell)
    numbers = alt.Chart(named("counted")).mark_text(fontSize=12).encode(x=x, y=y, text=text)
    at_the_side = alt.Chart(named("beside")).mark_text(fontSize=12, align="left", dx=-WIDTH // 2 + 4)
    rates = at_the_side.encode(x=x, y=y, text=text)
    layers = [cells, marks, numbers, rates]
    return as_spec(alt.LayerChart(layer=layers, width=alt.Step(WIDTH), height=alt.Step(HEIGHT)), ink)


def width(found: Matrix) -> int:
    """About how wide the chart is, in pixels."""
    return LABELS + WIDTH * (len(found.meetings) + 2)


def _across(columns: tuple[str, ...]) -> alt.X:
    return alt.X(
        field="meeting", type="nominal", scale=alt.Scale(domain=list(columns)),
        axis=alt.Axis(
            title=None, orient="top", labelAngle=-50, labelOverlap=False, domain=False, ticks=False,
            grid=False,
        ),
    )  # fmt: skip


def _down(rows: tuple[str, ...], headings: tuple[str, ...]) -> alt.Y:
    is_heading: Any = alt.condition(
        f"indexof({json.dumps(headings)}, datum.value) >= 0", alt.value("bold"), alt.value("normal")
    )
    return alt.Y(
        field="row", type="nominal", scale=alt.Scale(domain=list(rows)),
        axis=alt.Axis(
            title=None, labelLimit=LABELS, labelOverlap=False, domain=False, ticks=False, grid=False,
            labelFontWeight=is_heading,
        ),
    )  # fmt: skip


def _colours(words: tuple[str, ...]) -> alt.Color:
    return alt.Color(
        field="word", type="nominal",
        scale=alt.Scale(domain=list(words), range=[SHADES[word] for word in words]),
        legend=alt.Legend(title=None, orient="top", labelLimit=0, columns=3, direction="horizontal"),
    )  # fmt: skip
