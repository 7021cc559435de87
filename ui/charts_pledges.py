"""Pledges as charts: partner by theme, and the course of the few that need a conversation."""

from functools import lru_cache

import altair as alt
import polars as pl

from rules.standing import BEHIND, COMPLETE, NO_NEWS, ON_TRACK, OVERDUE
from ui.charts import BLUE, DARK, GREEN, KEPT, LIGHT, PALE, RED, Spec, as_spec, named, with_rows
from ui.frames_pledges import LINES, MARKED, Board, in_lines

SHADES = {MARKED[word]: PALE for word in MARKED} | {
    MARKED[OVERDUE]: RED, MARKED[BEHIND]: RED, MARKED[NO_NEWS]: BLUE, MARKED[ON_TRACK]: GREEN,
    MARKED[COMPLETE]: GREEN,
}  # fmt: skip
CELL = "cell"
WIDTH, HEIGHT, LABELS = 75, 34, 230
LINE = 13
COURSE = (420, 54)
WIDTH_OF_COURSES = LABELS + 480


def partner_by_theme(found: Board, ink: str) -> Spec:
    """A cell for each partner and theme with a pledge, in words; no cell is a gap.

    A click selects `partner` and `theme` under the name in CELL.
    """
    frame = found.cells.with_columns(column=pl.col("theme").map_elements(in_lines, return_dtype=pl.Utf8))
    columns = tuple(in_lines(theme) for theme in found.themes)
    words = tuple(word for word in SHADES if word in set(frame["word"]))
    return with_rows(_board(columns, found.partners, words, ink), cells=frame)


@lru_cache(KEPT)
def _board(columns: tuple[str, ...], partners: tuple[str, ...], words: tuple[str, ...], ink: str) -> Spec:
    most_lines = max((column.count(LINES) for column in columns), default=0)
    x = alt.X(
        field="column", type="nominal", scale=alt.Scale(domain=list(columns)),
        axis=alt.Axis(title=None, orient="top", labelAngle=0, labelOverlap=False, ticks=False, grid=True,
                      bandPosition=0, labelPadding=LINE * most_lines + 6, labelFlush=False,
                      labelExpr=f"split(datum.label, '{LINES}')"),
    )  # fmt: skip
    y = alt.Y(
        field="partner", type="nominal", scale=alt.Scale(domain=list(partners)),
        axis=alt.Axis(title=None, labelLimit=LABELS, labelOverlap=False, ticks=False, grid=True,
                      bandPosition=0),
    )  # fmt: skip
    tooltip = [
        alt.Tooltip(field=field, type="nominal", title=title)
        for field, title in (
            ("partner", "Partner"),
            ("theme", "Theme"),
            ("label", "Worst"),
            ("says", "Pledges"),
        )
    ]
    colour = alt.Color(
        field="word", type="nominal",
        scale=alt.Scale(domain=list(words), range=[SHADES[word] for word in words]),
        legend=alt.Legend(title=None, orient="top", labelLimit=0, columns=4, direction="horizontal"),
    )  # fmt: skip
    cells = (
        alt.Chart(named("cells"))
        .mark_rect(cornerRadius=2, width={"band": 0.94}, height={"band": 0.9})
        .encode(x=x, y=y, color=colour, tooltip=tooltip)
        .add_params(alt.selection_point(name=CELL, fields=["partner", "theme"], toggle=False))
    )
    on_red = alt.FieldOneOfPredicate("word", [MARKED[OVERDUE], MARKED[BEHIND]])
    on_cell = alt.condition(on_red, alt.value(LIGHT), alt.value(DARK))
    # the first of two lines goes up by half a line, or the cell's middle would be its top
    raised = alt.expr(f"indexof(datum.label, '{LINES}') < 0 ? 0 : -{LINE / 2}")
    text = alt.Chart(named("cells")).mark_text(fontSize=11, lineBreak=LINES, aria=False, dy=raised)
    labels = text.encode(
        x=x, y=y, text=alt.Text(field="label", type="nominal"), tooltip=tooltip, color=on_cell
    )
    chart = alt.LayerChart(layer=[cells, labels], width=alt.Step(WIDTH), height=alt.Step(HEIGHT))
    return as_spec(chart, ink)


def width(found: Board) -> int:
    """About how wide the chart is, in pixels."""
    return LABELS + WIDTH * len(found.themes)


def courses(frame: pl.DataFrame, ink: str) -> Spec:
    """A small course for each pledge: what was reported done, update by update; a change beyond chance is a
    diamond. Columns: those of frames_pledges.courses.
    """
    return with_rows(_courses(ink), courses=frame)


@lru_cache(KEPT)
def _courses(ink: str) -> Spec:
    across, high = COURSE
    axis = alt.Axis(title=None, format="%b %Y", grid=False, tickCount=6)
    x = alt.X(field="on", type="temporal", axis=axis)
    scale = alt.Scale(domain=[0, 1])
    share = alt.Axis(title=None, format="%", values=[0, 0.5, 1])
    tooltip = [
        alt.Tooltip(field="on", type="temporal", format="%-d %B %Y", title="Updated on"),
        alt.Tooltip(field="share", type="quantitative", format=".0%", title="Done"),
    ]
    y = alt.Y(field="share", type="quantitative", scale=scale, axis=share)
    lines = alt.Chart().mark_line(color=RED).encode(x=x, y=y)
    points = alt.Chart().mark_point(filled=True, opacity=1, color=RED).encode(
        x=x, y=y, tooltip=tooltip,
        shape=alt.condition("datum.changed", alt.value("diamond"), alt.value("circle")),
        size=alt.condition("datum.changed", alt.value(160), alt.value(40)),
    )  # fmt: skip
    edges = [
        alt.Chart().mark_line(color=ink, strokeDash=[3, 3], strokeWidth=1, clip=True, aria=False).encode(
            x=x, y=alt.Y(field=edge, type="quantitative", scale=scale, axis=share)
        )
        for edge in ("lower", "upper")
    ]  # fmt: skip
    course = alt.LayerChart(layer=[*edges, lines, points], width=across, height=high)
    header = alt.Header(labelAngle=0, labelAlign="left", labelAnchor="middle", labelLimit=260)
    row = alt.Row(field="pledge", type="nominal", title=None, sort=None, header=header)
    return as_spec(course.facet(row=row, data=named("courses"), spacing=6), ink)
