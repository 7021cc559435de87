"""A file is worked on in a process of its own, so that one that takes too much ends there and alone.

A small text is not: what it can take is bounded by its size, as a workbook's is not. This is a fence against
weight, no sandbox: the process is our own code and is believed.
"""

import pickle
import resource
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar

from loaders.kind import Kind
from loaders.kinds import KIND
from loaders.limits import MOST_MEMORY, MOST_SECONDS, SMALL_TEXT, TOO_HEAVY, TOO_SLOW
from loaders.unreadable import Unreadable
from loaders.workbook import is_workbook

HOME = Path(__file__).parents[1]
WORK = "from loaders.apart import work; work()"
OUT_OF_MEMORY = 3
T = TypeVar("T")


def apart(task: Callable[..., T], data: bytes, *arguments: Any, **named: Any) -> T:
    """What `task` gives or raises for the bytes of a file; they and all else it takes must be picklable.

    Raises Unreadable for a file that takes too much memory or time, RuntimeError where the process ends
    otherwise without an answer; why stands in the log.
    """
    if len(data) <= SMALL_TEXT and not is_workbook(data):
        return task(data, *arguments, **named)
    asked = _pickled((task, data, arguments, named))
    try:
        child = subprocess.run(
            [sys.executable, "-c", WORK],
            cwd=HOME,
            input=asked,
            stdout=subprocess.PIPE,
            timeout=MOST_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as too_slow:
        raise Unreadable(TOO_SLOW) from too_slow
    if child.returncode == OUT_OF_MEMORY or child.returncode < 0:  # refused memory, Rust ends by a signal
        raise Unreadable(TOO_HEAVY)
    if child.returncode:
        raise RuntimeError(f"The process that was to {task.__name__} a file ended with {child.returncode}.")
    result, error = _Unpickler(BytesIO(child.stdout)).load()
    if error:
        raise error
    return result


def work() -> None:
    """The process of its own: reads what it is asked from the standard input, writes what came of it."""
    with suppress(ValueError):  # a system that knows no such limit
        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))
    try:
        task, data, arguments, named = _Unpickler(sys.stdin.buffer).load()
        try:
            answer = task(data, *arguments, **named), None
        except Unreadable as error:
            answer = None, error
        sys.stdout.buffer.write(_pickled(answer))
    except MemoryError:
        sys.exit(OUT_OF_MEMORY)


class _Pickler(pickle.Pickler):
    """A kind, whose parsers are made where they are used, goes by its name."""

    def persistent_id(self, each: Any) -> str | None:
        return each.name if isinstance(each, Kind) else None


class _Unpickler(pickle.Unpickler):
    def persistent_load(self, name: str) -> Kind:
        return KIND[name]


def _pickled(what: Any) -> bytes:
    out = BytesIO()
    _Pickler(out, pickle.HIGHEST_PROTOCOL).dump(what)
    return out.getvalue()
