"""A record through a year of files: which version holds on a day, what is gone, and exact undo."""

from collections.abc import Iterable
from datetime import date, datetime

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from store import Moment, NothingToUndo, Said, SavedMeanwhile, Store, Upload, moment
from store.said import Became
from tests.store.tables import SECRETARIAT, note, previewed, table
from tests.switch import LONG, at_length, some

JANUARY, FEBRUARY, APRIL = date(2026, 1, 31), date(2026, 2, 15), date(2026, 4, 30)
ACTION = "reference | action | due | status\n"
MET = "group_name | meeting_on\n"
CAME = "group_name | meeting_on | organisation | person | attendance\n"
NEWS = "pledge_reference | as_at\n"


def add(store: Store, kind: str, text: str, as_at: date, became: Became | None = None, **said: object) -> int:
    """Adds a file of a day; `became`: of all that is gone from it."""
    rows = table(kind, text)
    name = f"{kind} {as_at} {hash(text)}"
    of_file = note(name, datetime(2026, 11, 20, 10), said=Said(as_at=as_at, **said))  # type: ignore[arg-type]
    if became is None:  # to try it takes as long as to add it
        return store.add(SECRETARIAT, "north", kind, rows, of_file).upload_id
    gone = store.tried(SECRETARIAT, Upload("north", kind, rows, of_file))[0].gone["row_key"]
    return store.add(SECRETARIAT, "north", kind, rows, of_file, dict.fromkeys(gone, became)).upload_id


def seen(store: Store, mart: str, columns: Iterable[str], at: Moment | None = None) -> list[tuple]:
    """The rows of a mart, sorted."""
    return sorted(store.read(SECRETARIAT, mart, "north", at).select(*columns).rows(), key=str)


def test_a_due_day_moved_after_it_was_missed_was_missed(store: Store) -> None:
    """As of February the January log holds, whatever April says."""
    add(store, "actions", ACTION + "1 | Ask | 2026-01-31 | open", JANUARY)
    add(store, "actions", ACTION + "1 | Ask | 2026-06-30 | complete", APRIL)

    columns = ("due_on", "status")
    assert seen(store, "actions", columns, moment(FEBRUARY)) == [(date(2026, 1, 31), "open")]
    assert seen(store, "actions", columns, moment(APRIL)) == [(date(2026, 6, 30), "complete")]
    assert seen(store, "actions", columns) == [(date(2026, 6, 30), "complete")]


def test_what_nobody_had_loaded_was_not_known_then(store: Store) -> None:
    """The day that a file shows is one thing, the day on which it was loaded another."""
    add(store, "actions", ACTION + "1 | Ask | 2026-01-31 | open", JANUARY)

    assert seen(store, "actions", ("status",), moment(date(2026, 11, 19), "then")) == []
    assert seen(store, "actions", ("status",), moment(date(2026, 11, 20), "then")) == [("open",)]


@at_length
def test_headings_without_rows_may_be_all_there_is(store: Store) -> None:
    """A whole register without a row leaves out what was on record, and stays whole under another day."""
    duties = "duty | period | done_on\n"
    add(store, "duties", duties + "Review | 2026 | 2026-01-01", JANUARY)
    of_file = note("empty", datetime(2026, 11, 20, 12), said=Said(as_at=APRIL))
    empty = store.add(
        SECRETARIAT, "north", "duties", table("duties", duties + "x | |").clear(), of_file, "mistaken"
    )
    assert store.read(SECRETARIAT, "duties", "north").is_empty()

    store.say_otherwise(SECRETARIAT, empty.upload_id, datetime(2026, 11, 21), as_at=FEBRUARY)
    assert store.read(SECRETARIAT, "duties", "north").is_empty()
    assert not store.read(SECRETARIAT, "uploads", "north")["part"].to_list()[-1]


