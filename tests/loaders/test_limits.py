"""A file that is too large is refused with a remedy before it costs much time or memory."""

import io
import zipfile

import polars as pl
import pytest

import loaders
from loaders.checking import problems
from loaders.reading import limits
from tests.loaders.tables import ATTENDANCE, check, lines, workbook

ROW = "Board,9/12/2026,Alder,The clerk,present,"


def told(data: bytes) -> str:
    """What the reader is told who has this file checked."""
    with pytest.raises(loaders.Unreadable) as refused:
        loaders.check(data, "file")
    return str(refused.value)


def looked_at(data: bytes) -> str:
    """What the reader is told who is to say what the headings of this file mean."""
    with pytest.raises(loaders.Unreadable) as refused:
        loaders.look(data)
    return str(refused.value)


LARGE = {
    "bytes": ("MOST_BYTES", 100, lines(ATTENDANCE, ROW), "Split it"),
    "lines": ("MOST_LINES", 3, lines(ATTENDANCE, ROW, ROW, ROW), "Split it"),
    "lines of an old Macintosh": ("MOST_LINES", 3, lines(ATTENDANCE, ROW, ROW, ROW, end="\r"), "Split it"),
    "a line": ("LONGEST_LINE", 100, lines(ATTENDANCE, ROW * 3), "one line for each record"),
    "a last line that does not end": (
        "LONGEST_LINE",
        100,
        lines(ATTENDANCE) + ROW.encode() * 3,
        "one line for each record",
    ),
    "columns": ("MOST_COLUMNS", 5, lines(ATTENDANCE, ROW), "Delete the columns"),
    "columns of a workbook": (
        "MOST_COLUMNS",
        5,
        workbook(S=[ATTENDANCE.split(","), ROW.split(",")]),
        "Delete the columns",
    ),
}


@pytest.mark.parametrize(("name", "most", "data", "remedy"), LARGE.values(), ids=LARGE)
@pytest.mark.parametrize("way", [told, looked_at])
def test_past_a_limit_the_reader_is_told_what_to_do(
    monkeypatch: pytest.MonkeyPatch, name: str, most: int, data: bytes, remedy: str, way
) -> None:
    """Whether the headings are known or are still to be mapped."""
    monkeypatch.setattr(limits, name, most)

    assert remedy in way(data)


@pytest.mark.parametrize(("name", "most", "data", "remedy"), LARGE.values(), ids=LARGE)
def test_within_the_limits_the_same_files_are_read(name: str, most: int, data: bytes, remedy: str) -> None:
    """None of them is wrong in any other way."""
    assert loaders.check(data, "file").count_read > 0


def test_cells_are_limited_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few columns of many lines, or many of few."""
    monkeypatch.setattr(limits, "MOST_CELLS", 17)

    assert "Delete the columns and rows" in told(lines(ATTENDANCE, ROW, ROW))


def test_at_the_limit_a_file_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit itself is allowed."""
    data = lines(ATTENDANCE, ROW)
    for name, most in (
        ("MOST_BYTES", len(data)),
        ("MOST_LINES", 2),
        ("LONGEST_LINE", len(ATTENDANCE) + 2),
        ("MOST_COLUMNS", 6),
        ("MOST_CELLS", 12),
    ):
        monkeypatch.setattr(limits, name, most)

    assert loaders.check(data, "file").rows.height == 1


def test_more_problems_than_anybody_could_mend_are_told_by_the_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Millions of them would fill the memory, and say no more than one does."""
    monkeypatch.setattr(problems, "MOST_PROBLEMS", 2)

    with pytest.raises(
        loaders.Unreadable, match=r"more than 2 problems.* on line 2, Attendance “maybe” must be one"
    ):
        check(ATTENDANCE, *(f"Board,9/12/2026,Alder,Clerk {at},maybe," for at in range(3)))


def test_repetitions_are_problems_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of one row again and again has one record."""
    monkeypatch.setattr(problems, "MOST_PROBLEMS", 2)

    with pytest.raises(loaders.Unreadable, match="on line 3"):
        check(ATTENDANCE, *[ROW] * 4)


def bomb(size: int) -> bytes:
    """A workbook of a few kilobytes, one part of which unpacks to so many bytes of blanks."""
    out = io.BytesIO(workbook(S=[["Title", "Kind"], ["Annual report", "Report"]]))
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/bomb.xml", b"<a>" + b" " * size + b"</a>")
    return out.getvalue()


def test_a_zip_bomb_is_not_unpacked() -> None:
    """30 kB become 20 MB: no real workbook is packed so well."""
    data = bomb(20_000_000)

    assert len(data) < 40_000
    assert "more than 100 times its size" in told(data)


def test_a_bomb_beyond_all_limits_is_not_unpacked() -> None:
    """200 kB become 210 MB."""
    assert "200 MB unpacked" in told(bomb(210_000_000))


def test_a_small_workbook_may_be_packed_as_well_as_can_be() -> None:
    """What unpacks to a few megabytes does no harm."""
    assert loaders.check(bomb(5_000_000), "file.xlsx").rows.height == 1


def test_the_million_rows_of_a_nation_are_allowed() -> None:
    """95 MB of attendance in eight columns, as the benchmark has it."""
    limits.refuse_large(bytes(95_000_000))
    limits.refuse_long((b"x" * 94 + b"\n") * 1_000_001)
    limits.refuse_wide(8, 1_000_001)


def test_problems_within_the_limit_pass_as_they_are() -> None:
    """Frame by frame, in order."""
    frames = [pl.DataFrame({"line": [1]}), pl.DataFrame({"line": [2]})]

    assert [frame["line"].item() for frame in problems.bearable(frames)] == [1, 2]
