"""What the fuzz found, each as the smallest file that shows it."""

import csv

import polars as pl
import pytest

import loaders
from loaders.reading import fast
from loaders.reading import records as exact
from loaders.reading.records import Record, lines_of, records
from loaders.recognising.suggest import suggested
from tests.loaders.tables import check, lines

HEADINGS = "Group,Meeting date,Organisation,Person,Attendance"
OPENS_AND_CLOSES = 'x","z\n'  # its second mark opens a cell that the first mark of the next line closes


def test_a_line_of_totals_is_refused_and_not_asked_about() -> None:
    """Where organisations are told by names, a total was taken for somebody's name too, and counted twice."""
    checked = check(
        "Name (Original Name),Join Time,Duration (Minutes)", "The clerk,2026-03-03 10:00,40", "Total,,40"
    )

    assert checked.unplaced["written"].to_list() == ["The clerk"]
    assert checked.problems["line"].to_list() == [3]
    assert checked.count_left_out == 0


class Counted(list[str]):
    """Lines that count how often one of them is taken."""

    taken = 0

    def __getitem__(self, index: int) -> str:  # type: ignore[override]
        self.taken += 1
        return super().__getitem__(index)


def test_marks_that_close_on_every_next_line_are_not_read_to_the_end_again_and_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """A file of 300 kB took hours: from each of its lines the marks paired up to the last."""
    monkeypatch.setattr(exact, "MOST_IN_VAIN", 10_000)
    text = Counted([OPENS_AND_CLOSES] * 5000)
    read = list(records(text, ","))

    assert [record.line for record in read] == list(range(1, 5001))
    assert text.taken < 5 * len(text)


def test_a_record_longer_than_any_should_be_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its first line is refused, and those below are read as they are."""
    monkeypatch.setattr(exact, "LONGEST_RECORD", 20)
    read = list(records(['a,"b\n', "c,d\n", "e,f\n", "g,h\n", "i,j\n", 'k,"l"\n'], ","))

    assert read[0] == Record(1, ['a,"b'], broken=True)
    assert read[-1] == Record(6, ["k", "l"])


def test_the_fast_way_gives_up_where_many_marks_never_close(monkeypatch: pytest.MonkeyPatch) -> None:
    """It looked for the end of each of them in all the text below."""
    monkeypatch.setattr(fast, "MOST_IN_VAIN", 1)
    text = f"{HEADINGS}\n" + f"{OPENS_AND_CLOSES}a,b,c,d,e\na,b,c,d,e\n" * 3
    header = next(records(list(lines_of(text.encode())), ","))

    assert fast.fast(text.encode(), ",", header, "") is None


def test_a_long_line_is_not_read_again_for_each_of_its_marks(monkeypatch: pytest.MonkeyPatch) -> None:
    """It is refused, where a short one would be mended."""
    line = ['a,"b"," c"" d," e"\n']
    mended = next(records(line, ",", width=4))
    monkeypatch.setattr(exact, "READ_AGAIN", len(line[0]) - 1)

    assert (mended.broken, next(records(line, ",", width=4)).broken) == (False, True)


def test_a_heading_of_forty_thousand_commas_is_no_table() -> None:
    """A file of 40 kB took 1.5 GB: it has forty thousand columns if it is cut at its commas."""
    data = lines('Name (Original Name);"' + "," * 40_000 + '";Duration (Minutes)')

    with pytest.raises(loaders.Unreadable, match="1,000 columns"):
        loaders.look(data)


def test_a_table_with_all_a_template_needs_and_more_is_not_asked_for_nothing() -> None:
    """The sentence ended in "which also needs .", where most headings belong to no kind."""
    others = ",".join(f"Other {at}" for at in range(20))

    with pytest.raises(loaders.Unmapped, match="Most of them are new here"):
        check(f"{HEADINGS},{others}", "Board,9/12/2026,Alder,The clerk,present")


def test_a_cell_longer_than_the_csv_module_takes_is_read_where_nothing_keeps_it_whole() -> None:
    """The exact way said that its quotation marks do not close, though it has none; the fast way read it."""
    text = "x" * (csv.field_size_limit() + 1)

    assert [row.cells for row in records([f"a,{text}\r\n", "b,c"], ",")] == [["a", text], ["b", "c"]]


def test_a_heading_longer_than_any_question_means_nothing() -> None:
    """One of 100,000 letters was compared with every word of every heading, for seconds."""
    headings = ["Organisation " + "x" * 300, "Sector"]
    rows = pl.DataFrame([["Elm", "Health"]], schema=["0", "1"], orient="row")

    assert dict(suggested(headings, rows, [loaders.KIND["organisations"]])[0].columns) == {"Sector": "sector"}
