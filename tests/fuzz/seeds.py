"""Small plausible files: one shape for every kind's template and for every known export."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from random import Random

import polars as pl

from kinds.kind import Field
from loaders import KIND, Source, Words
from loaders.recognising.sources import SOURCES
from loaders.recognising.tables import TEMPLATES

Grid = list[list[str]]
DAYS = ("09/12/2026", "9 December 2026", "2026-12-09", "12/25/2026", "1 Sept 26", "03/04/2026", "31/12/2025",
        "12/9/2026, 10:01:33 AM", "2026-12-09T10:00:00Z", "May 2026")  # fmt: skip
VALUES = (*DAYS, "2025/26", "2025-2026", "£1,250.00", "99.5", "-12.00", "(40)", "45%", "7", "0", "yes", "No",
          "next meeting", "1h 13m 42s", "10:00 AM", "present", "member", "open", "chair")  # fmt: skip
TEXTS = ("Alder College", "Birch Trust Ltd", "Cedar, Fir and Co", "Damson “Home” Group", "Elder's Café",
         "Main board", "Chair of the board", "Treasurer (Guest)", "INV-01", "100001", "a; b | c", "Sales",
         "paid", "Joined", "Left", "Attending", "GBP", "true", "Closing balance",
         "https://example.org/a?b=c")  # fmt: skip
ADDRESSES = ("chair@example.org", "clerk@alder.example.org", "treasurer@birch.example.com", "anonymous")
SHAPES: tuple[Source, ...] = (*TEMPLATES, *SOURCES)


@dataclass(frozen=True)
class Shape:
    """The columns of a file: the headings that each may go by, and the cells it may hold."""

    source: Source
    names: tuple[tuple[str, ...], ...]
    cells: tuple[tuple[str, ...], ...]


@cache
def shape(number: int) -> Shape:
    """The shape of one template or export; every whole number has one, in turn."""
    source = SHAPES[number % len(SHAPES)]
    fields = {field.column: field for field in KIND[source.kind].fields}
    cells = tuple(_cells(name, fields.get(name)) for name in source.columns)
    days = tuple((day,) for day in DAYS[:7]) if source.across else ()
    came = (_cells("attendance", fields.get("attendance")),) * len(days)
    return Shape(source, (*source.columns.values(), *days), (*cells, *came))


def _cells(column: str, field: Field | None) -> tuple[str, ...]:
    """What is usual in a column: what the parser of its field can read, and a little of all for others."""
    if column == "email":
        return ADDRESSES
    if field is None:
        return (*VALUES, *TEXTS)
    parser = field.parser_for(Words())
    values = pl.DataFrame({"cell": [*VALUES, *parser.options]})
    read = values.filter(parser.parse(pl.col("cell")).is_not_null())["cell"].to_list()
    return tuple(read) if len(read) < values.height else TEXTS


def filled(number: int, rng: Random) -> Grid:
    """Headings and up to nine rows of a shape; every tenth cell is blank."""
    of = shape(number)
    usual = rng.random() < 0.7
    headings = [names[0] if usual else rng.choice(names) for names in of.names]
    rows = [[_one(cells, rng) for cells in of.cells] for _ in range(rng.randrange(10))]
    without = of.source.positions and rng.random() < 0.5
    return rows if without else [headings, *rows]


def _one(cells: Sequence[str], rng: Random) -> str:
    return "" if rng.random() < 0.1 else rng.choice(cells)
