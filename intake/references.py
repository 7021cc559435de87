"""References that a spreadsheet has made a date of: 1-3 becomes 01-Mar, or 2026-03-01 00:00:00."""

import re
from collections.abc import Mapping
from dataclasses import replace

import polars as pl

import loaders
from store import Preview

MONTHS = {name: place for place, name in enumerate(
    ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), 1
)}  # fmt: skip
NAME, GAP = r"[a-z]{3,9}", r"[-/. ]"
# as a spreadsheet shows or keeps a date: 01-Mar, Mar-26, 01/03/2026, 2026-03-01 with a time of day or not
DATED = re.compile(
    rf"\d{{1,2}}-{NAME}|{NAME}-\d\d|\d{{1,2}}/\d{{1,2}}/\d{{4}}|\d{{4}}-\d\d-\d\d(?: 00:00:00)?"
)
# what it makes a date of: two or three numbers, or a month and a number
TAKEN = re.compile(
    rf"\d{{1,2}}{GAP}\d{{1,2}}(?:{GAP}\d{{2,4}})?|\d{{1,2}}{GAP}?{NAME}(?:{GAP}?\d{{2,4}})?|{NAME}{GAP}?\d{{1,4}}"
)


def made_dates(checked: loaders.Checked, preview: Preview) -> dict[str, str]:
    """The references of new records that are what a spreadsheet makes of one that is gone: as they stand in
    the file → as they are on record. Those that could be several are left out.
    """
    column = next((each.column for each in checked.kind.fields if each.is_reference), "")
    if not column or preview.gone.is_empty():
        return {}
    new = preview.rows.filter(pl.col("change") == "new")[column].drop_nulls().to_list()
    gone = preview.gone[column].drop_nulls().to_list()
    found = {text: [had for had in gone if _becomes(had, text)] for text in new}
    return {text: had[0] for text, had in found.items() if len(had) == 1}


def put_back(checked: loaders.Checked, dates: Mapping[str, str]) -> loaders.Checked:
    """The same with the references on record in place of the dates that were made of them."""
    columns = [each.column for each in checked.kind.fields if each.is_reference]
    return replace(checked, rows=checked.rows.with_columns(pl.col(columns).replace(dict(dates))))


def _becomes(had: str, text: str) -> bool:
    had, text = had.strip().lower(), text.strip().lower()
    if had == text or not (TAKEN.fullmatch(had) and DATED.fullmatch(text)):
        return False
    parts, whole = _parts(had), _parts(text)
    # a date without a year got one: that of the day on which the file was saved
    return bool(parts) and all(whole.count(part) >= parts.count(part) for part in parts)


def _parts(text: str) -> list[int]:
    """The numbers in a date, a month by its name too, a year by two digits; [] for other words."""
    found = re.findall(r"[a-z]+|\d+", text.removesuffix(" 00:00:00"))
    if any(word.isalpha() and word[:3] not in MONTHS for word in found):
        return []
    return [MONTHS[word[:3]] if word.isalpha() else int(word) % 100 for word in found]
