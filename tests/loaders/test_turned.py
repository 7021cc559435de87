"""Dates that are another day than they seem: the year first, exchanged, or long ago."""

from datetime import date

import pytest

import loaders
from tests.loaders.tables import lines, problems, remedies, workbook

TODAY = date(2026, 11, 30)
HEAD = "Reference,Raised on,Action,Due,Status"
FIELDS = ("raised_on", "due")


def read(*rows: str, order: str | None = None) -> loaders.Checked:
    """These lines on 30 November 2026."""
    known, answers = loaders.Known(today=TODAY), loaders.Answers(order=order)
    return loaders.check(lines(*rows), "file.csv", known=known, answers=answers)


def sheet(*due: date | str, order: str | None = None) -> loaders.Checked:
    """A workbook of actions that are due so, of real dates and of text."""
    rows = [[f"A{at}", "Plan", day, "open"] for at, day in enumerate(due)]
    data = workbook(Actions=[["Reference", "Action", "Due", "Status"], *rows])
    return loaders.check(data, "a.xlsx", answers=loaders.Answers(order=order))


def test_dates_that_may_begin_with_the_year_are_asked_about() -> None:
    """26/03/02 is 2 March 2026 to many systems; the day first would make it a day of 2002."""
    rows = (HEAD, "A1,26/03/02,Plan,26/05/04,open")

    with pytest.raises(loaders.Undated, match="2 March 2026") as asked:
        read(*rows)
    assert asked.value.orders == ("day", "year")
    assert read(*rows, order="year").rows.select(FIELDS).rows() == [(date(2026, 3, 2), "2026-05-04")]
    assert read(*rows, order="day").rows.select(FIELDS).rows() == [(date(2002, 3, 26), "2004-05-26")]


def test_many_days_of_few_years_begin_with_the_year() -> None:
    """Where each could be either, the part that hardly changes is likely to be the year."""
    with pytest.raises(loaders.Undated, match="the day or the year"):
        read(HEAD, *(f"A{day},26/03/{day},Plan,,open" for day in (21, 22, 24, 27)))


@pytest.mark.parametrize("days", [("13/06/26", "02/07/26"), ("26/03/25",), ("31/12/99",), ("1/4/26",)])
def test_the_usual_order_of_short_dates_is_not_asked_about(days: tuple[str, ...]) -> None:
    """Nothing is unclear about the day first where the last part is the year of a board's work."""
    checked = read("Meeting date,Kind", *(f"{day},ordinary" for day in days))

    assert checked.rows.height == len(days)


def test_real_dates_that_a_spreadsheet_turned_round_are_asked_about() -> None:
    """Up to the 12th it took them for month and day; the others it left as text."""
    days = (date(2026, 4, 3), date(2026, 5, 1), "13/04/2026", "28/04/2026")

    with pytest.raises(loaders.Undated, match="3 April 2026, or was 4 March 2026") as asked:
        sheet(*days)
    assert asked.value.orders == ("day", "turned")
    turned = ["2026-03-04", "2026-01-05", "2026-04-13", "2026-04-28"]
    assert sheet(*days, order="turned").rows["due"].to_list() == turned
    stands = ["2026-04-03", "2026-05-01", "2026-04-13", "2026-04-28"]
    assert sheet(*days, order="day").rows["due"].to_list() == stands


@pytest.mark.parametrize(
    "days",
    [
        (date(2026, 4, 3), date(2026, 4, 13), "28/04/2026"),
        (date(2026, 4, 3), "01/05/2026", "28/04/2026"),
        (date(2026, 4, 3), date(2026, 5, 1)),
        ("13/04/2026", "28/04/2026"),
        (date(2026, 4, 3), "next meeting", "13 May 2026"),
    ],
)
def test_dates_of_two_kinds_need_not_have_been_turned(days: tuple[date | str, ...]) -> None:
    """One date beyond the 12th among the real ones, or one up to it among the texts, makes it clear."""
    assert sheet(*days).rows.height == len(days)


def test_only_the_column_that_was_turned_is_turned_back() -> None:
    """Another has real dates beyond the 12th, and so was never touched."""
    head = ["Reference", "Raised on", "Action", "Due", "Status"]
    rows = [["A1", date(2026, 2, 13), "Plan", date(2026, 4, 3), "open"],
            ["A2", date(2026, 2, 3), "Ask", "13/04/2026", "open"],
            ["A3", date(2026, 2, 3), "Go", "14/04/2026", "open"]]  # fmt: skip
    checked = loaders.check(workbook(Log=[head, *rows]), "a.xlsx", answers=loaders.Answers(order="turned"))

    assert checked.rows["raised_on"].to_list() == [date(2026, 2, 13), date(2026, 2, 3), date(2026, 2, 3)]
    assert checked.rows["due"].to_list() == ["2026-03-04", "2026-04-13", "2026-04-14"]


@pytest.mark.parametrize("joined", ["01/04/85", "1 April 85", "01/12/26", "1-4-35"])
def test_nobody_joined_in_the_future(joined: str) -> None:
    """A year of two digits that would lie there is refused with its line, and must be written out."""
    checked = read("Organisation,Membership,Joined", f"Alder,member,{joined}")

    assert problems(checked) == [(2, "Joined", joined)]
    assert remedies(checked)[0].endswith(f"with all four digits of its year, not {joined[-2:]}")


@pytest.mark.parametrize("joined", ["01/04/98", "30/11/26", "01/04/2027"])
def test_a_year_that_can_only_be_one_is_read(joined: str) -> None:
    """Of the last century, of today, or with all its digits."""
    assert read("Organisation,Membership,Joined", f"Alder,member,{joined}").rows.height == 1


def test_what_is_planned_lies_ahead_but_not_for_ever() -> None:
    """An action due in 27 is due in 2027; one due in 85 is a slip."""
    checked = read(HEAD, "A1,,Plan,13/04/27,open", "A2,,Plan,13/04/85,open")

    assert checked.rows["due"].to_list() == ["2027-04-13"]
    assert problems(checked) == [(3, "Due", "13/04/85")]


def test_a_moment_of_a_system_is_a_day_in_london() -> None:
    """An hour before midnight in UTC is the next day there in summer, in the list of a system too."""
    head = "Card ID,Card Name,Members,Due Date,List Name,Archived,Due Complete"
    checked = read(head, "1,Ask,,2026-06-30T23:00:00.000Z,To do,false,false")

    assert checked.source.name == "Trello"
    assert checked.rows["due"].to_list() == ["2026-07-01"]
