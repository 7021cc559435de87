"""The meetings of each group, with the days on which papers and minutes went out."""

from dataclasses import replace

import polars as pl

from kinds.days import day
from kinds.fields import choice, group, text
from kinds.kind import Field, Kind, Whole

WORDS = choice(
    {
        "held": ("took place", "scheduled", "planned", "confirmed", "arranged", "going ahead", "completed"),
        "cancelled": (
            "canceled", "called off", "did not take place", "did not go ahead", "not held", "stood down",
            "abandoned",
        ),
        "postponed": ("deferred", "rearranged", "rescheduled", "adjourned", "moved"),
    }
)  # fmt: skip


def _not_held(written: pl.Expr) -> pl.Expr:
    """What a remark such as “Cancelled – snow” says of a meeting; null where it says neither."""
    cell = written.cast(pl.String).str.to_lowercase()
    off = r"cancel|called off|stood down|not held|abandoned|did not (take place|go ahead)"
    later = r"postpone|deferred|rescheduled|rearranged"
    return (
        pl.when(cell.str.contains(off))
        .then(pl.lit("cancelled"))
        # but not of one that stands in the place of another
        .when(cell.str.contains(later), ~cell.str.contains(rf"(?:{later})d? from"))
        .then(pl.lit("postponed"))
    )


STATUS = replace(WORDS, parse=lambda cell: pl.coalesce(WORDS.parse(cell), _not_held(cell)))

KIND = Kind(
    name="meetings",
    of="meeting of a group",
    fields=(
        Field("group_name", "Group", group, names="group", also=("Meeting of",)),
        Field("meeting_on", "Meeting date", day, required=True, also=("Date", "Date of meeting")),
        Field("kind", "Kind", text(), names="nobody", also=("Type", "Meeting type")),
        Field("papers_sent_on", "Papers sent", day, also=("Papers circulated",)),
        Field("minutes_sent_on", "Minutes sent", day, also=("Minutes circulated",)),
        Field("status", "Status", STATUS, default=_not_held(pl.col("kind")), also=("Meeting status",)),
        Field("chaired_by", "Chaired by", text(), names="person", also=("Chair",)),
    ),
    key=("group_name", "meeting_on"),
    changes=True,
    whole=Whole(("group_name", "year(meeting_on)")),
    gone_may_be=("ended", "mistaken", "kept"),
    ends={"status": "'cancelled'"},
)
