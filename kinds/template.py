"""The file to fill in."""

import csv
import io
from collections.abc import Iterable, Mapping

from kinds.kind import Kind


def template(kind: Kind) -> bytes:
    """The heading row of a kind, as CSV that Excel knows for UTF-8."""
    return _written([[field.heading for field in kind.fields]])


def by_hand(kind: Kind, rows: Iterable[Mapping[str, str | None]], note: str) -> bytes:
    """The template filled in: rows of column → text, below a line that says where they come from.

    It has the columns that a row must have and those that one of these has: of others it says nothing.
    """
    given = [*rows]
    fields = [each for each in kind.fields if each.required or any(each.column in row for row in given)]
    cells = [[row.get(field.column) or "" for field in fields] for row in given]
    return _written([[note], [field.heading for field in fields], *cells])


def _written(rows: Iterable[Iterable[str]]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode("utf-8-sig")
