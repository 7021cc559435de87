"""Who has signed in: the provider's claims say who it is, the store says what they may do."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from functools import cache
from typing import Any

import streamlit as st

from store import Reader, Store
from ui.inside import get_origin_from_redirect_uri, signed_cookie

LONGEST = timedelta(hours=8)
LISTED_ROLES = ("secretariat", "board")


class Refused(Exception):
    """Nobody may come in with this sign-in; the message says why and whom to ask."""


class Ended(Refused):
    """The sign-in was good once; signing in again helps."""


@dataclass(frozen=True)
class Person:
    """Who signed in: their e-mail address in lower case, and since when, UTC without a zone."""

    email: str
    since: datetime


@cache
def configured() -> bool:
    """Whether readers sign in. Asked once: a secrets file that is lost later must not open the door."""
    return st.secrets.load_if_toml_exists() and "auth" in st.secrets


def listed() -> Mapping[str, frozenset[str]]:
    """The addresses that the configuration itself gives a role in every body, by role."""
    section = st.secrets.get("quorate", {}) if st.secrets.load_if_toml_exists() else {}
    return {role: frozenset(map(_folded, section.get(role, ()))) for role in LISTED_ROLES}


def person(claims: Mapping[str, Any]) -> Person:
    """Who the claims name; raises Refused where they name nobody for certain."""
    written, since = str(claims.get("email") or ""), claims.get("iat")
    email = _folded(written)
    if str(claims.get("email_verified", True)).lower() == "false":
        raise Refused(
            f"Your provider says that {email} is not verified. Ask whoever manages your account to verify it."
        )
    # a letter of another script may fold to one of somebody else's address
    if not written.isascii() or "@" not in email or not isinstance(since, int | float):
        raise Refused(
            "Your provider did not say who you are. Ask whoever set up sign-in to send your e-mail."
        )
    return Person(email, datetime.fromtimestamp(since, UTC).replace(tzinfo=None))


def readers(
    store: Store, who: Person, bodies: Iterable[str], now: datetime, today: date
) -> tuple[Reader, ...]:
    """What somebody may read of these bodies: one Reader per body and organisation; raises Refused, Ended."""
    if now - who.since >= LONGEST:
        raise Ended("Your sign-in has ended after eight hours.")
    signed_out = store.last_noted(who.email, "sign-out")
    if signed_out is not None and who.since <= signed_out:
        raise Ended("You have signed out.")
    found = tuple(_with_listed(who.email, store.readers(who.email, today), bodies))
    if not found:
        raise Refused(
            f"{who.email} holds no seat on a board that is kept here. "
            "Ask your board's secretariat to put this address into its list of representatives."
        )
    return found


def _with_listed(email: str, seated: tuple[Reader, ...], bodies: Iterable[str]) -> Iterable[Reader]:
    roles = frozenset(role for role, addresses in listed().items() if email in addresses)
    for body in bodies:
        own = [reader for reader in seated if reader.body == body]
        if roles and not own:
            own = [Reader(email, frozenset(), body)]
        yield from (replace(reader, roles=reader.roles | roles) for reader in own)


def note(
    store: Store, who: Person, what: str, about: str, bodies: Iterable[str], at: datetime, once: bool = True
) -> None:
    """Puts on the audit of these bodies what somebody did; `once`: not again for the same sign-in."""
    for body in bodies:
        store.note(who.email, what, about, at, body, since=who.since if once else None)


def sign_out(store: Store, who: Person, bodies: Iterable[str], now: datetime) -> None:
    """Ends every session of this person, on every device, that was begun until now."""
    # the provider's clock may be ahead of ours
    note(store, who, "sign-out", "everywhere", bodies, max(now, who.since), once=False)


def claims_of(cookies: Mapping[str, str]) -> Mapping[str, Any]:
    """The claims in Streamlit's own signed cookie; {} where it is missing, forged or of another origin."""
    claims: Mapping[str, Any] = json.loads(signed_cookie(cookies) or "{}")
    return claims if claims.get("origin") == get_origin_from_redirect_uri() else {}


def _folded(email: str) -> str:
    return email.strip().lower()
