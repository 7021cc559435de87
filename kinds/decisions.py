"""What was decided, how, and whose consent it needed."""

from kinds.days import day
from kinds.fields import count, group, text
from kinds.kind import Field, Kind, Whole

KIND = Kind(
    name="decisions",
    of="decision",
    fields=(
        Field(
            "reference",
            "Reference",
            text(),
            names="anybody",
            required=True,
            also=("Ref", "Decision reference"),
            is_reference=True,
        ),
        Field("group_name", "Group", group, names="group"),
        Field("meeting_on", "Meeting date", day, required=True, also=("Date", "Date of meeting")),
        Field("decision", "Decision", text(), names="anybody", required=True),
        Field("kind", "Kind", text(), names="nobody", also=("Type", "Decision type")),
        Field("method", "Method", text(), names="nobody", few_words=True),
        Field("votes_for", "For", count(), also=("Votes for",)),
        Field("votes_against", "Against", count(), also=("Votes against",)),
        Field("votes_abstained", "Abstained", count(), also=("Abstentions",)),
        Field("consent_needed_from", "Consent needed from", text(), names="organisations"),
        Field("consent_given_by", "Consent given by", text(), names="organisations"),
        Field("ratified_on", "Ratified on", day, also=("Ratified",)),
        Field(
            "conflicted",
            "Conflicts declared",
            text(),
            names="anybody",
            also=("Conflicts of interest", "Conflict declared by", "Conflicted", "Recused"),
        ),
    ),
    key=("reference",),
    whole=Whole(("group_name", "meeting_on")),
    readers="secretariat, board, partner",
)
