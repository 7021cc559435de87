"""Writes docs/data_map.md: every column of the store, whether it is about people, who sees it, how long.

Run `.venv/bin/python -m tests.docs.data_map` after a change of a kind of file, a table or a mart.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from kinds import KIND, KINDS
from store import Store, access, catalogue, erasure, small_numbers

HOME = Path(__file__).parent.parent.parent
HEAD = f"""# Data map

Made from the store's schema by `python -m tests.docs.data_map`; a test keeps it so.
Each table of what was uploaded, with its columns as they are kept. Who sees: the roles that read a mart which
has the column (`store/sql/marts`, or as its kind declares); *partner* means its own organisation's rows where
the mart is confined.
Nothing of it is about a child: columns that would be are refused ([DPIA](dpia.md)).

Kept: a name for {erasure.MONTHS_AFTER_LAST_SEAT} months after the person's last seat, then a pseudonym
stands in its place; a line of the audit for {erasure.MONTHS_OF_AUDIT} months (`cli.py retain`); all else as
long as the body keeps its store. Every row also has the upload, the body, the line of its file and a key made
of its own values.
"""
OWN = {
    "ledger": {
        "what": "Upload, undo or erasure", "file_name": "Name of the file, or why somebody was erased",
        "sha256": "Digest of the file", "done_by": "Who did it", "done_at": "When",
        "mapping": "Headings read as", "said": "Day that the file shows, and what it is whole for",
    },
    "audit": {
        "done_at": "When", "done_by": "Who did it", "what": "Sign-in, sign-out, export or refusal",
        "about": "About what",
    },
}  # fmt: skip
# Of the store's own tables: what is somebody's, and what may name somebody.
OWN_PERSONAL, OWN_MAY_NAME = {"done_by"}, {"file_name", "mapping", "about"}
PERSONAL, MAY_NAME = "yes", "may name a person"
# What a mart calls a column of which it has made another.
MADE_OF = {made.of: made.column for kind in KINDS for made in kind.derived}
NAME_KEPT = f"name {erasure.MONTHS_AFTER_LAST_SEAT} months after the last seat"


def page() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(line for table in catalogue.RAW for line in section(table))]) + "\n"


def section(table: str) -> Iterator[str]:
    """One table: a heading and a row for each column."""
    yield f"## {table}\n\n| column | what | personal | who sees | kept |\n|---|---|---|---|---|"
    for column, what in described(table).items():
        told = (f"`{column}`", what, personal(table, column), seen_by(table, column), kept(table, column))
        yield f"| {' | '.join(told)} |"
    yield ""


def described(table: str) -> dict[str, str]:
    """The columns of a table with what stands in them."""
    return OWN.get(table) or {each.column: each.heading for each in KIND[table].fields}


def personal(table: str, column: str) -> str:
    """Whether a column is about people."""
    if column in {name for mart in catalogue.MARTS if mart == table for name in small_numbers.declared(mart)}:
        return "counts young people; small counts hidden"
    names = KIND[table].field[column].names if table in KIND else None
    if names in ("person", "address") or (table in OWN and column in OWN_PERSONAL):
        return PERSONAL
    may_name = names in ("anybody", "organisations") or (table in OWN and column in OWN_MAY_NAME)
    return MAY_NAME if may_name else "no"


def seen_by(table: str, column: str) -> str:
    """The roles that read a mart with this column that rests on the table."""
    names = {column, MADE_OF.get(column, column)}
    roles = {
        role
        for mart, columns in mart_columns().items()
        if names & columns and rests_on(mart, table)
        for role in access.declared(mart)
    }
    return ", ".join(role for role in ("secretariat", "board", "partner") if role in roles) or "nobody"


def kept(table: str, column: str) -> str:
    """How long a value is kept."""
    if table == "audit":
        return f"{erasure.MONTHS_OF_AUDIT} months"
    return NAME_KEPT if personal(table, column) in (PERSONAL, MAY_NAME) else "as the store"


def rests_on(mart: str, table: str) -> bool:
    return (
        ("marts", mart) in catalogue.rebuilt_after(table)
        if table in catalogue.RECORDS
        else mart in LISTS[table]
    )


LISTS = {"ledger": ("uploads", "freshness", "audit"), "audit": ("audit",)}


@cache
def mart_columns() -> dict[str, set[str]]:
    """The columns of every mart, by the names its readers see."""
    store = Store.open(None)
    reader = access.Reader("data map", frozenset({"secretariat"}))
    found = {mart: set(store.read(reader, mart).columns) for mart in catalogue.MARTS}
    store.close()
    # who loaded a file, and its name, as the lists of uploads call them
    for columns in found.values():
        columns |= {"done_by"} if "loaded_by" in columns else set()
        columns |= {"done_at"} if "loaded_at" in columns else set()
    return found


if __name__ == "__main__":
    (HOME / "docs" / "data_map.md").write_text(page(), encoding="utf-8")
