"""What the page of a meeting asks: its papers and minutes, its verdicts, what it decided and raised."""

from collections.abc import Mapping, Sequence
from datetime import date

from kinds.names import same
from rules import Body, Facts, Finding, actions, decision, quorum
from rules.meetings import about
from rules.outlook import Outlook, outlook
from rules.people import Meeting
from rules.records import Action, Decision
from rules.words import day, number, weekday

NOT_ON_RECORD = "Not on record ?"


def newest_first(facts: Facts) -> list[Meeting]:
    """Every meeting on record, those ahead among them."""
    return list(reversed(facts.meetings_in_order))


def standing(meeting: Meeting, today: date) -> str:
    """Whether it was held, is ahead, or does not take place."""
    if meeting.status in ("cancelled", "postponed"):
        return meeting.status.capitalize()
    return "Ahead" if meeting.meeting_on > today else "Held"


def key_facts(meeting: Meeting, today: date) -> dict[str, str]:
    """Day, kind, chair, papers, minutes and how many were in the room; what nobody recorded is said to be."""
    facts = {
        "Day": f"{weekday(meeting.meeting_on)}. {standing(meeting, today)}.",
        "Kind": (meeting.kind or "").capitalize(),
        "Papers sent": _sent(meeting.papers_sent_on, meeting),
    }
    if meeting.meeting_on <= today:
        facts |= {
            "In the chair": meeting.chaired_by or NOT_ON_RECORD,
            "In the room": number(meeting.count_present, "person", "people") if meeting.count_present else "",
            "Minutes sent": _sent(meeting.minutes_sent_on, meeting),
        }
    return {name: says for name, says in facts.items() if says}


def _sent(on: date | None, meeting: Meeting) -> str:
    """A day and how long before or after the meeting it was."""
    if on is None:
        return NOT_ON_RECORD
    days = (on - meeting.meeting_on).days
    off = "on the day" if not days else f"{number(abs(days), 'day')} {'before' if days < 0 else 'after'}"
    return f"{day(on)}, {off}"


def of_quorum(body: Body, facts: Facts, findings: Sequence[Finding], meeting: Meeting) -> Outlook:
    """The verdict on its quorum with its needs; or the sentence why there is none."""
    if found := quorum.of_meeting(findings, meeting):
        return Outlook("enough so far", found.says, found)
    return outlook(body, facts, meeting)


def others_on(findings: Sequence[Finding], meeting: Meeting) -> list[Finding]:
    """The verdicts about the meeting itself besides that on its quorum."""
    of_the_quorum = quorum.FAMILY.among(findings)
    return [f for f in findings if f.about == about(meeting) and f not in of_the_quorum]


def decided(facts: Facts, meeting: Meeting) -> list[Decision]:
    """The decisions taken at it, by reference."""
    those = [d for d in facts.decisions if d.meeting_on == meeting.meeting_on]
    return sorted((d for d in those if same(d.group_name, meeting.group_name)), key=lambda d: d.reference)


def fates(findings: Sequence[Finding], decisions: Sequence[Decision]) -> list[Finding]:
    """The verdicts on these decisions, worst first."""
    references = {made.reference for made in decisions}
    return [f for f in decision.FAMILY.among(findings) if f.subject("reference") in references]


def without_a_verdict(findings: Sequence[Finding], decisions: Sequence[Decision]) -> list[Decision]:
    """Those decisions of which the terms ask nothing that could be judged."""
    judged = {f.subject("reference") for f in decision.FAMILY.among(findings)}
    return [made for made in decisions if made.reference not in judged]


def raised(facts: Facts, meeting: Meeting) -> list[Action]:
    """The actions raised at it, by reference."""
    those = [a for a in facts.actions if a.raised_on == meeting.meeting_on]
    return sorted((a for a in those if same(a.group_name, meeting.group_name)), key=lambda a: a.reference)


def due(findings: Sequence[Finding], meeting: Meeting) -> list[Finding]:
    """The verdicts on actions that fall, or fell, due on its day."""
    return [f for f in actions.FAMILY.among(findings) if f.on == meeting.meeting_on]


def on_actions(findings: Sequence[Finding], those: Sequence[Action]) -> Mapping[str, Finding]:
    """The verdict on each of these actions, by reference, where there is one."""
    references = {action.reference for action in those}
    found = {f.subject("reference"): f for f in actions.FAMILY.among(findings)}
    return {str(reference): f for reference, f in found.items() if reference in references}