@pytest.mark.parametrize(
    ("became", "in_february", "now"),
    some(
        [
            ("ended", [("1", "open"), ("2", "open")], [("1", "open"), ("2", "complete")]),
            ("mistaken", [("1", "open")], [("1", "open")]),
            ("kept", [("1", "open"), ("2", "open")], [("1", "open"), ("2", "open")]),
        ],
        1,
    ),
)
def test_what_is_gone_is_what_somebody_said(
    store: Store, became: Became, in_february: list[tuple], now: list[tuple]
) -> None:
    """Ended from the day of the file on, never true, or still true; undone, it is as before."""
    add(store, "actions", ACTION + "1 | Ask | | open\n2 | Map | | open", JANUARY)
    april = add(store, "actions", ACTION + "1 | Ask | | open", APRIL, became)

    columns = ("reference", "status")
    assert seen(store, "actions", columns, moment(FEBRUARY)) == in_february
    assert seen(store, "actions", columns) == now
    store.undo(SECRETARIAT, april, datetime(2026, 11, 21))
    assert seen(store, "actions", columns) == [("1", "open"), ("2", "open")]


@pytest.mark.parametrize(
    ("kind", "first", "later", "gone"),
    some([
        ("actions", ACTION + "1 | Ask | | open", ACTION + "2 | Map | | open", 1),
        ("meetings", MET + "Board | 2026-01-13", MET + "Board | 2026-01-20", 1),
        ("meetings", MET + "Board | 2025-01-13", MET + "Board | 2026-01-20", 0),
        (
            "attendance",
            CAME + "Board | 2026-01-13 | Alder | Ann | present\nBoard | 2026-02-10 | Alder | Ann | present",
            CAME + "Board | 2026-01-13 | Alder | Bea | present",
            1,
        ),
        (
            "payments",
            "organisation | financial_year | paid_on | amount_gbp\n"
            "Alder | 2026/27 | 2026-05-01 | 50\nAlder | 2026/27 | 2026-07-01 | 50",
            "organisation | financial_year | paid_on | amount_gbp\n"
            "Birch | 2026/27 | 2026-04-20 | 50\nBirch | 2026/27 | 2026-05-30 | 50",
            1,
        ),
        ("pledge_progress", NEWS + "P1 | 2026-01-01", NEWS + "P1 | 2026-02-01", 0),
    ], 2),
)  # fmt: skip
def test_a_file_is_whole_for_what_its_kind_says(
    store: Store, kind: str, first: str, later: str, gone: int
) -> None:
    """A log for its groups, a list for its meetings, a statement for its days, progress for nothing."""
    add(store, kind, first, JANUARY)

    assert previewed(store, kind, table(kind, later)).gone.height == gone


def test_what_was_answered_is_not_asked_again(store: Store) -> None:
    """A record that was kept in March is not gone anew in April."""
    add(store, "actions", ACTION + "1 | Ask | | open\n2 | Map | | open", JANUARY)
    add(store, "actions", ACTION + "1 | Ask | | open", FEBRUARY, "kept")

    assert previewed(store, "actions", table("actions", ACTION + "1 | Ask | | complete")).gone.is_empty()


def test_undo_takes_back_what_a_later_file_did_not_say(store: Store) -> None:
    """A wrong year, then a file without that column, then the wrong one undone."""
    add(store, "actions", ACTION + "1 | Ask | 2026-06-30 | open", JANUARY)
    wrong = add(store, "actions", ACTION + "1 | Ask | 2025-06-30 | open", FEBRUARY)
    add(store, "actions", "reference | action | status\n1 | Ask | in progress", APRIL, lacks=("due",))

    assert seen(store, "actions", ("due_on", "status")) == [(date(2025, 6, 30), "in progress")]
    store.undo(SECRETARIAT, wrong, datetime(2026, 11, 21))
    assert seen(store, "actions", ("due_on", "status")) == [(date(2026, 6, 30), "in progress")]


def test_filled_blanks_go_with_the_file_that_filled_them(store: Store) -> None:
    """And what was filled only while somebody else said nothing counts once that is undone."""
    roster = "organisation | sector | membership\n"
    first = add(store, "organisations", roster + "Alder | | member", JANUARY)
    filled = add(store, "organisations", roster + "Alder | housing | observer", APRIL, fills=True)

    columns = ("sector", "membership")
    assert seen(store, "organisations", columns) == [("housing", "member")]
    store.undo(SECRETARIAT, first, datetime(2026, 11, 21))
    assert seen(store, "organisations", columns) == [("housing", "observer")]
    store.undo(SECRETARIAT, filled, datetime(2026, 11, 21))
    assert seen(store, "organisations", columns) == []


