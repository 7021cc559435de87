"""A file that is no table is told what it is, whatever it is called, and what to do."""

import io
import zipfile

import pytest

import loaders
from tests.loaders.tables import workbook

PAGE = "<table><tr><th>Reference</th><th>Action</th></tr><tr><td>A1</td><td>Plan</td></tr></table>"
OLD = b"\xd0\xcf\x11\xe0" + bytes(60)


def told(data: bytes) -> str:
    """Why the file is refused, the same where a reader would say what its headings mean."""
    with pytest.raises(loaders.Unreadable) as refused:
        loaders.check(data, "export.xls")
    with pytest.raises(loaders.Unreadable) as looked_at:
        loaders.look(data)
    assert str(looked_at.value) == str(refused.value)
    assert not isinstance(refused.value, loaders.Unmapped)
    return str(refused.value)


def archive(*parts: str) -> bytes:
    """An archive with these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name in parts:
            packed.writestr(name, "<x/>")
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (PAGE.encode(), "a web page (HTML)"),
        (f"\ufeff<!DOCTYPE html>\n<html>{PAGE}</html>".encode("utf-16"), "a web page (HTML)"),
        (f'\n<?xml version="1.0"?><!-- made --><html>{PAGE}</html>'.encode(), "a web page (HTML)"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", "a web page saved whole (MHTML)"),
        (b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>', "of 2003"),
        (b"%PDF-1.7", "a PDF"),
        (b'[{"reference": "A1"}]', "a JSON file"),
        (archive("mimetype", "content.xml"), "an OpenDocument file, such as an .ods spreadsheet"),
        (archive("word/document.xml"), "a Word document"),
        (archive("xl/workbook.bin"), "a binary workbook (.xlsb)"),
        (OLD + "Workbook".encode("utf-16-le"), "in an older form (.xls)."),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "has a password"),
    ],
)
def test_a_file_that_is_no_table_is_called_what_it_is(data: bytes, what: str) -> None:
    """With what to do instead."""
    assert what in told(data)
    assert "upload that" in told(data)


def test_a_workbook_with_macros_is_read_like_any_other() -> None:
    """What they would do is never run, for nothing but its XML is read."""
    out = io.BytesIO(workbook(Log=[["Reference", "Action", "Status"], ["A1", "Plan", "open"]]))
    with zipfile.ZipFile(out, "a") as packed:
        packed.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")

    assert loaders.check(out.getvalue(), "log.xlsm").rows["reference"].to_list() == ["A1"]


@pytest.mark.parametrize("first", ["<5 years", "Mime", "{A}", "%"])
def test_a_table_may_begin_oddly(first: str) -> None:
    """Nothing of a text is taken for a file of another kind that only begins a little like it."""
    data = f"{first},Reference,Action,Status\nx,A1,Plan,open\n".encode()

    assert loaders.check(data, "log.csv").rows.height == 1
