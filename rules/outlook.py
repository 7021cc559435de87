"""Before the next meeting: will it be quorate, what falls due until then, and what has it to settle?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Literal

from rules import families, quorum
from rules.body import Body
from rules.facts import Facts
from rules.finding import NEEDS_ATTENTION, Finding, Status
from rules.meetings import about, held, scheduled
from rules.people import Meeting
from rules.words import day, number

Expected = Literal["at risk", "enough so far", "not known", "not asked for"]
# so many of one family are told one by one; more are one item
TOLD_ONE_BY_ONE = {Status.OVERDUE: 2, Status.NOT_MET: 1}


@dataclass(frozen=True)
class Outlook:
    """The quorum of a meeting ahead. `finding` has each need with what could still be there, None where the
    terms need no quorum or nobody is on record.

    It is at risk where what is on record, apologies among it, leaves a need unmet; without any apologies
    nobody knows who is coming.
    """

    expected: Expected
    says: str
    finding: Finding | None = None


@dataclass(frozen=True)
class Item:
    """One thing for the agenda: what, why, who is asked, the `page` that tells of it, and its verdicts."""

    what: str
    why: str
    who: str
    page: str
    findings: tuple[Finding, ...]


def next_meeting(body: Body, facts: Facts, today: date) -> Meeting | None:
    """The next meeting of the main group, if one is in the calendar."""
    return next(iter(scheduled(facts, today, body.main_group)), None)


def went(
    facts: Facts, findings: Sequence[Finding], group: str, today: date
) -> list[tuple[Meeting, Finding | None]]:
    """The meetings that a group has held, the oldest first, each with the verdict on its quorum, if any."""
    judged = {finding.about: finding for finding in quorum.FAMILY.among(findings)}
    return [(meeting, judged.get(about(meeting))) for meeting in held(facts, today, group)]


def outlook(body: Body, facts: Facts, meeting: Meeting) -> Outlook:
    """Whether a meeting ahead will be quorate, as far as anything on record tells."""
    if not quorum.has_quorum(body, meeting.group_name, meeting.meeting_on):
        return Outlook("not asked for", quorum.without(body, facts, meeting))
    found = quorum.outlook(body, facts, meeting)
    if found is None:
        return Outlook("not known", "Nobody is on record who could come.")
    missing = [need.what for need in found.needs if not need.is_met]
    if missing:
        return Outlook("at risk", found.says, found)
    has_word = any(need.lost_with for need in found.needs)
    return Outlook("enough so far" if has_word else "not known", found.says, found)


def due_before(findings: Sequence[Finding], meeting: Meeting) -> list[Finding]:
    """What falls due until a meeting, the first first; what is said of its own quorum is left out."""
    return [
        f
        for f in findings
        if f.status is Status.DUE and f.on and f.on <= meeting.meeting_on and not _is_of_quorum(f, meeting)
    ]


def _is_of_quorum(finding: Finding, meeting: Meeting) -> bool:
    return bool(quorum.FAMILY.among([finding])) and finding.about == about(meeting)


def agenda(body: Body, facts: Facts, findings: Sequence[Finding], today: date) -> list[Item]:
    """What a meeting can still settle, by gravity: decisions to ratify, what is late, what is not as it
    should be. What was missed on a day that has passed cannot be mended any more and is left out.

    Many of one family are one item.
    """
    settled = [f for f in findings if _can_be_settled(f, today)]
    in_turn = sorted(settled, key=lambda f: (_gravity(f), f.family))
    items = (
        _items(body, facts, list(of_one)) for _, of_one in groupby(in_turn, lambda f: (_gravity(f), f.family))
    )
    return [item for of_family in items for item in of_family]


def _gravity(finding: Finding) -> int:
    return NEEDS_ATTENTION.index(finding.status)


def _can_be_settled(finding: Finding, today: date) -> bool:
    still_stands = finding.on is None or finding.on >= today
    return finding.status in NEEDS_ATTENTION and (finding.status is not Status.NOT_MET or still_stands)


def _items(body: Body, facts: Facts, findings: Sequence[Finding]) -> Iterator[Item]:
    """Those of one family with one status: one by one where they are few, or wait to be ratified."""
    if len(findings) > TOLD_ONE_BY_ONE.get(findings[0].status, len(findings)):
        yield _together(body, facts, findings)
        return
    for finding in findings:
        what = f"Ratify “{finding.detail}”" if finding.status is Status.PROVISIONAL else finding.about
        family = families.family(finding.family)
        told = finding.detail if what == finding.about else ""
        why = " ".join(filter(None, (told and f"“{told.rstrip('.')}”.", finding.says)))
        yield Item(what, why, who(body, facts, finding), family.page, (finding,))


def _together(body: Body, facts: Facts, findings: Sequence[Finding]) -> Item:
    """Several of one family in one line: how many, and which, or the oldest."""
    family, days = families.family(findings[0].family), [f.on for f in findings if f.on]
    if findings[0].status is Status.OVERDUE:
        what = f"{number(len(findings), *family.noun)} overdue"
        why = f"The oldest since {day(min(days))}." if days else ""
        asked = _few(who(body, facts, f) for f in findings)
    else:
        what, why = f"{family.title}: {len(findings)} not met", _few(f.about for f in findings) + "."
        asked = body.main_group
    return Item(what, why, asked, family.page, tuple(findings))


def _few(names: Iterator[str], most: int = 3) -> str:
    """The first names, and how many more there are."""
    known = list(dict.fromkeys(filter(None, names)))
    more = f" and {len(known) - most} more" if len(known) > most else ""
    return "; ".join(known[:most]) + more


def who(body: Body, facts: Facts, finding: Finding) -> str:
    """Who is asked by a finding: whom its family names, the owner of what it is about, or the group."""
    reference = finding.subject("reference")
    owned = {action.reference: action.organisation for action in facts.actions}
    owned |= {pledge.reference: pledge.organisation for pledge in facts.pledges}
    return (
        families.family(finding.family).done_by
        or finding.subject("organisation")
        or owned.get(reference)
        or finding.subject("group_name")
        or body.main_group
    )
