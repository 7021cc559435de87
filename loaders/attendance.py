"""Who came to which meeting: one row per person, or per organisation where nobody is named."""

from loaders.days import day
from loaders.fields import choice, group, text
from loaders.kind import Field, Kind

ATTENDANCE = choice(
    {
        "present": ("attended", "✓", "✔", "attending", "in attendance", "in person", "yes", "y", "p"),
        "present remotely": ("present, virtual", "virtual", "virtually", "online", "remote", "remotely"),
        "substitute": ("sub", "deputy", "present, as substitute", "present as substitute"),
        "apologies": ("apology", "apologies sent", "sent apologies", "apologies received", "apols"),
        "absent": ("did not attend", "not present", "no apologies", "dna", "no", "n"),
        "not recorded": ("unknown", "not known"),
    }
)

KIND = Kind(
    name="attendance",
    fields=(
        Field("group_name", "Group", group, also=("Meeting of",)),
        Field("meeting_on", "Meeting date", day, required=True, also=("Date", "Date of meeting")),
        Field("organisation", "Organisation", text(), required=True, also=("Organisation name", "Partner")),
        Field("person", "Person", text(), also=("Name", "Full name", "Attendee")),
        Field("attendance", "Attendance", ATTENDANCE, required=True, also=("Attended", "Status")),
        Field("substituting_for", "Substituting for", text(), also=("Substitute for", "Deputising for")),
    ),
    key=("group_name", "meeting_on", "organisation", "person"),
    organisation_by=("email", "person"),
)
