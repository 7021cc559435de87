"""Composition: who should sit on the body and its groups."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import Field

from rules.facts import Facts, Organisation, Seat
from rules.finding import Finding, Rows, Status
from rules.terms import Term, in_force
from rules.words import folded, listed, number, same

if TYPE_CHECKING:
    from rules.body import Body


class Size(Term):
    """At least `least` and at most `most` representatives in a group."""

    kind: Literal["size"]
    group: str = ""
    least: int = Field(gt=0)
    most: int = Field(gt=0)
    counting: Literal["filled seats", "all seats"] = "filled seats"


class Sectors(Term):
    """Sectors that the group must include, or (`strength = "should"`) includes where possible."""

    kind: Literal["sectors"]
    group: str = ""
    sectors: tuple[str, ...] = Field(min_length=1)
    strength: Literal["must", "should"] = "must"


class Offices(Term):
    """So many holders of a role, each an organisation; `secretariat` where one of them is that as well."""

    kind: Literal["offices"]
    role: str
    count: int = Field(gt=0)
    secretariat: bool = False


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

FAMILY = "composition"
MEMBERS = Rows.of("organisations", membership="member")


def members(facts: Facts, today: date) -> list[Organisation]:
    """The member organisations of a day, by name."""
    current = (each for each in facts.organisations if each.is_member_on(today))
    return sorted(current, key=lambda each: each.organisation)


def observers(facts: Facts, today: date) -> list[Organisation]:
    """The organisations that observe on a day, by name; no date means no limit."""
    current = [
        each
        for each in facts.organisations
        if each.membership == "observer" and (each.joined_on or today) <= today <= (each.left_on or today)
    ]
    return sorted(current, key=lambda each: each.organisation)


def seats_on(facts: Facts, today: date, group: str, role: str = "") -> list[Seat]:
    """The seats of a group that are held on a day, named deputies apart unless that role is asked for."""
    return [
        seat
        for seat in facts.seats
        if seat.is_held_on(today)
        and same(seat.group_name, group)
        and (same(seat.role, role) if role else not same(seat.role, "deputy"))
    ]


def judge(body: "Body", facts: Facts, today: date) -> Iterator[Finding]:
    """What the roster and the seats of the day say of each term."""
    for term in in_force(body.composition, today):
        if isinstance(term, OF_MEMBERS) and not members(facts, today):
            says = "No member organisations are recorded."
            yield Finding(term, FAMILY, "Member organisations", Status.UNKNOWN, says, rows=(MEMBERS,))
        else:
            yield from JUDGES[type(term)](term, body, facts, today)


def _size(term: Size, body: "Body", facts: Facts, today: date) -> Iterator[Finding]:
    group = term.group or body.main_group
    seats = seats_on(facts, today, group)
    if not seats:
        yield _no_seats(term, group)
        return
    count = Counter(seat.status for seat in seats)
    size, noun = (len(seats), "seat") if term.counting == "all seats" else (count["filled"], "filled seat")
    apart = f" and {count['unconfirmed']} unconfirmed" if count["unconfirmed"] else ""
    yield Finding(
        term, FAMILY, group,
        Status.MET if term.least <= size <= term.most else Status.NOT_MET,
        f"{number(size, noun)}{apart}; the terms ask for {term.least} to {term.most}.",
        value=size, limit=term.least if size < term.least else term.most, unit="seats",
        rows=(Rows.of("seats", group_name=group),),
    )  # fmt: skip


def _sectors(term: Sectors, body: "Body", facts: Facts, today: date) -> Iterator[Finding]:
    group = term.group or body.main_group
    present = _sectors_present(facts, today, group)
    if not present:
        says = "The sectors of the members with a seat are not recorded."
        yield Finding(term, FAMILY, group, Status.UNKNOWN, says, rows=(MEMBERS,))
        return
    missing = [sector for sector in term.sectors if folded(sector) not in present]
    have, all_of = len(term.sectors) - len(missing), len(term.sectors)
    lacking, wish = (
        (Status.NOT_MET, "missing") if term.strength == "must" else (Status.DUE, "wanted where possible")
    )
    gap = f"; {wish}: {listed(missing)}" if missing else ""
    yield Finding(
        term, FAMILY, group, lacking if missing else Status.MET,
        f"{have} of {all_of} sectors have a member here{gap}.",
        value=have, limit=all_of, unit="sectors", rows=(MEMBERS, Rows.of("seats", group_name=group)),
    )  # fmt: skip


def _sectors_present(facts: Facts, today: date, group: str) -> set[str]:
    """The members' sectors with somebody in the group; of all members where no seat is loaded at all."""
    seated = {folded(s.organisation) for s in seats_on(facts, today, group) if s.status != "vacant"}
    among = (m for m in members(facts, today) if not facts.seats or folded(m.organisation) in seated)
    return {folded(member.sector) for member in among if member.sector}


