"""What every command shares: who reads, which store and body are meant, and how a command is refused."""

import argparse
import os
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from rules import Body, every_body
from store import Reader, Store

FINE, PROBLEMS, REFUSED = 0, 1, 2
READER = Reader("the command line", frozenset({"secretariat", "board"}))
# What a terminal prints leaves the product, so small numbers stay behind.
EXPORT = READER.for_export()
Asked = argparse.Namespace


class Refused(Exception):
    """The command cannot be carried out; the message says why and what to do."""


def store_path(asked: Asked) -> Path:
    """The store named by --store or QUORATE_STORE."""
    named = asked.store or os.environ.get("QUORATE_STORE")
    if not named:
        raise Refused("Name the store with --store PATH or QUORATE_STORE.")
    return Path(named)


@contextmanager
def opened(asked: Asked, create: bool = False) -> Iterator[Store]:
    """The store, closed again whatever happens; only what fills a store may make one."""
    with closing(Store.open(store_path(asked), create)) as store:
        yield store


def body_of(key: str) -> Body:
    """The body of this key. Raises Refused, with those that there are; TermsError, with what is wrong."""
    bodies = every_body()
    if key in bodies.refused:
        raise bodies.refused[key]
    if key not in bodies:
        raise Refused(f"There is no body {key!r}. The bodies are: {', '.join(bodies)}.")
    return bodies[key]


def confirmed(question: str = "Save?") -> bool:
    """Whether the person at the terminal says yes; without one, nobody does."""
    print(f"{question} [y/N] ", end="", flush=True)
    return sys.stdin.readline().strip().lower() in ("y", "yes")
