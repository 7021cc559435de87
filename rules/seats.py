"""Who sits where on a day."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from kinds.names import folded, same
from rules.facts import Facts
from rules.finding import Finding, Rows, Status
from rules.membership import members
from rules.people import Seat
from rules.terms import Term

SINGLE = ("chair", "vice chair")


def seats_on(facts: Facts, today: date, group: str, role: str = "") -> list[Seat]:
    """The seats of a group that are held on a day, named deputies apart unless that role is asked for."""
    return [
        seat
        for seat in facts.seats_by_group.get(folded(group), ())
        if seat.is_held_on(today) and (same(seat.role, role) if role else not same(seat.role, "deputy"))
    ]


def seated(seats: Iterable[Seat]) -> set[str]:
    """The organisations, folded, that have somebody in one of these seats."""
    return {folded(seat.organisation) for seat in seats if seat.organisation and seat.status != "vacant"}


def people_of(facts: Facts, organisation: str, today: date) -> set[str]:
    """The people, folded, who hold a seat for an organisation on a day."""
    seats = facts.seats_by_organisation.get(folded(organisation), ())
    return {folded(seat.person) for seat in seats if seat.person and seat.is_held_on(today)}


def rivals(seats: Iterable[Seat], role: str, holders: int | None) -> str:
    """A sentence where more people hold an office at a time than can; "" where they can.

    `holders`: how many can; one of what every body has one of, and any number of the rest, where not given.
    """
    most = holders or (1 if folded(role) in SINGLE else None)
    held = {folded(seat.person or seat.organisation) for seat in seats if seat.status == "filled"}
    if most is None or len(held) <= most:
        return ""
    can = "one can" if most == 1 else f"{most} can"
    return f" {len(held)} hold this office at a time where {can}: end the seat of whoever left it."


def missing_from(there: Mapping[str, set[str]], names: Iterable[str]) -> Mapping[str, list[str]]:
    """The organisations that are not in every group, each with those it is not in; `there`: as `seated`."""
    missing = {name: [group for group in there if folded(name) not in there[group]] for name in names}
    return {name: groups for name, groups in missing.items() if groups}


def count_of_none(seats: Iterable[Seat]) -> int:
    """How many are filled by somebody of no organisation on record."""
    return sum(seat.status == "filled" and not seat.organisation for seat in seats)


def counted(seats: Sequence[Seat], counting: str) -> tuple[int, str, str]:
    """How many there are, with the noun for one and for several: people, filled seats or all seats.

    Whoever fills several seats is one person; a filled seat that names nobody is one more.
    """
    filled = [seat for seat in seats if seat.status == "filled"]
    if counting == "people":
        named = {folded(seat.person) for seat in filled if seat.person}
        return len(named) + sum(not seat.person for seat in filled), "person", "people"
    if counting == "filled seats":
        return len(filled), "filled seat", "filled seats"
    return len(seats), "seat", "seats"


def sectors_present(facts: Facts, today: date, group: str) -> set[str]:
    """The members' sectors with somebody in the group; of all members where no seat is loaded at all."""
    there = seated(seats_on(facts, today, group))
    among = (m for m in members(facts, today) if not facts.seats or folded(m.organisation) in there)
    return {folded(member.sector) for member in among if member.sector}


def is_secretariat(seats: Iterable[Seat], group: str, facts: Facts, today: date) -> bool:
    """Whether the organisation of one of these seats holds the secretariat as well."""
    hosts = seats_on(facts, today, group, "secretariat")
    filled = {folded(seat.organisation) for seat in hosts if seat.status == "filled"}
    return any(folded(seat.organisation) in filled for seat in seats if seat.status == "filled")


def primary_contacts(seats: Iterable[Seat]) -> Counter[str]:
    """How many people are primary contact of each organisation (folded), however many seats each holds."""
    named = {(folded(s.organisation), folded(s.person)) for s in seats if s.primary_contact}
    return Counter(organisation for organisation, _ in named)


def best_status(seats: Iterable[Seat]) -> Mapping[tuple[str, ...], str]:
    """Each seat by its name, or by its holder where it has none; one that was vacant may since be filled."""
    order = ("vacant", "unconfirmed", "filled")
    best: dict[tuple[str, ...], str] = {}
    for seat in seats:
        key = (folded(seat.seat),) if seat.seat else (folded(seat.organisation), folded(seat.person))
        best[key] = max(best.get(key, "vacant"), seat.status, key=order.index)
    return best


def no_seats(term: Term, family: str, group: str) -> Finding:
    """What is found of a term that asks something of the seats of a group where none is known."""
    says = f"No seats of the {group} are recorded."
    return Finding(term, family, group, Status.UNKNOWN, says, rows=(Rows.of("seats", group_name=group),))
