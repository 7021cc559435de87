"""Charts as data: each takes a frame whose columns it names and returns an Altair chart without a title.

The message stands above the chart as text, so the specification stays the same between reruns.
Channels are objects, not shorthand strings: Altair parses a string a hundred times slower.
"""

from copy import deepcopy
from functools import cache
from typing import Any, TypeVar

import altair as alt
import polars as pl

from rules import Status
from ui.words import plain, seated

# Each colour keeps a contrast of 3:1 or more on the white and on the dark page.
GREEN, RED, ORANGE, VIOLET, BLUE, GREY = "#28A197", "#C23B72", "#D9621E", "#8C6BC8", "#4A8CC7", "#7F878E"
# behind what nobody has a word of, and the ink on cells: dark on all but red
PALE, DARK, LIGHT = "#dfe3e7", "#0b0c0c", "#ffffff"
OF_STATUS = {
    Status.MET: GREEN,
    Status.NOT_MET: RED,
    Status.OVERDUE: ORANGE,
    Status.PROVISIONAL: VIOLET,
    Status.DUE: BLUE,
    Status.UNKNOWN: GREY,
    Status.SILENT: GREY,
    Status.NOT_APPLICABLE: GREY,
}
OF_SEATS = {"filled": GREEN, "unconfirmed": ORANGE, "vacant": RED}
LINE = ORANGE
# how many words of a legend stand side by side, so that none is cut off on a phone
COLUMNS = alt.ExprRef("width < 300 ? 2 : 3")
ROW_HEIGHT = 26
LEAST_HEIGHT = 180


def colours() -> dict[str, str]:
    """The colour of each word that a chart's column status may have on screen, in the order of the legend."""
    return {
        **{plain(status): colour for status, colour in OF_STATUS.items()},
        **{seated(status): colour for status, colour in OF_SEATS.items()},
    }


AnyChart = TypeVar("AnyChart", alt.Chart, alt.LayerChart, alt.FacetChart)


Spec = dict[str, Any]
# specifications kept, each for what it shows but its rows: making one takes longer than drawing it
KEPT = 128


def as_spec(chart: AnyChart, ink: str) -> Spec:
    """A chart of named data as its specification, not checked against the schema: a test does that."""
    spec: Spec = in_ink(chart, ink).to_dict(validate=False)
    return spec


def with_rows(spec: Spec, **rows: pl.DataFrame) -> Spec:
    """A specification, which stays as it is, with the rows of its named data."""
    return deepcopy(spec) | {"datasets": rows}


def named(name: str) -> alt.NamedData:
    """Data that a specification only names."""
    return alt.NamedData(name=name)


def in_ink(chart: AnyChart, ink: str) -> AnyChart:
    """The chart with all its words in this colour."""
    inked: AnyChart = chart.copy(deep=False)
    inked.config = _words_in(ink)
    return inked


@cache
def _words_in(ink: str) -> alt.Config:
    words: dict[str, Any] = {"labelColor": ink, "titleColor": ink}
    return alt.Config(
        axis=alt.AxisConfig(**words), legend=alt.LegendConfig(**words), text=alt.MarkConfig(color=ink),
        header=alt.HeaderConfig(**words),
    )  # fmt: skip


def _status_colour(frame: pl.DataFrame) -> alt.Color:
    """One colour per status present, named in a legend; the words are in the table too.

    A word that has no colour of its own yet comes last, in grey, so that nothing drawn lacks its name.
    """
    known, present = colours(), sorted(set(frame["status"]))
    shown = [word for word in known if word in present] + [word for word in present if word not in known]
    return alt.Color(
        field="status",
        type="nominal",
        scale=alt.Scale(domain=shown, range=[known.get(word, GREY) for word in shown]),
        legend=alt.Legend(title=None, orient="top", labelLimit=0, columns=COLUMNS, direction="horizontal"),
    )


def _height(rows: int) -> int:
    """In pixels, with room for the axis and the legend."""
    return max(LEAST_HEIGHT, ROW_HEIGHT * rows + 80)


def counts_by_status(frame: pl.DataFrame, by: str, unit: str) -> alt.Chart:
    """Horizontal bars of counts, one row per value of `by`, split by status.

    Columns: `by` (Utf8), status (Utf8), count (Int64). `unit` names what is counted.
    """
    chart: alt.Chart = (
        alt.Chart(frame, height=_height(frame[by].n_unique()))
        .mark_bar(height={"band": 0.7})
        .encode(
            y=alt.Y(field=by, type="nominal", axis=alt.Axis(title=None, labelLimit=190, labelOverlap=False)),
            x=alt.X(field="count", type="quantitative", stack="zero",
                    axis=alt.Axis(title=unit, tickMinStep=1, grid=False)),
            color=_status_colour(frame),
            order=alt.Order(field="status"),
            tooltip=[
                alt.Tooltip(field=by, type="nominal", title=by.capitalize()),
                alt.Tooltip(field="status", type="nominal", title="Status"),
                alt.Tooltip(field="count", type="quantitative", title=unit),
            ],
        )
    )  # fmt: skip
    return chart
