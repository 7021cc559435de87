"""Measures of young people's outcomes: totals only, never a child."""

import polars as pl

from kinds.fields import count, number, text
from kinds.kind import Check, Field, Kind, Whole

KIND = Kind(
    name="outcomes",
    of="measure, cohort and period",
    fields=(
        Field("measure", "Measure", text(), names="nobody", required=True),
        Field("cohort", "Cohort", text(), names="nobody"),
        Field("period", "Period", text(), names="nobody", required=True, also=("Year",)),
        Field("numerator", "Numerator", count()),
        Field("denominator", "Denominator", count()),
        Field("value", "Value", number()),
        Field("comparator", "Comparator", number()),
    ),
    key=("measure", "cohort", "period"),
    whole=Whole(("measure", "period")),
    checks=(Check("numerator", pl.col("numerator") <= pl.col("denominator"), "no more than Denominator"),),
)
