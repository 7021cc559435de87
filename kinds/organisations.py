"""The roster: which organisations belong to the body, and since when."""

from kinds.days import day, past_day
from kinds.fields import choice, money, sector, text, yes_or_day
from kinds.kind import Field, Kind, Whole, known_from, not_before

IN_PARTS = ("Turnover (£m)", "Turnover (£ million)", "Turnover (£k)", "Turnover (£000)", "Turnover £000s")
MEMBERSHIP = choice(
    {
        "member": ("full member", "full", "current", "current member"),
        "observer": ("observing", "in attendance"),
        "applicant": ("applied", "applying", "prospective"),
        "former": ("former member", "left", "past member", "withdrawn"),
    }
)

KIND = Kind(
    name="organisations",
    of="organisation of a body",
    fields=(
        Field(
            "organisation",
            "Organisation",
            text(),
            names="organisation",
            required=True,
            also=("Organisation name", "Partner"),
        ),
        Field("also_known_as", "Also known as", text(), names="nobody", also=("Other names", "Aliases")),
        Field("sector", "Sector", sector, names="nobody", few_words=True),
        Field("membership", "Membership", MEMBERSHIP, required=True, also=("Membership status",)),
        Field("joined_on", "Joined", past_day, also=("Date joined",)),
        Field("left_on", "Left", day, also=("Date left",)),
        Field("turnover_gbp", "Turnover (£)", money(), also=("Annual turnover", *IN_PARTS)),
        Field(
            "charity_number",
            "Charity number",
            text(),
            names="nobody",
            also=("Charity no", "Registered charity number"),
        ),
        Field("signed_terms", "Signed terms of reference", yes_or_day, also=("Signed terms", "Signed ToR")),
    ),
    key=("organisation",),
    changes=True,
    begins="joined_on",
    whole=Whole(),
    gone_may_be=("ended", "mistaken", "kept"),
    ends={
        "membership": "if(membership in ('member', 'observer', 'applicant'), 'former', membership)",
        "left_on": "coalesce(left_on, gone_on)",
    },
    checks=(not_before("left_on", "Joined", "joined_on"),),
    organisation_by=("charity_number",),
    derived=(known_from("joined_on"),),
    readers="secretariat, board, partner by organisation",
)
