"""The meetings of each group, with the days on which papers and minutes went out."""

from kinds.days import day
from kinds.fields import group, text
from kinds.kind import Field, Kind, Whole

KIND = Kind(
    name="meetings",
    of="meeting of a group",
    fields=(
        Field("group_name", "Group", group, names="group", also=("Meeting of",)),
        Field("meeting_on", "Meeting date", day, required=True, also=("Date", "Date of meeting")),
        Field("kind", "Kind", text(), names="nobody", also=("Type", "Meeting type")),
        Field("papers_sent_on", "Papers sent", day, also=("Papers circulated",)),
        Field("minutes_sent_on", "Minutes sent", day, also=("Minutes circulated",)),
        Field("chaired_by", "Chaired by", text(), names="person", also=("Chair",)),
    ),
    key=("group_name", "meeting_on"),
    changes=True,
    whole=Whole(("group_name", "year(meeting_on)")),
    gone_may_be=("ended", "mistaken", "kept"),
)
