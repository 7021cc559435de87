"""Whether a decision of a sub-quorate meeting was ratified, as its terms ask."""

from collections.abc import Mapping, Sequence
from datetime import date

from rules.finding import Status
from rules.records import Decision
from rules.words import day


def since_meetings(
    decision: Decision, by: str, past: Sequence[date], ahead: Sequence[date]
) -> tuple[Status, str]:
    """Whether what was decided between meetings was ratified; `past` and `ahead`: the meetings after it."""
    on = decision.ratified_on
    if on and on in past and (by == "any later meeting" or on == past[0]):
        return Status.MET, f"Taken between meetings; ratified on {day(on)}."
    if on and on in past:
        return Status.NOT_MET, f"Ratified on {day(on)}, not at the next meeting, on {day(past[0])}."
    if past:
        return Status.PROVISIONAL, f"Taken between meetings; not ratified at the next one, on {day(past[0])}."
    when = f" on {day(ahead[0])}" if ahead else ", which is not scheduled"
    return Status.DUE, f"Taken between meetings; to be ratified at the next one{when}."


def obstacle(decision: Decision, by: str, quorate: Mapping[date, Status], today: date) -> str:
    """Why the decision does not stand yet, on a day; empty where it was properly ratified.

    `by` is how the terms put it, `quorate` the verdict on each meeting of the group so far, the oldest first.
    """
    on = decision.ratified_on
    if not on or on > today:
        return "never ratified."
    later = {held: status for held, status in quorate.items() if held > decision.meeting_on}
    if on not in later:
        return f"no later meeting on {day(on)} is recorded, so it was not ratified there."
    if later[on] is not Status.MET:
        return f"the meeting of {day(on)} that ratified it is not known to have been quorate."
    first = next(held for held, status in later.items() if status is Status.MET)
    if by == "the next quorate meeting" and on != first:
        return f"the next quorate meeting was that of {day(first)}, not that of {day(on)}."
    return ""
