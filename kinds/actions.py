"""The action log."""

import polars as pl

from kinds.days import day, day_or_next_meeting, past_day
from kinds.fields import choice, group, text
from kinds.kind import Derived, Field, Kind, Whole, not_before

STATUS = choice(
    {
        "open": ("not started", "not yet started", "not begun", "new", "to do", "outstanding", "overdue",
                 "pending"),
        "in progress": ("ongoing", "started", "begun", "under way", "underway", "on track", "in hand", "wip"),
        "complete": ("completed", "done", "all done", "100%", "closed", "finished", "actioned", "resolved",
                     "discharged"),
        "withdrawn": ("cancelled", "superseded", "no longer needed"),
    }
)  # fmt: skip

KIND = Kind(
    name="actions",
    of="action",
    fields=(
        Field(
            "reference",
            "Reference",
            text(),
            names="anybody",
            required=True,
            also=("Ref", "Action reference"),
            is_reference=True,
        ),
        Field("raised_on", "Raised on", past_day, also=("Raised", "Date raised")),
        Field("group_name", "Group", group, names="group"),
        Field(
            "action", "Action", text(), names="anybody", required=True, also=("Action agreed", "Description")
        ),
        Field(
            "organisation",
            "Organisation",
            text(),
            names="organisation",
            also=("Organisation name", "Partner"),
        ),
        Field(
            "person",
            "Person",
            text(),
            names="person",
            also=("Owner", "Action owner", "Assigned to", "Action by", "By whom"),
        ),
        Field(
            "due",
            "Due",
            day_or_next_meeting,
            planned=True,
            also=("Due date", "Due on", "Due by", "By when", "Deadline"),
        ),
        Field("status", "Status", STATUS, required=True, also=("Progress",)),
        Field(
            "completed_on",
            "Completed on",
            past_day,
            also=("Completed", "Date completed", "Date closed", "Closed on"),
        ),
        Field("shared_with_board_on", "Shared with board on", day, also=("Shared with board",)),
    ),
    key=("reference",),
    by_words=("group_name", "action"),
    changes=True,
    begins="raised_on",
    whole=Whole(("group_name",)),
    gone_may_be=("ended", "mistaken", "kept"),
    ends={"status": "if(status in ('open', 'in progress'), 'complete', status)"},
    checks=(not_before("completed_on", "Raised on", "raised_on"),),
    organisation_by=("email", "person"),
    derived=(
        Derived("due_on", "due", pl.Date(), "try_cast(due as date)"),
        Derived("due_at_next_meeting", "due", pl.Boolean(), "coalesce(due = 'next meeting', false)"),
    ),
    readers="secretariat, board, partner by organisation",
)
