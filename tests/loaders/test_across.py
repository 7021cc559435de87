"""A register has a column for each meeting: each of its marks is a row of attendance."""

from datetime import date

import pytest

import loaders
from tests.loaders.tables import check, problems

REGISTER = (
    "Attendance at the board 2026,,,,",
    "Agency,Representative,13/01/2026,Board of 14 April 2026,14/07/2026,Total",
    "Alder College,Officer A,Present,Apologies,,1",
    "Birch Council,Officer B,✓,n/a,Virtual,2",
)


def test_each_mark_below_a_day_is_a_row_of_attendance() -> None:
    """Blanks and what is not asked for are none; every row keeps its line."""
    checked = check(*REGISTER)

    assert checked.rows.select("line", "meeting_on", "organisation", "attendance").rows() == [
        (3, date(2026, 1, 13), "Alder College", "present"),
        (3, date(2026, 4, 14), "Alder College", "apologies"),
        (4, date(2026, 1, 13), "Birch Council", "present"),
        (4, date(2026, 7, 14), "Birch Council", "present remotely"),
    ]
    assert (checked.count_read, checked.count_left_out, checked.ignored) == (2, 0, ("Total",))


def test_a_mark_that_nobody_can_read_costs_its_line() -> None:
    """“A” may be absent or apologies; the whole line waits until it is mended."""
    checked = check(*REGISTER, "Cedar Trust,Officer C,A,Present,Present,3")

    assert problems(checked) == [(5, "Attendance", "A")]
    assert 5 not in checked.rows["line"]
    assert checked.count_read == 3

    answers = loaders.Answers(mended={5: ["Cedar Trust", "Officer C", "Absent", "Present", "Present", "3"]})
    again = loaders.check(
        "\n".join([*REGISTER, "Cedar Trust,Officer C,A,,,3"]).encode(), "r.csv", answers=answers
    )
    assert again.rows.filter(line=5).height == 3


@pytest.mark.parametrize("mark", ["Sub - A Deputy", "Substitute: A Deputy", "deputy (A Deputy)"])
def test_a_deputy_may_be_named_in_the_mark(mark: str) -> None:
    """Who came instead, and for whom."""
    checked = check("Organisation,Name,13/01/2026,14/04/2026", f"Alder,Officer A,Present,{mark}")

    assert checked.rows.select("person", "attendance", "substituting_for").rows() == [
        ("Officer A", "present", None),
        ("A Deputy", "substitute", "Officer A"),
    ]


def test_days_above_anything_but_attendance_make_no_register() -> None:
    """A table of figures by quarter is asked about."""
    with pytest.raises(loaders.Unmapped):
        check("Organisation,31/03/2026,30/06/2026", "Alder,12,15", "Birch,9,11")


def test_a_line_without_any_mark_is_left_out() -> None:
    """Somebody who joined after the last meeting."""
    checked = check(*REGISTER, "Cedar Trust,Officer C,,-,,0")

    assert (checked.count_read, checked.count_left_out) == (3, 1)


def test_the_same_day_twice_is_told() -> None:
    """One person cannot be marked twice for one meeting of a group."""
    checked = check("Organisation,Name,13/01/2026,13/01/2026", "Alder,Officer A,Present,Absent")

    assert checked.rows.is_empty()
    assert [line for line, *_ in problems(checked)] == [2]


@pytest.mark.parametrize(("came", "away"), [("1", "0"), ("TRUE", "FALSE"), ("Y", "N"), ("☑", "✗")])
def test_a_register_may_be_ticked_in_any_way(came: str, away: str) -> None:
    """Ones and noughts, boxes of a spreadsheet, letters and signs."""
    checked = check("Organisation,Name,13/01/2026,14/04/2026", f"Alder,Officer A,{came},{away}")

    assert checked.rows["attendance"].to_list() == ["present", "absent"]
