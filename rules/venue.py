"""At which meeting a decision was taken, if it was taken at one, and whether that meeting was held."""

from kinds.names import folded
from kinds.wording import METHODS
from rules.facts import Facts
from rules.meetings import CALLED_OFF
from rules.records import Decision
from rules.words import day


def was_between_meetings(decision: Decision) -> bool:
    """Whether it was taken by e-mail, by the chair or in another way without a meeting."""
    return METHODS.word(decision.method) == "between meetings"


def called_off(facts: Facts, decision: Decision) -> str:
    """A sentence where the meeting of a decision is recorded as cancelled or postponed; "" where none is, or
    none was needed.
    """
    if was_between_meetings(decision):
        return ""
    on, of_group = decision.meeting_on, facts.meetings_by_group.get(folded(decision.group_name), ())
    status = next((m.status for m in of_group if m.meeting_on == on and m.status in CALLED_OFF), None)
    return f"The meeting of {day(on)} is recorded as {status}, and this as decided there." if status else ""
