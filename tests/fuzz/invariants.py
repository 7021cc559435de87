"""What must be true of every file, whatever is in it."""

import csv
from dataclasses import replace
from unittest.mock import patch

import polars as pl
from polars.testing import assert_frame_equal

import loaders
from kinds.clean import clean, spelled_out
from loaders.checking.rows import cells_of
from loaders.reading.decode import to_utf8
from loaders.reading.records import lines_of
from loaders.reading.workbook import is_workbook, workbook
from loaders.recognising.recognise import score
from loaders.recognising.sheet import fitting
from loaders.recognising.tables import updating
from tests.fuzz.made import Made

HIDDEN = r"[\p{Cc}\p{Cf}]"


def hold(file: Made, thorough: bool = True) -> str:
    """Which way the file went: the name of the class of what the gate gave or raised.

    Raises AssertionError for what must never be; any error but Unreadable comes through. Of sheets that fit
    equally one is chosen. A file that is not understood is looked at as the page does then. `thorough`: any
    file is, with what is suggested for its headings; and both ways of reading it and its file of refused rows
    are held, too.
    """
    if thorough:
        _looked_at(file, suggested=True)
    try:
        checked = _checked(file)
    except loaders.Unchosen as told:
        return hold(replace(file, answers=replace(file.answers, sheet=told.sheets[-1])), thorough)
    except loaders.Unreadable as told:
        if not thorough:
            _looked_at(file, suggested=False)
        assert str(told).endswith((".", "?")) and "needs ." not in str(told), f"no sentence: {told}"
        return type(told).__name__
    _sound(checked, file.data)
    if thorough and not is_workbook(file.data):
        _both_ways(file.data, checked)
    if thorough and not checked.refused.is_empty():
        _refused_again(checked)
        _mended(checked, file)
    return "Checked"


def _checked(file: Made) -> loaders.Checked:
    return loaders.check(
        file.data, file.name, kind=file.kind, words=file.words, known=file.known, answers=file.answers
    )


def _sound(checked: loaders.Checked, data: bytes) -> None:
    _counted(checked)
    _on_its_lines(checked, data)
    _filled_in(checked)


def _looked_at(file: Made, suggested: bool) -> None:
    try:
        headings, rows, *_ = loaders.look(file.data)
        assert rows.width == len(headings)
        if suggested:
            kinds = [loaders.KIND[file.kind]] if file.kind else loaders.KINDS[len(file.data) % 5 :: 5]
            for each in loaders.suggested(headings, rows, kinds):
                assert set(each.columns) <= set(headings)
    except loaders.Unreadable:
        pass


def _counted(checked: loaders.Checked) -> None:
    """Every row read is one of four things, and only one."""
    good, unplaced = set(checked.rows["line"]), set(checked.unplaced["line"])
    refused = set(checked.problems["line"])
    assert checked.count_left_out >= 0, f"{checked.count_left_out} left out"
    assert checked.source.across or len(good) == checked.rows.height, "two good rows on one line"
    assert checked.source.across or len(unplaced) == checked.unplaced.height, "two rows to place on one line"
    assert not good & refused, f"good and refused: {good & refused}"
    assert not unplaced & (good | refused), "a row to place that is good or refused"
    assert refused == set(checked.refused["line"]), f"no cells for {refused ^ set(checked.refused['line'])}"
    if not loaders.KIND[checked.source.kind].may_repeat:
        assert checked.rows["row_key"].is_unique().all(), "two rows of one key"


def _on_its_lines(checked: loaders.Checked, data: bytes) -> None:
    """Every line told is in the file, below the headings."""
    if is_workbook(data):
        last = max(len(rows) for rows in workbook(data).sheets.values())
    else:
        last = sum(1 for _ in lines_of(to_utf8(data)[0]))
    for told in (checked.rows, checked.problems, checked.unplaced):
        if not told.is_empty():
            first, end = told["line"].min(), told["line"].max()
            assert checked.header_line < first <= end <= last, f"lines {first} to {end} of {last}"
            assert told["line"].is_sorted()


def _filled_in(checked: loaders.Checked) -> None:
    """No blank where a value must be, no text that nobody sees, no problem that says nothing."""
    assert checked.rows.columns == [*(each.column for each in checked.kind.fields), "line", "row_key"]
    kind = updating(checked.kind) if checked.source.updates else checked.kind
    for each in kind.required:
        assert not checked.rows[each.column].null_count(), f"{each.column} is blank in a good row"
    texts = checked.rows.select(pl.selectors.string())
    assert not texts.select(pl.any_horizontal(False, pl.all().str.contains(HIDDEN).any())).item(), (
        "hidden text"
    )
    assert not sum(checked.problems.null_count().row(0)), "a problem with a blank"
    assert 0 <= checked.share <= 1
    assert set(checked.mapping) | set(checked.ignored) <= {*checked.headings, "(no heading)"}


def _both_ways(data: bytes, checked: loaders.Checked) -> None:
    """The way of long files gives the table of short ones."""
    exactly = fitting(data, [checked.source]).table
    with patch("loaders.reading.headed.FEW", 0):
        quickly = fitting(data, [checked.source]).table
    assert_frame_equal(spelled_out(cells_of(quickly)), spelled_out(cells_of(exactly)))
    assert_frame_equal(quickly.broken, exactly.broken)


def _refused_again(checked: loaders.Checked) -> None:
    """The file of refused rows has the same cells again; what was left over, still is."""
    texts = checked.refused.select(pl.selectors.string()).select(pl.all().str.len_chars().max())
    if max(filter(None, texts.row(0))) > csv.field_size_limit():
        return  # a line that was too long for one cell is so again
    cells = [pl.exclude("line", "surplus").fill_null(""), pl.col("surplus").list.join(" ").fill_null("")]
    rows = checked.refused.select(cells).rows()
    of_headings = score(checked.headings, [checked.source])
    if any(score(row, [checked.source]) > of_headings for row in rows):
        return  # a row of headings far below damaged ones is taken for them once it stands near the top
    data = loaders.refused_file(checked.headings, checked.refused, checked.delimiter)
    again = fitting(data, [checked.source]).table
    assert again.headings == (*checked.headings, "Reason"), f"headings {again.headings}"
    fits = pl.col("surplus").is_null()
    width = len(checked.headings)
    assert _cells(spelled_out(again.rows), width) == _cells(checked.refused.filter(fits), width), "cells"
    assert again.broken.height == checked.refused.filter(~fits).height, "a torn row that fits now"


def _cells(rows: pl.DataFrame, width: int) -> list[tuple[str | None, ...]]:
    return rows.select(clean(pl.col(str(place))) for place in range(width)).rows()


def _mended(checked: loaders.Checked, file: Made) -> None:
    """A refused row that is mended, well or not, is still one row."""
    line = checked.refused["line"][0]
    cells = ["Alder College"] * max(len(checked.headings) + len(file.data) % 3 - 1, 1)
    answers = replace(file.answers, mended={line: cells})
    try:
        again = _checked(replace(file, answers=answers))
    except loaders.Unreadable:
        return
    _sound(again, file.data)
    assert again.count_read == checked.count_read
