"""A file that takes too much memory or time ends in a process of its own, with a sentence."""

import operator
import os
import signal
import time
from importlib import import_module
from subprocess import Popen
from typing import Any

import polars as pl
import pytest
from polars.testing import assert_frame_equal

import loaders
from kinds.kind import Kind
from loaders.apart import SMALL_TEXT, TOO_HEAVY, TOO_SLOW
from tests.loaders.tables import workbook

HEADINGS = "Meeting date,Person,Organisation,Attendance"
ROW = "9 December 2026,Chair {},Alder College,present"
LARGE = b"x" * (SMALL_TEXT + 1)


def rows(count: int) -> str:
    """An attendance file of our own template, of one good row for each person."""
    return "\n".join([HEADINGS, *map(ROW.format, range(count))])


def test_a_large_file_is_checked_as_a_small_one() -> None:
    """Rows, problems, kind and source are the same, whichever process found them."""
    data = f"{rows(3_000)}\n9 December 2026,Chair,Alder College,perhaps".encode()
    assert len(data) > SMALL_TEXT
    here, there = loaders.check(data, "a.csv"), loaders.apart(loaders.check, data, "a.csv")
    assert_frame_equal(there.rows, here.rows)
    assert_frame_equal(there.problems, here.problems)
    assert there.problems.height == 1
    assert there.kind is here.kind
    assert (there.source.name, there.mapping, there.sha256) == (here.source.name, here.mapping, here.sha256)


def test_what_a_reader_mapped_goes_along() -> None:
    """A mapped table with a constant for all rows is known there, too."""
    columns = {"Day": "meeting_on", "Who": "person", "From": "organisation"}
    source = loaders.mapped(loaders.KIND["attendance"], columns, "Office sheet", {"attendance": "present"})
    table = "\n".join(["Day,Who,From", *(f"2026-12-09,Chair {each},Alder College" for each in range(4_000))])
    checked = loaders.apart(loaders.check, table.encode(), "a.csv", known=loaders.Known([source]))
    assert checked.source.name == "Office sheet"
    assert checked.rows["attendance"].unique().to_list() == ["present"]


def test_a_workbook_is_always_opened_apart() -> None:
    """One of a few kilobytes may be millions of cells wide."""
    assert loaders.apart(process, workbook(Sheet=[["a", "b"]])) != os.getpid()
    assert loaders.apart(process, b"a,b") == os.getpid()


@pytest.mark.parametrize("error", [loaders.Unmapped("No.", ("a", "b")), loaders.Undated("When?", ("1/2",))])
def test_what_is_asked_comes_back_whole(error: loaders.Unreadable) -> None:
    """The page needs the headings and the dates, not only the sentence."""
    with pytest.raises(type(error), match=str(error)) as told:
        loaders.apart(refused, LARGE, error)
    assert vars(told.value) == vars(error)


def test_too_much_memory_is_a_sentence() -> None:
    """Ten times a hundred gigabytes, asked of Python and of Polars."""
    for task, count in ((operator.mul, 10**7), (repeated, 10**12)):
        with pytest.raises(loaders.Unreadable, match=TOO_HEAVY):
            loaders.apart(task, LARGE, count)


def test_a_process_that_the_system_ends_is_a_sentence() -> None:
    """Out of memory, Linux ends a process without a word."""
    with pytest.raises(loaders.Unreadable, match=TOO_HEAVY):
        loaders.apart(killed, LARGE)


def test_too_much_time_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """The process is ended, too: it does not go on behind the sentence."""
    started: list[Popen[bytes]] = []

    def noted(*arguments: Any, **named: Any) -> Popen[bytes]:
        started.append(Popen(*arguments, **named))
        return started[-1]

    module = import_module("loaders.apart")
    monkeypatch.setattr(module, "MOST_SECONDS", 1)
    monkeypatch.setattr(module, "Popen", noted)
    with pytest.raises(loaders.Unreadable, match=TOO_SLOW):
        loaders.apart(slow, LARGE)
    assert [process.returncode for process in started] == [-signal.SIGKILL]


def test_an_error_of_ours_is_no_sentence() -> None:
    """It is not put down to the file."""
    with pytest.raises(RuntimeError, match="broken ended with 1"):
        loaders.apart(broken, LARGE)


def test_a_kind_stays_itself() -> None:
    """Its parsers cannot be sent; the kind of that name is found again."""
    kind = loaders.KIND["payments"]
    assert loaders.apart(same, LARGE, kind) is kind


def process(_: bytes) -> int:
    """The number of the process that works on it."""
    return os.getpid()


def refused(_: bytes, error: loaders.Unreadable) -> None:
    """Raises what it is given."""
    raise error


def repeated(data: bytes, count: int) -> pl.Series:
    """The length of a file, very often."""
    return pl.repeat(len(data), count, eager=True)


def killed(_: bytes) -> None:
    """Ends as a process without memory does."""
    os.kill(os.getpid(), signal.SIGKILL)


def slow(_: bytes) -> None:
    """Longer than anybody waits, on the slowest machine too; then it ends by itself, with an answer."""
    time.sleep(600)


def broken(_: bytes) -> None:
    """A mistake of ours."""
    raise KeyError("no such column")


def same(_: bytes, kind: Kind) -> Kind:
    """What it is given."""
    return kind
