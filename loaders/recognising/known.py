"""How headings are compared, and which columns of which source they are."""

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from functools import cache, lru_cache

from kinds.names import folded
from loaders.recognising.across import meeting_columns
from loaders.recognising.source import Source

NEITHER = re.compile(r"[\W_]+")


@lru_cache(maxsize=65_536)  # each cell that may be a heading is looked at for many sources, and many times
def plain(heading: str) -> str:
    """A heading as it is compared: letters and digits only, folded."""
    return NEITHER.sub("", folded(heading))


def known_columns(sources: Sequence[Source], headings: Sequence[str]) -> dict[Source, set[str]]:
    """The columns that each source knows of these headings, for those that know one."""
    known: defaultdict[Source, set[str]] = defaultdict(set)
    knowing = _knowing(tuple(sources))
    for name in {form for heading in headings for form in (plain(heading), _to_the_letter(heading))}:
        for source, column in knowing.get(name, ()):
            known[source].add(column)
    for each in [each for each in known if each.across]:
        if not (days := meeting_columns(headings)):
            del known[each]
        elif not missing(each, known[each]):  # or any row with days in it would look like headings
            known[each] |= days.keys()
    return {each: known[each] for each in sources if each in known}


def missing(source: Source, known: Collection[str]) -> list[str]:
    """The columns it needs and that are not known; either of two that are written a|b is enough."""
    return [need for need in source.needs if not any(name in known for name in need.split("|"))]


def places_of(source: Source, column: str, headings: Sequence[str]) -> list[int]:
    """Where the headings are, from 0, that this source has for one of its columns."""
    names = _names(source, column)
    return [place for place, heading in enumerate(headings) if _form(source, heading) in names]


def _to_the_letter(heading: str) -> str:
    return f"={folded(heading)}"


def _form(source: Source, heading: str) -> str:
    """A heading as this source compares it: a reader's “Actual” is not “Actual %”."""
    return _to_the_letter(heading) if source.is_mapped else plain(heading)


@cache
def _names(source: Source, column: str) -> frozenset[str]:
    return frozenset(_form(source, name) for name in source.columns[column])


@lru_cache(maxsize=8)  # each body that has sources of its own is another tuple
def _knowing(sources: tuple[Source, ...]) -> Mapping[str, Sequence[tuple[Source, str]]]:
    """By heading in its form, which of the sources know it, and as which column."""
    knowing: defaultdict[str, list[tuple[Source, str]]] = defaultdict(list)
    for source in sources:
        for column in source.columns:
            for name in _names(source, column):
                knowing[name].append((source, column))
        for heading in source.besides:
            knowing[_form(source, heading)].append((source, f"besides {heading}"))
    return knowing
