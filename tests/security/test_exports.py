"""What leaves the product as a file: no cell is a formula, numbers are numbers, texts are the texts."""

import csv
import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

import export
import loaders
from store import NotAllowed, Reader, Store
from tests.security.hostile import STRINGS
from tests.store.tables import SECRETARIAT, note, table
from ui import download, session

FORMULAS = (
    "=1+1", "+44 20", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\x00=1", "＝1+1", "＋1", "－1", "＠x",
    "=HYPERLINK(\"//x.invalid\")", "=cmd|' /C calc'!A0", "'=1", "''=1", "'", "'plain",
)  # fmt: skip
LIVE = tuple("=+-@\t\r\n\x00＝＋－＠")
TEXTS = (*FORMULAS, *STRINGS)
FRAME = pl.DataFrame(
    {
        "Text": TEXTS,
        "=Heading": TEXTS,
        "List": [[text, "b"] for text in TEXTS],
        "Day": [date(2026, 11, 21)] * len(TEXTS),
        "Moment": [datetime(2026, 11, 21, 10, 15)] * len(TEXTS),
        "Money": [Decimal("-12.50")] * len(TEXTS),
        "Share": [-0.25] * len(TEXTS),
        "Count": [-3] * len(TEXTS),
        "Yes": [True] * len(TEXTS),
    }
)


def sheet(frame: pl.DataFrame) -> list[list]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(export.xlsx(frame)))
    return book.get_sheet_by_index(0).to_python(skip_empty_area=False)


def parts(frame: pl.DataFrame) -> dict[str, str]:
    """The XML of a workbook by the name of the part."""
    with zipfile.ZipFile(io.BytesIO(export.xlsx(frame))) as file:
        return {name: file.read(name).decode() for name in file.namelist()}


def rows(frame: pl.DataFrame) -> list[list[str]]:
    """What a reader of RFC 4180 finds in the CSV."""
    return list(csv.reader(io.StringIO(export.csv(frame).decode("utf-8-sig"), newline=""), strict=True))


def unguarded(cell: str) -> str:
    """A cell as its text was: without the apostrophe that was put before what could begin a formula."""
    return cell[1:] if cell.startswith("'") and cell.lstrip("'").startswith(LIVE) else cell


def test_no_cell_of_a_workbook_is_a_formula_or_a_link() -> None:
    """A workbook of hostile texts has no formula, no link, and nothing that points outside it."""
    found = parts(FRAME)
    assert not any("<f>" in text or "<f " in text or "<hyperlink" in text for text in found.values())
    assert not any("externalLink" in name or 'TargetMode="External"' in text for name, text in found.items())


def test_a_workbook_keeps_every_text_and_type() -> None:
    """Texts are read back letter by letter, numbers as numbers, days as days."""
    head, *body = sheet(FRAME)
    assert head == FRAME.columns
    assert [row[0] for row in body] == [*TEXTS]
    assert body[0][2:] == [
        "=1+1; b", date(2026, 11, 21), datetime(2026, 11, 21, 10, 15), -12.5, -0.25, -3.0, True,
    ]  # fmt: skip


def test_a_workbook_has_a_bold_heading_that_stays() -> None:
    """The first row is bold and frozen, and a day is shown day first."""
    found = parts(FRAME)
    assert 'state="frozen"' in found["xl/worksheets/sheet1.xml"]
    assert "<b/>" in found["xl/styles.xml"]
    assert 'formatCode="dd/mm/yyyy"' in found["xl/styles.xml"]


def test_no_text_of_a_csv_begins_a_formula() -> None:
    """No heading and no text begins with what a spreadsheet runs."""
    head, *body = rows(FRAME)
    texts = [*head, *(cell for row in body for cell in row[:3])]
    assert [cell for cell in texts if cell.startswith(LIVE)] == []


def test_a_csv_keeps_every_text_and_type() -> None:
    """Less the guard a text is the text; numbers and days stay bare, so that a spreadsheet adds them up."""
    head, *body = rows(FRAME)
    assert [unguarded(row[0]) for row in body] == [*TEXTS]
    assert head[1] == "'=Heading"
    assert body[0][3:] == ["2026-11-21", "2026-11-21T10:15:00.000000", "-12.50", "-0.25", "-3", "true"]


