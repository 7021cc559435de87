"""A year of monthly files in each habit: every month right, each earlier one too, as known now and then."""

import csv
import io
from collections.abc import Iterator
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pytest

import intake
import loaders
from store import Moment, Reader, Said, Store, catalogue, moment
from tests.judged import BODIES
from tests.switch import FULL, many, some
from tests.year import habits
from tests.year.habits import HABITS, MONTH_ENDS, Habit

BODY = BODIES["nottinghamshire"]
READER = Reader("secretariat@example.org", frozenset({"secretariat"}))
MONTHS = MONTH_ENDS[: many(2, 3, 12)]


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
        # what is left unanswered would show; verdicts before and after are not asked for
        noted = intake.note(checked, at, said)
        self.store.add(READER, BODY.key, checked.kind.name, checked.kept, noted, habit.gone)

    def was(self, on: date) -> Any:
        """What is true of a day."""
        if self.habit.kind == "actions":
            return {a.words: (a.is_done(on), a.due_on) for a in self.actions if a.raised_on <= on}
        return sorted(holding.person for holding in self.holdings if holding.is_held(on))

    def shown(self, at: Moment) -> Any:
        """What the store shows of a day."""
        if self.habit.kind == "actions":
            begun = [row for row in self._read("actions", at) if row["raised_on"] <= at.on]
            return {row["action"]: (_is_done(row, at.on), row["due_on"]) for row in begun}
        return sorted(seat["person"] for seat in self._read("seats", at) if _is_held(seat, at.on))

    def _read(self, mart: str, at: Moment) -> list[dict[str, Any]]:
        """The rows of a mart on a day, for which nothing else is made as of that day: the other marts, which
        nobody looks at here, take ten times as long.
        """
        with pytest.MonkeyPatch.context() as only:
            only.setattr(catalogue, "KEPT", _below(mart))
            return self.store.read(READER, mart, BODY.key, at).to_dicts()


@cache
def _below(mart: str) -> tuple[tuple[str, str], ...]:
    """The kept tables that a mart rests on, in the order of making, and itself."""
    below = {("marts", mart)}
    for kept in reversed(catalogue.KEPT):
        below |= catalogue.reads(*kept) if kept in below else set()
    return tuple(kept for kept in catalogue.KEPT if kept in below)


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


@pytest.fixture(params=some(HABITS, 5))
def year(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Year]:
    """One habit, and a new store."""
    store = Store.open(tmp_path / "year.duckdb")
    yield Year(store, HABITS[request.param])
    store.close()


def test_every_month_is_right_as_known_now_and_then(year: Year) -> None:
    """Each month-end right once its file is loaded, and ever after, which is looked at after every file with
    QUORATE_LONG=full, otherwise after the last; and as it was known then, as it was shown.
    """
    shown_then: dict[date, Any] = {}
    for place, on in enumerate(MONTHS, 1):
        year.load(on)
        shown_then[on] = year.shown(moment(on, "then"))
        assert year.shown(moment(on)) == year.was(on), on
        for earlier in MONTHS[: place - 1] if FULL or on == MONTHS[-1] else ():
            assert year.shown(moment(earlier)) == year.was(earlier), f"{earlier}, as known on {on}"
    for on in MONTHS:
        assert year.shown(moment(on, "then")) == shown_then[on], f"{on}, as known then"
