"""What the upload page asks where a file cannot tell: its columns and dates; and the repair of bad rows."""

from dataclasses import dataclass

import polars as pl
import streamlit as st

import intake
import loaders
from pages.secretariat.asking import people
from rules.words import number
from ui.session import View
from ui.words import esc, heading

NOT_USED = "(not used)"
ORDERS = {"day": "Day first, as in 31/12/2026", "month": "Month first, as in 12/31/2026"}
EXAMPLES, SHOWN_TO_MEND = 3, 200
LEFT_OVER = "Left over"


@dataclass(frozen=True)
class Asked:
    """The answers given so far to what was asked of one file; its widgets are named by the file."""

    file: str

    def key(self, name: str) -> str:
        """The widget's key for this file."""
        return f"{name}_{self.file}"

    @property
    def answers(self) -> loaders.Answers:
        """What the reader has said of this file."""
        said = st.session_state
        return loaders.Answers(
            order=said.get(self.key("order")),
            group_name=said.get(self.key("group")),
            meeting_on=said.get(self.key("meeting_on")),
            left_out=frozenset(said.get(self.key("left_out"), ())),
            mended=said.get(self.key("mended"), {}),
        )

    def order(self) -> None:
        """Asks which comes first, the day or the month."""
        st.radio("In the dates of this file, which comes first?", list(ORDERS), format_func=ORDERS.get,
                 index=None, key=self.key("order"))  # fmt: skip

    def meeting(self, view: View) -> None:
        """Asks on which day the meeting was."""
        st.date_input("Day of the meeting", value=None, key=self.key("meeting_on"), format="DD/MM/YYYY",
                      width=320)  # fmt: skip

    def group(self, view: View) -> None:
        """Asks which group met, where the body has several and the file names none."""
        groups = view.read("groups")["group_name"].to_list()
        others = [name for name in groups if name != view.body.main_group]
        if others:
            st.selectbox(
                "Which group met?", [view.body.main_group, *others], key=self.key("group"), width=320
            )


def how_it_was_read(view: View, asked: Asked, checked: loaders.Checked) -> None:
    """What the file was taken for, how its dates were read and what was left out, each to be corrected."""
    told = [f"Read as **{esc(checked.source.name)}**, {checked.share:.0%} of its headings known."]
    if checked.sheet or checked.header_line > 1:
        sheet = f"sheet “{checked.sheet}”, " if checked.sheet else ""
        told.append(f"Headings in {esc(sheet)}row {checked.header_line}.")
    if checked.other_sheets:
        told.append(f"**Not read**: the other sheets, {esc(', '.join(checked.other_sheets))}.")
    if checked.order.because:
        order = "month first" if checked.order.month_first else "day first"
        told.append(f"Dates {order}: {esc(checked.order.because)}.")
    if checked.count_left_out and checked.source.leaves_out:
        told.append(f"{number(checked.count_left_out, 'row')} left out: {esc(checked.source.leaves_out)}.")
    if checked.renamed:
        names = "; ".join(f"{written} as {known}" for written, known in checked.renamed.items())
        told.append(f"Organisations under their name on record: {esc(names)}.")
    if checked.ignored:
        told.append(f"Columns not used: {esc(', '.join(checked.ignored))}.")
    st.markdown("  \n".join(told))
    if asked.answers.order:
        asked.order()
    if asked.answers.meeting_on:
        asked.meeting(view)
    if "group_name" in checked.rows.columns and "group_name" not in checked.mapping.values():
        asked.group(view)


def map_columns(view: View, file_name: str, data: bytes, kind: str | None) -> None:
    """Has the reader say what the headings of an unknown table mean, and remembers it for the next file."""
    seen = _look_where_told(file_name, data)
    if len(seen.headings) < 2 or seen.rows.is_empty():
        return
    kinds = [loaders.KIND[kind]] if kind else [k for k in loaders.KINDS if k.name != "aliases"]
    ranked = loaders.suggested(seen.headings, seen.rows, kinds)
    names = list(dict.fromkeys([*(each.kind.name for each in ranked), *(each.name for each in kinds)]))
    chosen = st.selectbox(
        "What the table is", names, format_func=heading, key=f"map_kind_{file_name}", width=320
    )
    guess = next((s.columns for s in ranked if s.kind.name == chosen), {})
    fields = {field.column: field.heading for field in loaders.KIND[chosen].fields}
    rows = [
        {
            "heading": name,
            "means": fields.get(guess.get(name), NOT_USED),
            "first": _examples(seen.rows, place),
        }
        for place, name in enumerate(seen.headings)
        if name
    ]
    columns = {
        "heading": st.column_config.TextColumn("Heading in the file", disabled=True),
        "means": st.column_config.SelectboxColumn(
            "Means", options=[*fields.values(), NOT_USED], required=True
        ),
        "first": st.column_config.TextColumn("First values", disabled=True),
    }
    said = st.data_editor(
        rows, column_config=columns, hide_index=True, key=f"map_{file_name}_{chosen}_{seen.sheet}_{seen.line}"
    )
    columns = {row["heading"]: _column(fields, row["means"]) for row in said}
    if problem := _cannot_map(loaders.KIND[chosen], columns):
        st.warning(esc(problem))
    elif st.button(
        "Use these columns", type="primary", icon=":material/view_column:", key=f"use_{file_name}"
    ):
        rows = intake.headings_as_aliases(chosen, columns)
        people.keep(view, "aliases", rows, "The columns are remembered.")


