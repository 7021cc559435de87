"""The judges against a second, independent reading of the register of rules, on invented records.

Ten worlds of each body, or more by the switch (`tests/switch.py`).
"""

from datetime import date
from pathlib import Path

import pytest

import rules
from tests.oracle.findings import tuples
from tests.oracle.records import facts_of
from tests.oracle.setting import World
from tests.oracle.verdicts import RULES, verdicts
from tests.oracle.worlds import world_of
from tests.switch import many

BODIES = rules.load_bodies(Path(__file__).parents[2] / "bodies")
COUNT = many(10, 20, 100)


def differences(body: str, world: World, today: date) -> list[str]:
    """What only the oracle says and what only the judges say, rule by rule."""
    expected = verdicts(body, world, today)
    found = tuples(rules.judge(BODIES[body], facts_of(world), today), today)
    only = [(verdict, "oracle only") for verdict in expected - found]
    only += [(verdict, "judges only") for verdict in found - expected]
    return [f"{whose}: {verdict}" for verdict, whose in sorted(only, key=str)]


def report(seed: int, body: str, today: date, found: list[str]) -> str:
    return "\n".join([f"seed {seed}, {body}, judged on {today}:", *found])


@pytest.mark.parametrize("body", RULES)
def test_the_judges_and_the_oracle_agree_on_every_world(body: str) -> None:
    """Two independent readings of a body's terms come to the same verdicts and figures."""
    for seed in range(COUNT):
        world, today = world_of(body, seed)
        found = differences(body, world, today)
        assert not found, report(seed, body, today, found)


@pytest.mark.parametrize("body", RULES)
def test_the_worlds_bring_out_more_than_one_status_of_each_rule(body: str) -> None:
    """No rule is compared on worlds that all give it the same status."""
    found: dict[object, set[object]] = {}
    for seed in range(50):
        for rule, _, status, *_ in verdicts(body, *world_of(body, seed)):
            found.setdefault(rule, set()).add(status)
    assert {rule for rule, statuses in found.items() if len(statuses) < 2} == set()
