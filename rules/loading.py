"""Bodies and their terms of reference, read from `bodies/NAME.toml`."""

import os
import tomllib
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from itertools import chain, repeat
from pathlib import Path
from typing import Any

from pydantic import ValidationError, create_model

from rules import families
from rules.body import Body, Named
from rules.family import Family
from rules.faults import NOT_WRITTEN, Fault, TermsError, header_lines, of_model, of_replacing, of_syntax

OURS = Path(__file__).parents[1] / "bodies"


class Bodies(dict[str, Body]):
    """Bodies by key; `refused`: those whose terms cannot be used, by key, with the reason."""

    def __init__(self, good: Mapping[str, Body], refused: Mapping[str, TermsError]) -> None:
        super().__init__(good)
        self.refused = refused


def every_body() -> Bodies:
    """The bodies that come with the product and those of the folder that QUORATE_BODIES names.

    A bad file stops its own body only. Raises TermsError for a folder that is not there, and where no body
    is left.
    """
    found = read_bodies(*folders())
    if not found:
        raise TermsError(*(fault for refused in found.refused.values() for fault in refused.faults))
    return found


def load_bodies(*folders: Path) -> Bodies:
    """As `read_bodies`; raises TermsError for the first bad file, too."""
    found = read_bodies(*folders)
    for refused in found.refused.values():
        raise refused
    return found


def read_bodies(*folders: Path) -> Bodies:
    """Every body in the folders by key, by file name, those with terms of their own first.

    A file takes the place of one of the same name in a folder before its own.
    Raises TermsError for a folder that is not there.
    """
    return _read_all({path.stem: path for folder in folders for path in _files(folder)})


def bodies_beside(path: Path) -> Bodies:
    """One file, which need not lie in any of the folders, with the bodies whose terms it may share."""
    return _read_all({each.stem: each for folder in folders() for each in _files(folder)} | {path.stem: path})


def folders() -> list[Path]:
    """Where terms lie: ours, and those of the folder that QUORATE_BODIES names."""
    named = os.environ.get("QUORATE_BODIES")
    return [OURS, Path(named)] if named else [OURS]


def _read_all(found: Mapping[str, Path]) -> Bodies:
    raw, refused = {}, {}
    for key in sorted(found):
        try:
            raw[key] = _read(found[key])
        except TermsError as error:
            refused[key] = error
    good = {}
    for key in sorted(raw, key=lambda key: "terms_of" in raw[key]):
        try:
            good[key] = _body(found[key], raw, refused.keys())
        except TermsError as error:
            refused[key] = error
    return Bodies(good, refused)


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


def schema() -> dict[str, Any]:
    """The JSON Schema of a terms file, without what is not written but read off."""
    whole = written_by().model_json_schema()
    for model in (whole, *whole["$defs"].values()):
        for name in ("key", *NOT_WRITTEN):
            model.get("properties", {}).pop(name, None)
        if "required" in model:
            model["required"] = [name for name in model["required"] if name in model["properties"]]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **whole, "title": "Terms of reference"}


def body_of(document: Mapping[str, Any], written: type[Named]) -> Body:
    """A body from what its file says. Raises pydantic.ValidationError."""
    read = written.model_validate(document)
    named = {name: getattr(read, name) for name in Named.model_fields}
    return Body(**named, terms={family.name: getattr(read, family.name) for family in families.FAMILIES})


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        says = "There is no such folder."
        raise TermsError(Fault(str(folder), 0, "", says, "QUORATE_BODIES must name one with terms files."))
    return sorted(folder.glob("*.toml"))


def _read(path: Path) -> dict[str, Any]:
    """The parsed file, each entry with the file and line it stands in."""
    try:
        source = path.read_text(encoding="utf-8-sig")
        document = tomllib.loads(source)
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise TermsError(of_syntax(path.name, error)) from error
    for family in families.FAMILIES:
        lines = header_lines(source, family.name)
        entries = document.get(family.name, [])
        if not isinstance(entries, list) or not all(isinstance(each, dict) for each in entries):
            says = f"{family.name} is no list of entries."
            remedy = f"Begin each entry with a line [[{family.name}]]."
            raise TermsError(Fault(path.name, 0, "", says, remedy))
        # entries written in one line have no heading of their own
        for entry, line in zip(entries, chain(lines, repeat(0)), strict=False):
            entry |= {"source_file": f"{path.parent.name}/{path.name}", "source_line": line}
            _number_examples(entry, [n for n in header_lines(source, f"{family.name}.examples") if n > line])
    return document


def _number_examples(entry: dict[str, Any], lines: Sequence[int]) -> None:
    """Gives each example its line: `lines` are those below the entry's own with the heading of an example."""
    examples = entry.get("examples", [])
    if isinstance(examples, list):
        for example, line in zip(examples, lines, strict=False):
            if isinstance(example, dict):
                example["source_line"] = line


def _body(path: Path, raw: Mapping[str, Mapping[str, Any]], refused: Collection[str]) -> Body:
    document = raw[path.stem]
    shared = document.get("terms_of", path.stem)
    if shared not in raw or shared in refused:
        says = f"terms_of names {shared!r}, but there is no {shared}.toml that can be used."
        raise TermsError(
            Fault(path.name, 0, "", says, "Name a body whose file is there, and mend that one first.")
        )
    base: Mapping[str, Any] = raw[shared] if shared != path.stem else {}
    names = [family.name for family in families.FAMILIES]
    terms = {name: [*base.get(name, ()), *document.get(name, ())] for name in names}
    whole = {**document, **terms, "key": path.stem}
    try:
        body = body_of(whole, written_by())
    except ValidationError as error:
        source = path.read_text(encoding="utf-8-sig")
        raise TermsError(*of_model(path.name, source, whole, error.errors())) from error
    if misnamed := list(of_replacing(path.name, body.terms)):
        raise TermsError(*misnamed)
    return body
