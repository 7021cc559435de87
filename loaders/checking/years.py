"""Years of two digits that cannot be the year that they are read as: 85 on a day of joining is not 2085."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta

import polars as pl

from kinds.days import A_DATE
from kinds.kind import Kind
from kinds.parser import Words
from loaders.checking.problems import problem_rows

TWO_DIGITS = r"^(?:\D+[\s,.])?\d{1,2}(?:st|nd|rd|th)?[\s./-]+\w+[\s./-]+(\d\d)$"
AHEAD = timedelta(days=20 * 365)  # nothing is planned for longer


def of_years(
    text: pl.DataFrame,
    values: pl.DataFrame,
    kind: Kind,
    words: Words,
    named: Mapping[str, str],
    today: date | None,
) -> Iterator[pl.DataFrame]:
    """Cells with a year of two digits, of a day that would be in the future and cannot, or too far ahead.

    `today`: where it is not known, nothing is said.
    """
    for field in kind.fields if today else ():
        parser, cell = field.parser_for(words), pl.col(field.column).cast(pl.String)
        if not parser.of_days or parser.dtype not in (pl.Date, pl.String):
            continue
        day = values.select(cell.str.to_date("%Y-%m-%d", strict=False)).to_series()
        assert today, "or there is no field"
        late = (day > (today if parser.is_past else today + AHEAD)).fill_null(False)
        rows = text.filter(late).filter(cell.str.contains(TWO_DIGITS))
        told = pl.format(
            "{} with all four digits of its year, not {}", pl.lit(A_DATE), cell.str.extract(TWO_DIGITS)
        )
        yield problem_rows(rows, named[field.column], pl.col(field.column), told)
