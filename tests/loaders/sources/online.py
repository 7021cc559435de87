"""Small lists of online meetings, and what the gate makes of them."""

import codecs
from datetime import date

import loaders

NAMES = loaders.Names(
    people={"ann elm": "Elm Trust", "bob ash": "Ash Council", "oak, cara": "Oak College"},
    domains={"elm.example": "Elm Trust"},
)


def on(day: int, month: int = 9, year: int = 2026) -> date:
    """A day, of September 2026 unless said otherwise."""
    return date(year, month, day)


REPORT = (
    "1. Summary",
    "Meeting title\tPartnership board",
    "Attended participants\t2",
    "Start time\t23/09/26, 09:58:12",
    "End time\t23/09/26, 11:02:40",
    "",
    "2. Participants",
    "Name\tFirst Join\tLast Leave\tIn-Meeting Duration\tEmail\tParticipant ID (UPN)\tRole",
    "Ann Elm\t23/09/26, 09:58:12\t23/09/26, 11:02:40\t1h 4m 28s\tann@elm.example\tann@elm.example\tOrganizer",
    "Bob Ash (Guest)\t23/09/26, 10:01:33\t23/09/26, 11:00:02\t58m 29s\t\t\tAttendee",
    "",
    "3. In-Meeting Activities",
    "Name\tJoin Time\tLeave Time\tDuration\tEmail\tRole",
    "Ann Elm\t23/09/26, 09:58:12\t23/09/26, 11:02:40\t1h 4m 28s\tann@elm.example\tOrganizer",
)
BOTH = [(9, on(23), "Elm Trust", "Ann Elm"), (10, on(23), "Ash Council", "Bob Ash")]


def utf16(*rows: str) -> bytes:
    """The lines as Teams writes them: UTF-16 with its mark, CRLF."""
    return codecs.BOM_UTF16_LE + "".join(f"{row}\r\n" for row in rows).encode("utf-16-le")


def utf8(*rows: str) -> bytes:
    """The lines as a spreadsheet writes them: UTF-8 with its mark, CRLF."""
    return "".join(f"{row}\r\n" for row in rows).encode("utf-8-sig")


def check(data: bytes, file_name: str = "file.csv", order: str | None = None) -> loaders.Checked:
    """The file through the gate, which knows Ann Elm, Bob Ash, Cara Oak and the mail of Elm Trust."""
    known, answers = loaders.Known(names=NAMES), loaders.Answers(order=order)
    return loaders.check(data, file_name, known=known, answers=answers)


def attended(data: bytes, file_name: str = "file.csv", order: str | None = None) -> list[tuple]:
    """Line, day, organisation and person of every row; all of them are present remotely, and none wrong."""
    checked = check(data, file_name, order)
    assert checked.problems.rows() == []
    assert set(checked.rows["attendance"]) <= {"present remotely"}
    return checked.rows.select("line", "meeting_on", "organisation", "person").rows()


def people(data: bytes) -> list[str]:
    """The names of all who attended, whether or not they are known."""
    checked = check(data)
    return sorted([*checked.rows["person"], *checked.unplaced["written"]])