@settings(max_examples=300)
@given(st.text(max_size=12))
def test_the_guard_can_be_taken_off(text: str) -> None:
    """Whatever the text, its cell begins no formula and tells exactly which text it was."""
    if "\ud800" <= max(text, default="") <= "\udfff":
        return
    cell = rows(pl.DataFrame({"Text": [text], "Next": ["x"]}))[1][0]
    assert not cell.startswith(LIVE)
    assert unguarded(cell) == text


@pytest.mark.parametrize("written", [export.csv, export.xlsx])
def test_the_gate_takes_its_own_export_back(written: Callable[[pl.DataFrame], bytes]) -> None:
    """A text that was exported and is uploaded again is the text that it was.

    A workbook needs no guard, so one that somebody typed there goes the way of ours.
    """
    texts = [text for text in FORMULAS if text.strip("\t\r\n\x00") == text]
    texts = [text for text in texts if written is export.csv or unguarded(text) == text]
    frame = pl.DataFrame(
        {"Reference": [f"A{n}" for n in range(len(texts))], "Action": texts, "Status": "open"}
    )
    name = f"export.{written.__name__}"
    checked = loaders.check(written(frame), name, kind="actions")
    assert checked.rows["action"].to_list() == texts


def test_a_csv_is_what_excel_knows() -> None:
    """UTF-8 with a byte order mark and RFC 4180's line ends."""
    data = export.csv(pl.DataFrame({"Name": ['Ändern, "so"']}))
    assert data == '\ufeffName\r\n"Ändern, ""so"""\r\n'.encode()


@pytest.fixture
def view(store_in_memory: Store) -> session.View:
    body = next(iter(session.bodies().values()))
    reader = Reader("officer@example.org", frozenset({"secretariat"}), body.key)
    return session.View(store_in_memory, reader, body, date(2026, 11, 21), None)


@pytest.fixture
def store_in_memory():
    store = Store.open(None)
    yield store
    store.close()


@pytest.mark.parametrize("kind", download.KINDS)
def test_every_export_is_on_the_audit(view: session.View, kind: str) -> None:
    """A file is made only with a line that says who, what and how much, and no value of a row."""
    assert download.made(view, "Action log", pl.DataFrame({"reference": ["zq secret"]}), kind)

    said = view.store.read(SECRETARIAT, "audit").drop("done_at").rows()
    assert said == [(view.body.key, "officer@example.org", "export", f"Action log, 1 row, {kind}")]


def test_everything_is_the_secretariats_alone(view: session.View) -> None:
    """A count of three young people is in it: nobody else has it, nor what leaves by another way."""
    key = view.body.key
    rows = table("pledge_progress", "pledge_reference | as_at | young_people_reached\nP1 | 2026-09-30 | 3")
    view.store.add(SECRETARIAT, key, "pledge_progress", rows, note("progress.csv"))
    others = (
        replace(view.reader, roles=frozenset({"partner"}), organisation="Alder"),
        replace(view.reader, roles=frozenset({"board"})),
        replace(view.reader, body="walsall"),
        view.reader.for_export(),
    )
    for reader in others:
        with pytest.raises(NotAllowed):
            download.taken_out(replace(view, reader=reader))
    assert view.store.read(SECRETARIAT, "audit").filter(what="export").is_empty()

    with zipfile.ZipFile(io.BytesIO(download.taken_out(view))) as archive:
        assert (
            archive.read("tables/pledge_progress.csv").decode("utf-8-sig").splitlines()[1]
            == "P1,2026-09-30,,,,3,,"
        )
    [told] = view.store.read(SECRETARIAT, "audit").filter(what="export").drop("done_at").rows()
    assert told == (key, "officer@example.org", "export", "everything, 3 files, zip")


def test_a_files_name_cannot_be_guessed(view: session.View) -> None:
    """It tells body, table and day, and is another each time."""
    names = {download.file_name(view, "Action log", "csv") for _ in range(3)}
    assert len(names) == 3
    assert all(name.startswith(f"{view.body.key}_action_log_2026-11-21_") for name in names)
    assert {len(name.rpartition("_")[2]) for name in names} == {len(".csv") + 16}
