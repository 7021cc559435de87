"""The rules together: what holds of any body, any facts and any finding."""

from dataclasses import fields, replace
from datetime import date
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules import Facts, Finding, Status, judge
from rules.families import FAMILIES
from tests.rules.build import body, facts

TODAY = date(2026, 11, 21)
IN_2020 = {"begins": date(2020, 1, 1), "ends": date(2020, 12, 31)}
ENTRIES: dict[str, list[dict[str, Any]]] = {
    "quorum": [
        {"kind": "silent"},
        {"kind": "none"},
        {"kind": "needed", "organisations": 2, "sectors": ["Health"]},
    ],
    "composition": [
        {"kind": "size", "least": 1, "most": 2},
        {"kind": "sectors", "sectors": ["Health", "Housing"]},
        {"kind": "offices", "role": "chair", "count": 1, "secretariat": True},
        {"kind": "primary contact"},
        {"kind": "representation", "groups": ["Board", "Operations"]},
        {"kind": "seats", "count": 3},
        {"kind": "listed", "count": 3},
    ],
    "admission": [
        {"kind": "eligibility", "sectors": ["Health"]},
        {"kind": "signed"},
        {"kind": "applications", "duty": "Application"},
        {"kind": "applications decided", "duty": "Application"},
        {"kind": "observers"},
        {"kind": "temporary members"},
    ],
    "attendance": [
        {"kind": "expected", "more_than": 0.5},
        {"kind": "continuity", "at_least": 0.5},
        {"kind": "people per organisation", "most": 1},
        {"kind": "apologies or substitute"},
    ],
    "cadence": [
        {"kind": "meetings", "times": 4, "year": "calendar", "spread": True},
        {"kind": "event", "duty": "Conference", "year": "municipal"},
        {"kind": "before event", "duty": "Regional meeting", "weeks": 6},
    ],
    "notice": [
        {"kind": "papers", "days": 5, "unit": "working days"},
        {"kind": "amendments", "days": 10, "unit": "days"},
        {"kind": "minutes", "days": 10, "unit": "working days", "house_default": True},
        {"kind": "dissolution", "months": 6, "duty": "Dissolution"},
    ],
    "office": [
        {"kind": "term", "role": "chair", "years": 2},
        {"kind": "election", "role": "chair", "secret": True},
        {"kind": "ex officio", "role": "chair", "post": "Director"},
        {"kind": "post", "post": "Officer", "full_time_share": 0.6, "contract_years": 3, "duty": "Contract"},
        {"kind": "chaired"},
        {"kind": "from members", "role": "chair"},
        {"kind": "by members", "role": "chair"},
        {"kind": "most terms", "role": "chair", "most": 2},
        {"kind": "absence", "months": 6},
        {"kind": "elected yearly", "role": "chair", "year": "municipal"},
    ],
    "review": [
        {"kind": "every", "duty": "Review", "months": 12},
        {"kind": "municipal year", "duty": "Review"},
    ],
    "decision": [
        {"kind": "between meetings"},
        {"kind": "quorum without conflicted"},
        {"kind": "ratification", "by": "any later quorate meeting"},
        {"kind": "share of agencies present", "share": 0.6},
        {"kind": "majority", "casting_vote": True},
        {"kind": "consent"},
        {"kind": "condition", "condition": "within delegated powers", "duty": "Within powers"},
        {"kind": "binding", "binds_partners": False},
        {"kind": "where"},
    ],
    "fee": [
        {"kind": "bands", "boundary_gbp": 1000, "over_gbp": 100, "under_gbp": 50, "first_year": 2017},
        {"kind": "none"},
    ],
    "actions": [
        {"kind": "due at next meeting"},
        {"kind": "shared", "with": "Parenting Board"},
        {"kind": "followed up"},
    ],
    "pledges": [
        {"kind": "each partner"},
        {"kind": "themes", "themes": ["Health"]},
        {"kind": "progress", "behind_points": 10, "stale_months": 6},
    ],
    "groups": [
        {"kind": "lead"},
        {"kind": "agreed"},
        {"kind": "reports", "months": 3},
        {"kind": "time-limited", "of": "task"},
        {"kind": "reviewed", "months": 12},
        {"kind": "idle", "months": 6},
        {"kind": "members take part"},
    ],
    "duties": [
        {"kind": "report", "duty": "Report", "to": "Council", "months": 12},
        {"kind": "sign-off"},
        {"kind": "once", "duty": "Role description"},
        {"kind": "each member", "duty": "Agreement"},
        {"kind": "each meeting", "duty": "Declarations"},
        {"kind": "each publication", "duty": "Logo"},
        {"kind": "checklist", "each": "bid", "duties": ["Lead", "Approval"]},
        {"kind": "rise", "measures": ["Level 3"]},
        {"kind": "published", "count": 2},
    ],
    "document": [
        {"kind": "period", **IN_2020},
        {"kind": "dated", "dated": date(2020, 1, 1)},
        {"kind": "blank", "what": "vice chair", "role": "vice chair"},
        {"kind": "missing", "what": "appendix", "duty": "Appendix"},
        {"kind": "silent", "about": ["voting"]},
    ],
    "text": [{"kind": "text"}],
}  # fmt: skip
EVERYTHING = body(**ENTRIES)
KNOWN = facts(
    organisations="""
        organisation | sector  | membership | joined_on  | turnover_gbp | signed_terms
        Alder        | Health  | member     | 1 Jan 2020 | 2000         | yes
        Birch        | Housing | member     |            | 1000         | no
        Cedar        |         | member     | 1 May 2026 |              |
        Dale         | Health  | observer   |            |              |
    """,
    seats="""
        group_name | seat | organisation | person | role   | primary_contact | from_on     | status
        Board      | One  | Alder        | Ann    | chair  | yes             | 1 Jan 2025  | filled
        Board      | Two  | Birch        | Bo     | member | yes             |             | unconfirmed
        Board      | Two  | Birch        |        | member | no              |             | vacant
        Operations |      | Alder        | Abe    | member |                 | 1 Mar 2026  | filled
        Board      |      | Cedar        | Cy     | deputy |                 |             | filled
    """,
    meetings="""
        group_name | meeting_on  | papers_sent_on | minutes_sent_on | members             | substitutes
        Board      | 12 Mar 2026 | 5 Mar 2026     | 20 Mar 2026     | Alder; Birch        |
        Board      | 18 Jun 2026 | 17 Jun 2026    |                 | Alder; Birch; Cedar |
        Board      | 17 Sep 2026 |                |                 | Birch               | Cedar
        Board      | 10 Dec 2026 |                |                 |                     |
        Operations | 1 Jul 2026  |                |                 | Alder               |
    """,
    attendance_by_organisation="""
        meeting_on  | organisation | attendance | people
        12 Mar 2026 | Alder        | present    | Ann; Abe
        12 Mar 2026 | Birch        | present    | Bo
        18 Jun 2026 | Alder        | present    | Abe
        18 Jun 2026 | Cedar        | apologies  |
        17 Sep 2026 | Alder        | absent     |
        17 Sep 2026 | Cedar        | substitute | Di
    """,
    actions="""
        reference | raised_on   | organisation | status   | completed_on | shared_with_board_on
        A1        | 12 Mar 2026 | Alder        | open     |              | 1 Apr 2026
        A2        | 12 Mar 2026 | Dale         | complete | 1 Jul 2026   |
        A3        | 17 Sep 2026 |              | open     |              |
    """,
    pledges="""
        reference | organisation | theme  | start_on   | due_on
        P1        | Alder        | Health | 1 Jan 2026 | 31 Dec 2026
        P2        | Birch        | Other  | 1 Jan 2025 | 1 Nov 2026
        P3        | Alder        |        |            |
    """,
    pledge_progress="""
        pledge_reference | as_at      | progress_share | rag   | evidence
        P1               | 1 Mar 2026 | 0.1            | green |
        P1               | 1 Nov 2026 | 0.2            | green |
        P2               | 1 Oct 2026 | 1              |       |
        P2               | 1 Nov 2026 | 1              | blue  | Letter
    """,
    decisions="""
        reference | meeting_on  | kind     | method    | votes_for | votes_against
        D1        | 12 Mar 2026 | election | vote      | 5         | 3
        D2        | 17 Sep 2026 | spending | consensus |           |
    """,
    payments="""
        organisation | financial_year | amount_gbp
        Alder        | 2026/27        | 60
        Alder        | 2026/27        | 40
        Elm          | 2026/27        | 10
        Dale         | 2025/26        | 10
    """,
    groups="""
        group_name | kind | lead_organisation | agreed_on   | ends_on
        Operations | task |                   | 12 Mar 2026 | 1 Nov 2026
        Housing    |      | Alder             | 13 Mar 2026 |
    """,
    duties="""
        duty         | period      | done_on
        Review       |             | 1 May 2024
        Review       |             | 1 Jun 2026
        Declarations | 12 Mar 2026 |
        Report       |             | 1 Jan 2026
        Conference   | 2026        | 1 Oct 2026
        Application  | Elm         | 1 May 2026
        Application  | Fir         | 1 Oct 2026
        Contract     | 2024        | 1 Apr 2024
        Dissolution  | Operations  | 1 Oct 2026
        Lead         | 2026        | 1 Oct 2026
        Within powers | D1         | 12 Mar 2026
    """,
    publications="""
        title  | signed_off_on | published_on
        Reply  | 1 Mar 2026    | 1 Mar 2026
        Letter |               | 1 Mar 2026
    """,
    outcomes="""
        measure | period  | numerator | denominator
        Level 3 | 2024/25 | 20        | 40
        Level 3 | 2025/26 | 30        | 40
    """,
)


