"""The calendar that a reader takes away, as a calendar program reads it."""

from datetime import date, datetime
from pathlib import Path

import icalendar
import pytest

import cli
from reports import calendar, events
from rules import judge
from tests.filled import copied
from tests.rules.build import body, facts

AT = datetime(2026, 11, 28, 9, 30)
TODAY = date(2026, 11, 28)
BOARD = body(notice={"rule": "N1", "clause": "4.9", "kind": "papers", "days": 7, "unit": "days"})
MEETINGS = """
    meeting_on  | status
    5 Mar 2026  |
    10 Dec 2026 |
    11 Mar 2027 | {}
"""


def read(meetings: str, today: date = TODAY) -> dict[date, icalendar.Event]:
    """The events of a board with these meetings, by their day."""
    known = facts(meetings=meetings)
    ahead = events(BOARD, known, judge(BOARD, known, today), today)
    made = calendar("Example", ahead, AT, lambda event: f"https://board.example/{event.page}")
    return {each["dtstart"].dt: each for each in icalendar.Calendar.from_ical(made).events}


def test_meetings_ahead_and_what_falls_due_before_them() -> None:
    """Whole days, with clause and link; what is past is no date any more."""
    found = read(MEETINGS.format(""))

    assert list(found) == [date(2026, 12, 3), date(2026, 12, 10), date(2027, 3, 4), date(2027, 3, 11)]
    assert str(found[date(2026, 12, 10)]["summary"]) == "Board meets"
    papers = found[date(2026, 12, 3)]
    assert str(papers["summary"]) == "Due: Board, 10 December 2026"
    assert str(papers["description"]).startswith("Papers are due by Thursday 3 December 2026")
    assert str(papers["description"]).endswith("(4.9)")
    assert papers["url"] == "https://board.example/calendar"


def test_a_meeting_that_is_cancelled_cancels_its_event() -> None:
    """It is the same event, so that the calendar that had it takes it out; its papers are no longer due."""
    before, after = read(MEETINGS.format("")), read(MEETINGS.format("cancelled"))

    day = date(2027, 3, 11)
    assert before[day]["uid"] == after[day]["uid"]
    assert (before[day]["status"], after[day]["status"]) == ("CONFIRMED", "CANCELLED")
    assert date(2027, 3, 4) not in after


@pytest.mark.parametrize("later", [date(2026, 11, 28), date(2026, 12, 1)])
def test_an_event_stays_the_same_from_day_to_day(later: date) -> None:
    """A calendar that is taken again replaces what it had, and doubles nothing."""
    first, again = read(MEETINGS.format("")), read(MEETINGS.format(""), later)

    assert {day: each["uid"] for day, each in again.items()} == {day: first[day]["uid"] for day in again}
    assert len({each["uid"] for each in again.values()}) == len(again)


def test_a_terminal_writes_it(capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> None:
    """For a schedule that puts it where others read it."""
    store = copied("illustrative", tmp_path)
    asked = ["calendar", "--body", "kent_medway", "--as-of", "2026-11-21", "--store", str(store)]

    assert cli.main(asked) == cli.FINE
    made = icalendar.Calendar.from_ical(capsysbinary.readouterr().out)
    assert "Strategy Group meets" in [str(each["summary"]) for each in made.events]
