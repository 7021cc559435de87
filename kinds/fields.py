"""How the text of a cell becomes words, numbers and money. Days are in `days.py`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from math import nextafter

import polars as pl

from kinds.days import day
from kinds.names import folded_expr
from kinds.parser import Parser, Words

ERROR = r"^#(N/A|REF!|VALUE!|DIV/0!|NAME\?|NUM!|NULL!|SPILL!|CALC!)$"
AMOUNT = r"(?:\d{1,3}(?:,\d{3})+|\d{1,15})"
SCALES = (("k|000s?|thousands?", 1_000), ("m|mn|millions?", 1_000_000))


def text() -> Parser:
    """Any text but the error of a spreadsheet."""
    return Parser(pl.String(), "filled in", _no_error, is_free=True)


def _no_error(cell: pl.Expr) -> pl.Expr:
    return pl.when(~cell.str.contains(ERROR)).then(cell)


def same(cell: pl.Expr) -> pl.Expr:
    """Words as they are compared: as names are, and hyphens as spaces."""
    return folded_expr(cell).str.replace_all(r"[ _-]+", " ").str.strip_chars(" ")


def same_sql(word: str) -> str:
    """A column of words as DuckDB compares them; null stays null. `word` is a name of ours, never a value."""
    return f"trim(regexp_replace(staging.folded({word}), '[ _-]+', ' ', 'g'))"


def choice(options: Mapping[str, Sequence[str]]) -> Parser:
    """One of the options, each given with other words for it. Letter case and hyphens do not matter."""
    names = {alias: option for option, aliases in options.items() for alias in (option, *aliases)}
    must_be = f"one of: {', '.join(options)}"
    return Parser(pl.String(), must_be, lambda cell: _renamed(cell, names), options=tuple(options))


def _renamed(cell: pl.Expr, names: Mapping[str, str], default: pl.Expr | None = None) -> pl.Expr:
    old, new = _compared(tuple(names.items()))
    return same(cell).replace_strict(old, new, default=default, return_dtype=pl.String)


@lru_cache(maxsize=256)  # as many lists of words as a few bodies have
def _compared(names: tuple[tuple[str, str], ...]) -> tuple[pl.Series, pl.Series]:
    """The names as they are compared, the first of those that are the same, and what each stands for."""
    table = pl.DataFrame(names, schema={"old": pl.String, "new": pl.String}, orient="row")
    table = table.with_columns(same(pl.col("old"))).unique("old", keep="first", maintain_order=True)
    return table["old"], table["new"]


def sector(words: Words) -> Parser:
    """A sector of the body's own list, or any text where the body has no list."""
    return choice(words.sectors) if words.sectors else text()


def any_group(words: Words) -> Parser:
    """The name of a group, other names of it settled."""
    names = {**words.group_aliases, words.main_group: words.main_group}
    return Parser(
        pl.String(),
        "the name of a group",
        lambda cell: _renamed(cell, names, default=_no_error(cell)),
        is_free=True,
    )


def group(words: Words) -> Parser:
    """The name of a group; a blank is the main group."""
    main, named = pl.lit(words.main_group or None, dtype=pl.String()), any_group(words)
    return replace(named, parse=lambda cell: named.parse(cell).fill_null(main))


def yes_or_no() -> Parser:
    """Boolean; a tick or a cross in the box is a yes."""
    words = choice({"yes": ("y", "true", "x", "1", "✓", "✔"), "no": ("n", "false", "0")})
    return Parser(pl.Boolean(), "yes or no", lambda cell: words.parse(cell) == "yes")


def yes_or_day(words: Words) -> Parser:
    """Boolean; the day on which it happened is a yes."""
    word, when = yes_or_no(), day(words)

    def parse(cell: pl.Expr) -> pl.Expr:
        return pl.coalesce(word.parse(cell), pl.when(when.parse(cell).is_not_null()).then(True))

    return Parser(pl.Boolean(), "yes, no or the date", parse, of_days=True)


def money() -> Parser:
    """Pounds and pence as decimal(14,2), or £1.2m; parentheses or a minus sign for a negative amount."""
    pounds = pl.Decimal(14, 2)

    def parse(cell: pl.Expr) -> pl.Expr:
        plain = cell.str.replace(r"£\s*", "").str.replace(r"^[−–]", "-").str.replace(r"^\((.*)\)$", "-$1")
        amount = plain.str.extract(rf"^(-?{AMOUNT}(?:\.\d{{1,2}})?)$", 1)
        exact = amount.str.replace_all(",", "").cast(pounds, strict=False)
        return pl.coalesce(exact, *(_scaled(plain, *each).cast(pounds, strict=False) for each in SCALES))

    return Parser(pounds, "an amount in pounds such as £1,250 or 99.50", parse, unit="£")


