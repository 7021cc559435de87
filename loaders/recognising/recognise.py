"""Which export a row of headings begins, of which kind, and what each heading stands for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from loaders.reading import Score, Unmapped, Unreadable
from loaders.recognising.across import meeting_columns
from loaders.recognising.known import known_columns, missing, places_of, plain
from loaders.recognising.private import ABOUT_A_CHILD, listed, refuse_children, refuse_private
from loaders.recognising.source import Source

REASON = "Reason"  # the heading that our file of refused rows adds
LEAST = 0.5
Known = Mapping[Source, set[str]]


@dataclass(frozen=True)
class Match:
    """A source whose headings were found: the place of each of its columns in the file, from 0.

    `share`: how many of the file's headings it knows, from 0 to 1.
    """

    source: Source
    positions: Mapping[str, int]
    share: float


def score(headings: Sequence[str], sources: Sequence[Source]) -> Score:
    """How much a row looks like headings: whether a source is complete, and the most headings one knows."""
    children = sum(bool(ABOUT_A_CHILD.search(name)) for name in {*map(plain, headings)})
    known = known_columns(sources, headings).items()
    complete, count = max(
        ((not missing(each, columns), len(columns)) for each, columns in known), default=(False, 0)
    )
    return complete, count + children


def recognise(headings: Sequence[str], sources: Sequence[Source]) -> Match:
    """The one source, of those given, that the headings begin.

    Raises Unmapped where none is, and Unreadable for headings of what may not be loaded or cannot be told
    apart, each with its reason and remedy.
    """
    known = known_columns(sources, headings)
    best = _best(known, headings)
    refuse_children(headings, best)
    if not best or (best[0].is_template and _meant_another(best[0], sources, headings, known)):
        raise Unmapped(_no_kind(headings, sources, known), tuple(headings))
    if len(best) > 1:
        raise Unreadable(
            f"The headings fit more than one kind of file: {listed(each.name for each in best)}. "
            "Choose the kind and upload the file again."
        )
    (source,) = best
    if source.refused:
        raise Unreadable(source.refused)
    refuse_private(source, headings)
    return Match(source, _positions(source, headings), len(known[source]) / max(len(_named(headings)), 1))


def _named(headings: Sequence[str]) -> list[str]:
    return [heading for heading in headings if heading]


def _best(known: Known, headings: Sequence[str]) -> list[Source]:
    """Of the sources that have what they need, those that know most of the headings; none, one or equals."""
    count = sum(plain(heading) != plain(REASON) for heading in _named(headings))
    complete = [each for each in known if _is_complete(each, known[each], count)]
    rank = {each: (len(known[each]), not each.is_template, len(each.needs)) for each in complete}
    return [each for each in complete if rank[each] == max(rank.values())]


def _meant_another(best: Source, sources: Sequence[Source], headings: Sequence[str], known: Known) -> bool:
    """What knows more of the headings was meant, even though one that it needs is missing.

    A template that knows less than half of them was not meant at all, unless its kind was given.
    """
    count = len({plain(heading) for heading in _named(headings)})
    is_given = len({each.kind for each in sources}) == 1
    return any(len(columns) > len(known[best]) for columns in known.values()) or (
        not is_given and len(known[best]) < LEAST * count
    )


def _is_complete(source: Source, known: set[str], count: int) -> bool:
    """Whether it has what it needs, of `count` headings.

    A few common ones make no table of a reader's, and no export that has no headings of its own.
    """
    least = count if source.positions else LEAST * count if source.is_mapped else 0
    return not missing(source, known) and len(known) >= least


def _positions(source: Source, headings: Sequence[str]) -> dict[str, int]:
    positions: dict[str, int] = {}
    for column, names in source.columns.items():
        places = places_of(source, column, headings)
        if len(places) > 1 and (source.is_template or source.is_mapped):
            raise Unreadable(
                f"The headings {listed(headings[place] for place in places)} all mean {names[0]}. "
                "Keep one of them, rename or delete the others, and upload the file again."
            )
        if places:
            positions[column] = places[0]
    return positions | (meeting_columns(headings) if source.across else {})


def _no_kind(headings: Sequence[str], sources: Sequence[Source], known: Known) -> str:
    """Why no source was found, with the template that comes nearest where one does."""
    said = [heading for heading in headings if heading.strip()]
    if not said:
        return "The file is empty. Fill in a template and upload that."
    nearest = _nearest(sources, known)
    columns = known.get(nearest, set())
    lacks = listed(nearest.columns[need.split("|")[0]][0] for need in missing(nearest, columns))
    if not lacks or len(columns) < LEAST * len({plain(heading) for heading in said}):
        return (
            f"The headings found are {listed(said)}. Most of them are new here. "
            "Say what they mean, or use the headings of a template."
        )
    return (
        f"The headings found are {listed(said)}. The nearest kind of file is {nearest.name}, "
        f"which also needs {lacks}. Add what is missing, or fill in the template."
    )


def _nearest(sources: Sequence[Source], known: Known) -> Source:
    def rank(source: Source) -> tuple[int, int]:
        columns = known.get(source, set())
        return len(columns), -len(missing(source, columns))

    return max([each for each in sources if each.is_template] or sources, key=rank)
