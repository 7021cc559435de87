"""In which order a file writes its dates: decided once for all of them."""

from collections.abc import Collection
from dataclasses import replace

import polars as pl

from kinds.clean import spelled_out
from kinds.parser import Words
from loaders.checking import turned
from loaders.checking.file import File
from loaders.checking.order import order_of
from loaders.checking.said import Known
from loaders.reading import Undated

MONTH_LIKELY = "It writes AM and PM in capitals, as systems that put the month first do."


def ordered(file: File, words: Words, chosen: str | None, known: Known) -> File:
    """The same with the order of day and month, which is `chosen` or told by the dates and what is known.

    Raises Undated where neither tells, where dates may begin with the year, and where a spreadsheet may have
    made other days of them.
    """
    days = [each.column for each in file.kind.fields if each.parser_for(words).of_days]
    file = replace(file, text=turned.settled(file, days, chosen, known.today))
    if chosen == turned.YEAR:
        return replace(file, order=turned.YEAR_FIRST)
    dates, meetings_on = _dates(file.text, days), _dates(file.text, {"meeting_on"} & {*days})
    usual = file.source.is_template or file.source.day_first
    how = None if chosen == turned.TURNED else chosen
    try:
        return replace(file, order=order_of(dates, how, meetings_on, known.meeting_days, usual))
    except Undated as unsure:
        if not _writes_capital_pm(file.cells):
            raise
        raise Undated(f"{unsure} {MONTH_LIKELY}", unsure.examples) from unsure


def _dates(text: pl.DataFrame, columns: Collection[str]) -> pl.Series:
    """What stands in these columns, each once for every column, as text."""
    each = [text[name].unique(maintain_order=True).cast(pl.String).rename("date") for name in columns]
    return pl.concat(each) if each else pl.Series("date", [], pl.String)


def _writes_capital_pm(cells: pl.DataFrame) -> bool:
    """Four of four real exports with capital AM and PM put the month first; small letters tell nothing."""
    texts = spelled_out(cells.drop("line"))
    told = texts.select(pl.any_horizontal(pl.all().str.contains(r"\d ?[AP]M\b").any()))
    return bool(told.item())
