"""What is on record in an invented world of groups, duties, applications, publications and outcomes."""

from datetime import date, timedelta
from random import Random

from tests.oracle.days import months_on, written
from tests.oracle.setting import Row, Setting, World, maybe, near

GROUP_KINDS = ("task and finish", "Task-Finish", "T&F", "working", "standing", "Forum", None)
PAPER_KINDS = ("Press release", "Media statement", "Briefing", "Consultation response", None)
APPLICATION = "Application for membership"
LONGER = "Invented Partner 1 North"
LOGO = "Logo on the publication"


def groups(dice: Random, setting: Setting, world: World, today: date) -> list[Row]:
    """The second group and others, agreed on days with a meeting and without, some ended or not yet begun."""
    rows = []
    names = [row["organisation"] for row in world["organisations"]]
    met = [row["meeting_on"] for row in world["meetings"] if row["group_name"] == setting.groups[0]]
    others = [f"Circle {number + 1}" for number in range(dice.choice([0, 1, 3]))]
    for name in [*dice.choice([[], [setting.groups[1]], [setting.groups[1]]]), *others]:
        agreed = dice.choice([near(dice, today, 900, 60), *met[-3:]])
        lead = dice.choice([*names, "Passing Visitor"]) if dice.random() < 0.9 else None
        rows.append({
            "group_name": name, "kind": dice.choice(GROUP_KINDS[: 6 if name in setting.groups else None]),
            "lead_organisation": maybe(dice, 0.85, lead), "agreed_on": maybe(dice, 0.85, agreed),
            "reviewed_on": maybe(dice, 0.6, _about_a_year(dice, today, 12)),
            "last_report_on": maybe(dice, 0.6, _about_a_year(dice, today, dice.choice([6, 12]))),
            "ends_on": maybe(dice, 0.7, near(dice, today, 200, 300)),
            "ended_on": maybe(dice, 0.15, dice.choice([today, near(dice, today, 200, 100)])),
        })  # fmt: skip
    return rows


def _about_a_year(dice: Random, today: date, months: int) -> date:
    """Some day, or the one on which so many months are just over, or the day before or after."""
    return dice.choice(
        [near(dice, today, 700, 40), months_on(today, -months) + timedelta(dice.randint(-1, 1))]
    )


def publications(dice: Random, today: date) -> list[Row]:
    """Signed off before, on and after the day they came out, or not at all; some are not out yet."""
    rows = []
    for number in range(dice.choice([0, 2, 5, 6, 7])):
        out = dice.choice([near(dice, today, 900, 60), months_on(today, -12), today])
        rows.append({
            "title": f"Paper {number + 1}", "kind": dice.choice(PAPER_KINDS), "month_only": False,
            "published_on": maybe(dice, 0.95, out),
            "signed_off_on": maybe(dice, 0.8, out + timedelta(dice.choice([-9, -1, 0, 0, 1, 40]))),
        })  # fmt: skip
    return rows


def outcomes(dice: Random, setting: Setting, today: date) -> list[Row]:
    """Numbers of some years, more or fewer, the last of them perhaps not over."""
    rows: list[Row] = []
    for measure in setting.measures:
        for cohort in dice.choice([[None], [None], ["North", "South"]]):
            first = today.year - dice.choice([1, 2, 3])
            for year in range(first, first + dice.choice([0, 1, 2, 3])):
                rows.append({
                    "measure": measure, "cohort": cohort, "period": f"{year}/{(year + 1) % 100:02}",
                    "numerator": dice.randint(10, 13), "denominator": maybe(dice, 0.7, dice.randint(20, 90)),
                })  # fmt: skip
    return rows


def motions(dice: Random, setting: Setting, world: World, today: date) -> list[Row]:
    """Decisions on who joins or observes, in the main group and elsewhere, some of them lost."""
    met = [row["meeting_on"] for row in world["meetings"]] or [today]
    rows = []
    for number in range(dice.choice([0, 4, 9]) if setting.admits else 0):
        name, what = _applicant(dice, world), dice.choice(["membership", "observer"])
        group = dice.choice([setting.groups[0]] * 4 + [setting.groups[1]])
        votes = dice.choice([(None, None), (None, None), (3, 1), (1, 3), (2, 2)])
        rows.append({
            "reference": f"M{number + 1:02}", "group_name": group,
            "meeting_on": dice.choice(met), "kind": what, "decision": f"{name} for {what}",
            "method": None if votes[0] is None else "vote", "votes_for": votes[0], "votes_against": votes[1],
        })  # fmt: skip
    return rows


