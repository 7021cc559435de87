"""Quorum: who must be there for a meeting's decisions to stand."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from kinds.names import folded, same
from rules.apologies import apologies_of, expected, organisations_expected
from rules.body import Body
from rules.counting import NeededQuorum, counted, eligible, gap, sectors_of, tally_of
from rules.facts import Facts
from rules.family import Family
from rules.finding import Finding, Need, Rows, Status
from rules.meetings import about, held, scheduled, too_early
from rules.people import Meeting, Seat
from rules.seats import seats_on
from rules.sitting import has_vote, members_of
from rules.sitting import present as _there
from rules.tally import NOUNS, Tally, quorate, shortfall
from rules.terms import Rule, Term, in_force, over_time
from rules.words import listed


class SilentQuorum(Term):
    """The document does not mention a quorum: no verdict may be drawn."""

    kind: Literal["silent"]


class NoQuorum(Term):
    """The document says that there is no quorum."""

    kind: Literal["none"]


QuorumTerm = Annotated[SilentQuorum | NoQuorum | NeededQuorum, Field(discriminator="kind")]


NAME = "quorum"


def judge(body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """Whether each held meeting was quorate, and what apologies would do to the next one."""
    for rule in over_time(FAMILY.of(body)):
        yield from _of_body(body, rule.on(today))
        yield from _of_meetings(body, facts, today, rule)


def has_quorum(body: Body, group: str, on: date) -> bool:
    """Whether the terms of a day need a quorum of this group."""
    return bool(needed_of(body, group, on))


def needed_of(body: Body, group: str, on: date) -> list[NeededQuorum]:
    terms = in_force(FAMILY.of(body), on)
    return [t for t in terms if isinstance(t, NeededQuorum) and same(t.group or body.main_group, group)]


def is_quorate(body: Body, facts: Facts, meeting: Meeting) -> Status:
    """met, not met or unknown by the quorum in force on the day; silent or not applicable without one."""
    terms = in_force(FAMILY.of(body), meeting.meeting_on)
    terms_of_day = needed_of(body, meeting.group_name, meeting.meeting_on)
    if not terms_of_day:
        no_quorum = not terms or any(isinstance(term, NoQuorum) for term in terms)
        return Status.NOT_APPLICABLE if no_quorum else Status.SILENT
    found = {_held(term, facts, meeting).status for term in terms_of_day}
    return next(s for s in (Status.NOT_MET, Status.UNKNOWN, Status.MET) if s in found)


def voting(body: Body, facts: Facts, meeting: Meeting) -> tuple[Sequence[Seat], Sequence[Seat]]:
    """Who has a vote in the group on the day of a meeting, as the entry on its quorum tells, and who of them
    was there; where none tells, everybody with a seat that does not say that it has none.
    """
    terms = [t for t in needed_of(body, meeting.group_name, meeting.meeting_on) if t.of == "voting members"]
    if terms:
        voters = eligible(terms[0], facts, meeting)
        return voters, _there(voters, facts, meeting, terms[0].substitutes)
    everyone = members_of(facts, meeting.meeting_on, meeting.group_name)
    voters = [seat for seat in everyone if has_vote(seat, ())]
    return voters, _there(voters, facts, meeting, "anyone")


def without(body: Body, facts: Facts, meeting: Meeting) -> str:
    """What is to be said of a meeting that needs no quorum, or of which the terms say nothing."""
    says = {Status.SILENT: "The terms state no quorum.", Status.NOT_APPLICABLE: "The terms need no quorum."}
    return says[is_quorate(body, facts, meeting)]


def of_meeting(findings: Sequence[Finding], meeting: Meeting) -> Finding | None:
    """The verdict on one meeting, if there is one."""
    return next((f for f in FAMILY.among(findings) if f.about == about(meeting)), None)


def outlook(body: Body, facts: Facts, meeting: Meeting) -> Finding | None:
    """What a meeting ahead needs, and what it would come to if all came who have sent no apologies.

    None where it needs nothing, or where nobody is on record who could come.
    """
    asked = (
        needed_of(body, meeting.group_name, meeting.meeting_on) if facts.organisations or facts.seats else []
    )
    found = [_ahead(term, facts, meeting) for term in asked]
    at_risk = (each for each in found if not all(need.is_met for need in each.needs))
    return next(at_risk, found[0] if found else None)


def is_silent(findings: Sequence[Finding]) -> bool:
    """Whether the document does not mention a quorum."""
    return any(isinstance(finding.term, SilentQuorum) for finding in findings)


def counts_named_deputies_only(body: Body, meeting: Meeting) -> bool:
    """Whether, of all substitutes, only a named deputy counts by the terms of the meeting's day."""
    terms = needed_of(body, meeting.group_name, meeting.meeting_on)
    return any(term.substitutes == "named deputies" for term in terms)


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
    if lacks := gap(term, facts, meeting):
        return _finding(term, meeting, Status.UNKNOWN, lacks)
    tally = tally_of(term, facts, meeting, counted(term, meeting))
    if tally.is_quorate:
        return _finding(term, meeting, Status.MET, quorate(tally), tally)
    unsaid = [name for name in counted(term, meeting) if not sectors_of(facts, name, meeting)]
    if unsaid and tally.missing and not tally.is_short:
        says = f"No sector is recorded for {listed(unsaid)}; load the organisations file."
        return _finding(term, meeting, Status.UNKNOWN, says, tally)
    says = f"Sub-quorate: {shortfall(tally, 'present', 'was')}.{_uncounted(term, facts, meeting)}"
    return _finding(term, meeting, Status.NOT_MET, says, tally)