def _offices(term: Offices, body: "Body", facts: Facts, today: date) -> Iterator[Finding]:
    about = term.role.capitalize()
    rows = (Rows.of("seats", group_name=body.main_group, role=term.role),)
    seats = seats_on(facts, today, body.main_group, term.role)
    if not seats:
        yield Finding(term, FAMILY, about, Status.UNKNOWN, f"No {term.role} is recorded.", rows=rows)
        return
    count = Counter(seat.status for seat in seats)
    filled, unsure = count["filled"], count["unconfirmed"]
    homeless = sum(seat.status == "filled" and not seat.organisation for seat in seats)
    if not filled <= term.count <= filled + unsure:
        status = Status.NOT_MET
    else:
        status = Status.UNKNOWN if homeless or unsure else Status.MET
    named = number(filled, f"{term.role} is", f"{term.role}s are")
    says = f"{named} named{f' and {unsure} unconfirmed' if unsure else ''}; the terms have {term.count}."
    if homeless:
        says += f" The organisation of {homeless} is not recorded."
    if status is Status.MET and term.secretariat and not _is_secretariat(seats, body, facts, today):
        status = Status.NOT_MET
        says += " The secretariat is with none of their organisations."
    yield Finding(
        term, FAMILY, about, status, says, value=filled, limit=term.count, unit="holders", rows=rows
    )


def _is_secretariat(seats: Iterable[Seat], body: "Body", facts: Facts, today: date) -> bool:
    """Whether the organisation of one of these seats holds the secretariat as well."""
    hosts = seats_on(facts, today, body.main_group, "secretariat")
    filled = {folded(seat.organisation) for seat in hosts if seat.status == "filled"}
    return any(folded(seat.organisation) in filled for seat in seats if seat.status == "filled")


def _primary_contact(term: PrimaryContact, body: "Body", facts: Facts, today: date) -> Iterator[Finding]:
    current = [s for s in facts.seats if s.is_held_on(today) and s.status != "vacant" and s.person]
    if all(seat.primary_contact is None for seat in current):
        says = "No primary contact is recorded for any organisation."
        yield Finding(term, FAMILY, "Member organisations", Status.UNKNOWN, says, rows=(Rows.of("seats"),))
        return
    named: dict[str, set[str]] = {}
    for seat in current:
        if seat.primary_contact:
            named.setdefault(folded(seat.organisation), set()).add(folded(seat.person))
    everyone = [member.organisation for member in members(facts, today)]
    wrong = [name for name in everyone if len(named.get(folded(name), ())) != 1]
    for name in wrong:
        count = len(named.get(folded(name), ()))
        yield Finding(
            term, FAMILY, name, Status.NOT_MET,
            f"{number(count, 'primary contact is', 'primary contacts are')} named; the terms ask for one.",
            value=count, limit=1, unit="contacts", rows=(Rows.of("seats", organisation=name),),
        )  # fmt: skip
    yield from _rest_are_fine(term, len(wrong), len(everyone), "one primary contact")