def test_the_example_has_an_entry_of_every_kind() -> None:
    """A new kind of term must be added to the tests of this file."""
    used = {type(term) for terms in EVERYTHING.terms.values() for term in terms}

    assert used == {model for family in FAMILIES for model in family.models}


@pytest.mark.parametrize("known", [Facts(), KNOWN], ids=["nothing known", "much known"])
def test_each_finding_says_what_a_reader_needs(known: Facts) -> None:
    """Family, clause, subject and a whole sentence, whatever is known."""
    findings = judge(EVERYTHING, known, TODAY)

    assert findings
    assert all(
        finding.family in EVERYTHING.terms and finding.clause and finding.about for finding in findings
    )
    assert [finding.says for finding in findings if finding.says[-1] not in ".?"] == []
    assert [finding.says for finding in findings if "None" in finding.says] == []


def test_each_finding_belongs_to_the_family_that_found_it() -> None:
    """The name on a finding is the name of its family."""
    for family in FAMILIES:
        assert {finding.family for finding in family.judge(EVERYTHING, KNOWN, TODAY)} <= {family.name}


def test_nothing_known_is_never_met() -> None:
    """Without any fact only the document's own date can be met."""
    met = [finding for finding in judge(EVERYTHING, Facts(), TODAY) if finding.status is Status.MET]

    assert [finding.term.kind for finding in met] == ["dated"]


