"""What a reader meets before any page: the sign-in, or, where there is none, the choice whom to look as."""

from collections.abc import Mapping, Sequence
from typing import Any

import streamlit as st

from store import Reader, Store
from ui import session, signin
from ui.words import esc

AT_THIS_MACHINE = "this machine"
IDLE_SECONDS = 60
ROLE_NAMES = {"secretariat": "Secretariat", "board": "Board", "partner": "Partner"}


def admitted(store: Store) -> tuple[Reader, ...]:
    """What the person who signed in may read; draws the sign-in page and stops where nobody may come in."""
    claims = st.user.to_dict()
    if not claims.get("is_logged_in"):
        failed = "Signing in did not work. Try again, or ask your board's secretariat."
        sign_in_page(failed if st.query_params.get("sign_in") == "failed" else None)
    try:
        who = signin.person(claims)
        readers = _readers(store, who)
    except signin.Ended as ended:
        sign_in_page(str(ended))
    except signin.Refused as refused:
        refused_page(store, claims, str(refused))
    signin.note(store, who, "sign-in", "", _bodies(readers), session.now())
    _watch(store, readers)
    return readers


def sign_in_page(why: str | None) -> None:
    """One sentence and one button; nothing else is drawn."""
    with _front():
        if why:
            st.info(esc(why))
        st.button(
            "Sign in",
            type="primary",
            on_click=st.login,
            icon=":material/login:",
            width="stretch",
            key="sign_in",
        )
        st.caption("You use the account of your own organisation. Quorate knows no password.")
    st.stop()


def refused_page(store: Store, claims: Mapping[str, Any], why: str) -> None:
    """Says why and whom to ask, and lets the person come back as somebody else."""
    try:
        who = signin.person(claims)
        signin.note(store, who, "refusal", "no role", session.bodies(), session.now())
    except signin.Refused:
        who = None
    with _front():
        st.warning(esc(why), icon=":material/door_front:")
        st.button(
            "Sign out",
            on_click=_sign_out,
            args=(store, who, session.bodies()),
            width="stretch",
            key="sign_out",
        )
    st.stop()


def in_the_sidebar(store: Store, readers: Sequence[Reader], reader: Reader) -> None:
    """Who is signed in, and the way out."""
    with st.sidebar:
        st.space("stretch")
        roles = ", ".join(name for role, name in ROLE_NAMES.items() if role in reader.roles)
        st.caption(f"{esc(reader.email)}  \n{roles}")
        st.button(
            "Sign out", on_click=_sign_out, icon=":material/logout:", width="stretch", key="sign_out",
            args=(store, signin.person(st.user.to_dict()), _bodies(readers)),
            help="On every device",
        )  # fmt: skip


def one_of(readers: Sequence[Reader], body: str) -> Reader:
    """The reader for this body; who speaks for several organisations chooses for which."""
    own = {reader.organisation: reader for reader in readers if reader.body == body}
    if len(own) == 1:
        return next(iter(own.values()))
    with st.sidebar:
        return own[st.selectbox("On behalf of", list(own), key="on_behalf_of")]


def view_as(store: Store, body: str) -> Reader:
    """Whoever sits at this machine may look as anybody, for nobody signs in here."""
    secretariat = Reader(AT_THIS_MACHINE, frozenset({"secretariat", "board"}))
    partners = store.read(secretariat, "organisations", body)["organisation"]
    seen_as = {"secretariat": "Secretariat", "board": "Board"} | {
        f"partner {p}": f"Partner: {p}" for p in partners
    }
    with st.sidebar:
        chosen = st.selectbox(
            "View as", list(seen_as), format_func=seen_as.__getitem__, key="view_as", bind="query-params"
        )
        st.caption("No sign-in is set up: this machine only, and anybody at it may look as anybody.")
    if chosen == "secretariat":
        return secretariat
    role, _, organisation = chosen.partition(" ")
    return Reader(AT_THIS_MACHINE, frozenset({role}), body, organisation or None)


@st.fragment(run_every=IDLE_SECONDS)
def _watch(store: Store, admitted: tuple[Reader, ...]) -> None:
    """Looks again while nobody does anything, so that an open page ends with the seat or the sign-in."""
    try:
        same = _readers(store, signin.person(st.user.to_dict())) == admitted
    except signin.Refused:
        same = False
    if not same:
        st.rerun()


def _readers(store: Store, who: signin.Person) -> tuple[Reader, ...]:
    return signin.readers(store, who, session.bodies(), session.now(), session.today())


def _sign_out(store: Store, who: signin.Person | None, bodies: Sequence[str]) -> None:
    if who:
        signin.sign_out(store, who, bodies, session.now())
    st.logout()


def _bodies(readers: Sequence[Reader]) -> list[str]:
    return sorted({reader.body for reader in readers if reader.body})


def _front() -> Any:
    """The middle of an otherwise empty page, under the product's name."""
    _, middle, _ = st.columns([1, 1.2, 1])
    front = middle.container()
    front.space("large")
    front.title("Quorate", anchor=False)
    front.markdown("For the boards that stand behind children in care and care leavers.")
    return front
