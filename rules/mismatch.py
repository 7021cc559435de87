"""One contradiction between the files of a body or one gap in them, and how such are looked for."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from rules.body import Body
from rules.facts import Facts
from rules.finding import Rows
from rules.meetings import held
from rules.people import Meeting
from rules.words import day

Found = tuple[str, str, tuple[Rows, ...]]


@dataclass(frozen=True)
class Mismatch:
    """One contradiction or gap: its kind (`what`), its subject, one sentence, what to do, and the rows."""

    what: str
    about: str
    says: str
    remedy: str
    rows: tuple[Rows, ...]


class Check(NamedTuple):
    """One kind of mismatch: what it is called, how each one is found, and what to do about it."""

    what: str
    find: Callable[[Body, Facts, date], Iterator[Found]]
    remedy: str


def latest_first(facts: Facts, today: date) -> list[Meeting]:
    """The meetings up to today."""
    return held(facts, today)[::-1]


def named(meeting: Meeting) -> str:
    """A meeting within a sentence: the Strategy Group on 12 March 2026."""
    return f"the {meeting.group_name} on {day(meeting.meeting_on)}"


def attended(meeting: Meeting, name: str) -> Rows:
    """Where it can be read that an organisation came."""
    at = {"group_name": meeting.group_name, "meeting_on": meeting.meeting_on}
    return Rows.of("attendance", **at, organisation=name)
