"""Who stands in a list of attendance: everyone who was expected, or only those who came."""

import polars as pl

import loaders
from rules import Body
from store import Reader, Store
from store.said import Listed


def tells_who_is_listed(checked: loaders.Checked) -> bool:
    """Whether a file tells it by itself: in a list with somebody who did not come, everyone stands."""
    if checked.kind.name != "attendance" or checked.rows.is_empty():
        return True
    return bool(checked.rows["attendance"].is_in(["apologies", "absent"]).any())


def listed_before(store: Store, reader: Reader, body: Body, checked: loaders.Checked) -> Listed | None:
    """Who stands in such lists, as was last said of one with the same headings; None where nobody did."""
    if tells_who_is_listed(checked):
        return None
    said = store.read(reader, "uploads", body.key).filter(
        pl.col("listed").is_not_null(), pl.col("undone_at").is_null(), kind="attendance"
    )
    same = said.filter(pl.col("headings") == sorted(checked.mapping)).sort("upload_id")
    return same["listed"].to_list()[-1] if same.height else None
