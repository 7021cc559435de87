"""A file checked: its good rows, and every problem with line, column, value and what it must be."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import chain

import polars as pl

from kinds import KIND
from kinds.clean import clean, spelled_out
from kinds.kind import Kind
from kinds.parser import Words
from loaders.checking import problems
from loaders.checking.identifiers import refuse_identifiers
from loaders.checking.names import Names, placed, renamed
from loaders.checking.order import Order, order_of
from loaders.checking.repair import mended, refused
from loaders.checking.rows import cells_of, completed, text_of, understood, values_of
from loaders.reading.limits import bearable, refuse_large
from loaders.reading.read import Read, read
from loaders.reading.table import Table
from loaders.reading.unreadable import Undated
from loaders.recognising.across import one_row_each, says_who_came
from loaders.recognising.source import About, Source
from loaders.recognising.sources import SOURCES
from loaders.recognising.tables import TEMPLATES, updating

NO_HEADING = "(no heading)"
MONTH_LIKELY = "It writes AM and PM in capitals, as systems that put the month first do."


@dataclass(frozen=True)
class Known:
    """What is known beside the file: sources remembered for the body, its names, days of its meetings.

    `words`: what a reader has said that words mean: “kind.column” → folded word → word of the kind.
    """

    sources: Sequence[Source] = ()
    names: Names = field(default_factory=Names)
    meeting_days: Collection[date] = ()
    words: Mapping[str, Mapping[str, str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Answers:
    """What a reader has said of this one file.

    `order`: "day" or "month", whichever comes first; `group_name` and `meeting_on` fill blanks;
    `left_out`: lines that are not to be loaded; `mended`: by line, the cells of a row as they should be;
    `sheet`: which one of a workbook is meant.
    """

    order: str | None = None
    group_name: str | None = None
    meeting_on: date | None = None
    left_out: frozenset[int] = frozenset()
    mended: Mapping[int, Sequence[str]] = field(default_factory=dict)
    sheet: str | None = None


@dataclass(frozen=True)
class Checked:
    """What a file holds.

    `rows`: the kind's columns in its order, `line` (Int64: physical line or sheet row, 1-based) and
    `row_key` (text: the record's identity), sorted by line. `problems`: line Int64, column (the heading),
    value and must_be as text, sorted by line, then column. A row with a problem is not among `rows`.
    `unplaced`: line, written, email and the rest of rows whose name belongs to no organisation known;
    `count_left_out`: rows that the source leaves out. `count_read` = lines with rows + with problems +
    unplaced + left out: a line of a register has a row for each meeting, any other line one. `refused`: the
    rows with problems as they stand: line, text columns named by their place from 0, reason, and surplus
    (list of text): what does not fit under the headings, null where all does. `headings`: of the file;
    `mapping`: heading → column; `ignored`: not used.
    `share`: the headings that the source knows, from 0 to 1. `renamed`: organisations as written → on record.
    `file_name` and `sha256` are of the sheet, too, where the workbook has others.
    """

    kind: Kind
    source: Source
    share: float
    file_name: str
    sha256: str
    encoding: str
    delimiter: str
    header_line: int
    sheet: str
    other_sheets: tuple[str, ...]
    hidden_sheets: tuple[str, ...]
    headings: tuple[str, ...]
    mapping: Mapping[str, str]
    ignored: tuple[str, ...]
    order: Order
    renamed: Mapping[str, str]
    rows: pl.DataFrame
    problems: pl.DataFrame
    refused: pl.DataFrame
    unplaced: pl.DataFrame
    count_read: int

    @property
    def sheets_not_read(self) -> tuple[str, ...]:
        """The others that have rows, and hidden ones."""
        return (*self.other_sheets, *self.hidden_sheets)

    @property
    def count_left_out(self) -> int:
        """Rows that are no record of their own, or stand for nobody."""
        others = (each["line"].n_unique() for each in (self.rows, self.problems, self.unplaced))
        return self.count_read - sum(others)


NO_WORDS, NOTHING_KNOWN, NOT_ASKED = Words(), Known(), Answers()


def check(
    data: bytes,
    file_name: str,
    *,
    kind: str | None = None,
    words: Words = NO_WORDS,
    known: Known = NOTHING_KNOWN,
    answers: Answers = NOT_ASKED,
) -> Checked:
    """The good rows and the problems of a file, of the kind given or of the kind its headings show.

    Raises Unreadable, with a sentence for the reader, when the file has no table of a known kind: Unmapped
    where the reader may say what the headings mean, Undated where the order of its dates or the day of its
    meeting must be said, Unchosen where one of several sheets must be.
    """
    refuse_large(data)
    sources = [each for each in (*known.sources, *TEMPLATES, *SOURCES) if kind in (None, each.kind)]
    source, sha256 = _read(data, sources, answers.sheet), hashlib.sha256(data)
    named = file_name
    if source.other_sheets:  # each counts as a file: loaded once, and found again by its name
        named = f"{file_name}, sheet {source.sheet}"
        sha256.update(source.sheet.encode())
    del data  # the largest thing there is, for a caller that keeps it no longer
    table = _first_section(source.table) if source.match.source.one_section else source.table
    table = mended(table, answers.mended)
    all_cells = cells_of(table)
    refuse_identifiers(all_cells, table.headings, named)
    cells = all_cells.filter(~pl.col("line").is_in(list(answers.left_out))) if answers.left_out else all_cells
    text = _shaped(cells, source, file_name, answers)
    order = _order(text, cells, source, words, known, answers)
    text, other_names = renamed(text, KIND[source.match.source.kind], known.names)
    text, unplaced = placed(
        text, KIND[source.match.source.kind], known.names, "organisation" in source.match.positions
    )
    text = understood(text, KIND[source.match.source.kind], known.words)
    words = replace(words, month_first=order.month_first)
    last = table.rows["line"].tail(problems.LAST)
    blank = last.filter(~last.is_in(all_cells["line"].tail(problems.LAST).implode()))
    rows, found = _sorted_out(cells, text, replace(source, table=table), words, blank)
    unplaced = _without(unplaced, found)  # a line of totals names nobody
    if source.match.source.updates:
        unplaced = unplaced.clear()
    headings, own = table.headings, source.match.source.columns
    used = {place: name if name in own else "attendance" for name, place in source.match.positions.items()}
    return Checked(
        kind=KIND[source.match.source.kind],
        source=source.match.source,
        share=source.match.share,
        file_name=named,
        sha256=sha256.hexdigest(),
        encoding=source.encoding,
        delimiter=source.delimiter,
        header_line=source.header_line,
        sheet=source.sheet,
        other_sheets=source.other_sheets,
        hidden_sheets=source.hidden_sheets,
        headings=headings,
        mapping={headings[place]: used[place] for place in sorted(used)},
        ignored=tuple(headings[place] or NO_HEADING for place in range(len(headings)) if place not in used),
        order=order,
        renamed=other_names,
        rows=spelled_out(rows),  # not before what it was made of is gone
        problems=found,
        refused=refused(table, found, source.delimiter),
        unplaced=unplaced,
        count_read=all_cells.height + table.broken.height,
    )


def _read(data: bytes, sources: Sequence[Source], sheet: str | None) -> Read:
    """The table by the source that fits best. Days in headings may be of anything: the cells must agree."""
    found = read(data, sources, sheet)
    if not found.match.source.across or says_who_came(spelled_out(found.table.rows), found.table.headings):
        return found
    return read(data, [each for each in sources if not each.across], sheet)


def _first_section(table: Table) -> Table:
    """What stands before the first blank row below the headings."""
    cells = pl.exclude("line").fill_null("").str.strip_chars()
    blank = spelled_out(table.rows).filter(pl.all_horizontal(cells == ""))["line"].min()
    before = pl.col("line") < blank if blank is not None else pl.lit(True)
    return replace(table, rows=table.rows.filter(before), broken=table.broken.filter(before))


def _shaped(cells: pl.DataFrame, source: Read, file_name: str, answers: Answers) -> pl.DataFrame:
    """The text of the rows under the kind's columns, each with its group and day; a template's is coded."""
    match = source.match
    kind = KIND[match.source.kind]
    if match.source.is_template:
        return _answered(text_of(cells, match.positions, [each.column for each in kind.fields]), answers)
    columns = dict.fromkeys([*match.source.columns, *match.positions])
    named = text_of(spelled_out(cells), match.positions, columns)
    if match.source.across:
        meetings = [name for name in match.positions if name not in match.source.columns]
        named = one_row_each(named, {name: source.table.headings[match.positions[name]] for name in meetings})
    text = match.source.shape(named, About(file_name, source.above))
    text = _answered(_filled_up(text, kind), answers)
    if kind.name == "attendance" and text["meeting_on"].is_null().all() and not match.source.across:
        raise Undated("The file does not tell the day of the meeting. Say which day it was.")
    return text


def _filled_up(text: pl.DataFrame, kind: Kind) -> pl.DataFrame:
    """The kind's columns in their order, all null where a source has none, then what else the source has."""
    columns = [each.column for each in kind.fields]
    absent = [pl.lit(None, dtype=pl.String).alias(name) for name in columns if name not in text.columns]
    rest = [name for name in text.columns if name not in ("line", *columns)]
    return text.with_columns(absent).select("line", *columns, *rest)


def _answered(text: pl.DataFrame, answers: Answers) -> pl.DataFrame:
    day = answers.meeting_on and answers.meeting_on.isoformat()
    said = {"group_name": answers.group_name, "meeting_on": day}
    return text.with_columns(
        pl.col(name).fill_null(value) for name, value in said.items() if value and name in text.columns
    )


def _order(
    text: pl.DataFrame, cells: pl.DataFrame, source: Read, words: Words, known: Known, answers: Answers
) -> Order:
    kind = KIND[source.match.source.kind]
    days = [each.column for each in kind.fields if each.parser_for(words).of_days]
    dates = pl.concat(
        [text[name].unique().cast(pl.String).rename("date") for name in days]
        or [pl.Series("date", [], pl.String)]
    )
    meetings_on = text["meeting_on"].unique().cast(pl.String) if "meeting_on" in days else dates.clear()
    usual = source.match.source.is_template or source.match.source.day_first
    try:
        return order_of(dates, answers.order, meetings_on, known.meeting_days, usual)
    except Undated as unsure:
        if not _writes_capital_pm(cells):
            raise
        raise Undated(f"{unsure} {MONTH_LIKELY}", unsure.examples) from unsure


def _writes_capital_pm(cells: pl.DataFrame) -> bool:
    """Four of four real exports with capital AM and PM put the month first; small letters tell nothing."""
    texts = spelled_out(cells.drop("line"))
    return texts.select(pl.any_horizontal(pl.all().str.contains(r"\d ?[AP]M\b").any())).item() or False


def _sorted_out(
    cells: pl.DataFrame, text: pl.DataFrame, source: Read, words: Words, blank: pl.Series
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Good rows, which may be coded, and problems. A total is not judged cell by cell, nor a row with a
    problem as a repetition.
    """
    kind, places = KIND[source.match.source.kind], source.match.positions
    kind = updating(kind) if source.match.source.updates else kind
    named = {field.column: field.heading for field in kind.fields}
    named |= {column: source.table.headings[place] for column, place in places.items() if column in named}

    broken = source.table.broken.drop("cells").with_columns(clean(pl.col("value")).fill_null(""))
    needed = [str(places[field.column]) for field in kind.required if field.column in places]
    totals = problems.of_totals(cells, needed)
    if len(needed) == 1:
        totals = pl.concat([totals, _without(problems.of_notes(cells, blank), totals)])
    text = _without(text, totals)
    values = values_of(text, kind, words)
    of_cells = problems.of_cells(text, values, kind, words, named)
    of_checks = problems.of_checks(text, values, kind, named)
    wrong = pl.concat(bearable(chain([broken, totals], of_cells, of_checks)))
    rows = completed(values, text, kind, words)
    repeats = problems.of_repeats(rows, wrong["line"], kind, named)
    rows = _without(rows, pl.concat(bearable([wrong, repeats])))
    columns = [*(each.column for each in kind.fields), "line", "row_key"]
    return rows.select(columns), problems.listed([wrong, repeats], named)


def _without(rows: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    return rows.filter(~pl.col("line").is_in(found["line"].unique().implode())) if found.height else rows
