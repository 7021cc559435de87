"""The fast way of reading text and the exact way agree, and nothing makes them fall over."""

from itertools import islice

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from polars.testing import assert_frame_equal

import loaders
from kinds.clean import spelled_out
from loaders.checking.rows import cells_of
from loaders.reading.fast import fast
from loaders.reading.records import Record, lines_of, records
from loaders.reading.table import Table, exact

HEADER = Record(1, ["Title", "Kind", "Link"])
CELLS = st.text(alphabet="aé£’ '9-/\t\u200b", max_size=4)
LINES = st.one_of(
    st.lists(CELLS, min_size=3, max_size=3).map(",".join),
    st.sampled_from(['"a', 'b",c,d', '"a,b",c,d', 'a"b,c', '"a"b,c,"', "a,b,c,", "a,b,c,d", "a", ""]),
)
MORE_CELLS = "shorter"


def both_ways(text: str, header: Record) -> tuple[Table | None, Table]:
    """A text read the fast way and the exact way."""
    lines = list(lines_of(text.encode()))
    exactly = exact(islice(records(lines, ","), 1, None), header, MORE_CELLS)
    return fast(text.encode(), ",", header, MORE_CELLS), exactly


@given(rows=st.lists(LINES, max_size=12), end=st.sampled_from(["\n", "\r\n"]))
def test_both_ways_find_the_same(rows: list[str], end: str) -> None:
    """Beside plain lines the two ways agree on quoted, broken and long ones: the same cells and problems."""
    plain = ["a,b,c"] * (len(rows) + 1)
    quickly, exactly = both_ways(end.join(["Title,Kind,Link", *rows, *plain]), HEADER)

    assert quickly is not None
    assert_frame_equal(spelled_out(cells_of(quickly)), spelled_out(cells_of(exactly)))
    assert_frame_equal(quickly.broken, exactly.broken)


def test_a_quoted_heading_may_span_lines() -> None:
    """Below headings in quotation marks the lines are counted on."""
    quickly, exactly = both_ways(
        '"Title\nin full",Kind\na,b\n"c\nd",e\nf,g\n' + "h,i\n" * 3, Record(1, ["Title\nin full", "Kind"])
    )

    assert quickly is not None
    assert quickly.rows["line"].to_list() == [3, 4, 6, 7, 8, 9]
    assert_frame_equal(spelled_out(cells_of(quickly)), spelled_out(cells_of(exactly)))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Title,Kind,Link\na,b,c,d\ne,f,g,\n", id="every row is longer than the headings"),
        pytest.param('Title,Kind,Link\n"a",b,c\n', id="most lines are quoted"),
        pytest.param("Title,Kind,Link\ra,b,c\r", id="old line ends"),
        pytest.param("Title,Kind,Link\r\na\r,b\r\nc,d,e\r\n", id="an old line end in a short line"),
        pytest.param("Title,Kind,Link,\na,b,c,d\n", id="cell right of the headings"),
    ],
)
def test_the_fast_way_declines_what_it_cannot_be_trusted_with(text: str) -> None:
    """Text that has too little that is plain goes the exact way."""
    assert fast(text.encode(), ",", Record(1, text.splitlines()[0].split(",")), MORE_CELLS) is None


@given(rows=st.lists(st.text(alphabet='ab,;"\n\r \t', max_size=12), max_size=12))
def test_every_row_is_either_kept_or_a_problem(rows: list[str]) -> None:
    """Whatever the rows hold, good rows and lines with problems add up to the rows read."""
    checked = loaders.check("\n".join(["Title,Kind", *rows]).encode(), "file.csv")

    assert checked.count_read == checked.rows.height + checked.problems["line"].n_unique()


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


@given(data=st.binary(max_size=200), head=st.sampled_from([b"", b"Title,Kind\n", b"PK\x03\x04", b"\xff\xfe"]))
def test_no_bytes_raise_anything_but_unreadable(data: bytes, head: bytes) -> None:
    """Bad data is a problem or a sentence, never a traceback."""
    try:
        loaders.check(head + data, "file")
    except loaders.Unreadable as sentence:
        assert str(sentence).endswith(".")