@pytest.mark.parametrize("written", ["1", "'001", "01", " 001 "])
def test_a_reference_without_its_noughts_is_the_same(store: Store, written: str) -> None:
    """What a spreadsheet takes away or puts before tells no other record."""
    add(store, "actions", ACTION + "001 | Ask | | open", JANUARY)
    add(store, "actions", ACTION + f"{written} | Ask | | complete", APRIL)

    assert seen(store, "actions", ("status",)) == [("complete",)]


def test_an_organisation_with_the_same_number_was_renamed(store: Store) -> None:
    """Its former name means it too, and its earlier rows are its own."""
    roster = "organisation | membership | charity_number\n"
    add(store, "organisations", roster + "Alder College | member | 1111111", JANUARY)
    add(
        store,
        "actions",
        "reference | action | organisation | status\n1 | Ask | Alder College | open",
        JANUARY,
    )
    add(store, "organisations", roster + "Alder and Elm | member | 1111111", APRIL)

    assert seen(store, "organisations", ("organisation",)) == [("Alder and Elm",)]
    assert seen(store, "actions", ("organisation",)) == [("Alder and Elm",)]


def test_a_mailbox_that_is_handed_on_makes_nobody_another(store: Store) -> None:
    """Another surname at the same address is one person, another first name another."""
    roster = "group_name | seat | organisation | person | email | role | status\n"
    row = "Board | Lead | Alder | {} | lead@alder.example | member | filled"
    add(store, "representatives", roster + row.format("Ann Lee"), JANUARY)
    add(store, "representatives", roster + row.format("Ann Hall"), APRIL)

    assert seen(store, "seats", ("person",)) == [("Ann Hall",)]
    gone = previewed(store, "representatives", table("representatives", roster + row.format("Bea Oak"))).gone
    assert gone["person"].to_list() == ["Ann Hall"]


def test_somebody_elected_again_has_two_terms(store: Store) -> None:
    """The first ended when the second began, and was held until then."""
    roster = "group_name | seat | organisation | person | role | from_on | status\n"
    row = "Board | Chair | Alder | Ann | chair | {} | filled"
    add(store, "representatives", roster + row.format("2022-03-01"), date(2022, 3, 1))
    add(store, "representatives", roster + row.format("2024-03-01"), date(2024, 3, 1), "ended")

    assert seen(store, "seats", ("from_on", "to_on")) == [
        (date(2022, 3, 1), date(2024, 2, 29)),
        (date(2024, 3, 1), None),
    ]


def test_turnover_and_membership_keep_their_days(store: Store) -> None:
    """A roster of this year says nothing of the years before it."""
    roster = "organisation | membership | turnover_gbp | joined_on\n"
    add(store, "organisations", roster + "Alder | member | 900000 | 2015-01-01", date(2023, 4, 1))
    add(store, "organisations", roster + "Alder | observer | 1200000 | 2026-04-01", date(2026, 4, 1))

    spans = seen(store, "organisation_history", ("valid_from", "valid_to", "membership", "turnover_gbp"))
    assert [(str(a), str(b), c, float(d)) for a, b, c, d in spans] == [
        ("0001-01-01", "2026-03-31", "member", 900000),
        ("2026-04-01", "9999-12-31", "observer", 1200000),
    ]


def test_a_log_told_apart_by_its_words(store: Store) -> None:
    """Where numbers are given anew in each file, what was 2 may be 1 now."""
    add(store, "actions", ACTION + "1 | Plan | | complete\n2 | Map | | open", JANUARY)
    add(store, "actions", ACTION + "1 | Map | | open", APRIL, "ended", matched_by="words")

    assert seen(store, "actions", ("action", "status")) == [("Map", "open"), ("Plan", "complete")]


def test_news_of_a_pledge_is_of_the_one_that_is_meant(store: Store) -> None:
    """A spreadsheet took the noughts away in one file, not in the other."""
    add(store, "pledges", "reference | organisation | pledge\n001 | Alder | Ask", JANUARY)
    add(store, "pledge_progress", NEWS + "1 | 2026-01-05", JANUARY)

    assert seen(store, "pledge_progress", ("pledge_reference",)) == [("001",)]


