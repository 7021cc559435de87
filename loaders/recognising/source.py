"""What the export of a known system declares: the headings it is known by, and how its rows are read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import polars as pl

from kinds.names import folded


@dataclass(frozen=True)
class About:
    """What stands round a table: the name of its file and the rows above its headings, as clean cells."""

    file_name: str
    above: tuple[tuple[str, ...], ...] = ()

    def told(self, *names: str) -> str:
        """The first cell right of a cell with one of these names; "" where none is."""
        wanted = {folded(name) for name in names}
        for row in self.above:
            for place, cell in enumerate(row[:-1]):
                if folded(cell).removesuffix(":") in wanted:
                    return row[place + 1]
        return ""


@dataclass(frozen=True, eq=False)  # a source is only ever itself, and so can be looked up
class Source:
    """One export of one system.

    `columns`: its own columns, each with every heading it goes by, in every language; a name that is a
    column of the kind stands for that column when a problem is shown. `needs`: the columns without which
    it is not this export, `a|b` where either will do. `shape`: from `line` (Int64) and one text column for
    each of `columns` (clean, null where blank or absent) to `line` and text under the kind's columns,
    besides `email` or `payee` where an organisation may be found by it; it may leave rows out or take
    several as one, and `leaves_out` says which. `refused`: why an export that is known cannot be used, and
    what to upload instead. `seen`: whether a real file of it was read, not only its published headings.
    `one_section`: the table ends at the first blank row. `positions`: the columns by place where the
    export has no headings. `is_template`: our own headings. `is_mapped`:
    a reader's table, known by its headings to the letter, those of `besides` among them, which are not read.
    `day_first`: it writes its dates so, whatever the settings. `updates`: it tells of organisations far and
    wide, and only those on record are meant, with the columns that it has. `across`: each heading with a day
    is a meeting, and the cells below it say who came; its shape gets a row for each of them.
    """

    name: str
    kind: str
    columns: Mapping[str, tuple[str, ...]]
    needs: tuple[str, ...]
    shape: Callable[[pl.DataFrame, About], pl.DataFrame]
    leaves_out: str = ""
    refused: str = ""
    seen: bool = False
    one_section: bool = False
    positions: tuple[str, ...] = ()
    is_template: bool = False
    is_mapped: bool = False
    besides: tuple[str, ...] = ()
    day_first: bool = False
    updates: bool = False
    across: bool = False


def as_it_is(rows: pl.DataFrame, _: About) -> pl.DataFrame:
    """The shape of a source whose columns are the kind's own."""
    return rows