def _representation(term: Representation, body: "Body", facts: Facts, today: date) -> Iterator[Finding]:
    seats = {group or body.main_group: seats_on(facts, today, group or body.main_group, term.role)
             for group in term.groups}  # fmt: skip
    yield from (_no_seats(term, group) for group, held in seats.items() if not held)
    seated = {
        group: {folded(s.organisation) for s in held if s.status != "vacant"}
        for group, held in seats.items()
        if held
    }
    if not seated:
        return
    names = [member.organisation for member in members(facts, today)]
    missing = {name: [g for g, there in seated.items() if folded(name) not in there] for name in names}
    wrong = {name: groups for name, groups in missing.items() if groups}
    for name, groups in wrong.items():
        says = f"No representative in the {listed(groups)}."
        yield Finding(term, FAMILY, name, Status.NOT_MET, says, rows=(Rows.of("seats", organisation=name),))
    yield from _rest_are_fine(term, len(wrong), len(names), f"a representative in the {listed(seated)}")


def _rest_are_fine(term: Term, wrong: int, total: int, what: str) -> Iterator[Finding]:
    """One finding for all the organisations that nothing was said against."""
    if fine := total - wrong:
        about = "Other member organisations" if wrong else "Member organisations"
        says = f"{fine} of {number(total, 'organisation has', 'organisations have')} {what}."
        yield Finding(term, FAMILY, about, Status.MET, says, rows=(Rows.of("seats"),))


def _seats(term: Seats, body: "Body", facts: Facts, today: date) -> Iterator[Finding]:
    seats = seats_on(facts, today, body.main_group)
    if not seats:
        yield _no_seats(term, body.main_group)
        return
    count = Counter(_best_status(seats).values())
    total, filled = count.total(), count["filled"]
    gaps = [f"{count[status]} of {total} seats {'is' if count[status] == 1 else 'are'} {status}"
            for status in ("unconfirmed", "vacant") if count[status]]  # fmt: skip
    says = "; ".join(gaps) or f"{filled} of {number(total, 'seat is', 'seats are')} filled"
    says += "." if total == term.count else f"; the terms list {term.count}."
    status = Status.MET if filled == total == term.count else Status.NOT_MET
    yield Finding(
        term, FAMILY, body.main_group, status, says, value=filled, limit=term.count, unit="seats",
        rows=(Rows.of("seats", group_name=body.main_group),),
    )  # fmt: skip


def _best_status(seats: Iterable[Seat]) -> Mapping[tuple[str, ...], str]:
    """Each seat by its name, or by its holder where it has none; one that was vacant may since be filled."""
    order = ("vacant", "unconfirmed", "filled")
    best: dict[tuple[str, ...], str] = {}
    for seat in seats:
        key = (folded(seat.seat),) if seat.seat else (folded(seat.organisation), folded(seat.person))
        best[key] = max(best.get(key, "vacant"), seat.status, key=order.index)
    return best


def _listed(term: Listed, body: "Body", facts: Facts, today: date) -> Iterator[Finding]:
    count = len(members(facts, today)) + len(observers(facts, today))
    yield Finding(
        term, FAMILY, "Roster", Status.MET if count == term.count else Status.NOT_MET,
        f"{number(term.count, 'organisation is', 'organisations are')} listed; {count} "
        f"{'is' if count == 1 else 'are'} on the roster.",
        value=count, limit=term.count, unit="organisations", rows=(Rows.of("organisations"),),
    )  # fmt: skip


def _no_seats(term: Term, group: str) -> Finding:
    says = f"No seats of the {group} are recorded."
    return Finding(term, FAMILY, group, Status.UNKNOWN, says, rows=(Rows.of("seats", group_name=group),))


OF_MEMBERS = (PrimaryContact, Representation, Listed)
JUDGES: Mapping[type[Term], Callable[[Any, "Body", Facts, date], Iterator[Finding]]] = {
    Size: _size,
    Sectors: _sectors,
    Offices: _offices,
    PrimaryContact: _primary_contact,
    Representation: _representation,
    Seats: _seats,
    Listed: _listed,
}
