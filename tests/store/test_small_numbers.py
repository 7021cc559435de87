"""Counts of young people below 6 are hidden from all but the secretariat, with whatever would tell them."""

from collections.abc import Iterator
from datetime import date

import polars as pl
import pytest

from store import Reader, Store, StoreError
from store.catalogue import MARTS
from store.small_numbers import declared
from tests.store.tables import SECRETARIAT, note, table

BOARD = Reader("chair@example.org", frozenset({"board"}))
PARTNER = Reader("cyd@example.org", frozenset({"partner"}), "north", "Alder")
# Numbers that count no young people. A new one goes here, or into the head of its mart.
OTHER_NUMBERS = {
    "line", "upload_id", "count_rows", "count_refused", "count_recorded", "count_present",
    "votes_for", "votes_against", "votes_abstained", "turnover_gbp", "amount_gbp",
    # a pledge's own words, and other people's figures to compare with
    "baseline", "target", "comparator",
}  # fmt: skip
PLEDGES = """
    reference | organisation | pledge      | measure              | baseline | target
    P1        | Alder        | Open homes  | Homes                | 0        | 9
    P2        | Alder        | Offer work  | Care leavers in work | 2        | 20
    P3        | Birch        | Train staff | Staff trained        | 10       | 90
    """
PROGRESS = """
    pledge_reference | as_at      | progress_share | value | young_people_reached | note
    P1               | 2025-03-31 | 0.1            | 1     | 3                    | Three of 13, 3/3/2025
    P1               | 2025-06-30 | 0.4            | 2     | 20                   |
    P2               | 2025-03-31 | 0.15           | 5     | 3                    | 15% of plan
    P2               | 2025-06-30 | 0.5            | 12    | 10                   |
    P3               | 2025-03-31 | 0.5            | 50    | 0                    |
    P3               | 2025-06-30 | 0.6            | 58    | 30                   |
    """


def kept(kind: str, text: str) -> Store:
    store = Store.open(None)
    store.add(SECRETARIAT, "north", kind, table(kind, text), note(kind))
    return store


def outcomes(text: str, reader: Reader = BOARD) -> list[tuple]:
    store = kept("outcomes", text)
    rows = store.read(reader, "outcomes").select("numerator", "denominator", "value").rows()
    store.close()
    return rows


def reached(*counts: int) -> list[int | None]:
    """What the board sees of the counts of one pledge on one date after the other."""
    lines = [f"P1 | 2025-{month:02}-01 | {count}" for month, count in enumerate(counts, 1)]
    store = kept("pledge_progress", "\n".join(["pledge_reference | as_at | young_people_reached", *lines]))
    found = store.read(BOARD, "pledge_progress")["young_people_reached"].to_list()
    store.close()
    return found


@pytest.fixture(scope="module")
def pledged() -> Iterator[Store]:
    store = kept("pledges", PLEDGES)
    store.add(SECRETARIAT, "north", "pledge_progress", table("pledge_progress", PROGRESS), note("progress"))
    yield store
    store.close()


def row(store: Store, reader: Reader, reference: str) -> dict:
    return store.read(reader, "pledge_progress", pledge_reference=reference, as_at=date(2025, 3, 31)).row(
        0, named=True
    )


@pytest.mark.parametrize("mart", MARTS)
def test_every_number_is_declared_or_counts_no_young_people(north: Store, mart: str) -> None:
    """A mart cannot gain a number about which nobody has said whether it counts young people."""
    numbers = {name for name, dtype in north.read(SECRETARIAT, mart).schema.items() if dtype.is_numeric()}
    assert numbers - OTHER_NUMBERS == set(declared(mart)) & numbers


@pytest.mark.parametrize("mart", MARTS)
def test_what_is_declared_is_there(north: Store, mart: str) -> None:
    """A misspelt column would be hidden nowhere."""
    assert set(declared(mart)) <= set(north.read(SECRETARIAT, mart).columns)


