import shutil
from collections.abc import Iterator
from pathlib import Path

import polars as pl
import pytest

import loaders
from store import Store, Upload
from tests.store.tables import SECRETARIAT, note, table

NORTH = {
    "organisations": """
        organisation  | also_known_as | sector     | membership | joined_on  | left_on    | turnover_gbp
        North Council | NC; The North | council    | member     |            |            | 2000000.00
        Bright Homes  | Bright        | voluntary  | member     | 2025-01-01 |            | 90000.50
        Old Friends   |               | voluntary  | former     | 2024-01-01 | 2026-03-31 |
        Watchers      |               |            | observer   |            |            |
        """,
    "representatives": """
        group_name | seat    | organisation  | person | role   | deputy_for | status
        Board      | Chair   | NC            | Ada    | chair  |            | filled
        Board      |         | North Council | Ben    | deputy | Ada        | filled
        Board      | Housing | Bright        |        | member |            | vacant
        Board      |         | Bright Homes  | Cyd    | member |            | filled
        """,
    "meetings": """
        group_name | meeting_on | kind     | papers_sent_on | chaired_by
        Board      | 2026-03-10 | ordinary | 2026-03-03     | Ada
        """,
    "attendance": """
        group_name | meeting_on | organisation  | person | attendance
        Board      | 2026-03-10 | NC            | Ada    | present
        Board      | 2026-03-10 | North Council | Ada    | present remotely
        Board      | 2026-03-10 | Bright Homes  | Cyd    | apologies
        Board      | 2026-03-10 | Bright Homes  | Dot    | substitute
        Board      | 2026-06-09 | Watchers      |        | present
        """,
    "actions": """
        reference | action        | organisation | due          | status
        A1        | Write to all  | the north    | 2026-04-01   | open
        A2        | Find a room   | Bright Homes | next meeting | open
        """,
    "pledges": """
        reference | organisation | pledge             | baseline | target
        P1        | Bright       | Five starter homes | 0        | 5
        P2        | NC           | Council tax relief |          |
        """,
    "pledge_progress": """
        pledge_reference | as_at      | progress_share | young_people_reached
        p1               | 2026-03-01 | 0.4            | 12
        P2               | 2026-03-01 | 1              |
        """,
    "decisions": """
        reference | group_name | meeting_on | decision       | votes_for
        D1        | Board      | 2026-03-10 | Adopt the plan | 3
        """,
    "payments": """
        organisation | financial_year | paid_on    | amount_gbp | reference
        Bright       | 2025/26        | 2025-05-01 | 100.00     | R1
        Bright Homes | 2025/26        | 2025-05-01 | 100.00     | r1
        NC           | 2025/26        |            | 500.00     |
        """,
    "groups": """
        group_name | lead_organisation | agreed_on
        Housing    | bright            | 2025-09-01
        """,
    "duties": """
        duty          | period  | done_on
        Annual report | 2025/26 | 2026-06-01
        """,
    "publications": """
        title | published
        Offer | 2026-05
        Plan  | 2026-05-12
        """,
    "outcomes": """
        measure | cohort | period  | numerator | denominator
        EET     | 19-21  | 2025/26 | 45        | 90
        """,
    "interpretations": """
        rule | question   | reading     | why    | chosen_by | chosen_on  | from_on
        Q1   | Which one? | The first.  | Said   | Ann       | 2026-03-01 |
        Q2   |            | The second. | Said   | Ann       | 2026-03-01 | 2026-04-01
        """,
    "aliases": """
        of           | source | written     | means
        organisation |        | Brite Homes | bright homes
        person       |        | Room 2      |
        """,
    "responses": """
        organisation  | about  | reference | as_at      | response  | said_on
        Bright Homes  | pledge | P1        | 2026-03-01 | confirmed | 2026-04-01
        Bright        | pledge | p1        | 2026-03-01 | queried   | 2026-04-02
        North Council | pledge | P2        | 2026-03-01 | confirmed | 2026-04-01
        """,
}
SAMPLES = Path(__file__).parents[2] / "samples"


def sampled(kind: str) -> str:
    """The first rows of a sample as such a table, for a kind that has none above."""
    path = min(SAMPLES.glob(f"*/*/{kind}.csv"))
    rows = loaders.check(path.read_bytes(), path.name, kind=kind).rows.head(2).drop("line", "row_key")
    text = rows.with_columns(pl.col(pl.Boolean).replace_strict({True: "yes", False: "no"})).cast(pl.String)
    return "\n".join(" | ".join(row) for row in [rows.columns, *text.fill_null("").rows()])


NORTH |= {kind: sampled(kind) for kind in loaders.KIND if kind not in NORTH}


@pytest.fixture(scope="session")
def new(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store that was just made; making one costs more than most tests do."""
    path = tmp_path_factory.mktemp("new") / "store.duckdb"
    Store.open(path).close()
    return path


@pytest.fixture
def store(new: Path, tmp_path: Path) -> Iterator[Store]:
    """An empty store of the test's own."""
    store = Store.open(shutil.copy(new, tmp_path / "own.duckdb"))
    yield store
    store.close()


@pytest.fixture(scope="session")
def northern(new: Path) -> Path:
    """A closed store with one file of every kind for the body north."""
    path = Path(shutil.copy(new, new.with_name("north.duckdb")))
    store = Store.open(path)
    store.add_all(
        SECRETARIAT,
        [Upload("north", kind, table(kind, text), note(f"{kind}.csv")) for kind, text in NORTH.items()],
    )
    store.close()
    return path


@pytest.fixture(scope="module")
def north(northern: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The same, open, for tests that only read."""
    store = Store.open(shutil.copy(northern, tmp_path_factory.mktemp("north") / "north.duckdb"))
    yield store
    store.close()
