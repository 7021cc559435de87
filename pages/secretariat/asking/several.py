"""Several files at once: how each stands, those that cannot be loaded first, and which one to go on with."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

import polars as pl
import streamlit as st

import intake
import loaders
from pages.secretariat.asking.questions import Asked
from rules.words import number
from ui import blocks, session
from ui.session import View
from ui.words import heading

NOT_UNDERSTOOD, ASKS, SOME_REFUSED, READY, SAVED = range(5)


class File(Protocol):
    """A file as the page is given it."""

    name: str
    file_id: str

    def getvalue(self) -> bytes: ...


class Standing(NamedTuple):
    """How far a file is, the gravest first."""

    rank: int
    says: str
    kind: str = ""
    rows: int | None = None


def one_of(view: View, files: Sequence[File], kind: str | None) -> File:
    """The only file, or of several the one to go on with: at first the gravest that is not saved."""
    if len(files) == 1:
        return files[0]
    known = intake.known(view.store, view.reader, view.body, session.today())
    stand = {file.file_id: _standing(view, file, kind, known) for file in files}
    in_order = sorted(files, key=lambda file: stand[file.file_id].rank)
    saved = sum(each.rank == SAVED for each in stand.values())
    st.header(f"{number(len(files), 'file')}, {saved:d} saved", anchor=False)
    rows = [(file.name, *stand[file.file_id][1:]) for file in in_order]
    schema = {"file": pl.Utf8, "how_it_stands": pl.Utf8, "kind": pl.Utf8, "rows": pl.Int64}
    blocks.table(pl.DataFrame(rows, schema, orient="row"), "The files, those that cannot be loaded first")
    # with each that is saved it begins anew, at the gravest of those left
    names = {file.file_id: file.name for file in in_order}
    key = session.fresh_key(f"which_{saved}_of_{len(files)}")
    chosen = st.selectbox(
        "File to go on with", list(names), format_func=names.__getitem__, key=key, width=420
    )
    return next(file for file in files if file.file_id == chosen)


def _standing(view: View, file: File, kind: str | None, known: loaders.Known) -> Standing:
    if file.file_id in done():
        return Standing(SAVED, "Saved ✓")
    try:
        checked = intake.check(
            file.getvalue(), file.name, view.body, kind, known, Asked(file.file_id).answers
        )
    except (loaders.Undated, loaders.Unseen, loaders.Unchosen, loaders.Unmapped):
        return Standing(ASKS, "Asks something first ?")
    except loaders.Unreadable:
        return Standing(NOT_UNDERSTOOD, "Not understood ✕")
    refused = checked.problems["line"].n_unique()
    rank, says = (
        (SOME_REFUSED, f"{number(refused, 'row')} refused !") if refused else (READY, "To be confirmed ◷")
    )
    return Standing(rank, says, heading(checked.kind.name), checked.count_read)


def done() -> set[str]:
    """The files of this round that are saved."""
    saved: set[str] = st.session_state.setdefault(session.fresh_key("saved"), set())
    return saved


def is_last(files: Sequence[File], file: File) -> bool:
    """Notes that a file is saved; whether it was the last of them."""
    done().add(file.file_id)
    return {each.file_id for each in files} <= done()
