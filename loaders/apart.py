"""A file is worked on in a process of its own, so that one that takes too much ends there and alone.

A small text is not: what it can take is bounded by its size, as a workbook's is not. This is a fence against
weight, no sandbox: the process is our own code and is believed.
"""

import pickle
import resource
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE, Popen
from threading import Timer
from typing import Any, Generic, TypeVar

from kinds import KIND
from kinds.kind import Kind
from loaders.reading import Unreadable, is_workbook

HOME = Path(__file__).parents[1]
WORK = "from loaders.apart import work; work()"
OUT_OF_MEMORY = 3
SMALL_TEXT, MOST_SECONDS, MOST_MEMORY = 100_000, 120, 6 * 2**30
TOO_SLOW = (
    f"Reading the file took more than {MOST_SECONDS // 60} minutes and was stopped. "
    "Save the one table that is needed as CSV, without blank rows and columns, and upload that."
)
TOO_HEAVY = (
    f"Reading the file took more than {MOST_MEMORY // 2**30} GB of memory and was stopped. "
    "Split it into several files, for instance one for each year, and upload them one by one."
)
T = TypeVar("T")


@dataclass(frozen=True)
class Done(Generic[T]):
    """What a task gave."""

    of_task: T


Answer = Done[T] | Unreadable


def apart(task: Callable[..., T], data: bytes, *arguments: Any, **named: Any) -> T:
    """What `task` gives or raises for the bytes of a file; they and all else it takes must be picklable.

    Raises Unreadable for a file that takes too much memory or time, RuntimeError where the process ends
    otherwise without an answer; why stands in the log.
    """
    if len(data) <= SMALL_TEXT and not is_workbook(data):
        return task(data, *arguments, **named)
    start = time.monotonic()
    try:
        with Popen([sys.executable, "-c", WORK], cwd=HOME, stdin=PIPE, stdout=PIPE) as child:
            answer: Answer[T] = _told(child, (task, data, arguments, named))
    except (BrokenPipeError, EOFError, pickle.UnpicklingError) as ended:
        if time.monotonic() - start > MOST_SECONDS:
            raise Unreadable(TOO_SLOW) from ended
        if child.returncode == OUT_OF_MEMORY or child.returncode < 0:  # Rust and Linux end it by a signal
            raise Unreadable(TOO_HEAVY) from ended
        raise RuntimeError(f"{task.__name__} ended with {child.returncode} and no answer.") from ended
    if isinstance(answer, Unreadable):
        raise answer
    return answer.of_task


def _told(child: Popen[bytes], asked: tuple[object, ...]) -> Any:
    """What the process answers, which is stopped when it takes too long."""
    assert child.stdin and child.stdout, "both are pipes"
    clock = Timer(MOST_SECONDS, child.kill)
    clock.start()
    try:
        _Pickler(child.stdin).dump(asked)
        child.stdin.close()
        return _Unpickler(child.stdout).load()
    finally:
        clock.cancel()


def work() -> None:
    """The process of its own: reads what it is asked from the standard input, writes what came of it."""
    with suppress(ValueError, OSError):  # where the system is not Linux
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
        Path("/proc/self/oom_score_adj").write_text("1000")  # the first to go when memory runs out
    try:
        task, data, arguments, named = _Unpickler(sys.stdin.buffer).load()
        answer: Answer[Any]
        try:
            answer = Done(task(data, *arguments, **named))
        except Unreadable as error:
            answer = error
        _Pickler(sys.stdout.buffer).dump(answer)
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)


class _Pickler(pickle.Pickler):
    """A kind, whose parsers are made where they are used, goes by its name."""

    def persistent_id(self, each: Any) -> str | None:
        return each.name if isinstance(each, Kind) else None


class _Unpickler(pickle.Unpickler):
    def persistent_load(self, name: Any) -> Kind:
        return KIND[name]
