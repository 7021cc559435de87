"""Cross-file integrity: where one file contradicts another, or leaves open what the terms ask for."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, NamedTuple

from rules.calendar import about, held, last_day_after, year_of
from rules.composition import PrimaryContact, members
from rules.facts import Facts, Meeting, Organisation
from rules.finding import Rows
from rules.notice import Minutes, Papers
from rules.terms import in_force
from rules.words import day, folded, money, number, same

if TYPE_CHECKING:
    from rules.body import Body

Found = tuple[str, str, tuple[Rows, ...]]

OFF_ROSTER = "is not on the roster"
OPEN = ("open", "in progress")
NAMING_ORGANISATIONS = ("attendance_by_organisation", "seats", "actions", "payments", "pledges")


@dataclass(frozen=True)
class Mismatch:
    """One contradiction or gap: its kind (`what`), its subject, one sentence, what to do, and the rows."""

    what: str
    about: str
    says: str
    remedy: str
    rows: tuple[Rows, ...]


class Check(NamedTuple):
    """One kind of mismatch: what it is called, how each one is found, and what to do about it."""

    what: str
    find: Callable[["Body", Facts, date], Iterator[Found]]
    remedy: str


def mismatches(body: "Body", facts: Facts, today: date) -> list[Mismatch]:
    """Everything in the files of a body that does not fit together on a day, kind by kind.

    Without a single organisation that is said once, instead of each name being held against no roster.
    """
    first = AGAINST_THE_ROSTER if facts.organisations else (NO_ROSTER,)
    return [
        Mismatch(check.what, subject, says, check.remedy, rows)
        for check in (*first, *AMONG_THE_FILES)
        for subject, says, rows in check.find(body, facts, today)
    ]


def _no_roster(body: "Body", facts: Facts, today: date) -> Iterator[Found]:
    count = Counter({mart: sum(bool(row.organisation) for row in getattr(facts, mart))
                     for mart in NAMING_ORGANISATIONS})  # fmt: skip
    if count.total():
        says = f"No organisations are loaded, so the names in {number(count.total(), 'row')} are not checked."
        yield "Organisations", says, tuple(Rows.of(mart) for mart in NAMING_ORGANISATIONS if count[mart])


def _attended_off_roster(body: "Body", facts: Facts, today: date) -> Iterator[Found]:
    for meeting in _latest_first(facts, today):
        for name in meeting.others:
            yield name, f"{name} attended {_on(meeting)} but {OFF_ROSTER}.", (_attended(meeting, name),)


def _attended_outside_membership(body: "Body", facts: Facts, today: date) -> Iterator[Found]:
    roster = _roster(facts)
    for meeting in _latest_first(facts, today):
        for name in meeting.observers:
            if why := _not_of_then(roster[folded(name)], meeting.meeting_on):
                rows = (_attended(meeting, name), *_entry(roster, name))
                yield name, f"{name} attended {_on(meeting)}, {why}.", rows


def _not_of_then(known: Organisation, on: date) -> str:
    if known.joined_on and on < known.joined_on:
        return f"before it joined on {day(known.joined_on)}"
    if known.left_on:
        return f"after it left on {day(known.left_on)}" if known.left_on < on else ""
    return "but the day it left is not recorded" if known.membership == "former" else ""


def _seated_from_outside(body: "Body", facts: Facts, today: date) -> Iterator[Found]:
    roster = _roster(facts)
    current = (s for s in facts.seats if s.organisation and s.status != "vacant" and s.is_held_on(today))
    for (name, group), count in Counter((s.organisation, s.group_name) for s in current).items():
        if why := _outside(roster, name, today):
            rows = (Rows.of("seats", group_name=group, organisation=name), *_entry(roster, name))
            yield name, f"{name} {why} but holds {number(count, 'seat')} in the {group}.", rows


def _led_from_outside(body: "Body", facts: Facts, today: date) -> Iterator[Found]:
    roster = _roster(facts)
    for group in facts.groups:
        name, ended = group.lead_organisation, group.ended_on is not None and group.ended_on <= today
        if name and not ended and (why := _outside(roster, name, today)):
            rows = (Rows.of("groups", group_name=group.group_name), *_entry(roster, name))
            yield group.group_name, f"{name} {why} but leads the {group.group_name}.", rows


def _owned_from_outside(body: "Body", facts: Facts, today: date) -> Iterator[Found]:
    roster = _roster(facts)
    for action in facts.actions:
        name = action.organisation
        why = _outside(roster, name, today) if name else ""
        if why == OFF_ROSTER or (why and action.status in OPEN):
            rows = (Rows.of("actions", reference=action.reference), *_entry(roster, name))
            yield name, f"{name} {why} but owns action {action.reference} ({action.status}).", rows


def _paid_from_outside(body: "Body", facts: Facts, today: date) -> Iterator[Found]:
    roster, paid = _roster(facts), Counter()
    for payment in facts.payments:
        if payment.paid_on is None or payment.paid_on <= today:
            paid[payment.organisation, payment.financial_year] += payment.amount_gbp
    for (name, label), amount in paid.items():
        known = roster.get(folded(name))
        if amount and not (known and _owes(body, known, label)):
            why = "was not a member in that year" if known else OFF_ROSTER
            rows = Rows.of("payments", organisation=name, financial_year=label)
            says = f"{name} paid {money(amount)} for {label} but {why}."
            yield name, says, (rows, *_entry(roster, name))


def _owes(body: "Body", known: Organisation, label: str) -> bool:
    """Whether it was a member on any day of a financial year (2025/26), or an observer that pays too."""
    year = year_of(date(int(label[:4]), 4, 1), "financial")
    begins = max(year.first, known.joined_on or year.first)
    observers_pay = any(term.observers_pay for term in in_force(body.fee, year.last))
    return (begins <= year.last and known.is_member_on(begins)) or (
        known.membership == "observer" and observers_pay
    )


def _pledged_from_outside(body: "Body", facts: Facts, today: date) -> Iterator[Found]:
    roster = _roster(facts)
    for pledge in facts.pledges:
        name, on = pledge.organisation, pledge.start_on or today
        known = roster.get(folded(name))
        if known is None or not known.is_member_on(on):
            why = f"was not a member on {day(on)}" if known else OFF_ROSTER
            rows = (Rows.of("pledges", reference=pledge.reference), *_entry(roster, name))
            yield name, f"{name} made pledge {pledge.reference} but {why}.", rows


def _substitute_not_nominated(body: "Body", facts: Facts, today: date) -> Iterator[Found]:
    for meeting in _latest_first(facts, today):
        for name in meeting.substitutes if _asks_for_named_deputies(body, meeting) else ():
            says = f"{name} attended {_on(meeting)} only through a substitute who is not its named deputy."
            yield name, says, (_attended(meeting, name),)


def _asks_for_named_deputies(body: "Body", meeting: Meeting) -> bool:
    return any(
        term.kind == "needed" and term.substitutes == "named deputies"
        and same(term.group or body.main_group, meeting.group_name)
        for term in in_force(body.quorum, meeting.meeting_on)
    )  # fmt: skip


def _primary_contacts(body: "Body", facts: Facts, today: date) -> Iterator[Found]:
    """Each member with a seat has one, however many seats that person holds."""
    current = [s for s in facts.seats if s.status != "vacant" and s.is_held_on(today)]
    if not any(isinstance(term, PrimaryContact) for term in in_force(body.composition, today)):
        return
    if current and all(seat.primary_contact is None for seat in current):
        yield "Seats", "No primary contact is recorded for any organisation.", (Rows.of("seats"),)
        return
    for name in (member.organisation for member in members(facts, today)):
        own = [seat for seat in current if folded(seat.organisation) == folded(name)]
        count = len({folded(seat.person) for seat in own if seat.primary_contact})
        if own and count != 1:
            says = f"{name} has {number(count, 'primary contact')}; the terms have one."
            yield name, says, (Rows.of("seats", organisation=name),)


def _seat_without_organisation(body: "Body", facts: Facts, today: date) -> Iterator[Found]:
    for seat in facts.seats:
        if seat.person and not seat.organisation and seat.is_held_on(today):
            subject = f"{seat.seat or seat.role.capitalize()}, {seat.group_name}"
            rows = (Rows.of("seats", group_name=seat.group_name, person=seat.person),)
            yield subject, f"{seat.person} holds a seat ({subject}) for no organisation.", rows


def _update_of_no_pledge(body: "Body", facts: Facts, today: date) -> Iterator[Found]:
    known = {folded(pledge.reference) for pledge in facts.pledges}
    for reference, count in Counter(update.pledge_reference for update in facts.pledge_progress).items():
        if folded(reference) not in known:
            says = f"{number(count, 'update')} of pledge {reference}, but no such pledge is loaded."
            yield reference, says, (Rows.of("pledge_progress", pledge_reference=reference),)


def _decided_without_meeting(body: "Body", facts: Facts, today: date) -> Iterator[Found]:
    return _without_meeting(facts, today, "decided", attrgetter("meeting_on"))


def _ratified_without_meeting(body: "Body", facts: Facts, today: date) -> Iterator[Found]:
    return _without_meeting(facts, today, "ratified", attrgetter("ratified_on"))


def _without_meeting(facts: Facts, today: date, how: str, day_of: Callable) -> Iterator[Found]:
    for decision in facts.decisions:
        group, on = decision.group_name, day_of(decision)
        if on and on <= today and not [m for m in held(facts, on, group) if m.meeting_on == on]:
            what = f"{decision.reference} was {how} on {day(on)}"
            says = f"{what}, but no meeting of the {group} is recorded on that day."
            yield decision.reference, says, (Rows.of("decisions", reference=decision.reference),)


def _known_from_attendance(body: "Body", facts: Facts, today: date) -> Iterator[Found]:
    for meeting in _latest_first(facts, today):
        if not meeting.recorded:
            says = f"Attendance at {_on(meeting)} is recorded, but the meeting is not."
            rows = Rows.of("attendance", group_name=meeting.group_name, meeting_on=meeting.meeting_on)
            yield about(meeting), says, (rows,)


def _without_attendance(body: "Body", facts: Facts, today: date) -> Iterator[Found]:
    for meeting in _on_record(facts, today):
        if not meeting.count_recorded:
            yield about(meeting), f"No attendance is recorded for {_on(meeting)}.", _meeting(meeting)


def _without_papers(body: "Body", facts: Facts, today: date) -> Iterator[Found]:
    for meeting in _on_record(facts, today):
        if _asked(body, Papers, meeting) and not meeting.papers_sent_on:
            yield about(meeting), f"No day is recorded for the papers of {_on(meeting)}.", _meeting(meeting)


def _without_minutes(body: "Body", facts: Facts, today: date) -> Iterator[Found]:
    """Minutes are missing once their last day has passed."""
    for meeting in _on_record(facts, today):
        late = [t for t in _asked(body, Minutes, meeting)
                if last_day_after(meeting.meeting_on, t.days, t.unit) < today]  # fmt: skip
        if late and not meeting.minutes_sent_on:
            yield about(meeting), f"No day is recorded for the minutes of {_on(meeting)}.", _meeting(meeting)


def _asked(body: "Body", kind: type[Papers | Minutes], meeting: Meeting) -> list[Papers | Minutes]:
    """The terms of one kind that a meeting is held to: minutes are asked of every group."""
    return [
        term
        for term in in_force(body.notice, meeting.meeting_on)
        if isinstance(term, kind)
        and (kind is Minutes or same(term.group or body.main_group, meeting.group_name))
    ]


def _roster(facts: Facts) -> Mapping[str, Organisation]:
    return {folded(each.organisation): each for each in facts.organisations}


def _entry(roster: Mapping[str, Organisation], name: str | None) -> tuple[Rows, ...]:
    """The row of an organisation on the roster, if there is one."""
    known = roster.get(folded(name))
    return (Rows.of("organisations", organisation=known.organisation),) if known else ()


def _outside(roster: Mapping[str, Organisation], name: str, today: date) -> str:
    """Why a name does not stand for an organisation of today, empty if it does."""
    known = roster.get(folded(name))
    if known is None:
        return OFF_ROSTER
    if known.left_on:
        return f"left on {day(known.left_on)}" if known.left_on < today else ""
    return "has left" if known.membership == "former" else ""


def _latest_first(facts: Facts, today: date) -> list[Meeting]:
    return held(facts, today)[::-1]


def _on_record(facts: Facts, today: date) -> list[Meeting]:
    return [meeting for meeting in _latest_first(facts, today) if meeting.recorded]


def _on(meeting: Meeting) -> str:
    return f"the {meeting.group_name} on {day(meeting.meeting_on)}"


def _meeting(meeting: Meeting) -> tuple[Rows, ...]:
    return (Rows.of("meetings", group_name=meeting.group_name, meeting_on=meeting.meeting_on),)


def _attended(meeting: Meeting, name: str) -> Rows:
    at = {"group_name": meeting.group_name, "meeting_on": meeting.meeting_on}
    return Rows.of("attendance", **at, organisation=name)


NO_ROSTER = Check("Names without a roster", _no_roster, "Load the organisations file.")
AGAINST_THE_ROSTER = (
    Check("Attendance by organisations not on the roster", _attended_off_roster,
          "Add it to the organisations file, or correct the name in the attendance file if it is misspelt."),
    Check("Attendance before joining or after leaving", _attended_outside_membership,
          "Correct Joined or Left in the organisations file, or the organisation in the attendance file."),
    Check("Seats held by organisations that left or are not on the roster", _seated_from_outside,
          "End the seat with a To date in the representatives file, or correct the organisations file."),
    Check("Groups led by organisations that left or are not on the roster", _led_from_outside,
          "Name another lead in the groups file, or correct the organisations file."),
    Check("Actions owned by organisations that left or are not on the roster", _owned_from_outside,
          "Name another organisation in the actions file, or correct the organisations file."),
    Check("Payments by organisations that were not members", _paid_from_outside,
          "Correct the organisation or year in the payments file, or the dates in the organisations file."),
    Check("Pledges by organisations that were not members", _pledged_from_outside,
          "Correct the organisation or Start in the pledges file, or the dates in the organisations file."),
)  # fmt: skip
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
