"""Composition: who should sit on the body and its groups."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from kinds.names import folded
from rules.body import Body
from rules.coverage import held_back, not_covered
from rules.facts import Facts
from rules.family import Family, Judges
from rules.finding import Finding, Rows, Status
from rules.membership import MEMBERS, members, no_members, observers, others_are_fine
from rules.offices import Offices, of_offices
from rules.seats import (
    best_status,
    counted,
    missing_from,
    no_seats,
    primary_contacts,
    seated,
    seats_on,
    sectors_present,
)
from rules.terms import Term, in_force
from rules.words import listed, number


class Size(Term):
    """At least `least` and at most `most` representatives in a group.

    Counted are the people, each once however many seats they fill; or the seats, filled or all.
    """

    kind: Literal["size"]
    group: str = ""
    least: int = Field(gt=0)
    most: int = Field(gt=0)
    counting: Literal["people", "filled seats", "all seats"] = "people"


class Sectors(Term):
    """Sectors that the group must include, or (`strength = "should"`) includes where possible."""

    kind: Literal["sectors"]
    group: str = ""
    sectors: tuple[str, ...] = Field(min_length=1)
    strength: Literal["must", "should"] = "must"


class PrimaryContact(Term):
    """Exactly one primary contact for each member organisation."""

    kind: Literal["primary contact"]


class Representation(Term):
    """Each member organisation names at least one representative in each of these groups."""

    kind: Literal["representation"]
    groups: tuple[str, ...] = Field(min_length=1)
    role: str = ""


class Seats(Term):
    """The document lists so many seats by post; each should be filled by a confirmed person."""

    kind: Literal["seats"]
    count: int = Field(gt=0)


class Listed(Term):
    """The document lists so many organisations; the roster should hold as many."""

    kind: Literal["listed"]
    count: int = Field(gt=0)


CompositionTerm = Annotated[
    Size | Sectors | Offices | PrimaryContact | Representation | Seats | Listed,
    Field(discriminator="kind"),
]

NAME = "composition"
ALL = Rows.of("seats")


def judge(body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    """What the roster and the seats of the day say of each term."""
    for term in in_force(FAMILY.of(body), today):
        if isinstance(term, OF_MEMBERS) and not members(facts, today):
            yield no_members(term, NAME)
            continue
        gap = not_covered(facts, "organisations" if isinstance(term, Listed) else "representatives", date.min)
        for finding in JUDGES[type(term)](term, body, facts, today):
            yield held_back(finding, gap)


def _size(term: Size, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    group = term.group or body.main_group
    seats = seats_on(facts, today, group)
    if not seats:
        yield no_seats(term, NAME, group)
        return
    size, noun, plural = counted(seats, term.counting)
    unsure = sum(seat.status == "unconfirmed" for seat in seats)
    apart = f" and {unsure} unconfirmed" if unsure else ""
    yield Finding(
        term, NAME, group,
        Status.MET if term.least <= size <= term.most else Status.NOT_MET,
        f"{number(size, noun, plural)}{apart}; the terms ask for {term.least} to {term.most}.",
        value=size, limit=term.least if size < term.least else term.most, unit=plural.split()[-1],
        rows=(Rows.of("seats", group_name=group),),
    )  # fmt: skip


def _sectors(term: Sectors, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    group = term.group or body.main_group
    present = sectors_present(facts, today, group)
    if not present:
        says = "The sectors of the members with a seat are not recorded."
        yield Finding(term, NAME, group, Status.UNKNOWN, says, rows=(MEMBERS,))
        return
    missing = [sector for sector in term.sectors if folded(sector) not in present]
    have, all_of = len(term.sectors) - len(missing), len(term.sectors)
    lacking, wish = (
        (Status.NOT_MET, "missing") if term.strength == "must" else (Status.DUE, "wanted where possible")
    )
    gap = f"; {wish}: {listed(missing)}" if missing else ""
    yield Finding(
        term, NAME, group, lacking if missing else Status.MET,
        f"{have} of {all_of} sectors have a member here{gap}.",
        value=have, limit=all_of, unit="sectors", rows=(MEMBERS, Rows.of("seats", group_name=group)),
    )  # fmt: skip


def _primary_contact(term: PrimaryContact, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    current = [s for s in facts.seats if s.is_held_on(today) and s.status != "vacant" and s.person]
    if all(seat.primary_contact is None for seat in current):
        says = "No primary contact is recorded for any organisation."
        yield Finding(term, NAME, "Member organisations", Status.UNKNOWN, says, rows=(Rows.of("seats"),))
        return
    named = primary_contacts(current)
    everyone = [member.organisation for member in members(facts, today)]
    wrong = [name for name in everyone if named[folded(name)] != 1]
    for name in wrong:
        count = named[folded(name)]
        yield Finding(
            term, NAME, name, Status.NOT_MET,
            f"{number(count, 'primary contact is', 'primary contacts are')} named; the terms ask for one.",
            value=count, limit=1, unit="contacts", rows=(Rows.of("seats", organisation=name),),
        )  # fmt: skip
    yield from others_are_fine(term, NAME, len(wrong), len(everyone), "one primary contact", ALL)


def _representation(term: Representation, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    there: dict[str, set[str]] = {}
    for group in dict.fromkeys(group or body.main_group for group in term.groups):
        if seats := seats_on(facts, today, group, term.role):
            there[group] = seated(seats)
        else:
            yield no_seats(term, NAME, group)
    if not there:
        return
    names = [member.organisation for member in members(facts, today)]
    wrong = missing_from(there, names)
    for name, groups in wrong.items():
        says = f"No representative in the {listed(groups)}."
        yield Finding(term, NAME, name, Status.NOT_MET, says, rows=(Rows.of("seats", organisation=name),))
    what = f"a representative in the {listed(there)}"
    yield from others_are_fine(term, NAME, len(wrong), len(names), what, ALL)


def _seats(term: Seats, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    seats = seats_on(facts, today, body.main_group)
    if not seats:
        yield no_seats(term, NAME, body.main_group)
        return
    count = Counter(best_status(seats).values())
    total, filled = count.total(), count["filled"]
    gaps = [f"{count[status]} of {total} seats {'is' if count[status] == 1 else 'are'} {status}"
            for status in ("unconfirmed", "vacant") if count[status]]  # fmt: skip
    says = "; ".join(gaps) or f"{filled} of {number(total, 'seat is', 'seats are')} filled"
    says += "." if total == term.count else f"; the terms list {term.count}."
    status = Status.MET if filled == total == term.count else Status.NOT_MET
    yield Finding(
        term, NAME, body.main_group, status, says, value=filled, limit=term.count, unit="seats",
        rows=(Rows.of("seats", group_name=body.main_group),),
    )  # fmt: skip


def _listed(term: Listed, body: Body, facts: Facts, today: date) -> Iterator[Finding]:
    count = len(members(facts, today)) + len(observers(facts, today))
    yield Finding(
        term, NAME, "Roster", Status.MET if count == term.count else Status.NOT_MET,
        f"{number(term.count, 'organisation is', 'organisations are')} listed; {count} "
        f"{'is' if count == 1 else 'are'} on the roster.",
        value=count, limit=term.count, unit="organisations", rows=(Rows.of("organisations"),),
    )  # fmt: skip


def asks_for_primary_contacts(body: Body, today: date) -> bool:
    """Whether the terms of a day ask for a primary contact of each member."""
    return any(isinstance(term, PrimaryContact) for term in in_force(FAMILY.of(body), today))


OF_MEMBERS = (PrimaryContact, Representation, Listed)
JUDGES: Judges = {
    Size: _size,
    Sectors: _sectors,
    Offices: of_offices,
    PrimaryContact: _primary_contact,
    Representation: _representation,
    Seats: _seats,
    Listed: _listed,
}

FAMILY: Family[CompositionTerm] = Family(
    NAME,
    "Membership",
    ("rule on membership", "rules on membership"),
    CompositionTerm,
    judge,
    page="membership",
    shows=("organisations", "representatives"),
)
