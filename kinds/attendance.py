"""Who came to which meeting: one row per person, or per organisation where nobody is named."""

from kinds.days import day
from kinds.fields import choice, group, text
from kinds.kind import Field, Kind, Whole

ATTENDANCE = choice(
    {
        "present": (
            "attended", "attending", "in person", "present in person", "attended in person",
            "face to face", "f2f", "here", "yes", "y", "p", "1", "true", "✓", "✔", "☑", "✅",
        ),
        "present remotely": (
            "present, virtual", "present (virtual)", "present (online)", "present virtually",
            "present online", "attended virtually", "attended online", "attended remotely", "virtual",
            "virtually", "online", "remote", "remotely", "teams", "ms teams", "via teams", "zoom", "via zoom",
            "by telephone",
        ),
        "substitute": ("sub", "deputy", "on behalf of", "present, as substitute", "present as substitute"),
        "apologies": (
            "apology", "apologies sent", "sent apologies", "apologies received", "apologies given",
            "apologies noted", "absent with apologies", "apols", "apol",
        ),
        "absent": (
            "did not attend", "not present", "not attended", "non attendance", "no apologies",
            "absent without apologies", "no show", "dna", "no", "n", "0", "false", "✗", "✘", "❌",
        ),
        "in attendance": (
            "in attendance only", "guest", "invited", "invitee", "invited guest", "visitor", "observer",
            "observing", "presenter", "presenting", "attending as guest", "non member", "not a member",
        ),
        "not recorded": ("unknown", "not known"),
    }
)  # fmt: skip

KIND = Kind(
    name="attendance",
    of="person, or organisation where nobody is named, at one meeting",
    fields=(
        Field("group_name", "Group", group, names="group", also=("Meeting of",)),
        Field("meeting_on", "Meeting date", day, required=True, also=("Date", "Date of meeting")),
        Field(
            "organisation",
            "Organisation",
            text(),
            names="organisation",
            required=True,
            also=("Organisation name", "Partner", "Agency", "Partner agency", "Partner organisation"),
        ),
        Field(
            "person",
            "Person",
            text(),
            names="person",
            also=("Name", "Full name", "Attendee", "Board member", "Member name", "Representative"),
        ),
        Field("attendance", "Attendance", ATTENDANCE, required=True, also=("Attended", "Status", "Present")),
        Field(
            "substituting_for",
            "Substituting for",
            text(),
            names="person",
            also=("Substitute for", "Deputising for"),
        ),
    ),
    key=("group_name", "meeting_on", "organisation", "person"),
    whole=Whole(("group_name", "meeting_on")),
    organisation_by=("email", "person"),
)
