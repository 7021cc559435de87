"""Nothing is lost, half written, silently altered or let out."""

import subprocess
import sys
import threading
from datetime import datetime
from pathlib import Path

import duckdb
import polars as pl
import pytest

from store import AlreadyLoaded, Store, StoreBusy, StoreDamaged, StoreMissing, StoreNotEmpty, copies
from store.catalogue import MARTS
from tests.store.conftest import NORTH
from tests.store.tables import COLLEAGUE, SECRETARIAT, note, table
from tests.switch import at_length, some

ROOT = Path(__file__).parents[2]
DUTY = table("duties", "duty|period\nReport|2025/26\nReview|2025/26")


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with one file of every kind, of which the last was undone."""
    path = tmp_path_factory.mktemp("original") / "quorate.duckdb"
    store = Store.open(path)
    for kind, text in NORTH.items():
        store.add(SECRETARIAT, "north", kind, table(kind, text), note(f"{kind}.csv"))
    store.undo(COLLEAGUE, len(NORTH), datetime(2026, 11, 21, 9, 0))
    store.close()
    return path


@pytest.fixture
def path(original: Path, tmp_path: Path) -> Path:
    """A copy of the closed store for one test to open, alter or tear."""
    path = tmp_path / "quorate.duckdb"
    path.touch(0o600)
    path.write_bytes(original.read_bytes())
    return path


def problems(path: Path) -> list[str]:
    store = Store.open(path)
    found = store.verify()
    store.close()
    return found


def everything(path: Path) -> dict[str, list[dict]]:
    store = Store.open(path)
    marts = {mart: store.read(SECRETARIAT, mart).to_dicts() for mart in MARTS}
    store.close()
    return marts


def tamper(path: Path, statement: str) -> None:
    """Change the file from outside, as somebody with the DuckDB command line could."""
    with duckdb.connect(str(path)) as connection:
        connection.execute(statement)


def test_an_untouched_store_is_sound(path: Path) -> None:
    """Uploads of every kind and an undo leave nothing for verify to say."""
    assert problems(path) == []


@pytest.mark.parametrize(
    ("statement", "says"),
    some([
        ("update raw.ledger set done_by = 'x' where entry_id = 3", "(upload of meetings.csv) was altered"),
        ("update raw.ledger set hash = 'x' where entry_id = 3", "Ledger entry 4 does not follow"),
        ("delete from raw.ledger where entry_id = 3", "Ledger entry 3 is missing before entry 4"),
        ("delete from raw.duties", "Upload 11 (duties.csv) has 0 rows, but its entry says 1"),
        ("update raw.payments set amount_gbp = 1 where line = 2", "(payments.csv) has rows that were"),
        ("insert into raw.duties (upload_id, body, line, row_key, duty) values (99, 'b', 2, 'k', 'd')",
         "Rows of duties for b say they are of upload 99"),
        ("update marts.payments set amount_gbp = 1", "The figures in payments are not those"),
        ("insert into marts.groups select * from marts.groups", "The figures in groups are not those"),
    ], 1),
)  # fmt: skip
def test_tampering_is_named(path: Path, statement: str, says: str) -> None:
    """Verify says which entry, upload or mart was changed from outside."""
    tamper(path, statement)
    assert any(says in problem for problem in problems(path))


@at_length
def test_changed_sql_files_make_the_marts_anew(path: Path) -> None:
    """A store whose views were made from other SQL files gets its views and marts made again at opening."""
    tamper(
        path,
        "update raw.definitions set sha256 = 'other'; drop table marts.groups; drop table staging.groups",
    )
    assert problems(path) == []


@pytest.mark.parametrize(
    "wrong", [DUTY.with_columns(line=None), DUTY.with_columns(duty=None), DUTY.drop("period")]
)
def test_a_bad_row_leaves_nothing_behind(store: Store, wrong: pl.DataFrame) -> None:
    """A frame that is not as agreed is refused whole."""
    with pytest.raises((duckdb.Error, ValueError)):
        store.add(SECRETARIAT, "north", "duties", wrong, note("wrong"))
    assert store.read(SECRETARIAT, "duties").is_empty()
    assert (store.head(), store.verify()) == ("", [])


def test_a_failure_after_the_rows_leaves_no_rows(store: Store) -> None:
    """When the record of an upload cannot be made, the rows written just before it are gone too."""
    with pytest.raises(TypeError):
        store.add(SECRETARIAT, "north", "duties", DUTY, note("wrong", mapping={"Duty": object()}))
    assert (store.head(), store.verify()) == ("", [])


def test_the_store_works_on_after_a_failure(store: Store) -> None:
    """A refused upload does not stand in the way of the next."""
    with pytest.raises(duckdb.Error):
        store.add(SECRETARIAT, "north", "duties", DUTY.with_columns(line=None), note("duties"))
    assert store.add(SECRETARIAT, "north", "duties", DUTY, note("duties")).count_rows == 2


def test_uploads_at_once_are_all_kept(store: Store) -> None:
    """Uploads from several threads at once get their own numbers and are all kept."""
    frames = [table("duties", f"duty\nReport {number}") for number in range(6)]
    threads = [
        threading.Thread(
            target=store.add,
            args=(SECRETARIAT, f"body {number % 3}", "duties", frame, note(str(number))),
        )
        for number, frame in enumerate(frames)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert store.read(SECRETARIAT, "uploads")["upload_id"].sort().to_list() == [1, 2, 3, 4, 5, 6]
    assert (len(store.read(SECRETARIAT, "duties")), store.verify()) == (6, [])


def test_one_file_sent_by_two_at_once_is_kept_once(store: Store) -> None:
    """Of two sessions adding the same file together, one keeps it and the other is told so."""
    outcomes: list[str] = []

    def send() -> None:
        try:
            outcomes.append(
                f"upload {store.add(SECRETARIAT, 'north', 'duties', DUTY, note('duties')).upload_id}"
            )
        except AlreadyLoaded:
            outcomes.append("already loaded")

    threads = [threading.Thread(target=send) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["already loaded", "upload 1"]
    assert (len(store.read(SECRETARIAT, "duties")), store.verify()) == (2, [])


def test_head_moves_with_every_entry(store: Store) -> None:
    """The head is another after an upload and after an undo, and never one it was before."""
    heads = [store.head()]
    store.add(SECRETARIAT, "north", "duties", DUTY, note("one"))
    heads.append(store.head())
    store.undo(COLLEAGUE, 1, datetime(2026, 11, 21))
    heads.append(store.head())
    assert len(set(heads)) == 3


def test_a_second_process_is_told_who_has_the_store(path: Path) -> None:
    """While a store is open, another process gets a sentence with the number of the process that has it."""
    store = Store.open(path)
    code = f"from pathlib import Path; from store import Store; Store.open(Path({str(path)!r}))"
    other = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    store.close()
    assert "StoreBusy: The store quorate.duckdb is open elsewhere (process " in other.stderr


def test_a_second_opening_in_this_process_is_refused_too(path: Path) -> None:
    """A second opening of one file is refused, also by another name."""
    other_name = path.with_name("link.duckdb")
    other_name.symlink_to(path)
    store = Store.open(path)
    with pytest.raises(StoreBusy, match="is open elsewhere"):
        Store.open(other_name)
    store.close()


def test_only_its_owner_may_read_the_files(path: Path) -> None:
    """Nobody else on the machine can read the store or its lock."""
    assert {file.stat().st_mode & 0o077 for file in path.parent.iterdir()} == {0}


OTHER_NAMES = ("raw", "marts", "fresh", "s", "p", "f")


@pytest.mark.parametrize(
    "name", some(["Staging", "raw.old", *(pytest.param(name, marks=at_length) for name in OTHER_NAMES)], 1)
)
def test_a_store_may_have_any_name(path: Path, name: str) -> None:
    """Also that of a schema of ours, or of a table in a select: it is written and read again, and locked."""
    named = path.rename(path.with_name(f"{name}.duckdb"))
    store = Store.open(named)
    store.add(SECRETARIAT, "south", "duties", DUTY, note("duties.csv"))
    assert store.verify() == []
    store.close()

    store = Store.open(named)
    assert store.read(SECRETARIAT, "duties", "south").height == 2
    with store._connection.cursor() as cursor, pytest.raises(duckdb.Error, match=r"disabled|locked"):
        cursor.execute("attach 'another.duckdb'")
    with store._connection.cursor() as cursor, pytest.raises(duckdb.Error, match="locked"):
        cursor.execute("set memory_limit = '2GB'")
    store.close()
    assert {each.stat().st_mode & 0o777 for each in path.parent.iterdir()} == {0o600}
    assert problems(named) == []


def test_a_backup_made_in_use_has_the_same_figures(path: Path) -> None:
    """A copy of an open store holds the same ledger and the same figures."""
    store, copy = Store.open(path), path.with_name("backup.duckdb")
    store.backup(copy)
    store.close()
    assert everything(copy) == everything(path)


@at_length
def test_a_backup_never_overwrites(path: Path) -> None:
    """A backup to a place where a store with uploads lies is refused."""
    store, copy = Store.open(path), path.with_name("backup.duckdb")
    store.backup(copy)
    with pytest.raises(StoreNotEmpty, match="Choose a path"):
        store.backup(copy)
    store.close()


def test_restore_gives_the_backup_back(path: Path) -> None:
    """A store restored from a backup has the backup's figures."""
    target = path.with_name("restored.duckdb")
    copies.restore(path, target)
    assert everything(target) == everything(path)


