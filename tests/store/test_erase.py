"""A person is found wherever they stand, and erased so that no byte of the name is left, no figure moved."""

import json
import re
from datetime import date, datetime
from pathlib import Path

import duckdb
import polars as pl
import pytest

import samples
from kinds.names import folded
from rules import Facts, judge, load_bodies
from rules.facts import RECORDS
from store import NobodyFound, NotAllowed, Reader, Store, StoreBusy, StoreDamaged, copies
from store.catalogue import KEPT, MARTS, RAW
from store.person import goes_by, replacement
from tests import filled
from tests.store.conftest import NORTH
from tests.store.tables import SECRETARIAT, note, table
from tests.switch import at_length, some

NAME, ADDRESS = "Zelda Quill-O'Marsh", "zelda.quill@example.org"
AT = datetime(2026, 11, 21, 9, 0)
BODIES, TODAY = load_bodies(samples.HOME.parent / "bodies"), date(2026, 11, 21)
REASON = f"{NAME} asked for it"
WRITTEN = ("Zelda Quill-O'Marsh", "ZELDA QUILL-O’MARSH", "zelda  quill-o'marsh")
TEXTS = {
    **NORTH,
    "representatives": f"""
        group_name | seat  | organisation  | person       | email           | role   | deputy_for   | status
        Board      | Chair | NC            | {WRITTEN[0]} | {ADDRESS}       | chair  |              | filled
        Board      |       | North Council | Ben          | ben@example.org | deputy | {WRITTEN[2]} | filled
        """,
    "meetings": f"""
        group_name | meeting_on | chaired_by
        Board      | 2026-03-10 | {WRITTEN[1]}
        """,
    "attendance": f"""
        group_name | meeting_on | organisation  | person       | attendance | substituting_for
        Board      | 2026-03-10 | NC            | {WRITTEN[1]} | present    |
        Board      | 2026-03-10 | North Council | {WRITTEN[2]} | present    |
        Board      | 2026-06-09 | North Council | Ben          | substitute | {WRITTEN[0]}
        """,
    "actions": f"""
        reference | action                          | organisation | person       | due        | status
        A1        | Write to {WRITTEN[1]}'s team    | the north    | {WRITTEN[0]} | 2026-04-01 | open
        """,
    "duties": f"""
        duty          | period  | note                        | document
        Annual report | 2025/26 | by {WRITTEN[2]}, {ADDRESS}. | report
        """,
    "aliases": f"""
        of     | source | written      | means
        person |        | {WRITTEN[0]} | North Council
        """,
}  # fmt: skip


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store in which somebody stands in every way a person can."""
    path = tmp_path_factory.mktemp("original") / "quorate.duckdb"
    store = Store.open(path)
    herself = Reader(ADDRESS.upper(), frozenset({"secretariat"}))
    for kind, text in TEXTS.items():
        headings = {"mapping": {f"Is {NAME} coming?": "attendance"}} if kind == "attendance" else {}
        by = herself if kind == "payments" else SECRETARIAT
        store.add(by, "north", kind, table(kind, text), note(f"{kind} of {WRITTEN[1]}.csv", **headings))
    store.undo(herself, len(TEXTS), AT)
    store.note(ADDRESS, "sign-in", f"as {NAME}", AT, "north")
    store.close()
    return path


@pytest.fixture(scope="module")
def once_erased(original: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same after the erasure."""
    path = copied(original, tmp_path_factory.mktemp("erased"))
    erase(path)
    return path


@pytest.fixture
def path(original: Path, tmp_path: Path) -> Path:
    """A copy of the closed store for one test."""
    return copied(original, tmp_path)


@pytest.fixture
def erased(once_erased: Path, tmp_path: Path) -> Path:
    """A copy of it after the erasure, for one test."""
    folder = tmp_path / "erased"
    folder.mkdir()
    return copied(once_erased, folder)


def copied(source: Path, folder: Path) -> Path:
    path = folder / "quorate.duckdb"
    path.touch(0o600)
    path.write_bytes(source.read_bytes())
    return path


