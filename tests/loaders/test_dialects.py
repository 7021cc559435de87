"""Delimited text is understood from nothing but itself: its dialect, its headings and where it ends."""

from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

import loaders
from loaders.reading.grid import Grid, grid

TABLE = """
    Name;Joined;Share
    Alder College;12/09/2025;12,5
    Birch Housing;30/09/2025;7,25
"""


def of(text: str) -> Grid:
    return grid(dedent(text).lstrip("\n").encode())


def rows(found: Grid) -> list[list[str]]:
    return [row.cells for row in found.rows]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"], ids=["comma", "semicolon", "tab", "bar"])
def test_any_delimiter_is_found(delimiter: str) -> None:
    """The delimiter is the one that gives rows of equal length and cells that are whole values."""
    found = of(TABLE.replace(",", ".").replace(";", delimiter))

    assert found.dialect.delimiter == delimiter
    assert rows(found)[0] == ["Alder College", "12/09/2025", "12.5"]


def test_a_decimal_comma_does_not_part_columns() -> None:
    """A number with a decimal comma is one value, so the semicolon parts the columns."""
    assert rows(of(TABLE))[1] == ["Birch Housing", "30/09/2025", "7,25"]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ('Name,Note\nA,"one, two"\nB,"a ""fine"" day"\n', 'a "fine" day'),
        ("Name,Note\nA,'one, two'\nB,'a fine, fine day'\n", "a fine, fine day"),
        ('Name,Note\nA,"one, two"\nB,"a \\"fine\\", fine day"\n', 'a "fine", fine day'),
        ('Name, Note\nA, "one, two"\nB, "a fine, fine day"\n', "a fine, fine day"),
    ],
    ids=["doubled", "single marks", "backslash", "padded"],
)
def test_any_way_of_quoting_is_found(text: str, cell: str) -> None:
    """Text is whole again whichever mark holds it together and whatever stands before a mark inside it."""
    assert rows(of(text))[1] == ["B", cell]


def test_a_quoted_remark_keeps_its_marks() -> None:
    """Single marks round one cell are somebody's words, not the way the file is written."""
    assert rows(of("Name,Note\nA,fine\nB,'Well done'\nC,none\nD,none\n"))[1] == ["B", "'Well done'"]


def test_spaces_part_columns_of_values() -> None:
    """Where every line has the same number of values, and text is in marks, spaces are delimiters."""
    found = of('Day Time Reading Place\n12/09/2025 10:00 1.5 "Old Hall"\n13/09/2025 10:30 1.75 "New Hall"\n')

    assert rows(found)[1] == ["13/09/2025", "10:30", "1.75", "New Hall"]


@pytest.mark.parametrize(
    "text",
    [
        "Name\nAlder College\nBirch Housing\nCedar Trust\n",
        "Full Name\nJo Ash\nSam Birch\nKim Cedar\n",
        "Address Line One\n12 Acacia Avenue\n3 Birch Road\n44 Cedar Lane\n",
        "Date\n5 May 2025\n6 May 2025\n7 May 2025\n",
        "Our promises\nWe will listen to you.\nWe will answer within a day.\n",
    ],
    ids=["names", "heading of two words", "addresses", "dates", "sentences"],
)
def test_a_list_is_not_split_at_spaces(text: str) -> None:
    """One column of words stays one column."""
    assert all(len(row.cells) == 1 for row in of(text).records)


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ('3,"Old Hall,"up, stairs"', ["3", '"Old Hall', "up, stairs"]),
        ('3,""Old, Hall",up', ["3", '"Old, Hall', "up"]),
        ('3,"Old 48" Hall, up","stairs"', ["3", 'Old 48" Hall, up', "stairs"]),
        ('3,Old Hall,"', ["3", "Old Hall", '"']),
    ],
    ids=["before a cell", "doubled at the start", "inside", "alone"],
)
def test_a_stray_mark_is_text(line: str, cells: list[str]) -> None:
    """In an unknown table a mark that breaks its line is read as text, if the line then fits the others."""
    found = of(f'No,Place,Where\n1,"a, b",c\n2,d,"e, f"\n{line}\n4,g,h\n')

    assert rows(found)[2:] == [cells, ["4", "g", "h"]]


def test_the_gate_names_a_stray_mark() -> None:
    """What may be saved is never mended: in a known table the same line is a problem."""
    checked = loaders.check(b'Title,Kind,Link\n1,"a, b",c\n3,"Old Hall,"up"\n4,g,h\n', "file.csv")

    assert checked.problems["line"].to_list() == [3]


