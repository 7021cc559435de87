"""Workbooks: the same gate, with real dates and numbers."""

import io
from datetime import date, datetime

import pytest
import xlsxwriter

import loaders
from tests.loaders.tables import check, problems, workbook

DUTIES = ["Duty", "Period", "Done on"]


def test_a_workbook_with_a_preamble_and_real_dates_is_read() -> None:
    """Headings are found below a title, dates are dates, and lines are the sheet's rows."""
    data = workbook(Sheet1=[["Duties of the board"], [], DUTIES, ["Report up", "2026", date(2026, 12, 9)]])
    checked = loaders.check(data, "duties.xlsx")

    assert checked.header_line == 3
    assert checked.rows.select("duty", "done_on", "line").rows() == [("Report up", date(2026, 12, 9), 4)]


def test_a_table_may_start_anywhere_on_any_sheet() -> None:
    """The sheet whose headings fit best is taken, wherever its table stands."""
    data = workbook(Notes=[["Read me"]], Log=[[], ["", *DUTIES], ["", "Report up", "", "31/02/2026"]])
    checked = loaders.check(data, "duties.xlsx")

    assert checked.encoding == "workbook, sheet Log"
    assert problems(checked) == [(3, "Done on", "31/02/2026")]


def test_two_sheets_that_fit_equally_are_not_chosen_between() -> None:
    """Taking one sheet of two would lose the other in silence."""
    with pytest.raises(loaders.Unreadable, match="The sheets North and South fit equally well"):
        loaders.check(workbook(North=[DUTIES, ["a"]], South=[DUTIES, ["b"]]), "duties.xlsx")


def test_whole_numbers_have_no_decimal_point() -> None:
    """A reference typed as 7 is 7, not 7.0, and pence are what Excel shows."""
    data = workbook(S=[["Reference", "Organisation", "Pledge", "Target"], [7, "Alder", "Mentors", 0.1 + 0.2]])

    assert loaders.check(data, "p.xlsx").rows.select("reference", "target").rows() == [("7", 0.3)]


def test_a_box_ticked_true_is_a_yes() -> None:
    """A workbook's TRUE and FALSE answer a yes or no."""
    data = workbook(
        S=[["Role", "Person", "Primary contact"], ["chair", "Ann", True], ["chair", "Bob", False]]
    )

    assert loaders.check(data, "r.xlsx").rows["primary_contact"].to_list() == [True, False]


def test_a_time_of_day_is_left_off_a_date() -> None:
    """A form or a calendar writes when something was noted; the day is what counts."""
    data = workbook(S=[DUTIES, ["Report up", "", datetime(2026, 12, 9, 10, 30)]])

    assert loaders.check(data, "d.xlsx").rows["done_on"].to_list() == [date(2026, 12, 9)]


def test_a_percentage_cell_is_not_taken_for_less_than_one_per_cent() -> None:
    """A workbook stores 45% as 0.45, so a bare fraction is asked about rather than guessed."""
    data = workbook(S=[["Pledge reference", "As at", "Progress (%)"], ["P1", date(2026, 1, 1), 0.45]])

    assert problems(loaders.check(data, "p.xlsx")) == [(2, "Progress (%)", "0.45")]


def test_a_cell_right_of_the_headings_is_never_lost() -> None:
    """A remark beside the table is a problem of its row."""
    data = workbook(S=[DUTIES, ["Report up", "2026", "", "", "remark"]])

    assert problems(loaders.check(data, "d.xlsx")) == [(2, "(row)", "remark")]


def test_a_chart_sheet_does_no_harm() -> None:
    """Sheets without cells are passed over."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.add_worksheet("Data").write_column(0, 0, ["Title", "Annual report"])
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=Data!$A$1:$A$2"})
    book.add_chartsheet().set_chart(chart)
    book.close()

    assert loaders.check(out.getvalue(), "p.xlsx").rows["title"].to_list() == ["Annual report"]


@pytest.mark.parametrize(
    ("heading", "column"), [("Signed off on", "signed_off_on"), ("Published on", "published")]
)
def test_a_date_that_lost_its_format_is_still_a_date(heading: str, column: str) -> None:
    """46113 in a date column is 1 April 2026, where a text file's 46113 could be anything."""
    data = workbook(S=[["Title", heading], ["Annual report", 46113]])

    assert [str(day) for day in loaders.check(data, "p.xlsx").rows[column]] == ["2026-04-01"]


def test_a_whole_number_that_is_no_likely_date_stands_as_it_is() -> None:
    """The days of 1954 and of 2110, and half days, are problems that show the number."""
    data = workbook(S=[["Title", "Signed off on"], *([f"Report {at}", at] for at in (20001, 77000, 46113.5))])

    assert [value for _, _, value in problems(loaders.check(data, "p.xlsx"))] == ["20001", "77000", "46113.5"]


def test_a_whole_number_outside_a_date_column_is_a_number() -> None:
    """A target of 46113 is no day."""
    data = workbook(S=[["Reference", "Organisation", "Pledge", "Target"], ["P1", "Alder", "Mentors", 46113]])

    assert loaders.check(data, "p.xlsx").rows["target"].to_list() == [46113]


def test_a_date_without_format_in_a_text_file_is_a_problem() -> None:
    """Only a workbook numbers its days."""
    assert problems(check("Title,Signed off on", "Annual report,46113")) == [(2, "Signed off on", "46113")]


def test_a_workbook_that_counts_from_1904_gives_the_day_it_shows() -> None:
    """Old Macintosh workbooks number the same day 1,462 lower."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "date_1904": True})
    book.add_worksheet().write_column("A1", ["Title", "Annual report"])
    book.worksheets()[0].write_column("B1", ["Signed off on", 46113 - 1462])
    book.close()

    assert loaders.check(out.getvalue(), "p.xlsx").rows["signed_off_on"].to_list() == [date(2026, 4, 1)]
