"""What a template tells of each column: what it holds, its words and an example."""

import re

import polars as pl

from export import Column, form
from kinds.kind import NOTES, Field, Kind
from kinds.parser import Words

SUCH_AS = re.compile(r"such as (.+?)(?:,| or |$)")


def columns(kind: Kind, words: Words) -> list[Column]:
    """The columns of a kind's template, in their order."""
    return [_column(field, words) for field in kind.fields]


def _column(field: Field, words: Words) -> Column:
    parser = field.parser_for(words)
    given = SUCH_AS.search(parser.must_be)
    if parser.options:
        example = parser.options[0]
    elif given:
        example = given[1].strip("( ")
    else:
        example = "yes" if parser.dtype == pl.Boolean else "as your own files have it"
    return Column(field.heading, parser.must_be, field.required, parser.options, example)


def table(kind: Kind, words: Words) -> pl.DataFrame:
    """The same for the page. Columns: column, holds, needed, example (Utf8)."""
    rows = [
        (each.heading, each.holds, "Needed" if each.needed else "May be blank", each.example)
        for each in columns(kind, words)
    ]
    return pl.DataFrame(rows, dict.fromkeys(("column", "holds", "needed", "example"), pl.Utf8), orient="row")


def workbook(kind: Kind, words: Words) -> bytes:
    """The template as a workbook, with lists of words and notes."""
    return form(columns(kind, words), NOTES)
