"""What a parser of cells is, and the words of the body it may need."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl


@dataclass(frozen=True)
class Parser:
    """`parse` turns clean text into `dtype`, null where it cannot; `must_be` says what the text must be."""

    dtype: pl.DataType
    must_be: str
    parse: Callable[[pl.Expr], pl.Expr]


@dataclass(frozen=True)
class Words:
    """A body's own words: its main group, other names of its groups, its sectors with other spellings."""

    main_group: str = ""
    group_aliases: Mapping[str, str] = field(default_factory=dict)
    sectors: Mapping[str, Sequence[str]] = field(default_factory=dict)