def test_payments_that_are_alike_are_all_there(store: Store) -> None:
    """Two of fifty on one day came in twice, and loaded again they are still two."""
    twice = (
        "organisation | financial_year | paid_on | amount_gbp\n" + "Alder | 2026/27 | 2026-05-01 | 50\n" * 2
    )
    add(store, "payments", twice, JANUARY)
    add(store, "payments", twice, APRIL)

    assert len(seen(store, "payments", ("amount_gbp",))) == 2


def test_what_somebody_else_saved_is_seen_first(store: Store) -> None:
    """Saving on the strength of a preview that no longer holds is refused."""
    rows, head = table("actions", ACTION + "1 | Ask | | open"), store.head_of("north")
    add(store, "actions", ACTION + "2 | Map | | open", JANUARY)

    with pytest.raises(SavedMeanwhile):
        store.add(SECRETARIAT, "north", "actions", rows, note("mine"), seen=head)


def test_what_is_tried_leaves_nothing_behind(store: Store) -> None:
    """Neither a row nor an entry nor a figure."""
    add(store, "actions", ACTION + "1 | Ask | | open", JANUARY)
    head, rows = store.head(), seen(store, "actions", ("status",))
    preview = previewed(store, "actions", table("actions", ACTION + "2 | Map | | open"))

    assert (preview.new, preview.gone.height) == (1, 1)
    assert (store.head(), seen(store, "actions", ("status",)), store.verify()) == (head, rows, [])


WORDS = "of | source | written | means\nword | actions.status | "
# logs, of which one has a word that means something only as long as somebody says so, and what it means
FILES = (
    ("actions", JANUARY, ACTION + "1 | Ask | 2026-01-31 | open\n2 | Map | | open"),
    ("actions", FEBRUARY, ACTION + "1 | Ask | | complete\n2 | Map | | Hot"),
    ("actions", APRIL, ACTION + "001 | Ask | 2026-06-30 | open\n3 | Go | | hot"),
    ("actions", APRIL, ACTION + "2 | Map | 2026-05-01 | withdrawn"),
    ("aliases", FEBRUARY, WORDS + "hot | open"),
    ("aliases", APRIL, WORDS + "HOT | in progress\nword | actions.status | cold | complete"),
)
MOMENTS = [moment(on) for on in (JANUARY, FEBRUARY, APRIL)]


@at_length
@settings(max_examples=6 if LONG else 2)
@given(st.lists(st.sampled_from(range(len(FILES))), min_size=2, max_size=6, unique=True), st.data())
def test_any_undo_in_any_order_is_a_replay_of_what_is_live(numbers: list[int], data: st.DataObject) -> None:
    """Every figure of every day is what the live files alone would give, and what is still said of words."""
    undone = data.draw(st.sets(st.sampled_from(numbers), max_size=len(numbers) - 1))
    lived, replayed = Store.open(None), Store.open(None)
    ids = {at: _added(lived, at) for at in numbers}
    for at in data.draw(st.permutations(sorted(undone))):
        lived.undo(SECRETARIAT, ids[at], datetime(2026, 11, 22))
    for at in numbers:
        if at not in undone:
            _added(replayed, at)

    for at in (None, *MOMENTS):
        columns = ("reference", "action", "due_on", "status", "completed_on")
        assert seen(lived, "actions", columns, at) == seen(replayed, "actions", columns, at)
    lived.close()
    replayed.close()


def _added(store: Store, number: int) -> int:
    kind, as_at, text = FILES[number]
    return add(store, kind, text, as_at)


def test_what_a_file_is_whole_for_counts_while_it_is_live(store: Store) -> None:
    """The latest day that a whole file shows; what is a part covers nothing, and so does what was undone."""
    columns = ("kind", "as_at", "complete_to")
    add(store, "actions", ACTION + "1 | Ask | | open", JANUARY)
    april = add(store, "actions", ACTION + "1 | Ask | | open\n2 | Map | | open", APRIL, complete_to=FEBRUARY)
    add(store, "pledge_progress", NEWS + "P1 | 2026-01-05", APRIL, part=True)

    assert seen(store, "coverage", columns) == [("actions", APRIL, FEBRUARY)]
    store.undo(SECRETARIAT, april, datetime(2026, 11, 21))
    assert seen(store, "coverage", columns) == [("actions", JANUARY, None)]


