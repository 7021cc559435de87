"""What the terms ask of those who join, and of the groups that they work in."""

from collections.abc import Iterator
from datetime import date

from tests.oracle.charges import APPLICATION
from tests.oracle.days import months_on
from tests.oracle.reading import Verdict, days_of, held, is_within, members, seats
from tests.oracle.setting import Row, World

ALL = "Member organisations"
TASK = ("task and finish", "Task-Finish", "T&F")


def signed(world: World, today: date, rule: str) -> Iterator[Verdict]:
    """A02, F10: every member has signed the terms, which the values are part of."""
    everyone = {row["organisation"]: row["signed_terms"] for row in members(world, today)}
    yield from ((rule, name, "not met") for name, yes in everyone.items() if yes is False)
    if None in everyone.values() or not everyone:
        yield rule, ALL, "unknown"
    elif all(everyone.values()):
        yield rule, ALL, "met"


def eligible(world: World, today: date, rule: str, sector: str) -> Iterator[Verdict]:
    """A03: a member that is no non-governmental organisation is to be confirmed, never removed (F12)."""
    everyone = {row["organisation"]: row["sector"] for row in members(world, today)}
    outside = [name for name, own in everyone.items() if own not in (sector, None)]
    yield from ((rule, name, "unknown") for name in outside)
    if None in everyone.values() or not everyone:
        yield rule, ALL, "unknown"
    elif not outside:
        yield rule, ALL, "met"


def _applications(world: World, today: date) -> list[Row]:
    rows = [row for row in world["duties"] if row["duty"] == APPLICATION]
    return [row for row in rows if row["done_on"] is None or row["done_on"] <= today]


def applied(world: World, today: date, rule: str) -> Iterator[Verdict]:
    """A04: an application gives its reason."""
    rows = _applications(world, today)
    yield from ((rule, row["period"], "met" if row["note"] else "not met") for row in rows)
    if not rows:
        yield rule, "Applications", "not applicable"


def admitted(world: World, today: date, rule: str, group: str) -> Iterator[Verdict]:
    """A05: the main meeting that follows the day on which an application came decides on it."""
    rows = _applications(world, today)
    if not rows:
        yield rule, "Applications", "not applicable"
    for row in rows:
        yield rule, row["period"], _admission(world, today, row, group)


def _admission(world: World, today: date, row: Row, group: str) -> str:
    came = row["done_on"]
    after = [day for day in days_of(world, group) if came and day > came]
    if not after:
        return "unknown"
    on_it = _decided(world, today, "membership", row["period"])
    days = sorted(d["meeting_on"] for d in on_it if d["group_name"] == group and d["meeting_on"] >= came)
    if days:
        return "met" if days[0] <= after[0] else "not met"
    return "overdue" if after[0] < today else "due"


def _decided(world: World, today: date, kind: str, name: str) -> list[Row]:
    """The decisions of a kind that name exactly this organisation, and not one whose name begins like it."""
    return [
        row
        for row in world["decisions"]
        if row.get("kind") == kind and row["decision"] == f"{name} for {kind}" and row["meeting_on"] <= today
    ]


def observing(world: World, today: date, rule: str) -> Iterator[Verdict]:
    """A16: an observer has signed, and the members approved it."""
    observers = [
        row
        for row in world["organisations"]
        if row["membership"] == "observer" and is_within(today, row["joined_on"], row["left_on"])
    ]
    if not observers:
        yield rule, "Observers", "not applicable"
    for row in observers:
        on_it = _decided(world, today, "observer", row["organisation"])
        approved = any(d["votes_for"] is None or d["votes_for"] > d["votes_against"] for d in on_it)
        yield rule, row["organisation"], "met" if approved and row["signed_terms"] else "not met"


def temporary(world: World, today: date, rule: str) -> Iterator[Verdict]:
    """N17: a seat for a time has a day on which it ends."""
    rows = [
        row
        for row in world["representatives"]
        if "Temporary" in (row["seat"] or "") and is_within(today, row["from_on"], row["to_on"])
    ]
    if not rows:
        yield rule, "Temporary members", "not applicable"
    for row in rows:
        about = row["organisation"] or row["person"] or row["seat"]
        yield rule, about, "met" if row["to_on"] else "not met"


