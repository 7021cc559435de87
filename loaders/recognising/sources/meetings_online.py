"""Who joined a meeting of Zoom, Google Meet or Webex."""

import polars as pl

from loaders.recognising.source import About, Source, as_it_is
from loaders.recognising.sources.joins import REJOINED, below, day_in_name, known, once_a_day

ORIGINAL = r"\(([^()/]+ [^()/]+)\)$"  # two words or more: (TA) is no name, and (she/her) neither
CLOCK = r"(?i)^\d{1,2}[:.]\d\d([:.]\d\d)?( ?[ap]\.?m\.?)?$"


def _zoom(rows: pl.DataFrame, about: About) -> pl.DataFrame:
    """The name at first in place of the name shown, without those who were not let in."""
    inside = rows.filter(pl.col("waiting").str.to_lowercase().ne_missing("yes")).with_columns(
        person=pl.coalesce(pl.col("person").str.extract(ORIGINAL, 1), "person"),
        shown=pl.col("person"),
        meeting_on=pl.coalesce("meeting_on", known(day_in_name(about))),
    )
    return once_a_day(inside, below(about, "Start Time", "Actual Start Time"))


def _webinar(rows: pl.DataFrame, about: About) -> pl.DataFrame:
    return _zoom(rows.filter(pl.col("attended").str.to_lowercase() == "yes"), about)


def _meet(rows: pl.DataFrame, about: About) -> pl.DataFrame:
    """A time of joining has no day: that stands above the headings, in the file's name, or nowhere."""
    full_name = pl.concat_str("first_name", "last_name", separator=" ", ignore_nulls=True)
    with_day = pl.when(~pl.col("meeting_on").str.contains(CLOCK)).then("meeting_on")
    people = rows.with_columns(
        person=pl.coalesce("person", pl.when(full_name != "").then(full_name)),
        meeting_on=pl.coalesce(with_day, known(day_in_name(about))),
    )
    return once_a_day(people, below(about, "Date"))


def _webex(rows: pl.DataFrame, _: About) -> pl.DataFrame:
    return once_a_day(rows.with_columns(meeting_on=pl.coalesce("started", "meeting_on")))


SOURCES = (
    Source(
        name="Zoom participants",
        kind="attendance",
        columns={
            "person": ("Name (Original Name)",),
            "email": ("User Email", "Email"),
            "meeting_on": ("Join Time",),
            "left": ("Leave Time",),
            "duration": ("Duration (Minutes)", "Total Duration (Minutes)"),
            "guest": ("Guest",),
            "waiting": ("In Waiting Room",),
        },
        needs=("person", "duration"),
        shape=_zoom,
        leaves_out=f"{REJOINED}; the waiting room",
        seen=True,
    ),
    Source(
        name="Zoom webinar attendees",
        kind="attendance",
        columns={
            "attended": ("Attended",),
            "person": ("User Name (Original Name)",),
            "first_name": ("First Name",),
            "last_name": ("Last Name",),
            "email": ("Email",),
            "registered": ("Registration Time",),
            "approval": ("Approval Status",),
            "meeting_on": ("Join Time",),
            "left": ("Leave Time",),
            "duration": ("Time in Session (minutes)",),
            "waiting": ("In Waiting Room",),
        },
        needs=("attended", "person", "meeting_on"),
        shape=_webinar,
        leaves_out=f"{REJOINED}; people who did not attend; hosts whose list has other headings",
    ),
    Source(
        name="Zoom registrations",
        kind="attendance",
        columns={
            "first_name": ("First Name",),
            "last_name": ("Last Name",),
            "email": ("Email",),
            "registered": ("Registration Time",),
            "approval": ("Approval Status",),
        },
        needs=("registered", "approval"),
        shape=as_it_is,
        refused=(
            "The file is a list of registrations from Zoom: it says who meant to come, not who came. "
            "Download the list of participants, or the attendee report of a webinar, and upload that."
        ),
    ),
    Source(
        name="Google Meet attendance",
        kind="attendance",
        columns={
            "person": ("Name",),
            "first_name": ("First name",),
            "last_name": ("Last name",),
            "email": ("Email",),
            "duration": ("Duration",),
            "meeting_on": ("Time joined",),
            "left": ("Time exited",),
        },
        needs=("person|first_name", "meeting_on", "left"),
        shape=_meet,
        leaves_out=REJOINED,
    ),
    Source(
        name="Webex attendance",
        kind="attendance",
        columns={
            "title": ("Meeting Name", "Nome da reunião"),
            "started": ("Meeting Start Time", "Data de início da reunião"),
            "person": ("Display Name", "Name", "Nome de exibição"),
            "email": ("Attendee Email", "E-mail do convidado"),
            "meeting_on": ("Join Time", "Hora da entrada"),
            "left": ("Leave Time", "Hora da saída"),
            "duration": ("Attendance Duration", "Duração da presença"),
            "connection": ("Connection Type", "Tipo de conexão"),
        },
        needs=("person", "email", "meeting_on", "duration"),
        shape=_webex,
        leaves_out=REJOINED,
    ),
)
