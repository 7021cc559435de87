"""A year of monthly files in each habit: every month right, each earlier one too, as known now and then."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from pathlib import Path
from random import Random
from typing import Any

import pytest

import intake
import loaders
from store import Moment, Reader, Said, Store, moment
from tests.judged import BODIES
from tests.switch import FULL, many
from tests.year import habits
from tests.year.habits import HABITS, MONTH_ENDS, Habit

BODY = BODIES["nottinghamshire"]
READER = Reader("secretariat@example.org", frozenset({"secretariat"}))
MONTHS = MONTH_ENDS[: many(2, 6, 12)]


class Year:
    """What is true of a year, and a store that is told of it month by month."""

    def __init__(self, store: Store, habit: Habit) -> None:
        self.store, self.habit, dice = store, habit, Random(habit.kind)
        self.actions, self.holdings = habits.actions(dice), habits.holdings(dice)

    def load(self, on: date) -> None:
        """The file of a month-end, loaded on that day; what it leaves out is answered as the habit has it."""
        habit, at = self.habit, datetime.combine(on, time(18))
        log = habit.kind == "actions"
        rows = habits.log(self.actions, on) if log else habits.roster(self.holdings, on)
        known = intake.known(self.store, READER, BODY, on)
        checked = intake.check(
            _csv(habit.export(rows, on)), f"{on}.csv", BODY, habit.kind, known, loaders.Answers("day")
        )
        said = Said(as_at=on, **habit.said)
        trial = intake.tried(self.store, READER, BODY, checked, at, on, said, habit.gone)
        assert trial.must_be_told.is_empty()
        intake.saved(self.store, READER, trial)

    def was(self, on: date) -> Any:
        """What is true of a day."""
        if self.habit.kind == "actions":
            return {a.words: (a.is_done(on), a.due_on) for a in self.actions if a.raised_on <= on}
        return sorted(holding.person for holding in self.holdings if holding.is_held(on))

    def shown(self, at: Moment) -> Any:
        """What the store shows of a day."""
        if self.habit.kind == "actions":
            rows = self.store.read(READER, "actions", BODY.key, at).to_dicts()
            begun = [row for row in rows if row["raised_on"] <= at.on]
            return {row["action"]: (_is_done(row, at.on), row["due_on"]) for row in begun}
        seats = self.store.read(READER, "seats", BODY.key, at).to_dicts()
        return sorted(seat["person"] for seat in seats if _is_held(seat, at.on))


def _csv(rows: habits.Rows) -> bytes:
    out = io.StringIO()
    file = csv.DictWriter(out, rows[0])
    file.writeheader()
    file.writerows(rows)
    return out.getvalue().encode()


def _is_done(action: dict[str, Any], on: date) -> bool:
    return action["status"] == "complete" and (action["completed_on"] or on) <= on


def _is_held(seat: dict[str, Any], on: date) -> bool:
    begun, over = (seat["from_on"] or on) <= on, (seat["to_on"] or on) < on
    return seat["status"] == "filled" and begun and not over


@pytest.fixture(params=HABITS)
def year(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Year]:
    """One habit, and a new store."""
    store = Store.open(tmp_path / "year.duckdb")
    yield Year(store, HABITS[request.param])
    store.close()


def test_every_month_is_right_as_known_now_and_then(year: Year) -> None:
    """Each month-end right once its file is loaded, and ever after; as it was known then, as it was shown.

    After every file with QUORATE_LONG=full, otherwise after the last.
    """
    shown_then: dict[date, Any] = {}
    for place, on in enumerate(MONTHS, 1):
        year.load(on)
        shown_then[on] = year.shown(moment(on, "then"))
        assert year.shown(moment(on)) == year.was(on), on
        if FULL or on == MONTHS[-1]:
            _earlier_ones_hold(year, MONTHS[:place], shown_then)


def _earlier_ones_hold(year: Year, months: Sequence[date], shown_then: dict[date, Any]) -> None:
    for on in months:
        assert year.shown(moment(on)) == year.was(on), f"{on}, as known now"
        assert year.shown(moment(on, "then")) == shown_then[on], f"{on}, as known then"
