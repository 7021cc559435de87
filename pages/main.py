"""The map: page settings, who is reading, which body, as of when, and the pages that follow."""

from collections.abc import Iterable
from pathlib import Path

import streamlit as st

from store import NotAllowed, Reader
from ui import session, signin, welcome
from ui.inside import Page

PAGES = {
    "Board": (
        ("board/overview.py", "Overview", ":material/dashboard:"),
        ("board/attendance.py", "Attendance and quorum", ":material/groups:"),
        ("board/pledges.py", "Pledges", ":material/handshake:"),
        ("board/fees.py", "Fees", ":material/payments:"),
        ("board/calendar.py", "Governance calendar", ":material/event:"),
        ("board/actions.py", "Action log", ":material/checklist:"),
        ("board/decisions.py", "Decisions", ":material/gavel:"),
        ("board/membership.py", "Membership", ":material/badge:"),
        ("board/terms.py", "Terms of reference", ":material/menu_book:"),
    ),
    "Partner": (("partner/my_pledges.py", "My pledges", ":material/flag:"),),
    "Secretariat": (
        ("secretariat/upload.py", "Upload", ":material/upload_file:"),
        ("secretariat/enter.py", "Enter by hand", ":material/edit_note:"),
        ("secretariat/queries.py", "Queries", ":material/forum:"),
        ("secretariat/history.py", "History", ":material/history:"),
        ("secretariat/quality.py", "Data quality", ":material/rule:"),
        ("secretariat/interpretations.py", "Interpretations", ":material/balance:"),
        ("secretariat/templates.py", "Templates", ":material/description:"),
        ("secretariat/access.py", "Access", ":material/key:"),
        ("secretariat/audit.py", "Audit", ":material/policy:"),
    ),
}

SECTIONS = {"secretariat": tuple(PAGES), "board": ("Board",), "partner": ("Partner",)}


def map_for(roles: Iterable[str]) -> dict[str, list[Page]]:
    """The sections that these roles open; the first page is where a reader starts."""
    opened = {section for role in roles for section in SECTIONS[role]}
    sections = {section: pages for section, pages in PAGES.items() if section in opened}
    path, title, icon = next(iter(sections.values()))[0]
    # what lies at / is not found by its own name, by which others link to it
    by_name = st.Page(path, title=title, icon=icon, url_path=Path(path).stem, visibility="hidden")
    shown = {section: [as_page(*page, first=path) for page in pages] for section, pages in sections.items()}
    return shown | {"": [by_name]}


def as_page(path: str, title: str, icon: str, first: str) -> Page:
    """One entry of the map."""
    if path == first:
        return st.Page(path, title=title, icon=icon, default=True, url_path="start")
    return st.Page(path, title=title, icon=icon)


def chosen_set() -> str | None:
    """The sample set on show, or None where a store of one's own is configured."""
    if session.configured_path():
        return None
    with st.sidebar:
        return st.segmented_control(
            "Sample shown", list(session.SETS), format_func=session.SETS.__getitem__, key="set",
            default="illustrative", required=True, bind="query-params",
        )  # fmt: skip


def choose_body_and_day(keys: Iterable[str]) -> str:
    """The choosers of every page, of these bodies; all stand in the URL. Returns the body's key."""
    bodies = {key: body.short for key, body in session.bodies().items() if key in keys}
    with st.container(horizontal=True, vertical_alignment="bottom"):
        body = st.selectbox(
            "Body", list(bodies), format_func=bodies.__getitem__, key="body", width=300, bind="query-params"
        )
        st.date_input(
            "As of", value="today", format="DD/MM/YYYY", key="as_of", width=160, bind="query-params"
        )
        st.segmented_control(
            "As it", list(session.KNOWN), format_func=session.KNOWN.__getitem__, key="known", default="now",
            required=True, bind="query-params",
        )  # fmt: skip
    return body


def reader_for() -> Reader:
    """Who reads which body: whoever signed in, as far as their seats reach, or anybody at this machine."""
    store = session.store()
    if not signin.configured():
        return welcome.view_as(store, choose_body_and_day(session.bodies()))
    # takes away the menu of a session that has ended, and lets a link wait until somebody has signed in
    st.navigation(map_for(SECTIONS), position="hidden")
    readers = welcome.admitted(store)
    reader = welcome.one_of(readers, choose_body_and_day({reader.body for reader in readers if reader.body}))
    welcome.in_the_sidebar(store, readers, reader)
    return reader


def banner(sample: str | None) -> None:
    """Says plainly whether the facts on the page are real."""
    if sample == "illustrative":
        st.warning(
            "**Illustrative sample.** The terms of reference are real; "
            "every partner, meeting, fee and pledge is invented.",
            icon=":material/science:",
        )
    elif sample == "published":
        st.info(
            "**Published facts.** Only what the bodies' own documents say; most registers are empty.",
            icon=":material/public:",
        )


st.set_page_config(page_title="Quorate", page_icon=session.HOME / "ui" / "icon.svg", layout="wide")
st.logo(session.HOME / "ui" / "logo.svg", size="large")
sample = chosen_set()
reader = st.session_state["reader"] = reader_for()
page = st.navigation(map_for(reader.roles), expanded=True)
banner(sample)
view = session.view()
st.set_page_config(page_title=f"{page.title}, {view.body.short}: Quorate")
try:
    page.run()
except NotAllowed as refused:
    view.store.note(reader, "refusal", f"{page.title}: {refused}", session.now(), view.body.key)
    raise
