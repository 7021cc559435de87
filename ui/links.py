"""Links within the product: to a meeting and to a partner; what the choosers say, the browser adds."""

from collections.abc import Iterable, Sequence
from datetime import date

import streamlit as st

from kinds.names import folded, same
from rules import Finding
from rules.meetings import about
from rules.people import Meeting
from ui.session import View
from ui.words import esc, short_day

MEETING, PARTNER = "board/meeting.py", "board/partner.py"


def matching(asked: str, known: Iterable[str]) -> str | None:
    """Which of these is asked for: by its own words, or by a part of them that no other has."""
    names = list(known)
    exact = [name for name in names if same(name, asked)]
    parts = exact or [name for name in names if folded(asked) and folded(asked) in folded(name)]
    return parts[0] if len(parts) == 1 else None


def chosen(
    name: str, label: str, known: Sequence[str], width: int = 420, placeholder: str = "Choose one"
) -> str | None:
    """Which of these the address names, also by a part, or its reader chooses; says what it names in vain."""
    said, is_new = st.query_params.get(name), name not in st.session_state
    found = matching(said, known) if said else None
    if found and found != said and is_new:
        st.query_params[name] = found
        st.rerun()
    if said and not found:
        st.warning(f"Not exactly one on record is called “{esc(said)}”. Choose below.")
    return st.selectbox(label, known, index=None, key=name, width=width, placeholder=placeholder,
                        bind="query-params")  # fmt: skip


def sees_all(view: View) -> bool:
    """Whether the reader may open the page of any meeting and any partner."""
    return bool(view.reader.roles & {"secretariat", "board"})


def to_meeting(view: View, of: Meeting, label: str = "") -> None:
    """A link to the page of a meeting, by its day or another label; nothing for whoever may not open it."""
    if sees_all(view):
        st.page_link(
            MEETING, label=label or f":blue[{short_day(of.meeting_on)}]", query_params={"meeting": about(of)},
            width="content",
        )  # fmt: skip


def to_partner(view: View, name: str) -> None:
    """A link to the page of a partner; for a partner, to its own alone."""
    if sees_all(view) or same(view.reader.organisation, name):
        st.page_link(PARTNER, label=f":blue[{esc(name)}]", query_params={"partner": name}, width="content")


def meetings(view: View, several: Iterable[Meeting]) -> None:
    """A link to the page of each of these, side by side."""
    with st.container(horizontal=True, gap="small"):
        for each in several:
            to_meeting(view, each, f":blue[{esc(about(each))}]")


def partners(view: View, names: Iterable[str]) -> None:
    """A link to the page of each of these, side by side."""
    with st.container(horizontal=True, gap="small"):
        for name in names:
            to_partner(view, name)


def concerned(view: View, finding: Finding) -> None:
    """Links to the meeting and the partner that a verdict is about, where it is about one."""
    found = of_day(view, finding.subject("group_name"), finding.subject("meeting_on"))
    name = partner_of(view, finding)
    here = st.query_params.to_dict().values()  # a page has no use for a link to itself
    found, name = None if found and about(found) in here else found, None if name in here else name
    if found or name:
        with st.container(horizontal=True, gap="small"):
            if found:
                to_meeting(view, found, f":blue[{esc(about(found))}]")
            if name:
                to_partner(view, name)


def of_day(view: View, group: str | None, on: date | None) -> Meeting | None:
    """The meeting of a group on a day."""
    return next((m for m in view.facts.meetings if m.meeting_on == on and same(m.group_name, group)), None)


def partner_of(view: View, finding: Finding) -> str | None:
    """The organisation on record that a verdict is about, or that owns the action or pledge it is about."""
    reference = finding.subject("reference")
    owned = [a.organisation for a in view.facts.actions if a.reference == reference]
    owned += [p.organisation for p in view.facts.pledges if p.reference == reference]
    name = finding.subject("organisation") or next(iter(owned), None)
    return next((o.organisation for o in view.facts.organisations if same(o.organisation, name)), None)
