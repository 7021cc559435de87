"""Lists of attendance that people keep themselves."""

from loaders.recognising.source import Source, as_it_is

SOURCES = (
    Source(
        name="Register with a column for each meeting",
        kind="attendance",
        columns={
            "group_name": ("Group", "Committee", "Board", "Meeting", "Meeting of"),
            "organisation": ("Organisation", "Organization", "Organisation name", "Partner", "Agency",
                             "Partner organisation", "Partner agency", "Member organisation", "Company"),
            "person": ("Person", "Name", "Full name", "Member", "Member name", "Board member", "Attendee",
                       "Representative", "Representative name", "Councillor"),
            "email": ("Email", "E-mail", "Email address"),
        },
        needs=("organisation|person",),
        shape=as_it_is,
        leaves_out="rows with nothing under any meeting",
        across=True,
    ),
)  # fmt: skip
