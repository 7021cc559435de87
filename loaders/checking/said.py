"""What is known beside a file, and what a reader has said of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from loaders.checking.names import Names
from loaders.recognising import Source


@dataclass(frozen=True)
class Known:
    """What is known beside the file: sources remembered for the body, its names and groups, days of meetings.

    `words`: what a reader has said that words mean: “kind.column” → word, as `kinds.fields.same` compares
    it → word of the kind; `meant_none`: “kind.column” → words that were said to mean none. `today`: by then
    whatever has happened did so.
    """

    sources: Sequence[Source] = ()
    names: Names = field(default_factory=Names)
    meeting_days: Collection[date] = ()
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    groups: Collection[str] = ()
    today: date | None = None
    meant_none: Mapping[str, Collection[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Answers:
    """What a reader has said of this one file.

    `order`: "day", "month" or "year", whichever comes first, or "turned" where they have changed places;
    `group_name` and `meeting_on` fill blanks; `left_out`: lines that are not to be loaded; `mended`: by line,
    the cells of a row as they should be; `sheet`: which one of a workbook is meant; `unused`: headings that
    are not to be used. Of a workbook: whether `hidden` rows and rows `struck` through count, and whether
    `colours` are ratings; None where that has not been said.
    """

    order: str | None = None
    group_name: str | None = None
    meeting_on: date | None = None
    left_out: frozenset[int] = frozenset()
    mended: Mapping[int, Sequence[str]] = field(default_factory=dict)
    sheet: str | None = None
    unused: frozenset[str] = frozenset()
    hidden: bool | None = None
    struck: bool = False
    colours: bool | None = None
