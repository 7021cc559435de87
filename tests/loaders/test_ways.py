"""The fast way of reading text and the exact way agree, and nothing makes them fall over."""

import csv
import io

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

import loaders
from loaders.records import Record, records
from loaders.rows import cells_of
from loaders.table import exact, fast

CELLS = st.text(alphabet="aé£’ '9-/\t\u200b", max_size=4)
ROWS = st.lists(st.lists(CELLS, min_size=3, max_size=3), max_size=8)
HEADER = Record(1, ["Title", "Kind", "Link"])


def text_of(rows: list[list[str]], end: str) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator=end).writerows([HEADER.cells, *rows])
    return out.getvalue()


@settings(deadline=None)
@given(rows=ROWS, end=st.sampled_from(["\n", "\r\n"]))
def test_both_ways_read_the_same_cells(rows: list[list[str]], end: str) -> None:
    """On a plain file the two ways give identical frames."""
    text = text_of(rows, end)
    quickly = fast(text.encode(), ",", HEADER)
    exactly = exact(records(text.splitlines(keepends=True), ",", start=1), HEADER, "shorter")

    assert quickly is not None
    assert exactly.broken.is_empty()
    assert_frame_equal(cells_of(quickly), cells_of(exactly))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param('Title,Kind,Link\n"a\nb",c,d\n', id="quoted line break"),
        pytest.param("Title,Kind,Link\na,b,c,d\n", id="too many cells"),
        pytest.param('Title,Kind,Link\n"a,b,c\n', id="unbalanced quotation mark"),
        pytest.param("Title,Kind,Link\ra,b,c\r", id="old line ends"),
        pytest.param("Title,Kind,Link,\na,b,c,d\n", id="cell right of the headings"),
    ],
)
def test_the_fast_way_declines_what_it_cannot_be_trusted_with(text: str) -> None:
    """Text that is not plain goes the exact way."""
    assert fast(text.encode(), ",", Record(1, text.splitlines()[0].split(","))) is None


@settings(deadline=None)
@given(rows=st.lists(st.text(alphabet='ab,;"\n\r \t', max_size=12), max_size=12))
def test_every_row_is_either_kept_or_a_problem(rows: list[str]) -> None:
    """Whatever the rows hold, good rows and lines with problems add up to the rows read."""
    checked = loaders.check("\n".join(["Title,Kind", *rows]).encode(), "file.csv")

    assert checked.count_read == checked.rows.height + checked.problems["line"].n_unique()


@settings(deadline=None)
@given(
    rows=st.lists(
        st.text(alphabet="ab, ", min_size=1, max_size=9).filter(lambda row: row.strip(" ,")), max_size=9
    )
)
def test_no_line_with_text_is_passed_over(rows: list[str]) -> None:
    """Every line that has text is either a good row or a problem."""
    checked = loaders.check("\n".join(["Title,Kind", *rows]).encode(), "file.csv")
    named = pl.concat([checked.rows["line"], checked.problems["line"]]).unique().sort()

    assert named.to_list() == list(range(2, len(rows) + 2))


@settings(deadline=None)
@given(data=st.binary(max_size=200), head=st.sampled_from([b"", b"Title,Kind\n", b"PK\x03\x04", b"\xff\xfe"]))
def test_no_bytes_raise_anything_but_unreadable(data: bytes, head: bytes) -> None:
    """Bad data is a problem or a sentence, never a traceback."""
    try:
        loaders.check(head + data, "file")
    except loaders.Unreadable as sentence:
        assert str(sentence).endswith(".")
