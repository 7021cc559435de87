"""Files that are no table of text, whatever they are called: told what they are, and what to do."""

import re
from collections.abc import Iterable

from loaders.reading.unreadable import Unreadable

HEAD = 4_096
SAVE = "Open it in Excel and save it as .xlsx, or as CSV, and upload that."
EXPORT = "Export the table itself as CSV or .xlsx, and upload that."
# What a file begins with, in small letters and without byte order mark, spaces and empty bytes.
KINDS = (
    (rb"<\?xml.{0,400}urn:schemas-microsoft-com:office:spreadsheet", "an XML spreadsheet of 2003", SAVE),
    (
        rb"(<!--.*?-->|<\?xml[^>]*>|\s)*<(!doctype html|html|head|meta|body|table|style|div)\b",
        "a web page (HTML)",
        SAVE,
    ),
    (rb"mime-version:|from: <saved by", "a web page saved whole (MHTML)", SAVE),
    (rb"<\?xml\b", "an XML file", EXPORT),
    (rb"%pdf-", "a PDF", EXPORT),
    (rb"\{\\rtf", "a text document (RTF)", EXPORT),
    (rb"[{[]\s*[{[\"]", "a JSON file", EXPORT),
)
# What the names of its parts tell of an archive.
PARTS = (
    (r"word/document\.xml", "a Word document", f"Copy its table into Excel. {EXPORT}"),
    (r"ppt/presentation\.xml", "a PowerPoint presentation", EXPORT),
    (r"content\.xml", "an OpenDocument file, such as an .ods spreadsheet", SAVE),
    (r"xl/workbook\.bin", "a binary workbook (.xlsb)", SAVE),
    (r"index/.*\.iwa|index\.zip", "a document of Apple Numbers", EXPORT),
)
LOCKED, OLD_BOOK = (name.encode("utf-16-le") for name in ("EncryptedPackage", "Workbook"))


def refuse_disguised(data: bytes) -> None:
    """Raises Unreadable for a file that is neither a workbook nor a table of text, and says what it is."""
    head = data[:HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \r\n\t").lower()
    for begins, what, remedy in KINDS:
        if re.match(begins, head, re.DOTALL):
            raise Unreadable(f"The file is {what}, whatever it is called. {remedy}")


def archive(names: Iterable[str]) -> str:
    """What an archive without a workbook of Excel's own is, as far as its parts tell, with what to do."""
    parts = [name.lower() for name in names]
    told = (
        f"It is {what}. {remedy}"
        for part, what, remedy in PARTS
        if any(re.fullmatch(part, name) for name in parts)
    )
    return f"The file is not an .xlsx workbook. {next(told, SAVE)}"


def old_book(data: bytes) -> str:
    """What a file of Office's older form is, with what to do."""
    if LOCKED in data:
        return f"The workbook has a password. Take that away in Excel. {SAVE}"
    if OLD_BOOK in data:
        return f"The workbook is in an older form (.xls). {SAVE}"
    return f"The workbook is in an older form (.xls) or has a password. {SAVE}"
