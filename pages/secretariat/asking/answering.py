"""How the secretariat answers what a partner said of a figure: accepted or declined, beside the record."""

from collections.abc import Mapping, Sequence
from typing import Any

import polars as pl
import streamlit as st

import intake
import loaders
from rules.words import day
from store import Receipt, StoreError
from ui import blocks, figures, session
from ui.words import cell, esc, heading

NUMBERS = ("progress_share", "rag", "value", "young_people_reached")
Row = Mapping[str, Any]


def named(row: Row) -> str:
    """Whose figure a response is about, and which."""
    return ", ".join(filter(None, (row["organisation"], row["about"], row["reference"])))


def listed(rows: Sequence[Row], title: str) -> None:
    """Responses as a table: whose figure, what was said, and the answer."""
    columns = ("figure", "response", "note", "answer_note")
    lines = [{**row, "figure": named(row), "response": figures.in_words(row)} for row in rows]
    frame = pl.DataFrame([{c: line[c] for c in columns} for line in lines], dict.fromkeys(columns, pl.Utf8))
    blocks.table(frame, title)


def _keep(view: session.View, kind: str, row: Row) -> Receipt:
    """One row through the gate."""
    cells = {column: figures.typed(column, value) for column, value in row.items()}
    return intake.keep_by_hand(view.store, view.reader, view.body, kind, [cells], session.now())


def _as_progress(view: session.View, row: Row) -> Row:
    """An accepted proposal as an update of its pledge; what it leaves blank stays as it is on record."""
    key = {"pledge_reference": row["reference"], "as_at": row["as_at"]}
    known = next(iter(view.read("pledge_progress", **key).to_dicts()), {})
    values = {name: known.get(name) if row[name] is None else row[name] for name in (*NUMBERS, "note")}
    source = f"Response of {row['organisation']} on {day(row['said_on'])} ({row['file']}, line {row['line']})"
    evidence = "; ".join(filter(None, (known.get("evidence"), source)))
    return {**key, **values, "evidence": evidence}


def _answer(view: session.View, row: Row, word: str, note: str) -> None:
    """Keeps the answer, after the update that it accepts, and comes back with the receipt."""
    said = {"answer": word, "answered_on": session.today(), "answer_note": note.strip() or None}
    try:
        if row["response"] == "proposed" and word == "accepted":
            _keep(view, "pledge_progress", _as_progress(view, row))
        receipt = _keep(view, "responses", {**row, **said})
    except (StoreError, loaders.Unreadable) as refused:
        st.error(esc(refused))
        st.stop()
    session.notice_after_rerun(
        f"{word.capitalize()}: {esc(named(row))}. Kept as upload {receipt.upload_id} and read back."
    )


def waiting(view: session.View, row: Row) -> None:
    """One response that waits, with the figure concerned and the two answers."""
    # what is said anew meanwhile has another file, so that no click answers what nobody has read
    key = session.fresh_key(f"{named(row)}_{row['as_at']}_{row['file']}_{row['line']}")
    with st.container(border=True, gap="small"):
        st.markdown(f"**{esc(named(row))}**  \n{esc(figures.in_words(row))}")
        if row["note"]:
            st.markdown(f"“{esc(row['note'])}”")
        st.caption(f"The figure as they saw it: {esc(row['figure'] or 'not recorded')}")
        if row["about"] == "pledge":
            blocks.table(_compared(view, row), f"Numbers of {named(row)}")
        with st.form(f"answer_{key}", border=False):
            note = st.text_input("Note to the partner", max_chars=1000, key=f"note_{key}")
            with st.container(horizontal=True):
                accepted = st.form_submit_button("Accept", type="primary", icon=":material/check:")
                declined = st.form_submit_button("Decline", icon=":material/close:")
        if accepted or declined:
            _answer(view, row, "accepted" if accepted else "declined", note)


def _compared(view: session.View, row: Row) -> pl.DataFrame:
    """The pledge's last update beside the response. Columns: figure, on_record and the response, Utf8."""
    updates = view.read("pledge_progress", pledge_reference=row["reference"]).sort("as_at").tail(1)
    known = next(iter(updates.to_dicts()), {})
    lines = [
        {"figure": heading(name), "on_record": _shown(name, known), row["response"]: _shown(name, row)}
        for name in ("as_at", *NUMBERS)
    ]
    return pl.DataFrame(lines, schema=dict.fromkeys(("figure", "on_record", row["response"]), pl.Utf8))


def _shown(name: str, row: Row) -> str | None:
    """A value as the tables show it."""
    value = row.get(name)
    return None if value is None else str(cell(name, value))
