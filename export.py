"""From a frame to a file that leaves the product: text stays text, numbers and days stay what they are."""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from math import isfinite
from typing import Any, NamedTuple
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

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


class Column(NamedTuple):
    """A column of a form: its heading, what it holds, whether it must be filled in, the words that it takes
    where they are few, and an example.
    """

    heading: str
    holds: str
    needed: bool
    words: Sequence[str]
    example: str


ROWS_OF_A_FORM, MOST_LISTED = 1000, 255  # what Excel takes of a list of words


def form(columns: Sequence[Column], headings: Sequence[str]) -> bytes:
    """A workbook to fill in: a sheet of headings alone, with a note and a list of words each; and a sheet of
    notes with these five headings and an example to look at. It stands there column by column, so that nobody
    loads it.
    """
    out = io.BytesIO()
    with Workbook(out, {"in_memory": True}) as book:
        bold, wrapped = book.add_format({"bold": True}), book.add_format({"text_wrap": True, "valign": "top"})
        sheet, notes = book.add_worksheet("Fill in"), book.add_worksheet("Notes")
        for place, column in enumerate(columns):
            sheet.write_string(0, place, column.heading, bold)
            sheet.write_comment(0, place, f"{column.holds}. {'Needed' if column.needed else 'May be blank'}.")
            if column.words and len(",".join(column.words)) <= MOST_LISTED:
                # a warning: other words for the same are understood, too
                listed = {"validate": "list", "source": list(column.words), "error_type": "warning"}
                sheet.data_validation(1, place, ROWS_OF_A_FORM, place, listed)
            told = (
                column.heading, column.holds, "Yes" if column.needed else "No", ", ".join(column.words),
                column.example,
            )  # fmt: skip
            for at, text in enumerate(told):
                notes.write_string(place + 1, at, text, wrapped)
        for at, (name, wide) in enumerate(zip(headings, (28, 44, 20, 44, 28), strict=True)):
            notes.write_string(0, at, name, bold)
            notes.set_column(at, at, wide)
        sheet.freeze_panes(1, 0)
        sheet.autofit(WIDEST_COLUMN)
    return out.getvalue()


def parquet(frame: pl.DataFrame) -> bytes:
    """Apache Parquet: each column of its own type, and text as it is, for no spreadsheet opens it."""
    out = io.BytesIO()
    frame.write_parquet(out)
    return out.getvalue()


def zipped(files: Mapping[str, bytes]) -> bytes:
    """Files by their path as one ZIP archive, the same bytes for the same files."""
    out = io.BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as archive:
        for path, data in files.items():
            entry = ZipInfo(path)
            entry.external_attr = 0o600 << 16  # without it nobody may read what is unpacked
            archive.writestr(entry, data, ZIP_DEFLATED)
    return out.getvalue()
