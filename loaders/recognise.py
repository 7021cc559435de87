"""Which kind of file a row of headings begins, and which column each heading names."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice
from textwrap import shorten

from loaders.kind import Field, Kind
from loaders.unreadable import Unreadable

ABOUT_A_CHILD = re.compile(
    r"dateofbirth|birthdate|birthday|nhsn(o|um)|pupiln(o|um)|learnern(o|um)|nationalinsurance"
    r"|^(childs?|youngpersons?|careleavers?)(name|id|reference|initials)|^(dob|upn|uln|nino)$"
)
# A column of totals speaks of voters or votes; one that says who voted how speaks of the voter.
OF_A_VOTER = re.compile(r"voter$|^voters?(name|choice|vote)$|^(voted(by)?|votes?(of|by)|ballot)$")


@dataclass(frozen=True)
class Match:
    """A kind whose headings were found: the position of each column in the file."""

    kind: Kind
    positions: Mapping[str, int]


def plain(heading: str) -> str:
    """A heading as it is compared: letters and digits only, small."""
    return re.sub(r"[\W_]+", "", heading).casefold()


def score(headings: Sequence[str], kinds: Iterable[Kind]) -> tuple[bool, int]:
    """How much a row looks like headings: whether a kind is complete, and the most headings a kind knows."""
    found = {plain(heading) for heading in headings}
    children = sum(bool(ABOUT_A_CHILD.search(name)) for name in found)
    return max((not _missing(kind, found), len(_known(kind, found)) + children) for kind in kinds)


def recognise(headings: Sequence[str], kinds: Sequence[Kind]) -> Match:
    """The one kind, of those given, that the headings begin. Raises Unreadable with reason and remedy."""
    _refuse_children(headings)
    found = {plain(heading) for heading in headings}
    complete = [kind for kind in kinds if not _missing(kind, found)]
    most = max((len(_known(kind, found)) for kind in complete), default=0)
    # A kind that knows more of the headings was meant, even though one that it needs is missing.
    if not complete or max(len(_known(kind, found)) for kind in kinds) > most:
        raise Unreadable(_no_kind(headings, kinds, found))
    best = [kind for kind in complete if len(_known(kind, found)) == most]
    if len(best) > 1:
        raise Unreadable(
            f"The headings fit more than one kind of file: {_listed(kind.title for kind in best)}. "
            "Choose the kind and upload the file again."
        )
    if best[0].name == "decisions":
        _refuse_voters(headings)
    return Match(best[0], _positions(best[0], headings))


def _refuse_children(headings: Iterable[str]) -> None:
    about = [heading for heading in headings if ABOUT_A_CHILD.search(plain(heading))]
    if about:
        raise Unreadable(
            f"The file has information about individual children or young people ({_listed(about)}). "
            "No child-level data may be loaded: upload a file without it."
        )


def _refuse_voters(headings: Iterable[str]) -> None:
    told = [heading for heading in headings if OF_A_VOTER.search(plain(heading))]
    if told:
        raise Unreadable(
            f"The file says who voted how ({_listed(told)}). A secret ballot is kept as totals only: "
            "put them under For, Against and Abstained, and upload the file again without the rest."
        )


@cache
def _names(field: Field) -> set[str]:
    return {plain(name) for name in (field.heading, field.column, *field.also)}


def _known(kind: Kind, found: set[str]) -> list[Field]:
    return [field for field in kind.fields if _names(field) & found]


def _missing(kind: Kind, found: set[str]) -> list[Field]:
    return [field for field in kind.required if not _names(field) & found]


def _positions(kind: Kind, headings: Sequence[str]) -> dict[str, int]:
    positions: dict[str, int] = {}
    for field in kind.fields:
        names = _names(field)
        places = [place for place, heading in enumerate(headings) if plain(heading) in names]
        if len(places) > 1:
            raise Unreadable(
                f"The headings {_listed(headings[place] for place in places)} all mean {field.heading}. "
                "Keep one of them, rename or delete the others, and upload the file again."
            )
        if places:
            positions[field.column] = places[0]
    return positions


def _no_kind(headings: Sequence[str], kinds: Sequence[Kind], found: set[str]) -> str:
    nearest = max(kinds, key=lambda kind: (len(_known(kind, found)), -len(_missing(kind, found))))
    named = _listed(heading for heading in headings if heading.strip())
    missing = _listed(field.heading for field in _missing(nearest, found))
    if not named:
        return "The file is empty. Fill in a template and upload that."
    if not _known(nearest, found):
        return f"No known headings were found. The file begins with {named}. Use the headings of a template."
    return (
        f"The headings found are {named}. The nearest kind of file is {nearest.title}, "
        f"which also needs {missing}. Add what is missing, or fill in the template."
    )


def _listed(names: Iterable[str]) -> str:
    """Names in quotation marks, long ones cut and no more than a dozen: a page of prose has no headings."""
    return ", ".join(f"“{shorten(name, 60, placeholder='…')}”" for name in islice(names, 12))
