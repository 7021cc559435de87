"""A store in which every text of an organisation carries a word of its own, found wherever it turns up."""

import polars as pl
from streamlit.testing.v1 import AppTest

from kinds import KIND
from rules import load_bodies
from store import Reader, Store
from store.catalogue import RECORDS as KINDS
from tests.browser.serving import HOME
from tests.store.tables import SECRETARIAT, columns, note, table

BODY = load_bodies(HOME / "bodies")["kent_medway"]
TOKENS = ("zqalderzq", "zqbirchzq", "zqcedarzq", "zqdoverzq", "zqelmzq")
# Rows of the board as a whole; only their names are an organisation's.
OF_THE_BOARD = ("meetings", "decisions", "groups", "duties", "publications", "outcomes", "interpretations")
NAMES = ("chaired_by", "consent_needed_from", "consent_given_by", "lead_organisation")
WORDS = {
    "membership": "member", "role": "member", "attendance": "present", "rag": "red", "about": "pledge",
    "response": "queried", "financial_year": "2025/26", "period": "2025/26", "published": "2026-05",
    "due": "2026-12-01", "of": "organisation", "group_name": BODY.main_group, "kind": "",
}  # fmt: skip
STATUS = {"representatives": "filled", "actions": "open", "meetings": "held"}


def organisation(token: str) -> str:
    return f"Organisation {token}"


def email(token: str) -> str:
    return f"{token}@example.org"


def partner(token: str) -> Reader:
    return Reader(email(token), frozenset({"partner"}), BODY.key, organisation(token))


def foreign(token: str, told: bytes | str) -> set[str]:
    """The words of other organisations in what somebody of this one was told."""
    text = told.lower() if isinstance(told, str) else told.lower().decode("utf-8", "replace")
    return {other for other in TOKENS if other != token and other in text}


def fill(store: Store) -> None:
    """One row of every kind for each organisation; its responses sent by itself, as a partner may."""
    for kind in KINDS:
        if kind != "responses":
            rows = pl.concat([row(kind, token, at) for at, token in enumerate(TOKENS)])
            rows = rows.unique("row_key", keep="first", maintain_order=True)
            store.add(SECRETARIAT, BODY.key, kind, rows, note(f"{kind}.csv"))
    holders = pl.concat([row("representatives", token, at) for at, token in enumerate(TOKENS)]).with_columns(
        deputy_for=pl.lit(None, dtype=pl.String), seat=pl.col("seat") + " 2", row_key=pl.col("row_key") + " 2"
    )
    store.add(SECRETARIAT, BODY.key, "representatives", holders, note("holders.csv"))
    for token in TOKENS:
        store.add(partner(token), BODY.key, "responses", row("responses", token, 0), note(f"by hand {token}"))


def row(kind: str, token: str, at: int) -> pl.DataFrame:
    """One row of a kind: every text that is not a word of the product's own has the token."""
    cells = {column: _cell(kind, column, token, at) for column in columns(kind)}
    return table(kind, f"{'|'.join(cells)}\n{'|'.join(cells.values())}")


def _cell(kind: str, column: str, token: str, at: int) -> str:
    dtype = table(kind, f"{KIND[kind].key[0]}\n").schema[column]
    if column in ("answer", "answered_on", "answer_note", "left_on", "to_on", "ended_on"):
        return ""
    if dtype == pl.Date:
        return f"2026-03-{10 + at}" if column == "meeting_on" else "2025-12-20"
    if dtype == pl.Boolean:
        return "yes"
    if dtype != pl.String:
        return "0.5" if column == "progress_share" else "31"
    if column == "status":
        return STATUS[kind]
    if column in ("organisation", "means", "lead_organisation"):
        return organisation(token)
    if column == "email":
        return email(token)
    if column in ("pledge_reference", "reference") and kind not in OF_THE_BOARD:
        return f"P {token}"
    if column in WORDS and kind != "groups":
        return WORDS[column]
    return f"{column} {at}" if kind in OF_THE_BOARD and column not in NAMES else f"{column} {token}"


def told(app: AppTest) -> bytes:
    """Everything that a page sends to the browser: its texts, tables, choices and charts with their data."""
    protos = (getattr(node, "proto", None) for node in app._tree)
    return b"\n".join(proto.SerializeToString() for proto in protos if proto is not None)