def erase(path: Path, name: str = NAME, reason: str = REASON) -> None:
    copies.erase(path, [name], "secretariat@example.org", AT, reason)


def figures(path: Path) -> dict[str, pl.DataFrame]:
    store = Store.open(path)
    found = {mart: store.read(SECRETARIAT, mart) for mart in MARTS}
    store.close()
    return found


def problems(path: Path) -> list[str]:
    store = Store.open(path)
    found = store.verify()
    store.close()
    return found


def tamper(path: Path, statement: str) -> None:
    """Change the file from outside, as somebody with the DuckDB command line could."""
    with duckdb.connect(str(path)) as connection:
        connection.execute(statement)


def without_names(frame: pl.DataFrame) -> list[str]:
    """The rows in no order, with one word for the person and for the pseudonym, and lists in order."""
    rows = frame.with_columns(pl.col(pl.List(pl.String)).list.sort()).to_dicts()
    text = [json.dumps(row, default=str, ensure_ascii=False) for row in rows]
    names = r"(?i)zelda\s+quill-o['’]marsh\b|zelda\.quill@example\.org"
    pseudonym = r"(?i)person [0-9a-f]{4}\b|person-[0-9a-f]{4}@example\.org"
    said = pl.Series(text, dtype=pl.String).str.replace_all(f"{names}|{pseudonym}", "X")
    return sorted(said)


def bytes_of_the_name(folder: Path) -> list[str]:
    """The files in which a name or address stands in UTF-8 or UTF-16, in any letter case."""
    names = [NAME.lower(), WRITTEN[1].lower(), WRITTEN[2], ADDRESS]
    wanted = [name.encode(code) for name in names for code in ("utf-8", "utf-16-le", "utf-16-be")]
    return [
        file.name for file in folder.iterdir() if any(name in file.read_bytes().lower() for name in wanted)
    ]


def cells_with_the_name(path: Path) -> list[str]:
    """The tables in which a name or address stands, however DuckDB packs its bytes."""
    tables = [f"{layer}.{name}" for layer, names in (("raw", RAW),) for name in names]
    tables += [f"{layer}.{name}" for layer, name in KEPT]
    with duckdb.connect(str(path), read_only=True) as connection:
        rows = {
            name: connection.execute(f"select row::text from {name} as row").fetchall() for name in tables
        }
    return [name for name, found in rows.items() if "zelda" in str(found).lower()]


def test_the_name_was_there(path: Path) -> None:
    """The search for bytes finds the name in a store that holds it."""
    assert "quorate.duckdb" in bytes_of_the_name(path.parent)
    told = ("ledger", "audit", "representatives", "meetings", "attendance", "actions", "duties", "aliases")
    assert {f"raw.{table}" for table in told} <= {*cells_with_the_name(path)}


def test_no_byte_of_the_name_is_left(erased: Path) -> None:
    """Neither the store, nor anything beside it, nor a new backup has a byte of the name or the address."""
    store = Store.open(erased)
    store.backup(erased.with_name("backup.duckdb"))
    store.note("secretariat@example.org", "export", "actions", AT, "north")
    assert bytes_of_the_name(erased.parent) == []
    store.close()
    assert bytes_of_the_name(erased.parent) == []
    assert cells_with_the_name(erased) + cells_with_the_name(erased.with_name("backup.duckdb")) == []


def test_nothing_else_lies_beside_the_store(once_erased: Path) -> None:
    """The old file, its log and the file that was written anew are gone."""
    assert {file.name for file in once_erased.parent.iterdir()} == {"quorate.duckdb", "quorate.duckdb.lock"}


def test_every_figure_is_as_it_was(path: Path, erased: Path) -> None:
    """Each mart has the same rows, but for the pseudonym where the name stood."""
    before, after = figures(path), figures(erased)
    after["audit"] = after["audit"].filter(pl.col("what") != "erased")
    for mart in MARTS:
        assert without_names(after[mart]) == without_names(before[mart])


