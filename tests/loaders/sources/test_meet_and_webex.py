"""The lists that Google Meet and Webex make of a meeting, whole files."""

import pytest

import loaders
from tests.loaders.sources.online import attended, check, on, utf8, utf16

MEET = "First name,Last name,Email,Duration,Time joined,Time exited"
MET = "Ann,Elm,ann@elm.example,1 hr 2 min,10:00 AM,11:02 AM"


@pytest.mark.parametrize(
    "file_name",
    [
        "Board - 2026-09-23 - Attendance.csv",
        "abc-defg-hij (2026-09-23 at 02_05 GMT+1).csv",
        "board_20260923.csv",
        "Board 23 September 2026.csv",
        "Board 23rd Sep 2026.csv",
    ],
)
def test_google_meet_has_its_day_from_the_name_of_the_file(file_name: str) -> None:
    """The times in the file are clock times."""
    assert attended(utf8(MEET, MET), file_name) == [(2, on(23), "Elm Trust", "Ann Elm")]


@pytest.mark.parametrize(
    "file_name",
    [
        "attendance.csv",
        "board 09-10-2026.csv",
        "from 2026-09-23 to 2026-09-24.csv",
        "12026-09-23.csv",
        "2026-09-231.csv",
    ],
)
def test_google_meet_without_a_day_asks_for_it(file_name: str) -> None:
    """A name without a date, or with one that can be read twice, tells no day."""
    with pytest.raises(loaders.Undated, match="does not tell the day of the meeting"):
        check(utf8(MEET, MET), file_name)


def test_google_meet_with_the_meeting_above() -> None:
    """Some editions write the meeting's date over the table."""
    data = utf8(
        "Meeting title,Date,Start time,End time",
        "Board,2026-09-23,10:00,11:02",
        "",
        "Name,Email,Duration,Time joined,Time exited",
        "Bob Ash,bob@ash.example,32m,10:00:12,10:32:01",
    )

    assert attended(data) == [(5, on(23), "Ash Council", "Bob Ash")]


def test_google_meet_with_the_day_beside_the_time() -> None:
    """A whole moment has its own day, whatever the file is called."""
    row = "Bob Ash,bob@ash.example,42m,2026-09-23 11:01:14,2026-09-23 11:43:08"

    assert attended(utf8("Name,Email,Duration,Time joined,Time exited", row), "2026-10-01.csv") == [
        (2, on(23), "Ash Council", "Bob Ash")
    ]


WEBEX = (
    "Meeting Name\tMeeting Start Time\tMeeting End Time\tDisplay Name\tFirst Name\tLast Name\tRole\t"
    "Attendee Email\tJoin Time\tLeave Time\tAttendance Duration\tConnection Type\tSession Name"
)


def test_webex() -> None:
    """Each row has the start of the meeting beside the time of joining."""
    row = (
        "Board\t2026-09-23 22:00:00\t2026-09-24 00:30:00\tAnn Elm\tAnn\tElm\tAttendee\tann@elm.example\t"
        "2026-09-24 00:05:00\t2026-09-24 00:30:00\t25 mins\tDesktop app\tBoard"
    )

    assert attended(utf16(WEBEX, row)) == [(2, on(23), "Elm Trust", "Ann Elm")]
