"""Which votes would have to be cast otherwise to turn a verdict: judged again for each choice."""

from collections.abc import Callable
from dataclasses import replace

from rules.deciding import Majority, Share
from rules.electorate import present
from rules.finding import Status
from rules.records import Decision
from rules.search import Counts, smallest
from rules.taken import Taken
from rules.voting import agencies


def recast(made: Decision, silent: int, now: Status, verdict: Callable[[Decision], Status]) -> list[Counts]:
    """The smallest choices of votes that turn a verdict; `silent`: how many came and did not vote.

    Of votes for where it is met: how many had been against, or abstentions. Else, had been for: how many of
    those against, of the abstentions, and of those who did not vote.
    """
    agreed, is_fewer = made.votes_for or 0, now is Status.MET
    others = made.votes_against or 0, made.votes_abstained or 0, silent
    to, sizes = (Status.NOT_MET, (agreed, agreed)) if is_fewer else (Status.MET, others)

    def turns(counts: Counts) -> bool:
        if is_fewer and sum(counts) > agreed:
            return False
        return verdict(_with(made, counts, is_fewer)) is to

    return smallest(sizes, turns)


def silent(term: Majority | Share, taken: Taken) -> int:
    """How many came without voting, as far as that is known."""
    made = taken.decision
    there = agencies(taken.meeting) if isinstance(term, Share) else present(taken, term.counted_of, ())
    cast = (made.votes_for or 0) + (made.votes_against or 0) + (made.votes_abstained or 0)
    return max(there - cast, 0)


def _with(made: Decision, counts: Counts, is_fewer: bool) -> Decision:
    """A decision with so many votes of each class cast otherwise."""
    agreed, against, abstained = made.votes_for or 0, made.votes_against or 0, made.votes_abstained or 0
    turned, other = counts[:2]
    if is_fewer:
        now = agreed - turned - other, against + turned, abstained + other
    else:
        now = agreed + sum(counts), against - turned, abstained - other
    return replace(made, votes_for=now[0], votes_against=now[1], votes_abstained=now[2])


def told(counts: Counts, is_fewer: bool) -> str:
    """A choice of votes as a sentence."""
    if is_fewer:
        words = "against", "abstentions"
        parts = [
            f"{many} of the votes for it had been {what}"
            for many, what in zip(counts, words, strict=True)
            if many
        ]
        return f"It would not have been carried if {' and '.join(parts)}."
    of = ("of the votes against it", "of the abstentions", "of those who did not vote")
    parts = [f"{many} {what}" for many, what in zip(counts, of, strict=True) if many]
    return f"It would have been carried if {' and '.join(parts)} had been for it."
