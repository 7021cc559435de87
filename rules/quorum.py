"""Quorum: who must be there for a meeting's decisions to stand."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from math import ceil
from typing import Annotated, Literal

from pydantic import Field, model_validator

from kinds.names import folded, same
from rules.body import Body
from rules.facts import Facts
from rules.family import Family
from rules.finding import Finding, Rows, Status
from rules.meetings import about, held, scheduled, too_early
from rules.membership import members
from rules.people import Meeting
from rules.seats import seated, seats_on
from rules.tally import Tally, quorate, shortfall
from rules.terms import Rule, Term, in_force, over_time
from rules.words import listed

Substitutes = Literal["anyone", "named deputies", "nobody"]


class SilentQuorum(Term):
    """The document does not mention a quorum: no verdict may be drawn."""

    kind: Literal["silent"]


class NoQuorum(Term):
    """The document says that there is no quorum."""

    kind: Literal["none"]


class NeededQuorum(Term):
    """Everything given must be reached: so many organisations, a share of the members, each of these sectors.

    `group` is empty for the body's main group. `substitutes` says whose attendance counts for their
    organisation.
    """

    kind: Literal["needed"]
    group: str = ""
    organisations: int | None = Field(default=None, gt=0)
    share: float | None = Field(default=None, gt=0, le=1)
    sectors: tuple[str, ...] = ()
    substitutes: Substitutes = "anyone"

    @model_validator(mode="after")
    def _needs_something(self) -> "NeededQuorum":
        if not (self.organisations or self.share or self.sectors):
            raise ValueError("a needed quorum gives organisations, share or sectors")
        return self


QuorumTerm = Annotated[SilentQuorum | NoQuorum | NeededQuorum, Field(discriminator="kind")]


NAME = "quorum"


def judge(body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """Whether each held meeting was quorate, and what apologies would do to the next one."""
    for rule in over_time(FAMILY.of(body)):
        yield from _of_body(body, rule.on(today))
        yield from _of_meetings(body, facts, today, rule)


def has_quorum(body: Body, group: str, on: date) -> bool:
    """Whether the terms of a day need a quorum of this group."""
    return bool(_needed_of(body, group, on))


def _needed_of(body: Body, group: str, on: date) -> list[NeededQuorum]:
    terms = in_force(FAMILY.of(body), on)
    return [t for t in terms if isinstance(t, NeededQuorum) and same(t.group or body.main_group, group)]


def is_quorate(body: Body, facts: Facts, meeting: Meeting) -> Status:
    """met, not met or unknown by the quorum in force on the day; silent or not applicable without one."""
    terms = in_force(FAMILY.of(body), meeting.meeting_on)
    needed = _needed_of(body, meeting.group_name, meeting.meeting_on)
    if not needed:
        no_quorum = not terms or any(isinstance(term, NoQuorum) for term in terms)
        return Status.NOT_APPLICABLE if no_quorum else Status.SILENT
    found = {_held(term, facts, meeting).status for term in needed}
    return next(s for s in (Status.NOT_MET, Status.UNKNOWN, Status.MET) if s in found)


def without(body: Body, facts: Facts, meeting: Meeting) -> str:
    """What is to be said of a meeting that needs no quorum, or of which the terms say nothing."""
    says = {Status.SILENT: "The terms state no quorum.", Status.NOT_APPLICABLE: "The terms need no quorum."}
    return says[is_quorate(body, facts, meeting)]


def of_meeting(findings: Sequence[Finding], meeting: Meeting) -> Finding | None:
    """The verdict on one meeting, if there is one."""
    return next((f for f in FAMILY.among(findings) if f.about == about(meeting)), None)


def is_silent(findings: Sequence[Finding]) -> bool:
    """Whether the document does not mention a quorum."""
    return any(isinstance(finding.term, SilentQuorum) for finding in findings)


def counts_named_deputies_only(body: Body, meeting: Meeting) -> bool:
    """Whether, of all substitutes, only a named deputy counts by the terms of the meeting's day."""
    needed = _needed_of(body, meeting.group_name, meeting.meeting_on)
    return any(term.substitutes == "named deputies" for term in needed)


