"""Workbooks that are damaged, locked, huge or none at all: a sentence, never the end of the process."""

import io
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

import loaders
from loaders.reading.workbook import _damage_explained
from tests.loaders.tables import workbook

SHEET, STRINGS, BOOK = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml"
SOUND = workbook(S=[["Title", "Kind"], ["Annual report", "Report"]])
DIMENSION = b'<dimension ref="A1:B2"/>'


def packed(data: bytes = SOUND, packing: int = zipfile.ZIP_DEFLATED, **parts: bytes | None) -> bytes:
    """The workbook with its parts packed so, these replaced or added, or dropped where None."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", packing) as new:
        for name, part in ({name: old.read(name) for name in old.namelist()} | parts).items():
            if part is not None:
                new.writestr(name, part)
    return out.getvalue()


def replaced(part: str, *pairs: tuple[bytes, bytes]) -> bytes:
    """The sound workbook with bytes of one part replaced; each must be there."""
    with zipfile.ZipFile(io.BytesIO(SOUND)) as archive:
        text = archive.read(part)
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    return packed(**{part: text})


def in_header(data: bytes, offset: int, value: int) -> bytes:
    """Two bytes at this offset of every entry in the archive's directory, and of the entries themselves."""
    changed = bytearray(data)
    for mark, shift in ((b"PK\x01\x02", 2), (b"PK\x03\x04", 0)):
        at = data.find(mark)
        while at >= 0:
            changed[at + offset + shift : at + offset + shift + 2] = value.to_bytes(2, "little")
            at = data.find(mark, at + 1)
    return bytes(changed)


def sentence(data: bytes) -> str:
    """What the reader is told about these bytes."""
    with pytest.raises(loaders.Unreadable) as refused:
        loaders.check(data, "file.xlsx")
    return str(refused.value)


def corrupt_deflate() -> bytes:
    data = bytearray(packed())
    start = data.index(SHEET.encode()) + len(SHEET)
    data[start : start + 8] = b"\xff" * 8
    return bytes(data)


DAMAGED = {
    "nothing after the signature": lambda: b"PK\x03\x04damaged",
    "half of it": lambda: SOUND[: len(SOUND) // 2],
    "an encrypted entry": lambda: in_header(SOUND, 6, 1),
    "a corrupt deflate stream": corrupt_deflate,
    "an unknown compression method": lambda: in_header(SOUND, 8, 99),
    "a compression that cannot be cut short": lambda: packed(packing=zipfile.ZIP_BZIP2),
    "no relationships": lambda: packed(**{"xl/_rels/workbook.xml.rels": None}),
    "no such sheet": lambda: packed(**{SHEET: None}),
    "XML that does not close": lambda: replaced(SHEET, (b"</worksheet>", b"")),
    "a text that is not among the shared ones": lambda: replaced(SHEET, (b"<v>0</v>", b"<v>9</v>")),
    "a cell without a place": lambda: replaced(SHEET, (b'r="A2" ', b"")),
    "a place beyond any sheet": lambda: replaced(SHEET, (b'r="A2"', b'r="AAAA2"')),
    "a document type": lambda: replaced(SHEET, (b"<worksheet", b"<!DOCTYPE worksheet><worksheet")),
    "UTF-16 that claims to be UTF-8": lambda: packed(**{SHEET: "<worksheet/>".encode("utf-16")}),
}


@pytest.mark.parametrize("made", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_workbook_is_explained(made: Callable[[], bytes]) -> None:
    """Whatever is wrong inside, the reader is told so and what to do."""
    told = "The workbook cannot be opened: it is damaged or locked. "
    assert sentence(made()) == told + "Open it in Excel and save it again as .xlsx, or as CSV."


def test_a_workbook_without_sheets_is_explained() -> None:
    """There is nothing to choose between."""
    data = replaced(BOOK, (b'<sheet name="S" sheetId="1" r:id="rId1"/>', b""))

    assert sentence(data).startswith("The workbook has no sheets.")


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param({"xl/workbook.bin": b"\x83\x01\x00"}, id="xlsb"),
        pytest.param({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, id="ods"),
        pytest.param({"word/document.xml": b"<document/>"}, id="docx"),
    ],
)
def test_another_program_s_archive_is_not_opened(parts: dict[str, bytes]) -> None:
    """Only .xlsx is read: the other readers of the library are never reached."""
    assert sentence(packed(**parts, **{BOOK: None})).startswith("The file is not an .xlsx workbook.")


def test_an_old_or_locked_workbook_is_not_opened() -> None:
    """An .xls file and an .xlsx file with a password begin alike."""
    told = sentence(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000))

    assert told.startswith("The workbook is in an older form (.xls) or has a password.")