def _look_where_told(file_name: str, data: bytes) -> loaders.Look:
    """The table below the headings that were found, or in the sheet and row that the reader says."""
    st.markdown(
        "**Say what its columns mean.** The next file with these headings is then read without asking."
    )
    where = st.container(horizontal=True)
    seen = loaders.look(data)
    if len(seen.sheets) > 1:
        key = f"map_sheet_{file_name}"
        sheet = where.selectbox("Sheet", seen.sheets, seen.sheets.index(seen.sheet), key=key, width=320)
        seen = loaders.look(data, sheet=sheet)
    line = where.number_input(
        "Row of the headings", 1, value=seen.line or 1, key=f"map_line_{file_name}_{seen.sheet}", width=160
    )
    return seen if line == seen.line else loaders.look(data, line, seen.sheet)


def leave_out(asked: Asked, shown: pl.DataFrame) -> None:
    """Lets the reader say which of the rows shown are not to be loaded, by the line on which they stand."""
    lines = sorted({*shown["line"], *asked.answers.left_out})
    st.multiselect(
        "Leave out these lines", lines, key=asked.key("left_out"), placeholder="None",
        help="They are not saved from this file. Nothing that is on record is changed by it.",
    )  # fmt: skip


def repair(asked: Asked, checked: loaders.Checked) -> None:
    """Bad rows as they stand, to be mended here or in a file of the same shape."""
    places = [str(place) for place in range(len(checked.headings))]
    labels = {place: f"{checked.headings[int(place)] or '(no heading)'}" for place in places}
    shown = checked.refused.head(SHOWN_TO_MEND).with_columns(pl.col("surplus").list.join(checked.delimiter))
    if shown["surplus"].null_count() < shown.height:
        places, labels = [*places, "surplus"], labels | {"surplus": LEFT_OVER}
        st.caption(f"A row counts once nothing is under “{LEFT_OVER}”: move its text to where it belongs.")
    said = st.data_editor(
        shown.to_dicts(),
        column_config={
            "line": st.column_config.NumberColumn("Line", disabled=True),
            **{place: st.column_config.TextColumn(label) for place, label in labels.items()},
        },
        column_order=["line", *places],
        hide_index=True, key=asked.key(f"repair_{checked.problems.height}"),
    )  # fmt: skip
    new = {
        row["line"]: [row[place] or "" for place in places]
        for row, old in zip(said, shown.iter_rows(named=True), strict=True)
        if any((row[place] or "") != (old[place] or "") for place in places)
    }
    left, right = st.columns(2)
    if left.button(
        f"Check {number(len(new), 'mended row')} again", disabled=not new, icon=":material/build:"
    ):
        key = asked.key("mended")
        st.session_state[key] = st.session_state.get(key, {}) | new
        st.rerun()
    right.download_button(
        "Download these rows with the reasons",
        loaders.refused_file(checked.headings, checked.refused, checked.delimiter),
        f"refused {checked.file_name}.csv",
        mime="text/csv",
        icon=":material/download:",
    )


def _examples(rows: pl.DataFrame, place: int) -> str:
    return "; ".join(rows[str(place)].drop_nulls().unique(maintain_order=True).head(EXAMPLES))


def _column(fields: dict[str, str], label: str) -> str:
    return next((column for column, name in fields.items() if name == label), "")


def _cannot_map(kind: loaders.Kind, columns: dict[str, str]) -> str | None:
    """Why this mapping will not do, None if it will."""
    used = [column for column in columns.values() if column]
    by_whom = {"organisation"} if set(kind.organisation_by) & set(used) else set()
    missing = [field.heading for field in kind.required if field.column not in {*used, *by_whom}]
    twice = {column for column in used if used.count(column) > 1}
    if missing:
        return f"{heading(kind.name)} also needs: {', '.join(missing)}. Choose the column that has it."
    if twice:
        return "Two headings have the same meaning. Let one of them be not used."
    return None
