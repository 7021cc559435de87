"""Invented records of a body, seeded and rich in edge cases: plain dictionaries, a list per kind of file."""

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal
from random import Random

from tests.oracle import business, charges
from tests.oracle.days import is_working, months_on, span_of
from tests.oracle.setting import SETTINGS, Row, Setting, World, edge, maybe, near

TURNOVERS = (
    None,
    Decimal(1_000_000),
    Decimal("999999.99"),
    Decimal("1000000.01"),
    Decimal(0),
    Decimal(5_000_000),
)
CAME = ("present", "present", "present remotely", "substitute", "apologies", "absent", "not recorded")
GOOD = ("present", "present", "present", "substitute", "apologies")


def today_of(dice: Random) -> date:
    """A day from 2024 to 2027, often one at which a year or a month turns."""
    year = dice.randint(2024, 2027)
    if dice.random() < 0.25:
        turns = [(1, 1), (3, 31), (4, 1), (4, 30), (5, 1), (5, 31), (6, 1), (12, 31)]
        return date(year, *dice.choice(turns))
    return date(year, 1, 1) + timedelta(dice.randrange(365))


def world_of(body: str, seed: int) -> tuple[World, date]:
    """The records of a body and the day from which they are judged, the same for the same seed."""
    dice = Random(f"{body} {seed}")
    setting, today = SETTINGS[body], today_of(dice)
    world: World = {"organisations": _organisations(dice, setting, today)}
    world["representatives"] = _representatives(dice, setting, world, today)
    world["meetings"] = _meetings(dice, setting, today)
    world["attendance"] = _attendance(dice, world, today)
    # a meeting that only its attendance tells of
    world["meetings"] = [row for row in world["meetings"] if dice.random() < 0.95]
    world["decisions"] = business.decisions(dice, setting, world, today)
    world["actions"] = business.actions(dice, setting, world, today)
    world["pledges"] = business.pledges(dice, world, today)
    world["pledge_progress"] = business.progress(dice, world, today)
    world["payments"] = business.payments(dice, world, today)
    world["groups"] = charges.groups(dice, setting, world, today)
    world["publications"] = charges.publications(dice, today)
    world["outcomes"] = charges.outcomes(dice, setting, today)
    world["decisions"] += charges.motions(dice, setting, world, today)
    world["duties"] = business.duties(dice, setting, today) + charges.owed(dice, setting, world, today)
    return world, today


def _organisations(dice: Random, setting: Setting, today: date) -> list[Row]:
    rows = []
    for number in range(dice.choice([0, 1, 3, 8, 8, 12, 12, 16])):
        membership = dice.choice(["member"] * 8 + ["observer", "applicant", "former", "former"])
        sector = dice.choice(setting.sectors[:3]) if dice.random() < 0.6 else dice.choice(setting.sectors)
        joined = maybe(dice, 0.6, edge(dice, today, dice.choice([400, 3000]), 60))
        left = max(joined or date.min, edge(dice, today, 900, 120))
        rows.append({
            "organisation": f"Invented Partner {number + 1}",
            "sector": maybe(dice, 0.93, sector),
            "membership": membership,
            "joined_on": joined,
            "left_on": maybe(dice, 0.8 if membership == "former" else 0.12, left),
            "signed_terms": dice.choice([True, True, True, True, True, False, None]),
            "turnover_gbp": dice.choice(TURNOVERS) or maybe(dice, 0.7, Decimal(dice.randrange(2_000_000))),
        })  # fmt: skip
    return rows


def _representatives(dice: Random, setting: Setting, world: World, today: date) -> list[Row]:
    rows: list[Row] = []
    for organisation in world["organisations"]:
        for group in setting.groups:
            for number in range(dice.choice([0, 1, 1, 1, 2])):
                rows.append(_seat(dice, today, group, organisation["organisation"], number))
            if dice.random() < 0.5:
                rows.append(_deputy(dice, today, group, organisation["organisation"]))
    for number in range(dice.choice([0, 2, 10, 20])):
        rows.append({**_seat(dice, today, setting.groups[0], None, number), "seat": f"Seat {number + 1}"})
    return rows


