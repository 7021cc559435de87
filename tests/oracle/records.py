"""A world as the records that the judges read, by the definitions in their docstrings."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from kinds import KINDS
from rules.facts import RECORDS, Facts
from tests.oracle.reading import came, is_member
from tests.oracle.setting import Row, World

BEST = ("present", "substitute", "apologies", "absent", "not recorded")
MARTS = {"representatives": "seats", "meetings": "", "attendance": ""}
CAME = ("present", "present remotely", "substitute")


def facts_of(world: World) -> Facts:
    """The world's rows as records, one tuple per mart; what a world leaves out is None."""
    sector = {row["organisation"]: row["sector"] for row in world["organisations"]}
    marts = {MARTS.get(kind, kind): rows for kind, rows in world.items()}
    marts["seats"] = [{**row, "sector": sector.get(row["organisation"])} for row in marts["seats"]]
    marts["meetings"] = list(_meetings(world))
    marts["attendance_by_organisation"] = list(_by_organisation(world))
    marts["actions"] = [{**row, "action": "Do it"} for row in world["actions"]]
    marts["pledges"] = [{**row, "pledge": "Promised"} for row in world["pledges"]]
    marts["decisions"] = [{"decision": "Agreed", **row} for row in world["decisions"]]
    whole = [{"kind": kind.name, "as_at": date.max, "complete_to": date.max} for kind in KINDS]
    return Facts(
        **{mart: _records(mart, rows) for mart, rows in {**marts, "coverage": whole}.items() if mart}
    )


def _records(mart: str, rows: Iterable[Row]) -> tuple[Any, ...]:
    record = RECORDS[mart]
    blank = dict.fromkeys(record.__dataclass_fields__)
    return tuple(
        record(**{name: {**row, "file": "world.csv", "line": line}.get(name) for name in blank})
        for line, row in enumerate(rows, 2)
    )


def _meetings(world: World) -> Iterable[Row]:
    listed = {(row["group_name"], row["meeting_on"]): row for row in world["meetings"]}
    known = {row["organisation"]: row for row in world["organisations"]}
    for group, day in sorted(
        {*listed, *((row["group_name"], row["meeting_on"]) for row in world["attendance"])}
    ):
        rows = [row for row in world["attendance"] if (row["group_name"], row["meeting_on"]) == (group, day)]
        present = [row for row in rows if row["attendance"] in CAME]
        how = came(world, group, day)
        guests = sorted({row["organisation"] for row in present} - set(how))
        yield {
            **listed.get((group, day), {}), "group_name": group, "meeting_on": day,
            "recorded": (group, day) in listed,
            "listed": "everyone",
            "count_recorded": sum(row["attendance"] != "not recorded" for row in rows),
            "count_present": len({row["person"] for row in present}),
            "members": sorted(name for name in how if how[name] == "own"),
            "deputies": sorted(name for name in how if how[name] == "named deputy"),
            "substitutes": sorted(name for name in how if how[name] == "substitute"),
            "observers": [name for name in guests if name in known and not is_member(known[name], day)],
            "others": [name for name in guests if name not in known],
        }  # fmt: skip


def _by_organisation(world: World) -> Iterable[Row]:
    keys = ("group_name", "meeting_on", "organisation")
    found: dict[tuple[str, date, str], list[Row]] = {}
    for row in world["attendance"]:
        found.setdefault(tuple(row[key] for key in keys), []).append(row)
    for key, rows in sorted(found.items()):
        statuses = {row["attendance"].removesuffix(" remotely") for row in rows}
        yield {
            **dict(zip(keys, key, strict=True)),
            "attendance": min(statuses, key=BEST.index),
            "people": sorted(row["person"] for row in rows if row["attendance"] in CAME),
        }
