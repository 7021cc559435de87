"""Every family of rules. A new one is its own file and one line here."""

from collections.abc import Callable, Collection, Sequence
from typing import Any

from rules import (
    actions,
    admission,
    attendance,
    cadence,
    composition,
    decision,
    document,
    duties,
    fee,
    groups,
    notice,
    office,
    pledges,
    quorum,
    review,
    text,
)
from rules.body import Body
from rules.family import Family
from rules.finding import Finding

FAMILIES: tuple[Family[Any], ...] = (
    quorum.FAMILY,
    composition.FAMILY,
    admission.FAMILY,
    attendance.FAMILY,
    cadence.FAMILY,
    notice.FAMILY,
    office.FAMILY,
    review.FAMILY,
    decision.FAMILY,
    fee.FAMILY,
    actions.FAMILY,
    pledges.FAMILY,
    groups.FAMILY,
    duties.FAMILY,
    document.FAMILY,
    text.FAMILY,
)


def family(name: str) -> Family[Any]:
    """The family of a name, such as a finding has."""
    return {each.name: each for each in FAMILIES}[name]


def is_empty(page: str, body: Body, loaded: Callable[[], Collection[str]]) -> bool:
    """Whether a page of the board has nothing to tell: the terms ask nothing of it, and no record is there.

    `loaded`: which kinds of record are on file, asked only where that decides it. A page that no family tells
    of is never empty.
    """
    telling = [each for each in FAMILIES if each.page == page]
    if not telling or any(each.of(body) for each in telling):
        return False
    shown = {kind for each in telling for kind in each.shows}
    return not shown or shown.isdisjoint(loaded())


def on_calendar(findings: Sequence[Finding]) -> list[Finding]:
    """Those findings whose family stands on the calendar."""
    return [finding for finding in findings if family(finding.family).on_calendar]
