"""Which export a row of headings begins, of which kind, and what each heading stands for."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import islice
from textwrap import shorten

from loaders.checking.repair import REASON
from loaders.reading.unreadable import Unmapped, Unreadable
from loaders.recognising.across import meeting_columns
from loaders.recognising.source import Source

ABOUT_A_CHILD = re.compile(
    r"dateofbirth|birthdate|birthday|nhsn(o|um)|pupiln(o|um)|learnern(o|um)|nationalinsurance"
    r"|^(childs?|youngpersons?|careleavers?)(name|id|reference|initials)|^(dob|upn|uln|nino)$"
)
# Of the kinds about people an address is somebody's home; of the others, an office or a venue.
OF_A_HOME = re.compile(r"^(home|postal|full)?(address(line\d)?|postcode)$")
OF_PEOPLE = ("representatives", "attendance", "pledge_progress", "outcomes")
# A column of totals speaks of voters or votes; one that says who voted how speaks of the voter.
OF_A_VOTER = re.compile(r"voter$|^voters?(name|choice|vote)$|^(voted(by)?|votes?(of|by)|ballot)$")

LEAST = 0.5
NEITHER = re.compile(r"[\W_]+")


@dataclass(frozen=True)
class Match:
    """A source whose headings were found: the place of each of its columns in the file, from 0.

    `share`: how many of the file's headings it knows, from 0 to 1.
    """

    source: Source
    positions: Mapping[str, int]
    share: float


def plain(heading: str) -> str:
    """A heading as it is compared: letters and digits only, small."""
    return NEITHER.sub("", heading).casefold()


def score(headings: Sequence[str], sources: Sequence[Source]) -> tuple[bool, int]:
    """How much a row looks like headings: whether a source is complete, and the most headings one knows."""
    found = {plain(heading) for heading in headings}
    children = sum(bool(ABOUT_A_CHILD.search(name)) for name in found)
    known = _known(sources, headings).items()
    complete, count = max(
        ((not _missing(each, columns), len(columns)) for each, columns in known), default=(False, 0)
    )
    return complete, count + children


def recognise(headings: Sequence[str], sources: Sequence[Source]) -> Match:
    """The one source, of those given, that the headings begin.

    Raises Unmapped where none is, and Unreadable for headings of what may not be loaded or cannot be told
    apart, each with its reason and remedy.
    """
    named = [heading for heading in headings if heading]
    known = _known(sources, headings)
    count = sum(plain(heading) != plain(REASON) for heading in named)  # which our file of refused rows adds
    complete = [each for each in known if _is_complete(each, known[each], count)]
    rank = {each: (len(known[each]), not each.is_template, len(each.needs)) for each in complete}
    best = [each for each in complete if rank[each] == max(rank.values())]
    _refuse_children(headings, best)
    if not best or (best[0].is_template and _meant_another(best[0], sources, headings, known)):
        raise Unmapped(_no_kind(headings, sources, known), tuple(headings))
    if len(best) > 1:
        raise Unreadable(
            f"The headings fit more than one kind of file: {_listed(each.name for each in best)}. "
            "Choose the kind and upload the file again."
        )
    if best[0].refused:
        raise Unreadable(best[0].refused)
    if best[0].is_template and best[0].kind in OF_PEOPLE:
        _refuse_homes(headings)
    if best[0].kind == "decisions":
        _refuse_voters(headings)
    return Match(best[0], _positions(best[0], headings), len(known[best[0]]) / max(len(named), 1))


def _meant_another(
    best: Source, sources: Sequence[Source], headings: Sequence[str], known: Mapping[Source, set[str]]
) -> bool:
    """What knows more of the headings was meant, even though one that it needs is missing.

    A template that knows less than half of them was not meant at all, unless its kind was given.
    """
    count = len({plain(heading) for heading in headings if heading})
    is_given = len({each.kind for each in sources}) == 1
    return any(len(columns) > len(known[best]) for columns in known.values()) or (
        not is_given and len(known[best]) < LEAST * count
    )


def _refuse_children(headings: Iterable[str], best: Sequence[Source]) -> None:
    """Teams calls the name of a grown person's account a UPN, as schools call a pupil's number."""
    own = {
        plain(name)
        for each in best
        if not (each.is_template or each.is_mapped)
        for names in each.columns.values()
        for name in names
    }
    about = [name for name in headings if ABOUT_A_CHILD.search(plain(name)) and plain(name) not in own]
    if about:
        raise Unreadable(
            f"The file has information about individual children or young people ({_listed(about)}). "
            "No child-level data may be loaded: upload a file without it."
        )


def _refuse_homes(headings: Iterable[str]) -> None:
    """Only in tables made for us: a list of contacts from elsewhere has addresses that are never read."""
    homes = [heading for heading in headings if OF_A_HOME.search(plain(heading))]
    if homes:
        raise Unreadable(
            f"The file has where people live ({_listed(homes)}). No address may be loaded: delete the column "
            "and upload the file again."
        )


def _refuse_voters(headings: Iterable[str]) -> None:
    told = [heading for heading in headings if OF_A_VOTER.search(plain(heading))]
    if told:
        raise Unreadable(
            f"The file says who voted how ({_listed(told)}). A secret ballot is kept as totals only: "
            "put them under For, Against and Abstained, and upload the file again without the rest."
        )


def _is_complete(source: Source, known: Collection[str], count: int) -> bool:
    """Whether it has what it needs, of `count` headings.

    A few common ones make no table of a reader's, and no export that has no headings of its own.
    """
    least = count if source.positions else LEAST * count if source.is_mapped else 0
    return not _missing(source, known) and len(known) >= least


def _form(source: Source, heading: str) -> str:
    """A heading as this source compares it: a reader's “Actual” is not “Actual %”."""
    return f"={heading.casefold()}" if source.is_mapped else plain(heading)


