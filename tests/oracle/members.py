"""What the terms ask of the members: attendance, fees, contacts, and the seats and sectors of a group."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from tests.oracle.days import Span, months_on, span_of
from tests.oracle.reading import Verdict, each, is_within, members, rows_of, seats
from tests.oracle.setting import Row, World

STATUSES = ("filled", "unconfirmed", "vacant")
OWN = {"present", "present remotely"}
BOUNDARY, OVER, UNDER, FIRST_YEAR = Decimal(1_000_000), Decimal(100), Decimal(50), 2017


def attendance(world: World, today: date, rule: str, group: str) -> Iterator[Verdict]:
    """C17, W06: at more than half of the meetings of 12 months; a substitute does not raise the rate.

    A10: the organisation is the member, whoever comes for it.
    """
    since = months_on(today, -12)
    days = {row["meeting_on"] for row in world["attendance"] if row["group_name"] == group}
    days = {day for day in days if since < day <= today}
    if not any(rows_of(world, group, day) for day in days):
        yield rule, "Member organisations", "unknown"
        if rule == "W06":
            yield rule, "Seats", "unknown"
        return
    for organisation in members(world, today):
        known = [
            statuses
            for day in days
            if is_within(day, organisation["joined_on"], organisation["left_on"])
            and (statuses := _statuses(world, group, day, organisation))
        ]
        own = sum(bool(statuses & OWN) for statuses in known)
        apart = sum("substitute" in statuses and not statuses & OWN for statuses in known)
        own, apart = (own + apart, 0) if rule == "A10" else (own, apart)
        status = "unknown" if not known else "met" if 2 * own > len(known) else "not met"
        yield rule, organisation["organisation"], status, *((own, len(known), apart) if known else ())


def _statuses(world: World, group: str, day: date, organisation: Row) -> set[str]:
    rows = rows_of(world, group, day)
    return {row["attendance"] for row in rows if row["organisation"] == organisation["organisation"]}


def from_members(world: World, today: date, rule: str, group: str, role: str) -> Iterator[Verdict]:
    """C25: whoever holds an office sits for an organisation that is a member today."""
    roster = {row["organisation"] for row in members(world, today)}
    for seat in seats(world, group, today):
        if seat["role"] == role and seat["status"] != "vacant":
            whose = seat["organisation"]
            status = "met" if whose in roster else "not met"
            about = f"From the members: {whose or seat['person'] or seat['seat']}"
            yield rule, about, status if whose and roster else "unknown"


def fees(world: World, today: date, rule: str) -> Iterator[Verdict]:
    """A12 to A14: owed by turnover for this and the last three financial years, against what came in."""
    this = span_of("financial", today)
    years = [span_of("financial", months_on(this.first, -12 * back)) for back in range(4)]
    for organisation in world["organisations"]:
        for span in years:
            if span.first.year >= FIRST_YEAR and _was_member_in(organisation, span, today):
                paid = _paid(world, organisation, span, today)
                owed = _owed(organisation["turnover_gbp"])
                status = _fee_status(owed, paid, span == this)
                about = f"{organisation['organisation']}, {span.label}"
                yield rule, about, status, owed, None if owed is None else paid
                if owed is None:
                    break
        yield from _for_nothing(world, organisation, today, rule)


def _for_nothing(world: World, organisation: Row, today: date, rule: str) -> Iterator[Verdict]:
    """Money for a year before the fee, for one to come, or for one in which it was no member."""
    if organisation["membership"] == "observer" or not _is_payer(organisation):
        return
    own = (row for row in world["payments"] if row["organisation"] == organisation["organisation"])
    for label in {row["financial_year"] for row in own}:
        span = span_of("financial", date(int(label[:4]), 4, 1))
        outside = span.first.year < FIRST_YEAR or span.first > today
        if _paid(world, organisation, span, today) and (
            outside or not _was_member_in(organisation, span, today)
        ):
            about = f"{organisation['organisation']}, {label}"
            yield rule, about, "not applicable" if outside else "unknown", None, None


def _is_payer(organisation: Row) -> bool:
    is_former = organisation["membership"] == "former" and organisation["left_on"]
    return organisation["membership"] == "member" or bool(is_former)


def _was_member_in(organisation: Row, span: Span, today: date) -> bool:
    """Whether it was a member on any day of the year so far."""
    if organisation["membership"] == "former" and not organisation["left_on"]:
        return False
    joined, left = organisation["joined_on"] or date.min, organisation["left_on"] or date.max
    is_one = organisation["membership"] in ("member", "former")
    return is_one and joined <= min(span.last, today) and left >= max(span.first, joined)


def _owed(turnover: Decimal | None) -> Decimal | None:
    if turnover is None or turnover == BOUNDARY:
        return None
    return OVER if turnover > BOUNDARY else UNDER


def _paid(world: World, organisation: Row, span: Span, today: date) -> Decimal:
    return sum(
        (
            row["amount_gbp"]
            for row in world["payments"]
            if (row["organisation"], row["financial_year"]) == (organisation["organisation"], span.label)
            and (row["paid_on"] is None or row["paid_on"] <= today)
        ),
        Decimal(0),
    )


def _fee_status(owed: Decimal | None, paid: Decimal, is_this_year: bool) -> str:
    if owed is None:
        return "unknown"
    if paid >= owed:
        return "met"
    # part of a fee is never worse than nothing
    return "due" if is_this_year else "overdue"


def primary_contact(world: World, today: date, rule: str) -> Iterator[Verdict]:
    """A07: exactly one person is the primary contact of each member organisation."""
    people: dict[str, set[str]] = {row["organisation"]: set() for row in members(world, today)}
    rows = [
        row
        for row in world["representatives"]
        if row["person"] and is_within(today, row["from_on"], row["to_on"])
    ]
    for row in rows:
        if row["primary_contact"] and row["organisation"] in people:
            people[row["organisation"]].add(row["person"])
    # where nobody has said yes or no to any of them, nothing is known yet
    recorded = any(row["primary_contact"] is not None for row in rows)
    counts = {name: len(persons) for name, persons in people.items()}
    yield from each(rule, counts if recorded else {})


def size(world: World, today: date, rule: str, group: str, least: int, most: int) -> Iterator[Verdict]:
    """C13, C15: the people in the filled seats of a group are so many."""
    rows = seats(world, group, today)
    people = len({row["person"] for row in rows if row["status"] == "filled"})
    status = "met" if least <= people <= most else "not met"
    yield rule, group, *((status, people) if rows else ("unknown", None))


def seat_statuses(world: World, group: str, today: date) -> dict[object, str]:
    """Each seat held today by its name, or by its holder, with the best status of its rows."""
    found: dict[object, str] = {}
    for row in seats(world, group, today):
        key = row["seat"] or (row["organisation"], row["person"])
        found[key] = min(row["status"], found.get(key, "vacant"), key=STATUSES.index)
    return found


def sectors(
    world: World, today: date, rule: str, group: str, wanted: tuple[str, ...], missing: str = "not met"
) -> Iterator[Verdict]:  # fmt: skip
    """C13, C14, N14: a member organisation of each sector has somebody in the group."""
    there = {row["organisation"] for row in seats(world, group, today) if row["status"] != "vacant"}
    no_seats = not world["representatives"]
    found = {row["sector"] for row in members(world, today) if row["organisation"] in there or no_seats}
    status = "met" if found >= set(wanted) else missing
    yield rule, group, *((status, len(found & set(wanted))) if found - {None} else ("unknown", None))


def listed_seats(world: World, today: date, rule: str, group: str, count: int) -> Iterator[Verdict]:
    """W13: so many seats are listed by post; each is filled by a confirmed person, unconfirmed or vacant."""
    statuses = list(seat_statuses(world, group, today).values())
    found = tuple(statuses.count(status) for status in STATUSES)
    status = "met" if len(statuses) == found[0] >= count else "not met"
    yield rule, group, *((status, *found) if statuses else ("unknown", 0, 0, 0))
