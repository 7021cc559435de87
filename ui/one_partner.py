"""The blocks of the page of a partner."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import streamlit as st

from kinds.names import same
from rules import Finding, actions, attendance, fee, pledges
from rules.family import Family
from ui import blocks, figures, frames, frames_fees, frames_matrix, frames_partner, links
from ui.session import View
from ui.words import esc

ASKED = "partner"
# whatever of a partner is judged by what is on record of it alone, so that it may see the same
ITS_OWN: Sequence[Family[Any]] = (pledges.FAMILY, attendance.FAMILY, actions.FAMILY, fee.FAMILY)


def asked_for(view: View) -> str | None:
    """The partner that the address names, or its reader chooses; for a partner always its own."""
    if not links.sees_all(view):
        return view.reader.organisation
    names = frames_partner.names(view.facts)
    if not names:
        blocks.empty("No organisations are loaded for this body.")
        return None
    return links.chosen(ASKED, "Partner", names)


def verdicts_on(view: View, partner: str) -> list[Finding]:
    """The verdicts on it, its pledges and its actions; a partner has those on its own seats, too."""
    judged = view.findings(*ITS_OWN)
    own = [] if links.sees_all(view) else [f for f in judged if f.subject("seat")]
    return list(dict.fromkeys([*frames.concerning(judged, view.facts, partner), *own]))


def seats(view: View, partner: str) -> bool:
    """Its seats on the day; returns whether there are any, as those below do."""
    held = frames_partner.seats(view.facts, partner, view.today)
    if not held.is_empty():
        st.header("Seats", anchor=False)
        blocks.table(held, "The seats it holds or has to fill")
    return not held.is_empty()


def came(view: View, partner: str, verdicts: Sequence[Finding]) -> bool:
    """The meetings it came to, and what the terms say of it."""
    found = frames_partner.came(view.body, view.facts, partner, view.today)
    if found or verdicts:
        st.header("Attendance", anchor=False)
        blocks.verdicts(view, verdicts, "attended", "")
    for group, (rate, told) in found.items():
        lines = [f"- **{esc(word)}:** {esc(days)}" for word, days in told]
        st.markdown("\n".join([f"**{esc(group)}:** came to {esc(rate)}.", "", *lines]))
        _pages_of(view, group)
    return bool(found or verdicts)


def _pages_of(view: View, group: str) -> None:
    """The page of each of the latest meetings of a group, for whoever may open them."""
    latest = frames_matrix.of_period(view.body, view.facts, group, frames_matrix.LATEST, view.today)
    if links.sees_all(view):
        with st.expander("The page of each meeting", type="compact"), st.container(horizontal=True):
            for each in reversed(latest):
                links.to_meeting(view, each)


def of_family(view: View, family: Family[Any], verdicts: Sequence[Finding]) -> bool:
    """What is found of it in one family."""
    if verdicts:
        st.header(family.title, anchor=False)
        blocks.verdicts(view, verdicts, f"partner_{family.name}")
    return bool(verdicts)


def fees(view: View, verdicts: Sequence[Finding]) -> bool:
    """Its fee year by year."""
    if frames_fees.years(verdicts):
        st.header("Fee", anchor=False)
        blocks.table(frames_fees.by_year(verdicts, view.today).drop("Organisation"), "Its fee, year by year")
        blocks.verdicts(view, verdicts, "partner_fee")
        return True
    return of_family(view, fee.FAMILY, verdicts)


def consents(view: View, partner: str) -> bool:
    """The decisions that need its consent.

    A partner is not shown a decision that names others beside it, so for one nothing is said to be missing.
    """
    found = frames_partner.consents(view.facts, partner)
    if not found.is_empty():
        st.header("Consents", anchor=False)
        blocks.table(found, "The decisions that need its consent")
    return not found.is_empty() or not links.sees_all(view)


def responses(view: View, partner: str) -> bool:
    """What it said of its own figures, and what was answered."""
    said = [row for row in view.read("responses").to_dicts() if same(row["organisation"], partner)]
    if said:
        st.header("Responses", anchor=False)
        st.markdown("\n".join(_said(said)))
    return bool(said)


def _said(rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for row in rows:
        note = f" “{esc(row['note'])}”" if row["note"] else ""
        about = ", ".join(filter(None, (row["about"].capitalize(), row["reference"])))
        yield f"- **{esc(about)}:** {esc(figures.in_words(row))}{note}"