def _of_body(body: Body, term: QuorumTerm | None) -> Iterator[Finding]:
    if isinstance(term, SilentQuorum):
        yield Finding(term, NAME, body.name, Status.SILENT, "The terms do not mention a quorum.")
    if isinstance(term, NoQuorum):
        yield Finding(term, NAME, body.name, Status.NOT_APPLICABLE, "The terms say there is no quorum.")


def _of_meetings(body: Body, facts: Facts, today: date, rule: Rule[QuorumTerm]) -> Iterator[Finding]:
    if not isinstance(rule.first, NeededQuorum):
        return
    group = rule.first.group or body.main_group
    for meeting in held(facts, today, group):
        term = rule.on(meeting.meeting_on)
        if isinstance(term, NeededQuorum):
            yield _held(term, facts, meeting)
        elif not rule.had_begun(meeting.meeting_on):
            yield too_early(rule.first, NAME, meeting)
    for meeting in scheduled(facts, today, group)[:1]:
        term = rule.on(meeting.meeting_on)
        if isinstance(term, NeededQuorum):
            yield from _forecast(term, facts, meeting)


def _held(term: NeededQuorum, facts: Facts, meeting: Meeting) -> Finding:
    """The verdict on one meeting. Vacant seats never decide: only who came is counted."""
    if gap := _gap(term, facts, meeting):
        return _finding(term, meeting, Status.UNKNOWN, gap)
    tally = _tally(term, facts, meeting, _counted(term, meeting))
    if tally.is_quorate:
        return _finding(term, meeting, Status.MET, quorate(tally), tally)
    unsaid = [name for name in _counted(term, meeting) if not _sectors(facts, name, meeting)]
    if unsaid and not tally.is_short:
        says = f"No sector is recorded for {listed(unsaid)}; load the organisations file."
        return _finding(term, meeting, Status.UNKNOWN, says, tally)
    says = f"Sub-quorate: {shortfall(tally, 'present', 'was')}.{_uncounted(term, facts, meeting)}"
    return _finding(term, meeting, Status.NOT_MET, says, tally)


def _gap(term: NeededQuorum, facts: Facts, meeting: Meeting) -> str:
    """What has to be loaded before a verdict can be drawn; empty when nothing is missing."""
    if not meeting.count_recorded:
        return "No attendance is recorded for this meeting."
    roster = members(facts, meeting.meeting_on) if term.share else facts.organisations
    if not roster and (term.share or meeting.others):
        return "No organisation is recorded as a member on this day; load the organisations file."
    if term.substitutes == "named deputies" and meeting.substitutes and not facts.seats:
        return "Whether the substitutes were named deputies is not known; load the representatives file."
    return ""


def _finding(
    term: NeededQuorum, meeting: Meeting, status: Status, says: str, tally: Tally | None = None
) -> Finding:
    value, limit, unit = tally.figures if tally else (None, None, "")
    rows = (Rows.of("attendance", group_name=meeting.group_name, meeting_on=meeting.meeting_on),)
    return Finding(term, NAME, about(meeting), status, says, meeting.meeting_on, value, limit, unit, rows)


def _counted(term: NeededQuorum, meeting: Meeting) -> list[str]:
    """Organisations whose attendance counts; observers and others never do."""
    deputies = meeting.deputies if term.substitutes != "nobody" else []
    substitutes = meeting.substitutes if term.substitutes == "anyone" else []
    return [*meeting.members, *deputies, *substitutes]


