"""A board whose terms nobody here has written: what it says can be said in one file, and is judged."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from rules import Body, Finding, every_body, judge
from tests.rules.build import facts

TODAY = date(2026, 11, 21)
TERMS = """
name = "Example Governing Board"
short = "Governors"
title = "Terms of reference"
main_group = "Board"

[sectors]
"Councillor" = []
"School" = []

[[quorum]]
rule = "G1"
kind = "needed"
from = 2025-09-01
clause = "3.1"
says = "Three members or a third of them, whichever is greater, with a councillor."
people = 3
share = "1/3"
posts = ["Councillor"]

[[quorum]]
rule = "G2"
kind = "needed"
from = 2025-09-01
clause = "3.2"
says = "More than half of those with a vote, in the finance group."
group = "Finance group"
share = "1/2"
more_than = true
of = "voting members"
without_vote = ["Adviser"]
vote_lost_after = 2
vote_back_after = 1

[[decision]]
rule = "G3"
kind = "majority"
from = 2025-09-01
clause = "4.1"
says = "Three quarters of those present change the terms."
of = "amendment"
share = "3/4"
counted_of = "members present"

[[decision]]
rule = "G4"
kind = "between meetings"
from = 2025-09-01
clause = "4.2"
says = "What is decided by e-mail is ratified at the next meeting."

[[cadence]]
rule = "G5"
kind = "meetings"
from = 2025-09-01
clause = "5.1"
says = "Three meetings a school year, one in each term."
times = 3
year = "academic"
each_term = true

[[cadence]]
rule = "G6"
kind = "meetings"
from = 2025-09-01
clause = "5.2"
says = "One meeting in May or June."
times = 1
year = "academic"
months = [5, 6]

[[office]]
rule = "G7"
kind = "elected yearly"
from = 2025-09-01
clause = "2.1"
says = "The chair is elected at the first meeting of the school year."
role = "chair"
year = "academic"

[[office]]
rule = "G8"
kind = "most terms"
from = 2025-09-01
clause = "2.2"
says = "Nobody is chair for more than two terms."
role = "chair"
most = 2

[[office]]
rule = "G9"
kind = "absence"
from = 2025-09-01
clause = "2.3"
says = "Six months without attending end membership."
months = 6

[[fee]]
rule = "G10"
kind = "none"
from = 2025-09-01
clause = "6"
says = "There is no fee."
"""
FACTS = {
    "seats": """
        group_name        | seat       | organisation | person | role   | sector     | from_on
        Board             | Chair      | Council      | Ann    | chair  | Councillor | 1 Sep 2025
        Board             | Councillor | Council      | Bo     | member | Councillor | 1 Sep 2025
        Board             | Head       | Hill School  | Cy     | member | School     | 1 Sep 2025
        Finance group | Councillor | Council      | Ann    | member | Councillor | 1 Sep 2025
        Finance group | Adviser    | Council      | Di     | member |            | 1 Sep 2025
    """,
    "meetings": """
        group_name        | meeting_on  | members              | count_present
        Board             | 1 Oct 2025  | Council              | 2
        Board             | 1 Feb 2026  | Council; Hill School | 3
        Board             | 1 Jun 2026  | Hill School          | 1
        Finance group | 12 Mar 2026 | Council              | 1
    """,
    "attendance_by_organisation": """
        group_name        | meeting_on  | organisation | attendance | people
        Board             | 1 Oct 2025  | Council      | present    | Ann; Bo
        Board             | 1 Feb 2026  | Council      | present    | Ann; Bo
        Board             | 1 Feb 2026  | Hill School  | present    | Cy
        Board             | 1 Jun 2026  | Hill School  | present    | Cy
        Finance group | 12 Mar 2026 | Council      | present    | Ann
    """,
    "decisions": """
      reference | group_name | meeting_on  | decision        | kind      | method | votes_for | votes_against
        D1        | Board      | 1 Feb 2026  | Widen the terms | amendment | vote   | 2         | 1
        D2        | Board      | 1 Mar 2026  | Buy chairs      | spending  | e-mail |           |
        D3        | Board      | 1 Oct 2025  | Elect the chair | election  | hands  | 2         | 0
    """,
}


@pytest.fixture
def governors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Body]:
    """Read from a folder of one's own, beside the product's."""
    (tmp_path / "governors.toml").write_text(TERMS, encoding="utf-8")
    monkeypatch.setenv("QUORATE_BODIES", str(tmp_path))
    yield every_body()["governors"]


def verdict(found: list[Finding], rule: str, about: str) -> tuple[str, str]:
    (one,) = [f for f in found if f.rule == rule and about in f.about]
    return str(one.status), one.says


@pytest.mark.parametrize(
    ("rule", "about", "status", "says"),
    [
        ("G1", "1 October 2025", "not met", "Sub-quorate: 2 people present, 3 needed."),
        ("G1", "1 February 2026", "met", "Just quorate: 3 people present, 3 needed."),
        ("G1", "1 June 2026", "not met",
         "Sub-quorate: 1 person present, 3 needed; no Councillor was present."),
        ("G2", "12 March 2026", "met", "Just quorate: 1 person present, 1 needed."),
        ("G3", "D1", "not met", "2 of 3 members present in favour; at least 3/4 is needed, 3."),
        ("G4", "D2", "provisional", "Taken between meetings; not ratified at the next one, on 1 June 2026."),
        ("G5", "2025/26", "met", "3 of 3 held."),
        ("G6", "2025/26", "met", "3 of 1 held."),
        ("G7", "2025/26", "met", "Elected at the first meeting of the year, on 1 October 2025."),
        ("G8", "Chair", "met", "1 term begun; the terms of reference allow 2."),
        ("G9", "Chair, Council", "not met",
         "At no meeting since 1 February 2026: the office ended on 1 August 2026."),
        ("G10", "Fee", "not applicable", "The terms say that there is no fee."),
    ],
)  # fmt: skip
def test_a_board_of_people_is_judged_by_its_own_terms(
    governors: Body, rule: str, about: str, status: str, says: str
) -> None:
    """A third of people with a councillor among them, votes, terms, elections: only a file was written."""
    assert verdict(judge(governors, facts(**FACTS), TODAY), rule, about) == (status, says)
