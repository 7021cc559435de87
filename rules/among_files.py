"""Where one file of a body contradicts another, or leaves open what the terms ask for."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from operator import attrgetter

from kinds.names import folded
from rules import composition, notice, quorum
from rules.body import Body
from rules.facts import Facts
from rules.finding import Rows
from rules.meetings import about, held
from rules.membership import members
from rules.mismatch import Check, Found, attended, latest_first, named
from rules.people import Meeting
from rules.records import Decision
from rules.seats import primary_contacts, seated
from rules.words import day, number


def _substitute_not_nominated(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    for meeting in latest_first(facts, today):
        for name in meeting.substitutes if quorum.counts_named_deputies_only(body, meeting) else ():
            says = f"{name} attended {named(meeting)} only through a substitute who is not its named deputy."
            yield name, says, (attended(meeting, name),)


def _primary_contacts(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    """Each member with a seat has one, however many seats that person holds."""
    current = [s for s in facts.seats if s.status != "vacant" and s.is_held_on(today)]
    if not composition.asks_for_primary_contacts(body, today):
        return
    if current and all(seat.primary_contact is None for seat in current):
        yield "Seats", "No primary contact is recorded for any organisation.", (Rows.of("seats"),)
        return
    there, contacts = seated(current), primary_contacts(current)
    for name in (member.organisation for member in members(facts, today)):
        count = contacts[folded(name)]
        if folded(name) in there and count != 1:
            says = f"{name} has {number(count, 'primary contact')}; the terms have one."
            yield name, says, (Rows.of("seats", organisation=name),)


def _seat_without_organisation(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    for seat in facts.seats:
        if seat.person and not seat.organisation and seat.is_held_on(today):
            subject = f"{seat.seat or seat.role.capitalize()}, {seat.group_name}"
            rows = (Rows.of("seats", group_name=seat.group_name, person=seat.person),)
            yield subject, f"{seat.person} holds a seat ({subject}) for no organisation.", rows


def _update_of_no_pledge(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    known = {folded(pledge.reference) for pledge in facts.pledges}
    for reference, count in Counter(update.pledge_reference for update in facts.pledge_progress).items():
        if folded(reference) not in known:
            says = f"{number(count, 'update')} of pledge {reference}, but no such pledge is loaded."
            yield reference, says, (Rows.of("pledge_progress", pledge_reference=reference),)


def _decided_without_meeting(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    return _without_meeting(facts, today, "decided", attrgetter("meeting_on"))


def _ratified_without_meeting(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    return _without_meeting(facts, today, "ratified", attrgetter("ratified_on"))


def _without_meeting(
    facts: Facts, today: date, how: str, day_of: Callable[[Decision], date | None]
) -> Iterator[Found]:
    met = {(folded(meeting.group_name), meeting.meeting_on) for meeting in held(facts, today)}
    for decision in facts.decisions:
        group, on = decision.group_name, day_of(decision)
        if on and on <= today and (folded(group), on) not in met:
            what = f"{decision.reference} was {how} on {day(on)}"
            says = f"{what}, but no meeting of the {group} is recorded on that day."
            yield decision.reference, says, (Rows.of("decisions", reference=decision.reference),)


def _known_from_attendance(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    for meeting in latest_first(facts, today):
        if not meeting.recorded:
            says = f"Attendance at {named(meeting)} is recorded, but the meeting is not."
            rows = Rows.of("attendance", group_name=meeting.group_name, meeting_on=meeting.meeting_on)
            yield about(meeting), says, (rows,)


def _without_attendance(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    for meeting in _on_record(facts, today):
        if not meeting.count_recorded:
            yield about(meeting), f"No attendance is recorded for {named(meeting)}.", _meeting(meeting)


def _without_papers(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    for meeting in _on_record(facts, today):
        if not meeting.papers_sent_on and notice.asks_for_papers(body, meeting):
            yield about(meeting), f"No day is recorded for the papers of {named(meeting)}.", _meeting(meeting)


def _without_minutes(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    """Minutes are missing once their last day has passed."""
    for meeting in _on_record(facts, today):
        late = any(due < today for due in notice.minutes_due(body, meeting))
        if late and not meeting.minutes_sent_on:
            yield (
                about(meeting),
                f"No day is recorded for the minutes of {named(meeting)}.",
                _meeting(meeting),
            )


def _on_record(facts: Facts, today: date) -> list[Meeting]:
    return [meeting for meeting in latest_first(facts, today) if meeting.recorded]


def _meeting(meeting: Meeting) -> tuple[Rows, ...]:
    return (Rows.of("meetings", group_name=meeting.group_name, meeting_on=meeting.meeting_on),)


AMONG_THE_FILES = (
    Check("Substitutes who were not nominated", _substitute_not_nominated,
          "If the substitute was nominated by then, add them to the representatives file as a deputy."),
    Check("Primary contacts: none, or more than one", _primary_contacts,
          "Mark one person of the organisation as primary contact in the representatives file."),
    Check("Seats with a person but no organisation", _seat_without_organisation,
          "Add the organisation in the representatives file, so that the person's attendance counts for it."),
    Check("Updates of pledges that do not exist", _update_of_no_pledge,
          "Correct the pledge reference in the progress file, or add the pledge to the pledges file."),
    Check("Decisions on a day without a meeting", _decided_without_meeting,
          "Add the meeting to the meetings file, or correct Meeting date in the decisions file."),
    Check("Ratified on a day without a meeting", _ratified_without_meeting,
          "Add the meeting to the meetings file, or correct Ratified on in the decisions file."),
    Check("Meetings known only from attendance", _known_from_attendance,
          "Add the meeting to the meetings file, or correct Meeting date in the attendance file."),
    Check("Meetings without attendance", _without_attendance,
          "Load who attended in the attendance file, or take the meeting out if it was not held."),
    Check("Meetings without the day their papers were sent", _without_papers,
          "Fill in Papers sent in the meetings file."),
    Check("Meetings without the day their minutes were sent", _without_minutes,
          "Fill in Minutes sent in the meetings file; if they have not gone out, send them."),
)  # fmt: skip