def test_the_uploads_of_the_past_are_known_again(path: Path, erased: Path) -> None:
    """A name erased is one person still: what follows from their seat follows as before."""
    before = figures(path)["meetings"].select("members", "count_present", "chaired_by").rows()
    after = figures(erased)["meetings"].select("members", "count_present", "chaired_by").rows()
    assert [row[:2] for row in after] == [row[:2] for row in before]
    assert after[0][2].startswith("Person ")


@at_length
def test_the_ledger_says_that_somebody_was_erased(erased: Path) -> None:
    """The newest entry has who did it and why, without the name, and the store is sound."""
    with duckdb.connect(str(erased), read_only=True) as connection:
        *_, last = connection.table("raw.ledger").order("entry_id").pl().to_dicts()
    assert (last["what"], last["done_by"]) == ("erased", "secretariat@example.org")
    assert last["file_name"].startswith("Person ") and last["file_name"].endswith(" asked for it")
    assert problems(erased) == []


def test_old_entries_keep_their_hashes(path: Path, erased: Path) -> None:
    """A hash printed in a report before the erasure is in the ledger after it."""
    hashes = figures(path)["uploads"]["hash"].to_list()
    assert figures(erased)["uploads"]["hash"].to_list() == hashes


@pytest.mark.parametrize(
    ("statement", "says"),
    some([
        ("update raw.attendance set attendance = 'absent' where line = 2", "has rows that were altered"),
        ("update raw.attendance set person = 'Zelda' where line = 2", "has rows that were altered"),
        ("update raw.ledger set done_by = 'x' where kind = 'payments'", "of payments of Person"),
        ("update raw.ledger set mapping = '{}' where kind = 'attendance'", "of attendance of Person"),
        ("update raw.ledger set file_name = 'x' where what = 'erased'", "(erased of x) was altered"),
        ("update raw.groups set agreed_on = null", "has rows that were altered"),
    ], 1),
)  # fmt: skip
def test_tampering_after_an_erasure_is_named(erased: Path, statement: str, says: str) -> None:
    """What an erasure changed is as well guarded as what it left."""
    tamper(erased, statement)
    assert any(says in problem for problem in problems(erased))


def test_a_store_that_was_tampered_with_is_not_written_anew(path: Path) -> None:
    """An erasure never makes good what somebody altered before it."""
    tamper(path, "update raw.payments set amount_gbp = 1")
    with pytest.raises(StoreDamaged, match="were altered"):
        erase(path)
    assert "quorate.duckdb" in bytes_of_the_name(path.parent)


@at_length
def test_a_second_erasure_keeps_the_first(erased: Path) -> None:
    """Two people erased one after the other have different pseudonyms, and the store is sound."""
    erase(erased, "Ben")
    people = set(figures(erased)["seats"]["person"].drop_nulls())
    assert (len(people), problems(erased)) == (2, [])
    assert not people & {"Ben", NAME}


@at_length
def test_an_address_erases_the_name_that_goes_with_it(path: Path) -> None:
    """Whoever writes in by e-mail is found by it."""
    erase(path, ADDRESS, "asked")
    assert cells_with_the_name(path) == []


def test_a_store_in_use_is_not_written_anew(path: Path) -> None:
    """While the product runs, erasing is refused, and nothing is changed."""
    store = Store.open(path)
    with pytest.raises(StoreBusy, match="is open elsewhere"):
        erase(path)
    store.close()
    assert problems(path) == []


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Zelda Quill-O'Marsh's plan", False),
        ("(ZELDA QUILL-O‘MARSH)", False),
        ("Zelda Quill-O'Marshes", True),
        ("Griselda Quill-O'Marsh", True),
        ("Zelda Quill-O'Marsh-Vane", True),
    ],
)
def test_a_name_within_a_longer_one_is_somebody_elses(text: str, left: bool) -> None:
    """The name is found in any case and quotation marks, but never inside another name."""
    change = replacement({folded(NAME): "Person 1a2b"})
    assert (change(text) == text) is left