def _finding(
    term: NeededQuorum, meeting: Meeting, status: Status, says: str, tally: Tally | None = None
) -> Finding:
    value, limit, unit = tally.figures if tally else (None, None, "")
    rows = (Rows.of("attendance", group_name=meeting.group_name, meeting_on=meeting.meeting_on),)
    needs = tuple(Need(*each) for each in tally.needs) if tally else ()
    on = meeting.meeting_on
    return Finding(term, NAME, about(meeting), status, says, on, value, limit, unit, rows, needs=needs)


def _uncounted(term: NeededQuorum, facts: Facts, meeting: Meeting) -> str:
    """A second sentence if it was only the kind of substitute that left the meeting without a quorum."""
    there = counted(term, meeting)
    others = [name for name in (*meeting.deputies, *meeting.substitutes) if name not in there]
    if not tally_of(term, facts, meeting, [*there, *others]).is_quorate:
        return ""
    names = listed(_helpful(others, tally_of(term, facts, meeting, there), facts, meeting))
    who = "a substitute" if term.substitutes == "nobody" else "a substitute who was not a named deputy"
    return f" {names} attended through {who}, which does not count here."


def _helpful(names: Iterable[str], tally: Tally, facts: Facts, meeting: Meeting) -> list[str]:
    """Those that would bring a missing sector, or any of them where the number is short."""
    missing = set(map(folded, tally.missing))
    return [n for n in names if tally.is_short or missing & sectors_of(facts, n, meeting)]


def _forecast(term: NeededQuorum, facts: Facts, meeting: Meeting) -> Iterator[Finding]:
    """What the apologies recorded so far would do to a meeting that is still ahead."""
    if apologies_of(facts, meeting):
        yield _ahead(term, facts, meeting)


def _ahead(term: NeededQuorum, facts: Facts, meeting: Meeting) -> Finding:
    """What a meeting would come to if all came who have sent no apologies."""
    apologies = apologies_of(facts, meeting)
    names = organisations_expected(facts, meeting)
    tally = tally_of(term, facts, meeting, names, expected(term, facts, meeting))
    says = _foretold(apologies, tally)
    says += _mended_by(_helpful(apologies, tally, facts, meeting), term, facts, meeting)
    found = _finding(term, meeting, Status.DUE, says, tally)
    lost = (need._replace(lost_with=_bringing(need, apologies, facts, meeting)) for need in found.needs)
    return replace(found, needs=tuple(lost))


def _foretold(apologies: Sequence[str], tally: Tally) -> str:
    if not tally.is_quorate:
        sent = f"With apologies from {listed(apologies)}" if apologies else "Even if everybody comes"
        return f"{sent} it would be sub-quorate: {shortfall(tally, 'left', 'would be')}."
    if not apologies:
        return "No apologies are on record, so who is coming is not known."
    return f"Apologies so far from {listed(apologies)}; without them it can still be quorate."


def _bringing(need: Need, names: Sequence[str], facts: Facts, meeting: Meeting) -> tuple[str, ...]:
    """Those of these organisations that would bring what is needed: all, where it is a number of them."""
    if need.what in (noun.capitalize() for noun in NOUNS):
        return tuple(names)
    return tuple(name for name in names if folded(need.what) in sectors_of(facts, name, meeting))


def _mended_by(names: Iterable[str], term: NeededQuorum, facts: Facts, meeting: Meeting) -> str:
    named = seats_on(facts, meeting.meeting_on, meeting.group_name, "deputy")
    deputies = {folded(seat.organisation) for seat in named if seat.status == "filled"}
    able = [name for name in names if folded(name) in deputies and term.substitutes != "nobody"]
    return f" A named deputy of {listed(able, 'or')} could mend it." if able else ""


FAMILY: Family[QuorumTerm] = Family(
    NAME,
    "Quorum",
    ("rule on quorum", "rules on quorum"),
    QuorumTerm,
    judge,
    page="attendance",
    shows=("meetings", "attendance"),
)