def test_restore_refuses_a_tampered_backup(path: Path) -> None:
    """A backup that does not verify is not restored."""
    tamper(path, "update raw.payments set amount_gbp = 1")
    with pytest.raises(StoreDamaged, match="were altered"):
        copies.restore(path, path.with_name("restored.duckdb"))


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A store cannot be made where there is no folder, and the sentence says which."""
    with pytest.raises(StoreMissing, match=r"There is no folder .*nowhere"):
        Store.open(tmp_path / "nowhere" / "quorate.duckdb")


def test_a_store_that_must_be_there_is_not_made(tmp_path: Path) -> None:
    """Where only an existing store will do, a wrong path gets a sentence and leaves no file."""
    with pytest.raises(StoreMissing, match=r"There is no store at .*quorate.duckdb"):
        Store.open(tmp_path / "quorate.duckdb", create=False)
    assert list(tmp_path.iterdir()) == []


def test_a_store_that_is_there_needs_no_making(path: Path) -> None:
    """An existing store opens whether or not one might have been made."""
    store = Store.open(path, create=False)
    assert store.head()
    store.close()


def test_restore_needs_a_backup(tmp_path: Path) -> None:
    """A path without a file is answered with a sentence, and no empty store is made there."""
    with pytest.raises(StoreMissing, match="There is no backup"):
        copies.restore(tmp_path / "nothing.duckdb", tmp_path / "target.duckdb")
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_is_no_store_is_answered_with_a_sentence(tmp_path: Path) -> None:
    """Opening some other file says so and leaves it as it is."""
    path = tmp_path / "letter.txt"
    path.write_text("Dear board\n" * 1000)
    with pytest.raises(StoreDamaged, match="cannot be opened as a store"):
        Store.open(path)
    assert path.read_text().startswith("Dear board")


def test_a_torn_file_is_noticed(path: Path) -> None:
    """A store whose file was cut short is either refused at opening or named by verify."""
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size // 2)
    with pytest.raises(StoreDamaged, match="Restore the newest backup"):
        copies.restore(path, path.with_name("restored.duckdb"))
