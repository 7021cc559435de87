"""Records of one body that contradict each other, so that no verdict can be drawn from them."""

from collections.abc import Iterator
from datetime import date

from kinds.names import folded
from rules.actions import contradicted
from rules.body import Body
from rules.facts import Facts
from rules.finding import Rows
from rules.meetings import CALLED_OFF, about, chaired_from_afar, held
from rules.mismatch import Check, Found, named
from rules.notice import before_its_meeting
from rules.seats import SINGLE, rivals, seats_on
from rules.sitting import electors
from rules.updates import apart, updates_of
from rules.venue import was_between_meetings
from rules.voting import contradiction, too_many, voters
from rules.words import day, listed


def _votes(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    meetings = {(meeting.group_name, meeting.meeting_on): meeting for meeting in held(facts, today)}
    for made in facts.decisions:
        meeting = meetings.get((made.group_name, made.meeting_on))
        if wrong := contradiction(made, voters(facts, meeting), "member"):
            rows = [Rows.of("decisions", reference=made.reference)]
            if meeting:
                at = {"group_name": meeting.group_name, "meeting_on": meeting.meeting_on}
                rows.append(Rows.of("attendance", **at))
            yield made.reference, f"{made.reference}: {wrong}", tuple(rows)


def _elections(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    for made in facts.decisions_by_kind.get("election", ()):
        if made.meeting_on <= today and (wrong := too_many(made, electors(facts, made))):
            rows = (Rows.of("decisions", reference=made.reference), Rows.of("organisations"))
            yield made.reference, f"{made.reference}: {wrong}", rows


def _called_off(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    """Meetings that did not take place, and of which there are people, minutes or decisions."""
    decided = {
        (folded(each.group_name), each.meeting_on)
        for each in facts.decisions
        if not was_between_meetings(each)
    }
    for meeting in facts.meetings_in_order:
        if meeting.status not in CALLED_OFF or meeting.meeting_on > today:
            continue
        at = {"group_name": meeting.group_name, "meeting_on": meeting.meeting_on}
        there = {
            "attendance": ("attendance", bool(meeting.count_present)),
            "meetings": ("minutes", meeting.minutes_sent_on is not None),
            "decisions": ("decisions", (folded(meeting.group_name), meeting.meeting_on) in decided),
        }
        what = {mart: noun for mart, (noun, is_there) in there.items() if is_there}
        if what:
            sources = tuple(Rows.of(mart, **at) for mart in dict.fromkeys(("meetings", *what)))
            says = f"Recorded as {meeting.status}: {named(meeting)}; yet it has {listed(what.values())}."
            yield about(meeting), says, sources


def _minutes(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    for meeting in held(facts, today):
        if meeting.minutes_sent_on and meeting.minutes_sent_on < meeting.meeting_on:
            at = {"group_name": meeting.group_name, "meeting_on": meeting.meeting_on}
            yield about(meeting), before_its_meeting(meeting), (Rows.of("meetings", **at),)


def _groups(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    for group in facts.groups:
        days = {"Last report": group.last_report_on, "Reviewed": group.reviewed_on, "Ended": group.ended_on}
        for what, on in days.items():
            if on and group.agreed_on and on < group.agreed_on:
                agreed = f"before it was agreed on {day(group.agreed_on)}"
                rows = (Rows.of("groups", group_name=group.group_name),)
                yield group.group_name, f"{group.group_name}: {what} {day(on)}, {agreed}.", rows


def _actions(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    for action in facts.actions:
        if (action.completed_on or today) <= today and (wrong := contradicted(action)):
            rows = (Rows.of("actions", reference=action.reference),)
            yield action.reference, f"{action.reference}: {wrong}", rows


def _chaired(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    for meeting in held(facts, today):
        if chaired_from_afar(facts, meeting):
            at = {"group_name": meeting.group_name, "meeting_on": meeting.meeting_on}
            says = (
                f"{meeting.chaired_by} is recorded as in the chair of {named(meeting)}, but not as present."
            )
            yield about(meeting), says, (Rows.of("meetings", **at), Rows.of("attendance", **at))


def _offices(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    for role in SINGLE:
        for group in sorted({seat.group_name for seat in facts.seats}):
            if rival := rivals(seats_on(facts, today, group, role), role, None):
                says = f"{role.capitalize()} of the {group}:{rival}"
                yield role.capitalize(), says, (Rows.of("seats", group_name=group, role=role),)


def _progress(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    for pledge in facts.pledges:
        if differ := apart(pledge, updates_of(pledge, facts, today)):
            reported, by_measure = (f"{share * 100:.4g}%" for share in differ)
            says = f"{pledge.reference} is reported as {reported} done, and its measure says {by_measure}."
            where = Rows.of("pledge_progress", pledge_reference=pledge.reference)
            yield pledge.reference, says, (Rows.of("pledges", reference=pledge.reference), where)


CONTRADICTIONS = (
    Check("Votes that cannot be", _votes,
          "Correct the votes or Method in the decisions file, or who came in the attendance file."),
    Check("More votes in an election than members", _elections,
          "Correct the votes in the decisions file, or complete the organisations file."),
    Check("Meetings that were called off, and of which there is more", _called_off,
          "Correct Status in the meetings file, or the day of the attendance, minutes or decisions."),
    Check("Minutes sent before their meeting", _minutes,
          "Correct Minutes sent or Meeting date in the meetings file."),
    Check("Groups with news from before they were agreed", _groups,
          "Correct Agreed on, Last report, Reviewed on or Ended in the groups file."),
    Check("Actions that are open and completed", _actions,
          "Correct Status or Completed on in the actions file."),
    Check("Chaired by somebody who was not there", _chaired,
          "Correct Chaired by in the meetings file, or who came in the attendance file."),
    Check("Two in one chair", _offices,
          "End the seat of whoever left with a To date in the representatives file."),
    Check("Progress that its measure does not bear out", _progress,
          "Correct Progress or Value in the progress file, or Baseline or Target in the pledges file."),
)  # fmt: skip
