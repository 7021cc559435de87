"""What a reader takes away from a page whole: the meeting pack and the calendar."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from urllib.parse import quote, urlsplit

import polars as pl
import streamlit as st

from reports import Event, Pack, PartnerPack, calendar, events, meeting_pack, partner_pack
from rules import quorum
from rules.changes import changes
from rules.meetings import held
from rules.words import day
from ui import frames_matrix, frames_partner, matrix_words, one_partner, session
from ui.download import file_name, noted
from ui.session import View
from ui.words import esc, heading

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MOST_MEETINGS = 9  # columns that fit across a lying page
LEGEND = f"{', '.join(word.lower() for word in (*frames_matrix.WORDS.values(), frames_matrix.NO_WORD))}."
SAMPLES: Mapping[str | None, str] = {
    "illustrative": "Illustrative sample: every partner, meeting, fee and pledge is invented.",
    "published": "Published facts only: what the body's own documents say.",
}
SOURCES = ("kind", "file_name", "data_to", "loaded_at", "count_rows", "count_refused")


def pack_button(view: View) -> None:
    """The pack for the next meeting, made when it is asked for."""
    _button("Meeting pack (Word)", ":material/description:", "docx", WORD, partial(_pack, view), view)


def partner_button(view: View, partner: str) -> None:
    """What is on record of one partner, for it to check, made when it is asked for."""
    _button("Partner pack (Word)", ":material/description:", "docx", WORD,
            partial(_partner_pack, view, partner), view)  # fmt: skip


def calendar_button(view: View) -> None:
    """What is ahead, for the calendar on the reader's desk or telephone."""
    page = urlsplit(st.context.url or "")
    address = f"{page.scheme}://{page.netloc}" if page.netloc else ""
    make = partial(_calendar, view, address)
    _button("Add to my calendar", ":material/event:", "ics", "text/calendar", make, view)


def _button(label: str, icon: str, kind: str, mime: str, make: Callable[[], bytes], view: View) -> None:
    name = file_name(view, label.partition(" (")[0], kind)
    st.download_button(esc(label), make, name, mime, icon=icon, on_click="ignore", key=f"take_{kind}")


def _taken(view: View, what: str) -> View:
    """The same view for a file that leaves the product, which the audit is told of."""
    noted(view, what)
    return replace(view, reader=view.reader.for_export())


def _pack(view: View) -> bytes:
    seen = _taken(view, "Meeting pack, docx")
    facts, findings, past = seen.facts, seen.findings(), held(seen.facts, seen.today, seen.body.main_group)
    before = seen.on(past[-1].meeting_on).findings() if past else None
    pack = Pack(
        body=seen.body, facts=facts, findings=findings, today=seen.today, legend=LEGEND,
        changed=changes(before, findings) if before is not None else None,
        attendance=_attendance(seen), sources=_sources(seen),
        reading=_reading(seen),
    )  # fmt: skip
    return meeting_pack(pack, session.now())


def _partner_pack(view: View, partner: str) -> bytes:
    """With the partner's eyes, whoever takes it away."""
    own = view if view.reader.roles == {"partner"} else session.as_partner(view, partner)
    noted(view, f"Partner pack of {partner}, docx")
    seen = replace(own, reader=own.reader.for_export())
    pack = PartnerPack(
        seen.body, partner, one_partner.verdicts_on(seen, partner),
        frames_partner.key_facts(seen.facts, partner, seen.today), _reading(seen),
    )  # fmt: skip
    return partner_pack(pack, session.now())


def _reading(view: View) -> str:
    return f"As of {day(view.today)}, as it {session.KNOWN[view.known]}. {SAMPLES.get(view.sample, '')}"


def _sources(view: View) -> pl.DataFrame:
    return view.read("freshness").select(
        pl.col("kind").map_elements(heading, return_dtype=pl.String), *SOURCES[1:]
    )


def _attendance(view: View) -> pl.DataFrame:
    """One row a member, its rate, and a mark in a column for each of the latest meetings; all text."""
    body, facts, today = view.body, view.facts, view.today
    meetings = frames_matrix.of_period(body, facts, body.main_group, frames_matrix.LATEST, today)
    judged = view.findings(quorum.FAMILY)
    counted = frames_matrix.who_is_counted(judged)
    found = frames_matrix.matrix(body, facts, meetings[-MOST_MEETINGS:], judged, counted, today)
    return matrix_words.in_marks(found)


def _calendar(view: View, address: str) -> bytes:
    seen = _taken(view, "Calendar, ics")

    def link(event: Event) -> str:
        return f"{address}/{event.page}?body={quote(seen.body.short)}"

    ahead = events(seen.body, seen.facts, seen.findings(), seen.today)
    return calendar(seen.body.short, ahead, session.now(), link if address else None)
