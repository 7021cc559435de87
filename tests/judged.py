"""The findings of a whole sample set, from its files through the gate and the store to the rules."""

from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import date
from functools import cache
from pathlib import Path

from rules import Facts, Finding, judge, load_bodies
from rules.facts import RECORDS
from store import Reader, Store
from tests.filled import opened

TODAY = date(2026, 11, 21)
READER = Reader("test", frozenset({"secretariat"}))
BODIES = load_bodies(Path(__file__).parent.parent / "bodies")


@cache
def sampled(sample: str) -> Mapping[str, Facts]:
    """The facts of each body in a sample set."""
    with closing(opened(sample)) as store:
        return facts_of(store)


@cache
def judged(sample: str) -> Mapping[str, Sequence[Finding]]:
    """The findings of each body on the day the samples are made for."""
    facts = sampled(sample)
    return {key: judge(body, facts[key], TODAY) for key, body in BODIES.items()}


def facts_of(store: Store) -> Mapping[str, Facts]:
    """The facts of each body in a store."""
    return {key: Facts.of(store.read_all(READER, RECORDS, key)) for key in BODIES}