def test_a_body_without_terms_has_no_findings() -> None:
    """What the document does not ask for is not judged."""
    assert judge(body(), KNOWN, TODAY) == []


def test_terms_to_come_are_not_judged_yet() -> None:
    """Before the day they come into force there is nothing to say."""
    assert judge(EVERYTHING, Facts(), date(2019, 12, 31)) == []


def test_a_text_draws_no_verdict() -> None:
    """A clause that is only shown is never met nor failed."""
    assert judge(body(text={"kind": "text"}), KNOWN, TODAY) == []


def test_the_gravest_findings_come_first() -> None:
    """What needs attention is at the top, what is met at the bottom."""
    order = list(Status)
    places = [order.index(finding.status) for finding in judge(EVERYTHING, KNOWN, TODAY)]

    assert places == sorted(places)
    assert len(set(places)) > 5


@pytest.fixture(scope="module")
def found() -> list[tuple[Any, ...]]:
    """What is found of everything, in order."""
    return _lines(judge(EVERYTHING, KNOWN, TODAY))


@given(random=st.randoms(use_true_random=False))
def test_the_order_of_records_never_matters(found: list[tuple[Any, ...]], random: Random) -> None:
    """The same facts loaded in any order give the same findings in the same order."""
    assert _lines(judge(EVERYTHING, _shuffled(KNOWN, random), TODAY)) == found


@given(st.dates(date(2020, 1, 1), date(2027, 12, 31)))
def test_any_day_can_be_asked_about(today: date) -> None:
    """Looking back or ahead raises no error, and gives the same answer twice."""
    assert judge(EVERYTHING, KNOWN, today) == judge(EVERYTHING, KNOWN, today)


def test_judging_changes_neither_terms_nor_facts() -> None:
    """The rules only look."""
    before = repr((EVERYTHING, KNOWN))
    judge(EVERYTHING, KNOWN, TODAY)

    assert repr((EVERYTHING, KNOWN)) == before


def _shuffled(known: Facts, random: Random) -> Facts:
    tables = {field.name: list(getattr(known, field.name)) for field in fields(known)}
    for table in tables.values():
        random.shuffle(table)
    return replace(known, **{name: tuple(table) for name, table in tables.items()})


def _lines(findings: list[Finding]) -> list[tuple[Any, ...]]:
    return [(f.rule, f.status, f.about, f.says, f.on, f.value, f.limit, f.rows) for f in findings]