def test_the_address_in_a_list_goes_with_the_name(store: Store) -> None:
    """Kept to tell the organisation of a row that names none, it stands on no roster."""
    came = table(
        "attendance", "group_name | meeting_on | person | attendance\nBoard | 2026-03-10 | Kim Ash | present"
    )
    ways = "person|kim@alder.example\ne-mail domain|alder.example\nperson|kim ash"
    store.add(SECRETARIAT, "north", "attendance", came.with_columns(placed_by=pl.lit(ways)), note("a.csv"))

    with store._connection.cursor() as cursor:
        assert goes_by(cursor, "Kim Ash") == {"kim ash", "kim@alder.example"}


@pytest.mark.parametrize(
    ("name", "known"),
    some(
        [
            ("ADA", {"ada", "ada@example.org"}),
            ("ada@example.org", {"ada", "ada@example.org"}),
            ("Ben", {"ben"}),
            ("office@example.org", {"office@example.org"}),
        ],
        1,
    ),
)
def test_an_address_of_two_names_is_neithers(store: Store, name: str, known: set[str]) -> None:
    """Name and own address lead to each other; a shared mailbox leads to nobody."""
    text = """
        organisation | seat | person | email              | role   | status
        Alder        | A    | Ada    | ada@example.org    | member | filled
        Alder        | B    | Ada    | office@example.org | member | filled
        Alder        | C    | Ben    | office@example.org | member | filled
        """
    store.add(SECRETARIAT, "north", "representatives", table("representatives", text), note("roster"))
    with store._connection.cursor() as cursor:
        assert goes_by(cursor, name) == known


def test_the_document_has_every_row_of_a_person(path: Path) -> None:
    """Every table that names them, with the file, and nobody else's rows."""
    store = Store.open(path)
    found = store.subject(SECRETARIAT, NAME)
    store.close()
    assert {*found} >= {"ledger", "audit", "representatives", "attendance", "duties", "aliases"}
    assert found["representatives"]["person"].to_list() == [NAME, "Ben"]
    assert found["attendance"].height == 3
    assert set(found["duties"]["file"]) == {f"duties of {WRITTEN[1]}.csv"}


def test_only_the_secretariat_gets_the_document(path: Path) -> None:
    """A board member cannot look a person up."""
    store = Store.open(path)
    with pytest.raises(NotAllowed):
        store.subject(Reader("chair@example.org", frozenset({"board"})), NAME)
    store.close()


def test_nobody_of_that_name_is_said(path: Path) -> None:
    """A misspelt name is answered with a sentence, not with an empty page."""
    store = Store.open(path)
    with pytest.raises(NobodyFound, match="Nobody called Zelda Nobody"):
        store.subject(SECRETARIAT, "Zelda Nobody")
    store.close()


SEATS = """
    group_name | seat | organisation | person | email         | role   | from_on    | to_on      | status
    Board      | A    | Alder        | Gone   | g@example.org | member | 2020-01-01 | 2024-11-20 | filled
    Board      | B    | Alder        | Recent | r@example.org | member | 2020-01-01 | 2024-11-22 | filled
    Board      | C    | Alder        | Stays  | s@example.org | member | 2020-01-01 |            | filled
    Board      | D    | Alder        | Moved  | m@example.org | member | 2020-01-01 | 2022-01-01 | filled
    Board      | E    | Alder        | Moved  | m@example.org | member | 2022-01-01 |            | filled
    Board      | F    | Alder        | Visits | v@example.org | member | 2020-01-01 | 2022-01-01 | filled
    """
ATTENDED = """
    group_name | meeting_on | organisation | person | attendance
    Board      | 2024-03-10 | Alder        | Gone   | present
    Board      | 2026-03-10 | Alder        | Visits | present
    """