def _applicant(dice: Random, world: World) -> str:
    """Some name, often one that begins another."""
    alike = ["Invented Partner 1", LONGER, "Invented Newcomer"]
    return dice.choice([*(row["organisation"] for row in world["organisations"]), *alike, *alike[:2]])


def owed(dice: Random, setting: Setting, world: World, today: date) -> list[Row]:
    """Rows for what is owed once, yearly, by each member, at each meeting and in steps."""
    rows = [*_now_and_then(dice, setting, today), *_by_members(dice, setting, world, today)]
    rows += [*_at_meetings(dice, setting, world), *_steps(dice, setting, today), *_logos(dice, world, today)]
    for _ in range(dice.choice([0, 2, 4]) if setting.admits else 0):
        received = dice.choice(
            [near(dice, today, 500, 20), *(row["meeting_on"] for row in world["meetings"][-3:])]
        )
        rows.append(_row(APPLICATION, _applicant(dice, world), maybe(dice, 0.9, received),
                         note=maybe(dice, 0.7, "We help")))  # fmt: skip
    if any(LONGER in row.get("decision", "") for row in world["decisions"]):
        # a name that no list has could not be told from the one that it begins with
        rows.append(_row(APPLICATION, LONGER, near(dice, today, 500), note="We help"))
    return list({(row["duty"], row["period"]): row for row in rows}.values())


def _row(duty: str, period: str | None, done_on: date | None, **more: object) -> Row:
    return {"duty": duty, "period": period, "done_on": done_on, **more}


def _now_and_then(dice: Random, setting: Setting, today: date) -> list[Row]:
    return [
        _row(duty, str(number), maybe(dice, 0.9, _about_a_year(dice, today, 12)),
             document=maybe(dice, 0.2, "letter.pdf"))
        for duty in (*setting.reports, *setting.once)
        for number in range(dice.choice([0, 1, 2]))
    ]  # fmt: skip


def _by_members(dice: Random, setting: Setting, world: World, today: date) -> list[Row]:
    """Under the name of the organisation or of somebody who sits for it."""
    rows = []
    for duty in setting.by_members:
        share = dice.choice([0, 0.5, 0.95, 1])
        for organisation in (row["organisation"] for row in world["organisations"]):
            people = [r["person"] for r in world["representatives"] if r["organisation"] == organisation]
            who = dice.choice([organisation, organisation, *filter(None, people)])
            if dice.random() < share:
                rows.append(_row(duty, who, maybe(dice, 0.9, near(dice, today, 500, 20)),
                                 document=maybe(dice, 0.2, "signed.pdf")))  # fmt: skip
        rows += [_row(duty, "Everybody", today)] if dice.random() < 0.2 else []
    return rows


def _at_meetings(dice: Random, setting: Setting, world: World) -> list[Row]:
    rows = []
    for duty in setting.at_meetings:
        share = dice.choice([0, 0.7, 1, 1])
        for day in (r["meeting_on"] for r in world["meetings"] if r["group_name"] == setting.groups[0]):
            if dice.random() < share:
                done = maybe(dice, 0.95, day + timedelta(dice.choice([-3, 0, 0, 0, 0, 0, 1])))
                period = dice.choice([day.isoformat(), written(day)])
                rows.append(_row(duty, None if done == day and dice.random() < 0.1 else period, done))
    return rows


def _steps(dice: Random, setting: Setting, today: date) -> list[Row]:
    return [
        _row(duty, f"Scheme {number + 1}", maybe(dice, 0.93, near(dice, today, 400, 20)))
        for _, duties in setting.steps
        for number in range(dice.choice([0, 1, 3]))
        for duty in duties
        if dice.random() < 0.9
    ]


def _logos(dice: Random, world: World, today: date) -> list[Row]:
    share = dice.choice([0, 0.8, 1, 1])
    papers = [row["title"] for row in world["publications"] if dice.random() < share]
    return [_row(LOGO, title, maybe(dice, 0.95, near(dice, today, 300, 10))) for title in papers]