@pytest.mark.parametrize(
    ("others", "said", "listed"),
    some(
        [
            ("present", None, None),
            ("apologies", None, "everyone"),
            ("absent", None, "everyone"),
            ("apologies", "came", "came"),
            ("present", "everyone", "everyone"),
        ],
        2,
    ),
)
def test_whom_a_list_has_is_said_or_tells_by_itself(store: Store, others, said, listed) -> None:
    """Who sent apologies or was absent stands only in a list of everyone expected."""
    rows = f"Board | 2026-01-05 | Alder | Pat | present\nBoard | 2026-01-05 | Birch | Sam | {others}"
    add(store, "attendance", CAME + rows, JANUARY, listed=said)

    assert seen(store, "meetings", ("listed",)) == [(listed,)]


def test_what_an_upload_shows_can_be_said_otherwise(store: Store) -> None:
    """Loaded in November, the log of January is put on its day: one step, on record, and undone as any."""
    add(store, "actions", ACTION + "1 | Ask | 2026-01-31 | open\n2 | Map | | open", APRIL)
    add(store, "actions", ACTION + "1 | Ask | 2026-06-30 | open", FEBRUARY, "ended")
    assert seen(store, "actions", ("due_on",), moment(APRIL)) == [(None,), (date(2026, 1, 31),)]

    done = store.say_otherwise(SECRETARIAT, 1, datetime(2026, 11, 21), as_at=JANUARY, part=True)

    assert seen(store, "uploads", ("upload_id", "as_at", "part"))[-1] == (done.upload_id, JANUARY, True)
    assert seen(store, "actions", ("due_on",), moment(APRIL)) == [(None,), (date(2026, 6, 30),)]
    assert seen(store, "actions", ("due_on",), moment(date(2026, 2, 1)))[1] == (date(2026, 1, 31),)
    assert store.verify() == []
    store.undo(SECRETARIAT, done.upload_id, datetime(2026, 11, 22))
    assert seen(store, "actions", ("reference", "due_on")) == [("1", date(2026, 6, 30))]
    with pytest.raises(NothingToUndo):
        store.say_otherwise(SECRETARIAT, 1, datetime(2026, 11, 22), part=False)


def withdraw(store: Store, kind: str, text: str, became: Became, as_at: date) -> int:
    """Withdraws the record that a row is of."""
    rows, said = table(kind, text), Said(as_at=as_at, part=True)
    at = datetime(2026, 11, 20, 12)
    (key,) = store.tried(SECRETARIAT, Upload("north", kind, rows, note("one", at, said=said)))[0].records
    of_file = note(f"withdrawn {text} {as_at}", at, said=said)
    return store.add(SECRETARIAT, "north", kind, rows.clear(), of_file, {key: became}).upload_id


@pytest.mark.parametrize(
    ("became", "in_february", "now"),
    [("ended", "open", ["complete"]), ("mistaken", None, [])],
)
def test_one_record_is_withdrawn_from_the_day_on_or_altogether(
    store: Store, became: Became, in_february: str | None, now: list[str]
) -> None:
    """No other is touched, no later file is asked about it, and undo brings it back."""
    log = ACTION + "1 | Ask | 2026-05-31 | open\n2 | Map | | open"
    add(store, "actions", log, JANUARY)
    withdrawn = withdraw(store, "actions", ACTION + "2 | Map | | open", became, APRIL)

    assert store.verify() == []
    columns = ("reference", "status")
    assert seen(store, "actions", columns) == [("1", "open"), *(("2", word) for word in now)]
    assert dict(seen(store, "actions", columns, moment(FEBRUARY))).get("2") == in_february
    assert previewed(store, "actions", table("actions", log[: log.index("2 |")])).gone.is_empty()

    moved = store.say_otherwise(SECRETARIAT, withdrawn, datetime(2026, 11, 21), as_at=FEBRUARY, part=False)
    assert seen(store, "actions", columns) == [("1", "open"), *(("2", word) for word in now)]
    assert store.read(SECRETARIAT, "uploads", "north")["part"].to_list()[-1]
    with pytest.raises(NothingToUndo, match="not on record any more"):
        withdraw(store, "actions", ACTION + "3 | Call | | open", became, APRIL)
    store.undo(SECRETARIAT, moved.upload_id, datetime(2026, 11, 22))
    assert seen(store, "actions", columns) == [("1", "open"), ("2", "open")]


