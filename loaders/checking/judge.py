"""The last step: good rows told from bad ones, and all that a file came to."""

from dataclasses import replace
from datetime import date
from itertools import chain

import polars as pl

from kinds.beside import beside
from kinds.clean import clean, spelled_out
from kinds.kind import Kind
from kinds.parser import Words
from loaders.checking import problems
from loaders.checking.checked import Checked
from loaders.checking.file import File
from loaders.checking.names import AS_SAID
from loaders.checking.repair import refused
from loaders.checking.rows import completed, values_of
from loaders.checking.years import of_years
from loaders.recognising import Sheet, updating

NO_HEADING = "(no heading)"


def judged(file: File, words: Words, today: date | None = None) -> Checked:
    """The good rows and the problems of a file in the words of a body; `today`: as in `Known`.

    Raises Unreadable where the problems are more than anybody could mend.
    """
    sheet, written, headings = file.sheet, file.sheet.written, file.sheet.table.headings
    rows, said, found = _sorted_out(file, replace(words, month_first=file.order.month_first), today)
    used = _used(sheet)
    return Checked(
        kind=file.kind,
        source=file.source,
        share=sheet.match.share,
        file_name=file.upload.name,
        sha256=file.upload.sha256,
        encoding=written.encoding,
        delimiter=written.delimiter,
        header_line=written.header_line,
        sheet=written.sheet,
        other_sheets=written.other_sheets,
        hidden_sheets=written.hidden_sheets,
        headings=headings,
        mapping={headings[place]: used[place] for place in sorted(used)},
        ignored=tuple(name or NO_HEADING for place, name in enumerate(headings) if place not in used),
        order=file.order,
        renamed=file.renamed,
        rows=spelled_out(rows),  # not before what it was made of is gone
        said=spelled_out(said),
        problems=found,
        refused=refused(sheet.table, found, written.delimiter),
        unplaced=_without(file.unplaced, found),  # a line of totals names nobody
        count_read=file.count_read,
    )


def _used(sheet: Sheet) -> dict[int, str]:
    """The places of the headings that are used → what each is, or what it changes; whatever is a meeting
    tells who came.
    """
    own, aside = sheet.source.columns, {each.name: each.column for each in beside(sheet.kind.name)}
    return {
        place: aside.get(name, name) if name in own else "attendance"
        for name, place in sheet.match.positions.items()
    }


def _sorted_out(
    file: File, words: Words, today: date | None
) -> tuple[pl.DataFrame, pl.DataFrame, pl.DataFrame]:
    """Good rows, which may be coded; what was said in them otherwise, as in `Checked`; and problems. A total
    is not judged cell by cell, nor a row with a problem as a repetition.
    """
    kind = updating(file.kind) if file.source.updates else file.kind
    named = _names(file.sheet, kind)
    whole = _of_whole_rows(file, kind)
    text = _without(file.text, whole[1])
    aside = [name for name in text.columns if name == "placed_by" or name.startswith(AS_SAID)]
    values = values_of(text, kind, words).with_columns(text.select(aside))
    of_cells = problems.of_cells(text, values, kind, words, named)
    of_checks = problems.of_checks(text, values, kind, named)
    late = of_years(text, values, kind, words, named, today)
    wrong = pl.concat(problems.bearable(chain(whole, of_cells, late, of_checks)))
    rows = completed(values, text, kind, words)
    alike = rows.clear() if kind.may_repeat else rows
    repeats = problems.of_repeats(alike, wrong["line"], kind, named)
    rows = _without(rows, pl.concat(problems.bearable([wrong, repeats])))
    columns = [*(each.column for each in kind.fields), "line", "row_key"]
    said = rows.select(pl.col(aside).name.map(lambda name: name.removeprefix(AS_SAID)))
    return rows.select(columns), said, problems.listed([wrong, repeats], named)


def _names(sheet: Sheet, kind: Kind) -> dict[str, str]:
    """Column → its heading in the file, or in the template where the file has none."""
    named = {field.column: field.heading for field in kind.fields}
    places = sheet.match.positions.items()
    return named | {name: sheet.table.headings[place] for name, place in places if name in named}


def _of_whole_rows(file: File, kind: Kind) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The rows that do not fit the headings, and those that are totals or notes, as problems."""
    broken = file.sheet.table.broken.drop("cells").with_columns(clean(pl.col("value")).fill_null(""))
    places = file.sheet.match.positions
    needed = [str(places[field.column]) for field in kind.required if field.column in places]
    totals = pl.concat([file.struck, _without(problems.of_totals(file.cells, needed), file.struck)])
    if len(needed) != 1:
        return broken, totals
    return broken, pl.concat([totals, _without(problems.of_notes(file.cells, file.blank), totals)])


def _without(rows: pl.DataFrame, found: pl.DataFrame) -> pl.DataFrame:
    return rows.filter(~pl.col("line").is_in(found["line"].unique().implode())) if found.height else rows
