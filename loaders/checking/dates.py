"""In which order a file writes its dates: decided once for all of them."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

import polars as pl

from kinds.clean import spelled_out
from kinds.parser import Words
from loaders.checking.file import File
from loaders.checking.order import order_of
from loaders.reading import Undated

MONTH_LIKELY = "It writes AM and PM in capitals, as systems that put the month first do."


def ordered(file: File, words: Words, chosen: str | None, meeting_days: Collection[date]) -> File:
    """The same with the order of day and month, which is `chosen` or told by the dates and `meeting_days`.

    Raises Undated where neither tells.
    """
    text = file.text
    days = [each.column for each in file.kind.fields if each.parser_for(words).of_days]
    dates = pl.concat(
        [text[name].unique(maintain_order=True).cast(pl.String).rename("date") for name in days]
        or [pl.Series("date", [], pl.String)]
    )
    meetings_on = text["meeting_on"].unique().cast(pl.String) if "meeting_on" in days else dates.clear()
    usual = file.source.is_template or file.source.day_first
    try:
        return replace(file, order=order_of(dates, chosen, meetings_on, meeting_days, usual))
    except Undated as unsure:
        if not _writes_capital_pm(file.cells):
            raise
        raise Undated(f"{unsure} {MONTH_LIKELY}", unsure.examples) from unsure


def _writes_capital_pm(cells: pl.DataFrame) -> bool:
    """Four of four real exports with capital AM and PM put the month first; small letters tell nothing."""
    texts = spelled_out(cells.drop("line"))
    told = texts.select(pl.any_horizontal(pl.all().str.contains(r"\d ?[AP]M\b").any()))
    return bool(told.item())
