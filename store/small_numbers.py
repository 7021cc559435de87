"""Counts of young people too small to be shown, and what would tell them, hidden at the store's door.

A mart says at its head which of its columns count young people: `-- Small numbers: COLUMN, COLUMN`.
There a count from 1 to one below the smallest shown becomes null and its column is named in `suppressed`,
for a page to show `c` (suppressed for confidentiality, as the Department for Education writes it). A 0 is
shown. What is hidden depends on all rows of a body and never on who asks for which of them, so that two
answers, to one reader or to two, never differ by a hidden number.
"""

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence

import polars as pl

from store import catalogue, outcomes, progress
from store.errors import StoreError
from store.hiding import Hidden

HEADER = re.compile(r"^-- Small numbers: (\w+(?:, \w+)*)$", re.MULTILINE)
WAYS: Mapping[str, tuple[Callable[..., Hidden], tuple[str, ...]]] = {
    "pledge_progress": (progress.hidden, ("pledges",)),
    "outcomes": (outcomes.hidden, ()),
}


def smallest_shown() -> int:
    """The smallest count above 0 that is shown: QUORATE_SMALLEST_SHOWN, or 6. Raises StoreError."""
    named = os.environ.get("QUORATE_SMALLEST_SHOWN", "6")
    if not re.fullmatch(r"[1-9]\d{0,3}", named):
        raise StoreError(f"QUORATE_SMALLEST_SHOWN is {named!r}. Give a whole number such as 6.")
    return int(named)


def declared(mart: str) -> tuple[str, ...]:
    """The columns of a mart that count young people; none where it does not say so."""
    header = HEADER.search(catalogue.text("marts", mart))
    return tuple(header[1].split(", ")) if header else ()


def needed(mart: str) -> tuple[str, ...]:
    """The marts, itself first, that tell what must be hidden in this one."""
    return (mart, *_way(mart)[1])


def published(frames: Mapping[str, pl.DataFrame], mart: str) -> pl.DataFrame:
    """A mart as all but the secretariat see it. `frames`: the marts `needed`, whole, with every body."""
    frame = frames[mart].with_row_index("place")
    hidden: Hidden = {}
    for (body,), rows in frame.partition_by("body", as_dict=True).items():
        others = [frames[name].filter(pl.col("body") == body).to_dicts() for name in needed(mart)[1:]]
        places = rows["place"].to_list()
        found = _way(mart)[0](rows.to_dicts(), *others, smallest_shown())
        hidden |= {places[at]: columns for at, columns in found.items()}
    return _without(frames[mart], hidden, declared(mart))


def _way(mart: str) -> tuple[Callable[..., Hidden], tuple[str, ...]]:
    """How to tell what to hide; a mart for which nobody has said it gives none of its counts away."""
    return WAYS.get(mart) or (lambda rows, _: dict.fromkeys(range(len(rows)), declared(mart)), ())


def _without(frame: pl.DataFrame, hidden: Hidden, columns: Sequence[str]) -> pl.DataFrame:
    every = range(frame.height)
    shown = [
        pl.when(pl.Series([name not in hidden.get(at, ()) for at in every], dtype=pl.Boolean)).then(name)
        for name in columns
    ]
    named = [
        [name for name in columns if name in hidden.get(at, ()) and row[name] is not None] or None
        for at, row in enumerate(frame.iter_rows(named=True))
    ]
    texts = [name for name in ("note", "evidence") if name in frame.columns]
    silent = [pl.Series(name, list(_silenced(frame, name, hidden)), dtype=pl.String) for name in texts]
    suppressed = pl.Series("suppressed", named, dtype=pl.List(pl.String))
    return frame.with_columns(*shown, *silent, suppressed).select(frame.columns)


def _silenced(frame: pl.DataFrame, name: str, hidden: Hidden) -> Iterator[str | None]:
    """The texts of a column, each without the numbers that are hidden in its row."""
    for at, text in enumerate(frame[name]):
        row = frame.row(at, named=True) if text and at in hidden else {}
        numbers = {column: row[column] for column in hidden.get(at, ()) if row.get(column) is not None}
        yield _less_numbers(text, numbers) if numbers else text


WORDS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def _less_numbers(text: str, numbers: Mapping[str, float]) -> str:
    """The text with `c` for each number, in figures or words, and for a share as a percentage too."""
    counts = list(numbers.values())
    written = [f"{number:g}" for number in counts]
    written += [WORDS[int(number)] for number in counts if number in range(len(WORDS))]
    written += [f"{100 * number:g}" for column, number in numbers.items() if column.endswith("_share")]
    pattern = "|".join(re.escape(each) for each in written)
    return re.sub(rf"(?<![\w.,/])(?:{pattern})(?![\w/]|[.,]\d)", "c", text, flags=re.IGNORECASE)
