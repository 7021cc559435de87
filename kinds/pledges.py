"""What each partner has promised."""

from kinds.days import day
from kinds.fields import number, text
from kinds.kind import Field, Kind, not_before

KIND = Kind(
    name="pledges",
    fields=(
        Field("reference", "Reference", text(), required=True, also=("Ref", "Pledge reference")),
        Field("organisation", "Organisation", text(), required=True, also=("Organisation name", "Partner")),
        Field("theme", "Theme", text()),
        Field("pledge", "Pledge", text(), required=True, also=("Promise", "Commitment")),
        Field("measure", "Measure", text()),
        Field("baseline", "Baseline", number()),
        Field("target", "Target", number()),
        Field("start_on", "Start", day, also=("Start date",)),
        Field("due_on", "Due", day, also=("Due date",)),
    ),
    key=("reference",),
    checks=(not_before("due_on", "Start", "start_on"),),
)
