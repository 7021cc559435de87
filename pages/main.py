"""The map: page settings, who is reading, which body, as of when, and the pages that follow."""

from collections.abc import Collection, Iterable
from itertools import chain
from pathlib import Path
from urllib.parse import urlsplit

import streamlit as st

from rules import families, upward
from store import NotAllowed, Reader
from ui import choosers, session, signin, welcome
from ui.inside import Page
from ui.words import esc

PAGES = {
    "Board": (
        ("board/overview.py", "Overview", ":material/dashboard:"),
        ("board/attendance.py", "Attendance and quorum", ":material/groups:"),
        ("board/pledges.py", "Pledges", ":material/handshake:"),
        ("board/fees.py", "Fees", ":material/payments:"),
        ("board/calendar.py", "Governance calendar", ":material/event:"),
        ("board/actions.py", "Action log", ":material/checklist:"),
        ("board/decisions.py", "Decisions", ":material/gavel:"),
        ("board/upward.py", "What goes up", ":material/arrow_upward:"),
        ("board/membership.py", "Membership", ":material/badge:"),
        ("board/compare.py", "Bodies compared", ":material/compare_arrows:"),
        ("board/find.py", "Find", ":material/search:"),
        ("board/terms.py", "Terms of reference", ":material/menu_book:"),
    ),
    "Partner": (
        ("partner/my_pledges.py", "My pledges", ":material/flag:"),
        ("board/partner.py", "My organisation", ":material/badge:"),
    ),
    "Secretariat": (
        ("secretariat/upload.py", "Upload", ":material/upload_file:"),
        ("secretariat/enter.py", "Enter by hand", ":material/edit_note:"),
        ("secretariat/queries.py", "Queries", ":material/forum:"),
        ("secretariat/letters.py", "Letters", ":material/mail:"),
        ("secretariat/history.py", "History", ":material/history:"),
        ("secretariat/quality.py", "Data quality", ":material/rule:"),
        ("secretariat/interpretations.py", "Interpretations", ":material/balance:"),
        ("secretariat/templates.py", "Templates", ":material/description:"),
        ("secretariat/access.py", "Access", ":material/key:"),
        ("secretariat/audit.py", "Audit", ":material/policy:"),
    ),
    "Help": (
        ("help/guide.py", "Guide", ":material/help:"),
        ("help/words.py", "Words", ":material/dictionary:"),
    ),
}

# reached from a name or a date, with no place of their own in the menu
REACHED = {
    "Board": (
        ("board/meeting.py", "Meeting", ":material/groups:"),
        ("board/partner.py", "Partner", ":material/badge:"),
    ),
}

SECTIONS = {"secretariat": tuple(PAGES), "board": ("Board", "Help"), "partner": ("Partner", "Help")}


def map_for(roles: Iterable[str], empty: Collection[str] = ()) -> dict[str, list[Page]]:
    """The sections that these roles open; the first page is where a reader starts.

    `empty`: pages that have nothing to tell of this body; a link still opens them.
    """
    opened = {section for role in roles for section in SECTIONS[role]}
    sections = {section: pages for section, pages in PAGES.items() if section in opened}
    first = next(iter(sections.values()))[0]
    shown = {
        section: [as_page(*page, first[0], empty) for page in pages] for section, pages in sections.items()
    }
    in_the_menu = {page[0] for pages in sections.values() for page in pages}
    # what lies at / is not found by its own name, by which others link to it
    reached = [first, *(page for section in sections for page in REACHED.get(section, ()))]
    hidden = [hidden_page(*page) for page in reached if page == first or page[0] not in in_the_menu]
    return shown | {"": hidden}


def as_page(path: str, title: str, icon: str, first: str, empty: Collection[str]) -> Page:
    """One entry of the map."""
    if path == first:
        return st.Page(path, title=title, icon=icon, default=True, url_path="start")
    return st.Page(path, title=title, icon=icon, visibility="hidden" if path in empty else "visible")


def empty_pages(view: session.View) -> list[str]:
    """The pages of the board that have nothing to tell of this body."""
    body = view.body
    board = [path for path, _, _ in PAGES["Board"]]

    def loaded() -> set[str]:
        return set(view.read("freshness")["kind"])

    empty = [path for path in board if families.is_empty(Path(path).stem, body, loaded)]
    if not upward.above(body, view.today):
        empty.append("board/upward.py")
    if len(session.every_body_of(view)) < 2:
        empty.append("board/compare.py")
    return empty


def hidden_page(path: str, title: str, icon: str) -> Page:
    """A page that is opened by a link alone."""
    return st.Page(path, title=title, icon=icon, url_path=Path(path).stem, visibility="hidden")


def chosen_set() -> str | None:
    """The sample set on show, or None where a store of one's own is configured."""
    if session.configured_path():
        return None
    with st.sidebar:
        return st.segmented_control(
            "Sample shown", list(session.SETS), format_func=session.SETS.__getitem__, key="set",
            default="illustrative", required=True, bind="query-params",
        )  # fmt: skip


def reader_for() -> Reader:
    """Who reads which body: whoever signed in, as far as their seats reach, or anybody at this machine."""
    store = session.store()
    if choosers.BODY not in st.session_state:
        # the first run may begin anew, which opens the page that was asked for only where it is known
        st.navigation(map_for(SECTIONS), position="hidden")
    if not signin.configured():
        return welcome.view_as(store, choosers.choose(session.bodies()))
    # takes away the menu of a session that has ended, and lets a link wait until somebody has signed in
    st.navigation(map_for(SECTIONS), position="hidden")
    readers = st.session_state["readers"] = welcome.admitted(store)
    reader = welcome.one_of(readers, choosers.choose({reader.body for reader in readers if reader.body}))
    welcome.in_the_sidebar(store, readers, reader)
    return reader


def asked_in_vain(pages: Iterable[Page]) -> str:
    """The name of a page that the address has, and this reader's map has not; "" where there is none.

    Streamlit opens the first page then, and says nothing of it once a page has begun anew.
    """
    name = Path(urlsplit(st.context.url or "").path).name
    own = {Path(st.get_option("server.baseUrlPath") or "").name, *(page.url_path for page in pages)}
    return "" if name in own else name


def banner(sample: str | None) -> None:
    """Says plainly whether the facts on the page are real."""
    with st.container(key="banner"):
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
st.html(session.HOME / "ui" / "style.css")
st.logo(session.HOME / "ui" / "logo.svg", size="large")
sample = chosen_set()
reader = st.session_state["reader"] = reader_for()
view = session.view()
pages = map_for(reader.roles, empty_pages(view))
page = st.navigation(pages, expanded=True)
banner(sample)
if name := asked_in_vain(chain.from_iterable(pages.values())):
    st.warning(
        f"There is no page called “{esc(name)}” for you here; this is {page.title}.",
        icon=":material/link_off:",
    )
st.set_page_config(page_title=f"{page.title}, {view.body.short}: Quorate")
try:
    page.run()
except NotAllowed as refused:
    view.store.note(reader, "refusal", f"{page.title}: {refused}", session.now(), view.body.key)
    raise
