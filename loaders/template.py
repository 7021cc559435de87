"""The file to fill in."""

import csv
import io

from loaders.kind import Kind


def template(kind: Kind) -> bytes:
    """The heading row of a kind, as CSV that Excel knows for UTF-8."""
    out = io.StringIO()
    csv.writer(out).writerow(field.heading for field in kind.fields)
    return out.getvalue().encode("utf-8-sig")
