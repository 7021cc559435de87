"""What the look of a workbook says and no cell does: rows struck through or hidden, ratings by colour."""

from collections.abc import Iterable, Iterator

import polars as pl

from kinds.clean import spelled_out
from kinds.parser import Words
from loaders.checking.problems import problem_rows
from loaders.checking.said import Answers
from loaders.reading import WHOLE_ROW, Unseen
from loaders.recognising import Sheet

HIDDEN, COLOURS = "hidden", "colours"
RATINGS = frozenset(("red", "amber", "green"))
OVER = frozenset(
    ("complete", "withdrawn", "cancelled", "former")
)  # struck through for being over, as it says
STRUCK = "not struck through, if it counts: take the line away, or say that such rows count"
SHOWN = 12


def in_sight(cells: pl.DataFrame, sheet: Sheet, answers: Answers) -> pl.DataFrame:
    """The rows without hidden ones, if they do not count, and with ratings that only a colour tells.

    `cells`: `line` and clean text by place. Raises Unseen where the reader must say whether they count.
    """
    seen = sheet.written.seen
    hidden = cells["line"].filter(cells["line"].is_in(list(seen.hidden))).to_list() if seen.hidden else []
    if hidden and answers.hidden is None:
        told = "hidden, or filtered out. Say whether such rows are to be loaded or left out."
        raise Unseen(f"{_lines(hidden)} {told}", HIDDEN)
    cells = cells if answers.hidden or not hidden else cells.filter(~pl.col("line").is_in(hidden))
    coloured = dict(_coloured(cells, sheet)) if seen.fills else {}
    if coloured and answers.colours is None:
        raise _unsaid(sheet, coloured)
    return _filled(cells, coloured) if answers.colours else cells


def of_struck(cells: pl.DataFrame, text: pl.DataFrame, sheet: Sheet, count: bool) -> pl.DataFrame:
    """The rows that are struck through, as problems, unless they `count` or say that they are over."""
    lines = [] if count else list(sheet.written.seen.struck)
    struck = cells.filter(pl.col("line").is_in(lines)) if lines else cells.clear()
    over = text.filter(pl.col("line").is_in(struck["line"].implode())).select(
        "line", over=pl.any_horizontal(pl.lit(False), *_over(sheet))
    )
    is_over = pl.col("line").is_in(over.filter("over")["line"].implode())
    rows = spelled_out(struck.filter(~is_over))
    return problem_rows(rows, WHOLE_ROW, pl.coalesce(pl.exclude("line")), STRUCK)


def _over(sheet: Sheet) -> Iterator[pl.Expr]:
    for field in sheet.kind.fields:
        parser = field.parser_for(Words())
        if OVER & {*parser.options}:
            yield parser.parse(pl.col(field.column).cast(pl.String)).is_in(list(OVER)).fill_null(False)


def _coloured(cells: pl.DataFrame, sheet: Sheet) -> Iterator[tuple[int, dict[int, str]]]:
    """Place of a column of ratings → line → colour of its blank cells, where any is a colour of ratings."""
    lines = {*cells["line"]}
    for field in sheet.kind.fields:
        place, options = sheet.match.positions.get(field.column), {*field.parser_for(Words()).options}
        if place is not None and options >= RATINGS:
            fills = ((line, name) for (line, at), name in sheet.written.seen.fills.items() if at == place)
            rows = {line: name for line, name in fills if line in lines and name in options}
            if RATINGS & {*rows.values()}:
                yield place, dict(sorted(rows.items()))


def _unsaid(sheet: Sheet, coloured: dict[int, dict[int, str]]) -> Unseen:
    told = [
        f"“{sheet.table.headings[place]}” is blank and has a colour: "
        + _some(f"line {line} {name}" for line, name in rows.items())
        for place, rows in coloured.items()
    ]
    return Unseen(f"{'; '.join(told)}. Say whether the colours are the ratings, or mean nothing.", COLOURS)


def _filled(cells: pl.DataFrame, coloured: dict[int, dict[int, str]]) -> pl.DataFrame:
    cells = spelled_out(cells) if coloured else cells
    for place, rows in coloured.items():
        name = pl.col("line").replace_strict(rows, default=None, return_dtype=pl.String)
        cells = cells.with_columns(pl.coalesce(str(place), name).alias(str(place)))
    return cells


def _lines(lines: list[int]) -> str:
    return f"Line {lines[0]} is" if len(lines) == 1 else f"Lines {_some(map(str, lines))} are"


def _some(each: Iterable[str]) -> str:
    told = [*each]
    more = f" and {len(told) - SHOWN} more" if len(told) > SHOWN else ""
    return ", ".join(told[:SHOWN]) + more
