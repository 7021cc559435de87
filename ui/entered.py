"""What may be entered by hand, what one record is called there, and the way there from its rows."""

from collections.abc import Mapping
from typing import Any

import polars as pl
import streamlit as st

from kinds import KIND
from kinds.kind import Kind
from ui.session import View
from ui.words import cell

ENTER, ASKED_FOR = "secretariat/enter.py", "which"
BY_HAND = {
    "attendance": "Who came to a meeting",
    "meetings": "A meeting: arranged, held, postponed or cancelled",
    "actions": "An action: raised, closed, handed over",
    "decisions": "A decision, with its votes",
    "pledge_progress": "News of a pledge",
    "pledges": "A pledge",
    "payments": "A payment",
    "representatives": "A seat: filled or left",
    "organisations": "An organisation: joined or left",
    "groups": "A group",
    "duties": "A duty done",
    "outcomes": "A measure",
    "publications": "A publication",
}
# where rows of a kind are read that has no table of its own
READ_AS = {"representatives": "seats"}
KIND_OF = {READ_AS.get(kind, kind): kind for kind in BY_HAND if kind != "attendance"}


def name_of(kind: Kind, row: Mapping[str, Any]) -> str:
    """What a record is called where one is chosen."""
    return ", ".join(str(cell(name, row[name])) for name in kind.identifying if row.get(name) is not None)


def to_correct(view: View, mart: str, rows: pl.DataFrame) -> None:
    """For the secretariat, a link from rows to where one of them can be put right or withdrawn."""
    if mart not in KIND_OF or "secretariat" not in view.reader.roles:
        return
    kind = KIND_OF[mart]
    one = {ASKED_FOR: name_of(KIND[kind], rows.row(0, named=True))} if rows.height == 1 else {}
    st.page_link(
        ENTER, label="Correct or withdraw it" if one else "Correct or withdraw one of them",
        icon=":material/edit_note:", query_params={"enter": BY_HAND[kind], **one}, width="content",
    )  # fmt: skip