def _seat(dice: Random, today: date, group: str, organisation: str | None, number: int) -> Row:
    person = maybe(dice, 0.85, f"{organisation or 'Post'} Person {number + 1}")
    status = (
        dice.choice(["filled"] * 5 + ["unconfirmed"]) if person else dice.choice(["vacant", "unconfirmed"])
    )
    return {
        "group_name": group,
        "seat": maybe(dice, 0.1, "Temporary") if organisation else f"Seat {number + 1}",
        "organisation": organisation,
        "person": person,
        "role": dice.choice(["member"] * 6 + ["chair", "vice chair", "co-chair"]),
        "primary_contact": dice.choice([True, True, False, None]),
        "from_on": maybe(dice, 0.4, edge(dice, today, 1200, 30)),
        "to_on": maybe(dice, 0.15, edge(dice, today, 400, 400)),
        "status": status,
    }


def _deputy(dice: Random, today: date, group: str, organisation: str) -> Row:
    return {
        "group_name": group, "seat": None, "organisation": organisation, "person": f"{organisation} Deputy",
        "role": "deputy", "primary_contact": None, "status": "filled",
        "from_on": maybe(dice, 0.3, edge(dice, today, 900, 30)),
        "to_on": maybe(dice, 0.2, edge(dice, today, 500, 200)),
    }  # fmt: skip


def _meetings(dice: Random, setting: Setting, today: date) -> list[Row]:
    rows = []
    for group, gap in zip(setting.groups, (dice.choice([45, 60, 85, 110, 150, 400]), 200), strict=True):
        day = near(dice, today, 1400) - timedelta(100)
        end = today + timedelta(dice.choice([0, 270, 270, 270]))
        while day < end:
            day = _meeting_day(dice, day + timedelta(dice.randint(gap // 2, gap + gap // 4)), today)
            rows.append({"group_name": group, "meeting_on": day, "papers_sent_on": _papers(dice, day, today)})
    # a natural key holds one row
    return list({(row["group_name"], row["meeting_on"]): row for row in rows}.values())


def _meeting_day(dice: Random, day: date, today: date) -> date:
    """A day, moved now and then to the day after a bank holiday, a year's end, today or a year ago."""
    if dice.random() < 0.2:
        while is_working(day - timedelta(1)):
            day += timedelta(1)
        return day
    if dice.random() < 0.1:
        return span_of(dice.choice(["calendar", "municipal"]), day).last
    if abs((today - day).days) < 40 and dice.random() < 0.3:
        return today
    if abs((months_on(today, -12) - day).days) < 40 and dice.random() < 0.5:
        return months_on(today, -12) + timedelta(dice.randint(-1, 1))
    return day


def _papers(dice: Random, day: date, today: date) -> date | None:
    sent = day - timedelta(dice.choice([0, 3, 5, 6, 7, 7, 8, 8, 9, 10, 11, 12, 14]))
    return maybe(dice, 0.85 if day <= today else 0.4, sent)


def _attendance(dice: Random, world: World, today: date) -> list[Row]:
    rows: list[Row] = []
    for meeting in world["meetings"]:
        held = meeting["meeting_on"] <= today
        if dice.random() < (0.12 if held else 0.7):
            continue
        mood = (
            dice.choice([CAME, CAME, GOOD, GOOD, ("present",), ("not recorded",)]) if held else ("apologies",)
        )
        share = 0.8 if held else dice.choice([0.1, 0.3, 0.8])
        for organisation in world["organisations"]:
            if dice.random() < share:
                rows += _people(dice, world, meeting, organisation["organisation"], mood)
        if held and dice.random() < 0.3:
            rows += _people(dice, world, meeting, "Passing Visitor", ("present",))
    return rows


def _people(
    dice: Random, world: World, meeting: Row, organisation: str, mood: Sequence[str]
) -> list[Row]:  # fmt: skip
    deputies = [row["person"] for row in world["representatives"]
                if row["organisation"] == organisation and row["role"] == "deputy"]  # fmt: skip
    rows = []
    for number in range(dice.choice([1, 1, 1, 2])):
        attendance = dice.choice(mood)
        # one person may carry several organisations
        person = "Shared Person" if dice.random() < 0.15 else f"{organisation} Person {number + 1}"
        if attendance == "substitute":
            person = dice.choice([*deputies, f"{organisation} Stranger"])
        rows.append({
            "group_name": meeting["group_name"], "meeting_on": meeting["meeting_on"],
            "organisation": organisation, "person": person, "attendance": attendance,
        })  # fmt: skip
    return list({row["person"]: row for row in rows}.values())
