"""Charts as data: each takes a frame whose columns it names and returns an Altair chart without a title.

The message stands above the chart as text, so the specification stays the same between reruns.
Channels are objects, not shorthand strings: Altair parses a string a hundred times slower.
"""

import altair as alt
import polars as pl

# Each colour keeps a contrast of 3:1 or more on the white and on the dark page.
COLOURS = {  # the statuses as ui.words.plain writes them, no-break spaces included
    "Met\u00a0✓": "#28A197",
    "Not\u00a0met\u00a0✕": "#C23B72",
    "Overdue\u00a0!": "#D9621E",
    "Provisional\u00a0◔": "#8C6BC8",
    "Due\u00a0◷": "#4A8CC7",
    "Unknown\u00a0?": "#7F878E",
    "Silent\u00a0–": "#7F878E",
    "Not\u00a0applicable\u00a0○": "#7F878E",
    "No quorum set": "#4A8CC7",
    "Filled": "#28A197",
    "Unconfirmed": "#D9621E",
    "Vacant": "#C23B72",
}
LINE = "#D9621E"
ROW_HEIGHT = 26
LEAST_HEIGHT = 180


def _status_colour(statuses: list[str]) -> alt.Color:
    """One colour per status present, named in a legend; the words are in the table too."""
    shown = [status for status in COLOURS if status in statuses]
    return alt.Color(
        field="status",
        type="nominal",
        scale=alt.Scale(domain=shown, range=[COLOURS[status] for status in shown]),
        legend=alt.Legend(title=None, orient="top", labelLimit=0, columns=3, direction="horizontal"),
    )


def meetings_against_quorum(frame: pl.DataFrame, counted: str) -> alt.LayerChart:
    """Bars of what was counted at each meeting and a line where the terms need it.

    Columns: meeting (Date), present (Int64), needed (Int64 or null), status (Utf8). `counted` names the unit.
    """
    x = alt.X(
        field="meeting", type="ordinal", timeUnit="yearmonthdate",
        axis=alt.Axis(title=None, format="%-d %b %Y", labelAngle=-45, labelOverlap=True),
    )  # fmt: skip
    tooltip = [
        alt.Tooltip(field="meeting", type="temporal", format="%-d %B %Y", title="Meeting"),
        alt.Tooltip(field="present", type="quantitative", title=counted),
        alt.Tooltip(field="needed", type="quantitative", title="Needed"),
        alt.Tooltip(field="status", type="nominal", title="Quorum"),
    ]
    base = alt.Chart(frame)
    bars = base.mark_bar(width={"band": 0.6}).encode(
        x=x,
        y=alt.Y(
            field="present", type="quantitative", axis=alt.Axis(title=counted, tickMinStep=1, grid=False)
        ),
        color=_status_colour(frame["status"].unique().to_list()),
        tooltip=tooltip,
    )
    asked = frame.drop_nulls("needed")
    if asked.is_empty():
        return alt.layer(bars).properties(height=280)
    needed = (
        alt.Chart(asked)
        .mark_tick(thickness=3, color=LINE, width={"band": 0.9})
        .encode(x=x, y=alt.Y(field="needed", type="quantitative"), tooltip=tooltip)
    )
    return alt.layer(bars, needed).properties(height=280)


def rates_against_line(frame: pl.DataFrame, by: str, limit: float) -> alt.LayerChart:
    """Horizontal bars of a share for each value of `by`, with the line that the terms expect to be passed.

    Columns: `by` (Utf8), share (Float64, 0 to 1), status (Utf8).
    """
    y = alt.Y(
        field=by, type="nominal", sort=alt.EncodingSortField(field="share", order="descending"),
        axis=alt.Axis(title=None, labelLimit=190, labelOverlap=False),
    )  # fmt: skip
    bars = (
        alt.Chart(frame)
        .mark_bar(height={"band": 0.7})
        .encode(
            y=y,
            x=alt.X(
                field="share", type="quantitative", scale=alt.Scale(domain=[0, 1]),
                axis=alt.Axis(format="%", title="Meetings attended", grid=False),
            ),
            color=_status_colour(frame["status"].unique().to_list()),
            tooltip=[
                alt.Tooltip(field=by, type="nominal", title=by.capitalize()),
                alt.Tooltip(field="share", type="quantitative", format=".0%", title="Meetings attended"),
                alt.Tooltip(field="status", type="nominal", title="Expectation"),
            ],
        )
    )  # fmt: skip
    line = (
        alt.Chart(pl.DataFrame({"limit": [limit]}))
        .mark_rule(color=LINE, strokeWidth=2, strokeDash=[4, 3])
        .encode(x=alt.X(field="limit", type="quantitative"))
    )
    return alt.layer(bars, line).properties(height=max(LEAST_HEIGHT, ROW_HEIGHT * frame.height + 80))


def counts_by_status(frame: pl.DataFrame, by: str, unit: str) -> alt.Chart:
    """Horizontal bars of counts, one row per value of `by`, split by status.

    Columns: `by` (Utf8), status (Utf8), count (Int64). `unit` names what is counted.
    """
    return (
        alt.Chart(frame)
        .mark_bar(height={"band": 0.7})
        .encode(
            y=alt.Y(field=by, type="nominal", axis=alt.Axis(title=None, labelLimit=190, labelOverlap=False)),
            x=alt.X(field="count", type="quantitative", stack="zero",
                    axis=alt.Axis(title=unit, tickMinStep=1, grid=False)),
            color=_status_colour(frame["status"].unique().to_list()),
            order=alt.Order(field="status"),
            tooltip=[
                alt.Tooltip(field=by, type="nominal", title=by.capitalize()),
                alt.Tooltip(field="status", type="nominal", title="Status"),
                alt.Tooltip(field="count", type="quantitative", title=unit),
            ],
        )
        .properties(height=max(LEAST_HEIGHT, ROW_HEIGHT * frame[by].n_unique() + 80))
    )  # fmt: skip


def paid_against_owed(frame: pl.DataFrame) -> alt.LayerChart:
    """Horizontal bars of what was paid, with a tick at what is owed.

    Columns: organisation (Utf8), paid and owed (Float64, pounds), status (Utf8).
    """
    y = alt.Y(
        field="organisation", type="nominal", axis=alt.Axis(title=None, labelLimit=190, labelOverlap=False)
    )
    tooltip = [
        alt.Tooltip(field="organisation", type="nominal", title="Organisation"),
        alt.Tooltip(field="paid", type="quantitative", format=",.2f", title="Paid (£)"),
        alt.Tooltip(field="owed", type="quantitative", format=",.2f", title="Owed (£)"),
    ]
    base = alt.Chart(frame)
    bars = base.mark_bar(height={"band": 0.7}).encode(
        y=y,
        x=alt.X(
            field="paid",
            type="quantitative",
            axis=alt.Axis(title="Paid, and owed (line), in pounds", grid=False),
        ),
        color=_status_colour(frame["status"].unique().to_list()),
        tooltip=tooltip,
    )
    owed = base.mark_tick(thickness=3, color=LINE, height={"band": 0.9}).encode(
        y=y, x=alt.X(field="owed", type="quantitative"), tooltip=tooltip
    )
    return alt.layer(bars, owed).properties(height=max(LEAST_HEIGHT, ROW_HEIGHT * frame.height + 80))
