"""The words that a body's terms look for in its files, and whether one that stands there is understood."""

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from kinds.wording import GROUPS, METHODS, near, same_duty
from rules import decision, groups
from rules.body import Body
from rules.deciding import Condition, Majority, Share

VOTED_ON = (Share, Majority, Condition)


class Usual(NamedTuple):
    """The words of a column that rules look for, and whether one needs no asking: it is one, or like none."""

    options: tuple[str, ...]
    is_clear: Callable[[str], bool]


def usual_words(body: Body) -> Mapping[str, Usual]:
    """What a body's terms look for, by “kind.column”; a column without rules of theirs is not there."""
    return dict(_usual(body))


def duties_of(body: Body) -> tuple[str, ...]:
    """Every duty that the terms of a body name, of any day."""
    entries = [entry for family in body.terms.values() for entry in family]
    named = [(getattr(entry, "duty", ""), *getattr(entry, "duties", ())) for entry in entries]
    return tuple(dict.fromkeys(duty for duties in named for duty in duties if duty))


def _usual(body: Body) -> Iterator[tuple[str, Usual]]:
    if any(isinstance(term, VOTED_ON) for term in decision.FAMILY.of(body)):
        yield "decisions.method", Usual(METHODS.words, lambda word: bool(METHODS.word(word)))
    limited = [term.of for term in groups.FAMILY.of(body) if isinstance(term, groups.TimeLimited)]
    if limited:
        yield "groups.kind", _kinds_of_group(limited)
    if duties := duties_of(body):
        yield "duties.duty", _duties(duties)


def _kinds_of_group(limited: list[str]) -> Usual:
    def is_clear(word: str) -> bool:
        return bool(GROUPS.word(word)) or any(GROUPS.same(word, each) for each in limited)

    return Usual(tuple(dict.fromkeys((*limited, *GROUPS.words))), is_clear)


def _duties(duties: tuple[str, ...]) -> Usual:
    def is_clear(word: str) -> bool:
        return any(same_duty(word, duty) for duty in duties) or not near(word, duties)

    return Usual(duties, is_clear)
