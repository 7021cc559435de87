"""What saving a file would do, row by row, before it is confirmed; refused rows first where there are any."""

import polars as pl
import streamlit as st

import intake
import loaders
from pages.secretariat.asking import people, questions
from rules.words import number
from ui import blocks
from ui.session import View
from ui.words import heading

SHOWN = 500
SOME = 12


def shown(view: View, asked: questions.Asked, checked: loaders.Checked, trial: intake.Trial) -> None:
    """The counts, who is not known, and the rows of each count."""
    counts = _counts(checked, trial)
    st.header(f"{heading(checked.kind.name)}: {number(checked.count_read, 'row')} read", anchor=False)
    with st.grid(len(counts), min_column_width=110, gap="small"):
        for label, count in counts.items():
            st.metric(label, f"{count:,}", border=True, height="stretch")
    for of, names in intake.strangers(view.store, view.reader, view.body, checked).items():
        people.strangers(view, of, names)
    kinds = ["New", "Changed", "Unchanged"]
    order = ["Refused", *kinds] if counts["Refused"] else [*kinds, "Refused"]
    for label, tab in zip(order, st.tabs([f"{label} ({counts[label]:,})" for label in order]), strict=True):
        with tab:
            _rows(label, asked, checked, trial)


def _counts(checked: loaders.Checked, trial: intake.Trial) -> dict[str, int]:
    preview = trial.preview
    counts = {
        "New": preview.new, "Changed": preview.changed, "Unchanged": preview.unchanged,
        "Refused": checked.problems["line"].n_unique(),
    }  # fmt: skip
    left_out = {
        "Gone": preview.gone.height,
        "Name not known": checked.unplaced["line"].n_unique(),
        "Left out": checked.count_left_out,
    }
    return counts | {label: count for label, count in left_out.items() if count}


def _rows(label: str, asked: questions.Asked, checked: loaders.Checked, trial: intake.Trial) -> None:
    if label == "Refused":
        _refused(asked, checked)
        return
    is_changed, change = label == "Changed", label.lower()
    told = trial.preview.differences if is_changed else _of(trial, change)
    about = "What changes, from what to what" if is_changed else f"Rows that are {change}"
    blocks.table(told.head(SHOWN), about) if told.height else st.markdown("None.")
    if label == "New" and (told.height or asked.answers.left_out):
        questions.leave_out(asked, told.head(SHOWN))


def _of(trial: intake.Trial, change: str) -> pl.DataFrame:
    return trial.checked.rows.filter(trial.preview.rows["change"] == change)


def _refused(asked: questions.Asked, checked: loaders.Checked) -> None:
    if checked.problems.is_empty():
        st.markdown("Every row was understood.")
        return
    st.markdown("These rows are left out; the others are unaffected. Mend them here, or in a file.")
    blocks.table(checked.problems.head(SOME), "Rows refused, with line, column, value and remedy")
    questions.repair(asked, checked)