@cache
def _names(source: Source, column: str) -> frozenset[str]:
    return frozenset(_form(source, name) for name in source.columns[column])


@lru_cache(maxsize=8)  # each body that has sources of its own is another tuple
def _knowing(sources: tuple[Source, ...]) -> Mapping[str, Sequence[tuple[Source, str]]]:
    """By heading in its form, which of the sources know it, and as which column."""
    knowing = defaultdict(list)
    for source in sources:
        for column in source.columns:
            for name in _names(source, column):
                knowing[name].append((source, column))
        for heading in source.besides:
            knowing[_form(source, heading)].append((source, f"besides {heading}"))
    return knowing


def _known(sources: Sequence[Source], headings: Sequence[str]) -> dict[Source, set[str]]:
    """The columns that each source knows of these headings, for those that know one."""
    known = defaultdict(set)
    knowing = _knowing(tuple(sources))
    forms = {form for heading in headings for form in (plain(heading), f"={heading.casefold()}")}
    for name in forms:
        for source, column in knowing.get(name, ()):
            known[source].add(column)
    for each in [each for each in known if each.across]:
        if not (days := meeting_columns(headings)):
            del known[each]
        elif not _missing(each, known[each]):  # or any row with days in it would look like headings
            known[each] |= days.keys()
    return {each: known[each] for each in sources if each in known}


def _missing(source: Source, known: Collection[str]) -> list[str]:
    """The columns it needs and that are not known; either of two that are written a|b is enough."""
    return [need for need in source.needs if not any(name in known for name in need.split("|"))]


def _positions(source: Source, headings: Sequence[str]) -> dict[str, int]:
    positions: dict[str, int] = {}
    for column, names in source.columns.items():
        known = _names(source, column)
        places = [place for place, heading in enumerate(headings) if _form(source, heading) in known]
        if len(places) > 1 and (source.is_template or source.is_mapped):
            raise Unreadable(
                f"The headings {_listed(headings[place] for place in places)} all mean {names[0]}. "
                "Keep one of them, rename or delete the others, and upload the file again."
            )
        if places:
            positions[column] = places[0]
    return positions | (meeting_columns(headings) if source.across else {})


def _no_kind(headings: Sequence[str], sources: Sequence[Source], known: Mapping[Source, set[str]]) -> str:
    known = {each: known.get(each, set()) for each in sources}
    nearest = max(
        [each for each in sources if each.is_template] or sources,
        key=lambda each: (len(known[each]), -len(_missing(each, known[each]))),
    )
    count = len({plain(heading) for heading in headings if heading.strip()})
    named = _listed(heading for heading in headings if heading.strip())
    missing = _listed(nearest.columns[need.split("|")[0]][0] for need in _missing(nearest, known[nearest]))
    if not named:
        return "The file is empty. Fill in a template and upload that."
    if not missing or len(known[nearest]) < LEAST * count:
        return (
            f"The headings found are {named}. Most of them are new here. "
            "Say what they mean, or use the headings of a template."
        )
    return (
        f"The headings found are {named}. The nearest kind of file is {nearest.name}, "
        f"which also needs {missing}. Add what is missing, or fill in the template."
    )


def _listed(names: Iterable[str]) -> str:
    """Names in quotation marks, long ones cut and no more than a dozen: a page of prose has no headings."""
    return ", ".join(f"“{shorten(name, 60, placeholder='…')}”" for name in islice(names, 12))
