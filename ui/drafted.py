"""The blocks of the page of letters: drafts that nothing sends."""

import streamlit as st

from reports import Letter, eml, letters
from rules.words import listed, number
from ui import blocks, frames_letters, session
from ui.download import file_name, noted
from ui.session import View
from ui.words import esc, heading


def drafts(view: View) -> list[Letter]:
    """All that can be written on the day on show."""
    known = frames_letters.addresses(view.read("access"), view.facts.seats, view.today)
    answered = view.read("responses_in_full").to_dicts()
    return letters(view.body, view.facts, view.findings(), answered, known, view.today)


def nothing(view: View) -> None:
    """That no letter is asked for, as far as what is loaded can tell."""
    st.markdown("Nothing on record asks for a letter.")
    if untold := frames_letters.untold(view.body, view.facts):
        kinds = listed([heading(kind).lower() for kind in untold])
        st.markdown(f"What would ask for one is not all loaded: {esc(kinds)} of this body.")


def of_a_kind(view: View, kind: str, those: list[Letter]) -> None:
    """The letters of a kind, each closed."""
    st.header(f"{esc(kind)}: {number(len(those), 'letter')}", anchor=False)
    blocks.one_by_one(view, those, f"letters_{kind}", draft)


def draft(view: View, letter: Letter, key: str) -> None:
    """One letter; what is inside is written when it is opened."""
    title = f"**{esc(letter.organisation)}**, {esc(letter.subject)}"
    opened = st.expander(title, key=key, on_change="rerun")
    if opened.open:
        with opened:
            to = ", ".join(letter.mail.to)
            st.markdown(f"**To** {esc(to)}" if to else "**To** nobody yet: no address is on the roster.")
            st.code(letter.mail.text, language=None, wrap_lines=True)
            _button(view, letter, key)


def _button(view: View, letter: Letter, key: str) -> None:
    def made() -> bytes:
        noted(view, f"Letter, {letter.kind.lower()}, eml")
        return eml(letter.mail, session.now())

    st.download_button(
        "Open as a draft (.eml)", made, file_name(view, "letter", "eml"), "message/rfc822",
        icon=":material/mail:", on_click="ignore", key=f"mail_{key}",
    )  # fmt: skip
