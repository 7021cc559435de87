"""Before the next meeting: its quorum, what falls due until then, and its agenda."""

from datetime import date

import pytest

from rules import Body, Facts, Status, judge, outlook
from rules.changes import changes
from rules.finding import Need
from tests.rules.build import body, facts

TODAY = date(2026, 11, 21)
BY_SECTOR = {"kind": "needed", "sectors": ("Higher education", "Local authority"), "organisations": 2}
ROSTER = """
    organisation | sector
    Alder        | Higher education
    Birch        | Local authority
    Cedar        | Local authority
"""
NEXT = "meeting_on  | count_recorded\n9 Dec 2026 | 0"


def ahead(apologies: str = "", **tables: str) -> outlook.Outlook:
    """The outlook for the meeting of 9 December with apologies from these organisations."""
    rows = "".join(
        f"\n9 Dec 2026 | {name.strip()} | apologies" for name in filter(None, apologies.split(";"))
    )
    known = facts(
        organisations=tables.get("organisations", ROSTER), meetings=NEXT,
        attendance_by_organisation=f"meeting_on | organisation | attendance{rows}",
    )  # fmt: skip
    board = body(quorum=BY_SECTOR)
    return outlook.outlook(board, known, known.meetings[0])


def needs(found: outlook.Outlook) -> tuple[Need, ...]:
    assert found.finding
    return found.finding.needs


def test_without_a_word_from_anybody_nothing_is_promised() -> None:
    """All could come, and nobody has said so."""
    found = ahead()

    assert found.expected == "not known"
    assert needs(found) == (
        Need("Organisations", 3, 2), Need("Higher education", 1, 1), Need("Local authority", 2, 1),
    )  # fmt: skip


def test_the_only_one_of_a_sector_who_cannot_come_puts_it_at_risk() -> None:
    """Each need says what is left and with whose apologies it went."""
    found = ahead("Alder")

    assert found.expected == "at risk"
    assert needs(found)[1] == Need("Higher education", 0, 1, ("Alder",))
    assert needs(found)[2] == Need("Local authority", 2, 1)


def test_apologies_that_leave_enough_are_enough_so_far() -> None:
    """It is not promised: others may still send theirs."""
    assert ahead("Cedar").expected == "enough so far"


def test_a_sector_without_any_member_is_at_risk_before_anybody_writes() -> None:
    """Even if all come."""
    assert ahead(organisations="organisation | sector\nAlder | Higher education").expected == "at risk"


@pytest.mark.parametrize("most", [1, 3])
def test_of_two_quorums_the_one_at_risk_is_told(most: int) -> None:
    """Whichever of them stands first; where both can be reached, the first."""
    known = facts(organisations=ROSTER, meetings=NEXT)
    quorum = [{"kind": "needed", "organisations": count} for count in (1, most + 1)]
    found = outlook.outlook(body(quorum=quorum), known, known.meetings[0])

    assert needs(found) == (Need("Organisations", 3, 4 if most == 3 else 1),)


def test_with_nobody_on_record_it_is_not_known() -> None:
    """No roster is no shortfall."""
    found = ahead(organisations="organisation")

    assert (found.expected, found.finding) == ("not known", None)


@pytest.mark.parametrize(
    ("quorum", "says"), [({"kind": "none"}, "need no quorum"), ({"kind": "silent"}, "state no quorum")]
)
def test_where_no_quorum_is_needed_none_is_at_risk(quorum: dict, says: str) -> None:
    """What the document does not ask for, and what it leaves out, are told apart."""
    known = facts(organisations=ROSTER, meetings=NEXT)
    found = outlook.outlook(body(quorum=quorum), known, known.meetings[0])

    assert found.expected == "not asked for"
    assert says in found.says


ACTIONS = """
    reference | organisation | action       | raised_on  | due_on
    A1        | Alder        | Write a plan | 1 Mar 2026 | 1 May 2026
    A2        | Birch        | Ask schools  | 1 Mar 2026 | 1 Jun 2026
    A3        | Cedar        | Find a room  | 1 Mar 2026 | 1 Dec 2026
"""


def judged(actions: str, today: date = TODAY) -> tuple[Body, Facts, list]:
    board = body(actions=[{"kind": "due at next meeting"}])
    known = facts(actions=actions, meetings=NEXT)
    return board, known, judge(board, known, today)


def test_what_is_late_is_on_the_agenda_with_its_owner() -> None:
    """One by one where they are few."""
    items = outlook.agenda(*judged(ACTIONS), TODAY)

    assert [(item.what.split(",")[0], item.who, item.page) for item in items] == [
        ("A2", "Birch", "actions"), ("A1", "Alder", "actions"),
    ]  # fmt: skip


def test_many_of_one_kind_are_one_item() -> None:
    """Or the agenda would be the action log."""
    [item] = outlook.agenda(*judged(ACTIONS + "    A4 | Elm | Ask again | 1 Mar 2026 | 1 Jul 2026"), TODAY)

    assert (item.what, item.who) == ("3 actions overdue", "Elm; Birch; Alder")
    assert item.why == "The oldest since 1 May 2026."


def test_what_was_missed_on_a_day_that_has_passed_is_no_item() -> None:
    """Nobody can make a past meeting quorate."""
    board = body(quorum={"kind": "needed", "organisations": 2})
    known = facts(meetings="meeting_on | members\n9 Jun 2026 | Alder", organisations=ROSTER)
    found = judge(board, known, TODAY)

    assert [f.status for f in found] == [Status.NOT_MET]
    assert outlook.agenda(board, known, found, TODAY) == []


def test_what_falls_due_before_the_meeting_is_told_and_no_more() -> None:
    """The papers for it, not those for the next but one."""
    board = body(notice={"kind": "papers", "days": 5, "unit": "working days"})
    known = facts(meetings=NEXT + "\n9 Jun 2027 | 0")
    found = judge(board, known, TODAY)

    assert [f.on for f in found] == [date(2026, 12, 2), date(2027, 6, 2)]
    assert outlook.due_before(found, known.meetings[0]) == found[:1]


def test_whoever_owns_it_is_asked_else_the_group() -> None:
    """A sub-group for its own meeting, the main group for what belongs to nobody."""
    terms = body(
        quorum={"kind": "needed", "organisations": 2, "group": "Task group"},
        review={"kind": "every", "duty": "Review", "months": 12},
    )
    known = facts(organisations=ROSTER, meetings="meeting_on | group_name\n1 Jun 2026 | Task group")
    asked = {f.family: outlook.who(terms, known, f) for f in judge(terms, known, TODAY)}

    assert asked == {"quorum": "Task group", "review": "Board"}


def test_what_changed_is_told_by_subject() -> None:
    """What became late is worse; what was open and is done is settled; what stayed is no change."""
    done = """
        reference | organisation | raised_on  | due_on     | status   | completed_on
        A1        | Alder        | 1 Mar 2026 | 1 May 2026 | complete | 1 Jun 2026
        A2        | Birch        | 1 Mar 2026 | 1 Jun 2026 | open     |
        A3        | Cedar        | 1 Mar 2026 | 1 Dec 2026 | open     |
    """
    before, after = judged(ACTIONS, date(2026, 5, 20))[2], judged(done)[2]
    found = changes(before, after)

    assert [f.subject("reference") for f in found.worse] == ["A2"]
    assert [f.subject("reference") for f in found.settled] == ["A1"]
    assert changes(before, before) == changes((), ())
