"""One XML part of a workbook, tag by tag."""

from collections.abc import Callable
from xml.parsers.expat import ParserCreate, XMLParserType

Start = Callable[[str, dict[str, str]], None]


def parse(part: bytes, start: Start, prepare: Callable[[XMLParserType], None] = lambda parser: None) -> None:
    """A document type, or the empty bytes of UTF-16, could make two readers differ over the rest."""
    if b"\0" in part:
        raise ValueError("not UTF-8")
    parser = ParserCreate("utf-8", namespace_separator=" ")
    parser.StartElementHandler = start
    parser.StartDoctypeDeclHandler = _refuse_doctype
    prepare(parser)
    parser.Parse(part, True)


def _refuse_doctype(*_: object) -> None:
    raise ValueError("document type")
