"""What the upload page asks of a table whose headings are new: where they stand, and what they mean."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import polars as pl
import streamlit as st

import intake
import loaders
from kinds.beside import beside_of, choices
from kinds.names import folded
from pages.secretariat.asking import people
from pages.secretariat.asking.questions import Asked
from ui.session import View
from ui.words import esc, heading

NOT_USED = "(not used)"
EXAMPLES = 3
NOTHING: Mapping[str, str] = {}
# The day of a meeting is asked for each file; nobody may give all rows of a log the same reference.
ASKED_LATER, OF_ONE_ROW = ("meeting_on",), ("reference",)


class Meant(NamedTuple):
    """`columns`: heading → column, "" where unused, in the file's order; `twice`: used headings that are not
    the only ones of their name."""

    columns: Mapping[str, str]
    twice: Sequence[str]


def map_columns(
    view: View,
    asked: Asked,
    data: bytes,
    kind: str | None,
    known: Mapping[str, str] = NOTHING,
    sheet: str | None = None,
) -> None:
    """Has the reader say what the headings of a table mean, and remembers it for the next file.

    `known`: heading → column as far as the file was understood already, in `sheet` where one is meant.
    """
    try:
        seen = _where_told(asked, data, sheet)
    except loaders.Unreadable as refused:
        st.error(esc(refused), title="This file was not understood")
        return
    if len(seen.headings) < 2 or seen.rows.is_empty():
        return
    is_register = loaders.says_who_came(seen.rows, seen.headings)
    ranked = _ranked(view, seen, kind, is_register)
    chosen = st.selectbox(
        "What the table is", ranked, format_func=heading, key=asked.key("map_kind"), width=320
    )
    guess = {**ranked[chosen], **_apart(chosen, known)} if chosen == kind else ranked[chosen]
    key = asked.key(f"{chosen}_{seen.sheet}_{seen.line}")
    meant = _meant(seen, loaders.KIND[chosen], guess, key)
    missing = _missing(loaders.KIND[chosen], meant, is_register)
    of_every_row = _of_every_row([each for each in missing if each.column not in OF_ONE_ROW], key)
    lacking = [each for each in missing if each.column not in of_every_row]
    if problem := _cannot_map(heading(chosen), meant, lacking):
        st.warning(esc(problem))
    elif st.button("Use these columns", type="primary", icon=":material/view_column:", key=f"use_{key}"):
        rows = intake.headings_as_aliases(chosen, meant.columns, of_every_row)
        people.keep(view, "aliases", rows, "The columns are remembered.")


def _apart(kind: str, known: Mapping[str, str]) -> dict[str, str]:
    """The same, where a heading stands beside the column that it changes, as what it is itself."""
    return {
        name: aside.name if (aside := beside_of(kind, name)) else column for name, column in known.items()
    }


def _ranked(
    view: View, seen: loaders.Look, kind: str | None, is_register: bool
) -> dict[str, Mapping[str, str]]:
    """The kinds that the table may be of, the likeliest first → what its headings may mean then."""
    kinds = [loaders.KIND[kind]] if kind else [each for each in loaders.KINDS if each.name != "aliases"]
    suggested = loaders.suggested(seen.headings, seen.rows, kinds, view.facts.names_by_name)
    ranked: dict[str, Mapping[str, str]] = {each.kind.name: each.columns for each in suggested}
    ranked |= {each.name: {} for each in kinds if each.name not in ranked}
    return {"attendance": ranked["attendance"], **ranked} if is_register and not kind else ranked


def _where_told(asked: Asked, data: bytes, sheet: str | None) -> loaders.Look:
    """The table below the headings that were found, or in the row that the reader says, and the sheet, where
    that is not given.
    """
    st.markdown(
        "**Say what its columns mean.** The next file with these headings is then read without asking."
    )
    where = st.container(horizontal=True)
    seen = loaders.apart(loaders.look, data, sheet=sheet or asked.answers.sheet)
    with where:
        if len(seen.sheets) > 1 and not sheet:
            asked.sheet(seen.sheets, seen.sheet)
        line = st.number_input(
            "Row of the headings", 1, value=seen.line or 1, key=asked.key(f"map_line_{seen.sheet}"), width=160
        )
    return seen if line == seen.line else loaders.apart(loaders.look, data, line, seen.sheet)


def _meant(seen: loaders.Look, kind: loaders.Kind, guess: Mapping[str, str], key: str) -> Meant:
    """What the reader says that each heading means, the guess to begin with."""
    columns = choices(kind)
    fields = {column: label for label, column in columns.items()}
    rows = [
        {
            "heading": name,
            "means": fields.get(guess.get(name, ""), NOT_USED),
            "first": _examples(seen.rows, place),
        }
        for place, name in enumerate(seen.headings)
        if name
    ]
    config = {
        "heading": st.column_config.TextColumn("Heading in the file", disabled=True),
        "means": st.column_config.SelectboxColumn(
            "Means", options=[*fields.values(), NOT_USED], required=True
        ),
        "first": st.column_config.TextColumn("First values", disabled=True),
    }
    said = st.data_editor(rows, column_config=config, hide_index=True, key=f"map_{key}")
    pairs = [(row["heading"], columns.get(row["means"], "")) for row in said]
    count = Counter(folded(name) for name, _ in pairs)
    return Meant(dict(pairs), [name for name, column in pairs if column and count[folded(name)] > 1])


def _missing(kind: loaders.Kind, meant: Meant, is_register: bool) -> list[loaders.Field]:
    """What the kind needs and no heading means, nor the file tells otherwise."""
    used = {column for column in meant.columns.values() if column}
    told = {*used, *ASKED_LATER} if kind.name == "attendance" else set(used)
    if set(kind.organisation_by) & used:
        told.add("organisation")
    if kind.name == "attendance" and "meeting_on" not in used and is_register:
        told.add("attendance")
    if kind.name == "payments" and "paid_on" in used:
        told.add("financial_year")
    return [field for field in kind.required if field.column not in told]


def _of_every_row(missing: Sequence[loaders.Field], key: str) -> dict[str, str]:
    """What the reader says that holds for the whole table, where no column has it: column → text."""
    if not missing:
        return {}
    st.markdown("Where no column has it, say what holds for every row:")
    where = st.container(horizontal=True)
    said = {}
    for field in missing:
        label, options = field.heading, field.parser_for(loaders.Words()).options
        name = f"every_{field.column}_{key}"
        if options:
            said[field.column] = where.selectbox(label, options, None, key=name, width=240)
        else:
            said[field.column] = where.text_input(label, key=name, width=240)
    return {column: text for column, text in said.items() if text}


def _cannot_map(kind: str, meant: Meant, lacking: Sequence[loaders.Field]) -> str | None:
    """Why this will not do, None if it will."""
    used = [column for column in meant.columns.values() if column]
    if meant.twice:
        return f"Two columns are called “{meant.twice[0]}”. Give each its own heading and upload it again."
    if len(used) > len(set(used)):
        return "Two headings have the same meaning. Let one of them be not used."
    if lacking:
        is_of_one_row = any(field.column in OF_ONE_ROW for field in lacking)
        otherwise = "number the rows in the file" if is_of_one_row else "say what holds for every row"
        needs = ", ".join(field.heading for field in lacking)
        return f"{kind} also needs: {needs}. Choose the column that has it, or {otherwise}."
    return None


def _examples(rows: pl.DataFrame, place: int) -> str:
    return "; ".join(rows[str(place)].drop_nulls().unique(maintain_order=True).head(EXAMPLES))
