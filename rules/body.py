"""A body and its terms of reference, read from `bodies/NAME.toml`."""

import difflib
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError

from rules.actions import ActionsTerm
from rules.admission import AdmissionTerm
from rules.attendance import AttendanceTerm
from rules.cadence import CadenceTerm
from rules.composition import CompositionTerm
from rules.decision import DecisionTerm
from rules.document import DocumentTerm
from rules.duties import DutiesTerm
from rules.fee import FeeTerm
from rules.groups import GroupsTerm
from rules.notice import NoticeTerm
from rules.office import OfficeTerm
from rules.pledges import PledgesTerm
from rules.quorum import QuorumTerm
from rules.review import ReviewTerm
from rules.terms import Strict, Term
from rules.text import TextTerm


class TermsError(Exception):
    """A terms file cannot be used; the message names file, key and remedy."""


class Body(Strict):
    """One body: what it is called, the words it uses, and its terms by family.

    `sectors` maps each of the body's own sectors to other spellings. `main_group` is the group meant where
    a file leaves Group blank, `main_group_aliases` its other names. `terms_of` names a body whose terms
    this one shares; they come first, and their entries keep their own file and line.
    The families of terms follow from `quorum` on.
    """

    key: str
    name: str
    short: str
    title: str
    main_group: str
    main_group_aliases: tuple[str, ...] = ()
    sectors: Mapping[str, tuple[str, ...]] = {}
    terms_of: str = ""

    quorum: tuple[QuorumTerm, ...] = ()
    composition: tuple[CompositionTerm, ...] = ()
    admission: tuple[AdmissionTerm, ...] = ()
    attendance: tuple[AttendanceTerm, ...] = ()
    cadence: tuple[CadenceTerm, ...] = ()
    notice: tuple[NoticeTerm, ...] = ()
    office: tuple[OfficeTerm, ...] = ()
    review: tuple[ReviewTerm, ...] = ()
    decision: tuple[DecisionTerm, ...] = ()
    fee: tuple[FeeTerm, ...] = ()
    actions: tuple[ActionsTerm, ...] = ()
    pledges: tuple[PledgesTerm, ...] = ()
    groups: tuple[GroupsTerm, ...] = ()
    duties: tuple[DutiesTerm, ...] = ()
    document: tuple[DocumentTerm, ...] = ()
    text: tuple[TextTerm, ...] = ()

    def families(self) -> Iterator[tuple[str, tuple[Term, ...]]]:
        """Each family's name with its entries, in the order above."""
        for family in FAMILIES:
            yield family, getattr(self, family)


FAMILIES = tuple(Body.model_fields)[list(Body.model_fields).index("quorum") :]


def load_bodies(folder: Path) -> Mapping[str, Body]:
    """Every body in a folder by key, by file name, those with terms of their own first.

    Raises TermsError for the first bad file.
    """
    raw = {path.stem: _read(path) for path in sorted(folder.glob("*.toml"))}
    own_first = sorted(raw, key=lambda key: "terms_of" in raw[key])
    return {key: _body(key, raw[key], raw) for key in own_first}


def _read(path: Path) -> dict[str, Any]:
    """The parsed file, each entry with the file and line it stands in."""
    source = path.read_text(encoding="utf-8")
    try:
        document = tomllib.loads(source)
    except tomllib.TOMLDecodeError as error:
        raise TermsError(f"{path.name}: {error}.") from error
    for family in FAMILIES:
        lines = _header_lines(source, family)
        for entry, line in zip(document.get(family, ()), lines, strict=True):
            entry |= {"source_file": f"bodies/{path.name}", "source_line": line}
    return document


def _header_lines(source: str, family: str) -> list[int]:
    header = re.compile(rf"\[\[\s*{family}\s*\]\]")
    return [number for number, line in enumerate(source.splitlines(), 1) if header.match(line)]


def _body(key: str, document: Mapping[str, Any], raw: Mapping[str, Mapping[str, Any]]) -> Body:
    shared = document.get("terms_of")
    if shared is not None and shared not in raw:
        raise TermsError(f"{key}.toml: terms_of names {shared!r}, but there is no bodies/{shared}.toml.")
    base = raw.get(shared, {})
    terms = {family: [*base.get(family, ()), *document.get(family, ())] for family in FAMILIES}
    try:
        return Body.model_validate({**document, **terms, "key": key})
    except ValidationError as error:
        raise TermsError(f"{key}.toml: {_explain(error)}") from error


def _explain(error: ValidationError) -> str:
    # A misspelt key also leaves the right one missing: the misspelling is the one to name.
    first = next((e for e in error.errors() if e["type"] == "extra_forbidden"), error.errors()[0])
    where = ".".join(str(part) for part in first["loc"])
    if first["type"] != "extra_forbidden":
        return f"{where}: {first['msg']}."
    key = str(first["loc"][-1])
    near = difflib.get_close_matches(key, sorted(_known_keys()), n=1)
    return f"{where} is not a key that the terms know." + (f" Did you mean {near[0]!r}?" if near else "")


def _known_keys() -> set[str]:
    models: list[type[BaseModel]] = [Body, Term, *_subclasses(Term)]
    return {field.alias or name for model in models for name, field in model.model_fields.items()}


def _subclasses(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    for sub in model.__subclasses__():
        yield sub
        yield from _subclasses(sub)