def test_the_gate_reads_single_marks() -> None:
    """A known file may be written in any dialect."""
    checked = loaders.check(b"Title,Theme\n'Work, paid',Jobs\n'Rest, too',Life\n", "file.csv")

    assert checked.rows["title"].to_list() == ["Work, paid", "Rest, too"]


def test_rows_about_the_table_are_not_headings() -> None:
    """Titles, notes and blank rows above the headings are passed over, padded or not."""
    found = of("""
        Payments over £500,,
        ,,
        Payee,Paid on,Amount
        Alder College,12/09/2025,512
        Birch Housing,30/09/2025,85
    """)

    assert found.headings == ["Payee", "Paid on", "Amount"]


def test_the_table_with_most_cells_is_the_one_meant() -> None:
    """Where a file has several sections, the headings are those of the largest."""
    found = of("""
        1. Summary
        Meeting title,Board
        Attended,3
        Started,09:00
        Ended,10:00

        2. Participants
        Name,Joined,Left,Minutes,Role
        Jo Ash,09:00,10:00,60,Chair
        Sam Birch,09:05,10:00,55,Member
        Kim Cedar,09:05,10:00,55,Member
    """)

    assert found.headings == ["Name", "Joined", "Left", "Minutes", "Role"]


def test_a_table_without_headings_has_none() -> None:
    """Values above values are no headings, and the first row is a row."""
    found = of("12/09/2025,Alder College,10.50\n13/09/2025,Birch Housing,20.75\n")

    assert (found.headings, len(found.rows)) == ([], 2)


def test_words_above_words_are_headings() -> None:
    """Where all of a table is words, its first row is its headings."""
    assert of("Area,Lead\nNorth,Ash\nSouth,Birch\n").headings == ["Area", "Lead"]


def test_years_above_other_numbers_are_headings() -> None:
    """A year heads a column of other numbers, and is a value in a column of years."""
    assert of("Area,2024,2025\nNorth,10,20\nSouth,30,40\n").headings == ["Area", "2024", "2025"]
    assert of("2024,10,20\n2025,30,40\n").headings == []


@pytest.mark.parametrize(
    ("above", "joined"),
    [
        (
            "Area,Visits,,Calls,\n,made,missed,made,missed\n",
            "Area|Visits made|Visits missed|Calls made|Calls missed",
        ),
        ("Area,Visits,,Calls,\n,2024,2025,2024,2025\n", "Area|Visits 2024|Visits 2025|Calls 2024|Calls 2025"),
        (
            ",Visits,,Calls,\nArea,made,missed,made,missed\n",
            "Area|Visits made|Visits missed|Calls made|Calls missed",
        ),
        ("A,B,C,D,E\nA,B,C,D,E\n", "A A|B B|C C|D D|E E"),
    ],
    ids=["wider headings", "years", "wider headings first", "the same again"],
)
def test_headings_in_several_rows_are_joined(above: str, joined: str) -> None:
    """Each column is named by all that stands above it; a heading over several columns counts for each."""
    assert of(above + "North,1,2,3,4\nSouth,5,6,7,8\n").headings == joined.split("|")


def test_other_headings_begin_another_table() -> None:
    """The first table ends where nearly the same headings come again with a column more or less."""
    found = of("""
        Payee,Paid on,Amount,Note,Ref
        Alder College,12/09/2025,512,,1
        Payee,Paid on,Amount,Note
        Birch Housing,30/09/2025,85,
    """)

    assert [len(found.rows), found.records[found.end].line] == [1, 3]


def test_repeated_headings_do_not_end_a_table() -> None:
    """A report that prints its headings on every page is one table."""
    found = of("Payee,Amount\nAlder,512\nPayee,Amount\nBirch,85\n")

    assert len(found.rows) == 3


@given(data=st.binary(max_size=300))
def test_no_bytes_make_the_grid_fall_over(data: bytes) -> None:
    """Whatever the bytes are, there is a grid, and its rows lie within its records."""
    found = grid(data)

    assert 0 <= found.header.start <= found.header.stop <= found.end <= len(found.records)


@given(text=st.text(alphabet="ab1;,'\"\\ \n\r", max_size=60))
def test_nothing_is_lost_from_a_grid(text: str) -> None:
    """Every letter and digit of the text is in a cell, whatever the marks round it do."""
    cells = "".join(cell for row in grid(text.encode()).records for cell in row.cells)

    assert [cells.count(each) for each in "ab1"] == [text.count(each) for each in "ab1"]
