"""How a partner responds to a figure on record about it: confirms it, queries it or proposes another."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

import intake
import loaders
from rules import Finding
from store import StoreError
from ui import blocks, figures, session
from ui.figures import Figure
from ui.words import badge, esc

LONGEST_NOTE = 1000
RATINGS = ("red", "amber", "green", "blue", "none")


def chosen_partner(view: session.View) -> str | None:
    """The reader's own organisation; whoever sees them all may choose, their own first."""
    own = view.reader.organisation
    if not view.reader.roles & {"secretariat", "board"}:
        return own
    names = {o.organisation for o in view.facts.organisations} | {p.organisation for p in view.facts.pledges}
    partners = sorted(names, key=lambda name: (name != own, name))
    if not partners:
        return None
    return st.selectbox("Partner", partners, key="for_partner", bind="query-params", width=420)


def may_respond(view: session.View, partner: str) -> bool:
    """The partner for itself, and the secretariat for whoever told it so."""
    own = "partner" in view.reader.roles and view.reader.organisation == partner
    return own or "secretariat" in view.reader.roles


def _send(view: session.View, figure: Figure, partner: str, response: str, **said: str | None) -> None:
    """Keeps a response through the gate and comes back with its receipt."""
    row: dict[str, str | None] = {
        "organisation": partner, "about": figure.about, "reference": figure.reference, "figure": figure.says,
        "as_at": figure.as_at.isoformat() if figure.as_at else None, "said_on": session.today().isoformat(),
        "response": response, **said,
    }  # fmt: skip
    try:
        receipt = intake.keep_by_hand(view.store, view.reader, view.body, "responses", [row], session.now())
    except (StoreError, loaders.Unreadable) as refused:
        st.error(esc(refused))
        st.stop()
    then = "" if response == "confirmed" else " The secretariat answers; you find the answer here."
    session.notice_after_rerun(
        f"{figures.SAID[response]}: {esc(figure.title)}. Kept as upload {receipt.upload_id} and read "
        f"back.{then}"
    )


def _query(view: session.View, figure: Figure, partner: str, key: str) -> None:
    """A note on what is wrong."""
    with st.popover("Query", icon=":material/help:"), st.form(f"query_{key}", border=False):
        note = st.text_area("What is not right?", max_chars=LONGEST_NOTE, key=f"why_{key}")
        if st.form_submit_button("Send the query", type="primary"):
            if not note.strip():
                st.error("Say what is not right, so that the secretariat can look into it.")
                st.stop()
            _send(view, figure, partner, response="queried", note=note, **figure.numbers)


def _propose(view: session.View, figure: Figure, partner: str, key: str) -> None:
    """A small form for a newer or a better figure; what is left blank stays as it is."""
    known = figure.numbers
    with st.popover("Propose an update", icon=":material/edit:"), st.form(f"propose_{key}", border=False):
        as_at = st.date_input("As at", session.today(), format="DD/MM/YYYY", key=f"as_at_{key}",
                              max_value=session.today())  # fmt: skip
        share = st.number_input("Progress (%)", 0.0, 100.0, None, 5.0, format="%g", key=f"share_{key}",
                                placeholder=_on_record(known, "progress_share"))  # fmt: skip
        rag = st.selectbox("Your own rating", RATINGS, index=_place(known.get("rag")), key=f"rag_{key}")
        value = st.number_input(
            "Value, in the unit of the pledge", value=None, format="%g", key=f"value_{key}",
            placeholder=_on_record(known, "value"),
        )  # fmt: skip
        reached = st.number_input("Young people reached", 0, value=None, step=1, key=f"reached_{key}")
        note = st.text_area("Note", max_chars=LONGEST_NOTE, key=f"note_{key}")
        if st.form_submit_button("Send to the secretariat", type="primary"):
            _send(
                view, figure, partner, response="proposed", as_at=as_at.isoformat(), rag=rag, note=note,
                progress_share=None if share is None else f"{share:.10g}%",
                value=figures.typed("value", value), young_people_reached=figures.typed("", reached),
            )  # fmt: skip


def _take_back(view: session.View, word: Mapping[str, Any], key: str) -> None:
    """What waits for the secretariat may be withdrawn by who sent it; what was said before stands again."""
    if st.button("Take it back", icon=":material/undo:", key=f"back_{key}_{word['upload_id']}"):
        try:
            view.store.undo(view.reader, word["upload_id"], session.now())
        except StoreError as refused:
            st.error(esc(refused))
            st.stop()
        session.notice_after_rerun("Taken back. The secretariat is asked no longer.")


def _on_record(known: Mapping[str, str], column: str) -> str:
    """What stands where nothing has been typed yet."""
    return f"On record: {known.get(column, 'none')}"


def _place(rating: str | None) -> int | None:
    return RATINGS.index(rating) if rating in RATINGS else None


def _sight(own: session.View, finding: Finding, key: str) -> None:
    """A verdict without the name that stands above it; what is inside is fetched when it is opened."""
    opened = st.expander(f"{badge(finding.status)} {esc(finding.says)}", key=key, on_change="rerun")
    if opened.open:
        with opened:
            blocks.evidence(own, finding)


def _respond(view: session.View, figure: Figure, partner: str, is_confirmed: bool, key: str) -> None:
    """The ways to respond to a figure."""
    with st.container(horizontal=True, gap="small"):
        if not is_confirmed and st.button("Confirm", icon=":material/check:", key=f"confirm_{key}"):
            _send(view, figure, partner, response="confirmed", **figure.numbers)
        _query(view, figure, partner, key)
        if figure.about == "pledge":
            _propose(view, figure, partner, key)


def card(
    view: session.View, own: session.View, partner: str, figure: Figure,
    words: Sequence[Mapping[str, Any]], key: str,
) -> None:  # fmt: skip
    """One figure: what it says, how the board sees it, what was said of it, and the ways to respond."""
    key = session.fresh_key(f"{own.body.key}_{partner}_{key}")
    with st.container(border=True, gap="small"):
        st.markdown("  \n".join([f"**{esc(figure.title)}**", *map(esc, figure.report)]))
        st.caption("As the board sees it" if figure.findings else "The terms ask nothing of this.")
        blocks.one_by_one(own, figure.findings, key, _sight)
        for word in words:
            notes = "".join(f"  \n“{esc(word[n])}”" for n in ("note", "answer_note") if word[n])
            waits = " Waiting for the secretariat." if figures.is_waiting(word) else ""
            st.info(esc(figures.in_words(word, "you")) + waits + notes, icon=":material/chat:")
            if waits and intake.is_typed(word["file"]) and may_respond(view, partner):
                _take_back(view, word, key)
        if may_respond(view, partner):
            is_confirmed = bool(words) and words[0]["response"] == "confirmed"
            _respond(view, figure, partner, is_confirmed, key)
