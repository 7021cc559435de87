"""SQL that should never run reaches nothing outside the store: no file, network, setting or variable."""

from collections.abc import Iterator
from pathlib import Path

import duckdb
import polars as pl
import pytest

from store import engine

OFF, LOCKED = "disabled by configuration|disabled through configuration", "configuration has been locked"
ATTEMPTS = [
    ("select * from read_csv('{file}')", OFF),
    ("select * from read_text('{file}')", OFF),
    ("select * from read_blob('{file}')", OFF),
    ("select * from read_json('{file}')", f"{OFF}|json"),
    ("select * from read_parquet('{file}')", f"{OFF}|parquet"),
    ("select * from sniff_csv('{file}')", OFF),
    ("select * from glob('{folder}/*')", OFF),
    ("select * from '{file}'", f"{OFF}|does not exist"),
    ("select * from '{link}'", f"{OFF}|does not exist"),
    ("select * from read_csv('{link}')", OFF),
    ("select * from read_csv('{folder}/in/../secret.csv')", OFF),
    ("select * from read_text('/etc/[p]asswd')", OFF),
    ("select * from read_csv('https://beacon.invalid/x.csv')", f"{OFF}|httpfs"),
    ("copy (select 1) to '{folder}/out.csv'", OFF),
    ("copy (select 1) to '/dev/stdout'", OFF),
    ("create temp table t as select 1 as a; copy t from '{file}'", OFF),
    ("attach '{folder}/other.duckdb' as other", OFF),
    ("attach 'https://beacon.invalid/x.duckdb' as other", f"{OFF}|httpfs"),
    ("export database '{folder}/all'", OFF),
    ("import database '{folder}'", OFF),
    ("install httpfs", OFF),
    ("force install httpfs from 'http://beacon.invalid'", OFF),
    ("load httpfs", OFF),
    ("load '{folder}/evil.duckdb_extension'", OFF),
    ("set enable_external_access = true", f"{LOCKED}|while database is running"),
    ("set lock_configuration = false", LOCKED),
    ("set python_enable_replacements = true", LOCKED),
    ("set allow_community_extensions = true", f"{LOCKED}|while database is running"),
    ("set autoinstall_known_extensions = true", LOCKED),
    ("set memory_limit = '90GB'", LOCKED),
    ("set temp_directory = '{folder}'", f"{LOCKED}|disabled"),
    ("set allowed_directories = ['/']", f"{LOCKED}|while database is running|enable_external_access"),
    ("set global log_query_path = '{folder}/log'", f"{LOCKED}|{OFF}"),
    ("reset lock_configuration", LOCKED),
    ("pragma enable_profiling = 'json'", f"{LOCKED}|{OFF}"),
    ("pragma profiling_output = '{folder}/profile'", f"{LOCKED}|{OFF}"),
    ("select * from secret_frame", "does not exist"),
    ("select getenv('HOME')", "does not exist|only available|not"),
    ("create persistent secret s (type s3, key_id 'x', secret 'y')", f"{OFF}|not|secret"),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder beside the store: a file that must not be read, and a link to it."""
    (tmp_path / "secret.csv").write_text("secret\nbeacon\n")
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "link.csv").symlink_to(tmp_path / "secret.csv")
    return tmp_path


@pytest.fixture(params=["quorate", "raw"])
def cursor(folder: Path, request: pytest.FixtureRequest) -> Iterator[duckdb.DuckDBPyConnection]:
    """A cursor on an engine as every store has it, also one whose file is called as a schema of ours."""
    with engine.connect(folder / f"{request.param}.duckdb") as connection, connection.cursor() as cursor:
        yield cursor


@pytest.mark.parametrize(("attempt", "refusal"), ATTEMPTS, ids=[sql[:60] for sql, _ in ATTEMPTS])
def test_sql_cannot_leave_the_store(
    cursor: duckdb.DuckDBPyConnection, folder: Path, attempt: str, refusal: str
) -> None:
    """The engine refuses it, says why, and leaves no file behind."""
    secret_frame = pl.DataFrame({"secret": [1]})
    before = {path.name for path in folder.rglob("*")}
    link = folder / "in" / "link.csv"
    with pytest.raises(duckdb.Error, match=refusal):
        cursor.execute(attempt.format(folder=folder, file=folder / "secret.csv", link=link)).fetchall()
    assert {path.name for path in folder.rglob("*")} - before == set()
    assert len(secret_frame) == 1


def test_the_engine_still_works(cursor: duckdb.DuckDBPyConnection) -> None:
    """Locked as it is, it keeps, reads and takes in a frame that it is given by hand."""
    cursor.register("incoming", pl.DataFrame({"a": [1, 2]}))
    cursor.execute("create table kept as select * from incoming")
    assert cursor.execute("select sum(a) from kept").fetchall() == [(3,)]
