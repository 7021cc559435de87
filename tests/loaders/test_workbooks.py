"""Workbooks: the same gate, with real dates and numbers."""

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime

import pytest
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

import loaders
from loaders.reading.workbook import workbook as opened
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
    data = workbook(North=[DUTIES, ["a"]], South=[DUTIES, ["b"]], Notes=[["Read me"]])
    with pytest.raises(loaders.Unchosen, match="The sheets North and South fit equally well") as asked:
        loaders.check(data, "duties.xlsx")
    assert asked.value.sheets == ("North", "South")


def test_each_sheet_that_is_chosen_counts_as_a_file() -> None:
    """It can be loaded beside the other, and evidence names it."""
    data = workbook(North=[DUTIES, ["a"]], South=[DUTIES, ["b"], ["c"]])
    north, south = (
        loaders.check(data, "duties.xlsx", answers=loaders.Answers(sheet=name)) for name in ("North", "South")
    )

    assert (north.count_read, south.count_read) == (1, 2)
    assert (north.file_name, south.file_name) == ("duties.xlsx, sheet North", "duties.xlsx, sheet South")
    assert north.sha256 != south.sha256
    assert (south.sheet, south.other_sheets, south.hidden_sheets) == ("South", ("North",), ())


def test_a_sheet_that_is_not_there_is_named() -> None:
    """The remedy lists those that are."""
    answers = loaders.Answers(sheet="East")
    with pytest.raises(loaders.Unreadable, match="no table in a sheet “East”"):
        loaders.check(workbook(North=[DUTIES, ["a"]], South=[]), "duties.xlsx", answers=answers)


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


def made(*fillings: Callable[[Worksheet, xlsxwriter.Workbook], object]) -> bytes:
    """A workbook whose sheets are filled by these, one each."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        for fill in fillings:
            fill(book.add_worksheet(), book)
    return out.getvalue()


def rows_of(data: bytes, sheet: str = "Sheet1") -> list[list[str]]:
    """The cells of a sheet as text."""
    return [row.cells for row in opened(data).sheets[sheet]]


def changed(data: bytes, *pairs: tuple[str, str], drop: str = "") -> bytes:
    """The workbook with text of its XML or the names of its parts replaced, and one part dropped."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            text = old.read(name).decode()
            for before, after in pairs:
                name, text = name.replace(before, after), text.replace(before, after)
            if name != drop:
                new.writestr(name, text)
    return out.getvalue()


@pytest.mark.parametrize("hide", [Worksheet.hide, Worksheet.very_hidden])
def test_a_hidden_sheet_is_left_out(hide: Callable[[Worksheet], None]) -> None:
    """What nobody sees is not taken for the table, but named."""
    data = made(lambda seen, _: seen.write("A1", "new"), lambda old, _: (old.write("A1", "old"), hide(old)))
    book = opened(data)

    assert (list(book.sheets), book.hidden) == (["Sheet1"], ("Sheet2",))


def test_a_hidden_sheet_is_kept_where_no_other_has_text() -> None:
    """Or the file would seem to be empty."""
    book = opened(made(lambda *_: None, lambda sheet, _: (sheet.write("A1", "all"), sheet.hide())))

    assert (list(book.sheets), book.hidden) == (["Sheet1", "Sheet2"], ())
    assert book.sheets["Sheet2"][0].cells == ["all"]


def merged(*ranges: str) -> bytes:
    """A sheet of three columns with headings in row 2, texts below, and these ranges merged."""

    def fill(sheet: Worksheet, _: object) -> None:
        sheet.write_row("A2", ["Group", "Title", "Kind"])
        for at in range(3, 7):
            sheet.write_row(f"B{at}", [f"Report {at}", "Report"])
        for each in ranges:
            sheet.merge_range(each, "North")

    return made(fill)


def test_a_group_merged_beside_several_rows_is_each_row_s() -> None:
    """It was blank in all rows but the first, and a blank is the main group."""
    rows = rows_of(merged("A1:C1", "A3:A5"))

    assert [row[0] for row in rows] == ["North", "Group", "North", "North", "North", ""]
    assert rows[0] == ["North", "", ""]


def test_merged_titles_headings_and_blank_rows_stay_as_they_are() -> None:
    """A title is no cell of its table, a tall heading stands once, and a row without text stays blank."""
    assert [row[0] for row in rows_of(merged("A3:B4"))][2:4] == ["North", ""]
    assert [row[0] for row in rows_of(merged("A2:A3"))][1:3] == ["North", ""]
    assert len(rows_of(merged("A6:A1000000"))) == 6

    data = made(lambda sheet, _: (sheet.write_row("A1", "ab"), sheet.merge_range("A2:A3", "North")))
    assert rows_of(changed(data, ("A2:A3", "A2:A900000"))) == [["a", "b"], ["North", ""]]


