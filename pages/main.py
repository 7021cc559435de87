"""The map: page settings, who is reading, which body, as of when, and the pages that follow."""

import streamlit as st
from streamlit.navigation.page import Page

import samples
from ui import session

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
        ("secretariat/history.py", "History", ":material/history:"),
        ("secretariat/quality.py", "Data quality", ":material/rule:"),
        ("secretariat/templates.py", "Templates", ":material/description:"),
    ),
}


def as_page(path: str, title: str, icon: str) -> Page:
    """One entry of the map; the first is where a reader starts."""
    return st.Page(path, title=title, icon=icon, default=path == PAGES["Board"][0][0])


def chosen_set() -> str | None:
    """The sample set on show, or None where a store of one's own is configured."""
    if session.configured_path():
        return None
    with st.sidebar:
        return st.segmented_control(
            "Sample shown", list(session.SETS), format_func=session.SETS.get, key="set",
            default="illustrative", required=True, bind="query-params",
        )  # fmt: skip


@st.cache_resource(show_spinner="Loading the sample; this happens once.")
def fill(sample: str) -> None:
    """Fills the embedded store of a sample set, once for all readers."""
    samples.fill_if_empty(session.open_store(session.embedded_path(sample)), sample, session.now())


def choose_body_and_day() -> None:
    """The two choosers of every page; both stand in the URL."""
    bodies = session.bodies()
    with st.container(horizontal=True, vertical_alignment="bottom"):
        st.selectbox(
            "Body", list(bodies), format_func=lambda key: bodies[key].short, key="body",
            width=300, bind="query-params",
        )  # fmt: skip
        st.date_input(
            "As of", value="today", format="DD/MM/YYYY", key="as_of", width=160, bind="query-params"
        )


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
page = st.navigation(
    {reader: [as_page(*page) for page in pages] for reader, pages in PAGES.items()}, expanded=True
)
choose_body_and_day()
banner(sample)
if sample:
    fill(sample)
st.set_page_config(page_title=f"{page.title}, {session.view().body.short}: Quorate")
page.run()
