"""What the upload page asks of a file as one of a year of files: its day, and what it leaves out."""

from collections.abc import Mapping
from dataclasses import replace
from typing import cast

import polars as pl
import streamlit as st

import intake
import loaders
from pages.secretariat.asking.questions import Asked
from rules.words import number
from store import Said
from store.said import NOTHING_GONE, Answers, Became, Listed, MatchedBy
from ui import blocks
from ui.session import View, now, today
from ui.words import esc, heading

SHOWN = 8
BECAME: Mapping[str, str] = {
    "ended": "Ended: true until the day of the file that lacks it, and then over",
    "mistaken": "Mistaken: never true",
    "kept": "Kept: still true, only left out of the file",
}
ONE_BY_ONE = "one by one"
MATCHED: Mapping[MatchedBy, str] = {
    "words": "The numbers are given anew in each file: go by the words",
    "reference": "The references are right: the words were changed",
}
DATES = {True: "The same records: put the references back", False: "Other records, with these references"}
LISTED: Mapping[Listed | None, str] = {
    "everyone": "Everyone expected",
    "came": "Only those who came",
}


def said_of(view: View, asked: Asked, checked: loaders.Checked) -> Said:
    """The day that the file shows, and whether it is whole."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        as_at = st.date_input(
            "This file shows the day", value=today(), max_value=today(), format="DD/MM/YYYY", width=200,
            key=asked.key("as_at"), help="The day of the export. Later files go before earlier ones.",
        )  # fmt: skip
        part = checked.kind.whole is not None and st.toggle(
            "It is only a part", key=asked.key("part"), help="What it leaves out then counts as before."
        )
        fills = checked.kind.name in ("organisations", "representatives") and st.toggle(
            "Fill blanks only: keep every value that is on record", key=asked.key("fill")
        )
    is_attendance = checked.kind.name == "attendance"
    listed = _who_is_listed(view, asked, checked) if is_attendance else None
    return Said(as_at=as_at, part=part, fills=fills, listed=listed)


def _who_is_listed(view: View, asked: Asked, checked: loaders.Checked) -> Listed | None:
    """Asked where the list does not tell by itself and nobody has said it of such a list before."""
    tells = intake.tells_who_is_listed(checked)
    before = intake.listed_before(view.store, view.reader, view.body, checked)
    if not tells and asked.said("listed") is None and not before:
        st.warning(
            "Everybody in this list came. Until it is said whether it has everyone who was expected, nobody "
            "knows what became of the others. The answer is remembered for lists with these headings.",
            title="Who is listed?", icon=":material/groups:",
        )  # fmt: skip
    labels = {None: "Told by the list itself" if tells else "Not known", **LISTED}
    return st.selectbox(
        "Who is listed", list(labels), index=list(labels).index(before), format_func=labels.__getitem__,
        key=asked.key("listed"), width=240,
    )  # fmt: skip


def tried(view: View, asked: Asked, checked: loaders.Checked) -> intake.Trial:
    """What saving would change, by all that was said so far; asks what must be said before it is saved."""
    said = said_of(view, asked, checked)
    trial = _tried(view, checked, said)
    if trial.made_dates and _put_back(trial, asked):
        trial = _tried(view, intake.put_back(checked, trial.made_dates), said)
    if trial.renumbered:
        matched_by = _renumbered(trial, asked)
        trial = _tried(view, trial.checked, replace(said, matched_by=matched_by)) if matched_by else trial
    if not trial.must_be_told.is_empty() and (answers := _gone(trial, asked)):
        trial = _tried(view, trial.checked, trial.upload.note.said, answers)
    return trial


def changes(trial: intake.Trial) -> None:
    """What saving would turn, the gravest first."""
    for sentence in trial.new_meetings:
        st.warning(esc(sentence), icon=":material/event:")
    if not trial.changes:
        st.caption("Saving this changes no verdict of today.")
        return
    count = number(len(trial.changes), "verdict")
    with st.expander(f"Saving would change {count}", expanded=True, icon=":material/published_with_changes:"):
        st.markdown("\n".join(f"- {esc(change.says)}" for change in trial.changes[:SHOWN]))
        if len(trial.changes) > SHOWN:
            st.caption(f"And {number(len(trial.changes) - SHOWN, 'more verdict')}.")


def _tried(view: View, checked: loaders.Checked, said: Said, gone: Answers = NOTHING_GONE) -> intake.Trial:
    return intake.tried(view.store, view.reader, view.body, checked, now(), today(), said, gone)


def _put_back(trial: intake.Trial, asked: Asked) -> bool:
    were = "\n".join(f"- {esc(text)} was {esc(had)}" for text, had in [*trial.made_dates.items()][:SHOWN])
    st.warning(
        f"A spreadsheet seems to have made dates of references:\n{were}",
        title="One question first", icon=":material/event_busy:",
    )  # fmt: skip
    said: bool | None = st.radio(
        "They are", list(DATES), index=None, format_func=DATES.__getitem__, key=asked.key("made_dates")
    )
    return bool(said)


def _renumbered(trial: intake.Trial, asked: Asked) -> MatchedBy | None:
    st.warning(
        "This file seems to be numbered anew: words stand under another reference than before.",
        title="One question first", icon=":material/pin:",
    )  # fmt: skip
    return st.radio(
        "What tells its records apart?", list(MATCHED), index=None, format_func=MATCHED.__getitem__,
        key=asked.key("matched_by"),
    )  # fmt: skip


def _gone(trial: intake.Trial, asked: Asked) -> Answers:
    """What became of the records that the file no longer has: of all of them, or one by one."""
    gone, kind = trial.must_be_told, trial.checked.kind
    own, later_one = gone.filter(pl.col("gone_by").is_null()).height, gone["gone_from"].drop_nulls().unique()
    told = [f"{number(own, 'record')} on record should be in this file, and is not any more."] if own else []
    if later_one.len():
        files = ", ".join(later_one.sort())
        told.append(f"{number(gone.height - own, 'record')} of this file should be in {files}, and is not.")
    st.warning(
        esc(" ".join(told)),
        title="What became of them?", icon=":material/rule:",
    )  # fmt: skip
    named = [each for each in kind.identifying if gone[each].null_count() < gone.height]
    later = ["gone_from"] if gone["gone_from"].null_count() < gone.height else []
    shown = gone.select(*named, "file", "line", *later)
    of_all = [*kind.gone_may_be, *([ONE_BY_ONE] if gone.height > 1 else [])]
    said = st.radio(
        "They are gone because they are", of_all, index=None, key=asked.key("gone"),
        format_func=lambda word: BECAME.get(word, "Not all the same: say it one by one"),
    )  # fmt: skip
    if said != ONE_BY_ONE:
        blocks.table(shown, f"{heading(kind.name)} that are gone")
        return cast(Became, said) if said else NOTHING_GONE
    return _one_by_one(gone, shown, kind.gone_may_be, asked)


def _one_by_one(
    gone: pl.DataFrame, shown: pl.DataFrame, may_be: tuple[str, ...], asked: Asked
) -> dict[str, Became]:
    rows = [{"became": None, **row} for row in shown.to_dicts()]
    told = st.data_editor(
        rows,
        column_config={"became": st.column_config.SelectboxColumn("Became", options=list(may_be))},
        disabled=shown.columns, hide_index=True, key=asked.key("one_by_one"),
    )  # fmt: skip
    words = [row["became"] for row in told]
    return {key: word for key, word in zip(gone["row_key"], words, strict=True) if word}
