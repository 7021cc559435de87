"""What a body's records need to know of it, and days at random that like to fall on an edge."""

from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

from tests.oracle.days import span_of

Row = dict[str, Any]
World = dict[str, list[Row]]


class Setting(NamedTuple):
    """What a body's records need to know of it: its groups, sectors and the duties that are recorded."""

    groups: tuple[str, ...]
    sectors: tuple[str, ...]
    duties: tuple[str, ...]


TERMS = "Review of the terms of reference"
NATIONAL = Setting(
    ("Main meeting", "Working group"),
    ("Non-governmental organisation", "Public office"),
    (TERMS, "Review of the membership fee", "Review of the secretariat"),
)
SETTINGS = {
    "national_alliance": NATIONAL,
    "fostering_network": NATIONAL,
    "kent_medway": Setting(
        ("Strategy Group", "Operational Group"),
        ("Further education", "Higher education", "Local authority", "Information advice and guidance",
         "Schools", "Collaborative outreach"),
        (TERMS, "Review of the membership"),
    ),
    "nottinghamshire": Setting(
        ("Alliance", "Task group"),
        ("County Council", "Police", "Police and Crime Commissioner", "Safeguarding Children Board",
         "Districts and boroughs", "Clinical commissioning groups", "Schools"),
        ("Review of the safeguarding board's annual report",),
    ),
    "walsall": Setting(
        ("Alliance", "Task group"),
        ("Council", "Elected member", "Health", "Police", "Probation", "Housing"),
        (TERMS,),
    ),
}  # fmt: skip


def near(dice: Random, today: date, back: int, ahead: int = 0) -> date:
    return today + timedelta(dice.randint(-back, ahead))


def maybe(dice: Random, chance: float, value: Any) -> Any:
    return value if dice.random() < chance else None


def edge(dice: Random, today: date, back: int, ahead: int) -> date:
    """A day in a range; sometimes today itself, or the first or last day of its year."""
    day = near(dice, today, back, ahead)
    span = span_of(dice.choice(["calendar", "financial", "municipal"]), day)
    return dice.choice([day] * 5 + [span.first, span.last, today, today - timedelta(1)])
