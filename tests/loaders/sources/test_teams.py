"""The lists that Microsoft Teams makes of a meeting, whole files as it and Excel write them."""

import pytest

from tests.loaders.sources.online import BOTH, REPORT, attended, check, on, people, utf8, utf16

SUMMARY = (
    "Meeting Summary",
    "Total Number of Participants\t2",
    "Meeting Title\tPartnership board",
    "Meeting Start Time\t9/23/2026, 9:58:12 AM",
    "Meeting End Time\t9/23/2026, 11:02:40 AM",
    "",
    "Full Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole\tParticipant ID (UPN)",
    "Ann Elm\t9/23/2026, 9:58:12 AM\t9/23/2026, 10:20:00 AM\t21m 48s\tann@elm.example\tOrganizer\t",
    "Bob Ash\t9/23/2026, 10:01:33 AM\t9/23/2026, 11:00:02 AM\t58m 29s\t\tPresenter\t",
    "Ann Elm\t9/23/2026, 10:24:10 AM\t9/23/2026, 11:02:40 AM\t38m 30s\tann@elm.example\tOrganizer\t",
)


def test_an_attendance_report_gives_its_participants() -> None:
    """The rows of section 2, and none of the sections round it."""
    assert attended(utf16(*REPORT)) == BOTH


def test_a_report_in_utf_8_is_the_same() -> None:
    """Some tenants write UTF-8."""
    assert attended(utf8(*REPORT)) == BOTH


def test_a_report_saved_again_by_excel_is_the_same() -> None:
    """Excel fills every row up with tabs, blank lines too."""
    padded = [row + "\t" * (6 - row.count("\t")) for row in REPORT]

    assert attended(utf16(*padded)) == BOTH


def test_a_report_saved_with_commas_is_the_same() -> None:
    """A time with a comma stands in quotation marks then."""
    rows = [",".join(f'"{cell}"' if "," in cell else cell for cell in row.split("\t")) for row in REPORT]

    assert attended(utf8(*rows)) == BOTH


def test_a_report_tells_which_headings_it_used() -> None:
    """What the reader sees is the file's own words."""
    checked = check(utf16(*REPORT))

    assert checked.source.name == "Microsoft Teams attendance report"
    assert checked.mapping["First Join"] == "meeting_on"


def test_columns_of_engagement_are_let_be() -> None:
    """Town halls add a column for each reaction."""
    rows = [row + "\tEngagement: Unmute" if row.startswith("Name\tFirst") else row for row in REPORT]

    assert attended(utf16(*rows)) == BOTH


def test_whoever_never_joined_is_left_out() -> None:
    """A webinar's report lists those who registered too."""
    registered = "Cara Oak\t\t\t\tcara@oak.example\t\tAttendee"

    assert people(utf16(*REPORT[:10], registered)) == ["Ann Elm", "Bob Ash"]


def test_the_day_is_that_of_the_start() -> None:
    """Somebody who joined after midnight came to the meeting of the evening."""
    late = "Cara Oak\t24/09/26, 00:03:00\t24/09/26, 00:30:00\t27m\tcara@elm.example\t\tAttendee"

    assert attended(utf16(*REPORT[:8], late)) == [(9, on(23), "Elm Trust", "Cara Oak")]


def test_joining_twice_is_one_row() -> None:
    """A meeting summary has a row for each join; the first stands for all, in either order of a date."""
    assert attended(utf16(*SUMMARY)) == [
        (8, on(23), "Elm Trust", "Ann Elm"),
        (9, on(23), "Ash Council", "Bob Ash"),
    ]


def test_joining_with_and_without_an_account_is_one_row() -> None:
    """The address of the one join is the address of the other."""
    by_phone = "Ann Elm\t9/23/2026, 9:50:00 AM\t9/23/2026, 9:55:00 AM\t5m\t\tAttendee\t"

    assert attended(utf16(*SUMMARY[:7], by_phone, SUMMARY[7])) == [(8, on(23), "Elm Trust", "Ann Elm")]


def test_two_people_of_one_name_are_two_rows() -> None:
    """Different addresses are different people."""
    cara = SUMMARY[7].replace("Ann Elm", "Cara Oak").replace("ann@", "cara@")
    data = utf16(*SUMMARY[:7], cara, cara.replace("elm.example", "yew.example"))

    assert people(data) == ["Cara Oak", "Cara Oak"]


def test_a_live_list_in_utf_16() -> None:
    """Somebody who left before joining again, out of order as Teams has it, is one row."""
    data = utf16(
        "Full Name\tUser Action\tTimestamp",
        "Ann Elm\tJoined before\t23/09/2026, 10:00:21",
        "Bob Ash\tLeft\t23/09/2026, 10:20:00",
        "Bob Ash\tJoined\t23/09/2026, 10:02:00",
        "Bob Ash\tJoined\t23/09/2026, 10:25:00",
    )

    assert attended(data) == [(2, on(23), "Elm Trust", "Ann Elm"), (4, on(23), "Ash Council", "Bob Ash")]


def test_a_live_list_with_commas() -> None:
    """The time holds a comma and stands in quotation marks, and so does a name with the last name first."""
    data = utf8(
        "Full Name,User Action,Timestamp",
        'Ann Elm,Joined,"9/23/2026, 9:50:12 AM"',
        '"Oak, Cara",Joined before,"9/23/2026, 9:50:12 AM"',
    )

    assert attended(data) == [(2, on(23), "Elm Trust", "Ann Elm"), (3, on(23), "Oak College", "Oak, Cara")]


def test_leaving_after_midnight_is_no_second_meeting() -> None:
    """The day of leaving is of no interest."""
    data = utf16(
        "Full Name\tUser Action\tTimestamp",
        "Ann Elm\tJoined\t23/09/2026, 22:00:00",
        "Ann Elm\tLeft\t24/09/2026, 00:10:00",
    )

    assert attended(data) == [(2, on(23), "Elm Trust", "Ann Elm")]


def test_a_live_event_log() -> None:
    """The participant's id is an address where there is an account."""
    data = utf8(
        "SessionId,ParticipantId,FullName,UserAgent,UtcEventTimestamp,Action,Role",
        "518ca2fd,cara@elm.example,Cara Oak,Mozilla/5.0,9/23/2026 4:48:08 PM,Joined,Attendee",
        "518ca2fd,cara@elm.example,Cara Oak,Mozilla/5.0,9/23/2026 5:51:00 PM,Left,Attendee",
        "39f73ed2,8ec5,Bob Ash,Mozilla/5.0,9/23/2026 4:51:13 PM,Joined,Attendee",
    )

    assert attended(data) == [(2, on(23), "Elm Trust", "Cara Oak"), (4, on(23), "Ash Council", "Bob Ash")]


@pytest.mark.parametrize(
    "aside",
    ["Guest", "External", "Unverified", "Invité", "Invitée", "Gast", "Extern", "Convidada", "Invitado"],
)
def test_what_teams_adds_to_a_name_is_taken_off(aside: str) -> None:
    """Bob Ash (Guest) is Bob Ash."""
    rows = [row.replace("Guest", aside) for row in REPORT]

    assert attended(utf16(*rows)) == BOTH


def test_what_a_person_adds_to_a_name_stays() -> None:
    """A post or a body in brackets is part of the name as it is written."""
    rows = [row.replace("Guest", "Yew Council") for row in REPORT]

    assert people(utf16(*rows)) == ["Ann Elm", "Bob Ash (Yew Council)"]
