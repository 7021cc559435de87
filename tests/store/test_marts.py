"""Every mart has the grain, the columns and the meaning that the rules rely on."""

from dataclasses import fields

import pytest

from kinds import KINDS as DECLARED
from rules.facts import RECORDS, Facts
from store import Store
from store.catalogue import MARTS
from store.catalogue import RECORDS as KINDS
from tests.store.tables import SECRETARIAT, columns, note, table

# Of a kind that is read as it is, the grain is what tells one record from another.
GRAIN = {kind.name: " ".join(("body", *kind.key)) for kind in DECLARED if kind.readers} | {
    "organisations": "body organisation",
    "organisation_history": "body organisation valid_from",
    "seats": "body group_name seat organisation person",
    "attendance": "body group_name meeting_on organisation person",
    "attendance_by_organisation": "body group_name meeting_on organisation",
    "attendance_by_seat": "body group_name meeting_on seat organisation person",
    "meetings": "body group_name meeting_on",
    "actions": "body reference",
    "pledges": "body reference",
    "pledge_progress": "body pledge_reference as_at",
    "decisions": "body reference",
    "payments": "body organisation financial_year paid_on reference",
    "groups": "body group_name",
    "duties": "body duty period",
    "publications": "body title",
    "outcomes": "body measure cohort period",
    "aliases": "body of source written",
    "responses_in_full": "body organisation about reference as_at",
    "responses": "body organisation about reference as_at",
    "people": "body name organisation",
    "known_names": "body of name",
    "access": "body because organisation person email",
    "audit": "body done_at done_by what about",
    "uploads": "upload_id",
    "coverage": "body kind",
    "unexplained": "body file line heading",
    "freshness": "body kind",
}


@pytest.mark.parametrize("mart", MARTS)
def test_grain(north: Store, mart: str) -> None:
    """A mart has rows, and one row per key, even when an organisation was written with two of its names."""
    if mart == "unexplained":
        hot = table("actions", "reference|action|status\nA9|Ask|hot")
        north.add(SECRETARIAT, "north", "actions", hot, note("hot.csv"))
    rows = north.read(SECRETARIAT, mart)
    assert 0 < len(rows) == rows.select(GRAIN[mart].split()).n_unique()


@pytest.mark.parametrize("mart", RECORDS)
def test_columns_are_the_fields_of_the_record(north: Store, mart: str) -> None:
    """A mart that rules read has the body and every field of its record, in their order."""
    wanted = ["body", *(field.name for field in fields(RECORDS[mart]))]
    assert [name for name in north.read(SECRETARIAT, mart).columns if name in wanted] == wanted


def test_rules_can_take_every_mart_as_facts(north: Store) -> None:
    """The marts make the facts of a body without more ado."""
    facts = Facts.of({mart: north.read(SECRETARIAT, mart, "north") for mart in RECORDS})
    assert all(getattr(facts, mart) for mart in RECORDS)


@pytest.mark.parametrize("kind", KINDS)
def test_raw_columns_are_those_of_the_contract(store: Store, kind: str) -> None:
    """A raw table takes the loader's frame as it is: its columns, what places a row, and no others."""
    with store._connection.cursor() as cursor:
        raw = cursor.table(f"raw.{kind}").columns
    own = ["upload_id", "body", "line", "row_key", "gone", "gone_by", *columns(kind)]
    assert {*own} <= {*raw} <= {*own, "placed_by"}


@pytest.mark.parametrize(
    ("mart", "column"),
    [("actions", "organisation"), ("pledges", "organisation"), ("payments", "organisation"),
     ("seats", "organisation"), ("attendance", "organisation"), ("groups", "lead_organisation")],
)  # fmt: skip
def test_other_names_become_the_name_on_the_roster(north: Store, mart: str, column: str) -> None:
    """Whatever name of an organisation a file used, in whatever case, the mart gives the roster's."""
    names = set(north.read(SECRETARIAT, mart)[column])
    assert names <= {"North Council", "Bright Homes", "Watchers"}


