"""Dates that can be read as nobody would expect: with the year first in two digits, or with days and months
that a spreadsheet has exchanged.
"""

from collections.abc import Sequence
from datetime import date

import polars as pl

from loaders.checking.file import File
from loaders.checking.order import Order
from loaders.reading import Undated

YEAR, TURNED = "year", "turned"  # what a reader may say of a file, beside "day" and "month"
YEAR_FIRST = Order(False, "as you said", "year first")
TWO_DIGITS = r"^(\d\d)[/.-](\d\d)[/.-](\d\d)$"
REAL = r"^(\d{4})-(\d\d)-(0\d|1[0-2])\b"  # a date of which the day could be a month
A_DAY = r"^\d{4}-\d\d-\d\d\b"
WRITTEN = r"^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d\d)$"
NEAR = 10  # years from today, within which a board's dates lie
SEVERAL = 3


def settled(file: File, days: Sequence[str], chosen: str | None, today: date | None) -> pl.DataFrame:
    """The text of a file, with dates that begin with the year or were turned round as the reader has said.

    Raises Undated where the reader must say it. `today`: without it nobody can tell whether a year is near.
    """
    text, places = file.text, file.sheet.match.positions
    if chosen == YEAR:
        year_first = pl.col(days).cast(pl.String).str.replace(r"^(9\d[/.-])", "19${1}")
        year_first = year_first.str.replace(TWO_DIGITS, "20${1}-${2}-${3}")
        return text.with_columns(year_first)
    written = {name: _cells(file.cells, str(places[name])) for name in days if name in places}
    found = [name for name, cells in written.items() if _is_turned(cells)]
    if chosen == TURNED:
        back = pl.col(found).cast(pl.String).str.replace(REAL, "${1}-${3}-${2}")
        return text.with_columns(back)
    if found and not chosen:
        raise _turned(written[found[0]])
    if today and not chosen:
        _refuse_year_first([_cells(text, name) for name in days], today)
    return text


def _cells(text: pl.DataFrame, column: str) -> pl.Series:
    return text[column].drop_nulls().unique(maintain_order=True).cast(pl.String).rename("cell")


def _is_turned(cells: pl.Series) -> bool:
    """Whether every real date could be the other way round, and every text could not be a date so: what a
    spreadsheet makes of dates in the order that it does not expect.
    """
    real, written = cells.filter(cells.str.contains(A_DAY)), cells.filter(cells.str.contains(WRITTEN))
    first, second = (written.str.extract(WRITTEN, part).cast(pl.Int64) for part in (1, 2))
    beyond = (first > 12).all() or (second > 12).all()
    enough = len(real) and len(written) and len(real) + len(written) >= SEVERAL
    return bool(enough and beyond and real.str.contains(REAL).all())


def _turned(cells: pl.Series) -> Undated:
    real, written = cells.filter(cells.str.contains(REAL)), cells.filter(cells.str.contains(WRITTEN))
    day = date.fromisoformat(real[0][:10])
    other = f"{day.month} {date(day.year, day.day, 1):%B %Y}"
    return Undated(
        f"Days and months may have changed places: “{written[0]}” is text, and whatever lies up to the 12th "
        f"is a real date, as where a spreadsheet expects the other order. “{real[0][:10]}” is {day.day} "
        f"{day:%B %Y}, or was {other}. Say whether the real dates are right as they stand, or are to be "
        "turned back.",
        (real[0], written[0]),
        ("day", TURNED),
    )


def _refuse_year_first(columns: Sequence[pl.Series], today: date) -> None:
    """Raises Undated for dates of three times two digits that are as likely to begin with the year."""
    cells = pl.concat([pl.Series("cell", [], pl.String), *columns])
    short = cells.filter(cells.str.contains(TWO_DIGITS)).unique(maintain_order=True)
    if short.is_empty():
        return
    first, second, third = (short.str.extract(TWO_DIGITS, part) for part in (1, 2, 3))
    year_first = ("20" + first + "-" + second + "-" + third).str.to_date("%Y-%m-%d", strict=False)
    if year_first.null_count() or not _near(first, today):
        return
    varies = len(short) >= SEVERAL and third.n_unique() > first.n_unique()
    if varies or not _near(third, today):
        raise _beginning_with_the_year(short[0], year_first[0])


def _near(years: pl.Series, today: date) -> bool:
    return bool(((years.cast(pl.Int64) + 2000 - today.year).abs() <= NEAR).all())


def _beginning_with_the_year(cell: str, day: date) -> Undated:
    return Undated(
        f"The dates can be read in two ways: “{cell}” is {day.day} {day:%B %Y} where the year comes first. "
        "Say which comes first, the day or the year.",
        (cell,),
        ("day", YEAR),
    )
