"""A body's terms from a terminal: checked, begun anew, and described for an editor."""

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

from intake import examples
from rules import Body, every_body
from rules.faults import Fault
from rules.loading import bodies_beside
from rules.loading import schema as schema_of
from rules.places import sentences_of, shares, wrong
from rules.reach import unreachable
from rules.words import number
from terminal.asked import FINE, PROBLEMS, Asked, Refused

START = Path(__file__).with_name("start.toml")


def check(asked: Asked) -> int:
    """Says what is wrong with a terms file, or with all, and tries the examples in it."""
    path = Path(asked.file) if asked.file else None
    bodies = bodies_beside(path) if path else every_body()
    chosen = [path.stem] if path else sorted({*bodies, *bodies.refused})
    faults = 0
    for key in chosen:
        found = list(bodies.refused[key].faults if key in bodies.refused else _of(bodies[key]))
        print(*found, sep="\n", end="\n" if found else "")
        if key in bodies:
            print(f"{key}: {_counted(bodies[key], len(found))}.")
        faults += len(found)
    return PROBLEMS if faults else FINE


def _of(body: Body) -> Iterator[Fault]:
    yield from unreachable(body)
    yield from examples.failing(body)


def _counted(body: Body, faults: int) -> str:
    entries = sum(map(len, body.terms.values()))
    tried = number(examples.count_examples(body), "example")
    return (
        f"{number(entries, 'entry', 'entries')}, {tried}, {number(faults, 'fault') if faults else 'no fault'}"
    )


def coverage(asked: Asked) -> int:
    """Says of each document how many of its sentences are judged, shown or neither, and which are silent."""
    code = FINE
    for key, body in every_body().items():
        sentences = sentences_of(body)
        print(f"{key}: {shares(sentences)}." if sentences else f"{key}: nobody has listed its sentences.")
        for place in dict.fromkeys(each.place for each in sentences if each.becomes == "silent"):
            print(f"  no entry answers {place}")
        faults = wrong(body, sentences)
        print(*(f"  {fault}." for fault in faults), sep="\n", end="\n" if faults else "")
        code = PROBLEMS if faults else code
    return code


def new(asked: Asked) -> int:
    """Writes a commented terms file to begin with, into the folder of QUORATE_BODIES or here."""
    key = re.sub(r"\W+", "_", asked.name.strip().lower()).strip("_")
    if not key:
        raise Refused("Name the body in letters.")
    path = Path(os.environ.get("QUORATE_BODIES") or ".") / f"{key}.toml"
    if path.exists():
        raise Refused(f"{path} is there already.")
    path.write_text(START.read_text("utf-8").replace('"NAME"', json.dumps(asked.name)), "utf-8")
    print(f"Written to {path}. Change what is in it, then: cli.py terms check {path}")
    return FINE


def schema(asked: Asked) -> int:
    """Prints the JSON Schema of a terms file, by which an editor can tell what may stand where."""
    print(json.dumps(schema_of(), ensure_ascii=False, indent=2))
    return FINE
