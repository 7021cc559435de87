"""What is decided, promised, paid and done in an invented world, in every state that it can be in."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random

from tests.oracle.days import months_on, span_of
from tests.oracle.reading import came
from tests.oracle.setting import Row, Setting, World, edge, maybe, near


def _days_of_meetings(world: World, group: str) -> list[date]:
    return sorted({row["meeting_on"] for row in world["meetings"] if row["group_name"] == group})


def decisions(dice: Random, setting: Setting, world: World, today: date) -> list[Row]:
    """Decisions of quorate, sub-quorate and unknown meetings, ratified in time, too early or elsewhere."""
    rows = []
    for number in range(dice.choice([0, 6, 14])):
        group = dice.choice([setting.groups[0]] * 5 + [setting.groups[1]])
        meetings = _days_of_meetings(world, group) or [today]
        day = dice.choice(meetings) if dice.random() < 0.93 else near(dice, today, 700)
        elsewhere = _days_of_meetings(world, setting.groups[1]) or [today]
        ratified = dice.choice([day, near(dice, today, 300, 60), dice.choice(elsewhere)]
                               + [dice.choice(meetings) for _ in range(6)])  # fmt: skip
        names = [row["organisation"] for row in world["organisations"]] or ["Passing Visitor"]
        asked = dice.sample(names, min(len(names), dice.choice([0, 0, 1, 2, 3])))
        given = [name for name in asked if dice.random() < 0.75]
        rows.append({
            "reference": f"D{number + 1:02}", "group_name": group, "meeting_on": day,
            "method": dice.choice(["vote", "vote", "consensus", None]),
            "votes_for": maybe(dice, 0.8, _votes(dice, world, group, day)),
            "votes_against": maybe(dice, 0.8, dice.randint(0, 5)),
            "votes_abstained": maybe(dice, 0.5, dice.randint(0, 3)),
            "consent_needed_from": "; ".join(asked) or None,
            "consent_given_by": "; ".join(given) or None,
            "ratified_on": maybe(dice, 0.6, ratified),
        })  # fmt: skip
    return rows


def _votes(dice: Random, world: World, group: str, day: date) -> int:
    """Some votes, often about 60% of the agencies that came."""
    present = len(came(world, group, day))
    return dice.choice([dice.randint(0, 10), max(0, (present * 6) // 10 + dice.choice([-1, 0, 0, 1]))])


def actions(dice: Random, setting: Setting, world: World, today: date) -> list[Row]:
    """Actions raised at and between meetings, due on a day, at the next meeting or never, in every status."""
    rows = []
    names = [row["organisation"] for row in world["organisations"]]
    for number in range(dice.choice([0, 8, 20])):
        group = dice.choice([setting.groups[0]] * 5 + [setting.groups[1]])
        meetings = _days_of_meetings(world, group) or [today]
        raised = dice.choice(meetings) if dice.random() < 0.7 else near(dice, today, 800, 20)
        due = dice.choice([raised + timedelta(dice.randint(0, 200)), today, dice.choice(meetings)])
        status = dice.choice(["open", "in progress", "complete", "complete", "withdrawn"])
        by_meeting = dice.random() < 0.4
        rows.append({
            "reference": f"A{number + 1:02}", "raised_on": maybe(dice, 0.9, raised), "group_name": group,
            "organisation": maybe(dice, 0.9, dice.choice(names)) if names else None,
            "due_at_next_meeting": by_meeting, "due_on": None if by_meeting else maybe(dice, 0.85, due),
            "status": status,
            "completed_on": maybe(dice, 0.9, raised + timedelta(dice.randint(0, 250)))
            if status == "complete" else None,
        })  # fmt: skip
    return rows


def pledges(dice: Random, world: World, today: date) -> list[Row]:
    """None to two pledges of each organisation, some without a start or due date."""
    rows = []
    for organisation in world["organisations"]:
        for _ in range(dice.choice([0, 1, 1, 2])):
            start = maybe(dice, 0.85, edge(dice, today, 700, 60))
            due = edge(dice, today, 300, 500)
            due = due if not start or due > start else months_on(start, 12)
            if dice.random() < 0.25:
                start = today - timedelta(dice.randint(10, 99))
                due = start + timedelta(100)
            rows.append({
                "reference": f"P{len(rows) + 1:02}", "organisation": organisation["organisation"],
                "start_on": start, "due_on": maybe(dice, 0.9, due),
            })  # fmt: skip
    return rows


def progress(dice: Random, world: World, today: date) -> list[Row]:
    """Updates of pledges, some without a share, some dated after today or just six months ago."""
    rows = []
    for pledge in world["pledges"]:
        share = 0
        for day in sorted({near(dice, today, 400, 20) for _ in range(dice.choice([0, 1, 2, 4]))}):
            share = min(100, share + dice.choice([0, 5, 10, 30, 60]))
            if dice.random() < 0.15:
                day = months_on(today, -6) + timedelta(dice.randint(-1, 1))
            rows.append({
                "pledge_reference": pledge["reference"], "as_at": day,
                "progress_share": maybe(dice, 0.9, share / 100),
                "evidence": maybe(dice, 0.5, "minute"),
            })  # fmt: skip
        rows += _on_the_edge(dice, pledge, today)
    return list({(row["pledge_reference"], row["as_at"]): row for row in rows}.values())


def _on_the_edge(dice: Random, pledge: Row, today: date) -> list[Row]:
    """For a pledge of 100 days, an update about ten points behind the days that have gone."""
    start, due = pledge["start_on"], pledge["due_on"]
    if not (start and due and due - start == timedelta(100) and start < today):
        return []
    points = max(0, (today - start).days - 10 + dice.choice([-1, 0, 0, 1]))
    return [{
        "pledge_reference": pledge["reference"], "as_at": today, "progress_share": points / 100,
        "evidence": None,
    }]  # fmt: skip


def payments(dice: Random, world: World, today: date) -> list[Row]:
    """Whole, part, split and refunded fees of members, others and strangers, over six financial years."""
    rows = []
    this = span_of("financial", today).first.year
    for organisation in [*world["organisations"], {"organisation": "Passing Visitor"}]:
        for year in range(this - 4, this + 2):
            for amount in dice.choice(
                [(), (), (50,), (100,), (30,), (25, 25), (60, 40), (100, -50), (50, -50)]
            ):
                paid = date(year, 4, 1) + timedelta(dice.randrange(400))
                rows.append({
                    "organisation": organisation["organisation"],
                    "financial_year": f"{year}/{(year + 1) % 100:02}",
                    "paid_on": maybe(dice, 0.9, paid), "amount_gbp": Decimal(amount),
                    "reference": f"R{len(rows) + 1}",
                })  # fmt: skip
    return rows


def duties(dice: Random, setting: Setting, today: date) -> list[Row]:
    """Reviews, some undated, some on the very day or a day beside it."""
    rows = []
    for duty in setting.duties:
        for number in range(dice.choice([0, 1, 2, 4])):
            limit = months_on(today, -dice.choice([12, 24])) + timedelta(dice.randint(-1, 1))
            done = dice.choice([near(dice, today, 1200, 20), limit])
            rows.append({"duty": duty, "period": str(number), "done_on": maybe(dice, 0.92, done)})
    return rows
