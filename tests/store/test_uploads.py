"""Adding, previewing and undoing uploads."""

from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store import AlreadyLoaded, NothingToUndo, Store, on_screen
from store.catalogue import MARTS, rebuilt_after
from tests.store.conftest import NORTH
from tests.store.tables import COLLEAGUE, SECRETARIAT, note, previewed, table
from tests.switch import at_length, many, some

ACTIONS = "reference|action|status\n"
UNDONE_AT = datetime(2026, 11, 21, 9, 0)


def actions(*rows: str):
    return table("actions", ACTIONS + "\n".join(rows))


def figures(store: Store, body: str | None = None) -> dict[str, list[dict]]:
    """Every mart but the lists of uploads that also remember what was undone."""
    kept = [mart for mart in MARTS if mart not in ("uploads", "audit")]
    return {mart: store.read(SECRETARIAT, mart, body).to_dicts() for mart in kept}


def test_the_receipt_says_what_was_kept(store: Store) -> None:
    """A receipt gives the rows kept, how they differ from what was known, and those refused."""
    store.add(SECRETARIAT, "north", "actions", actions("A1|Ask|open", "A2|Tell|open"), note("one"))
    receipt = store.add(
        SECRETARIAT,
        "north",
        "actions",
        actions("A1|Ask|open", "A2|Tell|complete", "A3|Go|open"),
        note("two", count_refused=4),
    )
    assert (receipt.upload_id, receipt.count_rows, receipt.count_refused) == (2, 3, 4)
    assert (receipt.new, receipt.changed, receipt.unchanged) == (1, 1, 1)


def test_the_same_file_twice_changes_nothing(store: Store) -> None:
    """A file that is live already is answered with its date, and no figure moves."""
    store.add(SECRETARIAT, "north", "actions", actions("A1|Ask|open"), note("actions.csv"))
    before, head = figures(store), store.head()
    with pytest.raises(AlreadyLoaded, match="already loaded on 20 November 2026 at 10:15 by secretariat@"):
        store.add(SECRETARIAT, "north", "actions", actions("A1|Ask|open"), note("actions.csv"))
    assert (figures(store), store.head()) == (before, head)


def test_a_body_s_head_moves_with_its_own_uploads_only(store: Store) -> None:
    """What is loaded into another body leaves it as it is; a load and an undo of its own do not."""
    empty = store.head_of("north")
    loaded = store.add(SECRETARIAT, "north", "actions", actions("A1|Ask|open"), note("north"))
    first = store.head_of("north")
    store.add(SECRETARIAT, "south", "actions", actions("A1|Ask|open"), note("south"))
    assert (empty, store.head_of("north")) == ("", first)
    assert store.head_of("south") == store.head() != first

    store.undo(SECRETARIAT, loaded.upload_id, UNDONE_AT)
    assert store.head_of("north") not in ("", first)


def test_times_are_told_by_londons_clock(store: Store) -> None:
    """A file loaded at 9:15 UTC in July was loaded at 10:15."""
    store.add(
        SECRETARIAT, "north", "actions", actions("A1|Ask|open"), note("a", at=datetime(2026, 7, 1, 9, 15))
    )
    with pytest.raises(AlreadyLoaded, match="1 July 2026 at 10:15"):
        store.add(
            SECRETARIAT, "north", "actions", actions("A1|Ask|open"), note("a", at=datetime(2026, 7, 1, 11))
        )


def test_the_clock_of_the_store_is_for_others_too() -> None:
    """Anything that shows the store's UTC times can tell them by London's clock as the store does."""
    assert on_screen(datetime(2026, 7, 1, 23, 15)) == "2 July 2026 at 00:15"


def test_a_correction_wins_by_key(store: Store) -> None:
    """A row of a later file replaces the row of the same key, in whatever case, and no other."""
    store.add(SECRETARIAT, "north", "actions", actions("A1|Ask|open", "A2|Tell|open"), note("one"))
    store.add(SECRETARIAT, "north", "actions", actions("a1|Ask|complete"), note("two"))
    rows = store.read(SECRETARIAT, "actions").sort("file")
    assert rows.select("reference", "status", "file").rows() == [
        ("A2", "open", "one"),
        ("a1", "complete", "two"),
    ]