def _scaled(cell: pl.Expr, words: str, times: int) -> pl.Expr:
    """So many thousands or millions; whole pounds, as whoever writes so means them."""
    figure = cell.str.extract(rf"(?i)^(-?{AMOUNT}(?:\.\d{{1,3}})?)\s*(?:{words})$", 1)
    return (figure.str.replace_all(",", "").cast(pl.Float64, strict=False) * times).round()


def in_full(cell: pl.Expr, heading: str) -> pl.Expr:
    """Figures under a heading that says of what they are so many, as Turnover (£m), each with that word."""
    of = (re.search(rf"(?i)[\s(£]({words})\)?$", heading) for words, _ in SCALES)
    scale = next((f" {found[1]}" for found in of if found), "")
    if not scale:
        return cell
    return pl.when(cell.str.contains(rf"^-?£?\s*{AMOUNT}(\.\d+)?$")).then(cell + scale).otherwise(cell)


def number() -> Parser:
    """A double, without unit."""
    return Parser(pl.Float64(), "a number such as 12 or 3.5, without its unit", _number)


def _number(cell: pl.Expr) -> pl.Expr:
    digits = cell.str.extract(rf"^(-?(?:{AMOUNT}(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{{1,2}})?)$", 1)
    return digits.str.replace_all(",", "").cast(pl.Float64, strict=False)


def percentage() -> Parser:
    """A share from 0 to 1 out of a percentage from 0 to 100.

    A bare 0.45 or 1 is refused: a workbook stores 45% and 100% so, and 0.45% and 1% look the same.
    """
    must_be = "a percentage from 0 to 100 such as 45 or 45% (for 1% and less write the % sign)"

    def parse(cell: pl.Expr) -> pl.Expr:
        bare = _number(cell)
        signed = _number(cell.str.extract(r"^(.*?)\s*%$", 1))
        percent = pl.coalesce(pl.when((bare == 0) | (bare > 1)).then(bare), signed)
        return pl.when(percent.is_between(0, 100)).then(percent / 100)

    return Parser(pl.Float64(), must_be, parse, unit="%", write=_in_per_cent)


def _in_per_cent(share: pl.Expr) -> pl.Expr:
    return share.map_elements(_percent, return_dtype=pl.String)


def _percent(share: float) -> str:
    """The shortest percentage that is read as this very share: 7% for 0.07, though that times 100 is more."""
    near = share * 100
    read = [each for each in (near, nextafter(near, 0), nextafter(near, 200)) if each / 100 == share]
    return f"{min(map(repr, read or [near]), key=len).removesuffix('.0')}%"


def count() -> Parser:
    """A whole number, nought or more."""

    def parse(cell: pl.Expr) -> pl.Expr:
        digits = cell.str.extract(rf"^({AMOUNT})(?:\.0+)?$", 1)
        return digits.str.replace_all(",", "").cast(pl.Int64, strict=False)

    return Parser(pl.Int64(), "a whole number such as 0 or 12", parse)


def financial_year() -> Parser:
    """Text such as 2025/26, of two years that follow each other; two digits only after FY, else a slip."""

    def parse(text: pl.Expr) -> pl.Expr:
        cell = text.str.replace(r"(?i)^FY\s*(\d\d\s*[/\-–]\s*\d\d)$", "20$1").str.replace(r"(?i)^FY\s*", "")
        year = r"^(\d{4})\s*[/\-–]\s*(?:\d\d)?(\d\d)$"
        century = cell.str.extract(r"^\d{4}\s*[/\-–]\s*(\d{4})$", 1).cast(pl.Int64)
        first, second = cell.str.extract(year, 1).cast(pl.Int64), cell.str.extract(year, 2).cast(pl.Int64)
        follows = ((first + 1) % 100 == second) & (century.is_null() | (century == first + 1))
        written = pl.format("{}/{}", first, second.cast(pl.String).str.zfill(2))
        return pl.when(follows & first.is_between(1990, 2100)).then(written)

    return Parser(pl.String(), "a financial year such as 2025/26", parse)
