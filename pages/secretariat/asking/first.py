"""What has to be said before a file can be read: the order of its days, its sheet, what headings mean."""

from typing import NoReturn

import streamlit as st

import intake
import loaders
from pages.secretariat.asking import columns
from pages.secretariat.asking.questions import Asked
from pages.secretariat.asking.several import File
from ui.session import View
from ui.words import esc


def checked(view: View, asked: Asked, file: File, kind: str | None, known: loaders.Known) -> loaders.Checked:
    """The rows of a file; the page ends with a question, or a reason, where they cannot be read yet."""
    data = file.getvalue()
    try:
        found = intake.check(data, file.name, view.body, kind, known, asked.answers)
    except loaders.Undated as unsure:
        _one_question(unsure, ":material/event:")
        asked.order(unsure.orders) if unsure.examples else asked.meeting(view)
        _end(asked)
    except loaders.Unseen as unseen:
        _one_question(unseen, ":material/visibility_off:")
        asked.look(unseen.what)
        _end(asked)
    except loaders.Unchosen as choice:
        _one_question(choice, ":material/table:")
        asked.sheet(choice.sheets)
        st.stop()
    except loaders.Unmapped as unknown:
        st.warning(esc(unknown), title="These headings are new")
        columns.map_columns(view, asked, data, unknown.kind or kind, unknown.columns)
        st.stop()
    except loaders.Unreadable as refused:
        st.error(esc(refused), title="This file was not understood")
        _end(asked)
    _told_if_empty(asked, found)
    return found


def mapped_again(view: View, asked: Asked, file: File, found: loaders.Checked) -> None:
    """What its columns mean can be said anew, where some are not used and the headings tell no system."""
    may_be_mapped = found.ignored and (found.source.is_template or found.source.is_mapped)
    if may_be_mapped and st.toggle("Say what the columns mean", key=asked.key("map")):
        columns.map_columns(view, asked, file.getvalue(), found.kind.name, found.mapping, found.sheet)
        st.stop()


def _one_question(why: loaders.Unreadable, icon: str) -> None:
    st.warning(esc(why), title="One question first", icon=icon)


def _end(asked: Asked) -> NoReturn:
    asked.another_sheet()
    st.stop()


def _told_if_empty(asked: Asked, found: loaders.Checked) -> None:
    if found.count_read:
        return
    if found.kind.whole is None:
        st.error("This file has headings and no rows below them.")
        _end(asked)
    st.info("This file has headings and no rows: saved, it says that there is nothing of the kind.")
