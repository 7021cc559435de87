"""A Word document with what a screen reader and a printer need: headings, repeated headings of tables, page
numbers, a language and a title.
"""

import io
import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from docx import Document
from docx.document import Document as Made
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

# characters that no XML may hold; the gate lets none through, and a document must be made all the same
UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
STYLE = "Light Grid Accent 1"
FONT, SMALL = "Arial", Pt(9)
A4, MARGIN = (Mm(210), Mm(297)), Mm(20)


class Paper:
    """A document that grows from top to bottom."""

    def __init__(self, title: str, at: datetime) -> None:
        self._made: Made = Document()
        about = self._made.core_properties
        about.title, about.author, about.language = _plain(title), "Quorate", "en-GB"
        about.created = about.modified = at
        _on_a4(self._made.sections[0])
        self._made.styles["Normal"].font.name = FONT
        _speak_english(self._made)
        _number_pages(self._made.sections[0].footer.paragraphs[0], _plain(title))
        self._made.add_heading(_plain(title), 0)

    def heading(self, text: str, level: int = 1) -> None:
        self._made.add_heading(_plain(text), level)

    def says(self, text: str) -> None:
        self._made.add_paragraph(_plain(text))

    def numbered(self, lines: Iterable[tuple[str, str]]) -> None:
        """A numbered list: what, and in the same line why and who."""
        for what, why in lines:
            paragraph = self._made.add_paragraph(style="List Number")
            paragraph.add_run(f"{_plain(what)}.").bold = True
            paragraph.add_run(f" {_plain(why)}")

    def bullets(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._made.add_paragraph(_plain(line), style="List Bullet")

    def table(
        self, headings: Sequence[str], rows: Iterable[Sequence[str]], widths: Sequence[int] = ()
    ) -> None:
        """A table whose headings are repeated on each page; no row is parted by the end of one. `widths`: how
        many parts of the line each column takes; all the same if none are given.
        """
        table = self._made.add_table(1, len(headings), style=STYLE)
        table.autofit = False
        _fill(table.rows[0], headings)
        _mark(table.rows[0], "w:tblHeader")
        for row in rows:
            added = table.add_row()
            _fill(added, row)
            _mark(added, "w:cantSplit")
        _small(table)
        self._widen(table, widths or [1] * len(headings))
        self._made.add_paragraph()

    def _widen(self, table: Table, parts: Sequence[int]) -> None:
        section = self._made.sections[-1]
        line = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
        for column, part in zip(table.columns, parts, strict=True):
            column.width = line * part // sum(parts)
            for cell in column.cells:
                cell.width = column.width

    def turned(self, is_landscape: bool = True) -> None:
        """A new page, lying or standing."""
        section = self._made.add_section(WD_SECTION.NEW_PAGE)
        section.orientation = WD_ORIENT.LANDSCAPE if is_landscape else WD_ORIENT.PORTRAIT
        short, long = sorted((section.page_width or 0, section.page_height or 0))
        section.page_width, section.page_height = (long, short) if is_landscape else (short, long)

    def as_bytes(self) -> bytes:
        out = io.BytesIO()
        self._made.save(out)
        return out.getvalue()


def _plain(text: str) -> str:
    return UNWRITABLE.sub("", text)


def _on_a4(section: Section) -> None:
    section.page_width, section.page_height = A4
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = MARGIN


def _fill(row: _Row, cells: Sequence[str]) -> None:
    for cell, text in zip(row.cells, cells, strict=True):
        cell.text = _plain(text)


def _mark(row: _Row, name: str) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement(name))


def _small(table: Table) -> None:
    for row in table.rows:
        for cell in row.cells:
            for run in (run for paragraph in cell.paragraphs for run in paragraph.runs):
                run.font.size = SMALL


def _speak_english(made: Made) -> None:
    for language in made.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")


def _number_pages(footer: Paragraph, title: str) -> None:
    footer.add_run(f"{title}, page ")
    for kind, text in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = footer.add_run()
        part = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            part.set(qn("w:fldCharType"), kind)
        part.text = text
        run._r.append(part)
