"""The action log."""

from kinds.days import day, day_or_next_meeting
from kinds.fields import choice, group, text
from kinds.kind import Field, Kind, not_before

STATUS = choice(
    {
        "open": ("not started", "not yet started", "new", "to do", "outstanding", "overdue", "pending"),
        "in progress": ("ongoing", "started", "under way", "underway", "on track", "in hand", "wip"),
        "complete": ("completed", "done", "closed", "finished", "actioned", "resolved", "discharged"),
        "withdrawn": ("cancelled", "superseded", "no longer needed"),
    }
)

KIND = Kind(
    name="actions",
    fields=(
        Field("reference", "Reference", text(), required=True, also=("Ref", "Action reference")),
        Field("raised_on", "Raised on", day, also=("Raised", "Date raised")),
        Field("group_name", "Group", group),
        Field("action", "Action", text(), required=True, also=("Action agreed", "Description")),
        Field("organisation", "Organisation", text(), also=("Organisation name", "Partner")),
        Field(
            "person", "Person", text(), also=("Owner", "Action owner", "Assigned to", "Action by", "By whom")
        ),
        Field(
            "due", "Due", day_or_next_meeting, also=("Due date", "Due on", "Due by", "By when", "Deadline")
        ),
        Field("status", "Status", STATUS, required=True, also=("Progress",)),
        Field("completed_on", "Completed on", day, also=("Completed", "Date completed")),
        Field("shared_with_board_on", "Shared with board on", day, also=("Shared with board",)),
    ),
    key=("reference",),
    checks=(not_before("completed_on", "Raised on", "raised_on"),),
    organisation_by=("email", "person"),
)
