"""The record from a terminal: what it holds and shows, and what keeps it safe."""

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import polars as pl

import export
import samples
from reports import calendar as as_calendar
from reports import events
from rules import Bodies, Body, Facts, as_read, every_body, judge
from rules.facts import RECORDS
from rules.turning import smallest_change
from store import Moment, Store, catalogue, copies, moment
from terminal.asked import EXPORT, FINE, PROBLEMS, READER, Asked, Refused, body_of, opened, store_path


def uploads(asked: Asked) -> int:
    """Lists every upload of a body, newest last."""
    with opened(asked) as store:
        _print_frame(store.read(READER, "uploads", body=body_of(asked.body).key))
    return FINE


def undo(asked: Asked) -> int:
    """Takes an upload out of every figure; nothing is deleted."""
    with opened(asked) as store:
        store.undo(READER, asked.upload, asked.now())
    print(f"Upload {asked.upload} is undone.")
    return FINE


def findings(asked: Asked) -> int:
    """Prints the verdicts of one body or of all, as of a day; a body with bad terms is named and left out."""
    bodies = Bodies({asked.body: body_of(asked.body)}, {}) if asked.body else every_body()
    with opened(asked) as store:
        judged = [found for body in bodies.values() for found in _judged(store, body, asked)]
    if asked.json:
        print(json.dumps(judged, ensure_ascii=False, indent=2))
    else:
        for found in judged:
            print(
                f"{found['body']}  {found['status']:<14}  {found['clause']}  "
                f"{found['about']}: {found['says']}"
            )
    for error in bodies.refused.values():
        print(error, file=sys.stderr)
    return PROBLEMS if bodies.refused else FINE


def calendar(asked: Asked) -> int:
    """Writes what is ahead for a body, as a calendar (.ics), to standard output."""
    body, on = body_of(asked.body), asked.as_of or asked.today()
    with opened(asked) as store:
        facts = _facts(store, body, asked)
    ahead = events(as_read(body, facts.interpretations), facts, judge(body, facts, on), on)
    sys.stdout.buffer.write(as_calendar(body.short, ahead, asked.now()))
    return FINE


def _judged(store: Store, body: Body, asked: Asked) -> Iterator[dict[str, Any]]:
    """The verdicts asked for as they are printed; as JSON with the smallest change that would turn each."""
    facts, on = _facts(store, body, asked), asked.as_of or asked.today()
    body = as_read(body, facts.interpretations)
    for finding in judge(body, facts, on):
        if asked.rule in (None, finding.rule, finding.family, *finding.term.also):
            change = smallest_change(finding, body, facts, on) if asked.json else None
            yield {**finding.as_json(body.key), "change": change and change.as_json()}


def show(asked: Asked) -> int:
    """Prints a mart as a table, CSV or JSON; without a name, says which there are."""
    if asked.mart is None:
        print(*_marts(), sep="\n")
        return FINE
    if asked.mart not in catalogue.MARTS:
        raise Refused("\n".join((f"There is no table {asked.mart!r}. There are:", *_marts())))
    body = body_of(asked.body).key if asked.body else None
    with opened(asked) as store:
        frame = store.read(EXPORT, asked.mart, body=body, moment=_moment(asked) if asked.as_of else None)
    if asked.json:
        print(json.dumps(frame.to_dicts(), ensure_ascii=False, indent=2, default=str))
    elif asked.csv:
        sys.stdout.buffer.write(export.csv(frame))
    else:
        _print_frame(frame)
    return FINE


def _marts() -> list[str]:
    """Each mart with what a row of it is, as its first line says."""
    grain = {mart: catalogue.text("marts", mart).partition("\n")[0] for mart in sorted(catalogue.MARTS)}
    return [f"  {mart:<26}  {says.removeprefix('-- ')}" for mart, says in grain.items()]


def fill(asked: Asked) -> int:
    """Fills an empty store with a sample set."""
    with opened(asked, create=True) as store:
        receipts = samples.fill_if_empty(store, asked.set, asked.now())
    if not receipts:
        raise Refused("This store holds data already; name an empty one with --store.")
    print(
        f"Filled with the {asked.set} set: {len(receipts)} files, {sum(r.count_rows for r in receipts)} rows."
    )
    return FINE


def backup(asked: Asked) -> int:
    """Copies the store to a new file."""
    with opened(asked) as store:
        store.backup(Path(asked.file))
    print(f"Backed up to {asked.file}.")
    return FINE


def restore(asked: Asked) -> int:
    """Brings a backup back into an empty place."""
    copies.restore(Path(asked.file), store_path(asked))
    print(f"Restored from {asked.file}.")
    return FINE


def verify(asked: Asked) -> int:
    """Reads everything back and recomputes the ledger's chain."""
    with opened(asked) as store:
        problems = store.verify()
    print("\n".join(problems) or "The store is sound.")
    return PROBLEMS if problems else FINE


def _facts(store: Store, body: Body, asked: Asked) -> Facts:
    return Facts.of(store.read_all(EXPORT, RECORDS, body.key, _moment(asked)))


def _moment(asked: Asked) -> Moment:
    on = asked.as_of or asked.today()
    return moment(on, asked.known)


def _print_frame(frame: pl.DataFrame) -> None:
    with pl.Config(tbl_rows=-1, tbl_cols=-1, tbl_hide_column_data_types=True, tbl_hide_dataframe_shape=True):
        print(frame)
