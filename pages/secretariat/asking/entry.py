"""Forms that follow from a kind of record: a new one, one on record changed, and who came to a meeting."""

from collections.abc import Mapping
from typing import Any, cast

import polars as pl
import streamlit as st

import loaders
from kinds.kind import Field, Kind
from kinds.parser import Parser
from pages.secretariat.asking import people
from rules.membership import members
from rules.people import Meeting
from rules.seats import seats_on
from store.said import Became
from ui.entered import ASKED_FOR, READ_AS, name_of
from ui.figures import typed
from ui.session import View, fresh_key
from ui.words import cell, esc

Row = Mapping[str, Any]
Cells = dict[str, str | None]
Who = tuple[str | None, str]  # person, and organisation
NEW = "A new one"
OTHERWISE = "otherwise"
BECAME: Mapping[str, str] = {
    OTHERWISE: "Something is otherwise",
    "ended": "It is over from today",
    "mistaken": "It was never so: withdraw it",
}
ATTENDED = {"present": "Came", "apologies": "Apologies", "substitute": "Substitute", "absent": "Absent"}


def chosen(view: View, kind: Kind) -> tuple[Row | None, Became | None]:
    """The record on file that something is said of, None for a new one; and what became of it, where it is
    withdrawn.
    """
    rows = view.read(READ_AS.get(kind.name, kind.name)).to_dicts()
    named = {name_of(kind, row): row for row in rows}
    options = [NEW, *sorted(named, reverse=True)]
    asked = st.query_params.get(ASKED_FOR)
    name = st.selectbox(
        "Which one", options, options.index(asked) if asked in named else 0,
        key=fresh_key(f"which_{kind.name}"), width=420,
    )  # fmt: skip
    if name not in named:
        return None, None
    words = [OTHERWISE, *(each for each in kind.gone_may_be if each in BECAME)]
    became = st.radio(
        "What is to be said of it", words, format_func=BECAME.__getitem__, horizontal=True,
        key=fresh_key(f"became_{kind.name}_{name}"),
    )  # fmt: skip
    return named[name], None if became == OTHERWISE else cast(Became, became)


def kept(kind: Kind, known: Row) -> Cells:
    """What tells a record on file from others, and what every row must have, by column."""
    columns = [each.column for each in kind.fields if each.column in kind.key or each.required]
    return {column: typed(column, known.get(column)) for column in columns}


def one_record(view: View, kind: Kind, known: Row | None) -> Cells | None:
    """What is typed of one record, by column: all of a new one; of one on record what is kept of it, and what
    is said otherwise. None while anything needed is missing.
    """
    if known:
        st.caption("Fill in only what is to be said otherwise: everything else stays as it is on record.")
    words = loaders.Words(view.body.main_group, sectors=view.body.sectors)
    asked = [each for each in kind.fields if not (known and each.column in kind.key)]
    texts = {each.column: _asked(view, each, words, known, _key(kind, each, known)) for each in asked}
    filled = {column: text for column, text in texts.items() if text}
    stays = kept(kind, known) if known else {}
    said: Cells = {column: text for column, text in {**stays, **filled}.items() if text}
    missing = [each.heading for each in kind.required if each.column not in said]
    if filled and missing:
        st.info(esc(f"Still needed: {', '.join(missing)}."), icon=":material/pending:")
    return said if filled and not missing else None


def _key(kind: Kind, field: Field, known: Row | None) -> str:
    return fresh_key(f"{kind.name}_{field.column}_{name_of(kind, known) if known else ''}")


