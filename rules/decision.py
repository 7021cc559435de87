"""Decision: how the body decides, and what makes a decision stand."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from rules.calendar import held, scheduled
from rules.facts import Decision, Facts, Meeting
from rules.finding import Finding, Rows, Status
from rules.quorum import has_quorum, is_quorate
from rules.terms import Term, in_force
from rules.words import day, listed, number, same

if TYPE_CHECKING:
    from rules.body import Body


class Ratification(Term):
    """What a sub-quorate meeting decides is provisional until a later quorate meeting ratifies it."""

    kind: Literal["ratification"]
    by: Literal["any later quorate meeting", "the next quorate meeting"]


class Share(Term):
    """A vote binds if this share of the agencies present agreed; abstainers stay in the denominator."""

    kind: Literal["share of agencies present"]
    share: float = Field(gt=0, le=1)


class Majority(Term):
    """More votes for than against; a tie goes to the chair where the chair has a casting vote."""

    kind: Literal["majority"]
    of: str = "decisions"
    casting_vote: bool = False


class Consent(Term):
    """Spending by a partner needs that partner's own consent."""

    kind: Literal["consent"]


class Condition(Term):
    """Something that must be true of a vote before it binds, ticked by a row of the kind `duties`.

    The row has this duty, the decision's reference as its period and the day it was recorded.
    """

    kind: Literal["condition"]
    condition: str
    duty: str


class Binding(Term):
    """Whether a decision binds the individual partners."""

    kind: Literal["binding"]
    binds_partners: bool


class Where(Term):
    """Decisions are taken at meetings of this group."""

    kind: Literal["where"]
    group: str = ""


DecisionTerm = Annotated[
    Ratification | Share | Majority | Consent | Condition | Binding | Where, Field(discriminator="kind")
]


@dataclass(frozen=True)
class Taken:
    """A decision with what surrounds it: the body, its facts, the meeting (if recorded) and today."""

    decision: Decision
    meeting: Meeting | None
    body: "Body"
    facts: Facts
    today: date

    def finding(
        self, term: Term, status: Status, says: str,
        value: float | None = None, limit: float | None = None, unit: str = "",
    ) -> Finding:  # fmt: skip
        taken = self.decision
        about = f"Decision {taken.reference}, {taken.group_name}, {day(taken.meeting_on)}"
        rows = (
            Rows.of("decisions", reference=taken.reference),
            Rows.of("attendance", group_name=taken.group_name, meeting_on=taken.meeting_on),
        )
        return Finding(
            term, "decision", about, status, says, taken.meeting_on, value, limit, unit, rows, taken.decision
        )


def judge(body: "Body", facts: Facts, today: date) -> Iterator[Finding]:
    """What binds a decision in general, and whether each decision stands by the terms of its day."""
    for term in in_force(body.decision, today):
        yield from _in_general(term)
    taken = (decision for decision in facts.decisions if decision.meeting_on <= today)
    for decision in sorted(taken, key=lambda decision: (decision.meeting_on, decision.reference)):
        meetings = held(facts, decision.meeting_on, decision.group_name)
        meeting = next((m for m in meetings if m.meeting_on == decision.meeting_on), None)
        for term in in_force(body.decision, decision.meeting_on):
            if type(term) in OF_DECISIONS:
                yield from OF_DECISIONS[type(term)](term, Taken(decision, meeting, body, facts, today))


def _in_general(term: DecisionTerm) -> Iterator[Finding]:
    says = ""
    if isinstance(term, Binding):
        says = f"A decision {'binds' if term.binds_partners else 'does not bind'} individual partners."
    if isinstance(term, Condition):
        says = f"To be stated of each decision before it binds: {term.condition}."
    if says:
        yield Finding(term, "decision", "Decisions", Status.NOT_APPLICABLE, says)


def _ratification(term: Ratification, taken: Taken) -> Iterator[Finding]:
    """Only decisions of a sub-quorate meeting, or of one that cannot be judged, are looked at."""
    if not has_quorum(taken.body, taken.decision.group_name, taken.decision.meeting_on):
        return
    quorate = is_quorate(taken.body, taken.facts, taken.meeting) if taken.meeting else Status.UNKNOWN
    if quorate is Status.UNKNOWN:
        says = "Whether this meeting was quorate is not known; load its attendance."
        yield taken.finding(term, Status.UNKNOWN, says)
    if quorate is Status.NOT_MET:
        yield _ratified(term, taken)


def _ratified(term: Ratification, taken: Taken) -> Finding:
    on = taken.decision.ratified_on
    obstacle = _obstacle(term, taken)
    if on and not obstacle:
        return taken.finding(term, Status.MET, f"Ratified on {day(on)} by a quorate meeting.")
    waiting = (taken.today - taken.decision.meeting_on).days
    says = f"Provisional for {number(waiting, 'day')}: {obstacle} {_next_chance(taken)}"
    return taken.finding(term, Status.PROVISIONAL, says, waiting, 0, "days")


