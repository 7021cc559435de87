"""The last step of an upload: what is still to be answered, the button, and the receipt."""

from typing import NoReturn

import streamlit as st

import intake
import loaders
from pages.secretariat.asking.questions import Asked
from rules.words import number
from store import AlreadyLoaded, Receipt, SavedMeanwhile
from ui import session
from ui.session import View
from ui.words import esc


def confirmed(view: View, asked: Asked, checked: loaders.Checked, trial: intake.Trial) -> Receipt | None:
    """The receipt once somebody has confirmed; nothing is saved before, nor while a question waits."""
    has_nothing = checked.rows.is_empty() and checked.count_read > 0
    if has_nothing:
        st.info("No row can be saved yet.", icon=":material/pending:")
    elif trial.preview.new + trial.preview.changed + trial.preview.gone.height == 0:
        st.info("Every good row is on record as it is: saved, it holds for the day of this file too.")
    if waits := _waits(asked, trial):
        st.info("Answer the question above, then save.", icon=":material/pending:")
    is_wanted = st.button(
        "Confirm and save", type="primary", disabled=has_nothing or waits, key="confirm",
        icon=":material/save:",
    )  # fmt: skip
    return _saved(view, trial) if is_wanted else None


def told(receipt: Receipt, afresh: bool) -> NoReturn:
    """The receipt as a sentence, once the page is drawn anew; `afresh`: for another file."""
    session.notice_after_rerun(
        f"Saved as upload {receipt.upload_id}: {esc(receipt.file_name)}, {number(receipt.new, 'new row')}, "
        f"{receipt.changed:,} changed, {receipt.unchanged:,} unchanged, {receipt.count_refused:,} refused. "
        "Read back from the store.",
        afresh=afresh,
    )


def _waits(asked: Asked, trial: intake.Trial) -> bool:
    by = trial.renumbered and not asked.said("matched_by")
    dates = trial.made_dates and asked.said("made_dates") is None
    return bool(not trial.must_be_told.is_empty() or by or dates)


def _saved(view: View, trial: intake.Trial) -> Receipt:
    try:
        return intake.saved(view.store, view.reader, trial)
    except (AlreadyLoaded, SavedMeanwhile) as refused:
        st.error(esc(refused))
        st.stop()