def test_preview_writes_nothing(store: Store) -> None:
    """A preview tells each row's fate and leaves the store as it was."""
    store.add(SECRETARIAT, "north", "actions", actions("A1|Ask|open", "A2|Tell|open"), note("one"))
    before, head = figures(store), store.head()
    preview = previewed(store, "actions", actions("A3|Go|open", "A1|Ask|open", "A2|Tell|withdrawn"))
    assert preview.rows["change"].to_list() == ["new", "unchanged", "changed"]
    assert (preview.new, preview.changed, preview.unchanged) == (1, 1, 1)
    assert (figures(store), store.head()) == (before, head)


@pytest.mark.parametrize("kind", NORTH)
def test_preview_of_the_same_rows_is_unchanged(north: Store, kind: str) -> None:
    """Rows as they were loaded are unchanged whatever their kind, empty cells and pence included."""
    rows = table(kind, NORTH[kind])
    assert previewed(north, kind, rows).unchanged == len(rows)


def test_undo_restores_the_former_figures(store: Store) -> None:
    """After an undo every mart is as it was before the upload."""
    store.add(SECRETARIAT, "north", "actions", actions("A1|Ask|open"), note("one"))
    before = figures(store)
    receipt = store.add(
        SECRETARIAT, "north", "actions", actions("A1|Ask|complete", "A2|Go|open"), note("two")
    )
    store.undo(COLLEAGUE, receipt.upload_id, UNDONE_AT)
    assert figures(store) == before


def test_undo_is_remembered(store: Store) -> None:
    """The list of uploads keeps an undone one, with who undid it and when."""
    store.add(SECRETARIAT, "north", "actions", actions("A1|Ask|open"), note("one"))
    store.undo(COLLEAGUE, 1, UNDONE_AT)
    uploads = store.read(SECRETARIAT, "uploads")
    assert uploads.select("file_name", "undone_by", "undone_at").rows() == [
        ("one", "colleague@example.org", UNDONE_AT)
    ]


def test_a_file_may_be_loaded_again_after_undo(store: Store) -> None:
    """An undone upload does not stand in the way of the same file."""
    store.add(SECRETARIAT, "north", "actions", actions("A1|Ask|open"), note("one"))
    store.undo(COLLEAGUE, 1, UNDONE_AT)
    assert store.add(SECRETARIAT, "north", "actions", actions("A1|Ask|open"), note("one")).upload_id == 2


def test_nothing_is_undone_twice(store: Store) -> None:
    """Undoing an undone upload is refused with a sentence."""
    store.add(SECRETARIAT, "north", "actions", actions("A1|Ask|open"), note("one"))
    store.undo(COLLEAGUE, 1, UNDONE_AT)
    with pytest.raises(NothingToUndo, match="Upload 1 cannot be undone"):
        store.undo(COLLEAGUE, 1, UNDONE_AT)


def test_one_bodys_upload_never_moves_anothers_figures(store: Store) -> None:
    """South's marts are the same before and after north loads rows with the same keys, and undoes them."""
    store.add(SECRETARIAT, "south", "actions", actions("A1|Ask|open"), note("one"))
    before = figures(store, "south")
    store.add(SECRETARIAT, "north", "actions", actions("A1|Ask|complete"), note("one"))
    assert figures(store, "south") == before
    store.undo(COLLEAGUE, 2, UNDONE_AT)
    assert figures(store, "south") == before


FILES = (
    ("organisations", NORTH["organisations"]),
    ("organisations", "organisation|also_known_as|membership\nBright Homes|Lights|former\nNew|NC|member"),
    ("representatives", NORTH["representatives"]),
    ("representatives", "group_name|seat|organisation|person|role|status\nBoard|Chair|NC||chair|vacant"),
    ("attendance", NORTH["attendance"]),
    (
        "attendance",
        "group_name|meeting_on|organisation|person|attendance\nBoard|2026-03-10|Bright Homes|Dot|absent",
    ),
    ("payments", NORTH["payments"]),
)


@settings(max_examples=many(2, 6, 6))
@given(st.lists(st.tuples(st.booleans(), st.integers(0, len(FILES) - 1)), min_size=2, max_size=7))
def test_any_history_equals_a_replay_of_its_live_uploads(steps: list[tuple[bool, int]]) -> None:
    """Whatever was loaded and undone, the figures are those of a new store given only the live files."""
    lived, live = Store.open(None), {}
    for undoing, number in steps:
        if undoing and live:
            upload_id = list(live)[number % len(live)]
            lived.undo(COLLEAGUE, upload_id, UNDONE_AT)
            del live[upload_id]
        elif number not in live.values():
            live[load(lived, number)] = number
    replayed = Store.open(None)
    for number in live.values():
        load(replayed, number)
    assert figures(lived) == figures(replayed)
    lived.close(), replayed.close()


