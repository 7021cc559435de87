"""Filters of a page on what its verdicts are about: group, organisation, status and words, all in the URL."""

from collections.abc import Mapping, Sequence

import streamlit as st

from rules import Finding
from ui import links
from ui.frames_filters import Subject, kept, statuses


def filtered(findings: Sequence[Finding], subjects: Mapping[str, Subject], page: str) -> list[Finding]:
    """The verdicts that its reader asks for; `subjects`: what each reference is about."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        group = _one_of("Group", [each.group for each in subjects.values()], f"{page}_group")
        of = _one_of("Organisation", [each.organisation for each in subjects.values()], f"{page}_of")
        status = _one_of("Status", statuses(findings), f"{page}_status")
        words = st.text_input("Words", key=f"{page}_words", width=220, bind="query-params")
    return kept(findings, subjects, group, of, status, words)


def _one_of(label: str, values: Sequence[str], key: str) -> str | None:
    """A choice of one, where there are several."""
    known = sorted(set(filter(None, values)))
    return None if len(known) < 2 else links.chosen(key, label, known, width=220, placeholder="Any")
