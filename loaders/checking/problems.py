"""Every way in which a row can be wrong, as frames of problems: line, column, value, must_be."""

from collections.abc import Iterable, Iterator, Mapping
from statistics import median

import polars as pl

from kinds.clean import FEW, answered, spelled_out
from kinds.days import on_its_weekday
from kinds.kind import Kind
from kinds.parser import Words
from loaders.reading import WHOLE_ROW, Unreadable

TOTAL = "a record of its own: delete a line of totals, they are worked out here"
NOTE = "a record like the others: delete it if it is a note or a total"
BELOW_BLANK = f"{NOTE}, or else the blank row above it"
ALONE = f"{NOTE}, or else fill in more than one of its cells"
A_TOTAL = r"^(?i:(grand |sub-?)?totals?)\b"
# And nothing but what is counted, a year or an amount, where “Total Care Trust” has a name.
NOTHING_ELSE = A_TOTAL + r"([^:]*:|[\s\d/,.£%-]*$)"
LAST, ABOVE = 30, 200  # rows in which notes are looked for, and with which they are compared
MOST_PROBLEMS = 1_000_000
Headings = Mapping[str, str]


def of_totals(cells: pl.DataFrame, required: Iterable[str]) -> pl.DataFrame:
    """Rows that begin with Total and lack a cell that every record has, or say nothing but that.

    `required` names the columns that every record fills.
    """
    first = pl.coalesce(pl.exclude("line"))
    lacks_one = pl.any_horizontal(pl.lit(False), *(pl.col(name).is_null() for name in required))
    (alone,) = answered(cells, {"0": lambda cell: cell.str.contains(NOTHING_ELSE).fill_null(False)})
    some = spelled_out(cells.filter(lacks_one | alone))
    is_total = first.str.contains(A_TOTAL) & (lacks_one | first.str.contains(NOTHING_ELSE))
    return problem_rows(some.filter(is_total), WHOLE_ROW, first, TOTAL)


def of_notes(cells: pl.DataFrame, blank: pl.Series) -> pl.DataFrame:
    """The rows below a last blank row if none is as full as usual, and last rows of a single cell.

    `blank`: the lines of blank rows. Only for a kind that asks for hardly more than that: of any other, such
    rows lack what they need.
    """
    rows = spelled_out(cells.tail(LAST + ABOVE))
    filled = rows.select(pl.sum_horizontal(pl.exclude("line").is_not_null())).to_series().to_list()
    least = max(len(rows) - LAST, 1)
    first = len(rows)
    while first > least and filled[first - 1] == 1:
        first -= 1
    notes, must_be = rows[first:] if median(filled[:first] or [0]) > 2 else rows.clear(), ALONE
    last_blank = blank.filter(blank < (rows["line"].max() or 0)).max()
    below = len(rows) - rows.filter(pl.col("line") > (last_blank or 0)).height
    if least <= below < len(rows) and max(filled[below:]) < median(filled[:below]):
        notes, must_be = rows[min(below, len(rows) - len(notes)) :], BELOW_BLANK
    return problem_rows(notes, WHOLE_ROW, pl.coalesce(pl.exclude("line")), must_be)


def of_cells(
    text: pl.DataFrame, values: pl.DataFrame, kind: Kind, words: Words, named: Headings
) -> Iterator[pl.DataFrame]:
    """Cells that cannot be read, and blanks that must be filled in."""
    for field in kind.fields:
        value, cell = values[field.column], text[field.column]
        if not value.null_count() or (cell.null_count() == len(cell) and not field.required):
            continue  # as most columns: cheaper than to look at each cell
        unread = value.is_null() & (cell.is_not_null() | field.required)
        parser, blank = field.parser_for(words), "" if field.required else ", or blank"
        weekday = (
            on_its_weekday(pl.col(field.column).cast(pl.String), parser) if parser.of_days else pl.lit("")
        )
        must_be = pl.concat_str(pl.lit(parser.must_be), weekday, pl.lit(blank))
        yield problem_rows(text.filter(unread), named[field.column], pl.col(field.column), must_be)


