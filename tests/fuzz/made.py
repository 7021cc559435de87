"""A file made from a number: the same number always makes the same file."""

import csv
import io
from dataclasses import dataclass
from datetime import date
from random import Random

import loaders
from tests.fuzz import books
from tests.fuzz.mutators import OF_BYTES, OF_GRIDS, OF_TEXT
from tests.fuzz.seeds import Grid, filled, shape

DELIMITERS = ",,,,;\t|"
ENCODINGS = ("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "latin-1", "utf-32")
QUOTING = (csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC)
NAMES = loaders.Names(
    people={"chair@example.org": "Alder College", "treasurer": "Birch Trust Ltd"},
    domains={"birch.example.com": "Birch Trust Ltd"},
    payees={"paid": "Alder College", "inv-01": "Birch Trust Ltd"},
    left_out=frozenset({"clerk@alder.example.org", "joined", "sales"}),
    organisations=frozenset({"birch trust"}),
    cleaned={"birch trust": "Birch Trust"},
    numbers={"100001": "Alder College"},
)
MEANT = {
    "actions.status": {"attending": "open", "yes": "complete"},
    "attendance.attendance": {"member": "present", "paid": "absent"},
    "organisations.membership": {"open": "member"},
}
WORDS = loaders.Words("Board", {"Main board": "Board"}, {"Education": ("Sales",), "Health": ()})


@dataclass(frozen=True)
class Made:
    """A file and what is said and known of it."""

    data: bytes
    name: str
    kind: str | None
    words: loaders.Words
    known: loaders.Known
    answers: loaders.Answers


def made(number: int) -> Made:
    """The file of this number."""
    return made_by(number, Random(number))


def made_by(number: int, rng: Random) -> Made:
    """A file of the shape with this number, after up to three changes of each sort."""
    grid = filled(number, rng)
    for change in rng.sample(OF_GRIDS, rng.choice((0, 1, 1, 2, 3))):
        grid = change(grid, rng)
    is_book = rng.random() < 0.1
    data = _book(grid, number, rng) if is_book else _text(grid, rng)
    return Made(
        data,
        rng.choice(("file.csv", "2026-03-03 minutes.xlsx", "")),
        rng.choice((None, shape(number).source.kind)),
        rng.choice((loaders.Words(), WORDS)),
        rng.choice(
            (loaders.Known(), loaders.Known(names=NAMES, meeting_days=[date(2026, 12, 9)], words=MEANT))
        ),
        _answers(rng),
    )


def _answers(rng: Random) -> loaders.Answers:
    """Mostly which of day and month comes first, for many a file must not be read without it."""
    order = rng.choice((None, "day", "day", "month"))
    if rng.random() < 0.8:
        return loaders.Answers(order)
    left_out = frozenset(rng.sample(range(1, 12), 2))
    return loaders.Answers(order, "Board", date(2026, 12, 9), left_out)


def _book(grid: Grid, number: int, rng: Random) -> bytes:
    data = books.book(grid, filled(number + rng.randrange(1, 9), rng), rng)
    return books.damaged(data, rng) if rng.random() < 0.4 else data


def _text(grid: Grid, rng: Random) -> bytes:
    text = _written(grid, rng)
    for change in rng.sample(OF_TEXT, rng.choice((0, 0, 1, 1, 2))):
        text = change(text, rng)
    encoding = ENCODINGS[0] if rng.random() < 0.5 else rng.choice(ENCODINGS)
    data = text.encode(encoding, "replace")
    return rng.choice(OF_BYTES)(data, rng) if rng.random() < 0.25 else data


def _written(grid: Grid, rng: Random) -> str:
    out = io.StringIO()
    end = rng.choice(("\n", "\r\n", "\r"))
    csv.writer(
        out, delimiter=rng.choice(DELIMITERS), quoting=rng.choice(QUOTING), lineterminator=end
    ).writerows(grid)
    return out.getvalue()
