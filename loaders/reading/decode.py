"""Any spreadsheet's text export as UTF-8."""

import codecs
import re

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark is its beginning
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
ASCII_COMPATIBLE = ("utf-8", "utf-8-sig")
# Windows-1252 taken for Latin-1 and saved as UTF-8: a curly apostrophe became a control character.
MISREAD = re.compile(rb"\xc2[\x80\x82-\x8c\x8e\x91-\x9c\x9e\x9f]")


def _of_1252(byte: int) -> str:
    """The character that Windows-1252 has for a byte; five bytes have none and stay what they are."""
    return bytes([byte]).decode("cp1252", errors="ignore") or chr(byte)


# UTF-8 taken for Windows-1252 and saved as UTF-8 again: ’ became â€™, é became Ã©, £ became Â£.
BYTE_OF = {ord(_of_1252(byte)): byte for byte in range(0x80, 0x100)}
_LATER = b"|".join(re.escape(_of_1252(byte).encode()) for byte in range(0x80, 0xC0))
TWICE = re.compile(rb"\xc3[\x82\x83](?:%b)|\xc3\xa2(?:%b){2}" % (_LATER, _LATER))


def to_utf8(data: bytes) -> tuple[bytes, str]:
    """The text as UTF-8 without a mark, and the name of the encoding it came in. Never raises."""
    mark, encoding = _marked(data) or (b"", _unmarked(data))
    body = data[len(mark) :]
    if encoding in ASCII_COMPATIBLE and body.isascii():
        return body, encoding
    if encoding != "utf-8":
        body = body.decode(encoding.removesuffix("-sig"), errors="replace").encode()
    return _mended(body), encoding


def as_typed(text: str) -> str:
    """A text of a workbook without what other programs made of its letters before."""
    return text if text.isascii() else _mended(text.encode()).decode()


def _mended(body: bytes) -> bytes:
    while (once := _mended_once(body)) != body:  # a file may go that way several times
        body = once
    return body


def _mended_once(body: bytes) -> bytes:
    """Shorter wherever something was encoded twice, once less then."""
    body = MISREAD.sub(lambda found: found[0][1:].decode("cp1252").encode(), body)
    return TWICE.sub(lambda found: found[0].decode().translate(BYTE_OF).encode("latin-1"), body)


def _marked(data: bytes) -> tuple[bytes, str] | None:
    return next(((mark, name) for mark, name in BYTE_ORDER_MARKS if data.startswith(mark)), None)


def _unmarked(data: bytes) -> str:
    """Latin letters in UTF-16 leave every other byte empty; Windows-1252 is what is left."""
    head = data[:4000]
    if head[1::2].count(0) > len(head) / 4:
        return "utf-16-le"
    if head[0::2].count(0) > len(head) / 4:
        return "utf-16-be"
    if data.isascii():
        return "utf-8"
    try:
        data.decode()
    except UnicodeDecodeError:
        return "cp1252"
    return "utf-8"