@pytest.fixture
def old(tmp_path: Path) -> Path:
    path = tmp_path / "quorate.duckdb"
    store = Store.open(path)
    for kind, text in (("representatives", SEATS), ("attendance", ATTENDED)):
        store.add(SECRETARIAT, "north", kind, table(kind, text), note(kind, datetime(2024, 1, 1)))
    for day in (datetime(2025, 11, 20), datetime(2025, 11, 22)):
        store.note("s@example.org", "sign-in", "by example.org", day, "north")
    store.close()
    return path


def expired(path: Path, today: date) -> tuple[tuple[str, ...], int]:
    store = Store.open(path)
    found = store.expired(today)
    store.close()
    return found.names, found.audit_lines


@pytest.mark.parametrize(
    ("today", "names"),
    some(
        [
            (date(2026, 11, 20), ()),
            (date(2026, 11, 21), ("gone",)),
            (date(2026, 11, 23), ("gone", "recent")),
            (date(2028, 3, 11), ("gone", "recent", "visits")),
        ],
        1,
    ),
)
def test_a_person_is_kept_for_24_months_after_their_last_seat(
    old: Path, today: date, names: tuple[str, ...]
) -> None:
    """Nobody with a seat or who still comes is too old, and everybody else is after two years."""
    assert expired(old, today)[0] == names


def test_a_line_of_the_audit_is_kept_for_12_months(old: Path) -> None:
    """Of two lines, that of a year and a day ago has been kept too long."""
    assert expired(old, date(2026, 11, 21))[1] == 1


@at_length
def test_what_is_kept_too_long_is_erased(old: Path) -> None:
    """The name goes, its attendance stays by organisation, the old line goes, and nothing is left to do."""
    attended = figures(old)["attendance_by_organisation"].drop("people")
    day = date(2026, 11, 21)
    names, _ = expired(old, day)
    copies.erase(old, names, "secretariat@example.org", AT, "kept too long", datetime(2025, 11, 21))
    assert expired(old, day) == ((), 0)
    after = figures(old)
    assert after["attendance_by_organisation"].drop("people").equals(attended)
    assert after["audit"].filter(what="sign-in").height == 1 and problems(old) == []
    assert "Gone" not in after["seats"]["person"].to_list()


@at_length
def test_whom_only_an_upload_undone_long_ago_names_is_kept_no_longer(tmp_path: Path) -> None:
    """A row that counts no more is no reason to keep a name."""
    path = tmp_path / "quorate.duckdb"
    store = Store.open(path)
    text = "organisation|person|role|status\nAlder|Wrong|member|filled"
    store.add(SECRETARIAT, "north", "representatives", table("representatives", text), note("wrong"))
    store.undo(SECRETARIAT, 1, datetime(2026, 11, 21))
    store.close()
    assert expired(path, date(2028, 11, 21))[0] == ()
    assert expired(path, date(2028, 11, 22))[0] == ("wrong",)


def verdicts(path: Path) -> list[tuple]:
    """Every verdict of every body on the sample's day: all that is counted, and what it says."""
    store = Store.open(path)
    facts = {key: Facts.of(store.read_all(SECRETARIAT, RECORDS, key)) for key in BODIES}
    store.close()
    judged = [each for key, body in BODIES.items() for each in judge(body, facts[key], TODAY)]
    return sorted(
        (
            each.rule,
            str(each.status),
            str(each.on),
            str(each.value),
            str(each.limit),
            each.unit,
            each.about,
            each.says,
        )
        for each in judged
    )


@at_length
def test_every_verdict_of_the_sample_is_as_it_was(tmp_path: Path) -> None:
    """Somebody who holds seats and came to meetings is erased, and no status, number or sentence moves."""
    name, path = "Agency lead 5", filled.copied("illustrative", tmp_path)
    store = Store.open(path)
    rows = {table: found.height for table, found in store.subject(SECRETARIAT, name).items()}
    store.close()
    before = verdicts(path)
    erase(path, name, "asked")
    after = [tuple(re.sub("Person [0-9a-f]{4}", name, text) for text in each) for each in verdicts(path)]
    assert sorted(after) == before
    assert rows["representatives"] >= 1 and rows["attendance"] >= 5