@pytest.mark.parametrize("reader", [BOARD, PARTNER, SECRETARIAT.for_export()])
def test_a_small_count_is_hidden(pledged: Store, reader: Reader) -> None:
    """Board and partner, and a file whoever writes it, get no count from 1 to 5, and are told that it is."""
    seen = row(pledged, reader, "P1")
    assert (seen["young_people_reached"], seen["suppressed"]) == (None, ["young_people_reached"])


def test_the_secretariat_sees_small_counts(pledged: Store) -> None:
    """Whoever checks the figures must see them, and nothing is marked for them."""
    assert row(pledged, SECRETARIAT, "P1")["young_people_reached"] == 3
    assert pledged.read(SECRETARIAT, "pledge_progress")["suppressed"].null_count() == 6


def test_nought_is_shown(pledged: Store) -> None:
    """That nobody was reached tells of nobody."""
    assert row(pledged, BOARD, "P3")["young_people_reached"] == 0


def test_a_text_says_c_for_the_hidden_number_of_its_row(pledged: Store) -> None:
    """A note gives no hidden count away, in words or figures, and keeps its other numbers."""
    assert row(pledged, BOARD, "P1")["note"] == "c of 13, 3/3/2025"


def test_a_text_says_c_for_a_hidden_percentage(pledged: Store) -> None:
    """Where progress tells how many, so does the percentage in the note."""
    assert row(pledged, BOARD, "P2")["note"] == "c% of plan"


def test_a_measure_of_the_same_people_is_hidden_with_them(pledged: Store) -> None:
    """Where the value counts the young people from a baseline, neither it nor the progress tells how many."""
    seen = row(pledged, BOARD, "P2")
    assert seen["suppressed"] == ["young_people_reached", "value", "progress_share"]


def test_a_measure_of_something_else_is_shown(pledged: Store) -> None:
    """One home is no young person."""
    assert (row(pledged, BOARD, "P1")["value"], row(pledged, BOARD, "P1")["progress_share"]) == (1, 0.1)


def test_a_filter_finds_no_hidden_count(pledged: Store) -> None:
    """Asking for the rows whose count is 3 does not tell which they are."""
    assert pledged.read(BOARD, "pledge_progress", young_people_reached=3).is_empty()


def test_a_filter_changes_nothing_that_is_hidden(pledged: Store) -> None:
    """Two answers never differ in what they hide, whatever was asked and by whom."""
    whole = pledged.read(BOARD, "pledge_progress")
    assert pledged.read(BOARD, "pledge_progress", pledge_reference="P2").equals(
        whole.filter(pledge_reference="P2")
    )
    assert pledged.read(PARTNER, "pledge_progress").equals(
        whole.filter(pl.col("pledge_reference").is_in(["P1", "P2"]))
    )


def test_proposed_figures_go_into_no_file() -> None:
    """Where nobody has said how to tell small counts, an export has none at all."""
    head = "organisation|about|reference|response|said_on|value|young_people_reached|note"
    text = (
        f"{head}\nAlder|pledge|P1|proposed|2026-04-01|7|9|Now 7\nAlder|pledge|P2|queried|2026-04-01|||Not so"
    )
    store = kept("responses", text)
    seen = store.read(SECRETARIAT.for_export(), "responses_in_full")
    store.close()
    shown = seen.select("value", "young_people_reached", "note").rows()
    assert shown == [(None, None, "Now c"), (None, None, "Not so")]


@pytest.mark.parametrize(
    ("counts", "shown"),
    [
        ((14, 20, 29), [14, 20, 29]),
        ((14, 16, 24), [14, None, 24]),
        ((14, 16, 18, 20), [14, None, None, 20]),
        ((20, 17), [20, 17]),
        ((0, 5, 6), [0, None, 6]),
    ],
)
def test_a_small_rise_is_hidden(counts: tuple[int, ...], shown: list[int | None]) -> None:
    """The difference between two dates shown is never one to five further young people."""
    assert reached(*counts) == shown


