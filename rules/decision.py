"""Decision: how the body decides, and what makes a decision stand."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial

from kinds.names import same
from kinds.wording import DECISIONS, kind_of_decision
from rules.body import Body
from rules.conflicts import conflicted, told, without
from rules.consents import consented
from rules.deciding import (
    BetweenMeetings,
    Binding,
    Condition,
    Consent,
    DecisionTerm,
    Majority,
    QuorumWithoutConflicted,
    Ratification,
    Share,
    Where,
)
from rules.done import done, evidence
from rules.electorate import counted, present
from rules.facts import Facts
from rules.family import Family
from rules.finding import Finding, Rows, Status
from rules.meetings import scheduled
from rules.notice import notice_of
from rules.quorum import has_quorum, is_quorate
from rules.ratified import obstacle, since_meetings
from rules.records import Decision
from rules.taken import Taken, asked_and_given, taken_by
from rules.terms import Term, in_force
from rules.venue import called_off, was_between_meetings
from rules.voting import agencies, carried, contradiction, is_vote, larger, shared
from rules.words import day

NAME = "decision"
NO_TALLY = "Put to a vote, but the votes for and against are not recorded."


def judge(body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """What binds a decision in general, and whether each decision stands by the terms of its day."""
    for term in in_force(FAMILY.of(body), today):
        yield from _in_general(term)
    for taken in taken_by(body, facts, today):
        for term in in_force(FAMILY.of(body), taken.decision.meeting_on):
            yield from judged(term, taken)


def _finding(
    taken: Taken, term: Term, status: Status, says: str,
    value: float | None = None, limit: float | None = None, unit: str = "",
) -> Finding:  # fmt: skip
    made, on = taken.decision, taken.decision.meeting_on
    about = f"Decision {made.reference}, {made.group_name}, {day(on)}"
    rows = (
        Rows.of("decisions", reference=made.reference),
        Rows.of("attendance", group_name=made.group_name, meeting_on=on),
    )
    return Finding(term, NAME, about, status, says, on, value, limit, unit, rows, made.decision)


def _in_general(term: DecisionTerm) -> Iterator[Finding]:
    says = ""
    if isinstance(term, Binding):
        says = f"A decision {'binds' if term.binds_partners else 'does not bind'} individual partners."
    if isinstance(term, Condition):
        says = f"To be stated of each decision before it binds: {term.condition}."
    if says:
        yield Finding(term, NAME, "Decisions", Status.NOT_APPLICABLE, says)


def _ratification(term: Ratification, taken: Taken) -> Iterator[Finding]:
    """Only decisions of a sub-quorate meeting, or of one that cannot be judged, are looked at."""
    if not has_quorum(taken.body, taken.decision.group_name, taken.decision.meeting_on):
        return
    was_quorate = taken.quorate.get(taken.decision.meeting_on, Status.UNKNOWN)
    if was_quorate is Status.UNKNOWN:
        says = "Whether this meeting was quorate is not known; load its attendance."
        yield _finding(taken, term, Status.UNKNOWN, says)
    if was_quorate is Status.NOT_MET:
        yield _ratified(term, taken)


def _ratified(term: Ratification, taken: Taken) -> Finding:
    on = taken.decision.ratified_on
    why = obstacle(taken.decision, term.by, taken.quorate, taken.today)
    if on and not why:
        return _finding(taken, term, Status.MET, f"Ratified on {day(on)} by a quorate meeting.")
    taken_on = taken.decision.meeting_on
    waiting = (taken.today - taken_on).days
    says = f"Does not stand yet: taken on {day(taken_on)} without a quorum, and {why} {_next_chance(taken)}"
    return _finding(taken, term, Status.PROVISIONAL, says, waiting, 0, "days")


def _next_chance(taken: Taken) -> str:
    """Without its day: on a past day, nobody may have known it yet."""
    ahead = scheduled(taken.facts, taken.today, taken.decision.group_name)
    return "A later meeting is scheduled." if ahead else "No later meeting is scheduled."


def _share(term: Share, taken: Taken) -> Iterator[Finding]:
    """Agencies present are organisations, however many one person speaks for; abstainers are among them."""
    agreed, present = taken.decision.votes_for, agencies(taken.meeting)
    if not is_vote(taken.decision):
        return
    if agreed is None or (term.counted_of == "votes cast" and taken.decision.votes_against is None):
        yield _finding(taken, term, Status.UNKNOWN, NO_TALLY)
    elif not present:
        says = "The attendance of this meeting is missing, so the share of agencies present is not known."
        yield _finding(taken, term, Status.UNKNOWN, says)
    elif wrong := contradiction(taken.decision, present, "agency", "agencies"):
        yield _finding(taken, term, Status.UNKNOWN, wrong)
    else:
        cast = agreed + (taken.decision.votes_against or 0)
        of, what = (present, "present") if term.counted_of == "agencies present" else (cast, "for or against")
        status, says = shared(agreed, of, what, term.share, term.more_than)
        unit = f"share of {term.counted_of}"
        yield _finding(taken, term, status, says, agreed / max(of, 1), float(term.share), unit)


def _majority(term: Majority, taken: Taken) -> Iterator[Finding]:
    decision = taken.decision
    if not _concerns(term, decision) or not (is_vote(decision) or decision.votes_for):
        return
    if decision.votes_for is None or decision.votes_against is None:
        if is_vote(decision):
            yield _finding(taken, term, Status.UNKNOWN, NO_TALLY)
    elif wrong := contradiction(decision, present(taken, term.counted_of, _apart(term, taken)), "member"):
        yield _finding(taken, term, Status.UNKNOWN, wrong)
    else:
        yield _carried(term, taken, decision.votes_for, decision.votes_against)


def _apart(term: Majority, taken: Taken) -> Collection[str]:
    """Who does not count for a conflict of interest."""
    return conflicted(taken.facts, taken.decision) if term.conflicted == "left out" else ()


def _carried(term: Majority, taken: Taken, agreed: int, against: int) -> Finding:
    if term.share or term.counted_of != "votes cast":
        return _larger(term, taken, agreed, against)
    status, says = carried(taken.decision, agreed, against, term.casting_vote)
    if status is Status.MET and DECISIONS.word(term.of) == "amendment":
        status, notice = notice_of(taken.body, taken.facts, taken.decision, taken.today)
        says = f"{says} {notice}".strip()
    return _finding(taken, term, status, says, agreed, against, "votes")


def _larger(term: Majority, taken: Taken, agreed: int, against: int) -> Finding:
    """A majority of another share than half, or not of the votes cast alone; just half is never enough."""
    of = counted(taken, term.counted_of, agreed + against, _apart(term, taken))
    status, says, least = larger(agreed, of, term.counted_of, term.share)
    return _finding(taken, term, status, says, agreed, least, "votes")


def _quorum_without(term: QuorumWithoutConflicted, taken: Taken) -> Iterator[Finding]:
    names = conflicted(taken.facts, taken.decision)
    if not names or not has_quorum(taken.body, taken.decision.group_name, taken.decision.meeting_on):
        return
    status = Status.UNKNOWN
    if taken.meeting:
        left = without(taken.facts, taken.meeting, names, from_total=term.total == "left out")
        status = is_quorate(taken.body, *left)
    yield _finding(taken, term, status, told(status, names))


def _concerns(term: Majority, decision: Decision) -> bool:
    kind = kind_of_decision(decision.kind, decision.decision) or decision.kind
    return term.of == "decisions" or DECISIONS.same(kind, term.of)


def _consent(term: Consent, taken: Taken) -> Iterator[Finding]:
    asked, given = asked_and_given(taken.decision, taken.facts)
    if not asked:
        return
    status, says, count = consented(asked, given)
    yield _finding(taken, term, status, says, count, len(asked), "partners")


def _condition(term: Condition, taken: Taken) -> Iterator[Finding]:
    reference = taken.decision.reference
    if not is_vote(taken.decision):
        return
    ticked = done(taken.facts, term.duty, taken.today, reference)
    status, says = Status.UNKNOWN, f"Not recorded for {reference}: {term.condition}."
    if ticked:
        status, says = Status.MET, f"Recorded for {reference} on {day(ticked[-1])}: {term.condition}."
    found = _finding(taken, term, status, says)
    yield replace(found, rows=(found.rows[0], *evidence(taken.facts, term.duty, reference)))


def _between_meetings(term: BetweenMeetings, taken: Taken) -> Iterator[Finding]:
    decision = taken.decision
    if not was_between_meetings(decision):
        return
    past = [on for on in taken.meetings if on > decision.meeting_on]
    ahead = [m.meeting_on for m in scheduled(taken.facts, taken.today, decision.group_name)]
    status, says = since_meetings(decision, term.by, past, ahead)
    yield _finding(taken, term, status, says)


def _where(term: Where, taken: Taken) -> Iterator[Finding]:
    group = term.group or taken.body.main_group
    status, wrong = Status.NOT_MET, ""
    if was_between_meetings(taken.decision):
        wrong = "Taken between meetings"
    elif not same(taken.decision.group_name, group):
        wrong = f"Taken at a meeting of {taken.decision.group_name}"
    elif taken.meetings and not taken.meeting:
        status, wrong = Status.UNKNOWN, f"No meeting of {group} is recorded on that day"
    asked = f"{wrong}; decisions are taken at meetings of {group}."
    found = (status, asked) if wrong else (Status.MET, f"Taken at a meeting of {group}.")
    yield _finding(taken, term, *found)


def judged(term: DecisionTerm, taken: Taken) -> list[Finding]:
    """What one entry says of one decision."""
    found = list(OF_DECISIONS[type(term)](term, taken)) if type(term) in OF_DECISIONS else []
    wrong = called_off(taken.facts, taken.decision)
    unknown = partial(replace, status=Status.UNKNOWN, says=wrong, value=None, limit=None)
    return [unknown(each) for each in found] if wrong else found


OF_DECISIONS: Mapping[type, Callable[..., Iterator[Finding]]] = {
    Ratification: _ratification,
    Share: _share,
    Majority: _majority,
    QuorumWithoutConflicted: _quorum_without,
    Consent: _consent,
    Condition: _condition,
    BetweenMeetings: _between_meetings,
    Where: _where,
}

FAMILY: Family[DecisionTerm] = Family(
    NAME,
    "Decisions",
    ("decision", "decisions"),
    DecisionTerm,
    judge,
    page="decisions",
    shows=("decisions",),
)
