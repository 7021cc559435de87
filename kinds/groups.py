"""The body's groups: sub-groups, working groups, task and finish groups."""

from kinds.days import day
from kinds.fields import any_group, text
from kinds.kind import Field, Kind, Whole, not_before

KIND = Kind(
    name="groups",
    of="group of a body",
    fields=(
        Field("group_name", "Group", any_group, names="group", required=True),
        Field("kind", "Kind", text(), names="nobody", also=("Type", "Group type"), few_words=True),
        Field("lead_organisation", "Lead organisation", text(), names="organisation", also=("Lead",)),
        Field("agreed_on", "Agreed on", day, also=("Agreed",)),
        Field("reviewed_on", "Reviewed on", day, also=("Reviewed",)),
        Field("last_report_on", "Last report", day, also=("Last report on",)),
        Field("ends_on", "Ends", day, planned=True, also=("Ends on",)),
        Field("ended_on", "Ended", day, also=("Ended on",)),
    ),
    key=("group_name",),
    changes=True,
    begins="agreed_on",
    whole=Whole(),
    gone_may_be=("ended", "mistaken", "kept"),
    ends={"ended_on": "coalesce(ended_on, gone_on)"},
    checks=(not_before("ends_on", "Agreed on", "agreed_on"),),
    readers="secretariat, board, partner",
)