GIANTS = {
    "last corner, no dimension": lambda: replaced(
        SHEET, (DIMENSION, b""), (b'r="A2"', b'r="XFD1048576"'), (b' r="2"', b"")
    ),
    "last corner, false dimension": lambda: replaced(SHEET, (b'r="A2"', b'r="XFD1048576"')),
    "small letters": lambda: replaced(SHEET, (b'r="A2"', b'r="xfd1048576"')),
    "single quotation marks": lambda: replaced(SHEET, (b'r="A2"', b"r = 'XFD1048576'")),
    "after a mark in another attribute": lambda: replaced(SHEET, (b'r="A2"', b'x=">" r="XFD1048576"')),
    "a row beyond Excel's": lambda: replaced(SHEET, (b'r="A2"', b'r="A9999999"')),
    "a sheet with many names": lambda: replaced(
        BOOK,
        (b"<sheets>", b"<sheets>" + b"".join(b'<sheet name="%d" r:id="rId1"/>' % at for at in range(200))),
    ),
    "room for many texts": lambda: replaced(STRINGS, (b'uniqueCount="4"', b'uniqueCount="99999999999"')),
    "too much to unpack": lambda: packed(**{STRINGS: b"x" * 200_000_001}),
}


@pytest.mark.parametrize("made", GIANTS.values(), ids=GIANTS)
def test_a_giant_is_refused_before_it_is_read(made: Callable[[], bytes]) -> None:
    """Reading it would end the process, so the limits are named with a remedy."""
    told = sentence(made())

    assert "200 sheets, 3 million cells" in told
    assert told.endswith("Save the sheet with the table as CSV and upload that.")


def test_a_long_text_is_counted_for_every_cell() -> None:
    """A short file may repeat one long text in each of many cells."""
    data = replaced(STRINGS, (b"<t>Kind</t>", b"<t>" + b"x" * 1_000_000 + b"</t>"))
    many = b"".join(b'<c r="C%d" t="s"><v>1</v></c>' % at for at in range(3, 2000))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        sheet = archive.read(SHEET).replace(b"</sheetData>", b'<row r="3">' + many + b"</row></sheetData>")

    assert "500 MB of text" in sentence(packed(data, **{SHEET: sheet}))


def test_a_panic_of_the_library_is_damage() -> None:
    """A panic of Rust passes by every other way of catching errors."""
    data = replaced(STRINGS, (b'uniqueCount="4"', b'uniqueCount="9999999999999999999"'))

    with pytest.raises(loaders.Unreadable, match="damaged"), _damage_explained():
        CalamineWorkbook.from_filelike(io.BytesIO(data))


@pytest.mark.parametrize("stop", [KeyboardInterrupt, SystemExit])
def test_a_request_to_stop_is_not_damage(stop: type[BaseException]) -> None:
    """Whoever stops the program while it reads a workbook is obeyed."""
    with pytest.raises(stop), _damage_explained():
        raise stop


def test_a_size_that_is_a_lie_is_found_out() -> None:
    """An entry that unpacks to more than it says is cut at what it says."""
    data = bytearray(packed(**{SHEET: b" " * 50_000_000}))
    size = (50_000_000).to_bytes(4, "little")
    data = bytes(data).replace(size, (1000).to_bytes(4, "little"))

    assert sentence(data).startswith("The workbook cannot be opened")


def test_pictures_do_not_count() -> None:
    """Only what is read is unpacked, so a large picture and another program's part do no harm."""
    data = packed(**{"xl/media/image1.png": b"\0" * 200_000_001, "customXml/item1.xml": b"<c>no XML"})

    assert loaders.check(data, "file.xlsx").rows["title"].to_list() == ["Annual report"]


def test_a_large_workbook_is_read() -> None:
    """The limits leave room for what a body could have."""
    rows = [["Title", "Kind"], *([f"Report {at}", "Report"] for at in range(20_000))]

    assert loaders.check(workbook(S=rows), "file.xlsx").rows.height == 20_000


def only_unreadable(data: bytes) -> None:
    try:
        loaders.check(data, "file.xlsx")
    except loaders.Unreadable as told:
        assert str(told).endswith(".")


@given(
    cut=st.integers(0, len(SOUND)),
    flips=st.dictionaries(st.integers(4, len(SOUND) - 1), st.integers(1, 255), max_size=5),
)
def test_bytes_changed_anywhere_raise_only_unreadable(cut: int, flips: dict[int, int]) -> None:
    """A workbook flipped or cut short anywhere is read or refused."""
    data = bytearray(SOUND)
    for at, flip in flips.items():
        data[at] ^= flip
    only_unreadable(bytes(data) if cut % 2 else bytes(data[: max(cut, 4)]))


@given(
    part=st.sampled_from([SHEET, STRINGS, BOOK, "xl/styles.xml", "xl/_rels/workbook.xml.rels"]),
    flips=st.dictionaries(st.integers(0, 5000), st.binary(min_size=0, max_size=3), min_size=1, max_size=3),
)
def test_xml_changed_anywhere_raises_only_unreadable(part: str, flips: dict[int, bytes]) -> None:
    """The archive may be sound and what it holds not."""
    with zipfile.ZipFile(io.BytesIO(SOUND)) as archive:
        text = archive.read(part)
    for at, new in flips.items():
        place = at % len(text)
        text = text[:place] + new + text[place + 1 :]
    only_unreadable(packed(**{part: text}))
