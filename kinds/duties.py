"""When the body did what its terms of reference ask of it."""

from kinds.days import day
from kinds.fields import text
from kinds.kind import Field, Kind

KIND = Kind(
    name="duties",
    fields=(
        Field("duty", "Duty", text(), required=True),
        Field("period", "Period", text()),
        Field("done_on", "Done on", day, also=("Done", "Date done")),
        Field("note", "Note", text(), also=("Notes", "Comment")),
        Field("document", "Document", text()),
    ),
    key=("duty", "period"),
)
