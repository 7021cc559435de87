"""What partners say of their figures, and what the secretariat answers."""

import polars as pl

from kinds.days import day
from kinds.fields import choice, count, number, percentage, text
from kinds.kind import Check, Field, Kind, not_before
from kinds.pledge_progress import RAG

ABOUT = choice({"pledge": (), "attendance": (), "action": (), "fee": ()})
RESPONSE = choice({"confirmed": ("confirm",), "queried": ("query",), "proposed": ("propose", "proposal")})
ANSWER = choice({"accepted": ("accept",), "declined": ("decline",)})

IS_QUERY, IS_PROPOSAL = (pl.col("response") == word for word in ("queried", "proposed"))

# one standing word of an organisation on each figure; what it says next replaces it, answer and all
KIND = Kind(
    name="responses",
    of="what a partner says of a figure, as it stood then, and the answer",
    fields=(
        Field(
            "organisation",
            "Organisation",
            text(),
            names="organisation",
            required=True,
            also=("Organisation name", "Partner"),
        ),
        Field("about", "About", ABOUT, required=True),
        Field("reference", "Reference", text(), names="anybody", also=("Pledge reference", "Financial year")),
        Field("figure", "Figure", text(), names="anybody"),
        Field("as_at", "As at", day),
        Field("response", "Response", RESPONSE, required=True),
        Field("note", "Note", text(), names="anybody", also=("Notes", "Comment")),
        Field("progress_share", "Progress (%)", percentage()),
        Field("rag", "RAG", RAG),
        Field("value", "Value", number()),
        Field("young_people_reached", "Young people reached", count()),
        Field("said_on", "Said on", day, required=True),
        Field("answer", "Answer", ANSWER),
        Field("answered_on", "Answered on", day),
        Field("answer_note", "Answer note", text(), names="anybody"),
    ),
    key=("organisation", "about", "reference", "as_at"),
    checks=(
        Check("about", ~IS_PROPOSAL | (pl.col("about") == "pledge"), "pledge where an update is proposed"),
        Check("as_at", ~IS_PROPOSAL | pl.col("as_at").is_not_null(), "the day of the figure proposed"),
        Check("note", ~IS_QUERY | pl.col("note").is_not_null(), "filled in: what is queried"),
        not_before("answered_on", "Said on", "said_on"),
    ),
)
