"""How the text of a cell becomes a day: day first, unless the file as a whole is month first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import polars as pl

from kinds.clean import in_steps
from kinds.parser import Parser, Words

FIRST_DAY, LAST_DAY = date(1990, 1, 1), date(2100, 12, 31)
A_DATE = "a date such as 09/12/2026 or 9 December 2026"
DAY_FIRST, MONTH_FIRST = "%d/%m/%Y", "%m/%d/%Y"
WEEKDAY = "(mon|tues?|wed(nes|s)?|thu(rs?)?|fri|sat(ur)?|sun)(day)?"
NAMES_A_WEEKDAY = rf"(?i)^{WEEKDAY}[\s.,]+(?:.*\d)"
MOMENT = r"(?i)^(\d{4}-\d\d-\d\d)[t ]+(\d\d:\d\d)(?::\d\d(?:[.,]\d+)?)? ?(?:z|([+-])(\d\d):?(\d\d))$"
NAMED_MONTH = ("%d/%b/%Y", "%d/%B/%Y", "%b/%d/%Y", "%B/%d/%Y")


def day(words: Words) -> Parser:
    """A day from 1990 to 2100."""
    return Parser(pl.Date(), A_DATE, lambda cell: _day(cell, words), of_days=True)


def past_day(words: Words) -> Parser:
    """A day from 1990 on which something has happened, when it is said."""
    return replace(day(words), is_past=True)


def day_or_next_meeting(words: Words) -> Parser:
    """Text: an ISO day, or the words `next meeting`."""
    next_words = r"^(?:by |at |for )?(?:the )?next (?:meeting|mtg)\.?$"

    def parse(cell: pl.Expr) -> pl.Expr:
        next_meeting = cell.str.to_lowercase().str.contains(next_words)
        when = _iso(_day(cell, words), "%Y-%m-%d")
        return pl.when(next_meeting).then(pl.lit("next meeting")).otherwise(when)

    return Parser(pl.String(), f"{A_DATE}, or: next meeting", parse, of_days=True)


def day_or_month(words: Words) -> Parser:
    """Text: an ISO day (2020-05-12), or an ISO month (2020-05) where only the month is given."""

    def parse(cell: pl.Expr) -> pl.Expr:
        month = (
            _read(cell, ("%Y/%m/%d",), after="/01"),
            _read(cell, (DAY_FIRST, *NAMED_MONTH[:2]), before="01/"),
        )
        return pl.coalesce(_iso(_day(cell, words), "%Y-%m-%d"), _iso(pl.coalesce(month), "%Y-%m"))

    return Parser(pl.String(), f"{A_DATE}, or a month such as May 2026", parse, of_days=True)


def plain(cell: pl.Expr) -> pl.Expr:
    """Small letters between slashes, four digits to the year, no weekday or time of day: 9/dec/2026."""
    return (
        in_london(cell)
        .str.to_lowercase()
        .str.replace(r"(\d),?[ t]+\d{1,2}:\d\d(:\d\d([.,]\d+)?)?( ?[ap]m)?(z|[+-]\d\d:?\d\d)?$", "$1")
        .str.replace(rf"^{WEEKDAY}[\s.,]+", "")
        .str.replace(r"^(\d{1,2})(st|nd|rd|th)\b", "$1")
        .str.replace(r"\bsept\b", "sep")
        .str.replace_all(r"[\s.,/-]+", "/")
        .str.replace(r"^(\d{1,2}/\w+/)(9\d)$", "${1}19${2}")
        .str.replace(r"^(\d{1,2}/\w+/)(\d\d)$", "${1}20${2}")
    )


def in_london(cell: pl.Expr) -> pl.Expr:
    """The day in London of a moment that tells how far it is from UTC; any other cell as it is."""
    parts = [cell.str.extract(MOMENT, part) for part in range(1, 6)]
    written = pl.concat_str(parts[0], pl.lit(" "), parts[1]).str.to_datetime("%Y-%m-%d %H:%M", strict=False)
    minutes = parts[3].cast(pl.Int64).fill_null(0) * 60 + parts[4].cast(pl.Int64).fill_null(0)
    ahead = pl.when(parts[2] == "-").then(-minutes).otherwise(minutes)
    moment = (written - pl.duration(minutes=ahead)).dt.replace_time_zone("UTC")
    return pl.coalesce(moment.dt.convert_time_zone("Europe/London").dt.strftime("%Y-%m-%d"), cell)


def on_its_weekday(cell: pl.Expr, parser: Parser) -> pl.Expr:
    """What to say of a cell of days that names a weekday and cannot be read: which it is; else nothing."""
    bare = parser.parse(cell.str.replace(rf"(?i)^{WEEKDAY}[\s.,]+", "")).cast(pl.String)
    day = bare.str.to_date("%Y-%m-%d", strict=False)
    told = pl.format(
        ", on the weekday that it names: {} is a {}", day.dt.strftime("%-d %B %Y"), day.dt.strftime("%A")
    )
    return pl.when(cell.str.contains(NAMES_A_WEEKDAY)).then(told).fill_null("")


def of_order(plain_cell: pl.Expr, order: str) -> pl.Expr:
    """The day of a `plain` cell of three numbers in this order (DAY_FIRST or MONTH_FIRST), else null."""
    return _valid(plain_cell.str.to_date(order, strict=False))


def _iso(when: pl.Expr, form: str) -> pl.Expr:
    return when.dt.strftime(form)


def _day(cell: pl.Expr, words: Words) -> pl.Expr:
    order = MONTH_FIRST if words.month_first else DAY_FIRST
    when = _read(cell, (order, *NAMED_MONTH, "%Y/%m/%d"))
    # two readings of one cell, of which nobody can tell the right one
    named = cell.str.to_lowercase().str.extract(rf"^({WEEKDAY})[\s.,]").str.head(3)
    return pl.when(named.is_null() | (named == when.dt.strftime("%a").str.to_lowercase())).then(when)


def _read(cell: pl.Expr, forms: Sequence[str], before: str = "", after: str = "") -> pl.Expr:
    """The day that the first fitting form makes of a cell with something set before or after it."""

    def first_of(written: pl.Expr) -> pl.Expr:
        return pl.coalesce((before + written + after).str.to_date(form, strict=False) for form in forms)

    return in_steps(cell, plain, first_of, _valid, dtype=pl.Date())


def _valid(when: pl.Expr) -> pl.Expr:
    return pl.when(when.is_between(FIRST_DAY, LAST_DAY)).then(when)
