"""Registers with a column for each meeting: the day is in its heading, and who came in its cells."""

import re
from collections.abc import Mapping, Sequence

import polars as pl

from kinds.attendance import ATTENDANCE
from kinds.clean import clean
from kinds.names import folded_expr

MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*"
DAY = re.compile(
    r"(?<!\d)(?:\d{4}-\d\d-\d\d|\d{1,2}([-/.])\d{1,2}\1(?:\d{4}|\d\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?[ -](?:of )?{MONTH}[ ,-]+(?:\d{{4}}|\d\d)"
    rf"|{MONTH} \d{{1,2}},? \d{{4}})(?!\d)",
    re.IGNORECASE,
)
NOT_ASKED = ("-", "n/a")  # no member yet, or no longer
DEPUTY = r"(?i)^(?:sub|substitute|deputy)[\s:.(–-]+([^)]+)\)?$"  # who came instead: Sub - A Name
MOSTLY = 0.5


def meeting_columns(headings: Sequence[str]) -> dict[str, int]:
    """A name for each column whose heading has a day → its place, from 0."""
    return {f"meeting_{place}": place for place, heading in enumerate(headings) if DAY.search(heading)}


def says_who_came(rows: pl.DataFrame, headings: Sequence[str]) -> bool:
    """Whether half of what is written under the days of meetings are words of attendance.

    `rows`: text columns named by their place from 0, among others.
    """
    places = [str(place) for place in meeting_columns(headings).values()]
    if not places:
        return False
    written = rows.select(clean(pl.col(place).cast(pl.String)) for place in places)
    words = written.unpivot(value_name="word").filter(_counts(pl.col("word")))
    known = words.select(ATTENDANCE.parse(pl.col("word")).count()).item()
    return bool(known > 0 and known >= MOSTLY * words.height)


def one_row_each(rows: pl.DataFrame, headings: Mapping[str, str]) -> pl.DataFrame:
    """For each cell under a meeting a row with meeting_on and attendance, by line; no row for a blank.

    `rows`: line and clean text columns, those of meetings by their name; `headings`: that name → heading.
    """
    days = {
        name: found[0].replace(" of ", " ")
        for name, heading in headings.items()
        if (found := DAY.search(heading))
    }
    long = rows.unpivot(list(days), index=[name for name in rows.columns if name not in days],
                        variable_name="meeting_on", value_name="attendance")  # fmt: skip
    told = long.filter(_counts(pl.col("attendance"))).with_columns(pl.col("meeting_on").replace_strict(days))
    person = pl.col("person") if "person" in rows.columns else pl.lit(None, pl.String)
    deputy = pl.col("attendance").str.extract(DEPUTY)
    came = pl.when(deputy.is_not_null())
    return told.with_columns(
        attendance=came.then(pl.lit("substitute")).otherwise("attendance"),
        person=pl.coalesce(deputy, person),
        substituting_for=came.then(person),
    ).sort("line", maintain_order=True)


def _counts(word: pl.Expr) -> pl.Expr:
    return word.is_not_null() & ~folded_expr(word).is_in(NOT_ASKED)
