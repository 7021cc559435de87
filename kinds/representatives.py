"""Who holds which seat of which group, for whom, and from when to when."""

import polars as pl

from kinds.days import day
from kinds.fields import choice, group, text, yes_or_no
from kinds.kind import Check, Field, Kind, Whole, known_from, not_before
from kinds.names import NOBODY

ROLE = choice(
    {
        "chair": ("chairperson", "chairman", "chairwoman", "independent chair"),
        "co-chair": ("cochair", "joint chair"),
        "vice chair": ("deputy chair",),
        "secretariat": ("secretary", "clerk", "administrator", "minute taker", "business support"),
        "member": ("board member", "core member", "full member", "representative", "rep"),
        "deputy": ("named deputy", "substitute", "sub", "alternate"),
    }
)
STATUS = choice({"filled": ("confirmed",), "unconfirmed": ("to be confirmed", "tbc"), "vacant": ("vacancy",)})
WRITTEN = pl.col("person").cast(pl.String).str.to_lowercase().str.strip_chars(" .?()[]")
BY_PERSON = (
    pl.when(WRITTEN.is_null() | WRITTEN.str.contains(f"^(?:{NOBODY})"))
    .then(pl.lit("vacant"))
    .when(pl.col("person").str.ends_with("?"))
    .then(pl.lit("unconfirmed"))
    .otherwise(pl.lit("filled"))
)
SOMEBODY = pl.any_horizontal(pl.col("seat", "organisation", "person").is_not_null())

PLACE = ("group_name", "seat", "organisation")

KIND = Kind(
    name="representatives",
    of="person holding a seat, or vacant seat",
    fields=(
        Field("group_name", "Group", group, names="group"),
        Field("seat", "Seat", text(), names="nobody"),
        Field(
            "organisation",
            "Organisation",
            text(),
            names="organisation",
            also=("Organisation name", "Partner"),
        ),
        Field("person", "Person", text(), names="person", also=("Name", "Full name", "Representative")),
        Field("email", "Email", text(), names="address", also=("Email address",)),
        Field("role", "Role", ROLE, required=True),
        Field("primary_contact", "Primary contact", yes_or_no()),
        Field("deputy_for", "Deputy for", text(), names="person"),
        Field("from_on", "From", day, also=("Start date",)),
        Field("to_on", "To", day, also=("End date", "Until")),
        Field("status", "Status", STATUS, default=BY_PERSON),
    ),
    key=("group_name", "seat", "organisation", "person", "from_on"),
    changes=True,
    begins="from_on",
    whole=Whole(("group_name",)),
    # whoever is not on the list of that day no longer held the seat on it
    # a vacancy ends what somebody held, and somebody named a vacancy
    told_by=" and ".join(
        (
            *(f"staging.folded(n.{part}) is not distinct from staging.folded(r.{part})" for part in PLACE),
            "(staging.somebody(n.person) is null) <> (staging.somebody(r.person) is null)",
        )
    ),
    gone_may_be=("ended", "mistaken", "kept"),
    ends={"to_on": "least(to_on, gone_on - 1)"},
    checks=(
        Check("seat", SOMEBODY, "filled in, unless Organisation or Person is"),
        not_before("to_on", "From", "from_on"),
    ),
    organisation_by=("email",),
    derived=(known_from("from_on"),),
)
