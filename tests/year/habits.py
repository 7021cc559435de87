"""What was true of a year, and the monthly files that say so, each in one of the habits that files have."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any, NamedTuple

from store.said import Answers

# what a body shows on a day: each action with its state and due day; who holds a seat
Shown = Mapping[str, Any]
MONTH_ENDS = [date(2025, month, 28) for month in range(1, 13)]
BEGIN, END = date(2024, 1, 1), date(2026, 1, 1)
VERBS = (
    "Plan",
    "Map",
    "Ask",
    "Write",
    "Train",
    "Visit",
    "House",
    "Count",
    "Invite",
    "Review",
    "Fund",
    "Test",
)
PARTNERS = ("Alder", "Birch", "Cedar")


class Action(NamedTuple):
    number: int
    words: str
    organisation: str
    raised_on: date
    due_on: date
    done_on: date | None

    def is_done(self, on: date) -> bool:
        return self.done_on is not None and self.done_on <= on


class Holding(NamedTuple):
    seat: str
    organisation: str
    person: str
    from_on: date
    to_on: date

    def is_held(self, on: date) -> bool:
        return self.from_on <= on <= self.to_on


Row = Mapping[str, Any]
Rows = Sequence[Row]


def actions(dice: Random) -> list[Action]:
    """Two dozen actions raised over the year, most of them done by its end."""
    return [_action(dice, number) for number in range(1, 25)]


def _action(dice: Random, number: int) -> Action:
    raised_on = BEGIN + timedelta(365 + dice.randrange(300))
    done_on = raised_on + timedelta(dice.randrange(10, 200)) if dice.random() < 0.7 else None
    words = f"{dice.choice(VERBS)} house {number * 7}"
    due_on = raised_on + timedelta(dice.randrange(20, 150))
    return Action(number, words, dice.choice(PARTNERS), raised_on, due_on, done_on)


def holdings(dice: Random) -> list[Holding]:
    """Six seats, each held by one person after another, some with a vacancy between them."""
    found = []
    for seat in range(1, 7):
        start, holder = BEGIN, "A"
        while start < END:
            end = start + timedelta(dice.randrange(200, 500))
            person = f"Person {seat}{holder}"
            found.append(Holding(f"Seat {seat}", PARTNERS[seat % 3], person, start, end))
            start, holder = end + timedelta(dice.choice((1, 1, 41))), chr(ord(holder) + 1)
    return found


def log(known: Sequence[Action], on: date) -> Rows:
    """The whole log of a day."""
    return [
        {
            "Reference": f"{each.number:03d}",
            "Action": each.words,
            "Organisation": each.organisation,
            "Raised on": each.raised_on,
            "Due": each.due_on,
            "Status": "complete" if each.is_done(on) else "open",
            "Completed on": each.done_on if each.is_done(on) else None,
        }
        for each in known
        if each.raised_on <= on
    ]


def roster(known: Sequence[Holding], on: date) -> Rows:
    """The holdings up to a day, those that are over with their end."""
    return [
        {
            "Seat": each.seat,
            "Organisation": each.organisation,
            "Person": each.person,
            "Role": "member",
            "From": each.from_on,
            "To": each.to_on if each.to_on <= on else None,
        }
        for each in known
        if each.from_on <= on
    ]


def without(rows: Rows, *headings: str) -> Rows:
    """The same without these columns."""
    return [{name: cell for name, cell in row.items() if name not in headings} for row in rows]


def still_open(rows: Rows) -> Rows:
    return [row for row in rows if row["Status"] == "open"]


def renumbered(rows: Rows) -> Rows:
    return [{**row, "Reference": number} for number, row in enumerate(rows, 1)]


def current(rows: Rows) -> Rows:
    return without([row for row in rows if row["To"] is None], "To")


def with_vacancies(rows: Rows) -> Rows:
    """The current holders, and a row for each seat that nobody holds."""
    held = current(rows)
    seats = {row["Seat"]: row for row in rows}
    vacant = [seats[seat] for seat in seats.keys() - {row["Seat"] for row in held}]
    return [*held, *without([{**row, "Person": "Vacant", "From": None} for row in vacant], "To")]


@dataclass(frozen=True)
class Habit:
    """How a file of the log, or of the roster, is made of what is true; what is said of it at loading."""

    kind: str
    export: Callable[[Rows, date], Rows]
    gone: Answers = field(default_factory=dict)
    said: Mapping[str, Any] = field(default_factory=dict)


HABITS = {
    "the whole log": Habit("actions", lambda rows, on: rows),
    "open ones only": Habit("actions", lambda rows, on: without(still_open(rows), "Completed on"), "ended"),
    "numbered anew": Habit(
        "actions", lambda rows, on: renumbered(without(still_open(rows), "Completed on")), "ended",
        {"matched_by": "words"},
    ),
    "no day of completion": Habit("actions", lambda rows, on: without(rows, "Completed on")),
    "owners every other month": Habit(
        "actions", lambda rows, on: without(rows, *["Organisation"] * (on.month % 2))
    ),
    "From and To": Habit("representatives", lambda rows, on: rows),
    "neither From nor To": Habit("representatives", lambda rows, on: without(current(rows), "From"), "ended"),
    "vacant rows": Habit("representatives", lambda rows, on: with_vacancies(rows), "ended"),
    "current holders": Habit("representatives", lambda rows, on: current(rows), "ended"),
}  # fmt: skip
