"""What stands in a board's calendar: its meetings ahead, and what falls due by its terms."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from rules import Body, Facts, Finding, Status
from rules.families import family
from rules.people import Meeting

LENGTH = 24  # hexadecimal digits that tell one event from another
DID_NOT_TAKE_PLACE = ("cancelled", "postponed")


@dataclass(frozen=True)
class Event:
    """One day of a calendar. `uid` stays the same as long as it is the same matter, whatever is said of it or
    whichever day it moves to; `page`: which of the board's pages tells of it.
    """

    uid: str
    on: date
    title: str
    says: str
    page: str
    is_cancelled: bool = False


def events(body: Body, facts: Facts, findings: Sequence[Finding], today: date) -> list[Event]:
    """What is ahead of a day, the first first: each meeting, also one that was cancelled, and what is due."""
    ahead = [_met(body, meeting) for meeting in facts.meetings if meeting.meeting_on >= today]
    return sorted([*ahead, *_due(body, findings, today)], key=lambda event: (event.on, event.uid))


def _met(body: Body, meeting: Meeting) -> Event:
    state = meeting.status if meeting.status in DID_NOT_TAKE_PLACE else ""
    title = f"{meeting.group_name}: {state}" if state else f"{meeting.group_name} meets"
    uid = _uid(body, "meeting", meeting.group_name, meeting.meeting_on.isoformat())
    return Event(uid, meeting.meeting_on, title, body.name, "attendance", bool(state))


def _due(body: Body, findings: Sequence[Finding], today: date) -> Iterator[Event]:
    """What falls due; a forecast of a meeting's quorum is no date of its own."""
    told: set[str] = set()
    for finding in findings:
        if finding.status is Status.DUE and finding.on and finding.on >= today and not finding.needs:
            uid = _uid(body, finding.family, finding.rule, finding.about)
            if uid not in told:
                told.add(uid)
                detail = f"{finding.detail}. " if finding.detail else ""
                says = f"{detail}{finding.says} ({finding.clause})"
                yield Event(uid, finding.on, f"Due: {finding.about}", says, family(finding.family).page)


def _uid(body: Body, *parts: str) -> str:
    return f"{sha256('|'.join((body.key, *parts)).encode()).hexdigest()[:LENGTH]}@quorate"
