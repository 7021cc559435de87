"""Votes lost and had back by attendance, against every way in which two of three members can come.

A vote at one meeting hangs on who came to all those before, and with it how many the quorum is counted of.
"""

from datetime import date
from itertools import product
from random import Random

import pytest

from rules import Facts, Status, judge
from tests.rules.build import body, facts
from tests.switch import many

DAYS = (date(2026, 1, 7), date(2026, 2, 4), date(2026, 3, 4), date(2026, 4, 1))
PEOPLE = ("Ann", "Bo", "Cy")
TODAY = date(2026, 6, 30)
COMING = [f"{number:04b}" for number in range(16)]  # a digit for each meeting: 1 came, 0 stayed away
TERMS = {"kind": "needed", "share": "1/2", "more_than": True, "of": "people", "substitutes": "nobody"}


def has_vote(history: str, lost_after: int, back_after: int) -> bool:
    """By the words: after so many missed in a row there is none, until so many in a row were attended."""
    lost = history.rfind("0" * lost_after)
    return lost < 0 or "1" * back_after in history[lost + lost_after :]


def expected(came: dict[str, str], lost_after: int, back_after: int) -> list[tuple[Status, object, object]]:
    """For each meeting how many of those with a vote came, and how many are more than half of them."""
    found: list[tuple[Status, object, object]] = []
    for meeting in range(len(DAYS)):
        voting = [who for who in PEOPLE if has_vote(came[who][:meeting], lost_after, back_after)]
        there = sum(came[who][meeting] == "1" for who in voting)
        needed = len(voting) // 2 + 1
        status = Status.MET if there >= needed else Status.NOT_MET
        found.append((status, there, needed) if voting else (Status.UNKNOWN, None, None))
    return found


def world(came: dict[str, str], dice: Random) -> Facts:
    """The same records in any order: a vote must not hang on which file came first."""
    meetings = [f"{on} | 3" for on in DAYS]
    lists = [
        f"{on} | Alder | present | {'; '.join(who for who in PEOPLE if came[who][meeting] == '1')}"
        for meeting, on in enumerate(DAYS)
    ]
    seats = [f"Member | {who} | Alder" for who in PEOPLE]
    for rows in (meetings, lists, seats):
        dice.shuffle(rows)
    heading = "meeting_on | organisation | attendance | people"
    return facts(
        meetings="\n".join(["meeting_on | count_recorded", *meetings]),
        attendance_by_organisation="\n".join([heading, *lists]),
        seats="\n".join(["seat | person | organisation", *seats]),
    )


@pytest.mark.parametrize(("lost_after", "back_after"), [(1, 1), (1, 2), (2, 1), (2, 2)])
def test_a_vote_hangs_on_all_meetings_before(lost_after: int, back_after: int) -> None:
    """Every way in which two come to four meetings, or some of them, beside one who comes first and last."""
    terms = body(quorum={**TERMS, "vote_lost_after": lost_after, "vote_back_after": back_after})
    dice = Random(lost_after * 10 + back_after)
    for one, other in product(COMING[:: many(3, 1, 1)], repeat=2):
        came = {"Ann": one, "Bo": other, "Cy": "1001"}
        found = sorted(judge(terms, world(came, dice), TODAY), key=lambda finding: finding.on or TODAY)
        verdicts = [(each.status, each.value, each.limit) for each in found]

        assert verdicts == expected(came, lost_after, back_after), came
