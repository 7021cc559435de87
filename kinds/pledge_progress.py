"""Partners' own reports on their pledges."""

from kinds.days import past_day
from kinds.fields import choice, count, number, percentage, text
from kinds.kind import Field, Kind

RAG = choice(
    {
        "red": ("r",),
        "amber": ("a", "yellow"),
        "green": ("g",),
        "blue": ("b",),
        "none": ("not rated", "not set", "n/a"),
    }
)

KIND = Kind(
    name="pledge_progress",
    of="news of a pledge",
    fields=(
        Field(
            "pledge_reference",
            "Pledge reference",
            text(),
            names="nobody",
            required=True,
            also=("Reference",),
            is_reference=True,
        ),
        Field("as_at", "As at", past_day, required=True, also=("As at date", "Date")),
        Field("progress_share", "Progress (%)", percentage(), also=("Per cent complete", "% complete")),
        Field("rag", "RAG", RAG, also=("RAG rating", "RAG status")),
        Field("value", "Value", number()),
        Field("young_people_reached", "Young people reached", count()),
        Field("note", "Note", text(), names="anybody", also=("Notes", "Comment")),
        Field("evidence", "Evidence", text(), names="anybody"),
    ),
    key=("pledge_reference", "as_at"),
)