def _live(world: World, today: date) -> list[Row]:
    rows = world["groups"]
    begun = [row for row in rows if row["agreed_on"] is None or row["agreed_on"] <= today]
    return [row for row in begun if row["ended_on"] is None or row["ended_on"] > today]


def of_groups(
    world: World, today: date, rule: str, group: str, how: str, months: int = 0
) -> Iterator[Verdict]:
    """A28 to A31, N33, N34: one verdict for each group that is live."""
    live = _live(world, today)
    if not live:
        yield rule, "Groups", "not applicable"
    for row in live:
        yield rule, row["group_name"], _of_group(world, today, row, group, how, months)


def _of_group(world: World, today: date, row: Row, main: str, how: str, months: int) -> str:
    match how:
        case "lead":
            return _led(world, today, row["lead_organisation"])
        case "agreed":
            return _agreed(held(world, main, today), row["agreed_on"])
        case "idle":
            return _idle(world, today, row, months)
    return _again(today, row["agreed_on"], row[how], months)


def _led(world: World, today: date, lead: str | None) -> str:
    """A28: the lead is a member."""
    current = {row["organisation"] for row in members(world, today)}
    if lead is None:
        return "not met"
    if lead in current or not current:
        return "met"
    return "not met" if any(row["organisation"] == lead for row in world["organisations"]) else "unknown"


def _agreed(days: list[date], on: date | None) -> str:
    """A29: on a day on which the main group met."""
    if on is None or not days:
        return "unknown"
    return "met" if on in days else "not met"


def _idle(world: World, today: date, row: Row, months: int) -> str:
    """A31: so many months without a sign of life raise the question whether it is needed."""
    signs = [day for day in (row["agreed_on"], row["last_report_on"]) if day and day <= today]
    signs += held(world, row["group_name"], today)
    if not signs:
        return "unknown"
    return "due" if months_on(max(signs), months) < today else "met"


def _again(today: date, agreed_on: date | None, last: date | None, months: int) -> str:
    """A30, N33, N34: so many months after the last time, or after it was agreed where there was none."""
    last = last if last and last <= today else None
    since = last or agreed_on
    if since is None or (last and agreed_on and last < agreed_on):
        return "unknown"
    if months_on(since, months) < today:
        return "overdue"
    return "met" if last else "due"


def time_limited(world: World, today: date, rule: str) -> Iterator[Verdict]:
    """N32: a task and finish group has an end; of a kind that nobody knows it cannot be told."""
    found = False
    for row in _live(world, today):
        if row["kind"] in (*TASK, "Forum", None):
            found = True
            yield rule, row["group_name"], _ending(row, today)
    if not found:
        yield rule, "Groups", "not applicable"


def _ending(row: Row, today: date) -> str:
    is_task = row["kind"] in TASK or row["group_name"] == "Task group"
    if not is_task:
        return "unknown"
    if row["ends_on"] is None:
        return "not met"
    return "overdue" if row["ends_on"] < today else "met"


def taking_part(world: World, today: date, rule: str) -> Iterator[Verdict]:
    """A11: each member has a seat in a live group, or leads one."""
    there = {
        seat["organisation"]
        for group in _live(world, today)
        for seat in seats(world, group["group_name"], today)
        if seat["status"] != "vacant" and seat["organisation"]
    }
    names = [row["organisation"] for row in members(world, today)]
    if not names or not there:
        yield rule, ALL, "unknown"
        return
    there |= {group["lead_organisation"] for group in _live(world, today)}
    missing = [name for name in names if name not in there]
    yield from ((rule, name, "not met") for name in missing)
    if len(missing) < len(names):
        rest = "Other member organisations" if missing else ALL
        yield rule, rest, "met", len(names) - len(missing), len(names)
