"""What the matrix of a meeting and its members says, as a table and as lists of words."""

from collections.abc import Iterable, Mapping
from datetime import date

import polars as pl

from rules.facts import grouped
from ui.frames_matrix import NO_WORD, WORDS, Matrix
from ui.words import short_day


def in_words(found: Matrix) -> pl.DataFrame:
    """The same as a table: one row per row of the matrix, its rate, and the word in a column per meeting."""
    return _table(found, {(row, on): word or says for row, on, word, says, _ in _told_in(found)})


def in_marks(found: Matrix) -> pl.DataFrame:
    """The same with marks, and no cell that says nothing."""
    return _table(found, {(row, on): mark for row, on, _, _, mark in _told_in(found)}).fill_null("")


def _told_in(found: Matrix) -> list[tuple[str, date, str, str, str]]:
    return found.cells.select("row", "on", "word", "says", "mark").rows()


def _table(found: Matrix, cells: Mapping[tuple[str, date], str]) -> pl.DataFrame:
    rates = dict(found.rates.iter_rows())
    rows = [
        {"Name": row, "Came": rates.get(row)}
        | {short_day(m.meeting_on): cells.get((row, m.meeting_on)) for m in found.meetings}
        for row in found.rows if row not in found.headings
    ]  # fmt: skip
    return pl.DataFrame(rows, infer_schema_length=None)


def of_meeting(found: Matrix, on: date) -> list[tuple[str, str]]:
    """Who did what at one meeting: the word, and the names, in the order of the legend."""
    told = found.cells.filter(pl.col("on") == on).select("word", "row").rows()
    known = set(names(found))
    return _by_word((word, row) for word, row in told if row in known)


def of_member(found: Matrix, name: str) -> list[tuple[str, str]]:
    """At which meetings a member did what."""
    return _by_word(found.cells.filter(pl.col("row") == name).sort("on").select("word", "meeting").rows())


def _by_word(told: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    found = grouped(told, lambda each: each[0])
    words = (*WORDS.values(), NO_WORD)
    return [(word, ", ".join(what for _, what in found[word])) for word in words if word in found]


def word(found: Matrix, row: str, on: date) -> str:
    """What a cell says: its word of the legend and what is known besides."""
    told = found.cells.filter((pl.col("row") == row) & (pl.col("on") == on)).select("word", "says").rows()
    return ". ".join(filter(None, told[0])) if told else "Nothing is recorded."


def names(found: Matrix) -> list[str]:
    """The members, without headings and what is counted beneath."""
    return [row for row in found.rows if row in set(found.rates["row"])]
