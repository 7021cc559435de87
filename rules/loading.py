"""Bodies and their terms of reference, read from `bodies/NAME.toml`."""

import difflib
import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError, create_model

from rules import families
from rules.body import Body, Named
from rules.family import Family
from rules.terms import Term


class TermsError(Exception):
    """A terms file cannot be used; the message names file, key and remedy."""


OURS = Path(__file__).parents[1] / "bodies"


def every_body() -> Mapping[str, Body]:
    """The bodies that come with the product and those of the folder that QUORATE_BODIES names.

    Raises TermsError for a folder that is not there and for the first bad file.
    """
    named = os.environ.get("QUORATE_BODIES")
    return load_bodies(OURS, Path(named)) if named else load_bodies(OURS)


def load_bodies(*folders: Path) -> Mapping[str, Body]:
    """Every body in the folders by key, by file name, those with terms of their own first.

    A file takes the place of one of the same name in a folder before its own.
    Raises TermsError for a folder that is not there and for the first bad file.
    """
    found = {path.stem: path for folder in folders for path in _files(folder)}
    raw = {key: _read(found[key]) for key in sorted(found)}
    own_first = sorted(raw, key=lambda key: "terms_of" in raw[key])
    written = written_by()
    return {key: _body(key, raw[key], raw, written) for key in own_first}


def written_by() -> type[Named]:
    """The model of a body's file: its names, and the entries of each family by the family's own model."""
    return _written(families.FAMILIES)


@cache  # Pydantic takes a while to make it
def _written(listed: tuple[Family[Any], ...]) -> type[Named]:
    entries: dict[str, Any] = {
        family.name: (tuple[family.terms, ...], ())  # type: ignore[name-defined]  # made while it runs
        for family in listed
    }
    return create_model("Written", __base__=Named, **entries)


def body_of(document: Mapping[str, Any], written: type[Named]) -> Body:
    """A body from what its file says. Raises pydantic.ValidationError."""
    read = written.model_validate(document)
    named = {name: getattr(read, name) for name in Named.model_fields}
    return Body(**named, terms={family.name: getattr(read, family.name) for family in families.FAMILIES})


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        raise TermsError(f"{folder} is no folder: QUORATE_BODIES must name one with terms files in it.")
    return sorted(folder.glob("*.toml"))


def _read(path: Path) -> dict[str, Any]:
    """The parsed file, each entry with the file and line it stands in."""
    source = path.read_text(encoding="utf-8")
    try:
        document = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise TermsError(f"{path.name}: {error}.") from error
    for family in families.FAMILIES:
        lines = _header_lines(source, family.name)
        for entry, line in zip(document.get(family.name, ()), lines, strict=True):
            entry |= {"source_file": f"{path.parent.name}/{path.name}", "source_line": line}
    return document


def _header_lines(source: str, family: str) -> list[int]:
    header = re.compile(rf"\[\[\s*{family}\s*\]\]")
    return [number for number, line in enumerate(source.splitlines(), 1) if header.match(line)]


def _body(
    key: str, document: Mapping[str, Any], raw: Mapping[str, Mapping[str, Any]], written: type[Named]
) -> Body:
    shared = document.get("terms_of", key)
    if shared not in raw:
        raise TermsError(f"{key}.toml: terms_of names {shared!r}, but there is no bodies/{shared}.toml.")
    base: Mapping[str, Any] = raw[shared] if shared != key else {}
    names = [family.name for family in families.FAMILIES]
    terms = {name: [*base.get(name, ()), *document.get(name, ())] for name in names}
    try:
        return body_of({**document, **terms, "key": key}, written)
    except ValidationError as error:
        raise TermsError(f"{key}.toml: {_explain(error, written)}") from error


def _explain(error: ValidationError, written: type[Named]) -> str:
    # A misspelt key also leaves the right one missing: the misspelling is the one to name.
    first = next((e for e in error.errors() if e["type"] == "extra_forbidden"), error.errors()[0])
    where = ".".join(str(part) for part in first["loc"])
    if first["type"] != "extra_forbidden":
        return f"{where}: {first['msg']}."
    key = str(first["loc"][-1])
    near = difflib.get_close_matches(key, sorted(_known_keys(written)), n=1)
    return f"{where} is not a key that the terms know." + (f" Did you mean {near[0]!r}?" if near else "")


def _known_keys(written: type[Named]) -> set[str]:
    models: list[type[BaseModel]] = [written, Term, *_subclasses(Term)]
    return {field.alias or name for model in models for name, field in model.model_fields.items()}


def _subclasses(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for sub in model.__subclasses__():
        yield sub
        yield from _subclasses(sub)
