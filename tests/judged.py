"""The findings of a whole sample set, from its files through the gate and the store to the rules."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from functools import cache
from pathlib import Path

import samples
from rules import Facts, Finding, judge, load_bodies
from rules.facts import RECORDS
from store import Reader, Store

TODAY = date(2026, 11, 21)
READER = Reader("test", frozenset({"secretariat"}))
BODIES = load_bodies(Path(__file__).parent.parent / "bodies")


@cache
def judged(sample: str) -> Mapping[str, Sequence[Finding]]:
    """The findings of each body on the day the samples are made for."""
    store = Store.open(None)
    samples.fill_if_empty(store, sample, datetime(2026, 11, 20))
    facts = facts_of(store)
    store.close()
    return {key: judge(body, facts[key], TODAY) for key, body in BODIES.items()}


def facts_of(store: Store) -> Mapping[str, Facts]:
    """The facts of each body in a store."""
    return {key: Facts.of(store.read_all(READER, RECORDS, key)) for key in BODIES}