SEATS = "group_name|seat|organisation|person|role|from_on|to_on|status\n"
ATTENDED = "group_name|meeting_on|organisation|person|attendance\n"
OVERLAPPING = (
    ("organisations", "organisation|also_known_as|membership\nAlder|AH|member"),
    ("representatives", SEATS + "Board|Chair|Alder|Ann|chair|2020-01-01||filled"),
    ("representatives", SEATS + "board|Chair|AH||chair|||vacant"),
    ("representatives", SEATS + "Board|Chair|Alder||chair|2026-06-01||vacant"),
    (
        "representatives",
        SEATS + "Board|Chair|Alder|Ann|chair|2020-01-01||filled\nBoard|Chair|Alder||chair|||vacant",
    ),
    ("representatives", SEATS + "Board|Chair|AH|Ann|chair|2020-01-01|2023-01-01|filled"),
    ("representatives", SEATS + "Board|Chair|Alder||chair|||filled"),
    ("attendance", ATTENDED + "Board|2026-03-10|AH|Ann|present"),
    ("attendance", ATTENDED + "BOARD|2026-03-10|Alder|Ann|apologies"),
    ("actions", "reference|group_name|action|status\nA1|board|Ask|open"),
    ("responses", "organisation|about|response|said_on\nAH|attendance|confirmed|2026-04-01"),
    ("responses", "organisation|about|response|said_on\nAlder|attendance|queried|2026-04-02"),
)
PROVENANCE = {"file", "line", "upload_id"}


def moves_nothing(numbers: list[int]) -> None:
    """Loads these one after another; a file of which every row is unchanged leaves every figure as it was."""
    store = Store.open(None)
    for at, number in enumerate(numbers):
        kind, text = OVERLAPPING[number]
        rows, before = table(kind, text), values(store)
        nothing = previewed(store, kind, rows).unchanged == len(rows)
        store.add(SECRETARIAT, "north", kind, rows, note(str(at)))
        assert not nothing or values(store) == before
    store.close()


# the holding without its vacancy; the earlier of two names of an organisation; the same word again; the
# earlier spelling of a group; the earlier word of an organisation with two names
ONCE_MOVED = [[4, 1], [0, 7, 8, 7], [0, 10, 10], [9, 7, 9], [0, 10, 11, 10]]


@pytest.mark.parametrize("numbers", some(ONCE_MOVED, 2), ids=str)
def test_what_the_preview_calls_nothing_moves_nothing(numbers: list[int]) -> None:
    """The files that once did."""
    moves_nothing(numbers)


@at_length
@settings(max_examples=4)
@given(st.lists(st.integers(0, len(OVERLAPPING) - 1), min_size=3, max_size=7))
def test_whatever_the_preview_calls_nothing_moves_nothing(numbers: list[int]) -> None:
    """Whatever was loaded before."""
    moves_nothing(numbers)


def values(store: Store) -> dict[str, list[dict]]:
    """The figures without the files they came from."""
    return {
        mart: [{name: row[name] for name in row.keys() - PROVENANCE} for row in rows]
        for mart, rows in figures(store).items()
        if mart != "freshness"
    }


@at_length
def test_every_undo_leaves_every_figure_right(store: Store) -> None:
    """Whatever kind of file goes, the marts are those that the remaining uploads give."""
    for kind, text in NORTH.items():
        store.add(SECRETARIAT, "north", kind, table(kind, text), note(kind))
    for kind in ("outcomes", "groups", "meetings", "pledges", "representatives", "organisations"):
        store.undo(COLLEAGUE, [*NORTH].index(kind) + 1, UNDONE_AT)
        assert store.verify() == []


def test_an_upload_makes_anew_only_what_rests_on_it() -> None:
    """A list of duties touches no meeting, and attendance touches its meetings."""
    assert marts_after("duties") == ["duties", "uploads", "coverage", "freshness", "audit"]
    assert {"attendance", "attendance_by_organisation", "meetings"} < {*marts_after("attendance")}


def marts_after(kind: str) -> list[str]:
    return [name for layer, name in rebuilt_after(kind) if layer == "marts"]


def load(store: Store, number: int) -> int:
    kind, text = FILES[number]
    return store.add(SECRETARIAT, "north", kind, table(kind, text), note(str(number))).upload_id
