"""What a parser of cells is, and the words of the body it may need."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl


@dataclass(frozen=True)
class Parser:
    """`parse` turns clean text into `dtype`, null where it cannot; `must_be` says what the text must be.

    `of_days`: the text is, or may be, the day that something happened or is due; `is_past`: and never one in
    the future. `options`: the words that it may become, where they are few. `is_free`: it may become any
    text. `unit`: of the number in a cell. `write` turns `dtype` into text that `parse` reads as the same,
    where a value as it is would be read as another.
    """

    dtype: pl.DataType
    must_be: str
    parse: Callable[[pl.Expr], pl.Expr]
    of_days: bool = False
    is_past: bool = False
    options: tuple[str, ...] = ()
    is_free: bool = False
    unit: str = ""
    write: Callable[[pl.Expr], pl.Expr] | None = None


@dataclass(frozen=True)
class Words:
    """A body's own words, and the order in which a file writes its dates.

    `main_group` stands for a blank group, `group_aliases` maps other names of groups to their names,
    `sectors` maps each sector to other spellings of it (empty: any sector).
    """

    main_group: str = ""
    group_aliases: Mapping[str, str] = field(default_factory=dict)
    sectors: Mapping[str, Sequence[str]] = field(default_factory=dict)
    month_first: bool = False
