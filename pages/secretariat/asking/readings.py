"""The blocks of the page on interpretations: how a clause is read, its examples, and another reading."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl
import streamlit as st

from intake.examples import as_csv
from rules.facts import grouped
from rules.families import FAMILIES
from rules.terms import Example, Term
from rules.words import day
from ui import blocks
from ui.session import View, fresh_key, today
from ui.words import esc, heading

NOT_SAID = "not said yet"


@dataclass(frozen=True)
class Open:
    """An entry whose clause can be read in more than one way, as it is `written` and as it is `read`."""

    written: Term
    read: Term

    @property
    def can_be_chosen(self) -> bool:
        return len(self.written.readings) > 1


def open_to_reading(view: View) -> list[Open]:
    """Every entry with an interpretation, in the order of the families."""
    found = []
    for family in FAMILIES:
        for entry in family.of(view.written):
            if entry.interpretation:
                read = [each for each in family.of(view.body) if _is_same(each, entry)]
                held = [each for each in read if each.starts <= view.today]
                found.append(Open(entry, (held or read)[-1]))
    return found


def _is_same(one: Term, other: Term) -> bool:
    return (one.source_file, one.source_line) == (other.source_file, other.source_line)


def examples(entry: Term) -> None:
    """Rows of files, and the verdict that each reading draws of them."""
    for number, alike in enumerate(_of_same_rows(entry.examples), 1):
        verdicts = [f"- {esc(_verdict(each))}" for each in alike]
        st.markdown(f"**Example {number:d}**\n" + "\n".join(verdicts))
        for kind, table in alike[0].tables.items():
            st.caption(heading(kind))
            blocks.table(pl.read_csv(as_csv(table), infer_schema=False), f"Example rows of {heading(kind)}")


def _of_same_rows(known: Sequence[Example]) -> Iterable[Sequence[Example]]:
    return grouped(known, lambda each: tuple(each.tables.items())).values()


def _verdict(example: Example) -> str:
    told = f", “{example.says}”" if example.says else ""
    by = f"Read as “{example.reading.rstrip('.')}”" if example.reading else "As the terms have it"
    return f"{by}, on {day(example.on)}: {example.verdict}{told}."


def asked(view: View, entry: Open) -> Mapping[str, str | None] | None:
    """The choice as a row; None while nothing else is said than what holds."""
    interpretation, readings = entry.read.interpretation, list(entry.written.readings)
    assert interpretation
    at = fresh_key(f"{entry.written.source_file}_{entry.written.source_line}")
    reading = st.radio("Read it as", readings, index=readings.index(interpretation.reading),
                       format_func=esc, key=f"reading_{at}")  # fmt: skip
    with st.container(horizontal=True, vertical_alignment="bottom"):
        reason = st.text_input("Why", key=f"why_{at}", width=380)
        by = st.text_input("Chosen by", value=view.reader.email, key=f"by_{at}", width=240)
        from_on = st.date_input(
            "Read so from", value=None, format="DD/MM/YYYY", key=f"from_{at}", width=180,
            help="Left blank, as long as the clause has held. What was before the day is judged as before.",
        )  # fmt: skip
    if reading == interpretation.reading and not reason:
        return None
    return {
        "rule": entry.written.rule, "question": interpretation.question, "reading": reading,
        "why": reason or NOT_SAID, "chosen_by": by or NOT_SAID, "chosen_on": f"{today():%d/%m/%Y}",
        "from_on": f"{from_on:%d/%m/%Y}" if from_on else None,
    }  # fmt: skip


def is_said(row: Mapping[str, str | None]) -> bool:
    """Whether a choice has its reason, and who made it."""
    return NOT_SAID not in (row["why"], row["chosen_by"])