def _obstacle(term: Ratification, taken: Taken) -> str:
    """Why a decision of a sub-quorate meeting does not stand yet; empty when it was properly ratified."""
    on = taken.decision.ratified_on
    if not on:
        return "decided at a sub-quorate meeting and never ratified."
    past = held(taken.facts, taken.today, taken.decision.group_name)
    later = [meeting for meeting in past if meeting.meeting_on > taken.decision.meeting_on]
    quorate = [m.meeting_on for m in later if is_quorate(taken.body, taken.facts, m) is Status.MET]
    if on not in [m.meeting_on for m in later]:
        return f"no later meeting on {day(on)} is recorded, so it was not ratified there."
    if on not in quorate:
        return f"the meeting of {day(on)} that ratified it is not known to have been quorate."
    if term.by == "the next quorate meeting" and on != quorate[0]:
        return f"the next quorate meeting was that of {day(quorate[0])}, not that of {day(on)}."
    return ""


def _next_chance(taken: Taken) -> str:
    ahead = scheduled(taken.facts, taken.today, taken.decision.group_name)
    if not ahead:
        return "No later meeting is scheduled."
    return f"The next chance to ratify it is {day(ahead[0].meeting_on)}."


def _share(term: Share, taken: Taken) -> Iterator[Finding]:
    """Agencies present are organisations, however many one person speaks for; abstainers are among them."""
    agreed = taken.decision.votes_for
    if not same(taken.decision.method, "vote") or agreed is None:
        return
    present = _present(taken.meeting)
    if not present:
        says = "The attendance of this meeting is missing, so the share of agencies present is not known."
        yield taken.finding(term, Status.UNKNOWN, says)
    elif agreed > present:
        says = (
            f"{agreed} votes for but only {number(present, 'agency', 'agencies')} present: check the figures."
        )
        yield taken.finding(term, Status.UNKNOWN, says)
    else:
        says = f"{agreed} of {number(present, 'agency', 'agencies')} present agreed; {term.share:.0%} needed."
        status = Status.MET if agreed / present >= term.share else Status.NOT_MET
        yield taken.finding(term, status, says, agreed / present, term.share, "share of agencies present")


def _present(meeting: Meeting | None) -> int:
    return len([*meeting.members, *meeting.deputies, *meeting.substitutes]) if meeting else 0


def _majority(term: Majority, taken: Taken) -> Iterator[Finding]:
    agreed, against = taken.decision.votes_for, taken.decision.votes_against
    if agreed is None or against is None or not _concerns(term, taken.decision):
        return
    tally = f"{agreed} for, {against} against"
    status, says = Status.MET, f"Carried: {tally}."
    if agreed == against and term.casting_vote and same(taken.decision.method, "casting vote"):
        says = f"Carried by the chair's casting vote: {tally}."
    elif agreed == against and term.casting_vote:
        status, says = Status.UNKNOWN, f"A tie, {tally}: the chair has the casting vote."
    elif agreed <= against:
        status, says = Status.NOT_MET, f"No majority: {tally}."
    yield taken.finding(term, status, says, agreed, against, "votes")


def _concerns(term: Majority, decision: Decision) -> bool:
    return term.of == "decisions" or same(term.of, decision.kind)


def _consent(term: Consent, taken: Taken) -> Iterator[Finding]:
    needed, given = (
        _names(text) for text in (taken.decision.consent_needed_from, taken.decision.consent_given_by)
    )
    if not needed:
        return
    missing = [name for key, name in needed.items() if key not in given]
    count = len(needed) - len(missing)
    says = f"{count} of {number(len(needed), 'partner')} consented"
    says += f"; no consent is recorded from {listed(missing, 'or')}." if missing else "."
    status = Status.NOT_MET if missing else Status.MET
    yield taken.finding(term, status, says, count, len(needed), "partners")


def _names(text: str | None) -> dict[str, str]:
    """The names in a cell as written, by their case-insensitive key."""
    return {name.strip().casefold(): name.strip() for name in (text or "").split(";") if name.strip()}


def _condition(term: Condition, taken: Taken) -> Iterator[Finding]:
    reference = taken.decision.reference
    if not same(taken.decision.method, "vote"):
        return
    ticked = [row.done_on for row in taken.facts.duties
              if same(row.duty, term.duty) and same(row.period, reference)
              and row.done_on and row.done_on <= taken.today]  # fmt: skip
    status, says = Status.UNKNOWN, f"Not recorded for {reference}: {term.condition}."
    if ticked:
        status, says = Status.MET, f"Recorded for {reference} on {day(max(ticked))}: {term.condition}."
    found = taken.finding(term, status, says)
    yield replace(found, rows=(found.rows[0], Rows.of("duties", duty=term.duty, period=reference)))


def _where(term: Where, taken: Taken) -> Iterator[Finding]:
    group = term.group or taken.body.main_group
    is_there = same(taken.decision.group_name, group)
    says = f"Taken at a meeting of {taken.decision.group_name}"
    says += "." if is_there else f"; decisions are taken at meetings of {group}."
    yield taken.finding(term, Status.MET if is_there else Status.NOT_MET, says)


OF_DECISIONS: Mapping[type, Callable[..., Iterator[Finding]]] = {
    Ratification: _ratification,
    Share: _share,
    Majority: _majority,
    Consent: _consent,
    Condition: _condition,
    Where: _where,
}