def test_a_name_not_on_the_roster_stays_as_written(store: Store) -> None:
    """An organisation nobody put on the roster keeps the name its row gave it."""
    store.add(
        SECRETARIAT,
        "north",
        "actions",
        table("actions", "reference|action|organisation|status\nA1|Ask|Who|open"),
        note("a"),
    )
    assert store.read(SECRETARIAT, "actions")["organisation"].to_list() == ["Who"]


def test_an_own_name_goes_before_anothers_alias(store: Store) -> None:
    """When one organisation's other name is the name of a second, the second keeps its rows."""
    roster = "organisation|also_known_as|membership\nAlpha|Beta|member\nBeta||member"
    store.add(SECRETARIAT, "north", "organisations", table("organisations", roster), note("o"))
    actions = "reference|action|organisation|status\nA1|Ask|beta|open"
    store.add(SECRETARIAT, "north", "actions", table("actions", actions), note("a"))
    assert store.read(SECRETARIAT, "actions")["organisation"].to_list() == ["Beta"]


def test_due_is_a_day_or_the_next_meeting(north: Store) -> None:
    """An action is due on its day, or has no day and is due at the next meeting."""
    due = north.read(SECRETARIAT, "actions").select("reference", "due_on", "due_at_next_meeting").rows()
    assert [(ref, str(on), at_next) for ref, on, at_next in due] == [
        ("A1", "2026-04-01", False),
        ("A2", "None", True),
    ]


def test_a_month_is_published_on_its_first_day(north: Store) -> None:
    """A publication dated by month only says so, and lies on the first of the month."""
    when = north.read(SECRETARIAT, "publications").select("title", "published_on", "month_only").rows()
    assert [(t, str(on), month) for t, on, month in when] == [
        ("Offer", "2026-05-01", True),
        ("Plan", "2026-05-12", False),
    ]


def test_sector_of_a_seat_is_its_organisations(north: Store) -> None:
    """A seat has the sector of the organisation that holds it."""
    seats = north.read(SECRETARIAT, "seats", organisation="North Council")
    assert set(seats["sector"]) == {"council"}


def test_progress_carries_the_reference_as_its_pledge_has_it(north: Store) -> None:
    """An update that names its pledge in other letters is still an update of that pledge."""
    assert set(north.read(SECRETARIAT, "pledge_progress")["pledge_reference"]) == {"P1", "P2"}


def test_freshness_tells_the_last_day_and_the_newest_file(store: Store) -> None:
    """Freshness gives the latest day in all live rows of a kind, and the file loaded last."""
    for name, day in (("new.csv", "2026-06-09"), ("late.csv", "2026-03-10")):
        store.add(
            SECRETARIAT,
            "north",
            "meetings",
            table("meetings", f"group_name|meeting_on\nBoard|{day}"),
            note(name),
        )
    assert store.read(SECRETARIAT, "freshness").select("kind", "file_name").rows() == [
        ("meetings", "late.csv")
    ]
    assert str(store.read(SECRETARIAT, "freshness")["data_to"][0]) == "2026-06-09"


@pytest.mark.parametrize(("share", "stands"), [("0.35", True), ("0.5", False), ("", True)])
def test_a_confirmation_stands_while_its_numbers_do(store: Store, share: str, stands: bool) -> None:
    """Once the update has another number than was confirmed, nobody has confirmed it; another last bit of a
    double is no other number.
    """
    said = f"Bright|pledge|P1|2026-03-01|confirmed|{share}|2026-04-01"
    for kind, text in (
        ("pledges", "reference|organisation|pledge\nP1|Bright|Homes"),
        ("pledge_progress", "pledge_reference|as_at|progress_share\nP1|2026-03-01|0.35000000000000003"),
        (
            "responses",
            f"organisation|about|reference|as_at|response|progress_share|said_on\n{said}",
        ),
    ):
        store.add(SECRETARIAT, "north", kind, table(kind, text), note(kind))
    assert store.read(SECRETARIAT, "responses")["stands"].to_list() == [stands]


def test_the_numbers_of_a_response_are_for_the_secretariat(north: Store) -> None:
    """What the board and partners read of a response has no number in it that could be small."""
    numbers = {"progress_share", "value", "young_people_reached"}
    assert numbers <= {*north.read(SECRETARIAT, "responses_in_full").columns}
    assert not numbers & {*north.read(SECRETARIAT, "responses").columns}