def test_what_was_answered_stays_answered(store: Store) -> None:
    """What a file left out and somebody called ended stays so when it is put on another day."""
    add(store, "actions", ACTION + "1 | Ask | | open\n2 | Map | | open", JANUARY)
    april = add(store, "actions", ACTION + "1 | Ask | | open", APRIL, "ended")

    store.say_otherwise(SECRETARIAT, april, datetime(2026, 11, 21), as_at=FEBRUARY)

    columns = ("reference", "status")
    assert seen(store, "actions", columns, moment(JANUARY)) == [("1", "open"), ("2", "open")]
    assert seen(store, "actions", columns, moment(FEBRUARY)) == [("1", "open"), ("2", "complete")]


def test_an_alias_that_was_undone_leaves_nothing_behind(store: Store) -> None:
    """Whose organisation was found by a confirmed name is of the one confirmed now, or of none."""
    alias = "of | written | means\nperson | Pat Lee | "
    at, columns = datetime(2026, 11, 20, 10), ("organisation", "person")
    wrong = add(store, "aliases", alias + "Birch", JANUARY)
    came = table("attendance", CAME + "Board | 2026-01-05 | | Pat Lee | present")
    came = came.with_columns(placed_by=pl.lit("person|pat lee"))
    store.add(SECRETARIAT, "north", "attendance", came, note("teams.csv", at))
    add(store, "attendance", CAME + "Forum | 2026-01-05 | Birch | Pat Lee | present", JANUARY)

    assert seen(store, "attendance", columns) == [("Birch", "Pat Lee")] * 2
    store.undo(SECRETARIAT, wrong, datetime(2026, 11, 21))
    assert seen(store, "attendance", columns) == [("Birch", "Pat Lee")], "only what the file itself says"
    right = add(store, "aliases", alias + "Alder", APRIL)
    assert seen(store, "attendance", columns) == [("Alder", "Pat Lee"), ("Birch", "Pat Lee")]
    store.undo(SECRETARIAT, right, datetime(2026, 11, 22))
    assert seen(store, "attendance", columns) == [("Birch", "Pat Lee")]


@pytest.mark.parametrize(
    ("earlier", "joined", "counts_as"),
    some(
        [
            ("organisation | membership\nAlder | member", "", "observer"),
            ("organisation | membership\nAlder | member", "2026-02-01", "member"),
            ("", "", "member"),
        ],
        1,
    ),
    ids=some(["a register lacked it", "it says since when", "no earlier register"], 1),
)
def test_a_newcomer_counts_from_the_first_register_that_has_it(
    store: Store, earlier: str, joined: str, counts_as: str
) -> None:
    """Also in today's verdict on a meeting before it, as on that day itself."""
    if earlier:
        add(store, "organisations", earlier, JANUARY)
    add(store, "attendance", CAME + "Board | 2026-02-10 | Birch | Pat Lee | present", FEBRUARY)
    columns = "organisation | membership | joined_on\n"
    add(store, "organisations", columns + f"Alder | member | \nBirch | member | {joined}", APRIL)

    assert seen(store, "attendance", ("organisation", "counted_as")) == [("Birch", counts_as)]
    assert seen(store, "attendance", ("counted_as",), moment(FEBRUARY)) == (
        [(counts_as,)] if counts_as == "member" else [("not on roster",)]
    )


