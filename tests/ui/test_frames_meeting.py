"""What the page of a meeting asks of facts and findings."""

from datetime import date

from rules import judge
from rules.meetings import about
from tests.rules.build import body, facts
from ui import frames_meeting as of

TODAY = date(2026, 11, 21)
TERMS = {
    "quorum": {"kind": "needed", "organisations": 2},
    "actions": {"kind": "followed up"},
}
FACTS = facts(
    meetings="""
        meeting_on | members      | count_present | papers_sent_on | minutes_sent_on | status
        3 Mar 2026 | Alder; Birch | 3             | 24 Feb 2026    | 6 Mar 2026      | held
        9 Jun 2026 | Alder        | 0             |                |                 |
        9 Dec 2026 |              | 0             |                |                 | postponed
        9 Jan 2027 |              | 0             |                |                 |
    """,
    organisations="organisation\nAlder\nBirch",
    decisions="""
        reference | meeting_on | decision | group_name
        D2        | 3 Mar 2026 | Later    | Board
        D1        | 3 Mar 2026 | First    | Board
        D3        | 3 Mar 2026 | Theirs   | Working group
    """,
    actions="""
        reference | raised_on  | due_on     | action | organisation
        A1        | 3 Mar 2026 | 9 Jun 2026 | Write  | Alder
        A2        | 9 Jun 2026 |            | Call   | Birch
    """,
)
SPRING, SUMMER, WINTER, NEXT = FACTS.meetings_in_order
FOUND = judge(body(**TERMS), FACTS, TODAY)


def test_its_papers_and_minutes_are_so_many_days_away() -> None:
    """Nine days before, three after; what nobody recorded is said not to be on record."""
    told = of.key_facts(SPRING, TODAY)

    assert told["Papers sent"] == "24 February 2026, 7 days before"
    assert told["Minutes sent"] == "6 March 2026, 3 days after"
    assert told["In the room"] == "3 people"
    assert of.key_facts(SUMMER, TODAY)["Minutes sent"] == of.NOT_ON_RECORD
    assert "In the room" not in of.key_facts(SUMMER, TODAY)


def test_a_meeting_ahead_has_no_minutes_yet() -> None:
    """Nobody misses what cannot be there; one that does not take place is not ahead."""
    assert "Minutes sent" not in of.key_facts(NEXT, TODAY)
    assert of.standing(NEXT, TODAY) == "Ahead"
    assert of.standing(WINTER, TODAY) == "Postponed"
    assert of.standing(SPRING, TODAY) == "Held"


def test_its_quorum_has_its_verdict_or_says_why_not() -> None:
    """Where the terms need none, the sentence says so, and there is no verdict."""
    assert of.of_quorum(body(**TERMS), FACTS, FOUND, SUMMER).finding.about == about(SUMMER)
    without = body(quorum={"kind": "none"})
    told = of.of_quorum(without, FACTS, judge(without, FACTS, TODAY), SPRING)
    assert (told.finding, told.says) == (None, "The terms need no quorum.")


def test_it_decided_what_its_own_group_decided_that_day() -> None:
    """By reference; those without a verdict are told of as well."""
    made = of.decided(FACTS, SPRING)

    assert [each.reference for each in made] == ["D1", "D2"]
    assert of.decided(FACTS, SUMMER) == []
    assert of.fates(FOUND, made) == []
    assert of.without_a_verdict(FOUND, made) == made


def test_actions_are_raised_at_one_meeting_and_due_at_another() -> None:
    """Each with its verdict where there is one."""
    assert [each.reference for each in of.raised(FACTS, SPRING)] == ["A1"]
    assert [each.subject("reference") for each in of.due(FOUND, SUMMER)] == ["A1"]
    assert list(of.on_actions(FOUND, of.raised(FACTS, SPRING))) == ["A1"]
    assert of.due(FOUND, SPRING) == []


def test_the_newest_meeting_stands_first() -> None:
    """Also one that is ahead."""
    assert of.newest_first(FACTS)[0] == NEXT
