"""What several verdicts read in a world: who is a member on a day, what was held, who came and how."""

from collections.abc import Iterator
from datetime import date

from tests.oracle.setting import Row, World

CAME = {"present": "own", "present remotely": "own", "substitute": "substitute"}
Verdict = tuple[object, ...]


def is_member(organisation: Row, day: date) -> bool:
    """A member from the day it joined to the day it left; a former one only where that day is known."""
    if organisation["membership"] == "former" and not organisation["left_on"]:
        return False
    return organisation["membership"] in ("member", "former") and is_within(
        day, organisation["joined_on"], organisation["left_on"]
    )


def is_within(day: date, first: date | None, last: date | None) -> bool:
    return (first is None or first <= day) and (last is None or day <= last)


def members(world: World, day: date) -> list[Row]:
    return [row for row in world["organisations"] if is_member(row, day)]


def days_of(world: World, group: str) -> list[date]:
    """Every day on which the group meets or met, from the list of meetings or from its attendance."""
    rows = [*world["meetings"], *world["attendance"]]
    return sorted({row["meeting_on"] for row in rows if row["group_name"] == group})


def held(world: World, group: str, today: date) -> list[date]:
    return [day for day in days_of(world, group) if day <= today]


def rows_of(world: World, group: str, day: date) -> list[Row]:
    """The attendance of a meeting with a known status."""
    return [
        row
        for row in world["attendance"]
        if (row["group_name"], row["meeting_on"]) == (group, day) and row["attendance"] != "not recorded"
    ]


def came(world: World, group: str, day: date) -> dict[str, str]:
    """Each member that came and how: by its own representative, a named deputy or some other substitute."""
    best: dict[str, str] = {}
    of_members = {row["organisation"] for row in members(world, day)}
    for row in rows_of(world, group, day):
        how = CAME.get(row["attendance"])
        if how == "substitute" and is_named_deputy(world, row):
            how = "named deputy"
        if how and row["organisation"] in of_members:
            best[row["organisation"]] = min(how, best.get(row["organisation"], how), key=RANK.index)
    return best


RANK = ("own", "named deputy", "substitute")


def is_named_deputy(world: World, row: Row) -> bool:
    """Whether the organisation nominated this person as its deputy in this group, for this day."""
    return any(
        seat["role"] == "deputy"
        and all(seat[key] == row[key] for key in ("organisation", "person", "group_name"))
        and is_within(row["meeting_on"], seat["from_on"], seat["to_on"])
        for seat in world["representatives"]
    )


def seats(world: World, group: str, today: date) -> list[Row]:
    """The seats of a group held today, deputies left out."""
    return [
        row
        for row in world["representatives"]
        if row["group_name"] == group
        and row["role"] != "deputy"
        and is_within(today, row["from_on"], row["to_on"])
    ]


def each(rule: str, counts: dict[str, int]) -> Iterator[Verdict]:
    """The members that fall short one by one, and the rest of them together."""
    if not counts:
        yield rule, "Member organisations", "unknown"
        return
    short = {name: count for name, count in counts.items() if count != 1}
    for name, count in short.items():
        yield rule, name, "not met", count
    if len(short) < len(counts):
        rest = "Other member organisations" if short else "Member organisations"
        yield rule, rest, "met", len(counts) - len(short), len(counts)
