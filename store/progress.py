"""Which figures of pledge updates to hide: how many young people were reached, and what else tells it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from store.hiding import Hidden, Rows, covered_in, is_small
from store.sums import Sum, sum_of

REACHED = "young_people_reached"
SAME_PEOPLE = (REACHED, "value", "progress_share")
OF_PEOPLE = re.compile(
    r"\b(child|young|youth|teen|bab(y|ies)\b|infant|boys?\b|girls?\b|siblings?\b|pupil|student|learner"
    r"|apprentices?\b|mentees?\b|care.?leaver|care.experienced|unaccompanied)",
    re.IGNORECASE,
)
A_SHARE = re.compile(r"%|\b(per.?cent|share|rate|proportion)", re.IGNORECASE)


def hidden(rows: Rows, pledges: Rows, smallest: int) -> Hidden:
    """By place of the row the columns to hide: a small count; a small rise from one date to the next; what
    the body's total on some date would tell, should it be said aloud; and wherever the measure counts the
    same people, its value and progress with it.
    """
    series = _series(rows)
    tied = _of_people(series, rows, pledges)
    small = {at for at, row in enumerate(rows) if is_small(row[REACHED], smallest)}
    small |= {at for at in tied if is_small(rows[at]["value"], smallest)}
    sums, before = set(_sums(rows, series)), -1
    while before < len(small):
        before = len(small)
        small |= {at for places in series.values() for at in _small_rises(rows, places, small, smallest)}
        small = covered_in(rows, REACHED, small, sums)
    return {at: SAME_PEOPLE if at in tied else (REACHED,) for at in small}


def _series(rows: Rows) -> Mapping[str, list[int]]:
    """The places of each pledge's updates, oldest first."""
    places: dict[str, list[int]] = defaultdict(list)
    for at in sorted(range(len(rows)), key=lambda at: rows[at]["as_at"]):
        places[rows[at]["pledge_reference"]].append(at)
    return places


def _of_people(series: Mapping[str, Sequence[int]], rows: Rows, pledges: Rows) -> set[int]:
    """The places of all updates whose value counts young people."""
    found = (places for name, places in series.items() if _counts_people(name, places, rows, pledges))
    return {at for places in found for at in places}


def _counts_people(name: str, places: Sequence[int], rows: Rows, pledges: Rows) -> bool:
    """Whether a pledge's value counts young people: its measure says so, or it rises as their number does."""
    pledge = next((each for each in pledges if each["reference"] == name), {})
    measure = pledge.get("measure") or ""
    if OF_PEOPLE.search(measure) and not A_SHARE.search(measure):
        return True
    both = [rows[at] for at in places if rows[at][REACHED] and rows[at]["value"] is not None]
    from_start = {row["value"] - row[REACHED] for row in both}
    return len(from_start) == 1 and from_start <= {0, pledge.get("baseline")}


def _small_rises(rows: Rows, places: Iterable[int], small: set[int], smallest: int) -> Iterator[int]:
    """The updates that show a small number of further people since the last update shown."""
    last = None
    for at in places:
        count = rows[at][REACHED]
        if count is None or at in small:
            continue
        if last and is_small(count - last, smallest):
            yield at
        else:
            last = count


def _sums(rows: Rows, series: Mapping[str, Sequence[int]]) -> Iterator[Sum]:
    """On each day of an update, the latest count of every pledge."""
    counted = [[at for at in places if rows[at][REACHED]] for places in series.values()]
    for day in {row["as_at"] for row in rows}:
        known = [[at for at in places if rows[at]["as_at"] <= day] for places in counted]
        standing = [places[-1] for places in known if places]
        if len(standing) > 1:
            yield sum_of(standing)
