"""Stores of the sample sets: each is filled once in a run, whoever asks first, and copied for all others."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path

import samples
from store import Store

AT = datetime(2026, 11, 20, 10, 15)
FOLDER = "QUORATE_FILLED_SAMPLES"


@contextmanager
def shared() -> Iterator[None]:
    """The folder that every process of this run shares; one that is named from outside is left as it is."""
    if FOLDER in os.environ:
        yield
        return
    with tempfile.TemporaryDirectory(prefix="quorate-") as os.environ[FOLDER]:
        yield
    del os.environ[FOLDER]


@cache
def filled(sample: str) -> Path:
    """The path of a store with the set, never to be opened itself: copy it."""
    path = Path(os.environ[FOLDER]) / f"{sample}.duckdb"
    with path.with_suffix(".busy").open("w") as busy:
        # several processes may want it at once; one fills it
        fcntl.flock(busy, fcntl.LOCK_EX)
        if not path.exists():
            samples.make(path, sample, AT)
    return path


def copied(sample: str, folder: Path) -> Path:
    """The path of a store with the set in this folder, closed."""
    return Path(shutil.copy(filled(sample), folder / f"{sample}.duckdb"))


def opened(sample: str) -> Store:
    """A store with the set, of which nothing is left once it is closed."""
    with tempfile.TemporaryDirectory() as folder:
        # the system keeps an open file until it is closed, with a name or without
        return Store.open(copied(sample, Path(folder)))
