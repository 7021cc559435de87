"""How often the columns of other people's tables are suggested rightly, and numbers that would do better.

    python -m bench.suggesting [--tries 0] [--seed 1]

Counts the invented tables of `tables_of_others.txt` whose kind is suggested first, and the headings that are
given the column that their author means, where the kind is known: rightly, to another, and to none. With
`--tries` it then looks for better numbers, each try a step from the best so far, and prints what it found.
Half of the tables, by turns, are kept back from the search, so that numbers that only fit these show it.
"""

import argparse
import random
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import polars as pl

from kinds import KIND, KINDS
from loaders.recognising.suggest import USUAL, Numbers, suggested

TABLES = Path(__file__).parent / "tables_of_others.txt"
STEP = 0.3


class Table(NamedTuple):
    """A table, the kind that it is of, and heading → column for those that mean one."""

    kind: str
    headings: tuple[str, ...]
    rows: pl.DataFrame
    meant: dict[str, str]


class Hits(NamedTuple):
    """Kinds that come first; headings given the right column, a wrong one, and none where one is meant."""

    kinds: int
    right: int
    wrong: int
    passed_over: int

    @property
    def worth(self) -> int:
        """A wrong column costs as much as a right one gains; a kind is worth three."""
        return 3 * self.kinds + self.right - self.wrong


def tables() -> list[Table]:
    """All of the file, in its order."""
    text = TABLES.read_text(encoding="utf-8")
    blocks = "\n".join(line for line in text.splitlines() if not line.startswith("#")).strip().split("\n\n")
    return [_table(block.splitlines()) for block in blocks]


def _table(lines: Sequence[str]) -> Table:
    kind, head, *rows = lines
    named = [cell.strip().partition("=")[::2] for cell in head.split("|")]
    cells = [[cell.strip() or None for cell in row.split("|")] for row in rows]
    schema = [(str(place), pl.String) for place in range(len(named))]
    frame = pl.DataFrame(cells, schema=schema, orient="row")
    return Table(kind, tuple(name for name, _ in named), frame, {name: to for name, to in named if to})


def hits(of: Sequence[Table], numbers: Numbers) -> Hits:
    """What comes of the tables with these numbers."""
    return Hits(*map(sum, zip(*(_hits(table, numbers) for table in of), strict=True)))


def _hits(table: Table, numbers: Numbers) -> tuple[int, int, int, int]:
    first = next(iter(suggested(table.headings, table.rows, KINDS, numbers=numbers)), None)
    given = next(iter(suggested(table.headings, table.rows, [KIND[table.kind]], numbers=numbers)), None)
    columns = dict(given.columns) if given else {}
    right = sum(table.meant.get(name) == column for name, column in columns.items())
    passed_over = len(table.meant.keys() - columns.keys())
    return first is not None and first.kind.name == table.kind, right, len(columns) - right, passed_over


def tuned(of: Sequence[Table], tries: int, rng: random.Random) -> Numbers:
    """The best numbers that a walk from the usual ones finds; equal ones are not preferred to the usual."""
    best, worth = USUAL, hits(of, USUAL).worth
    for _ in range(tries):
        name = rng.choice(Numbers._fields)
        value = round(getattr(best, name) * (1 + rng.uniform(-STEP, STEP)), 3)
        trial = best._replace(**{name: value})
        if (found := hits(of, trial).worth) > worth:
            best, worth = trial, found
    return best


def main() -> None:
    """Prints the hits, and after a search those of the numbers found, on tables seen and kept back."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--tries", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    every = tables()
    print(len(every), "tables,", sum(len(each.meant) for each in every), "headings:", hits(every, USUAL))
    for name in Numbers._fields:
        without = hits(every, USUAL._replace(**{name: 0.0}))
        print(f"  without {name}: {without} ({without.worth - hits(every, USUAL).worth:+})")
    if asked.tries:
        seen, kept_back = every[::2], every[1::2]
        found = tuned(seen, asked.tries, random.Random(asked.seed))
        for title, numbers in (("before", USUAL), ("after", found)):
            print(title, "searched:", hits(seen, numbers), "kept back:", hits(kept_back, numbers))
        print("found:", {name: new for name, new in found._asdict().items() if new != getattr(USUAL, name)})


if __name__ == "__main__":
    main()
