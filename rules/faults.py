"""What is wrong with a terms file, in words: where it stands, in which entry, and what to do about it."""

import difflib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from pydantic_core import ErrorDetails

from rules import families
from rules.body import Named
from rules.terms import Term, replaced

NOT_WRITTEN = ("source_file", "source_line")
WHERE = re.compile(r"line (\d+)")


@dataclass(frozen=True)
class Fault:
    """Something wrong with a terms file, or with one entry of it; `line` is 0 where none is meant.

    `entry`: the family and number of the entry, such as quorum C30; "" for the file as a whole.
    """

    file: str
    line: int
    entry: str
    says: str
    remedy: str = ""

    def __str__(self) -> str:
        place = f"{self.file}, line {self.line}" if self.line else self.file
        return f"{', '.join(filter(None, (place, self.entry)))}: {self.says} {self.remedy}".rstrip()


class TermsError(Exception):
    """Terms cannot be used; the message names file, line, entry and remedy of each `faults`."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("\n".join(map(str, faults)))
        self.faults = faults


def of_syntax(file: str, error: Exception) -> Fault:
    """What keeps a file from being read at all."""
    if isinstance(error, UnicodeDecodeError):
        return Fault(file, 0, "", "It is not written in UTF-8.", "Save it as plain text in UTF-8.")
    line = WHERE.search(str(error))
    says = f"It is not TOML: {error}."
    return Fault(file, int(line[1]) if line else 0, "", says, "docs/terms.md shows how entries are written.")


def header_lines(source: str, family: str) -> list[int]:
    """The lines with the headings of a family's entries: [[quorum]]."""
    header = re.compile(rf"\s*\[\[\s*[\"']?{re.escape(family)}[\"']?\s*\]\]")
    return [number for number, line in enumerate(source.splitlines(), 1) if header.match(line)]


def of_model(
    file: str, source: str, document: Mapping[str, Any], errors: Sequence[ErrorDetails]
) -> Iterator[Fault]:
    """Each thing that is not as the models want it, in the order of the lines."""
    found = [_fault(file, source, document, error) for error in errors]
    # a misspelt key also leaves the right one missing: the misspelling is the one to name
    misspelt = {fault.entry + str(_heading(fault.line, source)) for fault, is_key in found if is_key}
    for fault, _ in sorted(found, key=lambda each: each[0].line):
        is_missing = fault.says.endswith("is missing.")
        if not (is_missing and fault.entry + str(_heading(fault.line, source)) in misspelt):
            yield fault


def of_replacing(file: str, terms: Mapping[str, Sequence[Term]]) -> Iterator[Fault]:
    """Each entry that says what it replaces by a name that no earlier one of its number has, or several."""
    for family, entries in terms.items():
        for entry in (each for each in entries if each.replaces):
            if (count := len(replaced(entry, entries))) != 1:
                fits = "several earlier entries" if count else "no earlier entry"
                says = f"replaces names {entry.replaces!r}, and {fits} of this number can be meant."
                remedy = "Name the duty, group or role of the one that it takes the place of."
                yield Fault(file, entry.source_line, f"{family} {entry.rule}", says, remedy)


def _heading(line: int, source: str) -> int:
    """The line of the heading above a line."""
    above = source.splitlines()[: max(line, 1)]
    return max((number for number, text in enumerate(above, 1) if text.startswith("[")), default=0)


def _fault(file: str, source: str, document: Mapping[str, Any], error: ErrorDetails) -> tuple[Fault, bool]:
    """The fault, and whether it is a key that nobody knows."""
    family, key = str(error["loc"][0]), str(error["loc"][-1])
    entry = _entry(document, error["loc"])
    begins = int(entry.get("source_line", 0))
    name = f"{family} {entry.get('rule', '')}".strip() if entry else ""
    says, remedy = _told(error, key, entry, _keys(family, entry))
    line = _line_of(key, source, begins) or begins or (header_lines(source, key) or [0])[0]
    return Fault(file, line, name, says, remedy), error["type"] == "extra_forbidden"


def _entry(document: Mapping[str, Any], loc: Sequence[int | str]) -> Mapping[str, Any]:
    """The entry that an error is in; nothing where it is in none."""
    family, *place = loc
    entry: Mapping[str, Any] = document[str(family)][place[0]] if place else {}
    return entry


def _line_of(key: str, source: str, begins: int) -> int:
    """The line on which a key is written, within the entry that begins on a line."""
    written = re.compile(rf"\s*(?:[\w.]+\.)?{re.escape(key)}\s*=")
    for number, line in enumerate(source.splitlines()[begins:], begins + 1):
        if line.startswith("[[") and "." not in line:
            return 0
        if written.match(line):
            return number
    return 0


def _told(error: ErrorDetails, key: str, entry: Mapping[str, Any], known: Sequence[str]) -> tuple[str, str]:
    """What is wrong, and the remedy."""
    kind, context = error["type"], error.get("ctx", {})
    if kind == "extra_forbidden":
        return f"{key} is not a key that the terms know.", _nearest(key, known)
    if kind == "missing":
        place = "in this entry" if entry else "at the top of the file"
        return f"{key} is missing.", f"Write a line {key} = … {place}."
    if kind == "union_tag_invalid":
        kinds = re.findall(r"'([^']*)'", str(context["expected_tags"]))
        return f"There is no kind {context['tag']!r} in this family.", _nearest(str(context["tag"]), kinds)
    if kind == "union_tag_not_found":
        return "kind is missing.", "Write a line kind = … in this entry; docs/terms.md lists the kinds."
    # an error of the entry as a whole stands under its kind
    return _of_value(error, "" if key == entry.get("kind") else f"{key}: ")


def _of_value(error: ErrorDetails, what: str) -> tuple[str, str]:
    wanted = error["msg"].removeprefix("Value error, ").replace("Input should be", "it must be")
    if error["type"].startswith("date"):
        return f"{what}this is not a date.", "Write it as 2026-03-31, without quotation marks."
    return f"{what}{wanted}.", "docs/terms.md shows the entry with an example."


def _nearest(written: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(written, known, n=1)
    return f"Did you mean {near[0]!r}?" if near else f"It may be: {', '.join(known)}."


def _keys(family: str, entry: Mapping[str, Any]) -> list[str]:
    """The keys that an entry of this kind may have; those of a file as a whole where there is no entry."""
    if not entry:
        return [*(name for name in Named.model_fields if name != "key"), *(f.name for f in families.FAMILIES)]
    models = families.family(family).models
    own = [each for each in models if entry.get("kind") in kinds_of(each)] or models
    return list(dict.fromkeys(name for each in own for name in keys_of(each)))


def keys_of(model: type[Term]) -> list[str]:
    """The keys that the author of an entry may write."""
    return [field.alias or name for name, field in model.model_fields.items() if name not in NOT_WRITTEN]


def kinds_of(model: type[Term]) -> tuple[str, ...]:
    """The words that may stand under `kind` in an entry of this model."""
    field = model.model_fields.get("kind")
    return get_args(field.annotation) if field else ()