def test_ranges_that_overlap_ten_thousand_times_are_refused() -> None:
    """Filling them all would take minutes."""
    data = made(lambda sheet, _: (sheet.write_row("A1", "ab"), sheet.write_column("A2", ["x"] * 2000)))
    ranges = "".join(f'<mergeCell ref="A2:A{1_000_000 + at}"/>' for at in range(10_000))

    with pytest.raises(loaders.Unreadable, match="too large"):
        opened(changed(data, ("</sheetData>", f"</sheetData><mergeCells>{ranges}</mergeCells>")))


def test_an_error_is_its_text() -> None:
    """A blank would say that nobody filled the cell in."""
    errors = ["#DIV/0!", "#N/A", "#NAME?", "#NULL!", "#NUM!", "#REF!", "#VALUE!"]
    data = made(lambda sheet, _: [sheet.write_formula(2, at, "=A1", None, e) for at, e in enumerate(errors)])

    assert rows_of(data)[2] == errors


def test_a_formula_without_a_value_is_shown_as_one() -> None:
    """Programs that do not calculate store none. An empty text is a value, and a number stands."""
    data = made(lambda sheet, _: [sheet.write_formula(0, at, f"=A2&{at}", None, 7) for at in range(5)])
    data = changed(
        data,
        ("<f>A2&amp;0</f><v>7</v>", "<f>A2&amp;0</f>"),
        ("<f>A2&amp;1</f><v>7</v>", '<f t="shared" si="0"/><v></v>'),
        ('r="C1"><f>A2&amp;2</f><v>7</v>', 'r="C1" t="str"><f>A2&amp;2</f><v></v>'),
        ("<f>A2&amp;4</f><v>7</v>", "<f>A2&amp;4</f>"),
        ("</worksheet>", "<headerFooter><oddFooter>Page</oddFooter></headerFooter><f>B</f></worksheet>"),
    )

    assert rows_of(data) == [["=A2&0", "=?", "", "7", "=A2&4"]]


PERCENTAGES = {0.62: "62%", 1: "100%", 0.005: "0.5%", 0.29: "29%", -0.1: "-10%", 1 / 3: "33.3333333333333%"}


@pytest.mark.parametrize("code", ["0%", "0.00%", "0.0%", '0.0" of all"%', "0%;[Red]-0%"])
def test_a_percentage_is_what_a_person_sees(code: str) -> None:
    """It was stored as a fraction, which may be one of a per cent."""
    data = made(lambda sheet, book: sheet.write_row(0, 0, PERCENTAGES, book.add_format({"num_format": code})))

    assert rows_of(data) == [list(PERCENTAGES.values())]


@pytest.mark.parametrize("column", [25, 26, 27, 52, 701, 702])
def test_a_column_beyond_z_is_where_it_is(column: int) -> None:
    """Z, AA, AB, BA, ZZ and AAA."""
    data = made(lambda sheet, book: sheet.write(0, column, 0.5, book.add_format({"num_format": "0%"})))

    assert rows_of(data) == [[*([""] * column), "50%"]]


@pytest.mark.parametrize("code", ["0.00", '0.00" %"', "0.00\\%", "0_%", "General"])
def test_a_number_without_a_percent_sign_of_its_own_is_no_percentage(code: str) -> None:
    """A sign in quotation marks is a word."""
    data = made(lambda sheet, book: sheet.write(0, 0, 0.62, book.add_format({"num_format": code})))

    assert rows_of(data) == [["0.62"]]
    assert rows_of(changed(data, drop="xl/styles.xml")) == [["0.62"]]


def test_sheets_are_told_apart_whatever_their_parts_are_called() -> None:
    """The first sheet may be in the part named second, at a path from the root, in capitals."""

    def fill(sheet: Worksheet, book: xlsxwriter.Workbook) -> None:
        at = len(book.worksheets())
        sheet.write(0, 0, at / 4, book.add_format({"num_format": "0%"}) if at == 1 else None)

    data = changed(
        made(fill, fill), ("sheet1.xml", "x.xml"), ("sheet2.xml", "sheet1.xml"), ("x.xml", "Sheet2.xml")
    )
    data = changed(data, ('Target="worksheets', 'Target="/xl/worksheets'))

    assert (rows_of(data), rows_of(data, "Sheet2")) == ([["25%"]], [["0.5"]])


def test_names_of_parts_with_backslashes_and_xml_without_namespaces_do_no_harm() -> None:
    """Some programs write so, and Calamine reads it."""
    data = made(lambda sheet, book: sheet.write(0, 0, 0.5, book.add_format({"num_format": 9})))
    main = ' xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    links = ' xmlns="http://schemas.openxmlformats.org/package/2006/relationships"'
    out = io.BytesIO()
    bare = io.BytesIO(changed(data, (main, ""), (links, "")))
    with zipfile.ZipFile(bare) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name.replace("/", "\\"), old.read(name))

    assert rows_of(out.getvalue()) == [["50%"]]
