"""The lists that Zoom makes of a meeting, whole files."""

import pytest

import loaders
from tests.loaders.sources.online import attended, check, on, people, utf8

ZOOM = "Name (Original Name),User Email,Join Time,Leave Time,Duration (Minutes),Guest,In Waiting Room"
ANN = "Ann Elm,ann@elm.example,09/23/2026 10:01:00 AM,09/23/2026 10:59:00 AM,58,No,No"
BOB = "Bob Ash,NA,09/23/2026 10:05:00 AM,09/23/2026 10:20:00 AM,15,Yes,No"
BLOCK = (
    "Meeting ID,Topic,Start Time,End Time,User Email,Duration (Minutes),Participants",
    "812 3456 7890,Board,09/23/2026 10:00:00 AM,09/23/2026 11:00:00 AM,ann@elm.example,60,2",
)


def test_zoom_participants() -> None:
    """One row for each connection, without an address for guests."""
    assert attended(utf8(ZOOM, ANN, BOB, ANN)) == [
        (2, on(23), "Elm Trust", "Ann Elm"),
        (3, on(23), "Ash Council", "Bob Ash"),
    ]


def test_no_address_is_no_other_person() -> None:
    """NA stands where Zoom knows no address, and somebody may join with one and without."""
    by_phone = ANN.replace("ann@elm.example", "NA")

    assert attended(utf8(ZOOM, by_phone, ANN)) == [(2, on(23), "Elm Trust", "Ann Elm")]


@pytest.mark.parametrize("between", ["", ",,,,,,"])
def test_zoom_participants_below_the_meeting(between: str) -> None:
    """The first block has headings of its own, which are not those of the table."""
    data = utf8(*BLOCK, between, ZOOM, ANN, BOB)

    assert attended(data) == [(5, on(23), "Elm Trust", "Ann Elm"), (6, on(23), "Ash Council", "Bob Ash")]


def test_zoom_newer_headings() -> None:
    """The same list in other letter case."""
    headings = "Name (original name),Email,Join time,Leave time,Duration (minutes),Guest,In waiting room"

    assert attended(utf8(headings, ANN)) == [(2, on(23), "Elm Trust", "Ann Elm")]


def test_zoom_unique_participants_have_the_day_of_the_meeting() -> None:
    """The list of unique participants has no times; the block above it has."""
    data = utf8(
        *BLOCK, "", "Name (Original Name),User Email,Total Duration (Minutes),Guest", "Bob Ash,,58,Yes"
    )

    assert attended(data) == [(5, on(23), "Ash Council", "Bob Ash")]


def test_zoom_unique_participants_have_the_day_in_the_name_of_the_file() -> None:
    """Without the block only the name of the file can tell the day."""
    data = utf8("Name (Original Name),User Email,Total Duration (Minutes),Guest", "Bob Ash,,58,Yes")

    assert attended(data, "board 2026-09-23.csv") == [(2, on(23), "Ash Council", "Bob Ash")]


def test_the_name_of_the_file_does_not_move_a_day_that_the_file_tells() -> None:
    """A list downloaded on another day keeps the day of joining."""
    assert attended(utf8(ZOOM, ANN), "participants_2026-10-01.csv") == [(2, on(23), "Elm Trust", "Ann Elm")]


def test_whoever_only_waited_is_left_out() -> None:
    """A row of the waiting room is not attendance."""
    waiting = "Cara Oak,,09/23/2026 10:00:00 AM,09/23/2026 10:01:00 AM,1,Yes,Yes"

    assert people(utf8(ZOOM, waiting, ANN)) == ["Ann Elm"]


@pytest.mark.parametrize(
    ("written", "person"),
    [
        ("iPad 4 (Bob Ash)", "Bob Ash"),
        ("Bob (Ash Council) (Bob Ash)", "Bob Ash"),
        ("Bob Ash (TA)", "Bob Ash (TA)"),
        ("Bob Ash (he/him)", "Bob Ash (he/him)"),
        ("Bob Ash (Guest)", "Bob Ash"),
    ],
)
def test_the_original_name_is_the_person(written: str, person: str) -> None:
    """Zoom puts the name somebody came with in brackets behind the name they chose to show."""
    assert people(utf8(ZOOM, BOB.replace("Bob Ash", written))) == [person]


WEBINAR = "Attended,User Name (Original Name),Email,Join Time,Leave Time,Time in Session (minutes)"


def test_a_zoom_webinar() -> None:
    """Hosts and attendees are two tables under one another; whoever did not attend is left out."""
    data = utf8(
        "Attendee Report,",
        'Report Generated:,"09/24/2026 08:00:00 AM"',
        "Topic,Webinar ID,Actual Start Time,Actual Duration (minutes)",
        "Board,123 456 789,09/23/2026 10:00:00 AM,60",
        "Host Details,",
        WEBINAR,
        "Yes,Ann Elm,ann@elm.example,09/23/2026 09:50:00 AM,09/23/2026 11:05:00 AM,75",
        "Attendee Details,",
        WEBINAR,
        "Yes,Bob Ash,bob@ash.example,09/23/2026 10:02:00 AM,09/23/2026 10:58:00 AM,56",
        "No,Cara Oak,cara@elm.example,--,--,--",
    )

    assert attended(data) == [(7, on(23), "Elm Trust", "Ann Elm"), (10, on(23), "Ash Council", "Bob Ash")]


@pytest.mark.parametrize(
    ("headings", "bob", "cara"),
    [
        ("First Name,Last Name,Email", "Bob,Ash,bob@ash.example", "Cara,Oak,cara@elm.example"),
        ("Email,Registration Time", "bob@ash.example,09/01/2026 10:00:00 AM", "cara@elm.example,--"),
        ("Email,Approval Status", "bob@ash.example,approved", "cara@elm.example,approved"),
    ],
)
def test_a_zoom_webinar_with_registration(headings: str, bob: str, cara: str) -> None:
    """The attendees' table is found by its longer headings, below that of the hosts."""
    times = "09/23/2026 10:02:00 AM,09/23/2026 10:58:00 AM,56"
    data = utf8(
        "Attendee Report",
        "Host Details",
        WEBINAR,
        "Yes,Host,host@elm.example,09/23/2026 09:50:00 AM,09/23/2026 11:05:00 AM,75",
        "Attendee Details",
        WEBINAR.replace("Email", headings),
        f"Yes,Bob Ash,{bob},{times}",
        f"No,Cara Oak,{cara},--,--,--",
    )

    assert attended(data) == [(7, on(23), "Ash Council", "Bob Ash")]


def test_registrations_are_refused() -> None:
    """Who meant to come did not come by that."""
    data = utf8(
        "First Name,Last Name,Email,Registration Time,Approval Status",
        "Ann,Elm,ann@elm.example,09/01/2026 10:00:00 AM,approved",
    )
    with pytest.raises(loaders.Unreadable, match="who meant to come, not who came"):
        check(data)
