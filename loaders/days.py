"""How the text of a cell becomes a day: day first, never month first."""

from datetime import date

import polars as pl

from loaders.parser import Parser

FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)
A_DATE = "a date such as 09/12/2026 or 9 December 2026"


def day() -> Parser:
    """A day from 1990 to 2100."""
    return Parser(pl.Date(), A_DATE, _day)


def day_or_next_meeting() -> Parser:
    """Text: an ISO day, or the words `next meeting`."""
    words = r"^(?:by |at |for )?(?:the )?next (?:meeting|mtg)\.?$"

    def parse(cell: pl.Expr) -> pl.Expr:
        next_meeting = cell.str.to_lowercase().str.contains(words)
        return pl.when(next_meeting).then(pl.lit("next meeting")).otherwise(_iso(_day(cell), "%Y-%m-%d"))

    return Parser(pl.String(), f"{A_DATE}, or: next meeting", parse)


def day_or_month() -> Parser:
    """Text: an ISO day (2020-05-12), or an ISO month (2020-05) where only the month is given."""

    def parse(cell: pl.Expr) -> pl.Expr:
        month = _valid(_first_reading("01/" + _plain(cell), ("%d/%m/%Y", "%d/%b/%Y", "%d/%B/%Y")))
        iso_month = _valid(_first_reading(_plain(cell) + "/01", ("%Y/%m/%d",)))
        return pl.coalesce(_iso(_day(cell), "%Y-%m-%d"), _iso(pl.coalesce(iso_month, month), "%Y-%m"))

    return Parser(pl.String(), f"{A_DATE}, or a month such as May 2026", parse)


def _iso(when: pl.Expr, form: str) -> pl.Expr:
    return when.dt.strftime(form)


def _day(cell: pl.Expr) -> pl.Expr:
    return _valid(_first_reading(_plain(cell), ("%d/%m/%Y", "%d/%b/%Y", "%d/%B/%Y", "%Y/%m/%d")))


def _plain(cell: pl.Expr) -> pl.Expr:
    """Small letters between slashes, four digits to the year, no midnight: 9/dec/2026."""
    return (
        cell.str.to_lowercase()
        .str.replace(r"[ t]00:00(:00)?(\.0+)?z?$", "")
        .str.replace(r"^(\d{1,2})(st|nd|rd|th)\b", "$1")
        .str.replace(r"\bsept\b", "sep")
        .str.replace_all(r"[\s./-]+", "/")
        .str.replace(r"^(\d{1,2}/\w+/)(9\d)$", "${1}19${2}")
        .str.replace(r"^(\d{1,2}/\w+/)(\d\d)$", "${1}20${2}")
    )


def _first_reading(plain: pl.Expr, forms: tuple[str, ...]) -> pl.Expr:
    return pl.coalesce(plain.str.to_date(form, strict=False) for form in forms)


def _valid(when: pl.Expr) -> pl.Expr:
    return pl.when(when.is_between(FIRST_DAY, LAST_DAY)).then(when)
