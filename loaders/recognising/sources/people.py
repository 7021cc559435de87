"""Lists of people: CiviCRM, Eventbrite, Mailchimp and the contacts of Google and Outlook.

A birthday is named among the columns only so that a grown person's is not taken for a child's: no shape
passes it on, nor any telephone number or address.
"""

import polars as pl

from loaders.recognising.source import About, Source

PLAYS_NO_PART = ["cancelled", "deceased", "pending"]
AN_ORGANISATION = (
    "Company",
    "Organisation",
    "Organization",
    "Company Name",
    "Organisation Name",
    "Organization Name",
)
A_NAME = {
    "first": ("First Name", "Given Name"),
    "middle": ("Middle Name", "Additional Name"),
    "last": ("Last Name", "Surname", "Family Name"),
    "birthday": ("Birthday", "Birth Date"),
}


def _people(rows: pl.DataFrame, _: About) -> pl.DataFrame:
    """One row for each named person and address, as a member: none of these lists tells a role."""
    parts = [name for name in ("first", "middle", "last") if name in rows.columns]
    whole = pl.concat_str(parts, separator=" ", ignore_nulls=True).str.strip_chars()
    named = pl.when(whole != "").then(whole)
    return (
        rows.with_columns(
            person=pl.coalesce(named, "person") if "person" in rows.columns else named,
            email=pl.col("email").str.split(" ::: ").list.first(),
            role=pl.lit("member"),
        )
        .filter(pl.col("person").is_not_null())
        .unique(["person", "email", "organisation"], keep="first", maintain_order=True)
        .select("line", "person", "organisation", "email", "role")
    )


def _attending(rows: pl.DataFrame, about: About) -> pl.DataFrame:
    comes = pl.col("state").str.to_lowercase().is_in(["attending", "checked in"])
    return _people(rows.filter(comes), about)


def _subscribed(rows: pl.DataFrame, about: About) -> pl.DataFrame:
    return _people(rows.filter(pl.col("unsubscribed").is_null(), pl.col("cleaned").is_null()), about)


def _individuals(rows: pl.DataFrame, about: About) -> pl.DataFrame:
    return _people(rows.filter(pl.col("contact_type").fill_null("Individual") == "Individual"), about)


def _memberships(rows: pl.DataFrame, about: About) -> pl.DataFrame:
    """The people with their membership's first and last day, which CiviCRM may write as May 1st, 2026."""
    current = rows.filter(~pl.col("state").str.to_lowercase().is_in(PLAYS_NO_PART).fill_null(False))
    days = [pl.col(name).str.replace(r"(\d)(st|nd|rd|th)\b", "$1") for name in ("from_on", "to_on")]
    return _individuals(current, about).join(
        current.select("line", *days), on="line", how="left", maintain_order="left"
    )


EVENTBRITE = Source(
    name="Eventbrite attendees",
    kind="representatives",
    columns={
        "order": ("Order #", "Order no.", "Order ID"),
        **A_NAME,
        "email": ("Email", "Attendee Email"),
        "ticket": ("Ticket Type",),
        "state": ("Attendee Status",),
        "organisation": AN_ORGANISATION,
    },
    needs=("order", "first", "last", "email", "state"),
    shape=_attending,
    leaves_out="those who are not attending, and further tickets of the same person",
)

MAILCHIMP = Source(
    name="Mailchimp audience",
    kind="representatives",
    columns={
        "email": ("Email Address", "Email"),
        **A_NAME,
        "organisation": AN_ORGANISATION,
        "rating": ("MEMBER_RATING",),
        "opted_in": ("OPTIN_TIME",),
        "changed": ("LAST_CHANGED",),
        "tags": ("TAGS",),
        "unsubscribed": ("UNSUB_TIME",),
        "cleaned": ("CLEAN_TIME",),
    },
    needs=("email", "rating", "first|last"),
    shape=_subscribed,
    leaves_out="addresses without a name, unsubscribed or no longer in use",
)

GOOGLE = Source(
    name="Google contacts",
    kind="representatives",
    columns={
        "person": ("Name",),
        **A_NAME,
        "organisation": ("Organization Name", "Organization 1 - Name"),
        "job": ("Organization Title", "Organization 1 - Title"),
        "labels": ("Labels", "Group Membership"),
        "email": ("E-mail 1 - Value",),
    },
    needs=("email", "first|person"),
    shape=_people,
    leaves_out="contacts without a name, and repetitions",
)

OUTLOOK = Source(
    name="Outlook contacts",
    kind="representatives",
    columns={
        **A_NAME,
        "organisation": ("Company",),
        "job": ("Job Title",),
        "email": ("E-mail Address",),
        "displayed": ("E-mail Display Name",),
        "second_email": ("E-mail 2 Address",),
    },
    needs=("first", "last", "organisation", "email", "displayed|second_email"),
    shape=_people,
    leaves_out="contacts without a name, and repetitions",
)

CIVICRM_CONTACTS = Source(
    name="CiviCRM contacts",
    kind="representatives",
    columns={
        "contact": ("Contact ID",),
        "contact_type": ("Contact Type",),
        "person": ("Display Name", "Contact Name"),
        **A_NAME,
        "organisation": ("Current Employer", "Organization Name", "Organisation Name"),
        "job": ("Job Title",),
        "email": ("Email", "Email Address"),
    },
    needs=("contact", "contact_type", "first|person", "email"),
    shape=_individuals,
    leaves_out="households and organisations, and repetitions",
)

CIVICRM_MEMBERSHIPS = Source(
    name="CiviCRM memberships",
    kind="representatives",
    columns={
        **CIVICRM_CONTACTS.columns,
        "membership": ("Membership ID",),
        "membership_type": ("Membership Type", "Membership Type ID"),
        "since": ("Member Since", "Join Date"),
        "from_on": ("Membership Start Date", "Start Date"),
        "to_on": ("Membership Expiration Date", "Membership End Date", "End Date"),
        "state": ("Membership Status", "Status", "Status ID"),
    },
    needs=("contact", "since", "from_on", "first|person"),
    shape=_memberships,
    leaves_out="organisations, memberships cancelled or pending, and repetitions",
)

SOURCES = (EVENTBRITE, MAILCHIMP, GOOGLE, OUTLOOK, CIVICRM_CONTACTS, CIVICRM_MEMBERSHIPS)
