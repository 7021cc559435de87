"""From the files to the verdicts: order never matters, undo restores, a setting is one setting."""

import random
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import pytest

import intake
from rules import Facts, Finding, judge
from rules.facts import RECORDS
from store import Store
from tests.judged import BODIES, READER, TODAY, sampled
from tests.switch import at_length

SAMPLE = Path(__file__).parent.parent / "samples" / "illustrative"
AT = datetime(2026, 11, 20)
KENT = BODIES["kent_medway"]


def load(store: Store, body: str, files: Iterable[tuple[str, bytes]]) -> list[int]:
    """Loads files as the upload page does and returns the numbers of the uploads."""
    uploads = []
    for name, data in files:
        checked = intake.check(data, name, BODIES[body])
        note = intake.note(checked, AT)
        uploads.append(store.add(READER, body, checked.kind.name, checked.rows, note).upload_id)
    return uploads


def files_of(body: str) -> list[tuple[str, bytes]]:
    return [(path.name, path.read_bytes()) for path in sorted((SAMPLE / body).glob("*.csv"))]


def told(store: Store, body: str) -> list[tuple[str, ...]]:
    """Every finding without where its rows were loaded from."""
    facts = Facts.of(store.read_all(READER, RECORDS, body))
    return [lines(finding) for finding in judge(BODIES[body], facts, TODAY)]


def lines(finding: Finding) -> tuple[str, ...]:
    return finding.rule, finding.family, finding.about, str(finding.status), finding.says


def shuffled(data: bytes, seed: int) -> bytes:
    """The same file with its rows in another order."""
    heading, *rows = data.decode().splitlines()
    random.Random(seed).shuffle(rows)
    return "\n".join([heading, *rows, ""]).encode()


@at_length
@pytest.mark.parametrize("body", ["kent_medway", pytest.param("nottinghamshire", marks=at_length)])
def test_neither_the_order_of_rows_nor_that_of_files_matters(body: str) -> None:
    """The same facts come to the same verdicts, however they arrive."""
    straight, mixed = Store.open(None), Store.open(None)
    load(straight, body, files_of(body))
    files = [(name, shuffled(data, seed)) for seed, (name, data) in enumerate(files_of(body))]
    load(mixed, body, random.Random(1).sample(files, len(files)))

    assert told(mixed, body) == told(straight, body)
    straight.close()
    mixed.close()


def test_undo_restores_every_verdict() -> None:
    """A correction that is undone leaves no trace in what is judged."""
    store = Store.open(None)
    load(store, KENT.key, files_of(KENT.key))
    before = told(store, KENT.key)
    name, data = next(file for file in files_of(KENT.key) if file[0] == "attendance.csv")
    [correction] = load(store, KENT.key, [(name, data.replace(b",present,", b",apologies,"))])
    changed = told(store, KENT.key)
    store.undo(READER, correction, AT)

    assert changed != before
    assert told(store, KENT.key) == before
    store.close()


# body, family, rule, the setting and its other value
SETTINGS = [
    ("kent_medway", "quorum", "C30", {"substitutes": "anyone"}),
    ("kent_medway", "quorum", "C30", {"sectors": ("Schools",)}),
    ("kent_medway", "composition", "C13", {"most": 8}),
    ("national_alliance", "fee", "A12", {"at_boundary": "under"}),
    ("national_alliance", "attendance", "A10", {"more_than": 0.9}),
    ("national_alliance", "attendance", "A10", {"substitutes_count": False}),
    ("nottinghamshire", "decision", "N28", {"share": 0.9}),
    ("nottinghamshire", "cadence", "N24", {"times": 3}),
    ("nottinghamshire", "notice", "N25", {"days": 20}),
    ("walsall", "pledges", "W10", {"behind_points": 60}),
    ("walsall", "cadence", "W15", {"year": "calendar"}),
]
FOLLOWS = {"C30": {"C30", "C31"}}


@pytest.mark.parametrize(("body", "family", "rule", "setting"), SETTINGS, ids=lambda value: str(value)[:40])
def test_a_setting_changes_its_own_verdicts_and_nothing_else(
    body: str, family: str, rule: str, setting: dict[str, object]
) -> None:
    """An ambiguous clause read in another way moves the findings of that rule, and of what rests on it."""
    facts = sampled("illustrative")[body]
    entries = tuple(
        entry.model_copy(update=setting)
        if entry.rule == rule and setting.keys() <= {*type(entry).model_fields}
        else entry
        for entry in BODIES[body].terms[family]
    )
    read_otherwise = BODIES[body].model_copy(update={"terms": {**BODIES[body].terms, family: entries}})

    before, after = (set(map(lines, judge(each, facts, TODAY))) for each in (BODIES[body], read_otherwise))
    assert {finding[0] for finding in before ^ after} - FOLLOWS.get(rule, {rule}) == set()
    assert before != after
