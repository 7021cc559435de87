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
    reports: tuple[str, ...] = ()
    once: tuple[str, ...] = ()
    by_members: tuple[str, ...] = ()
    at_meetings: tuple[str, ...] = ()
    # what each thing is called, and what is done for it
    steps: tuple[tuple[str, tuple[str, ...]], ...] = ()
    measures: tuple[str, ...] = ()
    admits: bool = False


TERMS = "Review of the terms of reference"
NATIONAL = Setting(
    ("Main meeting", "Working group"),
    ("Non-governmental organisation", "Public office"),
    (TERMS, "Review of the membership fee", "Review of the secretariat"),
    once=("Role description of the chair",), by_members=("Permission to attend",), admits=True,
)  # fmt: skip
SETTINGS = {
    "national_alliance": NATIONAL,
    "fostering_network": NATIONAL,
    "kent_medway": Setting(
        ("Strategy Group", "Operational Group"),
        ("Further education", "Higher education", "Local authority", "Information advice and guidance",
         "Schools", "Collaborative outreach"),
        (TERMS, "Review of the membership"),
        once=("Funding bid",), by_members=("Training of the designated member of staff",),
        at_meetings=("Declarations of interest",), measures=("Level 2 to Level 3", "Level 3 to Level 4"),
        steps=(
            ("urgent matter", ("Urgent matter raised", "Urgent matter: agreed by those present")),
            ("public meeting", ("Meeting held in public", "Public meeting: agreed by members")),
            ("bid", ("Bid: lead partner agreed", "Bid: approval agreed", "Bid: use and monitoring agreed",
                     "Bid: accountable body agreed", "Bid: service level agreement")),
        ),
    ),
    "nottinghamshire": Setting(
        ("Alliance", "Task group"),
        ("County Council", "Police", "Police and Crime Commissioner", "Safeguarding Children Board",
         "Districts and boroughs", "Clinical commissioning groups", "Schools"),
        ("Review of the safeguarding board's annual report",),
        reports=("Report to the Health and Wellbeing Board",
                 "Annual report to the Children and Young People Committee"),
        once=("Joint project", "Approval of the needs assessment topics"),
        by_members=("Seniority of the representative confirmed",),
        steps=(("joint plan", ("Joint plan: children, families and communities asked",
                               "Joint plan: partners and their staff asked")),),
    ),
    "walsall": Setting(
        ("Alliance", "Task group"),
        ("Council", "Elected member", "Health", "Police", "Probation", "Housing"),
        (TERMS,), reports=("Report to the Corporate Parenting Board",),
        by_members=("Confidentiality agreement", "Seniority of the representative confirmed"),
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
