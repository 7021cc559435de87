"""Whether a decision was voted on, and whether its votes can be what they are said to be."""

from fractions import Fraction

from kinds.wording import METHODS
from rules.facts import Facts
from rules.finding import Status
from rules.fraction import HALF, needed, told
from rules.meetings import strangers
from rules.people import Meeting
from rules.records import Decision
from rules.words import number


def is_vote(decision: Decision) -> bool:
    """By its method or, where that is blank or says nothing of it, by the votes that are on record."""
    method = METHODS.word(decision.method)
    if method == "consensus":
        return bool(decision.votes_against)
    return method in ("vote", "secret ballot", "casting vote") or _counted(decision) > 0


def carried(decision: Decision, agreed: int, against: int, by_chair: bool) -> tuple[Status, str]:
    """Whether more voted for it than against; `by_chair`: the chair breaks a tie."""
    tally = f"{agreed} for, {against} against"
    if agreed == against and by_chair and METHODS.word(decision.method) == "casting vote":
        return Status.MET, f"Carried by the chair's casting vote: {tally}."
    if agreed == against and by_chair:
        return Status.UNKNOWN, f"A tie, {tally}: the chair has the casting vote."
    if agreed <= against:
        return Status.NOT_MET, f"No majority: {tally}."
    return Status.MET, f"Carried: {tally}."


def lost(decision: Decision) -> bool:
    """Whether the votes on record show that it was not carried; a tie may be the chair's. The votes against
    alone decide nothing.
    """
    agreed, against = decision.votes_for, decision.votes_against or 0
    if agreed is None:
        return False
    is_tie = agreed == against > 0 and METHODS.word(decision.method) != "casting vote"
    return against > agreed or is_tie


def larger(agreed: int, of: int, what: str, share: Fraction | None) -> tuple[Status, str, int]:
    """Whether at least a share of so many agreed, or more than half where none is given; and the least."""
    least = needed(share or HALF, of, more_than=share is None)
    if not of:
        return Status.UNKNOWN, f"How many {what} there were is not known.", least
    asked = f"{told(share or HALF, more_than=share is None)} is needed, {least}"
    status = Status.MET if agreed >= least else Status.NOT_MET
    return status, f"{agreed} of {of} {what} in favour; {asked}.", least


def shared(agreed: int, of: int, what: str, share: Fraction, more_than: bool) -> tuple[Status, str]:
    """Whether a share of so many agencies agreed, or more than it; of none nobody can have."""
    asked = f"{'more than ' if more_than else ''}{float(share):.0%} needed"
    is_enough = of > 0 and agreed >= needed(share, of, more_than)
    says = f"{agreed} of {number(of, 'agency', 'agencies')} {what} agreed; {asked}."
    return Status.MET if is_enough else Status.NOT_MET, says


def agencies(meeting: Meeting | None) -> int:
    """How many member organisations came; 0 where that is not known."""
    return len(meeting.came) if meeting else 0


def voters(facts: Facts, meeting: Meeting | None) -> int:
    """How many could vote at most: the people or, if more, the organisations there; 0 where not known."""
    if meeting is None:
        return 0
    others = len(meeting.observers) + len(strangers(facts, meeting))
    return max(meeting.count_present - others, agencies(meeting))


def contradiction(decision: Decision, present: int, noun: str, plural: str = "") -> str:
    """Why the votes on record cannot be right, "" where they can; of 0 present nothing is known."""
    agreed, cast = decision.votes_for or 0, _counted(decision)
    if METHODS.word(decision.method) == "consensus" and decision.votes_against:
        against = number(decision.votes_against, "vote")
        return f"Recorded as consensus, but with {against} against: check the method and the figures."
    if not present or cast <= present:
        return ""
    what = number(agreed, "vote") + " for" if agreed > present else number(cast, "vote")
    return f"{what} but only {number(present, noun, plural)} present: check the figures."


def too_many(decision: Decision, members: int) -> str:
    """Why more votes than there are members cannot be right; "" where they can, or nobody knows how many."""
    cast = _counted(decision)
    if not members or cast <= members:
        return ""
    return f"{number(cast, 'vote')} but only {number(members, 'member')}: check the figures."


def _counted(decision: Decision) -> int:
    votes = (decision.votes_for, decision.votes_against, decision.votes_abstained)
    return sum(each or 0 for each in votes)
