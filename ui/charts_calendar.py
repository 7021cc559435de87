"""The governance calendar as one chart: lanes over time, with a line for today."""

from collections.abc import Sequence
from datetime import date
from functools import lru_cache

import altair as alt
import polars as pl

from ui.charts import BLUE, GREEN, KEPT, RED, VIOLET, Spec, as_spec, named, with_rows
from ui.frames_calendar import AT_RISK, DUE, LATE, MEETING, MET, MISSED, PROVISIONAL, window

LOOKS = {
    MEETING: (BLUE, "square"), MET: (GREEN, "circle"), MISSED: (RED, "cross"), LATE: (RED, "triangle-up"),
    AT_RISK: (RED, "triangle-down"), PROVISIONAL: (VIOLET, "diamond"), DUE: (BLUE, "circle"),
}  # fmt: skip
POINT, LANE = "point", 44


def lanes(frame: pl.DataFrame, order: Sequence[str], today: date, ink: str) -> Spec:
    """A mark for each meeting and each dated verdict, in lanes; the line is the day on show.

    A click selects `place` under the name in POINT. Columns: those of frames_calendar.lanes.
    """
    words = tuple(word for word in LOOKS if word in set(frame["word"]))
    spec = _lanes(tuple(order), words, *window(today), ink)
    now = pl.DataFrame({"on": [today]})
    return with_rows(spec, points=frame, names=frame.drop_nulls("label"), now=now)


@lru_cache(KEPT)
def _lanes(order: tuple[str, ...], words: tuple[str, ...], first: date, last: date, ink: str) -> Spec:
    scale = alt.Scale(domain=[alt.DateTime(year=d.year, month=d.month, date=d.day) for d in (first, last)])
    x = alt.X(
        field="on", type="temporal", scale=scale,
        axis=alt.Axis(title=None, orient="top", format="%b %Y", tickCount="month", labelOverlap=True,
                      labelFlush=False),
    )  # fmt: skip
    y = alt.Y(
        field="lane", type="nominal", scale=alt.Scale(domain=list(order)),
        axis=alt.Axis(title=None, labelLimit=190, labelOverlap=False, grid=True),
    )  # fmt: skip
    looks = [LOOKS[word] for word in words]
    legend = alt.Legend(title=None, orient="top", labelLimit=0, columns=4, direction="horizontal")
    tooltip = [
        alt.Tooltip(field="day", type="temporal", format="%-d %B %Y", title="Day"),
        *(alt.Tooltip(field=field, type="nominal", title=title)
          for field, title in (("word", "How"), ("what", "What"), ("says", "More"))),
    ]  # fmt: skip
    base = alt.Chart(named("points"))
    points = (
        base.mark_point(size=130, filled=True, opacity=1)
        .encode(
            x=x, y=y, tooltip=tooltip,
            color=alt.Color(field="word", type="nominal", legend=legend,
                            scale=alt.Scale(domain=list(words), range=[colour for colour, _ in looks])),
            shape=alt.Shape(field="word", type="nominal", legend=legend,
                            scale=alt.Scale(domain=list(words), range=[shape for _, shape in looks])),
        )
        .add_params(alt.selection_point(name=POINT, fields=["place"], toggle=False))
    )  # fmt: skip
    above = alt.Chart(named("names")).mark_text(dy=-13, fontSize=11, align="left", dx=-6, aria=False)
    labels = above.encode(x=x, y=y, text=alt.Text(field="label", type="nominal"))
    line = alt.Chart(named("now")).mark_rule(color=ink, strokeWidth=2, strokeDash=[4, 3])
    now = line.encode(x=alt.X(field="on", type="temporal", scale=scale))
    return as_spec(alt.LayerChart(layer=[now, points, labels], height=LANE * len(order) + 60), ink)
