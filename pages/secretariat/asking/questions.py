"""What the upload page asks of a file that cannot tell its sheet or dates, and the repair of bad rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import polars as pl
import streamlit as st

import loaders
from rules.words import number
from ui.session import View
from ui.words import esc

ORDERS = {"day": "Day first, as in 31/12/2026", "month": "Month first, as in 12/31/2026",
          "year": "Year first, as in 26/12/31",
          "turned": "Days and months of the real dates have changed places"}  # fmt: skip
USUAL = ("day", "month")
LOOKS = {
    "hidden": "Are the hidden rows to be loaded?",
    "colours": "Are the colours the ratings?",
}
COUNTS = {"Yes": True, "No": False, None: None}
SHOWN_TO_MEND = 200
LEFT_OVER = "Left over"


@dataclass(frozen=True)
class Asked:
    """The answers given so far to what was asked of one file; its widgets are named by the file."""

    file: str

    def key(self, name: str) -> str:
        """The widget's key for this file."""
        return f"{name}_{self.file}"

    def said(self, name: str) -> Any:
        """What was answered to one of this file's questions, None if nothing."""
        return st.session_state.get(self.key(name))

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
            sheet=said.get(self.key("sheet")),
            hidden=COUNTS.get(said.get(self.key("hidden"))),
            struck=said.get(self.key("struck"), False),
            colours=COUNTS.get(said.get(self.key("colours"))),
        )

    def sheet(self, sheets: Sequence[str], read: str | None = None) -> None:
        """Asks which sheet is meant, `read` being the one read now, and has the page read that."""
        place = sheets.index(read) if read else None
        said = st.selectbox("Sheet", sheets, place, key=self.key(f"ask_sheet_{read}"), width=320)
        if said != read:
            self._read_next(said)

    def another_sheet(self) -> None:
        """Offers to leave the sheet that was chosen, where it cannot be read."""
        if self.answers.sheet and st.button("Back to the sheet that fits best", icon=":material/undo:"):
            self._read_next(None)

    def _read_next(self, sheet: str | None) -> None:
        """What was said of lines was said of another sheet."""
        for name in ("left_out", "mended"):
            st.session_state.pop(self.key(name), None)
        st.session_state[self.key("sheet")] = sheet
        st.rerun()

    def order(self, orders: Sequence[str] = USUAL) -> None:
        """Asks which comes first, the day or the month, or whichever of `orders` it may be."""
        said = self.answers.order
        orders = [*orders, said] if said and said not in orders else orders
        st.radio("In the dates of this file, which comes first?", orders, format_func=ORDERS.get,
                 index=None, key=self.key("order"))  # fmt: skip

    def look(self, what: str) -> None:
        """Asks whether what a workbook shows without writing it counts: "hidden" rows, or "colours"."""
        st.radio(LOOKS[what], ["Yes", "No"], index=None, key=self.key(what), horizontal=True)

    def looks(self, checked: loaders.Checked) -> None:
        """What was said of the look of a workbook, to be taken back, and of rows that are struck through."""
        for what in LOOKS:
            if self.key(what) in st.session_state:
                self.look(what)
        if self.answers.struck or loaders.STRUCK in checked.problems["must_be"]:
            st.toggle("Rows that are struck through count", key=self.key("struck"))

    def meeting(self, view: View) -> None:
        """Asks on which day the meeting was."""
        st.date_input("Day of the meeting", value=None, key=self.key("meeting_on"), format="DD/MM/YYYY",
                      width=320)  # fmt: skip

    def group(self, view: View) -> None:
        """Asks which group met, where the body has several and the file names none."""
        groups = view.read("groups")["group_name"].to_list()
        others = [name for name in groups if name != view.body.main_group]
        if others:
            label = "Which group is this file of?"
            st.selectbox(label, [view.body.main_group, *others], key=self.key("group"), width=320)


def how_it_was_read(view: View, asked: Asked, checked: loaders.Checked) -> None:
    """What the file was taken for, how its dates were read and what was left out, each to be corrected."""
    told = [*_how_found(checked), *_how_dated(checked), *_what_was_changed(checked)]
    st.markdown("  \n".join(told))
    if checked.other_sheets:
        st.markdown("A workbook is loaded one sheet at a time. Choose the next once this one is saved.")
        asked.sheet([checked.sheet, *checked.other_sheets], checked.sheet)
    if asked.answers.order:
        asked.order()
    asked.looks(checked)
    if asked.answers.meeting_on:
        asked.meeting(view)
    if "group_name" in checked.rows.columns and "group_name" not in checked.mapping.values():
        asked.group(view)


def _how_found(checked: loaders.Checked) -> Iterator[str]:
    yield f"Read as **{esc(checked.source.name)}**, {checked.share:.0%} of its headings known."
    if checked.sheet or checked.header_line > 1:
        sheet = f"sheet “{esc(checked.sheet)}”, " if checked.sheet else ""
        yield f"Headings in {sheet}row {checked.header_line}."
    if checked.hidden_sheets:
        yield f"Hidden sheets are **not read**: {esc(', '.join(checked.hidden_sheets))}."


def _how_dated(checked: loaders.Checked) -> Iterator[str]:
    if checked.order.because:
        yield f"Dates {esc(checked.order.told)}: {esc(checked.order.because)}."


def _what_was_changed(checked: loaders.Checked) -> Iterator[str]:
    if checked.count_left_out and checked.source.leaves_out:
        yield f"{number(checked.count_left_out, 'row')} left out: {esc(checked.source.leaves_out)}."
    if checked.renamed:
        names = "; ".join(f"{written} as {known}" for written, known in checked.renamed.items())
        yield f"Organisations under their name on record: {esc(names)}."
    if checked.ignored:
        yield f"Columns not used: {esc(', '.join(checked.ignored))}."


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
    shown = checked.refused.head(SHOWN_TO_MEND).with_columns(
        pl.col("surplus").list.join(checked.delimiter or "; ")
    )
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
    new = _mended(said, shown, places)
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


def _mended(
    said: Sequence[Mapping[str, Any]], shown: pl.DataFrame, places: Sequence[str]
) -> dict[int, list[str]]:
    """By line, the cells of the rows that were changed."""
    before = [[row[place] or "" for place in places] for row in shown.iter_rows(named=True)]
    after = [[row[place] or "" for place in places] for row in said]
    rows = zip(shown["line"], before, after, strict=True)
    return {line: cells for line, old, cells in rows if cells != old}
