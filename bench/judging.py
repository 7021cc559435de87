"""How long judging takes as a body grows: 100, 200, 400 organisations by 60 meetings, from a numbered seed.

Run `.venv/bin/python -m bench.judging [SEED]`. Each line is a family over the terms of every body: seconds of
processor time, and how many times as long as at the size before (2.0 is linear).
"""

import gc
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from time import process_time
from typing import TypeVar

from rules import Body, Facts, Finding, families, load_bodies
from rules.integrity import mismatches
from rules.people import Attendance, Group, Meeting, Organisation, Seat, SeatAttendance
from rules.records import Action, Decision, Duty, Payment, Pledge, Progress
from ui import figures, frames_pledges

HOME = Path(__file__).parents[1]
SIZES = (100, 200, 400)
MEETINGS = 60
TODAY = date(2026, 11, 21)
Result = TypeVar("Result")
STATUSES = ("present", "substitute", "apologies", "absent")
FILE = ("made.csv", 1)
Came = Mapping[tuple[str, date], str]  # by organisation and meeting


def invented(body: Body, count: int, chance: Random) -> Facts:
    """The facts of a body with so many organisations, each with a seat, pledges, an action and payments."""
    names = [f"Organisation {number}" for number in range(count)]
    group, days = body.main_group, [TODAY - timedelta(days=18 * back) for back in range(MEETINGS)]
    status = {(name, on): chance.choice(STATUSES) for name in names for on in days}
    references = [f"P{number}" for number in range(2 * count)]
    return Facts(
        organisations=_organisations(names, list(body.sectors) or ["Housing"], chance),
        seats=_seats((group, "Working group"), names),
        meetings=tuple(_meeting(group, on, names, status) for on in days),
        attendance_by_organisation=_attendance(group, status),
        attendance_by_seat=_attendance_by_seat(group, status),
        actions=_actions(group, names, days, chance),
        pledges=tuple(
            Pledge(reference, name, "Housing", "A promise", None, None, None, days[-1], TODAY, *FILE)
            for reference, name in zip(references, names * 2, strict=True)
        ),
        pledge_progress=_progress(references, days[:10], chance),
        decisions=_decisions(group, names, days, chance),
        payments=_payments(names),
        groups=(Group("Working group", "task", names[0], days[-1], None, None, None, None, *FILE),),
        duties=tuple(Duty("Application", name, days[-1], "A reason", None, *FILE) for name in names),
    )


def _organisations(names: list[str], sectors: list[str], chance: Random) -> tuple[Organisation, ...]:
    joined, turnover = date(2019, 1, 1), Decimal(100)
    return tuple(
        Organisation(name, chance.choice(sectors), "member", joined, None, turnover, None, True, *FILE)
        for name in names
    )


def _seats(groups: tuple[str, ...], names: list[str]) -> tuple[Seat, ...]:
    since = date(2019, 1, 1)
    return tuple(
        Seat(group, f"Seat of {name}", name, f"Person of {name}", "member", True, None, since, None, "filled",
             None, *FILE)
        for name in names for group in groups
    )  # fmt: skip


def _attendance(group: str, status: Came) -> tuple[Attendance, ...]:
    return tuple(
        Attendance(group, on, name, word, [f"Person of {name}"], *FILE)
        for (name, on), word in status.items()
    )  # fmt: skip


def _attendance_by_seat(group: str, status: Came) -> tuple[SeatAttendance, ...]:
    return tuple(
        SeatAttendance(group, on, f"Seat of {name}", name, f"Person of {name}", word, *FILE)
        for (name, on), word in status.items()
    )


def _actions(group: str, names: list[str], days: list[date], chance: Random) -> tuple[Action, ...]:
    return tuple(
        Action(f"A{number}", chance.choice(days), group, "Do", name, None, None, True, "open", None, None,
               *FILE)
        for number, name in enumerate(names)
    )  # fmt: skip


def _progress(references: list[str], days: list[date], chance: Random) -> tuple[Progress, ...]:
    return tuple(
        Progress(reference, on, chance.random(), "green", None, None, None, None, *FILE, None)
        for reference in references for on in days
    )  # fmt: skip


def _decisions(group: str, names: list[str], days: list[date], chance: Random) -> tuple[Decision, ...]:
    return tuple(
        Decision(f"D{number}", group, chance.choice(days), f"About {name}", "spending", "vote", 5, 3, 0, name,
                 name, None, None, *FILE)
        for number, name in enumerate(names)
    )  # fmt: skip


def _payments(names: list[str]) -> tuple[Payment, ...]:
    return tuple(
        Payment(name, year, date(2025, 5, 1), Decimal(50), None, *FILE)
        for name in names for year in ("2024/25", "2025/26")
    )  # fmt: skip


def _meeting(group: str, on: date, names: list[str], status: Came) -> Meeting:
    came = {each: [name for name in names if status[name, on] == each] for each in ("present", "substitute")}
    count = sum(map(len, came.values()))
    return Meeting(
        group, on, None, on - timedelta(days=9), None, None, None, True, len(names), count, None,
        came["present"], [], came["substitute"], [], [], *FILE,
    )  # fmt: skip


def timed(work: Callable[[], Result]) -> tuple[Result, float]:
    """What was made, and the seconds of processor time that it took, without collecting garbage meanwhile."""
    gc.collect()
    gc.disable()
    begun = process_time()
    result = work()
    seconds = process_time() - begun
    gc.enable()
    return result, seconds


def measured(count: int, seed: int) -> Iterator[tuple[str, float]]:
    """What was timed, and its seconds over all bodies; no family finds what another looked up."""
    known = [(body, invented(body, count, Random(seed))) for body in load_bodies(HOME / "bodies").values()]
    findings: list[list[Finding]] = [[] for _ in known]
    total = 0.0
    for family in families.FAMILIES:
        fresh = [(body, replace(facts)) for body, facts in known]
        found, seconds = timed(lambda: [[*family.judge(b, f, TODAY)] for b, f in fresh])  # noqa: B023
        findings = [[*before, *more] for before, more in zip(findings, found, strict=True)]
        total += seconds
        yield family.name, seconds
    yield "all families", total
    judged = [(body, facts, found) for (body, facts), found in zip(known, findings, strict=True)]
    yield "files that disagree", timed(lambda: [mismatches(b, f, TODAY) for b, f in known])[1]
    yield "figures of pledges", timed(lambda: [figures.pledges(*each, TODAY) for each in judged])[1]
    yield (
        "states of pledges",
        timed(lambda: [frames_pledges.stands(f, found, found) for _, f, found in judged])[1],
    )


def main(seed: int) -> None:
    """Prints the table, a size at a time since the larger ones take a while."""
    before: dict[str, float] = {}
    for count in SIZES:
        print(f"{count} organisations by {MEETINGS} meetings, seconds (times as long as the size before)")
        for what, seconds in measured(count, seed):
            ratio = f"({seconds / max(before[what], 1e-9):.1f})" if what in before else ""
            print(f"  {what:<22}{seconds:>9.3f} {ratio}", flush=True)
            before[what] = seconds


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
