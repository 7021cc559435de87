"""Task lists as an action log: Microsoft Planner, Trello and Jira.

A list of Microsoft Lists has whatever headings its owner gave it, and is read by those.
"""

import polars as pl

from loaders.recognising.moments import day_part
from loaders.recognising.source import About, Source

DONE = ("done", "complete", "completed", "closed", "finished")
NOT_WANTED = ("won't do", "won't fix", "duplicate", "declined", "cancelled", "obsolete")


def _with_days(rows: pl.DataFrame) -> pl.DataFrame:
    """The columns of an action, with days in place of moments."""
    days = [name for name in ("raised_on", "due", "completed_on") if name in rows.columns]
    others = ["line", "reference", "action", "person", "status"]
    return rows.select(*others, *(day_part(pl.col(name)) for name in days))


def _planner(rows: pl.DataFrame, _: About) -> pl.DataFrame:
    return _with_days(rows)


def _trello(rows: pl.DataFrame, _: About) -> pl.DataFrame:
    """A card's list is its status, unless the card itself is marked as done."""
    is_done = (pl.col("done").str.to_lowercase() == "true").fill_null(False)
    named_done = pl.col("status").str.to_lowercase().is_in(DONE).fill_null(False)
    archived = (pl.col("archived").str.to_lowercase() == "true").fill_null(False)
    in_hand = pl.col("status").str.replace(r"(?i)^doing$", "in progress")
    kept = rows.filter(~archived | is_done | named_done)
    return _with_days(kept.with_columns(status=pl.when(is_done).then(pl.lit("complete")).otherwise(in_hand)))


def _jira(rows: pl.DataFrame, _: About) -> pl.DataFrame:
    """A status belongs to one of three categories, which newer exports have beside it."""
    not_wanted = pl.col("resolution").str.to_lowercase().is_in(NOT_WANTED).fill_null(False)
    status = pl.coalesce("category", "status")
    return _with_days(
        rows.with_columns(status=pl.when(not_wanted).then(pl.lit("withdrawn")).otherwise(status))
    )


SOURCES = (
    Source(
        name="Microsoft Planner",
        kind="actions",
        columns={
            "reference": ("Task ID",),
            "action": ("Task Name",),
            "bucket": ("Bucket Name",),
            "status": ("Progress",),
            "person": ("Assigned To",),
            "raised_on": ("Created Date",),
            "due": ("Due Date",),
            "completed_on": ("Completed Date",),
        },
        needs=("reference", "action", "bucket", "status"),
        shape=_planner,
        seen=True,
    ),
    Source(
        name="Trello",
        kind="actions",
        columns={
            "reference": ("Card ID",),
            "action": ("Card Name",),
            "status": ("List Name",),
            "person": ("Members",),
            "due": ("Due Date",),
            "done": ("Due Complete",),
            "archived": ("Archived",),
        },
        needs=("reference", "action", "status"),
        shape=_trello,
        leaves_out="archived cards that were not done",
    ),
    Source(
        name="Jira",
        kind="actions",
        columns={
            "reference": ("Issue key",),
            "number": ("Issue id",),
            "action": ("Summary",),
            "status": ("Status",),
            "category": ("Status Category",),
            "resolution": ("Resolution",),
            "person": ("Assignee",),
            "raised_on": ("Created",),
            "due": ("Due Date",),
            "completed_on": ("Resolved",),
        },
        needs=("reference", "number", "action", "status"),
        shape=_jira,
    ),
)
