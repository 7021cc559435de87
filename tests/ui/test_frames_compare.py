"""Several bodies side by side."""

from datetime import date

from rules import judge
from rules.actions import FAMILY as ACTIONS
from rules.quorum import FAMILY as QUORUM
from tests.rules.build import body, facts
from ui.frames_compare import NOTHING_ASKED, Side, compared

TODAY = date(2026, 11, 21)
FACTS = facts(
    organisations="organisation\nAlder\nBirch",
    meetings="meeting_on | members | count_recorded\n3 Mar 2026 | Alder; Birch | 2\n9 Jun 2026 | Alder | 1",
)


def side(name: str, **terms: dict) -> Side:
    of_body = body(short=name, **terms)
    return Side(of_body, judge(of_body, FACTS, TODAY))


def test_bodies_stand_by_name_each_clause_in_a_row() -> None:
    """How many verdicts of each kind, in words; nobody is put first for how it stands."""
    found = compared(QUORUM, [
        side("Upland", quorum={"kind": "needed", "organisations": 2, "clause": "4.1"}),
        side("Lowland", quorum={"kind": "none", "clause": "7"}),
    ], TODAY)  # fmt: skip

    assert found.select("Body", "What it asks").rows() == [
        ("Lowland", "7: As the terms say."), ("Upland", "4.1: As the terms say."),
    ]  # fmt: skip
    assert "Not applicable" in found["How it stands"][0].replace("\u00a0", " ")
    assert all(
        word in found["How it stands"][1].replace("\u00a0", " ") for word in ("1 Met ✓", "1 Not met ✕")
    )


def test_a_body_that_says_nothing_is_silent() -> None:
    """It has its row, and is not left out."""
    found = compared(ACTIONS, [side("Upland", quorum={"kind": "none"})], TODAY)

    assert found.select("Body", "What it asks").rows() == [("Upland", NOTHING_ASKED)]
    assert found["How it stands"][0].startswith("Silent")
