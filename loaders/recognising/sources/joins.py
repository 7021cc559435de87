"""What the lists of online meetings share: many joins as one row for each person and day."""

import re

import polars as pl

from kinds.names import folded
from loaders.recognising.moments import day_part
from loaders.recognising.source import About

REMOTE = "present remotely"
REJOINED = "further joins of the same person"
ASIDE = r"(?i)\s*\((guest|external|unverified|invitée?|externe?|gast|convidad[oa]|invitad[oa]|extern[oa])\)$"
DAY_IN_NAME = re.compile(
    r"(?<!\d)(20\d\d)([-_. ]?)(0[1-9]|1[0-2])\2(0[1-9]|[12]\d|3[01])(?!\d)"
    r"|(?<!\d)(\d{1,2}(?:st|nd|rd|th)?)[-_ ]+((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)"
    r"[-_ ]+(20\d\d)(?!\d)",
    re.IGNORECASE,
)


def once_a_day(rows: pl.DataFrame, started: str = "") -> pl.DataFrame:
    """One row for each person and day, where the file has them first.

    From `line`, and `person`, `email`, `meeting_on` and perhaps `shown` as text; to these and `attendance`.
    `shown`: the name with whatever stands in it. The day is that of the meeting's start, where the file says
    when it `started`, and otherwise that of joining.
    """
    shown = pl.coalesce("shown", "person") if "shown" in rows.columns else pl.col("person")
    people = rows.select(
        "line",
        person=pl.col("person").str.replace(ASIDE, ""),
        shown=shown.str.replace(ASIDE, ""),
        email=pl.when(pl.col("email").str.contains("@")).then("email"),
        meeting_on=day_part(pl.coalesce(known(started), "meeting_on")),
        attendance=pl.lit(REMOTE),
    )
    # The same person may join once with and once without an account.
    email = pl.coalesce("email", pl.col("email").drop_nulls().first().over("person", "meeting_on"))
    people = people.with_columns(email=email)
    one = ["person", "shown", "email", "meeting_on"]
    return people.unique(one, keep="first", maintain_order=True)


def known(text: str) -> pl.Expr:
    """A text for every row, null where it is empty."""
    return pl.lit(text or None, dtype=pl.String)


def below(about: About, *names: str) -> str:
    """The cell below a cell with one of these names; "" where none is."""
    wanted = {folded(name) for name in names}
    for row, next_row in zip(about.above, about.above[1:], strict=False):
        for cell, under in zip(row, next_row, strict=False):
            if folded(cell) in wanted:
                return under
    return ""


def day_in_name(about: About) -> str:
    """The one day in a file's name that can be read in one way only, such as 2026-03-03; "" for none."""
    days = {
        "-".join([year, month, day]) if year else f"{worded_day} {worded_month} {worded_year}"
        for year, _, month, day, worded_day, worded_month, worded_year in DAY_IN_NAME.findall(about.file_name)
    }
    return days.pop() if len(days) == 1 else ""
