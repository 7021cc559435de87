"""Fills a store from one of the sample sets beside this file: `published` or `illustrative`."""

import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import Any

from intake import check, note
from rules import load_bodies
from store import Reader, Receipt, Said, Store, Upload

HOME = Path(__file__).parent
SETS = ("illustrative", "published")
Tell = Callable[[int, int], None]
SAMPLER = Reader("the sample set", frozenset({"secretariat"}))


def quietly(done: int, of: int) -> None:
    """Tells nobody."""


def fill_if_empty(store: Store, sample: str, at: datetime, tell: Tell = quietly) -> list[Receipt]:
    """Loads every file of the set into a store that holds nothing yet; otherwise does nothing.

    `tell` hears how many files are done, and of how many.
    """
    if not store.read(SAMPLER, "uploads").is_empty():
        return []
    return store.add_all(SAMPLER, _checked(sample, at, tell))


def make(path: Path, sample: str, at: datetime, tell: Tell = quietly) -> None:
    """Makes a store of the set at `path`, elsewhere first, so that an interruption leaves no half of it."""
    unfinished = path.with_name(f"{path.name}.unfinished")
    for left in path.parent.glob(f"{unfinished.name}*"):
        left.unlink()
    with closing(Store.open(unfinished)) as store:
        fill_if_empty(store, sample, at, tell)
    unfinished.replace(path)
    Path(f"{unfinished}.lock").unlink()


def _checked(sample: str, at: datetime, tell: Tell) -> Iterator[Upload]:
    bodies = load_bodies(HOME.parent / "bodies")
    paths = sorted((HOME / sample).glob("*/*.csv"))
    says = _said(HOME / sample / "said.toml")
    for done, path in enumerate(paths):
        tell(done, len(paths))
        body = bodies[path.parent.name]
        checked = check(path.read_bytes(), path.name, body)
        said = Said(**says.get(f"{body.key}/{path.name}", {}))
        yield Upload(body.key, checked.kind.name, checked.rows, note(checked, at, said))
    tell(len(paths), len(paths))


def _said(path: Path) -> Mapping[str, Mapping[str, Any]]:
    """What files of a set say besides their rows, by body and file; a file that is not in it says nothing."""
    return tomllib.loads(path.read_text("utf-8")) if path.exists() else {}
