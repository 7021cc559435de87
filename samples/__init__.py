"""Fills a store from one of the sample sets beside this file: `published` or `illustrative`."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from intake import check, note
from rules import load_bodies
from store import Reader, Receipt, Store

HOME = Path(__file__).parent
SETS = ("illustrative", "published")
SAMPLER = Reader("the sample set", frozenset({"secretariat"}))


def fill_if_empty(store: Store, sample: str, at: datetime) -> list[Receipt]:
    """Loads every file of the set into a store that holds nothing yet; otherwise does nothing."""
    return list(_fill(store, sample, at)) if store.read(SAMPLER, "uploads").is_empty() else []


def _fill(store: Store, sample: str, at: datetime) -> Iterator[Receipt]:
    bodies = load_bodies(HOME.parent / "bodies")
    for path in sorted((HOME / sample).glob("*/*.csv")):
        body = bodies[path.parent.name]
        checked = check(path.read_bytes(), path.name, body)
        yield store.add(SAMPLER, body.key, checked.kind.name, checked.rows, note(checked, at))
