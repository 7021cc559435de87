"""From a frame to a file that leaves the product: text stays text, numbers and days stay what they are."""

import io
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import Any

import polars as pl
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

# What a spreadsheet takes for the start of a formula (OWASP ASVS 1.2.10), behind apostrophes of its own.
# One apostrophe more makes it text; kinds/clean.py takes it off again.
FORMULA = r"^('*[=+\-@\t\r\n\x00＝＋－＠])"
GUARDED = "'${1}"
DAY, MOMENT = "dd/mm/yyyy", "dd/mm/yyyy hh:mm"
WIDEST_COLUMN = 400  # pixels


def csv(frame: pl.DataFrame) -> bytes:
    """RFC 4180 in UTF-8 with a byte order mark, by which Excel knows it; no text begins a formula."""
    names = pl.Series(frame.columns, dtype=pl.String).str.replace(FORMULA, GUARDED)
    safe = _flat(frame).with_columns(pl.col(pl.String).str.replace(FORMULA, GUARDED))
    out = io.BytesIO()
    safe.rename(dict(zip(frame.columns, names, strict=True))).write_csv(
        out, include_bom=True, line_terminator="\r\n"
    )
    return out.getvalue()


def xlsx(frame: pl.DataFrame) -> bytes:
    """A workbook of one sheet: bold headings that stay in sight, and each cell of its own type."""
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        forms = {form: book.add_format({"num_format": form}) for form in (DAY, MOMENT)}
        for column, name in enumerate(frame.columns):
            sheet.write_string(0, column, name, book.add_format({"bold": True}))
        for row, values in enumerate(_flat(frame).iter_rows(), 1):
            for column, value in enumerate(values):
                _write(sheet, (row, column), value, forms)
        sheet.freeze_panes(1, 0)
        sheet.autofit(WIDEST_COLUMN)
    return out.getvalue()


def _flat(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with each list of texts as one text."""
    return frame.with_columns(pl.col(pl.List(pl.String)).list.join("; "))


def _write(sheet: Worksheet, at: tuple[int, int], value: Any, forms: dict[str, Any]) -> None:
    """A cell by the type of its value: never by what its text looks like, as a formula or a link."""
    match value:
        case None:
            pass
        case bool():
            sheet.write_boolean(*at, value)
        case datetime():
            sheet.write_datetime(*at, value, forms[MOMENT])
        case date():
            sheet.write_datetime(*at, value, forms[DAY])
        case int() | float() | Decimal() if isfinite(value):
            sheet.write_number(*at, value)
        case _:
            sheet.write_string(*at, str(value))
