"""Workbooks with the same rows, and what happens to workbooks."""

import io
import zipfile
from datetime import date, datetime, timedelta
from random import Random

import xlsxwriter

from tests.fuzz.mutators import flipped, truncated
from tests.fuzz.seeds import Grid

FIRST, MADE_AT = date(1899, 12, 30), datetime(2026, 1, 1)


def book(grid: Grid, other: Grid, rng: Random) -> bytes:
    """A workbook with the grid on one of its sheets, as text, dates, serial numbers and formulas."""
    sheets = rng.choice(([grid], [grid, other], [other, grid], [[], grid], [grid, grid], [other]))
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "default_date_format": "dd/mm/yyyy"}) as made:
        made.set_properties({"created": MADE_AT})  # a clock in the file would change its bytes
        for number, rows in enumerate(sheets):
            sheet = made.add_worksheet(f"Sheet {number}")
            top, left = rng.choice(((0, 0), (0, 0), (3, 2)))
            for at, row in enumerate(rows, top):
                sheet.write_row(at, left, [_typed(cell, rng) for cell in row])
    return out.getvalue()


def _typed(cell: str, rng: Random) -> object:
    """Mostly the text, cut at what a sheet can hold."""
    day = FIRST + timedelta(days=rng.randrange(1, 60_000))
    return (
        cell[:32_767]
        if rng.random() < 0.8
        else rng.choice((day, (day - FIRST).days, 0.1, True, None, "=1/0"))
    )


def damaged(data: bytes, rng: Random) -> bytes:
    """Cut short, flipped as it is packed, or flipped inside one of its parts."""
    return rng.choice((truncated, flipped, _flipped_inside, _flipped_inside, _without_a_part))(data, rng)


def _flipped_inside(data: bytes, rng: Random) -> bytes:
    parts = _parts(data)
    name = rng.choice(list(parts))
    return _packed(parts | {name: flipped(parts[name], rng)})


def _without_a_part(data: bytes, rng: Random) -> bytes:
    parts = _parts(data)
    del parts[rng.choice(list(parts))]
    return _packed(parts)


def _parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _packed(parts: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, part in parts.items():
            archive.writestr(zipfile.ZipInfo(name), part)
    return out.getvalue()