def of_checks(
    text: pl.DataFrame, values: pl.DataFrame, kind: Kind, named: Headings
) -> Iterator[pl.DataFrame]:
    """Cells that contradict another cell of their row."""
    for check in kind.checks:
        fails = values.select(~check.holds.fill_null(True)).to_series()
        yield problem_rows(text.filter(fails), named[check.column], pl.col(check.column), check.must_be)


def of_repeats(rows: pl.DataFrame, wrong: pl.Series, kind: Kind, named: Headings) -> pl.DataFrame:
    """Rows whose `row_key` an earlier row has, whether or not the rest of the row agrees.

    A row on one of the lines that are wrong already neither repeats another nor is repeated.
    """
    alike = _with_hash_in_common(rows, "row_key")
    if alike.is_empty():
        return problem_rows(alike, WHOLE_ROW, pl.col("row_key"), pl.col("row_key"))
    alike = alike.filter(~pl.col("line").is_in(wrong.implode()))
    first = pl.col("row_key").is_first_distinct()
    pairs = alike.filter(~first).join(
        alike.filter(first), on="row_key", suffix="_first", maintain_order="left"
    )
    others = [name for name in named if name not in kind.key]
    agrees = [pl.col(name).eq_missing(pl.col(f"{name}_first")) for name in others]
    key = " and ".join(", ".join(named[column] for column in kind.key).rsplit(", ", 1))
    must_be = (
        pl.when(pl.all_horizontal(pl.lit(True), *agrees))
        .then(pl.format("given once: it repeats line {}", "line_first"))
        .otherwise(
            pl.format("given once: line {} has the same {} with other details", "line_first", pl.lit(key))
        )
    )
    told = pl.concat_str(
        [pl.col(name).cast(pl.String) for name in kind.key], separator=", ", ignore_nulls=True
    )
    return problem_rows(pairs, WHOLE_ROW, told, must_be)


def _with_hash_in_common(rows: pl.DataFrame, column: str) -> pl.DataFrame:
    """The rows whose text may be in the column twice: few to compare, where most are different."""
    if rows.height <= FEW:
        return rows if rows[column].n_unique() < rows.height else rows.clear()
    hashes = rows[column].hash()
    ordered = hashes.sort()
    twice = ordered.filter(ordered == ordered.shift()).unique()
    return rows.filter(hashes.is_in(twice.implode()))


def bearable(problems: Iterable[pl.DataFrame]) -> Iterator[pl.DataFrame]:
    """The same frames. Raises Unreadable once they have more problems than anybody could mend."""
    count = 0
    for each in problems:
        count += each.height
        if count > MOST_PROBLEMS:
            line, column, value, must_be = each.row(0)
            raise Unreadable(
                f"The file has more than {MOST_PROBLEMS:,} problems. For instance on line {line}, {column} "
                f"“{value:.60}” must be {must_be}. Correct that in all rows, and upload the file again."
            )
        yield each


def listed(found: Iterable[pl.DataFrame], named: Headings) -> pl.DataFrame:
    """All problems by line, then in the order of the kind's columns, what is wrong with a whole row first."""
    order = list(dict.fromkeys((WHOLE_ROW, *named.values())))  # a heading may have a field's own name too
    place = pl.col("column").replace_strict(order, range(len(order)), return_dtype=pl.Int64)
    return pl.concat(found).sort("line", place, maintain_order=True)


def problem_rows(rows: pl.DataFrame, column: str, value: pl.Expr, must_be: str | pl.Expr) -> pl.DataFrame:
    """A problem of each of these rows: line, column, value and must_be."""
    sentence = pl.lit(must_be) if isinstance(must_be, str) else must_be
    return rows.select(
        "line", column=pl.lit(column), value=value.cast(pl.String).fill_null(""), must_be=sentence
    )
