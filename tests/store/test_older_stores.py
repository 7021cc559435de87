"""A store outlives its columns: older ones are brought up on opening, newer ones refused with a sentence."""

from collections.abc import Callable
from pathlib import Path

import duckdb
import polars as pl
import pytest

from store import Store, StoreNewer, catalogue, copies, schema
from tests.store.tables import SECRETARIAT, note, table
from tests.switch import at_length

OLDER = Path(__file__).parent / "older"
# what an older release had made of its rows, and this one no longer makes
DERIVED = """
create schema raw; create schema staging; create schema fresh; create schema marts;
create macro staging.folded(name) as lower(name);
create view staging.leftover as select 1 as one;
create view fresh.actions as select one as due from staging.leftover;
create table marts.actions as select * from fresh.actions;
"""
UPLOADED = ("uploads", "freshness", "audit")


@pytest.fixture
def older(tmp_path: Path) -> Callable[..., Path]:
    """Makes the store of a release from the text of its schema and rows, and runs more statements on it."""

    def make(release: str, *more: str) -> Path:
        path = tmp_path / f"{release}.duckdb"
        with duckdb.connect(str(path)) as connection:
            for statements in (DERIVED, (OLDER / f"{release}.sql").read_text(encoding="utf-8"), *more):
                connection.execute(statements)
        return path

    return make


def figures(store: Store) -> dict[str, list[dict[str, object]]]:
    """Every mart of a store but those of the uploads themselves."""
    return {
        mart: store.read(SECRETARIAT, mart).to_dicts() for mart in catalogue.MARTS if mart not in UPLOADED
    }


@pytest.mark.parametrize("release", ["26_4", pytest.param("26_1", marks=at_length)])
def test_a_store_of_an_older_release_opens_with_its_figures(
    older: Callable[..., Path], store: Store, release: str
) -> None:
    """As the files of then give them today, the undone one left out; a file of today goes in beside them."""
    old = Store.open(older(release))
    live = old.read(SECRETARIAT, "uploads").filter(pl.col("undone_at").is_null())
    for upload_id, kind, name in live.select("upload_id", "kind", "file_name").rows():
        with old._connection.cursor() as cursor:
            kept = cursor.table(f"raw.{kind}").pl().filter(upload_id=upload_id)
            rows = kept.drop("upload_id", "body", "gone", "gone_by")
        store.add(SECRETARIAT, "north", kind, rows, note(name))

    assert old.verify() == []
    assert figures(old) == figures(store)
    rows = "reference|action|organisation|status\nA1|Write to all|the north|complete\nA3|Call|NC|open"
    receipt = old.add(SECRETARIAT, "north", "actions", table("actions", rows), note("today.csv"))
    assert (receipt.new, receipt.changed) == (1, 1)
    old.close()


def test_a_column_added_since_is_blank_in_older_rows(older: Callable[..., Path]) -> None:
    """A store made before a kind had the column opens, its rows as they were."""
    path = older("26_4", "alter table raw.actions drop column shared_with_board_on")
    store = Store.open(path)

    assert store.verify() == []
    assert store.read(SECRETARIAT, "actions", "north")["shared_with_board_on"].to_list() == [None, None]
    store.close()


def test_a_backup_of_an_older_release_is_restored(older: Callable[..., Path], tmp_path: Path) -> None:
    """What was saved by it is not lost with it."""
    target = tmp_path / "restored.duckdb"
    copies.restore(older("26_1"), target)
    store = Store.open(target)

    assert store.read(SECRETARIAT, "actions", "north").height == 2
    store.backup(tmp_path / "again.duckdb")
    store.close()


@pytest.mark.parametrize(
    ("made_newer", "said"),
    [
        ("alter table raw.actions add column cost_gbp decimal(14, 2)", "actions.cost_gbp"),
        ("create table raw.visits (upload_id bigint)", "it has visits"),
        ("alter table raw.definitions add column version bigint default 99", "99"),
    ],
)
def test_a_store_of_a_newer_release_is_refused_and_left_as_it_is(
    older: Callable[..., Path], made_newer: str, said: str
) -> None:
    """With a sentence that names what is not known here; nothing in it was changed."""
    path = older("26_4", made_newer)
    with pytest.raises(StoreNewer, match=f"newer release of Quorate.*{said}.*Nothing was changed"):
        Store.open(path)

    with duckdb.connect(str(path)) as connection:
        assert connection.execute("select one from staging.leftover").fetchall() == [(1,)]


def test_opening_is_all_or_nothing(older: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """An interruption half way leaves the store as the older release made it."""
    path = older("26_4", "alter table raw.actions drop column shared_with_board_on")

    def interrupted(cursor: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(schema, "_define", interrupted)
    with pytest.raises(KeyboardInterrupt):
        Store.open(path)

    with duckdb.connect(str(path)) as connection:
        columns = [name for name, *_ in connection.execute("describe raw.actions").fetchall()]
    assert "shared_with_board_on" not in columns
