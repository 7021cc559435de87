"""What the body owes: reports, things recorded once, by each member, for each meeting and paper, in steps."""

from collections.abc import Iterator
from datetime import date

from tests.oracle.charges import LOGO
from tests.oracle.days import months_on, written
from tests.oracle.reading import Verdict, held, is_within, members, seats
from tests.oracle.setting import Row, World

MEDIA = ("Press release", "Media statement")
YEAR = 12


def _rows(world: World, duty: str, today: date) -> list[Row]:
    """The rows of a duty that are known today; those without a day are."""
    rows = [row for row in world["duties"] if row["duty"] == duty]
    return [row for row in rows if row["done_on"] is None or row["done_on"] <= today]


def report(world: World, today: date, rule: str, duty: str, is_yearly: bool) -> Iterator[Verdict]:
    """N19 by a year after the last one; N18 and W21, without an interval, not met after 12 months."""
    days = [row["done_on"] for row in _rows(world, duty, today) if row["done_on"]]
    if not days:
        yield rule, duty, "unknown", None
        return
    due = months_on(max(days), YEAR)
    late = "overdue" if is_yearly else "not met"
    yield rule, duty, late if due < today else "met", due if is_yearly else max(days)


def once(world: World, today: date, rule: str, duty: str) -> Iterator[Verdict]:
    """C07, A24, N10, N11: done, or its document is there."""
    rows = [row for row in _rows(world, duty, today) if row["done_on"] or row.get("document")]
    yield rule, duty, "met" if rows else "unknown"


def by_members(world: World, today: date, rule: str, duty: str, group: str = "") -> Iterator[Verdict]:
    """A06, C15, N15, W17, W20: each member (of a group), under its name or that of whoever sits for it."""
    everyone = {row["organisation"] for row in members(world, today)}
    if group:
        there = [row for row in seats(world, group, today) if row["status"] != "vacant"]
        everyone &= {row["organisation"] for row in there}
    known = {row["period"] for row in _rows(world, duty, today) if row["done_on"] or row.get("document")}
    done = [name for name in everyone if known & {name, *_people(world, name, today)}]
    status = "met" if len(done) == len(everyone) else "not met"
    yield rule, duty, status if done else "unknown", len(done), len(everyone)


def _people(world: World, organisation: str, today: date) -> set[str]:
    return {
        row["person"]
        for row in world["representatives"]
        if row["organisation"] == organisation and row["person"]
        if is_within(today, row["from_on"], row["to_on"])
    }


def at_meetings(world: World, today: date, rule: str, duty: str, group: str) -> Iterator[Verdict]:
    """C29: for each meeting of 12 months, on its day at the latest."""
    met = [day for day in held(world, group, today) if day > months_on(today, -YEAR)]
    rows = _rows(world, duty, today)
    states = [_declared(rows, day) for day in met]
    if not met:
        status = "not applicable"
    elif not rows:
        status = "unknown"
    else:
        status = next((each for each in ("not met", "unknown") if each in states), "met")
    yield rule, duty, status, states.count("met"), len(met)


def _declared(rows: list[Row], day: date) -> str:
    own = [r for r in rows if (r["period"] or written(r["done_on"])) in (day.isoformat(), written(day))]
    days = [row["done_on"] for row in own if row["done_on"]]
    if not own:
        return "not met"
    if not days:
        return "unknown"
    return "met" if min(days) <= day else "not met"


def steps(world: World, today: date, rule: str, each: str, duties: tuple[str, ...]) -> Iterator[Verdict]:
    """C34, C36, C40, N13: every step for each thing that has any row."""
    rows = [row for duty in duties for row in _rows(world, duty, today)]
    if not rows:
        yield rule, each.capitalize(), "not applicable", None, None
    for period in {row["period"] for row in rows}:
        done = {row["duty"] for row in rows if row["period"] == period and row["done_on"]}
        status = "met" if len(done) == len(duties) else "not met"
        yield rule, f"{each.capitalize()} {period}", status, len(done), len(duties)


def risen(world: World, today: date, rule: str, measures: tuple[str, ...]) -> Iterator[Verdict]:
    """C09: more people in the last academic year that is over than in the one before."""
    for measure in measures:
        rows = [row for row in world["outcomes"] if row["measure"] == measure]
        for cohort in {row["cohort"] for row in rows} or {None}:
            over = sorted(
                (row["period"], row["numerator"])
                for row in rows
                if row["cohort"] == cohort and date(int(row["period"][:4]) + 1, 8, 31) <= today
            )
            about = f"{measure}, {cohort}" if cohort else measure
            yield rule, about, _rose([number for _, number in over[-2:]])


def _rose(numbers: list[int]) -> str:
    if len(numbers) < 2:
        return "unknown"
    return "met" if numbers[1] > numbers[0] else "not met"


def _out(world: World, today: date) -> list[Row]:
    return [r for r in world["publications"] if r["published_on"] and r["published_on"] <= today]


def signed_off(world: World, today: date, rule: str, kinds: tuple[str, ...] = ()) -> Iterator[Verdict]:
    """A22 of everything, A38 of media statements: signed off by the day it came out."""
    known = [row for row in _out(world, today) if not kinds or row["kind"] in kinds]
    if not known:
        yield rule, "Publications", "unknown"
        return
    states = {row["title"]: _signed(row, today) for row in known}
    yield from ((rule, title, status) for title, status in states.items() if status != "met")
    if "met" in states.values():
        yield rule, "Publications" if set(states.values()) == {"met"} else "Other publications", "met"


def _signed(row: Row, today: date) -> str:
    signed = row["signed_off_on"]
    if signed is None or signed > today:
        return "unknown"
    return "met" if signed <= row["published_on"] else "not met"


def published(world: World, today: date, rule: str, count: int) -> Iterator[Verdict]:
    """F06: as many as the page lists."""
    known = len(_out(world, today))
    status = "unknown" if not known else "met" if known == count else "not met"
    yield rule, "Publications", status


def with_logo(world: World, today: date, rule: str) -> Iterator[Verdict]:
    """A19: recorded for each publication of 12 months."""
    recent = {r["title"] for r in _out(world, today) if r["published_on"] > months_on(today, -YEAR)}
    done = {row["period"] for row in _rows(world, LOGO, today) if row["done_on"]} & recent
    if not world["publications"]:
        status = "unknown"
    elif not recent:
        status = "not applicable"
    else:
        status = "unknown" if not done else "met" if done == recent else "not met"
    yield rule, LOGO, status, len(done), len(recent)
