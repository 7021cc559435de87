"""When the body did what its terms of reference ask of it."""

from kinds.days import past_day
from kinds.fields import text
from kinds.kind import Field, Kind, Whole

KIND = Kind(
    name="duties",
    of="duty done in a period",
    fields=(
        Field("duty", "Duty", text(), names="nobody", required=True, few_words=True),
        Field("period", "Period", text(), names="nobody"),
        Field("done_on", "Done on", past_day, also=("Done", "Date done")),
        Field("note", "Note", text(), names="anybody", also=("Notes", "Comment")),
        Field("document", "Document", text(), names="anybody"),
    ),
    key=("duty", "period"),
    whole=Whole(),
    readers="secretariat, board, partner",
)
