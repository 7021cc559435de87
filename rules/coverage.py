"""What is not there: it counts as not there only where a file says so by being whole."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from kinds.names import folded
from rules.facts import Facts
from rules.finding import Finding, Status
from rules.people import Meeting
from rules.words import day


def not_covered(facts: Facts, kind: str, until: date) -> str:
    """Why something missing of a kind may have happened by a day; "" where a file shows that it did not."""
    to = facts.covered_to(kind)
    if to is None:
        return f"no whole file of {kind.replace('_', ' ')} is loaded"
    return "" if to >= until else f"the {kind} on record go to {day(to)} only; load a later file"


def meetings_not_covered(facts: Facts, group: str, until: date) -> str:
    """As `not_covered`, of a group's meetings: a file is whole for the years that its days fall in."""
    known = [m.meeting_on for m in facts.meetings_by_group.get(folded(group), ()) if m.recorded]
    if facts.covered_to("meetings") is None or not known:
        return "no whole file of its meetings is loaded"
    return "" if until <= date(known[-1].year, 12, 31) else not_covered(facts, "meetings", until)


def held_back(finding: Finding, gap: str) -> Finding:
    """A verdict that rests on something not being there; not known where `gap` says why it may be there."""
    if not gap or finding.status not in (Status.NOT_MET, Status.OVERDUE):
        return finding
    says, word = f"{finding.says.removesuffix('.')}; {gap}.", finding.word and "not known"
    return replace(finding, status=Status.UNKNOWN, says=says, word=word)


@dataclass(frozen=True)
class Unlisted:
    """At how many meetings somebody expected is in no list: where the list has only those who `came`, and
    where it is not `known` whether it has everyone.
    """

    stayed_away: int = 0
    unknown: int = 0


def unlisted(meetings: Sequence[Meeting], listed_on: set[date]) -> Unlisted:
    """Of meetings at which somebody was expected and that have a list; `listed_on`: where they are in it."""
    without = [m.listed for m in meetings if m.count_recorded and m.meeting_on not in listed_on]
    return Unlisted(without.count("came"), without.count(None))
