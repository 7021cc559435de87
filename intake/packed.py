"""A body that was taken out whole (`package.py`) comes in again: each upload through the gate, in order."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256
from typing import Any

import polars as pl

import loaders
from intake.check import check, note, words_of
from kinds.fields import same
from rules import Body
from store import AlreadyLoaded, NothingToUndo, Reader, Said, Store, Upload
from store.said import Became

DESCRIBED = "datapackage.json"
CHANGED = "{} is not as it was written. Export the body again, and import that."
Read = Callable[[str], bytes]


@dataclass(frozen=True)
class Packed:
    """An upload in a package. `sha256`: of its file here; `columns`: heading → column of the kind, or `email`
    or `payee`; `original`: the digest of the file that it once was. `words`: by column, those that are no
    option of the kind; `found_by`: row by row what the store keeps as `placed_by`, where it does of any.
    """

    path: str
    sha256: str
    kind: loaders.Kind
    columns: Mapping[str, str]
    said: Said
    gone: Mapping[str, Became]
    original: str
    mapping: Mapping[str, str]
    count_refused: int
    words: Mapping[str, Sequence[str]]
    found_by: Sequence[str | None]

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> "Packed":
        """One resource. Raises KeyError, TypeError or ValueError where something is lacking or is none."""
        ours, path = told["quorate"], str(told["path"])
        if path.startswith("/") or ".." in path.split("/"):
            raise ValueError(f"{path} leads out of the package")
        return cls(
            path,
            told["hash"].removeprefix("sha256:"),
            loaders.KIND[ours["kind"]],
            {each["name"]: each["column"] for each in told["schema"]["fields"]},
            Said.of_json(json.dumps(ours["said"])),
            {**ours["gone"]},
            str(ours["sha256"]),
            {**ours["mapping"]},
            int(ours["count_refused"]),
            {**ours["words"]},
            [*ours["found_by"]],
        )


@dataclass(frozen=True)
class Again:
    """An upload as it came through the gate again. `unanswered`: how many records of which it was said what
    became of them are not gone from it now.
    """

    checked: loaders.Checked
    upload: Upload
    unanswered: int = 0


def packed(read: Read) -> tuple[str, Sequence[Packed]]:
    """The key of the body that a package is of, and its uploads in their order. `read`: path in it → bytes.

    Raises loaders.Unreadable.
    """
    try:
        told = json.loads(read(DESCRIBED))
        held = [Packed.of(each) for each in told["resources"] if "quorate" in each]
        return str(told["quorate"]["body"]), held
    except (KeyError, TypeError, ValueError, AttributeError) as wrong:
        raise loaders.Unreadable(CHANGED.format(DESCRIBED)) from wrong


def unpacked(
    held: Sequence[Packed], read: Read, store: Store, reader: Reader, body: Body, at: datetime, today: date
) -> list[Again]:
    """Loads the uploads of a package into a store that holds nothing of the body: all or nothing.

    `at`: UTC, without a zone. Raises loaders.Unreadable, also for a file that was changed since; what
    `Store.add` raises, SavedMeanwhile where the store holds something of the body.
    """
    left = [_again(each, read, body, at, today) for each in held]
    while True:
        sent: list[Again] = []
        try:
            store.add_all(reader, _sending(left, sent), seen="")
            break
        except (AlreadyLoaded, NothingToUndo):
            # sent twice, or a withdrawal, and what lay between was undone: it changes nothing
            left = [each for each in left if each is not sent[-1]]
    kept = store.whole(reader, body.key).uploads
    return [
        replace(each, unanswered=len(each.upload.gone) - len(live.gone))
        for each, live in zip(left, kept, strict=True)
    ]


def _sending(left: Sequence[Again], sent: list[Again]) -> Iterator[Upload]:
    """The uploads one by one; the last that was `sent` is the one that a refusal is about."""
    for each in left:
        sent.append(each)
        yield each.upload


def _again(packed: Packed, read: Read, body: Body, at: datetime, today: date) -> Again:
    data, name = read(packed.path), packed.path.rpartition("/")[2]
    if sha256(data).hexdigest() != packed.sha256:
        raise loaders.Unreadable(CHANGED.format(packed.path))
    checked = check(data, name, body, packed.kind.name, _known(packed, body, today))
    of_file = note(checked, at, packed.said)
    of_file = replace(
        of_file,
        sha256=packed.original,
        mapping=packed.mapping,
        count_refused=of_file.count_refused + packed.count_refused,
    )
    rows = checked.kept
    if packed.found_by and len(packed.found_by) == rows.height:  # else it is what the gate makes of the row
        rows = rows.with_columns(placed_by=pl.Series(packed.found_by, dtype=pl.String))
    return Again(checked, Upload(body.key, packed.kind.name, rows, of_file, packed.gone))


def _known(packed: Packed, body: Body, today: date) -> loaders.Known:
    """That each word and name in it was understood when it was loaded. As what or whom does not matter: a row
    is kept as it was said, and what is known is read into it anew.
    """
    understood = {
        f"{packed.kind.name}.{column}": dict.fromkeys(map(_same, words), options[0])
        for column, words in packed.words.items()
        if (options := packed.kind.field[column].parser_for(words_of(body)).options)
    }
    ways = (way.partition("|")[2] for each in packed.found_by if each for way in each.split("\n"))
    found = {each: each for each in ways}
    names = loaders.Names(found, found, found, numbers=found, in_own_name=body.members_are == "people")
    return loaders.Known([_source(packed)], names, words=understood, today=today)


def _same(word: str) -> str:
    """A word as the gate compares it."""
    found: str = pl.select(same(pl.lit(word))).item()
    return found


def _source(packed: Packed) -> loaders.Source:
    """The headings of an upload: the template's, and those by which the organisation of a row is found."""
    source = loaders.mapped(packed.kind, packed.columns, f"{packed.kind.title} of another store")
    needed = {each.column for each in packed.kind.required} - {"organisation"}
    # only a register that told a few columns of what was on record lacks what a row needs
    return replace(source, updates=not needed <= {*packed.columns.values()})
