"""What `--map` says that the headings of a table mean, and what may be said of them."""

import shlex
from collections.abc import Mapping

import loaders
from kinds.beside import choices
from kinds.names import folded
from terminal.asked import Asked, Refused


def mapped(data: bytes, asked: Asked, known: loaders.Known) -> list[loaders.Source]:
    """The table that --map describes, if it is given: as suggested, or heading by heading."""
    if not asked.map:
        return []
    seen = loaders.look(data, sheet=asked.sheet)
    others = dict.fromkeys(filter(None, seen.headings), "")
    if asked.map != ["suggested"]:
        kind, given = _given(asked)
        return [loaders.mapped(kind, others | given, "the columns given")]
    best = _suggested(seen, asked.kind, known)
    if not best:
        raise Refused("Nothing can be suggested for this table. Give --kind and --map HEADING=COLUMN.")
    return [loaders.mapped(best.kind, {**others, **best.columns}, "the columns suggested")]


def _given(asked: Asked) -> tuple[loaders.Kind, dict[str, str]]:
    """The kind, and heading → column as each --map says."""
    if not asked.kind:
        raise Refused("--map HEADING=COLUMN needs --kind: the kind whose columns they are.")
    kind = loaders.KIND[asked.kind]
    columns = {folded(name): column for name, column in choices(kind).items()}
    pairs = [pair.rpartition("=")[::2] for pair in asked.map]
    if strange := [name for _, name in pairs if folded(name) not in columns]:
        raise Refused(f"{kind.title} has no column {strange[0]!r}. It has: {', '.join(columns)}.")
    return kind, {heading: columns[folded(name)] for heading, name in pairs}


def _suggested(seen: loaders.Look, kind: str | None, known: loaders.Known) -> loaders.Suggestion | None:
    kinds = [loaders.KIND[kind]] if kind else loaders.KINDS
    return next(iter(loaders.suggested(seen.headings, seen.rows, kinds, known.names.organisations)), None)


def suggestion(data: bytes, asked: Asked, unknown: loaders.Unmapped, known: loaders.Known) -> str:
    """What the table is most like, and how to accept that or say otherwise."""
    if unknown.kind:
        return _rest(unknown)
    try:
        best = _suggested(loaders.look(data, sheet=asked.sheet), asked.kind, known)
    except loaders.Unreadable as refused:
        return str(refused)
    if not best:
        return "Nothing like a known table was found in it."
    pairs = _pairs(best.kind, best.columns)
    lacks = "" if best.share == 1 else " Some columns that it needs were not found."
    accept = f"It is most like {best.kind.title}.{lacks} Accept that with --map suggested, or say:"
    return f"{accept}\n  --kind {best.kind.name} {pairs}"


def _rest(unknown: loaders.Unmapped) -> str:
    """How to pass over the headings that are unclear, or to say what they mean beside the others."""
    kind = loaders.KIND[unknown.kind or ""]
    passed = " ".join(f"--unused {shlex.quote(name)}" for name in unknown.unclear)
    used = " ".join(f"--map {shlex.quote(f'{name}=COLUMN')}" for name in unknown.unclear)
    known = _pairs(kind, unknown.columns)
    return f"To pass over them say:\n  {passed}\nOr, to use them:\n  --kind {kind.name} {known} {used}"


def _pairs(kind: loaders.Kind, columns: Mapping[str, str]) -> str:
    labels = {column: label for label, column in choices(kind).items()}
    return " ".join(f"--map {shlex.quote(f'{name}={labels[to]}')}" for name, to in columns.items())
