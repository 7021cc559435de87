"""Who may write what: the secretariat all of its body, a partner its own responses, the board nothing."""

import polars as pl
from duckdb import ColumnExpression, ConstantExpression, DuckDBPyConnection

from store.access import Reader, body_for
from store.errors import NotAllowed
from store.ledger import Entry

RESPONSES = "responses"
ANSWER = ("answer", "answered_on", "answer_note")


def refuse_add(cursor: DuckDBPyConnection, reader: Reader, body: str, kind: str, rows: pl.DataFrame) -> None:
    """Raises NotAllowed unless this reader may add these rows of a kind to the body."""
    if _writes_all(reader, body, kind):
        return
    if {*rows["organisation"]} != {reader.organisation}:
        raise NotAllowed("You can answer for your own organisation only. Ask your secretariat about others.")
    if rows.select(pl.col(ANSWER).is_not_null()).sum().sum_horizontal().item():
        raise NotAllowed("Only the secretariat can accept or decline. Leave the answer blank.")
    pledges = {*rows.filter(about="pledge")["reference"]}
    if not pledges <= _own_pledges(cursor, reader, body):
        raise NotAllowed("This is no pledge of your organisation's. Choose one of your own.")


def refuse_undo(reader: Reader, upload: Entry) -> None:
    """Raises NotAllowed unless this reader may undo the upload; a partner only what it sent itself."""
    if not _writes_all(reader, upload.body, upload.kind) and upload.done_by != reader.email:
        raise NotAllowed("You can take back only what you sent yourself. Ask your secretariat.")


def _writes_all(reader: Reader, body: str, kind: str) -> bool:
    """Whether every row is this reader's to write; NotAllowed when none is."""
    body_for(reader, body)
    if "secretariat" in reader.roles:
        return True
    if "partner" not in reader.roles or kind != RESPONSES or not reader.organisation:
        raise NotAllowed(f"Your role may not change {kind.replace('_', ' ')}. Send it to your secretariat.")
    return False


def _own_pledges(cursor: DuckDBPyConnection, reader: Reader, body: str) -> set[str]:
    own = (("body", body), ("organisation", reader.organisation))
    pledges = cursor.table("marts.pledges")
    for column, value in own:
        pledges = pledges.filter(ColumnExpression(column) == ConstantExpression(value))
    return {*pledges.pl()["reference"]}