def _asked(view: View, field: Field, words: loaders.Words, known: Row | None, key: str) -> str | None:
    """The text of one field; a record on file shows what stands there."""
    parser = field.parser_for(words)
    value = known.get(field.column) if known else None
    now = "" if value is None else str(cell(field.column, value))
    label, told = esc(field.heading), esc("" if parser.is_free else f"Must be {parser.must_be}.")
    if options := _options(view, field, parser):
        return st.selectbox(
            label, options, index=None, placeholder=now or "Choose", accept_new_options=parser.is_free,
            key=key, help=told,
        )  # fmt: skip
    if parser.dtype == pl.Date():
        dated = esc(f"{field.heading} (now {now})" if now else field.heading)
        day = st.date_input(dated, value=None, format="DD/MM/YYYY", key=key)
        return day.isoformat() if day else None
    return st.text_input(label, placeholder=now, key=key, help=told).strip() or None


def _options(view: View, field: Field, parser: Parser) -> list[str]:
    """The words that it may be, or the names on record."""
    if parser.dtype == pl.Boolean():
        return ["yes", "no"]
    if field.names == "organisation":
        return people.organisations(view)
    if field.names == "group":
        return sorted({view.body.main_group, *view.read("groups")["group_name"]})
    return [*parser.options]


def who_came(view: View) -> list[Cells]:
    """One tap for each who was expected; whoever is on a list already stands there as they are. Empty until
    everybody is marked: what is saved is a list of everyone.
    """
    met = {f"{each.group_name}, {each.meeting_on:%d/%m/%Y}": each for each in view.facts.meetings}
    if not met:
        st.info("No meeting is on record yet: enter the meeting first.")
        st.stop()
    latest = sorted(met, key=lambda name: met[name].meeting_on, reverse=True)
    past = [place for place, name in enumerate(latest) if met[name].meeting_on <= view.today]
    chosen = st.selectbox(
        "Meeting", latest, index=past[0] if past else 0, key=fresh_key("meeting"), width=420
    )
    meeting = met[chosen]
    rest = st.toggle("Whoever is not marked came", key=fresh_key("rest"))
    rows = [_marked(meeting, who, was, rest) for who, was in _expected(view, meeting).items()]
    left = sum(row["attendance"] is None for row in rows)
    if left:
        st.info(f"Not marked yet: {left:d}.", icon=":material/pending:")
    return [] if left else rows


def _marked(meeting: Meeting, who: Who, was: Row, rest: bool) -> Cells:
    """The row of one who was expected, or of who came in their place; `was`: their row on record, if any."""
    person, organisation = who
    name, on_record = ", ".join(filter(None, who)), str(was.get("attendance") or "")
    key = fresh_key(f"came_{meeting.group_name}_{meeting.meeting_on}_{name}")
    # what only a file says, such as present remotely, stays a choice
    other_word = {} if on_record in ("", *ATTENDED) else {on_record: on_record.capitalize()}
    words = {**ATTENDED, **other_word}
    said = st.segmented_control(
        esc(name), list(words), default=on_record or None, format_func=words.__getitem__, key=key
    )
    row: Cells = {
        "group_name": meeting.group_name, "meeting_on": meeting.meeting_on.isoformat(),
        "organisation": organisation, "person": person,
        "attendance": said or ("present" if rest else None),
    }  # fmt: skip
    if said != "substitute":
        return row
    known = was.get("person") if was.get("substituting_for") else None
    other = st.text_input("Who came in their place", value=known or "", key=f"{key}_substitute").strip()
    return row | {"person": other, "substituting_for": person, "attendance": said if other else None}


def _expected(view: View, meeting: Meeting) -> dict[Who, Row]:
    """Who holds a seat in the group, or else the member organisations, and whoever else stands in its list;
    each with the row on record.
    """
    on = meeting.meeting_on
    listed = view.read("attendance", group_name=meeting.group_name, meeting_on=on).to_dicts()
    was = {(row["substituting_for"] or row["person"], row["organisation"]): row for row in listed}
    seats = seats_on(view.facts, on, meeting.group_name)
    holders: list[Who] = [
        (each.person, each.organisation) for each in seats if each.person and each.organisation
    ]
    expected = holders or [(None, each.organisation) for each in members(view.facts, on)]
    return {each: was.get(each, {}) for each in dict.fromkeys([*expected, *was])}
