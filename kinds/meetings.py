"""The meetings of each group, with the days on which papers and minutes went out."""

import polars as pl

from kinds.days import day
from kinds.fields import choice, group, text
from kinds.kind import Field, Kind, Whole

STATUS = choice(
    {
        "held": ("took place", "scheduled", "planned", "confirmed", "arranged", "going ahead", "completed"),
        "cancelled": (
            "canceled", "called off", "did not take place", "did not go ahead", "not held", "stood down",
            "abandoned",
        ),
        "postponed": ("deferred", "rearranged", "rescheduled", "adjourned", "moved"),
    }
)  # fmt: skip
# told by what kind of meeting it is, where nobody says more
WRITTEN = pl.col("kind").cast(pl.String).str.to_lowercase()
BY_KIND = (
    pl.when(
        WRITTEN.str.contains(r"cancel|called off|stood down|not held|abandoned|did not (take place|go ahead)")
    )
    .then(pl.lit("cancelled"))
    # but not of one that stands in the place of another
    .when(
        WRITTEN.str.contains(r"postpone|deferred|rescheduled|rearranged"),
        ~WRITTEN.str.contains(r"(postponed|deferred|rescheduled|rearranged) from"),
    )
    .then(pl.lit("postponed"))
)

KIND = Kind(
    name="meetings",
    of="meeting of a group",
    fields=(
        Field("group_name", "Group", group, names="group", also=("Meeting of",)),
        Field("meeting_on", "Meeting date", day, required=True, also=("Date", "Date of meeting")),
        Field("kind", "Kind", text(), names="nobody", also=("Type", "Meeting type")),
        Field("papers_sent_on", "Papers sent", day, also=("Papers circulated",)),
        Field("minutes_sent_on", "Minutes sent", day, also=("Minutes circulated",)),
        Field("status", "Status", STATUS, default=BY_KIND, also=("Meeting status",)),
        Field("chaired_by", "Chaired by", text(), names="person", also=("Chair",)),
    ),
    key=("group_name", "meeting_on"),
    changes=True,
    whole=Whole(("group_name", "year(meeting_on)")),
    gone_may_be=("ended", "mistaken", "kept"),
    ends={"status": "'cancelled'"},
)
