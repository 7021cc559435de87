"""What the look of a workbook says: rows struck through or hidden, and ratings that are only a colour."""

import io
from collections.abc import Callable

import pytest
import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

import loaders
from loaders.reading import WHOLE_ROW
from loaders.reading.styles import colour
from tests.loaders.tables import problems

ACTIONS = [
    ["Reference", "Action", "Status"],
    ["A1", "Plan", "open"],
    ["A2", "Ask", "open"],
    ["A3", "Go", "done"],
]
NEWS = [["Pledge reference", "As at", "RAG"], ["P1", "13/06/2026", ""], ["P2", "13/06/2026", ""],
        ["P3", "13/06/2026", "green"], ["P4", "13/06/2026", ""]]  # fmt: skip
Look = Callable[[Worksheet, Callable[..., Format]], object]


def book(rows: list[list[str]], look: Look) -> bytes:
    """A workbook of these rows, to which somebody has given a look."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as made:
        sheet = made.add_worksheet()
        for at, row in enumerate(rows):
            sheet.write_row(at, 0, row)
        look(sheet, lambda **of: made.add_format(of))
    return out.getvalue()


def read(data: bytes, **answers: bool) -> loaders.Checked:
    """The workbook through the gate, with what was said of its look."""
    return loaders.check(data, "book.xlsx", answers=loaders.Answers(**answers))


def struck(*rows: int) -> Look:
    """These rows of the actions are struck through."""

    def look(sheet: Worksheet, made: Callable[..., Format]) -> None:
        for row in rows:
            sheet.write_row(row, 0, ACTIONS[row], made(font_strikeout=True))

    return look


def coloured(**colours: str) -> Look:
    """The ratings of these rows, r1 and so on, have colours."""

    def look(sheet: Worksheet, made: Callable[..., Format]) -> None:
        for row, name in colours.items():
            sheet.write(int(row[1:]), 2, NEWS[int(row[1:])][2], made(bg_color=name))

    return look


def test_a_row_that_is_struck_through_is_told_and_left_out() -> None:
    """Somebody withdrew it; the remedy says how it would count."""
    checked = read(book(ACTIONS, struck(2)))

    assert checked.rows["reference"].to_list() == ["A1", "A3"]
    assert problems(checked) == [(3, WHOLE_ROW, "A2")]
    assert checked.problems["must_be"].to_list() == [loaders.STRUCK]


def test_a_row_that_is_struck_through_counts_once_the_reader_says_so() -> None:
    """It may have been a mistake."""
    assert read(book(ACTIONS, struck(2)), struck=True).rows.height == 3


def test_what_is_done_may_be_struck_through() -> None:
    """It says itself that it is over, and so the line says nothing more."""
    assert read(book(ACTIONS, struck(3))).rows.height == 3


def test_one_cell_that_is_struck_through_is_no_row() -> None:
    """Nor are the blanks of a row."""

    def look(sheet: Worksheet, made: Callable[..., Format]) -> None:
        sheet.write(1, 1, "Plan", made(font_strikeout=True))
        sheet.write_blank(2, 3, None, made(font_strikeout=True))

    assert read(book(ACTIONS, look)).rows.height == 3


@pytest.mark.parametrize(("counts", "references"), [(True, ["A1", "A2", "A3"]), (False, ["A1", "A3"])])
def test_hidden_rows_are_asked_about(counts: bool, references: list[str]) -> None:
    """Nobody saw them who saved the file; they may be filtered out, or be what nobody wanted to show."""
    data = book(ACTIONS, lambda sheet, _: sheet.set_row(2, options={"hidden": True}))

    with pytest.raises(loaders.Unseen, match=r"^Line 3 is hidden, or filtered out") as asked:
        read(data)
    assert asked.value.what == "hidden"
    assert read(data, hidden=counts).rows["reference"].to_list() == references


def test_hidden_rows_above_and_below_the_table_are_no_question() -> None:
    """They hold no record."""
    rows = [["Our actions"], *ACTIONS, ["", "", ""]]
    data = book(rows, lambda sheet, _: [sheet.set_row(at, options={"hidden": True}) for at in (0, 5)])

    assert read(data).rows.height == 3


def test_a_rating_by_colour_alone_is_asked_about() -> None:
    """The colours are suggested, line by line, and nothing is loaded blank before."""
    data = book(NEWS, coloured(r1="#FF0000", r2="#FFC000", r4="#00B050"))

    with pytest.raises(loaders.Unseen, match=r"“RAG” .* line 2 red, line 3 amber, line 5 green") as asked:
        read(data)
    assert asked.value.what == "colours"
    assert read(data, colours=True).rows["rag"].to_list() == ["red", "amber", "green", "green"]
    assert read(data, colours=False).rows["rag"].to_list() == [None, None, "green", None]


@pytest.mark.parametrize(
    "colours", [{"r3": "#FF0000"}, {"r1": "#D9E1F2"}, {"r0": "#00B050"}, {"r2": "#EEEEEE"}]
)
def test_a_colour_that_rates_nothing_is_no_question(colours: dict[str, str]) -> None:
    """One of a cell that has a word, of the headings, or one in which nobody rates."""
    assert read(book(NEWS, coloured(**colours))).rows.height == 4


@pytest.mark.parametrize(
    ("rgb", "name"),
    [("FF0000", "red"), ("FFFFC7CE", "red"), ("C00000", "red"), ("FFC000", "amber"), ("FFFF00", "amber"),
     ("FFEB9C", "amber"), ("ED7D31", "amber"), ("00B050", "green"), ("C6EFCE", "green"), ("92D050", "green"),
     ("70AD47", "green"), ("0070C0", "blue"), ("FFFFFF", ""), ("000000", ""), ("808080", ""), ("", "")],
)  # fmt: skip
def test_the_colours_in_which_people_rate_have_names(rgb: str, name: str) -> None:
    """The standard ones of a spreadsheet, strong and pale."""
    assert colour(rgb) == name