def test_a_total_told_aloud_gives_nothing_back() -> None:
    """Of the pledges on one date, one hidden count alone takes the smallest other one with it."""
    text = "pledge_reference|as_at|young_people_reached\nP1|2025-01-01|3\nP2|2025-01-01|9\nP3|2025-01-01|40"
    store = kept("pledge_progress", text)
    assert store.read(BOARD, "pledge_progress")["young_people_reached"].to_list() == [None, None, 40]
    store.close()


HEAD = "measure | cohort | period | numerator | denominator | value"


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("30 | 60 | 50", (30, 60, 50)),
        ("3 | 11 | 27.3", (None, 11, None)),
        ("0 | 11 | 0", (0, 11, 0)),
        ("0 | 4 | 0", (0, None, None)),
        ("24 | 27 | 88.9", (None, 27, None)),
        ("27 | 27 | 100", (27, 27, 100)),
        (" | 11 | 27.3", (None, 11, None)),
        (" | 11 | 0.273", (None, 11, None)),
        ("27 |  | 90", (None, None, None)),
        (" |  | 4", (None, None, None)),
        (" |  | 41.9", (None, None, 41.9)),
    ],
)
def test_a_share_is_hidden_with_its_small_count(line: str, shown: tuple) -> None:
    """Numerator, those not in it, denominator and value: none of them is told by the others."""
    assert outcomes(f"{HEAD}\nIn work | 19 | 2025/26 | {line}") == [shown]


def test_a_total_of_cohorts_gives_nothing_back() -> None:
    """One cohort hidden beside the total of all takes another cohort with it."""
    text = f"""{HEAD}
    In work | All   | 2025/26 | 45 | 100 |
    In work | Girls | 2025/26 | 3  | 40  |
    In work | Boys  | 2025/26 | 42 | 60  |"""
    assert [count for count, *_ in outcomes(text)] == [45, None, None]


def test_a_total_of_some_cohorts_gives_nothing_back() -> None:
    """A row that is the sum of two others counts as their total, whatever it is called."""
    text = f"""{HEAD}
    In work | Boys, 19    | 2025/26 | 42 | 60  |
    In work | Girls, 19   | 2025/26 | 3  | 40  |
    In work | Nineteen    | 2025/26 | 45 | 100 |
    In work | Twenty      | 2025/26 | 20 | 90  |"""
    hidden = {at for at, (count, *_) in enumerate(outcomes(text)) if count is None}
    assert 1 in hidden and hidden & {0, 2}


def test_a_year_does_not_tell_its_quarter() -> None:
    """Periods that add up to a longer one are parts of it as cohorts are."""
    text = f"""{HEAD}
    In work | 19 | 2025/26 | 45 | 100 |
    In work | 19 | Q1 2025 | 3  | 40  |
    In work | 19 | Q2 2025 | 42 | 60  |"""
    counts = [count for count, *_ in outcomes(text)]
    assert counts.count(None) >= 2


def test_a_cohort_that_is_part_of_all_leaves_all_visible() -> None:
    """What no sum tells costs no other figure."""
    text = f"{HEAD}\nIn work | All | 2025/26 | 31 | 88 |\nIn work | Alone | 2025/26 | 3 | 11 |"
    assert outcomes(text)[0][:2] == (31, 88)


def test_the_smallest_count_shown_can_be_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A body that has agreed on 10 hides what is below 10."""
    monkeypatch.setenv("QUORATE_SMALLEST_SHOWN", "10")
    assert outcomes(f"{HEAD}\nIn work | 19 | 2025/26 | 9 | 60 | 15") == [(None, 60, None)]


def test_a_smallest_count_that_is_no_number_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """A misspelt setting hides everything with a sentence rather than nothing without one."""
    monkeypatch.setenv("QUORATE_SMALLEST_SHOWN", "six")
    with pytest.raises(StoreError, match="Give a whole number"):
        outcomes(f"{HEAD}\nIn work | 19 | 2025/26 | 9 | 60 | 15")
