"""The templates as workbooks: what they tell, and that nothing in them is taken for a record."""

import io

import polars as pl
import pytest
from python_calamine import CalamineWorkbook

import loaders
from loaders import KINDS, Kind, Words
from ui.frames_templates import columns, table, workbook

SECTORS = Words(sectors={"Higher education": ("HE",), "Further education": ("FE",)})


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_workbook_is_read_as_its_kind_and_holds_no_record(kind: Kind) -> None:
    """The example stands among the notes, where the gate does not look; each column has what it holds."""
    made = workbook(kind, SECTORS)
    checked = loaders.check(made, f"{kind.name}.xlsx")
    book = CalamineWorkbook.from_filelike(io.BytesIO(made))
    notes = book.get_sheet_by_name("Notes").to_python()

    assert (checked.kind, checked.count_read, checked.sheets_not_read) == (kind, 0, ())
    assert [row[0] for row in notes[1:]] == [field.heading for field in kind.fields]
    assert all(row[1] and row[4] for row in notes[1:])


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_each_example_is_what_its_column_takes(kind: Kind) -> None:
    """What the notes show would pass, if somebody wrote it."""
    for field, told in zip(kind.fields, columns(kind, SECTORS), strict=True):
        parsed = pl.select(field.parser_for(SECTORS).parse(pl.lit(told.example))).item()
        assert parsed is not None, (field.heading, told.example)


def test_a_column_of_few_words_lists_them() -> None:
    """Those of the body, where it has its own."""
    organisations = loaders.KIND["organisations"]
    told = {each.heading: each for each in columns(organisations, SECTORS)}

    assert told["Sector"].words == ("Higher education", "Further education")
    assert told["Membership"].words == ("member", "observer", "applicant", "former")
    assert (
        table(organisations, SECTORS).filter(pl.col("column") == "Organisation")["needed"].item() == "Needed"
    )
