"""What each partner has promised."""

from kinds.days import day
from kinds.fields import number, text
from kinds.kind import Field, Kind, Whole, not_before

KIND = Kind(
    name="pledges",
    of="pledge",
    fields=(
        Field(
            "reference",
            "Reference",
            text(),
            names="anybody",
            required=True,
            also=("Ref", "Pledge reference"),
            is_reference=True,
        ),
        Field(
            "organisation",
            "Organisation",
            text(),
            names="organisation",
            required=True,
            also=("Organisation name", "Partner"),
        ),
        Field("theme", "Theme", text(), names="nobody"),
        Field("pledge", "Pledge", text(), names="anybody", required=True, also=("Promise", "Commitment")),
        Field("measure", "Measure", text(), names="nobody"),
        Field("baseline", "Baseline", number()),
        Field("target", "Target", number()),
        Field("start_on", "Start", day, also=("Start date",)),
        Field("due_on", "Due", day, planned=True, also=("Due date",)),
    ),
    key=("reference",),
    changes=True,
    begins="start_on",
    whole=Whole(("organisation",)),
    gone_may_be=("ended", "mistaken", "kept"),
    checks=(not_before("due_on", "Start", "start_on"),),
    readers="secretariat, board, partner by organisation",
)