def test_a_new_holder_counts_from_the_first_list_that_has_them(store: Store) -> None:
    seat = "group_name | organisation | person | role | status\nBoard | Alder | Sam Hill | member | filled\n"
    add(store, "organisations", "organisation | membership\nAlder | member", JANUARY)
    add(store, "representatives", seat, JANUARY)
    add(store, "representatives", seat + "Board | Alder | Pat Lee | deputy | filled", APRIL)
    met = "Board | {on} | Alder | Pat Lee | substitute\n"
    add(store, "attendance", CAME + met.format(on="2026-02-10") + met.format(on="2026-05-10"), APRIL)

    assert seen(store, "attendance", ("counted_as",)) == [("named deputy",), ("other substitute",)]


@pytest.mark.parametrize(
    ("became", "in_february", "now"),
    some(
        [
            ("ended", ["open"], ["complete"]),
            ("mistaken", [], []),
            ("kept", ["open"], ["open"]),
            (None, ["open"], ["open"]),
        ],
        1,
    ),
)
def test_a_file_that_is_loaded_late_asks_what_a_later_one_lacks(
    store: Store, became: Became | None, in_february: list[str], now: list[str]
) -> None:
    """The order in which two logs are loaded changes neither what is asked nor what an answer means."""
    april = add(store, "actions", ACTION + "1 | Ask | | open", APRIL)
    late = note("late.csv", datetime(2026, 11, 20, 10), said=Said(as_at=JANUARY))
    rows = table("actions", ACTION + "1 | Ask | | open\n2 | Map | | open")
    upload = Upload("north", "actions", rows, late)
    asked = store.tried(SECRETARIAT, upload)[0].gone
    assert asked.select("reference", "gone_by").rows() == [("2", april)]
    store.add(SECRETARIAT, *upload[:4], dict.fromkeys(asked["row_key"], became) if became else {})

    def second(at: Moment | None = None) -> list[str]:
        return [
            status
            for reference, status in seen(store, "actions", ("reference", "status"), at)
            if reference == "2"
        ]

    assert (second(moment(FEBRUARY)), second()) == (in_february, now)
    store.undo(SECRETARIAT, april, datetime(2026, 11, 21))
    assert second() == ["open"], "without the file that lacks it, nothing is gone"


def test_a_late_file_asks_only_of_what_is_not_answered(store: Store) -> None:
    """What another file of a later day has, or somebody answered for, is not asked again."""
    add(store, "actions", ACTION + "1 | Ask | | open\n2 | Map | | open", JANUARY)
    add(store, "actions", ACTION + "1 | Ask | | open", APRIL, "ended")
    late = Upload(
        "north",
        "actions",
        table("actions", ACTION + "1 | Ask | | open\n2 | Map | | open"),
        note("late.csv", datetime(2026, 11, 20, 10), said=Said(as_at=FEBRUARY)),
    )

    assert store.tried(SECRETARIAT, late)[0].gone.is_empty()


def test_a_seat_that_was_twice_a_mistake_places_nobody(store: Store) -> None:
    """Whose seat was said of one organisation, then found by an address, and both times never was."""
    text = "group_name | seat | organisation | person | email | role | status\n"
    sam = text + "Board | B | Birch | Sam Oak | s@birch.example | member | filled"
    add(store, "representatives", sam + "\nBoard | A | Alder | Pat Lee | | member | filled", JANUARY)
    add(store, "representatives", sam, FEBRUARY, "mistaken")
    found = table("representatives", sam + "\nBoard | A | | Pat Lee | p@birch.example | member | filled")
    found = found.with_columns(placed_by=pl.Series([None, "e-mail domain|birch.example"]))
    march = note("march", datetime(2026, 11, 20, 10), said=Said(as_at=date(2026, 3, 15)))
    store.add(SECRETARIAT, "north", "representatives", found, march)
    came = table("attendance", CAME + "Board | 2026-03-20 | | Pat Lee | present")
    came = came.with_columns(placed_by=pl.lit("person|pat lee"))
    store.add(SECRETARIAT, "north", "attendance", came, note("came", datetime(2026, 11, 20, 10)))
    assert seen(store, "attendance", ("organisation", "person")) == [("Birch", "Pat Lee")]

    add(store, "representatives", sam, APRIL, "mistaken")
    assert seen(store, "attendance", ("organisation", "person")) == []