def _tally(term: NeededQuorum, facts: Facts, meeting: Meeting, present: Iterable[str]) -> Tally:
    came = set(present)
    carried = Counter(sector for name in came for sector in _sectors(facts, name, meeting))
    missing = tuple(sector for sector in term.sectors if not carried[folded(sector)])
    alone = tuple(sector for sector in term.sectors if carried[folded(sector)] == 1)
    return Tally(len(came), _needed(term, facts, meeting.meeting_on), missing, alone, len(term.sectors))


def _needed(term: NeededQuorum, facts: Facts, on: date) -> int:
    count = len(members(facts, on)) if term.share else 0
    # Rounded first, because 0.07 x 100 is a little over 7 in binary.
    return max(term.organisations or 0, ceil(round((term.share or 0) * count, 9)))


def _sectors(facts: Facts, name: str, meeting: Meeting) -> set[str]:
    """The sectors an organisation stands for: its own, and those of its seats in the group that day."""
    known = facts.organisations_by_name.get(folded(name), ())
    own = {facts.organisation_on(each, meeting.meeting_on).sector for each in known}
    seats = {
        seat.sector
        for seat in facts.seats_by_organisation.get(folded(name), ())
        if same(seat.group_name, meeting.group_name)
        if seat.status != "vacant" and seat.is_held_on(meeting.meeting_on)
    }
    return {folded(sector) for sector in own | seats if sector}


def _uncounted(term: NeededQuorum, facts: Facts, meeting: Meeting) -> str:
    """A second sentence if it was only the kind of substitute that left the meeting without a quorum."""
    counted = _counted(term, meeting)
    others = [name for name in (*meeting.deputies, *meeting.substitutes) if name not in counted]
    if not _tally(term, facts, meeting, [*counted, *others]).is_quorate:
        return ""
    names = listed(_helpful(others, _tally(term, facts, meeting, counted), facts, meeting))
    who = "a substitute" if term.substitutes == "nobody" else "a substitute who was not a named deputy"
    return f" {names} attended through {who}, which does not count here."


def _helpful(names: Iterable[str], tally: Tally, facts: Facts, meeting: Meeting) -> list[str]:
    """Those that would bring a missing sector, or any of them where the number is short."""
    missing = set(map(folded, tally.missing))
    return [n for n in names if tally.is_short or missing & _sectors(facts, n, meeting)]


def _forecast(term: NeededQuorum, facts: Facts, meeting: Meeting) -> Iterator[Finding]:
    """What the apologies recorded so far would do to a meeting that is still ahead."""
    rows = facts.attendance_by_group.get(folded(meeting.group_name), ())
    of_day = [r for r in rows if r.meeting_on == meeting.meeting_on]
    apologies = [r.organisation for r in of_day if r.attendance == "apologies"]
    if not apologies:
        return
    left = {folded(m.organisation): m.organisation for m in members(facts, meeting.meeting_on)}
    there = seated(seats_on(facts, meeting.meeting_on, meeting.group_name)) or set(left)
    tally = _tally(term, facts, meeting, [left[n] for n in left if n in there - set(map(folded, apologies))])
    says = f"Apologies so far from {listed(apologies)}; without them it can still be quorate."
    if not tally.is_quorate:
        short_of = shortfall(tally, "left", "would be")
        says = f"With apologies from {listed(apologies)} it would be sub-quorate: {short_of}."
        says += _mended_by(_helpful(apologies, tally, facts, meeting), term, facts, meeting)
    yield _finding(term, meeting, Status.DUE, says, tally)


def _mended_by(names: Iterable[str], term: NeededQuorum, facts: Facts, meeting: Meeting) -> str:
    named = seats_on(facts, meeting.meeting_on, meeting.group_name, "deputy")
    deputies = {folded(seat.organisation) for seat in named if seat.status == "filled"}
    able = [name for name in names if folded(name) in deputies and term.substitutes != "nobody"]
    return f" A named deputy of {listed(able, 'or')} could mend it." if able else ""


FAMILY: Family[QuorumTerm] = Family(NAME, "Quorum", ("rule on quorum", "rules on quorum"), QuorumTerm, judge)
