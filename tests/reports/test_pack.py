"""The meeting pack, read back as a word processor reads it, against the verdicts that it is made of."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from functools import cache

import docx
import polars as pl
import pytest
from docx.document import Document
from docx.oxml.ns import qn

from reports import Pack, meeting_pack
from rules import Status
from rules.changes import changes
from rules.outlook import agenda
from tests.judged import BODIES, TODAY, judged, sampled

AT = datetime(2026, 11, 21, 9)
SOURCES = pl.DataFrame({"kind": ["Actions"], "file": ["a.csv"], "to": [date(2026, 10, 1)], "at": [AT],
                        "rows": [3], "refused": [0]})  # fmt: skip
ATTENDANCE = pl.DataFrame({"Member": ["Alder"], "Came": ["1 of 1"], "5 Mar 2026": ["●"]})


def pack(body: str) -> Pack:
    findings = judged("illustrative")[body]
    return Pack(
        body=BODIES[body], facts=sampled("illustrative")[body], findings=findings, today=TODAY,
        changed=changes((), findings), attendance=ATTENDANCE, legend="● came.", sources=SOURCES,
        reading="As of 21 November 2026.",
    )  # fmt: skip


@cache
def made(body: str) -> Document:
    return docx.Document(io.BytesIO(meeting_pack(pack(body), AT)))


def cells(document: Document) -> Iterator[tuple[str, ...]]:
    """The rows of all its tables."""
    for table in document.tables:
        for row in table.rows:
            yield tuple(cell.text for cell in row.cells)


@pytest.mark.parametrize("body", sorted(BODIES))
def test_everything_that_waits_or_is_late_is_in_it(body: str) -> None:
    """Word for word as it is judged, with its clause; nothing is worked out anew."""
    told = set(cells(made(body)))
    open_ones = [f for f in judged("illustrative")[body] if f.status in (Status.PROVISIONAL, Status.OVERDUE)]

    assert {(f.status.capitalize(), f.says, f.clause) for f in open_ones} <= {
        row[1:] for row in told if len(row) == 4
    }


@pytest.mark.parametrize("body", sorted(BODIES))
def test_its_agenda_is_numbered_in_the_order_of_the_page(body: str) -> None:
    lines = [p.text for p in made(body).paragraphs if p.style and p.style.name == "List Number"]
    items = agenda(BODIES[body], sampled("illustrative")[body], judged("illustrative")[body], TODAY)

    assert [line.startswith(f"{item.what}. {item.why}") for line, item in zip(lines, items, strict=True)] == [
        True
    ] * len(items)


def test_it_can_be_read_aloud_and_printed() -> None:
    """Headings in order, those of tables on every page, page numbers, language, title; the matrix lies."""
    document = made("kent_medway")
    levels = [
        int(p.style.name[-1]) for p in document.paragraphs if p.style and p.style.name.startswith("Heading")
    ]

    assert all(after - before <= 1 for before, after in zip([0, *levels], levels, strict=False))
    for table in document.tables:
        assert table.rows[0]._tr.find(f".//{qn('w:tblHeader')}") is not None
    assert document.core_properties.title.startswith(BODIES["kent_medway"].name)
    assert document.core_properties.language == "en-GB"
    assert {each.get(qn("w:val")) for each in document.styles.element.iter(qn("w:lang"))} == {"en-GB"}
    assert [each.text for each in document.sections[0].footer._element.iter(qn("w:instrText"))] == ["PAGE"]
    first, last = document.sections
    assert first.page_width < first.page_height and last.page_width > last.page_height


def test_a_body_without_anything_says_so() -> None:
    """No table stands empty, and nobody is told that all is well."""
    nothing = replace(pack("walsall"), attendance=ATTENDANCE.clear(), findings=(), changed=None)
    text = " ".join(p.text for p in docx.Document(io.BytesIO(meeting_pack(nothing, AT))).paragraphs)

    assert "No attendance is on record." in text
    assert "Nothing that the terms give a date for." in text


def test_no_character_of_a_file_can_break_it() -> None:
    """The gate lets none through that XML cannot hold; the document does not rest on that."""
    odd = replace(
        pack("walsall"), attendance=pl.DataFrame({"Member": ["A\x00l\x0bder <w:t>&"], "Came": ["1"]})
    )

    assert ("Alder <w:t>&", "1") in cells(docx.Document(io.BytesIO(meeting_pack(odd, AT))))
