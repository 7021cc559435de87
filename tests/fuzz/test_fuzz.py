"""No file breaks the gate: each of its rows is accounted for, or a sentence says why it is refused."""

import csv
import io
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

import loaders
from tests.fuzz.invariants import hold
from tests.fuzz.long import run
from tests.fuzz.made import NAMES, WORDS, Made, made, made_by
from tests.fuzz.seeds import SHAPES
from tests.switch import many

COUNT = many(60, 1_000, 10_000)
EXAMPLES = many(10, 60, 200)
MOST_MEBIBYTES = 256  # of memory, for one file
HEADINGS = [[field.heading for field in kind.fields] for kind in loaders.KINDS]
CELLS = st.text(max_size=8) | st.sampled_from(["09/12/2026", "12/25/2026", "1", "£9", "yes", "Total", ""])


def of(data: bytes) -> Made:
    """These bytes with nothing said, before a body that knows some names."""
    return Made(data, "file", None, WORDS, loaders.Known(names=NAMES), loaders.Answers("day"))


@settings(max_examples=EXAMPLES)
@given(number=st.integers(0, len(SHAPES) - 1), rng=st.randoms(use_true_random=False))
def test_a_plausible_file_may_be_damaged_in_any_way(number: int, rng: Random) -> None:
    """Every template and every known export, as it comes or after several mishaps."""
    hold(made_by(number, rng))


@settings(max_examples=EXAMPLES)
@given(headings=st.sampled_from(HEADINGS), rows=st.lists(st.lists(CELLS, max_size=12), max_size=8))
def test_a_template_may_be_filled_with_anything(headings: list[str], rows: list[list[str]]) -> None:
    """Rows of any text, shorter and longer than the headings."""
    out = io.StringIO()
    csv.writer(out).writerows([headings, *rows])
    hold(of(out.getvalue().encode("utf-8", "replace")))


@settings(max_examples=EXAMPLES)
@given(
    st.binary(max_size=300)
    | st.text(max_size=300).map(lambda text: text.encode("utf-16", "surrogatepass"))
    | st.text(alphabet=",;\"'\\ \t|\r\na1/", max_size=100).map(str.encode)
)
def test_a_file_may_be_anything(data: bytes) -> None:
    """Any bytes, any characters, and those that mean something to a reader of delimited text."""
    hold(of(data))
    hold(of(b"PK\x03\x04" + data))


def test_no_file_breaks_the_gate() -> None:
    """Of very many files, on all cores; a number among the failures makes its file: `hold(made(number))`.

    Most are read, so that it is not the first check alone that is tried. None takes much memory; how long
    each takes is told by `tests.fuzz.long` and is no test. One test, so that they are gone through once.
    """
    *_, told = run(COUNT)

    assert not told.failures, dict(list(told.failures.items())[:5])
    assert told.ways.keys() == {"Checked", "Unreadable", "Unmapped", "Undated"}
    assert told.ways["Checked"] > COUNT / 2
    assert told.mebibytes < (MOST_MEBIBYTES, 0)


def test_a_number_always_makes_the_same_file() -> None:
    """Or a failure could not be looked into; workbooks have the time of their making in them."""
    numbers = [number for number in range(60) if not made(number).data.startswith(b"PK")]

    assert [made(number).data for number in numbers] == [made(number).data for number in numbers]
