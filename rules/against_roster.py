"""Names in the files of a body that do not stand for an organisation on its roster, or not on that day."""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from kinds.names import folded
from rules import fee
from rules.body import Body
from rules.calendar import financial_year
from rules.facts import Facts
from rules.finding import Rows
from rules.meetings import strangers
from rules.mismatch import Check, Found, attended, latest_first, named
from rules.people import Organisation
from rules.words import day, money, number

OFF_ROSTER = "is not on the roster"
OPEN = ("open", "in progress")
NAMING_ORGANISATIONS = ("attendance_by_organisation", "seats", "actions", "payments", "pledges")


def _no_roster(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    count = Counter({mart: sum(bool(row.organisation) for row in getattr(facts, mart))
                     for mart in NAMING_ORGANISATIONS})  # fmt: skip
    if count.total():
        says = f"No organisations are loaded, so the names in {number(count.total(), 'row')} are not checked."
        yield "Organisations", says, tuple(Rows.of(mart) for mart in NAMING_ORGANISATIONS if count[mart])


def _attended_off_roster(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    for meeting in latest_first(facts, today):
        for name in strangers(facts, meeting):
            yield name, f"{name} attended {named(meeting)} but {OFF_ROSTER}.", (attended(meeting, name),)


def _attended_outside_membership(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    roster = _roster(facts)
    for meeting in latest_first(facts, today):
        for name in meeting.observers:
            if why := _not_of_then(roster[folded(name)], meeting.meeting_on):
                rows = (attended(meeting, name), *_entry(roster, name))
                yield name, f"{name} attended {named(meeting)}, {why}.", rows


def _not_of_then(known: Organisation, on: date) -> str:
    if known.joined_on and on < known.joined_on:
        return f"before it joined on {day(known.joined_on)}"
    if known.known_from and on < known.known_from:
        return f"before the roster of {day(known.known_from)}, the first that has it"
    if known.left_on:
        return f"after it left on {day(known.left_on)}" if known.left_on < on else ""
    return "but the day it left is not recorded" if known.membership == "former" else ""


def _seated_from_outside(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    roster = _roster(facts)
    current = (s for s in facts.seats if s.organisation and s.status != "vacant" and s.is_held_on(today))
    for (name, group), count in Counter((s.organisation or "", s.group_name) for s in current).items():
        if why := _outside(roster, name, today):
            rows = (Rows.of("seats", group_name=group, organisation=name), *_entry(roster, name))
            yield name, f"{name} {why} but holds {number(count, 'seat')} in the {group}.", rows


def _led_from_outside(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    roster = _roster(facts)
    for group in facts.groups:
        name, ended = group.lead_organisation, group.ended_on is not None and group.ended_on <= today
        if name and not ended and (why := _outside(roster, name, today)):
            rows = (Rows.of("groups", group_name=group.group_name), *_entry(roster, name))
            yield group.group_name, f"{name} {why} but leads the {group.group_name}.", rows


def _owned_from_outside(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    roster = _roster(facts)
    for action in facts.actions:
        name = action.organisation or ""
        why = _outside(roster, name, today) if name else ""
        if why == OFF_ROSTER or (why and action.status in OPEN):
            rows = (Rows.of("actions", reference=action.reference), *_entry(roster, name))
            yield name, f"{name} {why} but owns action {action.reference} ({action.status}).", rows


def _paid_from_outside(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    roster = _roster(facts)
    paid: dict[tuple[str, str], Decimal] = {}
    for payment in facts.payments:
        if payment.paid_on is None or payment.paid_on <= today:
            key = payment.organisation, payment.financial_year
            paid[key] = paid.get(key, Decimal(0)) + payment.amount_gbp
    for (name, label), amount in paid.items():
        known = roster.get(folded(name))
        if amount and not (known and _owes(body, known, label)):
            why = "was not a member in that year" if known else OFF_ROSTER
            rows = Rows.of("payments", organisation=name, financial_year=label)
            says = f"{name} paid {money(amount)} for {label} but {why}."
            yield name, says, (rows, *_entry(roster, name))


def _owes(body: Body, known: Organisation, label: str) -> bool:
    """Whether it was a member on any day of a financial year (2025/26), or an observer that pays too."""
    year = financial_year(label)
    begins = max(year.first, known.member_from or year.first)
    return (begins <= year.last and known.is_member_on(begins)) or (
        known.membership == "observer" and fee.observers_pay(body, year.last)
    )


def _pledged_from_outside(body: Body, facts: Facts, today: date) -> Iterator[Found]:
    roster = _roster(facts)
    for pledge in facts.pledges:
        name, on = pledge.organisation, pledge.start_on or today
        known = roster.get(folded(name))
        if known is None or not known.is_member_on(on):
            why = f"was not a member on {day(on)}" if known else OFF_ROSTER
            rows = (Rows.of("pledges", reference=pledge.reference), *_entry(roster, name))
            yield name, f"{name} made pledge {pledge.reference} but {why}.", rows


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
