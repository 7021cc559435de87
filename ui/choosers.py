"""The choosers of every page: which body, as of when, as known when. All stand in the address."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple
from urllib.parse import urlencode

import streamlit as st

from ui import session
from ui.links import matching
from ui.words import esc

BODY, DAY, READING = NAMES = ("body", "as_of", "known")
FIRST, LAST = date(2000, 1, 1), date(2099, 12, 31)
UNHEARD = "unheard"


class Settled(NamedTuple):
    """At what a chooser stands, how the address says so, and what to say where it asked in vain."""

    value: date | str
    label: str
    says: str = ""


def choose(keys: Iterable[str]) -> str:
    """Draws them for these bodies, folded in a narrow window, and says what the address asked for in vain.

    None has a default of its own, for Streamlit leaves a default out of the address: what nobody chose is
    settled here, and stands there as whatever was chosen.
    """
    bodies = {key: body.short for key, body in session.bodies().items() if key in keys}
    said, state = st.query_params, st.session_state
    settled = {
        BODY: of_known(said.get(BODY), bodies, state.get(BODY) or next(iter(bodies)), "No body you may see"),
        DAY: of_days(said.get(DAY), state.get(DAY) or session.today()),
        READING: of_known(said.get(READING), session.KNOWN, state.get(READING) or "now", "No reading"),
    }
    _put_into_the_address(settled)
    _drawn(bodies, f"{settled[BODY].label}, {settled[DAY].value:%d/%m/%Y}")
    if any(state.get(name) is None for name in NAMES):  # emptied, or back at an address that says nothing
        st.rerun()
    for says in state.pop(UNHEARD, ()):
        st.warning(esc(says), icon=":material/link_off:")
    return str(state[BODY])


def of_known(said: str | None, known: Mapping[str, str], otherwise: str, nobody: str) -> Settled:
    """What is meant, by its key, its label or a part of that, of what is known by key; or else another."""
    label = matching(said or "", known.values())
    found = said if said in known else next((key for key in known if known[key] == label), None)
    if found is None:
        found = otherwise if otherwise in known else next(iter(known))
        return Settled(found, known[found], f"{nobody} is called “{said}”." if said else "")
    return Settled(found, known[found])


def of_days(said: str | None, otherwise: date) -> Settled:
    """The day that is meant, written as 2026-11-30; or else another."""
    try:
        if FIRST <= (found := date.fromisoformat(said or "")) <= LAST:
            return Settled(found, found.isoformat())
    except ValueError:
        pass
    says = f"“{said}” is no day from {FIRST.year} to {LAST.year}, written as 2026-11-30." if said else ""
    return Settled(otherwise, otherwise.isoformat(), says)


def _put_into_the_address(settled: Mapping[str, Settled]) -> None:
    """Has the address say what is settled; begins anew with it where no chooser has been drawn yet."""
    wrong = {name: each for name, each in settled.items() if st.query_params.get(name) != each.label}
    st.session_state.setdefault(UNHEARD, []).extend(each.says for each in wrong.values() if each.says)
    if new := {name: each.label for name, each in wrong.items() if name not in st.session_state}:
        st.query_params.update(new)
        st.rerun()
    for name, each in wrong.items():
        st.session_state[name] = each.value


def _drawn(bodies: Mapping[str, str], chosen: str) -> None:
    """Where the window is narrow, ui/style.css folds them until they are asked for."""
    with st.container(key="unfolding"):
        st.toggle(f"{esc(chosen)}: change", key="unfold")
    with st.container(horizontal=True, vertical_alignment="bottom", key="choosers"):
        _widgets(bodies)


def _widgets(bodies: Mapping[str, str]) -> None:
    st.selectbox(
        "Body", list(bodies), format_func=bodies.__getitem__, index=None, key=BODY, width=200,
        label_visibility="collapsed", required=True, bind="query-params",
    )  # fmt: skip
    st.date_input(
        "As of", value=None, min_value=FIRST, max_value=LAST, format="DD/MM/YYYY", key=DAY, width=164,
        bind="query-params",
    )  # fmt: skip
    st.segmented_control(
        "As it", list(session.KNOWN), format_func=session.KNOWN.__getitem__, key=READING, required=True,
        bind="query-params",
    )  # fmt: skip
    with st.popover("Link, print", icon=":material/link:", key="link"):
        st.markdown("Whoever may see this page finds it there as you do.")
        st.code(_link(), language=None, wrap_lines=True)
        st.toggle("All of it on one page, for print", key="print", bind="query-params")
        st.caption("Then print as your browser does (Ctrl or ⌘, and P): without menu and choosers, on A4.")


def _link() -> str:
    """The address with what the choosers of the page stand at, and nothing that none of them has taken."""
    known, said = st.session_state, st.query_params
    taken = [(name, each) for name in said if name in known for each in said.get_all(name)]
    return f"{st.context.url or ''}?{urlencode(taken)}"
