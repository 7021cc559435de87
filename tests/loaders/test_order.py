"""The order of day and month is decided once for a file, and never guessed in silence."""

from datetime import date

import pytest

import loaders
from tests.loaders.tables import lines

HEADINGS = "Wer,Wann,Kam"
COLUMNS = {"Wer": "organisation", "Wann": "meeting_on", "Kam": "attendance"}
MAPPED = loaders.mapped(loaders.KIND["attendance"], COLUMNS, "a home-made table")


def read(*dates: str, order: str | None = None, meetings: tuple[date, ...] = ()) -> loaders.Checked:
    """A home-made table with these dates, one organisation to each."""
    rows = [f"Partner {at},{day},yes" for at, day in enumerate(dates)]
    known = loaders.Known(sources=(MAPPED,), meeting_days=meetings)
    answers = loaders.Answers(order=order)
    return loaders.check(lines(HEADINGS, *rows), "table.csv", known=known, answers=answers)


def days(checked: loaders.Checked) -> list[str]:
    return [str(day) for day in checked.rows["meeting_on"]]


@pytest.mark.parametrize(
    ("dates", "read_as"),
    [
        (["9/6/2026", "23/6/2026"], ["2026-06-09", "2026-06-23"]),
        (["9/6/2026", "6/23/2026"], ["2026-09-06", "2026-06-23"]),
        (["9 June 2026", "2026-06-23"], ["2026-06-09", "2026-06-23"]),
        (["June 9 2026", "23 Jun 26"], ["2026-06-09", "2026-06-23"]),
        (["6/6/2026"], ["2026-06-06"]),
    ],
)
def test_one_date_that_can_only_be_read_in_one_way_decides_for_all(
    dates: list[str], read_as: list[str]
) -> None:
    """A number above twelve settles the whole file; named months and ISO dates need no settling."""
    assert days(read(*dates)) == read_as


@pytest.mark.parametrize(
    ("date_written", "read_as"),
    [("13/12/2026", "2026-12-13"), ("12/13/2026", "2026-12-13")],
)
def test_twelve_is_a_month_and_thirteen_is_none(date_written: str, read_as: str) -> None:
    """At the boundary one number still settles which of the two is the day."""
    assert days(read(date_written, "9/6/2026"))[0] == read_as
    assert days(read(date_written)) == [read_as]


@pytest.mark.parametrize("date_written", ["12/11/2026", "11/12/2026"])
def test_twelve_may_be_a_day_or_a_month(date_written: str) -> None:
    """A date with twelve in it can be read in two ways, so the reader is asked."""
    with pytest.raises(loaders.Undated, match=f"“{date_written}” is"):
        read(date_written)


def test_thirteen_twice_is_no_date() -> None:
    """It settles nothing, and is named as a problem."""
    checked = read("13/13/2026", "23/6/2026")

    assert checked.problems["value"].to_list() == ["13/13/2026"]
    assert days(checked) == ["2026-06-23"]


def test_the_calendar_of_meetings_decides_where_the_file_cannot() -> None:
    """Of two readings the one that falls on a known meeting is right."""
    assert days(read("9/6/2026", meetings=(date(2026, 9, 6),))) == ["2026-09-06"]


def test_a_calendar_that_fits_both_readings_decides_nothing() -> None:
    """Where there were meetings on both days, the reader is asked."""
    with pytest.raises(loaders.Undated):
        read("9/6/2026", meetings=(date(2026, 9, 6), date(2026, 6, 9)))


def test_the_reader_is_asked_with_both_readings_of_a_date() -> None:
    """The question shows what is at stake."""
    with pytest.raises(loaders.Undated, match="“9/6/2026” is 9 June 2026 or 6 September 2026"):
        read("9/6/2026")


@pytest.mark.parametrize(("order", "read_as"), [("day", "2026-06-09"), ("month", "2026-09-06")])
def test_the_readers_word_goes_first(order: str, read_as: str) -> None:
    """What the reader says holds, whatever the calendar says."""
    assert days(read("9/6/2026", order=order, meetings=(date(2026, 6, 9), date(2026, 12, 1)))) == [read_as]


def test_a_slip_among_dates_of_the_other_order_is_a_problem() -> None:
    """The order of most dates holds, and the one that does not fit it is named."""
    checked = read("13/6/2026", "14/6/2026", "6/23/2026")

    assert checked.problems.select("line", "value").rows() == [(4, "6/23/2026")]


def test_a_template_is_day_first_without_asking() -> None:
    """Our own template says so."""
    checked = loaders.check(lines("Meeting date", "9/6/2026"), "meetings.csv")

    assert (days(checked), checked.order.because) == (["2026-06-09"], "as such files are written")


def test_a_template_whose_dates_speak_for_month_first_is_asked_about() -> None:
    """A template saved by a spreadsheet with American settings is not half read."""
    with pytest.raises(loaders.Undated):
        loaders.check(lines("Meeting date", "9/6/2026", "6/23/2026"), "meetings.csv")


def test_capital_am_and_pm_are_told_but_decide_nothing() -> None:
    """They make month first likely, and a likely answer is still asked for."""
    with pytest.raises(loaders.Undated, match="AM and PM in capitals"):
        read('"9/6/2026, 10:00:00 AM"')


def test_the_group_and_the_day_that_a_reader_says_fill_a_templates_blanks_too() -> None:
    """What is asked on the page counts, and what the file says itself goes before it."""
    answers = loaders.Answers(group_name="Data Group", meeting_on=date(2026, 6, 9))
    data = lines("Meeting date,Group,Kind", "13/6/2026,,a", ",Board,b")
    checked = loaders.check(data, "meetings.csv", answers=answers)

    rows = checked.rows.select("group_name", "meeting_on").rows()
    assert rows == [("Data Group", date(2026, 6, 13)), ("Board", date(2026, 6, 9))]
