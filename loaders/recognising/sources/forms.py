"""Answers to an online form, as partners' returns on their pledges.

A form's questions are free. Questions worded as the headings of pledge progress are found by themselves;
any others a reader maps to them.
"""

import polars as pl

from kinds import pledge_progress
from loaders.recognising.moments import day_part
from loaders.recognising.source import About, Source

FIELDS = {field.column: (field.heading, *field.also) for field in pledge_progress.KIND.fields}


def _returns(rows: pl.DataFrame, _: About) -> pl.DataFrame:
    """Answers without the semicolon that ends a choice; a return is as at the day it was sent."""
    answers = {name: pl.col(name).str.strip_chars_end("; ") for name in FIELDS}
    answers["as_at"] = pl.coalesce(answers["as_at"], day_part(pl.col("sent")))
    return rows.select("line", **answers)


SOURCES = (
    Source(
        name="Microsoft Forms",
        kind="pledge_progress",
        columns={
            **FIELDS,
            "response": ("ID",),
            "begun": ("Start time",),
            "sent": ("Completion time",),
            "email": ("Email",),
            "name": ("Name",),
        },
        needs=("begun", "sent", "pledge_reference"),
        shape=_returns,
    ),
    Source(
        name="Google Forms",
        kind="pledge_progress",
        columns={**FIELDS, "sent": ("Timestamp",), "email": ("Email Address",)},
        needs=("sent", "pledge_reference"),
        shape=_returns,
    ),
)
